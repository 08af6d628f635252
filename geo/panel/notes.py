"""What stands around the map in words: the day in a sentence, silence, the reports' end, the two clocks."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from geo.panel.html import rendered
from geo.reading import Status
from geo.sentences import Account, carriers_of, fitting, lead_of, narrator_says, silence

if TYPE_CHECKING:
    from geo.sentences import Statement
    from geo.words import Words


class Clock(NamedTuple):
    """The two clocks in words: the day that is shown and the day of knowledge ("" = everything known)."""

    day: str
    known: str


def notes_html(account: Account, day: date, words: "Words") -> str:
    """Return what a reader must know of the day's map beside its colours.

    That it is blank, or what its colours rest on and how old that is; on the last day that the reports
    end; and always what the map cannot know (`limits` of the conflict). Of the colours something is said on
    every day that has any, so that the map stays where it is while days go by.
    """
    conflict, control = account.conflict, account.control(day)
    lines = []
    if (control["status"] == Status.UNREPORTED).all():
        lines.append(silence(conflict, account.narrator, words))
    if day >= conflict.last_day and conflict.ends:
        lines.append(conflict.ends)
    quiet = list(_age(control, words))
    return rendered("notes.html.j2", words, lines=lines, quiet=quiet, limits=conflict.limits)


def _age(control: pd.DataFrame, words: "Words") -> Iterator[str]:
    """Yield the age of the newest word."""
    ages = control["age_days"].dropna()
    if len(ages):
        age = int(ages.min())
        yield words.say("panel.newest_word", count=age) if age else words.say("panel.newest_word_today")


def _one_statement(account: Account, control: pd.DataFrame, words: "Words") -> str:
    """Return that all colours of a day rest on one original statement; "" = they do not, or there is one."""
    voting = control["voted"][control["voted"].map(len) > 0]
    one = _only_one(account, voting) if len(voting) > 1 else None
    if not one or not one.date_to:
        return ""
    outlet, day = account.conflict.said(one.carrier.outlet, words.language), words.plain_day(one.date_to)
    return words.say("panel.one_statement", count=len(voting), outlet=outlet, day=day)


def _only_one(account: Account, voting: "pd.Series[Any]") -> "Statement | None":
    """Return a row of the one original statement behind all votes; None = there are more."""
    first = None
    for ids in voting:  # ends at the second original: a large map has many votes
        for said in account.statements(ids):
            first = first or said
            if said.origin_id != first.origin_id:
                return None
    return first


def lead_html(account: Account, day: date, clock: Clock, words: "Words") -> str:
    """Return the sentence of the day; `clock` says the day, and that of knowledge, without year."""
    return rendered("lead.html.j2", words, text=lead_in_words(account, day, clock, words))


def lead_in_words(account: Account, day: date, clock: Clock, words: "Words") -> str:
    """Return the sentence of the day as text; where all colours rest on one statement, that, too."""
    known = words.say("lead.known", day=clock.day, known=clock.known) if clock.known else clock.day
    told = lead_of(account, day, words, said_day=known)
    return " ".join(filter(None, (told, _one_statement(account, account.control(day), words))))


def clocks_html(account: Account, clock: Clock, words: "Words") -> str:
    """Return in one sentence what the two clocks are set to, and for whom.

    The account decides what had been published; `clock` says the days in words, so that a one-file map
    can leave places for them.
    """
    return rendered("clocks.html.j2", words, text=_clocks(account, clock, words), known=bool(clock.known))


def _clocks(account: Account, clock: Clock, words: "Words") -> str:
    conflict = account.conflict
    narrator = narrator_says(conflict, account.narrator, words)
    if account.known is None:
        return words.say("page.clock_all", narrator=narrator, day=clock.day)
    if not conflict.dated:
        return words.say("page.clock_undated", narrator=narrator, day=clock.day, known=clock.known)
    carriers = list(carriers_of(conflict).values())
    published = pd.Series([one.published_to for one in carriers], dtype=object).dropna()
    return words.say(
        fitting(account.conflict, "page.clock_known"),
        narrator=narrator,
        day=clock.day,
        known=clock.known,
        count=sum(day <= account.known for day in published),
        total=len(carriers),
        inferred=sum(one.inferred for one in carriers),
    )
