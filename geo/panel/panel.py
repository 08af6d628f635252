"""The panel of one area on a day, as plain data and as HTML."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.looks import shown_marks
from geo.panel.cards import Card, cards
from geo.panel.html import rendered
from geo.panel.sections import Part, parts
from geo.sentences import (
    Account,
    AreaControl,
    Chain,
    Statement,
    Subject,
    Witnesses,
    actor_name,
    age_days,
    area_name,
    chains,
    explanation,
    rules,
    witnesses,
)

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words


@dataclass(frozen=True)
class Section:
    """A titled group of cards; a folded one opens on click."""

    key: str
    title: str
    count: int
    folded: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Panel:
    """Everything that the panel of one area says on one day."""

    area_id: str
    name: str
    local_names: tuple[tuple[str, str], ...]
    status: str
    status_word: str
    marks: tuple[str, ...]
    counts: str
    against: tuple[str, ...]
    sentences: tuple[str, ...]
    rules: tuple[str, ...]
    chains: tuple[Chain, ...]
    sections: tuple[Section, ...]
    nothing: str


def panel(subject: Subject, control: AreaControl, statements: Sequence[Statement]) -> Panel:
    """Return the panel of an area.

    Parameters
    ----------
    subject
        The area, the day and the words.
    control
        The area's row of `geo.timeline.day.control` on that day.
    statements
        Everything said about it up to that day (`geo.sentences.statements.statements_about`), of the same
        narrator and day of knowledge; each is on exactly one card.
    """
    conflict, words = subject.conflict, subject.words
    voters = _among(statements, control.voted)
    found = parts(statements, control, area_id=subject.area_id, day=subject.day, conflict=conflict)
    shown = [one for part in found if not part.folded for one in part.statements]
    counted = witnesses(voters, conflict)
    return Panel(
        area_id=subject.area_id,
        name=subject.area,
        local_names=_local_names(subject),
        status=str(control.status),
        status_word=status_word(conflict, control, words),
        marks=tuple(marks(control, words)),
        counts=_counts(counted, _among(statements, control.blank_by), words),
        against=_names_against(counted, voters),
        sentences=tuple(told.text for told in explanation(subject, control, statements)),
        rules=rules(control, conflict, words),
        chains=chains(shown, control.voted),
        sections=tuple(_section(part, subject) for part in found),
        nothing="" if statements else words.say("panel.none", area=subject.area),
    )


def panel_html(account: Account, area_id: str, day: date, words: "Words") -> str:
    """Return the panel of an area as HTML."""
    subject = Subject(account.conflict, area_id, day, words, account.narrator)
    made = panel(subject, account.area(area_id, day), account.said(area_id, day))
    return rendered("panel.html.j2", words, panel=made)


def marks(control: AreaControl, words: "Words") -> Iterator[str]:
    """Yield what stands beside the colour: fighting, contradiction, changing hands, age."""
    yield from (words.say(f"panel.{mark}") for mark in shown_marks(control))
    if age := age_days(control):
        yield words.say("panel.stale_days_old" if control.stale else "panel.days_old", count=age)


def status_word(conflict: "Conflict", control: AreaControl, words: "Words") -> str:
    """Return the status as shown on the chip beside the name."""
    names = words.list([actor_name(conflict, holder, words) for holder in control.holders])
    return words.say(f"panel.status.{control.status}", holders=names)


def _local_names(subject: Subject) -> tuple[tuple[str, str], ...]:
    areas = subject.conflict.areas
    local = str(areas.at[subject.area_id, "name_fa"] or "") if "name_fa" in areas else ""
    return (("fa", local),) if local and local != subject.area else ()


def _among(statements: Iterable[Statement], report_ids: Container[str]) -> list[Statement]:
    return [one for one in statements if one.report_id in report_ids]


def _counts(counted: Witnesses, denials: Iterable[Statement], words: "Words") -> str:
    """Return how many stand behind the colour, and how many deny it; "" = nobody votes."""
    if not counted.voices:
        return ""
    counts = {kind: len(getattr(counted, kind)) for kind in ("voices", "origins", "carriers")}
    deniers = {one.voice_id for one in denials}
    counts |= {"denied_by": len(deniers)} if deniers else {}
    return " · ".join(words.say(f"panel.{kind}", count=count) for kind, count in counts.items())


def _names_against(counted: Witnesses, voters: Sequence[Statement]) -> tuple[str, ...]:
    names = {one.voice_id: one.claimant for one in voters}
    return tuple(names[voice] for voice in counted.against_interest)


def _section(part: Part, subject: Subject) -> Section:
    conflict, words = subject.conflict, subject.words
    wholes = dict.fromkeys(one.area_id for one in part.statements)
    whole = words.list([area_name(conflict, area, words) for area in wholes])
    title = words.say(f"panel.section.{part.key}", whole=whole)
    made = cards(part.statements, conflict, words)
    return Section(part.key, title, len(made), part.folded, made)
