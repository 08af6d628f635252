"""What an article says, statement by statement in the order of the rows: each with the way to the map."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from geo.panel.cards import about, carried
from geo.panel.chips import Chip, chips, reach
from geo.reading import Scope
from geo.sentences import Statement, area_name, cell_in_words

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

MOST_LISTED: Final = 2_000
"""Statements that are listed of all articles together; of more, it is said how many there are."""

Way: TypeAlias = Callable[[str, date | None, str], str]
"""Of an area ("" = none), a day (None = undated) and a report: the address of the map there, "" = no way."""


class Place(NamedTuple):
    """An area or group that a statement speaks of, and the way to it; `area_id` is "" for a group.

    `reach` is how the statement reaches it, "" = it names the area.
    """

    name: str
    reach: str
    href: str
    area_id: str
    day: str
    report_id: str


class Line(NamedTuple):
    """One statement of an article, whichever places it speaks of; a cell has no quote."""

    quote: str
    cell: str
    language: str
    speaker: str
    carried: str
    chips: tuple[Chip, ...]
    about: str
    places: tuple[Place, ...]


def lines(
    said: Iterable[Statement], conflict: "Conflict", words: "Words", way: Way, most: int
) -> tuple[tuple[Line, ...], int]:
    """Return the first `most` statements, in the order of the rows, and how many more there are."""
    found = told_once(said)
    shown = found[:most]
    return tuple(_line(rows, conflict, words, way) for rows in shown), len(found) - len(shown)


def told_once(said: Iterable[Statement]) -> list[list[Statement]]:
    """Return the rows of each statement together, one for each place, in the order of the rows."""
    found: dict[tuple[object, ...], list[Statement]] = {}
    for one in said:
        same = (one.statement_id, one.quote, one.cell, one.cell_row, one.claim, one.polarity, one.party)
        found.setdefault((*same, one.hedge, one.claimant, one.date_from, one.date_to), []).append(one)
    return list(found.values())


def day_on_map(one: Statement, conflict: "Conflict") -> date | None:
    """Return the day of the map on which a statement is looked up, None = undated."""
    return min(max(one.date_to, conflict.first_day), conflict.last_day) if one.date_to else None


def _line(rows: list[Statement], conflict: "Conflict", words: "Words", way: Way) -> Line:
    first = rows[0]
    found = chips(first, conflict, words, written=False)
    return Line(
        quote="" if first.of_table else first.quote,
        cell=cell_in_words(first, words) if first.of_table else "",
        language=first.carrier.language,
        speaker=conflict.said(first.claimant, words.language),
        carried=carried(first, conflict, words),
        chips=tuple(chip for chip in found if chip.kind != "scope"),
        about=about(first, words),
        places=tuple(_place(one, conflict, words, way) for one in rows),
    )


def _place(one: Statement, conflict: "Conflict", words: "Words", way: Way) -> Place:
    area = one.area_id if one.area_id in conflict.areas.index else ""
    day = day_on_map(one, conflict)
    href, iso = way(area, day, one.report_id), day.isoformat() if day else ""
    far = "" if one.scope == Scope.NAMED else reach(one, conflict, words)
    return Place(area_name(conflict, one.area_id, words), far, href, area, iso, one.report_id)
