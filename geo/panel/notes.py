"""What stands around the map in words: that nobody speaks, that the reports end, what the clocks say."""

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
    """Return that the map is blank, when it is, and on its last day that the reports end; "" = neither."""
    conflict = account.conflict
    lines = []
    if (account.control(day)["status"] == Status.UNREPORTED).all():
        lines.append(silence(conflict, account.narrator, words))
    if day >= conflict.last_day and conflict.ends:
        lines.append(conflict.ends)
    return rendered("notes.html.j2", words, lines=lines) if lines else ""


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
