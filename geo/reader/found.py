"""Where a sentence claims something: the cues in it, and how their verbs stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.reader.cues import ACTOR
from geo.reader.verbs import FoundCue, demanded, is_passive, tried

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.frame import Frame


def found_cues(masked: str, cues: "Cues", frames: list["Frame"]) -> list[FoundCue]:
    """Return the cues of a sentence in order; of those that overlap, the longest."""
    kept: list[FoundCue] = []
    for one in sorted(_all(masked, cues), key=lambda cue: (cue.start - cue.end, cue.form != "demand")):
        if (
            _in_a_frame(one, frames, masked, cues)
            or _is_no_claim(masked, one, cues)
            or any(one.start < k.end and k.start < one.end for k in kept)
        ):
            continue
        kept.append(one)
    return [
        one._replace(form="beaten_noun")
        if any(_beaten_off(masked, other, one, cues) for other in kept)
        else one
        for one in sorted(kept)
    ]


def _beaten_off(masked: str, beaten: FoundCue, attack: FoundCue, cues: "Cues") -> bool:
    """Return whether an attack is only the object of being beaten off: "repelled an attack"."""
    if beaten.claim != "repelled" or not _is_an_attack(masked, attack, cues):
        return False
    if beaten.passive and attack.end <= beaten.start:
        return not cues["grammar.clause_of_false"].search(masked, attack.end, beaten.start)
    return beaten.end <= attack.start and bool(
        cues["grammar.object"].fullmatch(masked, beaten.end, attack.start)
    )


def _is_an_attack(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether a cue can be what is beaten off: an attack, an advance, "efforts to take"."""
    if cue.claim == "captured":
        return cue.form == "verb" and not cue.passive and tried(masked, cue, cues)
    return (cue.claim, cue.form) in {("attacked", "noun"), ("advancing", "verb_in")}


def _is_no_claim(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether a cue claims nothing: a control that somebody resists, nobody who is repelled."""
    before = masked[: cue.start]
    if _is_an_adjective(masked, cue, cues):
        return True
    if cue.claim == "present" and cues["grammar.only_near"].match(masked, cue.end):
        return True
    if cue.claim == "attacked" and cues["grammar.lands"].match(masked, cue.start):
        return not cues["grammar.ordnance"].search(before)
    if cue.claim == "holds" and cue.form == "verb" and cues["grammar.only_roads"].match(masked, cue.end):
        return True
    if cue.claim == "holds":
        found = cues["grammar.escaped"].search(before) or cues["grammar.brought"].search(before)
        return cue.form != "attribute" and bool(found)
    return cue.claim == "repelled" and cue.passive and not cues["grammar.attack"].search(before)


def _is_an_adjective(masked: str, cue: FoundCue, cues: "Cues") -> bool:
    """Return whether a participle only stands before a noun: "in occupied parts of X"."""
    if cue.form != "verb" or not cues["grammar.participle"].fullmatch(masked, cue.start, cue.end):
        return False
    noun = masked[cue.end :].startswith(" ") and not cues["grammar.by"].match(masked, cue.end)
    return noun and bool(cues["grammar.adjective"].search(masked[: cue.start]))


def _in_a_frame(cue: FoundCue, frames: list["Frame"], masked: str, cues: "Cues") -> bool:
    """Return whether a cue is part of a verb of saying or of a speaker's name."""
    spans = [frame.verb for frame in frames]
    passing = cues["grammar.in_passing"].search(masked[: cue.start])
    names = cue.form in {"noun", "state"} or (cue.claim == "holds" and not passing)
    spans += [frame.speaker for frame in frames if names]
    if any(start < cue.end and cue.start < end for start, end in spans):
        return True
    return any(_tells_of_a_speaker(cue, frame, masked, cues) for frame in frames)


def _tells_of_a_speaker(cue: FoundCue, frame: "Frame", masked: str, cues: "Cues") -> bool:
    """Return whether a cue only tells who a speaker is: "a teacher who reached X on foot said"."""
    start, end = frame.speaker
    if (
        cue.claim == "holds"
        and ACTOR in masked[start : cue.start]
        and cues["grammar.in_passing"].search(masked[: cue.start])
    ):
        return False
    return (
        start <= cue.start
        and cue.end <= end
        and bool(cues["grammar.relative_who"].search(masked, start, cue.start))
    )


def _all(masked: str, cues: "Cues") -> Iterator[FoundCue]:
    for cue in cues.claims:
        for match in cue.pattern.finditer(masked):
            start, end = match.span()
            while masked[start] in " ,":
                start += 1
            if cue.form == "demand" and not demanded(masked, start, cues):
                continue
            passive = cue.form == "verb" and is_passive(masked, start, end, cues)
            yield FoundCue(start, end, cue.claim, cue.form, passive)
