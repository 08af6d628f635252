"""Why an area looks as it does on a day: status, contradiction, marks, age and the rule's steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import EVERYONE, OTHERS, Claim, Scope, Status
from geo.sentences.speech import MOST, capital, clauses, found, speakers
from geo.sentences.statements import Statement
from geo.sentences.subject import AreaControl, Subject, actor_name, contradicted_by_others
from geo.words import Words


def explanation(subject: Subject, control: AreaControl, statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return the sentences that say why the area looks as it does, the status first."""
    said = {statement.report_id: statement for statement in statements}
    found = [
        *_on_status(subject, control, said),
        *_on_contradiction(subject, control, said),
        *_on_marks(subject, control, said.values()),
        *_on_age(subject, control),
    ]
    return tuple(found)


def sentence(subject: Subject, control: AreaControl, statements: Iterable[Statement]) -> str:
    """Return the explanation as one paragraph."""
    return " ".join(explanation(subject, control, statements))


def rules(control: AreaControl, conflict: Conflict, words: Words) -> tuple[str, ...]:
    """Return the steps of the rule that made the area's look, in the order of the rule."""
    stale = bool(control.voted) and control.age_days > conflict.stale_days
    applied = {
        "history": bool(control.history),
        "outvoted": bool(control.outvoted),
        "denied_hold" if control.blank else str(control.status): True,
        "contradicted": control.contradicted,
        "fighting": control.fighting,
        "changing": control.changing_hands,
        "stale": stale,
    }
    return tuple(
        words.say(f"explain.rule.{name}", count=conflict.stale_days) for name, on in applied.items() if on
    )


def silence(conflict: Conflict, narrator: str, words: Words) -> str:
    """Return that a narrator says nothing of who holds any area."""
    if narrator in {EVERYONE, OTHERS}:
        return words.say("explain.silent_everyone" if narrator == EVERYONE else "explain.silent_others")
    side = conflict.sides[narrator]
    return words.say("explain.silent", narrator=side.names.get(words.language, side.name))


def _on_status(subject: Subject, control: AreaControl, said: Mapping[str, Statement]) -> Iterator[str]:
    words = subject.words
    if control.status == Status.UNREPORTED:
        yield words.say("explain.unreported", area=subject.area)
        return
    parts = list(clauses(subject, found(control.voted, said)))
    if control.blank:
        yield words.say("explain.denied_hold")
        denials = [s for s in found(control.denying, said) if s.scope != Scope.PART_OF]
        parts += clauses(subject, denials)
    elif control.status == Status.DISPUTED:
        yield words.say("explain.disagree")
    yield words.say("explain.clauses", clauses=capital(words.say("explain.joined").join(parts)))
    if control.status == Status.CLAIMED:
        yield words.say("explain.only_own_side")
    if control.status == Status.CONCEDED:
        holder = actor_name(subject.conflict, control.holders[0], words)
        yield words.say("explain.rival_concedes", holder=holder)
    if control.scope != Scope.NAMED:
        yield words.say("explain.nobody_names", area=subject.area)


def _on_contradiction(subject: Subject, control: AreaControl, said: Mapping[str, Statement]) -> Iterator[str]:
    if not contradicted_by_others(control):
        return
    against = [s for s in found(control.outvoted, said) if s.party not in control.holders]
    if not control.blank:
        against += found(control.denying, said)
    if parts := list(clauses(subject, against)):
        yield subject.words.say(
            "explain.contradicted", clauses=subject.words.say("explain.joined").join(parts[:MOST])
        )


def _on_marks(subject: Subject, control: AreaControl, said: Iterable[Statement]) -> Iterator[str]:
    here = [s for s in said if s.area_id == subject.area_id and s.asserts]
    if control.changing_hands:
        yield from _changing(subject, [s for s in here if _window_covers(s, subject.day)])
    if control.fighting:
        yield from _fighting(subject, [s for s in here if _names_on(s, subject.day)])


def _names_on(statement: Statement, day: date) -> bool:
    return statement.scope == Scope.NAMED and covers(statement, day)


def _on_age(subject: Subject, control: AreaControl) -> Iterator[str]:
    if control.status == Status.UNREPORTED or control.age_days <= 0:
        return
    key = "stale" if control.age_days > subject.conflict.stale_days else "age"
    yield subject.words.say(f"explain.{key}", count=int(control.age_days))


def covers(statement: Statement, day: date) -> bool:
    """Return whether a dated statement is about the day (without `date_from`: `date_to` alone)."""
    if statement.date_to is None or statement.begins is None:
        return False
    return statement.begins <= day <= statement.date_to


def _window_covers(statement: Statement, day: date) -> bool:
    if statement.claim != Claim.CAPTURED or statement.date_from is None or statement.date_to is None:
        return False
    return statement.date_from <= day < statement.date_to


def _changing(subject: Subject, said: Sequence[Statement]) -> Iterator[str]:
    words = subject.words
    spans = {(s.date_from, s.date_to) for s in said}
    for first, last in sorted((a, b) for a, b in spans if a and b):
        within = [s for s in said if (s.date_from, s.date_to) == (first, last)]
        yield words.say(
            "explain.changing",
            first=words.plain_day(first) if first.month != last.month else words.number(first.day),
            last=words.plain_day(last),
            speakers=capital(words.list(speakers(subject, within))),
        )


def _fighting(subject: Subject, said: Sequence[Statement]) -> Iterator[str]:
    words = subject.words
    if fights := [s for s in said if s.claim == Claim.FIGHTING]:
        yield words.say("explain.fighting", speakers=capital(words.list(speakers(subject, fights))))
    attacks = [s for s in said if s.claim == Claim.ATTACKED]
    for party in dict.fromkeys(s.party for s in attacks):
        who = speakers(subject, [s for s in attacks if s.party == party])
        yield words.say(
            "explain.attacks",
            speakers=capital(words.list(who)),
            party=actor_name(subject.conflict, party, words),
        )
