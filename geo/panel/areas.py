"""The list of all areas with their states: plain data, and its HTML."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from geo.looks import BLANK, PALER, mixed
from geo.panel.html import rendered
from geo.panel.panel import age_days, marks
from geo.reading.conflict import Conflict
from geo.reading.vocabulary import Scope, Status
from geo.sentences import AreaControl, area_control, area_name, state_in_words
from geo.sentences.witnesses import admissions
from geo.words import Words


@dataclass(frozen=True)
class Row:
    """One area of the overview; `colours` as painted, white where a hold is denied."""

    id: str
    name: str
    state: str
    status: str
    colours: tuple[str, ...]
    marks: tuple[str, ...]
    href: str


def overview_html(rows: Iterable[Row], words: Words, *, more: int = 0, admitted: Iterable[str] = ()) -> str:
    """Return the list of areas with their states as HTML.

    `more` counts the areas left out; `admitted` says who speaks against their own interest of what.
    """
    return rendered("overview.html.j2", words, rows=list(rows), more=more, admitted=list(admitted))


def admitted(conflict: Conflict, control: pd.DataFrame, words: Words) -> Iterator[str]:
    """Yield each speaker who votes against their own interest, with the areas: ``A (Rokha and Dara)``."""
    voted = (report_id for ids in control["voted"] for report_id in ids)
    for speaker, areas in admissions(conflict, voted).items():
        names = words.list([area_name(conflict, area, words) for area in areas])
        yield words.say("panel.admission", speaker=speaker, areas=names)


def overview(
    conflict: Conflict, control: pd.DataFrame, words: Words, address: Callable[[str], str]
) -> Iterator[Row]:
    """Yield one row for each area of a table of control, in its order; `address` gives its link."""
    for area_id in map(str, control.index):
        row = area_control(control, area_id)
        fills = [conflict.actors[holder].colour for holder in row.holders]
        fills += [BLANK] if row.blank else []
        paler = PALER[_strength(conflict, row)]
        yield Row(
            id=area_id,
            name=area_name(conflict, area_id, words),
            state=state_in_words(conflict, row, words),
            status=str(row.status),
            colours=tuple(mixed(fill, paler) for fill in fills),
            marks=tuple(marks(row, conflict, words)),
            href=address(area_id),
        )


def _strength(conflict: Conflict, control: AreaControl) -> str:
    if age_days(control) > conflict.stale_days:
        return "stale"
    firm = control.scope == Scope.NAMED and control.status != Status.CLAIMED
    return "firm" if firm else "soft"
