"""What changed on the map, and where two maps differ, as HTML."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

from geo.panel.html import rendered
from geo.sentences import (
    ONE_DAY,
    Account,
    Change,
    Parting,
    area_name,
    changes_on,
    fitting,
    last_changes,
    parting_in_words,
    partings,
)

if TYPE_CHECKING:
    from geo.panel.areas import Link
    from geo.view import View
    from geo.words import Words

MOST_CHANGED: Final = 15
MOST_PARTINGS: Final = 40
"""Changes, and differences, that a list names before it counts the rest."""

MOST_NAMED: Final = 8
"""Areas that the line on a day's changes names before it counts the rest, as a screen reader hears them."""


class ChangeLink(NamedTuple):
    """A change and the address of the panel that shows its quotes."""

    change: Change
    href: str


class Turned(NamedTuple):
    """An area that changed, and the address of its panel."""

    area_id: str
    area: str
    href: str


class PartingLine(NamedTuple):
    """Where two maps differ, cut at the area's name, and the address of its panel."""

    area_id: str
    before: str
    area: str
    after: str
    href: str


def changes_html(account: Account, day: date, words: "Words", link: "Link", *, since: str = "") -> str:
    """Return what changed since the day before; where nothing did, the last change before that.

    Nothing ("") on the first day of the map. `link` gives the address of an area and a quote; `since` is
    what the day before is called, if not by its date.
    """
    if day <= account.conflict.first_day:
        return ""
    made = changes_on(account, day, words, MOST_CHANGED)
    last = None if made.found else last_changes(account, day, words, MOST_CHANGED)
    shown = last or made
    return rendered(
        "changes.html.j2",
        words,
        since=since or words.plain_day(day - ONE_DAY),
        changed=bool(made.found),
        last=words.plain_day(last.day) if last else "",
        changes=[_linked(change, link) for change in shown.found],
        more=shown.more,
        quotes=words.say(fitting(account.conflict, "panel.changed_quotes")),
    )


def turned_html(account: Account, day: date, words: "Words", link: "Link") -> str:
    """Return in one line which areas changed on a day, the first by name; "" on the first day of the map.

    `link` gives the address of an area.
    """
    if day <= account.conflict.first_day:
        return ""
    areas = account.changing.get(day, [])
    named = [
        Turned(area, area_name(account.conflict, area, words), link(area)) for area in areas[:MOST_NAMED]
    ]
    return rendered(
        "turned.html.j2", words, count=len(areas), named=named, more=max(len(areas) - MOST_NAMED, 0)
    )


def partings_html(
    accounts: tuple[Account, Account], views: tuple["View", "View"], words: "Words", link: "Link"
) -> str:
    """Return where two views differ, first where they name other holders, then where only how surely.

    `link` gives the address of an area.
    """
    tables = [account.control(view.day) for account, view in zip(accounts, views, strict=True)]
    found = sorted(partings(*tables), key=lambda parting: parting.only_surely)
    shown = found[:MOST_PARTINGS]

    def line(parting: Parting) -> PartingLine:
        conflict = accounts[0].conflict
        said = parting_in_words(conflict, parting, views, words)
        before, area, after = said.partition(area_name(conflict, parting.area_id, words))
        return PartingLine(parting.area_id, before, area, after, link(parting.area_id))

    return rendered(
        "partings.html.j2",
        words,
        lines=[line(one) for one in shown if not one.only_surely],
        surely=[line(one) for one in shown if one.only_surely],
        more=len(found) - len(shown),
    )


def partings_places(words: "Words", line: PartingLine) -> tuple[str, str]:
    """Return the list of where two maps differ, for a script to fill, and what it says where nothing does.

    In the first, `line` stands under both headings, and one more difference is counted.
    """
    filled = rendered("partings.html.j2", words, lines=[line], surely=[line], more=1)
    return filled, rendered("partings.html.j2", words, lines=[], surely=[], more=0)


def pair_html(lists: Sequence[tuple[str, str]], words: "Words") -> str:
    """Return the lists of two maps, each under its map's title: pairs of title and HTML."""
    return rendered("pair.html.j2", words, lists=[(title, Markup(html)) for title, html in lists])  # noqa: S704


def _linked(change: Change, link: "Link") -> ChangeLink:
    return ChangeLink(change, link(change.area_id, *change.report_ids[:1]))
