"""The panel of an area, the overview of all, and what changed: plain data, and its HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from geo.panel.cards import Card, cards
from geo.panel.html import rendered
from geo.panel.sections import Part, parts
from geo.reading.conflict import Conflict
from geo.reading.vocabulary import Scope
from geo.sentences import (
    AreaControl,
    Change,
    Subject,
    actor_name,
    area_name,
    contradicted_by_others,
    explanation,
    rules,
)
from geo.sentences.statements import Statement
from geo.sentences.witnesses import Chain, Witnesses, chains, witnesses
from geo.words import Words


@dataclass(frozen=True)
class Section:
    """A titled run of cards; a folded one opens on demand."""

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


class ChangeLink(NamedTuple):
    """A change and the address of the panel that shows its quotes."""

    change: Change
    href: str


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
        narrator and day of knowledge; each of them stands on exactly one card.
    """
    conflict, words = subject.conflict, subject.words
    voters = [one for one in statements if one.report_id in control.voted]
    found = parts(statements, control, area_id=subject.area_id, day=subject.day, conflict=conflict)
    shown = [one for part in found if not part.folded for one in part.statements]
    counted = witnesses(voters, conflict)
    return Panel(
        area_id=subject.area_id,
        name=subject.area,
        local_names=_local_names(subject),
        status=str(control.status),
        status_word=status_word(conflict, control, words),
        marks=tuple(marks(control, conflict, words)),
        counts=_counts(counted, _deniers(statements, control), words) if voters else "",
        against=_names_against(counted, voters),
        sentences=explanation(subject, control, statements),
        rules=rules(control, conflict, words),
        chains=chains(shown, control.voted),
        sections=tuple(_section(part, subject) for part in found),
        nothing="" if statements else words.say("panel.none", area=subject.area),
    )


def panel_html(made: Panel, words: Words, back: str = "") -> str:
    """Return the panel as HTML; `back` is the address without an area, "" = no way back."""
    return rendered("panel.html.j2", words, panel=made, back=back)


def changes_html(
    found: Sequence[ChangeLink], since: str, words: Words, *, more: int = 0, skipped: bool = False
) -> str:
    """Return what changed as HTML; `since` is the day before, or, `skipped`, an earlier one, in words."""
    return rendered("changes.html.j2", words, changes=found, since=since, more=more, skipped=skipped)


def marks(control: AreaControl, conflict: Conflict, words: Words) -> Iterator[str]:
    """Yield what stands beside the colour: fighting, contradiction, changing hands, age."""
    shown = {
        "fighting": control.fighting,
        "contradicted": contradicted_by_others(control),
        "changing_hands": control.changing_hands,
    }
    yield from (words.say(f"panel.{mark}") for mark, on in shown.items() if on)
    if age_days(control) > 0:
        stale = "stale_days_old" if age_days(control) > conflict.stale_days else "days_old"
        yield words.say(f"panel.{stale}", count=age_days(control))


def status_word(conflict: Conflict, control: AreaControl, words: Words) -> str:
    """Return the status as the chip beside the name has it."""
    names = words.list([actor_name(conflict, holder, words) for holder in control.holders])
    return words.say(f"panel.status.{control.status}", holders=names)


def age_days(control: AreaControl) -> int:
    """Return the days since the newest vote, 0 when nobody votes."""
    return 0 if pd.isna(control.age_days) else int(control.age_days)


def _local_names(subject: Subject) -> tuple[tuple[str, str], ...]:
    row = subject.conflict.areas.loc[subject.area_id]
    local = str(row.get("name_fa") or "")
    return (("fa", local),) if local and local != subject.area else ()


def _deniers(statements: Sequence[Statement], control: AreaControl) -> set[str]:
    """Return the voices whose denial makes the hold disputed."""
    denying = (one for one in statements if control.blank and one.report_id in control.denying)
    return {one.voice_id for one in denying if one.scope != Scope.PART_OF}


def _counts(counted: Witnesses, deniers: set[str], words: Words) -> str:
    counts = {kind: len(getattr(counted, kind)) for kind in ("voices", "origins", "carriers")}
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
