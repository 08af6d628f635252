"""What is denied: in a sentence's own words, or of a claim told before it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from geo.reader.candidates import COMPLEMENT, Candidate
from geo.reader.frame import DENIES, SAYS, Frame
from geo.reader.reasons import Reason
from geo.reader.rows import placed
from geo.reader.speaker import OUTLET, THIRD
from geo.reader.subjects import Who
from geo.reader.verbs import negated

if TYPE_CHECKING:
    from geo.reader.passage import Passage
    from geo.reader.speaker import Speaker
    from geo.reader.verbs import FoundCue

DENIABLE: Final = frozenset({"captured", "holds", "left", "repelled"})
"""What "denied the claim" denies."""


def false_words(passage: "Passage") -> re.Match[str] | None:
    """Return the words that call a claim false; None = there are none."""
    return passage.cues["frames.false"].search(passage.named.masked)


def is_false(passage: "Passage", cue: "FoundCue") -> bool:
    """Return whether a claim's own sentence calls it false: "a statement that they had taken X was false"."""
    found = false_words(passage)
    if found is None or found.start() < cue.end:
        return False
    if any(
        one.kind == SAYS and cue.end <= one.start <= found.start() and not one.inverted
        for one in passage.frames
    ):
        return False
    return not passage.cues["grammar.clause_of_false"].search(passage.named.masked, cue.end, found.start())


def denial_of(
    passage: "Passage", cue: "FoundCue", frame: Frame | None, speaker: "Speaker", who: Who
) -> tuple[bool, "Speaker", Who]:
    """Return whether a claim is denied, by whom, and of whom: a side denies that it lost, not that it won."""
    denies = (frame is not None and frame.kind == DENIES) != negated(passage.named.masked, cue, passage.cues)
    if is_false(passage, cue):
        denies, outer = True, _outer(passage, frame)
        speaker = passage.speaker(outer, cue.start) if outer or not frame else speaker
    if denies and cue.claim == "captured" and who.reason.key == "speakers_side":
        who = Who(passage.knowledge.foe(who.actor, passage.memory.actors), None, Reason("denied"))
    if denies and cue.claim == "attacked" and not who.actor and frame and frame.kind == DENIES:
        who = Who(speaker.actor, None, Reason("speakers_side"))
    if denies and cue.claim == "left" and cue.passive and who.reason.key == "speakers_enemy":
        who = Who(speaker.actor, None, Reason("speakers_side"))
    return denies, speaker, who


def _outer(passage: "Passage", frame: Frame | None) -> Frame | None:
    """Return the frame around a claim that is called false: not that of whose claim it is."""
    around = [one for one in passage.frames if frame is None or one.verb < frame.verb]
    behind = [one for one in passage.frames if one.inverted and one is not frame]
    found = around or behind
    return found[-1] if found else None


def denied_before(passage: "Passage", rows: list[Candidate]) -> Iterator[Candidate]:
    """Yield, for each denial of a claim that it does not repeat, the rows of that claim as denied."""
    for frame in _denials(passage, rows):
        speaker = passage.speaker(frame, frame.start)
        actor = speaker.actor
        if speaker.side in {OUTLET, THIRD}:
            continue
        offset = passage.sentences[passage.number].start
        earlier = [one for one in rows if one.start - offset < frame.verb[0]]
        for denied in _last(
            _deniable(earlier, actor, speaker.side)
            or _deniable(passage.memory.told, actor, speaker.side)
            or _just_told(passage, speaker.side)
        ):
            yield _denied(passage, frame, denied, speaker)


def _denials(passage: "Passage", rows: list[Candidate]) -> Iterator[Frame]:
    masked, offset = passage.named.masked, passage.sentences[passage.number].start
    own = any(one.polarity == "denies" for one in rows)
    for frame in passage.frames if not own else ():
        if frame.kind == DENIES and not passage.cues["grammar.not_before"].search(masked[: frame.verb[0]]):
            inside = [
                one
                for one in rows
                if frame.start <= one.start - offset < frame.end and one.polarity == "denies"
            ]
            told = passage.cues["grammar.told_before"].match(masked, 0 if frame.inverted else frame.start)
            if not inside and (told or frame.inverted) and not _denies_its_own(passage, frame):
                yield frame
    found = false_words(passage)
    if found and not any(one.polarity == "denies" for one in rows):
        yield from [
            one for one in passage.frames if one.kind == SAYS and one.start <= found.start() <= one.end
        ][-1:]


def _denies_its_own(passage: "Passage", frame: Frame) -> bool:
    """Return whether a denial says itself what it denies, and that is no claim to hold or to take ground."""
    told = passage.named.masked[frame.start : frame.end]
    own = [one for one in passage.found if frame.start <= one.start and one.end <= frame.end]
    return (
        bool(own)
        and bool(passage.cues["grammar.told_that"].match(told))
        and not any(one.claim in DENIABLE for one in own)
    )


def _deniable(rows: list[Candidate], actor: str, side: str) -> list[Candidate]:
    """Return the claims that a side can deny: what others say of somebody else."""
    return [
        one
        for one in rows
        if one.claim in DENIABLE
        and one.scope != COMPLEMENT
        and one.polarity == "asserts"
        and (one.party == actor) == (one.claim == "left")
        and one.claimant_side != side
    ]


def _just_told(passage: "Passage", side: str) -> list[Candidate]:
    """Return the other claims of the sentence before, if they are not a side's own: an attack, a presence."""
    begin = passage.sentences[max(0, passage.number - 1)].start
    return [
        one
        for one in passage.memory.told
        if one.start >= begin
        and one.claim in {"attacked", "present"}
        and one.polarity == "asserts"
        and one.claimant_side != side
    ]


def _last(rows: list[Candidate]) -> list[Candidate]:
    """Return the rows of the last sentence that claims a capture, else of the last that claims anything."""
    captured = [one for one in rows if one.claim == "captured"] or rows
    return [
        one for one in captured if one.sentence == captured[0].sentence and one.claim == captured[0].claim
    ]


def _denied(passage: "Passage", frame: Frame, told: Candidate, speaker: "Speaker") -> Candidate:
    """Return the row of a claim as denied by a speaker, quoted from the denial."""
    end = max(frame.verb[1], frame.speaker[1])
    clause = re.match(r"[^,.;”]*", passage.named.text[end:])
    start = min(frame.speaker[0], frame.verb[0]) if frame.speaker[0] < frame.speaker[1] else frame.verb[0]
    text = passage.named.text
    while text[start] in " ,":
        start += 1
    made = placed(passage, start, end + (clause.end() if clause else 0))
    return replace(
        made,
        sentence=told.sentence if told.sentence == made.sentence else f"{told.sentence} {made.sentence}",
        area_id=told.area_id, place_as_written=told.place_as_written, scope=told.scope, claim=told.claim,
        polarity="denies", party=told.party, claimant=speaker.name, claimant_side=speaker.side,
        date_from=told.date_from, date_to=told.date_to, date_basis="that of the claim it denies",
        note="denies the claim before it",
        reasons={
            "polarity": Reason("denies", told.quote),
            "claimant": speaker.reason,
            "area_id": Reason("denied_place"),
        },
    )  # fmt: skip
