"""What stands around the map in words: that nobody speaks, that the reports end, what the clocks say."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from geo.panel.html import rendered
from geo.reading import Status
from geo.sentences import Account, carriers_of, narrator_says, silence

if TYPE_CHECKING:
    from geo.words import Words


class Clock(NamedTuple):
    """The two clocks in words: the day that is shown and the day of knowledge ("" = everything known)."""

    day: str
    known: str


def notes_html(account: Account, day: date, words: "Words") -> str:
    """Return what a reader must know of the day's map beside its colours.

    That it is blank, or what its colours rest on and how old that is; on the last day that the reports
    end; and always what the map cannot know (`limits` of the conflict).
    """
    conflict, control = account.conflict, account.control(day)
    lines = []
    if (control["status"] == Status.UNREPORTED).all():
        lines.append(silence(conflict, account.narrator, words))
    if day >= conflict.last_day and conflict.ends:
        lines.append(conflict.ends)
    quiet = list(_basis(account, control, words))
    if not (lines or quiet or conflict.limits):
        return ""
    return rendered("notes.html.j2", words, lines=lines, quiet=quiet, limits=conflict.limits)


def _basis(account: Account, control: pd.DataFrame, words: "Words") -> Iterator[str]:
    """Yield that all colours rest on one statement, when they do, and the age of the newest word."""
    said = account.statements(one for ids in control["voted"] for one in ids)
    voting = len(control) - int((control["status"] == Status.UNREPORTED).sum())
    if voting > 1 and len({one.origin_id for one in said}) == 1 and said[0].date_to:
        outlet = account.conflict.said(said[0].carrier.outlet, words.language)
        day = words.plain_day(said[0].date_to)
        yield words.say("panel.one_statement", count=voting, outlet=outlet, day=day)
    ages = control["age_days"].dropna()
    if len(ages) and (age := int(ages.min())):
        yield words.say("panel.newest_word", count=age)


def clocks_html(account: Account, clock: Clock, words: "Words") -> str:
    """Return in one sentence what the two clocks are set to, and for whom.

    The account decides what had been published; `clock` says the days in words, so that a one-file map
    can leave places for them.
    """
    return rendered("clocks.html.j2", words, text=_clocks(account, clock, words), known=bool(clock.known))


def _clocks(account: Account, clock: Clock, words: "Words") -> str:
    narrator = narrator_says(account.conflict, account.narrator, words)
    if account.known is None:
        return words.say("page.clock_all", narrator=narrator, day=clock.day)
    carriers = list(carriers_of(account.conflict).values())
    published = pd.Series([one.published_to for one in carriers], dtype=object).dropna()
    return words.say(
        "page.clock_known",
        narrator=narrator,
        day=clock.day,
        known=clock.known,
        count=sum(day <= account.known for day in published),
        total=len(carriers),
        inferred=sum(one.inferred for one in carriers),
    )
