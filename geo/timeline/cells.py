"""R1 for tables: a cell's position stands until the same table's next cell for the place, whatever its age.

How cells become intervals is told in `geo.reading.intervals`; here each unbroken run of days on which a table
says the same is one position. Inside a run the table says so anew each day.
"""

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from geo.timeline.steps import FOREVER, Bools, Ints, Ragged, days_since_1970, distinct, keys
from geo.timeline.voices import Positions, day_of_leaving

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel, Rows, Spreader


class Runs(NamedTuple):
    """The unbroken runs of days of all intervals: the report of each, its days, and until when it stands."""

    report: Ints
    first: Ints
    last: Ints
    end: Ints
    """Exclusive: the report's next run, or the first day on which the table says something else."""


def runs(reports: pd.DataFrame) -> Runs:
    """Return the runs of the reports that are intervals of a table, in the order of the reports."""
    sizes = np.fromiter(map(len, reports["cell_runs"]), dtype=np.int64, count=len(reports)) // 2
    days = np.fromiter(chain.from_iterable(reports["cell_runs"]), dtype=np.int64).reshape(-1, 2)
    report = np.repeat(np.arange(len(reports)), sizes)
    until = np.where(reports["until"].isna(), FOREVER, days_since_1970(reports["until"]))
    end = until[report]
    same = report[1:] == report[:-1]
    end[:-1][same] = days[1:, 0][same]
    return Runs(report, days[:, 0], days[:, 1], end)


def cells_on(cell_runs: "pd.Series[Any]", first: pd.Timestamp, last: pd.Timestamp) -> Ints:
    """Return on how many cells of tables each day from the first to the last rests (`Conflict.reports`)."""
    ends = np.fromiter(chain.from_iterable(cell_runs), dtype=np.int64).reshape(-1, 2)
    start, size = int(first.to_numpy().astype("datetime64[D]").astype(np.int64)), (last - first).days + 1
    begin, over = np.clip(ends[:, 0] - start, 0, size), np.clip(ends[:, 1] + 1 - start, 0, size)
    steps = np.bincount(begin, minlength=size + 1) - np.bincount(over, minlength=size + 1)
    return np.cumsum(steps)[:size]


def cell_positions(spread: "Spreader", found: Runs, exist: Bools, lefts: "Rows", who: "Quarrel") -> Positions:
    """Return the positions of the intervals that exist, ended where their own side says `left`."""
    wanted = np.flatnonzero(exist[found.report])
    owner, area = spread.reach.taken(found.report[wanted]).flat()
    run = wanted[owner]
    one = spread.codes.where(found.report[run])._replace(area=area, day=found.last[run])
    gone = day_of_leaving(one, lefts, who)
    end = np.minimum(found.end[run], gone)
    again = np.zeros(found.report.size, dtype=np.bool_)
    again[:-1] = (found.report[1:] == found.report[:-1]) & (found.end[:-1] == found.first[1:])
    cut = (end < FOREVER) & ((gone < found.end[run]) | ~again[run])
    order = np.argsort(keys(area, found.first[run]), kind="stable")
    own = Ragged(one.row, np.arange(run.size), np.arange(run.size) + 1)
    made = Positions(
        area=area,
        day=found.first[run],
        last=found.last[run],
        end=end,
        scope=one.scope,
        holder=one.party,
        side=one.side,
        stays=np.ones(run.size, dtype=np.bool_),
        cut=cut,
        reports=own,
    )
    return made.where(order)


def inside(said: Positions, wanted: Ints) -> Ints:
    """Return those of the wanted keys, sorted, on which a table says again what it said the day before.

    On such a day R3's window moves on without a new position.
    """
    began = np.sort(keys(said.area, said.day)[said.stays])
    over = np.sort(keys(said.area, said.last)[said.stays])
    open_runs = np.searchsorted(began, wanted) - np.searchsorted(over, wanted)
    return distinct(wanted[open_runs > 0])
