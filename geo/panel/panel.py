"""The panel of one area on a day, as plain data and as HTML."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from geo.looks import DENIED, mark_key, shown_marks, told_status
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
    denials,
    explanation,
    fitting,
    hedges_of,
    name_in,
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
    agreement: str


def panel(subject: Subject, control: AreaControl, statements: Sequence[Statement]) -> Panel:
    """Return the panel of an area.

    Parameters
    ----------
    subject
        The area, the day and the words.
    control
        The area's row of `geo.timeline.day.control` on that day.
    statements
        Everything said about it up to that day (`geo.sentences.Account.said`), of the same narrator and
        day of knowledge; each is on exactly one card.
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
        marks=tuple(marks(control, words, hedges_of(subject, _among(statements, denials(control))))),
        counts=_counts(voters, _among(statements, control.blank_by), subject),
        against=tuple(conflict.said(name, words.language) for name in _names_against(counted, voters)),
        sentences=tuple(told.text for told in explanation(subject, control, statements)),
        rules=rules(control, conflict, subject.day, words),
        chains=tuple(_in_language(one, subject) for one in chains(shown, control.voted)),
        sections=tuple(_section(part, subject) for part in found),
        nothing="" if statements else words.say("panel.none", area=subject.area),
        agreement=conflict.grades,
    )


def panel_html(account: Account, area_id: str, day: date, words: "Words") -> str:
    """Return the panel of an area as HTML."""
    subject = Subject(account.conflict, area_id, day, words, account.narrator)
    made = panel(subject, account.area(area_id, day), account.said(area_id, day))
    return rendered("panel.html.j2", words, panel=made, fit=partial(fitting, account.conflict))


def marks(control: AreaControl, words: "Words", hedges: Sequence[str] = ()) -> Iterator[str]:
    """Yield what stands beside the status: hedges, a wider area, fighting, contradiction, changes, age."""
    yield from hedges
    if control.wide:
        yield words.say("panel.wide")
    yield from (
        words.say(f"panel.{mark_key(control, mark)}") for mark in shown_marks(control) if mark != DENIED
    )
    if age := age_days(control):
        yield words.say("panel.stale_days_old" if control.stale else "panel.days_old", count=age)


def status_word(conflict: "Conflict", control: AreaControl, words: "Words") -> str:
    """Return the status as shown on the chip beside the name."""
    key, holders = told_status(control)
    names = words.list([actor_name(conflict, holder, words) for holder in holders])
    return words.say(f"panel.status.{key}", holders=names)


def _in_language(chain: Chain, subject: Subject) -> Chain:
    """Return a chain with its speakers and outlets as the language of the words has them."""
    conflict, language = subject.conflict, subject.words.language
    here = (tuple(conflict.said(one, language) for one in names) for names in (chain.speakers, chain.outlets))
    speakers, outlets = here
    return chain._replace(speakers=speakers, outlets=outlets)


def _local_names(subject: Subject) -> tuple[tuple[str, str], ...]:
    local = name_in(subject.conflict, subject.area_id, "fa")
    return (("fa", local),) if local and local != subject.area else ()


def _among(statements: Iterable[Statement], report_ids: Container[str]) -> list[Statement]:
    return [one for one in statements if one.report_id in report_ids]


def _counts(voters: Sequence[Statement], denials: Iterable[Statement], subject: Subject) -> str:
    """Return how many stand behind the colour, and how many deny it; "" = nobody votes."""
    if not voters:
        return ""
    words, counted = subject.words, witnesses(voters, subject.conflict)
    kinds = ("tables",) if all(one.of_table for one in voters) else ("origins", "carriers")
    sizes = {
        "tables": len(counted.carriers),
        "origins": len(counted.origins),
        "carriers": len(counted.carriers),
    }
    counts = [words.say(f"panel.{kind}", count=sizes[kind]) for kind in kinds]
    if deniers := len({one.voice_id for one in denials}):
        counts.append(words.say("panel.denied_by", count=deniers))
    return " · ".join([_speakers(voters, subject), *counts])


def _speakers(voters: Sequence[Statement], subject: Subject) -> str:
    """Return how many speak for the holder; where they differ, how many for each."""
    words, by_holder = subject.words, dict[str, set[str]]()
    for one in voters:
        by_holder.setdefault(one.party, set()).add(one.voice_id)
    if len(by_holder) == 1:
        return words.say("panel.voices", count=len(*by_holder.values()))
    each = ((actor_name(subject.conflict, holder, words), len(said)) for holder, said in by_holder.items())
    return words.say("dates.list_comma").join(
        words.say("panel.voices_for", count=count, holder=holder) for holder, count in each
    )


def _names_against(counted: Witnesses, voters: Sequence[Statement]) -> tuple[str, ...]:
    names = {one.voice_id: one.claimant for one in voters}
    return tuple(names[voice] for voice in counted.against_interest)


def _section(part: Part, subject: Subject) -> Section:
    conflict, words = subject.conflict, subject.words
    wholes = dict.fromkeys(one.area_id for one in part.statements)
    whole = words.list([area_name(conflict, area, words) for area in wholes])
    holder = actor_name(conflict, part.holder, words) if part.holder else ""
    title = words.say(f"panel.section.{part.key}", whole=whole, holder=holder)
    made = cards(part.statements, conflict, words)
    return Section(part.key, title, len(made), part.folded, made)
