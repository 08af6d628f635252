"""One narrator's whole period as the script paints it: looks, and per area the days of its changes."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from geo.looks import Looks, looks, told_changes
from geo.paint.legend import legend
from geo.paint.sheets import DECIMALS
from geo.reading import EVERYONE
from geo.sentences.statements import carriers_of
from geo.timeline import Timeline, admitted, cells_on, events

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.words import Words


class Extent(NamedTuple):
    """What is shown: days, both included, and areas in map order."""

    first: date
    last: date
    areas: tuple[str, ...]


def states(  # noqa: PLR0913 (a view has them all)
    timeline: Timeline,
    conflict: "Conflict",
    words: "Words",
    *,
    narrator: str = EVERYONE,
    known: date | None = None,
    extent: Extent | None = None,
) -> dict[str, Any]:
    """Return the states JSON (``docs/painting.md``) of a timeline.

    Parameters
    ----------
    timeline
        As `narrator` tells it and as known on `known`; both only count statements here.
    conflict, words
        What the looks are drawn and said with.
    extent
        The part of the map that is shown; None = all of it.
    """
    drawn = looks(timeline, conflict, words)
    extent = extent or Extent(conflict.first_day, conflict.last_day, timeline.areas)
    first, last, areas = pd.Timestamp(extent.first), pd.Timestamp(extent.last), extent.areas
    rows = _shown(drawn.changes, first, last, areas)
    exist = admitted(conflict.reports, narrator, known)
    if len(areas) < len(timeline.areas):
        exist &= conflict.reports["area_id"].isin(conflict.reaching(areas)).to_numpy()
    told = conflict.reports[exist]
    about, published = counts(told, first, last)
    inferred = counts(told[told["source_id"].isin(inferred_sources(conflict))], first, last)[1]
    return {
        "key": states_key(conflict, words, narrator=narrator, known=known),
        "first": first.date().isoformat(),
        "days": (last - first).days + 1,
        "looks": [look.as_dict() for look in drawn.table],
        **_changes(rows, first, areas),
        "turns": _turns(timeline.changes, first, last, areas),
        "legend": legend(_used(drawn, rows), conflict, words),
        "about": about,
        "published": published,
        "inferred": inferred,
        **_events(timeline, first),
    }


def states_key(
    conflict: "Conflict", words: "Words", *, narrator: str = EVERYONE, known: date | None = None
) -> str:
    """Return the name under which the script keeps these states."""
    return f"{conflict.key}-{words.language}-{narrator}-{known.isoformat() if known else 'all'}"


def _shown(
    changes: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, areas: Sequence[str]
) -> pd.DataFrame:
    """Return the changes that hold on some day from the first to the last, those before it as of that day."""
    rows = changes[(changes["day"] <= last) & changes["area_id"].isin(areas)]
    same = rows["area_id"].eq(rows["area_id"].shift(-1))
    over = same & (rows["day"].shift(-1) <= first)
    return rows[~over].assign(day=rows["day"].where(rows["day"] > first, first))


def _used(drawn: Looks, rows: pd.DataFrame) -> list[Any]:
    seen = {0, *rows["look"].unique().tolist()}
    return [look for position, look in enumerate(drawn.table) if position in seen]


def _changes(rows: pd.DataFrame, first: pd.Timestamp, areas: Sequence[str]) -> dict[str, Any]:
    """Return, one list per area: day and look of each change in turn, and the day of the newest vote."""
    day = (rows["day"] - first).dt.days.to_numpy()
    newest = (rows["newest"] - first).dt.days.fillna(0).to_numpy(dtype=np.int64)
    code = rows["area_id"].cat.set_categories(list(areas)).cat.codes.to_numpy()
    cuts = np.searchsorted(code, np.arange(1, len(areas)))
    pairs = np.column_stack([day, rows["look"].to_numpy()])
    return {
        "changes": [part.ravel().tolist() for part in np.split(pairs, cuts)],
        "newest": [part.tolist() for part in np.split(newest, cuts)],
    }


def _turns(
    changes: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, areas: Sequence[str]
) -> dict[str, list[int]]:
    """Return the days after the first on which areas change what they show, in order, and how many do."""
    within = (changes["day"] > first) & (changes["day"] <= last) & changes["area_id"].isin(areas)
    days = changes.loc[within.to_numpy() & told_changes(changes), "day"]
    counted = (days - first).dt.days.value_counts().sort_index()
    return {"day": counted.index.tolist(), "areas": counted.tolist()}


def _events(timeline: Timeline, first: pd.Timestamp) -> dict[str, Any]:
    """Return the fights and attacks drawn where they were, a list per column; nothing without any."""
    found = events(timeline)
    if found.empty:
        return {}
    columns = {
        "report": found["report_id"],
        "area": pd.Series(pd.Index(timeline.areas).get_indexer(pd.Index(found["area_id"]))),
        "lon": found["lon"].round(DECIMALS),
        "lat": found["lat"].round(DECIMALS),
        "from": (found["first"] - first).dt.days,
        "to": (found["last"] - first).dt.days,
    }
    return {"events": {name: column.tolist() for name, column in columns.items()}}


def inferred_sources(conflict: "Conflict") -> list[str]:
    """Return the articles whose days of publication are inferred."""
    return [source for source, one in carriers_of(conflict).items() if one.inferred]


def counts(reports: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> tuple[list[int], list[int]]:
    """Return, for each day, how many statements are about it, and how many were published by then.

    A quote is about its last day, a table's position about each day on which the table says so.
    """
    once = reports.drop_duplicates("statement_id")
    days = pd.date_range(first, last)
    quoted = once[once["cell_days"] == 0]
    about, published = (
        each.value_counts().reindex(days, fill_value=0).to_numpy()
        for each in (quoted["date_to"], once["published_to"])
    )
    return (about + cells_on(once["cell_runs"], first, last)).tolist(), published.tolist()
