"""Why an area looks as it does on a day: status, contradiction, marks, age and the rule's steps."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.looks import shown_marks
from geo.reading import EVERYONE, OTHERS, Claim, Conflict, Status
from geo.sentences.names import actor_name, narrator_name
from geo.sentences.speech import MOST, capital, clauses, found, speakers
from geo.sentences.subject import AreaControl, Subject, age_days

if TYPE_CHECKING:
    from geo.sentences.statements import Statement
    from geo.words import Words


def explanation(subject: Subject, control: AreaControl, statements: Iterable["Statement"]) -> tuple[str, ...]:
    """Return the sentences that say why the area looks as it does, the status first."""
    said = {statement.report_id: statement for statement in statements}
    found = [
        *_on_status(subject, control, said),
        *_on_contradiction(subject, control, said),
        *_on_marks(subject, control, said),
        *_on_age(subject, control),
    ]
    return tuple(found)


def sentence(subject: Subject, control: AreaControl, statements: Iterable["Statement"]) -> str:
    """Return the explanation as one paragraph."""
    return " ".join(explanation(subject, control, statements))


def rules(control: AreaControl, conflict: Conflict, words: "Words") -> tuple[str, ...]:
    """Return the steps of the rule that decided the area's look, in order."""
    applied = {
        "history": bool(control.history),
        "outvoted": bool(control.outvoted),
        "denied_hold" if control.blank else str(control.status): True,
        "contradicted": control.contradicted,
        "fighting": control.fighting,
        "changing": control.changing_hands,
        "stale": control.stale,
    }
    counts = {"history": conflict.window_days, "stale": conflict.stale_days}
    return tuple(
        words.say(f"explain.rule.{name}", count=counts.get(name, 0)) for name, on in applied.items() if on
    )


def silence(conflict: Conflict, narrator: str, words: "Words") -> str:
    """Return the sentence for a narrator who says nothing about who holds any area."""
    if narrator in {EVERYONE, OTHERS}:
        return words.say("explain.silent_everyone" if narrator == EVERYONE else "explain.silent_others")
    return words.say("explain.silent", narrator=narrator_name(conflict, narrator, words))


def _on_status(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[str]:
    words = subject.words
    if control.status == Status.UNREPORTED:
        yield words.say("explain.unreported", area=subject.area)
        return
    parts = list(clauses(subject, found(control.voted, said)))
    if control.blank:
        yield words.say("explain.denied_hold")
        parts += clauses(subject, found(control.blank_by, said))
    elif control.status == Status.DISPUTED:
        yield words.say("explain.disagree")
    yield words.say("explain.clauses", clauses=capital(words.say("explain.joined").join(parts)))
    if control.status == Status.CLAIMED:
        yield words.say("explain.only_own_side")
    if control.status == Status.CONCEDED:
        holder = actor_name(subject.conflict, control.holders[0], words)
        yield words.say("explain.rival_concedes", holder=holder)
    if control.wide:
        yield words.say("explain.nobody_names", area=subject.area)


def _on_contradiction(
    subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]
) -> Iterator[str]:
    if "contradicted" not in shown_marks(control):
        return
    ids = [one for one in control.contradicted_by if one not in control.blank_by]
    against = found(sorted(ids, key=lambda one: one in control.denying), said)
    if parts := list(clauses(subject, against)):
        yield subject.words.say(
            "explain.contradicted", clauses=subject.words.say("explain.joined").join(parts[:MOST])
        )


def _on_marks(subject: Subject, control: AreaControl, said: Mapping[str, "Statement"]) -> Iterator[str]:
    yield from _changing(subject, found(control.changing_hands_by, said))
    yield from _fighting(subject, found(control.fighting_by, said))


def _on_age(subject: Subject, control: AreaControl) -> Iterator[str]:
    if age := age_days(control):
        yield subject.words.say("explain.stale" if control.stale else "explain.age", count=age)


def _changing(subject: Subject, said: Sequence["Statement"]) -> Iterator[str]:
    words = subject.words
    windows = [statement for statement in said if statement.date_from and statement.date_to]
    for (first, last), within in sorted(_by(windows, lambda s: (s.date_from, s.date_to)).items()):
        yield words.say(
            "explain.changing",
            first=words.plain_day(first) if first.month != last.month else words.number(first.day),
            last=words.plain_day(last),
            speakers=words.list(speakers(subject, within)).removesuffix(","),
        )


def _fighting(subject: Subject, said: Sequence["Statement"]) -> Iterator[str]:
    words = subject.words
    by_claim = _by(said, lambda s: s.claim)
    if fights := by_claim.get(Claim.FIGHTING):
        yield words.say("explain.fighting", speakers=capital(words.list(speakers(subject, fights))))
    for party, attacks in _by(by_claim.get(Claim.ATTACKED, []), lambda s: s.party).items():
        yield words.say(
            "explain.attacks",
            speakers=capital(words.list(speakers(subject, attacks))),
            party=actor_name(subject.conflict, party, words),
        )


def _by(said: Iterable["Statement"], key: Callable[["Statement"], Any]) -> dict[Any, list["Statement"]]:
    """Return the statements by a key, in the order in which the keys appear."""
    found: dict[Any, list[Statement]] = {}
    for statement in said:
        found.setdefault(key(statement), []).append(statement)
    return found
