"""What changed on the map, and where two maps differ, as HTML."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.panel.html import rendered
from geo.sentences import (
    ONE_DAY,
    Account,
    Change,
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


class ChangeLink(NamedTuple):
    """A change and the address of the panel that shows its quotes."""

    change: Change
    href: str


def changes_html(account: Account, day: date, words: "Words", link: "Link", *, since: str = "") -> str:
    """Return what changed since the day before; where nothing did, the last change before that.

    Nothing ("") on the first day of the map. `link` gives the address of an area and a quote; `since` is
    what the day before is called, if not by its date.
    """
    if day <= account.conflict.first_day:
        return ""
    made = changes_on(account, day, words)
    last = None if made.found else last_changes(account, day, words)
    found = last.found if last else made.found
    return rendered(
        "changes.html.j2",
        words,
        since=since or words.plain_day(day - ONE_DAY),
        changed=bool(made.found),
        last=words.plain_day(last.day) if last else "",
        changes=[_linked(change, link) for change in islice(found, MOST_CHANGED)],
        more=max(len(found) - MOST_CHANGED, 0),
        quotes=words.say(fitting(account.conflict, "panel.changed_quotes")),
    )


def partings_html(accounts: tuple[Account, Account], views: tuple["View", "View"], words: "Words") -> str:
    """Return where two views differ, in words."""
    tables = [account.control(view.day) for account, view in zip(accounts, views, strict=True)]
    lines: Sequence[str] = [
        parting_in_words(accounts[0].conflict, parting, views, words) for parting in partings(*tables)
    ]
    shown = lines[:MOST_PARTINGS]
    return rendered("partings.html.j2", words, lines=shown, more=len(lines) - len(shown))


def _linked(change: Change, link: "Link") -> ChangeLink:
    return ChangeLink(change, link(change.area_id, *change.report_ids[:1]))
