"""What one sentence claims: each cue with its place, party, speaker, polarity, scope and days."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from geo.reader.claimed_place import has_a_verb
from geo.reader.complement import by_complement, complement_of
from geo.reader.dating import Clock, dated, in_words
from geo.reader.denials import denial_of, denied_before
from geo.reader.frame import DENIES, Frame
from geo.reader.frames import innermost
from geo.reader.gapping import sharing
from geo.reader.looks import look, worth_a_look
from geo.reader.parties import party_of
from geo.reader.places import Place, places_of
from geo.reader.reasons import Reason
from geo.reader.rows import row
from geo.reader.speaker import OUTLET
from geo.reader.standing import standing
from geo.reader.subjects import Scene, Who
from geo.reader.tense import is_present
from geo.reader.verbs import FoundCue, negated, tried, unreal

if TYPE_CHECKING:
    from geo.reader.candidates import Candidate
    from geo.reader.passage import Passage
    from geo.reader.speaker import Speaker

NEEDS_PARTY: Final = frozenset({"holds", "captured", "left", "repelled", "advancing", "present"})
"""Claims that say nothing without whose they are; an attack may be nobody's that is named."""
VERBS: Final = frozenset({"verb", "verb_in", "fall", "state", "clear"})
"""Forms that take their own places: what stands behind one of them is not that of a cue before it."""

CARRIED: Final = frozenset({"repelled"})
"""Claims whose place may be that of the sentence before: an attack, and then that it was beaten off."""

GOING_ON: Final = frozenset({"left", "present"})
"""Claims that may go on about the one place of the sentence before."""


def statements(passage: "Passage") -> Iterator["Candidate"]:
    """Yield the candidates of a sentence; one to look at if it claims something that no row can tell."""
    rows = list(_rows(passage))
    rows += denied_before(passage, rows)
    rows = rows or list(_standing(passage))
    if rows and passage.cues.rows:
        yield from rows
    elif rows or worth_a_look(passage):
        yield look(passage)
    passage.memory.hear(
        [passage.speaker(frame, frame.start) for frame in passage.frames],
        next((one.last for one in passage.said), None),
    )


def _rows(passage: "Passage") -> Iterator["Candidate"]:
    only = complement_of(passage.ground)
    if only:
        yield from by_complement(passage, only)
    for cue in passage.found:
        if only and cue.start < only.end and cue.end > only.start - 1:
            continue
        if _of_the_last_one(passage, cue):
            continue
        if not unreal(passage.named.masked, cue, passage.cues) or cue.form == "demand":
            yield from _of_cue(passage, cue)


def _standing(passage: "Passage") -> Iterator["Candidate"]:
    """Yield who stands where, for a sentence that claims nothing else: "resistance forces in Panjshir"."""
    if any(one.claim in NEEDS_PARTY for one in passage.found):
        return
    for cue in standing(passage):
        yield from _of_cue(passage, cue)


def _of_the_last_one(passage: "Passage", cue: FoundCue) -> bool:
    """Return whether a cue only tells what "the last province" is: one "that was not captured"."""
    masked = passage.named.masked
    only = passage.cues["reach.only"].search(masked, 0, cue.start)
    return only is not None and (
        not re.search(r"[;.]", masked[only.end() : cue.start])
        and (
            negated(masked, cue, passage.cues)
            or bool(passage.cues["grammar.to_be_last"].search(masked, only.end(), cue.start))
        )
    )


def _of_cue(passage: "Passage", cue: FoundCue) -> Iterator["Candidate"]:
    masked = passage.named.masked
    if cue.claim == "captured" and tried(masked, cue, passage.cues):
        cue = cue._replace(claim="attacked")
    frame = innermost(masked, passage.frames, cue.start, cue.end, passage.cues, asked=cue.form == "demand")
    speaker = passage.speaker(frame, cue.start)
    begin, end = (frame.start, frame.end) if frame else (0, len(masked))
    later = [one for one in passage.found if one.start > cue.end + 6]
    stop = min([end, *(one.start for one in later if one.form in VERBS or one.claim == cue.claim)])
    places = places_of(cue, passage.ground, begin, stop) or _carried(passage, cue, frame)
    if not places:
        return
    who = _who(passage, cue, frame, speaker, places[0].area)
    if not who.actor and _says_nothing(passage, cue):
        return
    denies, speaker, who = denial_of(passage, cue, frame, speaker, who)
    if who.reason.key == "denied" and passage.cues["grammar.loses"].match(masked, cue.start):
        cue = cue._replace(claim="captured")
    told = frame is not None or speaker.side != OUTLET
    present = is_present(masked, cue, passage.cues, told=told)
    clock = _clock(passage, speaker)
    when = dated(cue, frame, clock, present=present)
    polarity = "denies" if denies else "asserts"
    dated_places = [(place, when) for place in places]
    dated_places += [(place, in_words(days, clock.text)) for place, days in sharing(passage, cue, places)]
    for party in _joint(passage, who):
        for place, days in dated_places:
            yield row(passage, cue, place, party, speaker, days, polarity=polarity)


def _says_nothing(passage: "Passage", cue: FoundCue) -> bool:
    """Return whether a claim says nothing as nobody's: an attack only mentioned, or beaten off."""
    mentioned = cue.form == "noun" and not has_a_verb(cue, passage.ground)
    return (
        cue.claim in NEEDS_PARTY or cue.form.startswith("beaten_") or (cue.claim == "attacked" and mentioned)
    )


def _clock(passage: "Passage", speaker: "Speaker") -> Clock:
    day = passage.memory.said_on if passage.memory.goes_on(speaker) else None
    published = day or passage.published
    named = passage.named
    return Clock(passage.days, passage.said, published, passage.found, named.text, named.masked, passage.cues)


def _joint(passage: "Passage", who: Who) -> list[Who]:
    """Return the party, and the one before it that is joined by "and": "Amhara and Eritrean forces"."""
    masked = passage.named.masked
    if who.span is None or not passage.cues["grammar.joint"].search(masked[: who.span[0]]):
        return [who]
    before = [one for one in passage.named.of_kind("actor") if one.end <= who.span[0]]
    between = bool(before) and bool(passage.cues["grammar.between"].search(masked[: before[-1].start]))
    if not before or between or before[-1].ids[0] == who.actor:
        return [who]
    return [who._replace(actor=before[-1].ids[0], span=(before[-1].start, who.span[1])), who]


def _who(passage: "Passage", cue: FoundCue, frame: Frame | None, speaker: "Speaker", area: str) -> Who:
    """Return the party; what somebody denies is by default said of the rival."""
    own = speaker.actor
    denied = ""
    if frame and frame.kind == DENIES:
        denied = passage.knowledge.rival(own) or next(
            (one.party for one in passage.memory.told if one.party != own), ""
        )
    begin = frame.start if frame and not frame.inverted else 0
    scene = Scene(
        passage.named,
        begin,
        passage.knowledge,
        passage.cues,
        own,
        denied,
        passage.memory.attacker,
        tuple(passage.memory.actors),
        passage.memory.comers.get(area, ""),
        passage.memory.in_quotes(passage.named.text, cue.start),
    )
    return party_of(cue, scene)


def _carried(passage: "Passage", cue: FoundCue, frame: Frame | None) -> list[Place]:
    """Return the places told before, for a claim that goes on from it; a fight is where its witnesses are."""
    if cue.claim in CARRIED or cue.claim in {"fighting", "attacked"}:
        wider = places_of(cue, passage.ground, 0, cue.start)
        if wider:
            return wider
    if (
        cue.claim == "left"
        and frame
        and passage.cues["grammar.of_there"].search(passage.named.masked, *frame.speaker)
    ):
        return places_of(cue, passage.ground, frame.speaker[0], cue.start)
    if passage.named.of_kind("place"):
        return _earlier(passage, cue, frame)
    span = (cue.start, cue.end)
    if cue.claim in CARRIED:
        return [Place(area, scope, span, Reason("carried")) for area, scope in passage.memory.attacked]
    return _gone_on(passage, cue)


def _earlier(passage: "Passage", cue: FoundCue, frame: Frame | None) -> list[Place]:
    """Return the place named before the words told: "of X the army says it never left"."""
    if not frame or frame.inverted or cue.claim not in GOING_ON or cue.passive:
        return []
    return places_of(cue, passage.ground, 0, frame.start) if _alone(passage, cue) else []


def _alone(passage: "Passage", cue: FoundCue) -> bool:
    """Return whether a verb takes nothing and goes nowhere that is said: "they left after an hour"."""
    masked, cues = passage.named.masked, passage.cues
    if cues["grammar.goes_without"].match(masked, cue.start) and cues["grammar.no_goal"].match(
        masked, cue.end
    ):
        return True
    return bool(cues["grammar.no_further"].match(masked, cue.end))


def _gone_on(passage: "Passage", cue: FoundCue) -> list[Place]:
    """Return the one place of the sentence before, for a verb that names none: "They left after an hour"."""
    masked, places, cues = passage.named.masked, {*passage.memory.places}, passage.cues
    by = cues["grammar.goes_on_by"].search(masked[: cue.start])
    alone = by and _alone(passage, cue)
    if cue.claim not in GOING_ON or len(places) != 1 or not alone or cue.passive:
        return []
    span = (cue.start, cue.end)
    under = passage.knowledge.under
    return [Place(area, "part_of" if area in under else "named", span, Reason("carried")) for area in places]
