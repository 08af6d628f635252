"""What accepting a row would do to everyone's map: which areas look otherwise on which days, or why none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from geo.desk.checked import read_alone
from geo.desk.difference import Difference, differences, in_words
from geo.desk.frame import Frame, frame_of
from geo.desk.small_map import SmallMap
from geo.desk.unchanged import why_unchanged
from geo.desk.with_row import conflicts_with
from geo.looks import Look, Looks, looks
from geo.sentences import Account

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row
    from geo.reading import Conflict
    from geo.words import Words


@dataclass(frozen=True)
class Preview:
    """What a row would change.

    Attributes
    ----------
    lines
        Sentences: what changes, or why nothing does.
    differences
        Runs of days on which an area would look otherwise, by area in map order, then day.
    day
        Of the two maps; None = no map is drawn, for the row is not whole or has no place.
    before, after
        Area -> its look on that day: all that are drawn.
    svg_before, svg_after
        The two maps, 290 x 190; "" = none.
    """

    lines: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    day: date | None = None
    before: Mapping[str, Look] = field(default_factory=dict)
    after: Mapping[str, Look] = field(default_factory=dict)
    svg_before: str = ""
    svg_after: str = ""


def preview(state: "FolderState", coder: str, row: "Row", words: "Words") -> Preview:
    """Return what accepting a row would do.

    Where others code the same folder, the map before has nothing that they accepted of this article.
    """
    read = read_alone(state, row)
    if read.reports.empty:
        return Preview((words.say("coding.preview.broken"),))
    place = str(read.reports["area_id"].iloc[0])
    group = state.conflict.groups.get(place)
    concerned = group.areas if group else (place,)
    frame = frame_of(state.conflict.areas, concerned)
    old, new = conflicts_with(state, coder, row, read.reports, frame)
    if not new.has_days:
        return Preview((why_unchanged(None, read.reports, words),))
    accounts = Account(old), Account(new)
    tables = looks(accounts[0].timeline, new, words), looks(accounts[1].timeline, new, words)
    found = tuple(differences(accounts, tables, concerned, words))
    lines = tuple(in_words(new, found, words)) or (why_unchanged(accounts[1], read.reports, words),)
    if changed := {one.area_id for one in found}:
        near = frame_of(state.conflict.areas, [area for area in concerned if area in changed])
        frame = near._replace(areas=tuple(area for area in near.areas if area in frame.areas))
    return _drawn(Preview(lines, found), new, read.reports, tables, frame, words)


def _drawn(  # noqa: PLR0913, PLR0917 (two maps of one place)
    made: Preview,
    new: "Conflict",
    row: pd.DataFrame,
    tables: tuple[Looks, Looks],
    frame: Frame,
    words: "Words",
) -> Preview:
    last = row["date_to"].iloc[0]
    day = made.differences[0].first if made.differences else (last if last == last else new.last_day)  # noqa: PLR0124
    day = day.date() if isinstance(day, pd.Timestamp) else day
    shown = [dict(_on(table, frame.areas, day)) for table in tables]
    drawn = [
        SmallMap(new, frame, there, words).svg(words.say(f"coding.preview.{key}", day=words.plain_day(day)))
        for key, there in zip(("before", "after"), shown, strict=True)
    ]
    return replace(made, day=day, before=shown[0], after=shown[1], svg_before=drawn[0], svg_after=drawn[1])


def _on(table: Looks, areas: Sequence[str], day: date) -> Iterator[tuple[str, Look]]:
    """Yield each area with its look on a day."""
    rows = table.changes[table.changes["day"] <= pd.Timestamp(day)]
    last = rows.drop_duplicates("area_id", keep="last").set_index("area_id")["look"].to_dict()
    for area in areas:
        yield area, table.table[last.get(area, 0)]
