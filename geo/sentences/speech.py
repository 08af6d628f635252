"""Who said what about an area: clauses that name speakers and their carriers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from geo.reading import Scope
from geo.sentences.names import actor_name, area_name

if TYPE_CHECKING:
    from geo.sentences.statements import Statement
    from geo.sentences.subject import Subject
    from geo.words import Words

QUOTED: Final = frozenset({Scope.ALL_OF, Scope.ALL_BUT, Scope.ONLY_OUTSIDE})
"""Scopes that reach an area without naming it: what was said is quoted, and how it was read is said."""

MOST: Final = 3
"""Speakers that a sentence names before it counts the rest."""


def clauses(subject: "Subject", said: Sequence["Statement"]) -> Iterator[str]:
    """Return who said or denied what: one clause per voice, with voices that agree grouped together."""
    by_view: dict[tuple[str, str], list[Statement]] = {}
    for statement in said:
        by_view.setdefault((statement.party, statement.polarity), []).append(statement)
    for statements in by_view.values():
        yield from _view(subject, statements)


def _view(subject: "Subject", said: Sequence["Statement"]) -> Iterator[str]:
    words = subject.words
    by_voice: dict[str, list[Statement]] = {}
    for statement in said:
        by_voice.setdefault(statement.voice_id, []).append(statement)
    voices = list(by_voice.values())
    for number, statements in enumerate(voices[:MOST], start=1):
        clause = _clause(subject, statements)
        more = len(voices) - MOST if number == MOST else 0
        yield words.say("explain.and_more", said=clause, count=more) if more > 0 else clause


def _clause(subject: "Subject", said: Sequence["Statement"]) -> str:
    """Return what one voice said; words that reach the area only through a wider place are quoted."""
    words, first = subject.words, said[0]
    who, what = speakers(subject, said)[0], _what(subject, first)
    if first.scope in QUOTED:
        key = "explain.read" if first.asserts else "explain.read_denied"
        text = words.say(key, who=who.removesuffix(","), quote=first.quote, what=what)
    else:
        text = words.say("explain.said" if first.asserts else "explain.denied", who=who, what=what)
    hedges = hedges_of((one for one in said if one.hedge not in text), words)
    return words.say("explain.hedged", said=text, words=words.list(hedges)) if hedges else text


def hedges_of(said: Iterable["Statement"], words: "Words") -> list[str]:
    """Return the words by which articles weaken the statements, each once, in quotation marks."""
    found = dict.fromkeys(one.hedge for one in said if one.hedge)
    return [words.say("panel.hedge", words=hedge) for hedge in found]


def _what(subject: "Subject", statement: "Statement") -> str:
    words, conflict = subject.words, subject.conflict
    whole = area_name(conflict, statement.area_id, words)
    way = "named"
    if statement.scope == Scope.PART_OF:
        way = "part_of" if statement.place_as_written else "unsaid"
    place = words.say(
        f"explain.place.{way}", area=subject.area, whole=whole, written=statement.place_as_written
    )
    party = actor_name(conflict, statement.party, words)
    return words.say(f"explain.claim.{statement.claim}", party=party, place=place)


def speakers(subject: "Subject", said: Sequence["Statement"]) -> list[str]:
    """Return the speakers of statements with their carriers, each origin once."""
    by_origin: dict[str, list[Statement]] = {}
    for statement in said:
        by_origin.setdefault(statement.origin_id, []).append(statement)
    return [_speaker(subject.words, statements) for statements in by_origin.values()]


def _speaker(words: "Words", said: Sequence["Statement"]) -> str:
    first = said[0]
    name, comma, role = first.claimant.partition(", ")
    speaker = first.claimant
    if comma and role[:1].isupper() and "," not in role:
        speaker = words.say("explain.speaker", name=name, role=role)
    outlets = list(dict.fromkeys(s.carrier.outlet for s in said))
    if first.in_own_voice:
        return speaker
    return words.say("explain.carried", speaker=speaker, outlets=words.list(outlets), count=len(outlets))


def found(ids: Iterable[str], said: Mapping[str, "Statement"]) -> list["Statement"]:
    """Return the statements of the ids, in their order."""
    return [said[report_id] for report_id in ids if report_id in said]


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
