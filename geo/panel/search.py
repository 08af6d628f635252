"""What a reader can search: places, speakers, outlets and every statement; for page and file alike."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from geo.paint import compact_json
from geo.panel.article_statements import day_on_map, told_once
from geo.panel.cards import about
from geo.sentences import Statement, area_name, as_statements, cell_in_words, parent_of, spellings_of
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

MOST_SEARCHED: Final = 20_000
"""Statements that can be searched, the first of the file."""

Reachable: TypeAlias = Callable[[str, date | None], bool]
"""Whether the map shows an area on a day (None = undated), told by everyone, with all that is known."""


def searched(
    conflict: "Conflict",
    words: "Words",
    areas: Iterable[str] | None = None,
    reachable: Reachable = lambda _area, _day: True,
) -> dict[str, Any]:
    """Return what the script searches (`finding.js`), as it is shown; the script folds it once.

    Parameters
    ----------
    areas
        Those of the map, None = all; statements about others are left out.
    reachable
        Of an area and a day; what the map does not show there is left out.

    Returns
    -------
    dict
        `places`, `speakers`, `outlets`: pairs of a name and its other spellings, a place with its id and
        what it lies in. `groups`, `texts`, `abouts`: each once, a text with its translations. `said`: rows of
        numbers into them, in the order of the days: text, speaker, outlet, about, whether a cell, and the
        places: number, day ("" = undated), report and, where it is said of a group, that group's number.
    """
    index = Index(conflict, words, list(map(str, conflict.areas.index if areas is None else areas)))
    rows = told_once(as_statements(conflict, conflict.reports))[:MOST_SEARCHED]
    said: dict[tuple[int, ...], list[Any]] = {}
    for one in sorted(rows, key=_day):
        if ways := index.ways(one, reachable):
            said.setdefault(index.row(one[0]), []).extend(ways)
    return {**index.table(), "said": [[*row, _once(ways)] for row, ways in said.items()]}


def searched_json(conflict: "Conflict", words: "Words") -> bytes:
    """Return what is searched on a page, as it is served."""
    return compact_json(searched(conflict, words))


def _once(ways: list[Any]) -> list[Any]:
    """Return the first way to each place on each day: words that are read in two ways are listed once."""
    found = dict[tuple[Any, ...], list[Any]]()
    for place, day, report, *group in ways:
        found.setdefault((place, day, *group), [place, day, report, *group])
    return list(found.values())


def _day(rows: list[Statement]) -> date:
    return rows[0].date_to or date.max


class Index:
    """The lists that rows of statements refer to; an item's number is its place."""

    def __init__(self, conflict: "Conflict", words: "Words", areas: list[str]) -> None:
        self.conflict, self.words, self.areas = conflict, words, areas
        self.numbers = {area: number for number, area in enumerate(areas)}
        self.speakers, self.outlets, self.groups = dict[str, int](), dict[str, int](), dict[str, int]()
        self.texts, self.abouts = dict[str, int](), dict[str, int]()

    def table(self) -> dict[str, Any]:
        """Return the lists as the script reads them."""
        named = spellings_of(self.conflict)
        return {
            "places": [self._place(area, named.get(area, ())) for area in self.areas],
            "speakers": [self._said(one) for one in self.speakers],
            "outlets": [self._said(one) for one in self.outlets],
            "groups": [visible(area_name(self.conflict, one, self.words)) for one in self.groups],
            "texts": [self._said(one, shown=one) for one in self.texts],
            "abouts": list(self.abouts),
        }

    def row(self, one: Statement) -> tuple[int, ...]:
        """Return a statement: its text, speaker, outlet, days, and whether it is a cell."""
        text = cell_in_words(one, self.words) if one.of_table else one.quote
        return (
            _number(self.texts, text),
            _number(self.speakers, one.claimant),
            _number(self.outlets, one.carrier.outlet),
            _number(self.abouts, about(one, self.words)),
            int(one.of_table),
        )

    def ways(self, rows: list[Statement], reachable: Reachable) -> list[Any]:
        """Return the ways to a statement on the map, one for each of its places that the map shows."""
        return [way for one in rows if (way := self._way(one, reachable))]

    def _way(self, one: Statement, reachable: Reachable) -> list[Any] | None:
        """Return where a statement is shown: of a group, in the first of its areas on the map."""
        group = self.conflict.groups.get(one.area_id)
        day = day_on_map(one, self.conflict)
        there = (area for area in (group.areas if group else (one.area_id,)) if area in self.numbers)
        area = next((area for area in there if reachable(area, day)), None)
        if area is None:
            return None
        found = [self.numbers[area], day.isoformat() if day else "", one.report_id]
        return [*found, _number(self.groups, one.area_id)] if group else found

    def _place(self, area: str, named: Iterable[str]) -> list[str]:
        parent = parent_of(self.conflict, area)
        within = parent.named(self.words.language) if parent else ""
        name = area_name(self.conflict, area, self.words)
        return [visible(name), "\n".join(named), area, visible(within)]

    def _said(self, text: str, shown: str = "") -> list[str]:
        """Return a text as shown, "" = in the language of the words, and as it is otherwise, "" = not."""
        shown = shown or self.conflict.said(text, self.words.language)
        others = {self.conflict.said(text, one) for one in ("", *self.conflict.translations)} - {shown}
        return [visible(shown), "\n".join(sorted(others))]


def _number(known: dict[str, int], text: str) -> int:
    return known.setdefault(text, len(known))
