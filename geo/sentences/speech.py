"""Who said what about an area: clauses that name speakers and their carriers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from geo.reading import Claim, Scope
from geo.sentences.cells import written
from geo.sentences.excepted import exceptions, spoken_of
from geo.sentences.names import actor_name, area_name, is_named

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.sentences.statements import Statement
    from geo.sentences.subject import Subject
    from geo.words import Words

QUOTED: Final = frozenset({Scope.ALL_OF, Scope.ALL_BUT, Scope.ONLY_OUTSIDE})
"""Scopes that reach an area without naming it: what was said is quoted, and how it was read is said.

So are words for a defence (`repelled`): that they give the place to the defender is our reading."""

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
    if first.scope in QUOTED or first.claim == Claim.REPELLED:
        about = spoken_of(subject.conflict, first)
        whole = area_name(subject.conflict, about, words) if about else ""
        unsaid = about and not is_named(subject.conflict, about, first.quote)
        key = "explain.read_denied" if not first.asserts else "explain.read_of" if unsaid else "explain.read"
        key = _cell_key(first, whole) if first.of_table else key
        quote = written(first) if first.of_table else first.quote
        text = words.say(key, who=who.removesuffix(","), quote=quote, what=what, whole=whole)
    else:
        said_so = "has" if first.of_table else "said"
        text = words.say(f"explain.{said_so}" if first.asserts else "explain.denied", who=who, what=what)
    hedges = hedges_of(subject, (one for one in said if one.hedge not in text))
    return words.say("explain.hedged", said=text, words=words.list(hedges)) if hedges else text


def _cell_key(one: "Statement", whole: str) -> str:
    """Return the key of the words in which a table's cell is shown with how it is read."""
    if not one.asserts:
        return "explain.cell_denied"
    return "explain.cell_read" if whole else "explain.cell_plain"


def hedges_of(subject: "Subject", said: Iterable["Statement"]) -> list[str]:
    """Return the words by which articles weaken the statements, each once, in quotation marks."""
    found = dict.fromkeys(one.hedge for one in said if one.hedge)
    return [hedge_in_words(subject.conflict, hedge, subject.words) for hedge in found]


def hedge_in_words(conflict: "Conflict", hedge: str, words: "Words") -> str:
    """Return a hedge in quotation marks, with its translation where there is one."""
    text, translated = words.say("panel.hedge", words=hedge), conflict.said(hedge, words.language)
    return text if translated == hedge else words.say("panel.hedge_translated", said=text, ours=translated)


def _what(subject: "Subject", statement: "Statement") -> str:
    party = actor_name(subject.conflict, statement.party, subject.words)
    return subject.words.say(
        f"explain.claim.{statement.claim}", party=party, place=_place(subject, statement)
    )


def _place(subject: "Subject", statement: "Statement") -> str:
    """Return the place that a statement speaks of, as far as it says."""
    words, conflict = subject.words, subject.conflict
    if excepted := exceptions(conflict, statement):
        whole, others = excepted
        names = words.list([area_name(conflict, one, words) for one in others])
        whole = area_name(conflict, whole, words)
        return words.say("explain.place.all_but", area=subject.area, whole=whole, others=names)
    way = "named"
    if statement.scope == Scope.PART_OF:
        way = "part_of" if statement.place_as_written and not statement.of_table else "unsaid"
    whole = area_name(conflict, statement.area_id, words)
    return words.say(
        f"explain.place.{way}", area=subject.area, whole=whole, written=statement.place_as_written
    )


def speakers(subject: "Subject", said: Sequence["Statement"]) -> list[str]:
    """Return the speakers of statements with their carriers, each origin once."""
    by_origin: dict[str, list[Statement]] = {}
    for statement in said:
        by_origin.setdefault(statement.origin_id, []).append(statement)
    return [_speaker(subject, statements) for statements in by_origin.values()]


def _speaker(subject: "Subject", said: Sequence["Statement"]) -> str:
    words, conflict, first = subject.words, subject.conflict, said[0]
    speaker = conflict.said(first.claimant, words.language)
    name, comma, role = speaker.partition(", ")
    if comma and role[:1].isupper() and "," not in role:
        speaker = words.say("explain.speaker", name=name, role=role)
    outlets = list(dict.fromkeys(conflict.said(s.carrier.outlet, words.language) for s in said))
    if first.of_table:
        key = "explain.table_of" if first.in_own_voice else "explain.in_table"
        return words.say(key, speaker=speaker, outlets=words.list(outlets))
    if first.in_own_voice:
        return speaker
    return words.say("explain.carried", speaker=speaker, outlets=words.list(outlets), count=len(outlets))


def found(ids: Iterable[str], said: Mapping[str, "Statement"]) -> list["Statement"]:
    """Return the statements of the ids, in their order."""
    return [said[report_id] for report_id in ids if report_id in said]


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
