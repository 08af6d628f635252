"""Cells of tables: what such a row may lack, and repeated equal cells read as one report.

Source: ``docs/codebook.md`` §7. A *table* is one voice of one side in one source; a *position cell* is
one that says who holds a place, or, with an empty `party`, that nobody is named there any more.
"""

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
import pandera.pandas as pa

from geo.reading.checks import holds
from geo.reading.errors import rule
from geo.reading.vocabulary import Claim, Evidence, Polarity, Scope

Ints: TypeAlias = npt.NDArray[np.int64]

TABLE: Final = ["voice_id", "claimant_side", "source_id", "area_id"]
"""Cells that agree in these follow one another: one table about one place."""

SAME: Final = ["party", "scope", "claimant", "cell", "reliability", "credibility", "note"]
"""Cells of one table about one place that agree in these say the same."""

OPEN: Final = np.iinfo(np.int64).max
"""A day after all others: where no cell follows."""

MOST_TABLES: Final = 200
"""Each one's position stands beside those of the others, whatever its age."""

WORDS: Final = ("quote", "quote_prefix", "sentence", "hedge")
"""Columns for the words of an article, which a cell does not have."""


def of_table(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows rest on a table's cell."""
    return cells["evidence"] == Evidence.TABLE


def too_many_tables(reports: pd.DataFrame) -> bool:
    """Return whether more tables take positions than are compared with one another on each day."""
    return len(reports.iloc[_positions(reports)][TABLE[:-1]].drop_duplicates()) > MOST_TABLES


def names_nobody(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are cells of a table that name no holder: they end the table's position."""
    asserted = (cells["claim"] == Claim.HOLDS) & (cells["polarity"] == Polarity.ASSERTS)
    return of_table(cells) & asserted & (cells["party"] == "")


def cell_checks(cells: pd.DataFrame) -> dict[str, list[pa.Check]]:
    """Return the checks of `cell`, `cell_row`, and of the words that a cell does not have."""
    table = of_table(cells)
    numbers = cells["cell_row"].str.fullmatch(r"\d{0,12}")
    checks = {
        "cell": [
            holds(table | (cells["cell"] == ""), rule("cell_of_a_quote")),
            holds(~table | cells["cell"].str.contains("=", regex=False), rule("no_cell")),
        ],
        "cell_row": [
            holds(table | (cells["cell_row"] == ""), rule("cell_of_a_quote")),
            holds(numbers, rule("no_row_number")),
        ],
    }
    return checks | {name: [holds(~table | (cells[name] == ""), rule("words_of_a_cell"))] for name in WORDS}


class Moments(NamedTuple):
    """Position cells sorted by place and first day, as integers; days count from 1970.

    `place` is table and place, `value` what is said, `moment` the place's first days numbered without
    gaps, `following` the first day of the place's next moment, `row` the position in the reports.
    """

    place: Ints
    value: Ints
    moment: Ints
    first: Ints
    last: Ints
    following: Ints
    row: Ints

    def where(self, index: Any) -> "Moments":  # noqa: ANN401 - places or a mask
        """Return the cells at `index`, or those it marks."""
        return Moments(*(column[index] for column in self))


def with_intervals(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the reports with each run of equal position cells as one of them, cells of nobody left out.

    Cells of one table about one place follow one another by their first day. Equal ones without another
    in between become the report of the first: `date_from` its first day, `date_to` the last day of the
    last, `cell_row` the last cell's. A cell's days end on the eve of the next one.

    Returns
    -------
    DataFrame
        RangeIndex, in the order of the file, and `CELL_COLUMNS`: `until`, the first day on which the
        table's next cell says something else (datetime64, NaT = it stands); `cell_days`, on how many
        days the table says so; `cell_runs`, those days as a tuple of first, last, first, last, … in
        days since 1970. 0 and () where the row is no position cell.
    """
    plain = reports.assign(until=np.datetime64("NaT", "s"), cell_days=0, cell_runs=_empty(len(reports)))
    chosen = _positions(reports)
    if not chosen.size:
        return plain.reset_index(drop=True)
    cells = _moments(reports.iloc[chosen], chosen)
    return _joined(plain, cells, chosen)


def _empty(size: int) -> "np.ndarray[Any, np.dtype[np.object_]]":
    none = np.empty(size, dtype=object)
    none[:] = [()] * size
    return none


def _positions(reports: pd.DataFrame) -> Ints:
    """Return the places of the rows that are position cells."""
    says = (reports["claim"] == Claim.HOLDS) & (reports["polarity"] == Polarity.ASSERTS)
    whole = (reports["scope"] != Scope.PART_OF) & reports["date_to"].notna()
    return np.flatnonzero((of_table(reports) & says & whole).to_numpy())


def _moments(rows: pd.DataFrame, places: Ints) -> Moments:
    """Return the cells in order; one that names nobody counts only where no other begins that day."""
    first = _days(rows["date_from"].fillna(rows["date_to"]))
    place, value = _numbered(rows, TABLE), _numbered(rows, SAME)
    nobody = (rows["party"] == "").to_numpy()
    order = np.lexsort((places, value, nobody, first, place))
    cells = Moments(place, value, place, first, _days(rows["date_to"]), first, places).where(order)
    new = np.ones(order.size, dtype=np.bool_)
    new[1:] = (cells.place[1:] != cells.place[:-1]) | (cells.first[1:] != cells.first[:-1])
    lead, moment = np.flatnonzero(new), np.cumsum(new) - 1
    following = np.full(lead.size, OPEN)
    same = cells.place[lead[1:]] == cells.place[lead[:-1]]
    following[:-1][same] = cells.first[lead[1:]][same]
    cells = cells._replace(moment=moment, following=following[moment])
    cells = cells._replace(last=np.minimum(cells.last, cells.following - 1))
    return cells.where(~(nobody[order] & ~nobody[order][lead][moment]))


def _joined(plain: pd.DataFrame, cells: Moments, chosen: Ints) -> pd.DataFrame:
    """Return the reports with equal cells that follow one another as the first of them."""
    cells = cells.where(np.lexsort((cells.row, cells.moment, cells.value, cells.place)))
    new = np.ones(cells.row.size, dtype=np.bool_)
    same = (cells.place[1:] == cells.place[:-1]) & (cells.value[1:] == cells.value[:-1])
    new[1:] = ~(same & (cells.moment[1:] - cells.moment[:-1] <= 1))
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], new.size) - 1
    runs, days = _runs(cells, new)
    head = cells.row[starts]
    made = plain.copy()
    for name, values in {
        "date_from": _dates(cells.first[starts]),
        "date_to": _dates(cells.last[ends]),
        "until": _dates(cells.following[ends]),
        "cell_days": days,
        "cell_runs": runs,
        "cell_row": plain["cell_row"].to_numpy(dtype=object)[cells.row[ends]],
    }.items():
        made[name] = _put(made[name], head, values)
    gone = np.zeros(len(plain), dtype=np.bool_)
    gone[chosen] = True
    gone[head] = (plain["party"] == "").to_numpy()[head]
    return made[~gone].reset_index(drop=True)


def _put(column: "pd.Series[Any]", places: Ints, values: Any) -> "pd.Series[Any]":  # noqa: ANN401
    """Return the column with the values at some places."""
    held = column.to_numpy(copy=True)
    held[places] = values
    return pd.Series(held, index=column.index, dtype=column.dtype)


def _runs(cells: Moments, new: npt.NDArray[np.bool_]) -> tuple["np.ndarray[Any, np.dtype[np.object_]]", Ints]:
    """Return of each interval its unbroken runs of days, and how many days they are in all."""
    broken = new.copy()
    reach = cells.last[:-1] + 1
    broken[1:] |= cells.first[1:] > reach
    lead = np.flatnonzero(broken)
    last = np.maximum.reduceat(cells.last, lead)
    pairs = np.column_stack([cells.first[lead], last])
    starts = np.flatnonzero(new[lead])
    stops = np.append(starts[1:], lead.size)
    days = np.add.reduceat(pairs[:, 1] - pairs[:, 0] + 1, starts)
    flat = pairs.ravel().tolist()
    runs = _empty(starts.size)
    runs[:] = [tuple(flat[2 * a : 2 * b]) for a, b in zip(starts.tolist(), stops.tolist(), strict=True)]
    return runs, days


def _numbered(rows: pd.DataFrame, names: list[str]) -> Ints:
    """Return a number for each row: equal where all columns are."""
    number = np.zeros(len(rows), dtype=np.int64)
    for name in names:
        codes, words = pd.factorize(rows[name])
        pairs = number * (len(words) + 1) + codes
        number = pd.factorize(pairs)[0].astype(np.int64)
    return number


def _days(dates: "pd.Series[Any]") -> Ints:
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def _dates(days: Ints) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    """Return days as dates, `OPEN` as NaT."""
    dates = np.where(days == OPEN, 0, days).astype("datetime64[D]").astype("datetime64[s]")
    dates[days == OPEN] = np.datetime64("NaT")
    return dates
