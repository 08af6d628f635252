"""Above the time bar: what its signs mean, and a mark for each day of key events, opening to their words."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from geo.panel.article_statements import Line, Way, lines
from geo.panel.html import rendered

if TYPE_CHECKING:
    from geo.reading import KeyEvent
    from geo.sentences import Account
    from geo.words import Words


class Event(NamedTuple):
    """An event's text and the statements that it cites."""

    text: str
    lines: tuple[Line, ...]


class Marked(NamedTuple):
    """A day with events: its place among the days shown, its words, the way to it."""

    at: int
    iso: str
    day: str
    href: str
    events: tuple[Event, ...]


def events_html(account: "Account", days: Sequence[date], words: "Words", way: Way) -> str:
    """Return the marks of the events on the days shown, and what the signs of the bar mean; "" without any.

    An event stands only where all its reports do: on a narrator's map not one that cites another side, and
    not before its articles were published.
    """
    marked = list(_marked(account, days, words, way))
    turning = any(day in account.changing for day in days[1:])  # the first has no day before it
    if not marked and not turning:
        return ""
    return rendered("events.html.j2", words, marked=marked, turning=turning)


def _marked(account: "Account", days: Sequence[date], words: "Words", way: Way) -> Iterator[Marked]:
    there = [one for one in account.conflict.events if account.admits(one.reports) and one.day in days]
    for day, some in groupby(there, key=lambda one: one.day):
        told = tuple(_event(one, account, words, way) for one in some)
        yield Marked(days.index(day), day.isoformat(), words.day(day), way("", day, ""), told)


def _event(event: "KeyEvent", account: "Account", words: "Words", way: Way) -> Event:
    said = account.statements(event.reports)
    found, _ = lines(said, account.conflict, words, way, most=len(said))
    return Event(event.said(words.language), found)
