"""Why an area looks as it does on a day: status, contradiction, marks, age and the rule's steps."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geo.looks import shown_marks, told_status
from geo.reading import Claim, Conflict, Scope, Status
from geo.sentences.ended import ended, ends_in_words, past_rules
from geo.sentences.names import actor_name, silence
from geo.sentences.speech import MOST, capital, clauses, found, hedges_of, speakers
from geo.sentences.statements import statements_of
from geo.sentences.subject import AreaControl, Subject, age_days
from geo.timeline import BEHIND

if TYPE_CHECKING:
    from datetime import date

    from geo.sentences.account import Account
    from geo.sentences.statements import Statement
    from geo.words import Words

RETOLD: Final = ("voted", "outvoted", *BEHIND)
"""Columns of control whose reports the sentences retell."""


class Told(NamedTuple):
    """A sentence of ours, and the reports that it stands on; none where it says that nobody speaks."""

    text: str
    report_ids: tuple[str, ...]


def explanation(
    subject: Subject, control: AreaControl, statements: Iterable["Statement"]
) -> tuple[Told, ...]:
    """Return the sentences that say why the area looks as it does, the status first."""
    said = {statement.report_id: statement for statement in statements}
    found = [
        *_on_status(subject, control, said),
        *_on_support(subject, control, said),
        *_on_contradiction(subject, control, said),
        *_on_newer(subject, control, said),
        *_on_marks(subject, control, said),
        *_on_age(subject, control),
    ]
    return tuple(found)


def why(account: "Account", area_id: str, day: "date", words: "Words") -> tuple[Told, ...]:
    """Return the sentences of an area's panel, each with the reports that it stands on."""
    control = account.area(area_id, day)
    said = account.statements(behind(control))
    return explanation(Subject(account.conflict, area_id, day, words, account.narrator), control, said)


def behind(control: AreaControl) -> list[str]:
    """Return the ids of all reports that a sentence about the look may retell."""
    return [one for name in RETOLD for one in getattr(control, name)]


def sentence(subject: Subject, control: AreaControl, statements: Iterable["Statement"]) -> str:
    """Return the explanation as one paragraph."""
    return " ".join(told.text for told in explanation(subject, control, statements))


def rules(control: AreaControl, conflict: Conflict, day: "date", words: "Words") -> tuple[str, ...]:
    """Return the steps of the rule that decided the area's look on the day, in order."""
    voted = statements_of(conflict, control.voted)
    applied = {
        "table": any(one.of_table and one.cell_days for one in voted),
        **past_rules(control, conflict, day),
        "outvoted": bool(control.outvoted),
        told_status(control)[0]: True,
        "contradicted": control.contradicted,
        "newer": bool(control.against_since),
        "fighting": control.fighting,
        "changing": control.changing_hands,
        "stale": control.stale,
    }
    counts = {"history": conflict.window_days, "stale": conflict.stale_days}
    return tuple(
        words.say(f"explain.rule.{name}", count=counts.get(name, 0)) for name, on in applied.items() if on
    )


def _on_status(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[Told]:
    words = subject.words
    if control.status == Status.UNREPORTED:
        yield from _on_silence(subject, control, said)
        return
    voted = tuple(control.voted)
    both = (*voted, *control.blank_by) if control.blank else voted
    if control.status == Status.DISPUTED:
        key = "explain.blank" if control.blank else "explain.disagree"
        yield _retold(subject, words.say(key), found(control.blank_by, said))._replace(report_ids=both)
    parts = [*clauses(subject, found(voted, said))]
    parts += clauses(subject, found(control.blank_by, said)) if control.blank else ()
    yield Told(words.say("explain.clauses", clauses=capital(words.say("explain.joined").join(parts))), both)
    if control.status == Status.CLAIMED:
        yield Told(words.say("explain.only_own_side"), voted)
    if control.status == Status.CONCEDED:
        holder = actor_name(subject.conflict, control.holders[0], words)
        yield Told(words.say("explain.rival_concedes", holder=holder), voted)
    if control.wide:
        yield Told(words.say("explain.nobody_names", area=subject.area), voted)


def _on_silence(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[Told]:
    """Yield that the narrator takes no position, and what they deny all the same."""
    words = subject.words
    ends = ended(control, subject.conflict, subject.day)
    unsaid = silence(subject.conflict, subject.narrator, words, subject.area)
    unsaid = ends_in_words(subject, ends) if ends else unsaid
    if not control.denied:
        yield _told(words.say("explain.silence", said=unsaid), ends)
        return
    yield _told(unsaid, ends)
    parts = clauses(subject, found(control.denied_by, said))
    text = words.say("explain.denied_alone", clauses=words.say("explain.joined").join(parts))
    yield Told(text, tuple(control.denied_by))


def _on_support(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[Told]:
    """Yield who else says the same, of a wider area: outvoted voices that name the one holder."""
    if len(control.holders) != 1 or control.blank:
        return
    voices = {one.voice_id for one in found(control.voted, said)}
    wider = [one for one in found(control.outvoted, said) if one.party in control.holders]
    if others := [one for one in wider if one.voice_id not in voices]:
        parts = subject.words.say("explain.joined").join(clauses(subject, others))
        yield _told(subject.words.say("explain.also", clauses=parts), others)


def _on_newer(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[Told]:
    """Yield the words about a wider place that are as new as the votes and speak against them."""
    if newer := found(control.against_since, said):
        parts = subject.words.say("explain.joined").join(clauses(subject, newer))
        yield _told(subject.words.say("explain.newer", clauses=parts, area=subject.area), newer)


def _on_contradiction(
    subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]
) -> Iterator[Told]:
    if "contradicted" not in shown_marks(control):
        return
    ids = [one for one in control.contradicted_by if one not in control.blank_by]
    against = found(sorted(ids, key=lambda one: one in control.denying), said)
    somewhere = [one for one in against if one.scope == Scope.PART_OF]
    yield from _against(subject, [one for one in against if one.scope != Scope.PART_OF])
    if somewhere:
        parts = subject.words.say("explain.joined").join(clauses(subject, somewhere))
        yield _told(subject.words.say("explain.somewhere", clauses=parts, area=subject.area), somewhere)


def _against(subject: Subject, against: Sequence["Statement"]) -> Iterator[Told]:
    if parts := list(clauses(subject, against)):
        more = len(parts) - MOST
        shown = [*parts[:MOST], subject.words.say("explain.more_against", count=more)] if more > 0 else parts
        text = subject.words.say(
            "explain.contradicted", clauses=subject.words.say("explain.joined").join(shown)
        )
        yield _told(text, against)


def _on_marks(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[Told]:
    yield from _changing(subject, found(control.changing_hands_by, said))
    yield from _fighting(subject, found(control.fighting_by, said))


def _on_age(subject: Subject, control: AreaControl) -> Iterator[Told]:
    if age := age_days(control):
        text = subject.words.say("explain.stale" if control.stale else "explain.age", count=age)
        yield Told(text, tuple(control.voted))


def _changing(subject: Subject, said: Sequence["Statement"]) -> Iterator[Told]:
    words = subject.words
    windows = [statement for statement in said if statement.date_from and statement.date_to]
    for (first, last), within in sorted(_by(windows, lambda s: (s.date_from, s.date_to)).items()):
        text = words.say(
            "explain.changing",
            first=words.plain_day(first) if first.month != last.month else words.number(first.day),
            last=words.plain_day(last),
            speakers=words.list(speakers(subject, within)).removesuffix(","),
        )
        yield _retold(subject, text, within)


def _fighting(subject: Subject, said: Sequence["Statement"]) -> Iterator[Told]:
    words = subject.words
    by_claim = _by(said, lambda s: s.claim)
    if fights := by_claim.get(Claim.FIGHTING):
        text = words.say("explain.fighting", speakers=capital(words.list(speakers(subject, fights))))
        yield _retold(subject, text, fights)
    for party, attacks in _by(by_claim.get(Claim.ATTACKED, []), lambda s: s.party).items():
        text = words.say(
            "explain.attacks",
            speakers=capital(words.list(speakers(subject, attacks))),
            party=actor_name(subject.conflict, party, words),
        )
        yield _retold(subject, text, attacks)


def _retold(subject: Subject, text: str, said: Sequence["Statement"]) -> Told:
    """Return a sentence with the statements it retells, and with the words that weaken them."""
    if hedges := hedges_of(subject, said):
        text = f"{text} {subject.words.say('explain.hedges', words=subject.words.list(hedges))}"
    return _told(text, said)


def _told(text: str, said: Iterable["Statement"]) -> Told:
    return Told(text, tuple(one.report_id for one in said))


def _by(said: Iterable["Statement"], key: Callable[["Statement"], Any]) -> dict[Any, list["Statement"]]:
    """Return the statements by a key, in the order in which the keys appear."""
    found: dict[Any, list[Statement]] = {}
    for statement in said:
        found.setdefault(key(statement), []).append(statement)
    return found
