"""Who a claim is about: the subject of its verb, who follows "by" or "to", or whoever speaks."""

import re
from typing import TYPE_CHECKING, Final

from geo.reader.subjects import NOBODY, PRONOUN, Scene, Who, actor_in, is_other, meant, of_pronoun, subject

if TYPE_CHECKING:
    from geo.reader.found import FoundCue


def party_of(cue: "FoundCue", scene: Scene) -> Who:
    """Return who the claim is about."""
    if cue.claim == "fighting":
        return Who("", None, "fighting has no party")
    return FORMS.get(cue.form, _verb)(cue, scene)


def _verb(cue: "FoundCue", scene: Scene) -> Who:
    if not cue.passive:
        return NOBODY if is_other(cue, scene) else subject(cue, scene) or _default(scene)
    agent = _after(cue.end, r"[”\"]?\s+(?:\w+\s+){0,3}?by (?:the |its |an? )?(?:\w+ ){0,2}?", scene)
    if agent.actor:
        return agent
    if cue.claim == "repelled":
        attacker = subject(cue, scene)
        rival = scene.knowledge.rival(attacker.actor if attacker and attacker.span else scene.attacker)
        return Who(rival, None, "who was attacked") if rival else _default(scene)
    if cue.claim == "left":
        return _foe_of_speaker(scene)
    return _default(scene)


def _after(start: int, pattern: str, scene: Scene) -> Who:
    """Return the actor who follows a pattern from here on."""
    masked = scene.named.masked
    if match := re.compile(pattern + r"(?=[\ue000\ue002])", re.IGNORECASE).match(masked, start):
        one = next(m for m in scene.named.of_kind("actor", "person") if m.start >= match.end())
        return Who(
            actor_in(one, scene.knowledge),
            (one.start, one.end),
            f"“{scene.named.text[one.start : one.end]}” after the verb",
        )
    if match := re.compile(pattern + PRONOUN.pattern, re.IGNORECASE).match(masked, start):
        return of_pronoun(match, [], scene)
    return NOBODY


def _default(scene: Scene) -> Who:
    """Return who is meant where no name stands by the verb: the speaker's side, or the one actor named."""
    if scene.denied:
        return Who(scene.denied, None, "the one whose claim is denied")
    if scene.speaker_actor:
        return Who(scene.speaker_actor, None, "nobody else is named: the speaker's side")
    actors = {meant(one, scene) for one in scene.named.of_kind("actor")} - {""}
    if len(actors) == 1:
        return Who(next(iter(actors)), None, "the one actor of the sentence")
    return Who(scene.before[-1] if scene.before else "", None, "named in a sentence before")


def _foe_of_speaker(scene: Scene) -> Who:
    foe = scene.knowledge.rival(scene.speaker_actor)
    return Who(foe, None, "the speaker's enemy") if foe else _default(scene)


def _fall(cue: "FoundCue", scene: Scene) -> Who:
    found = _after(
        cue.end, r"(?:\s*to)?\s*(?<=to)\s(?:the )?(?:hands of |control of )?(?:the )?(?:\w+ )?", scene
    )
    return found if found.actor else _default(scene)


def _noun(cue: "FoundCue", scene: Scene) -> Who:
    """Return whose attack or capture a noun tells of: "attacks by X", "X's offensive"."""
    text = scene.named.text
    for one in scene.named.of_kind("actor", "person"):
        if re.fullmatch(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,3}", scene.named.masked[one.end : cue.start]):
            return Who(
                meant(one, scene), (one.start, one.end), f"“{text[one.start : one.end]}” before the noun"
            )
    found = _after(cue.end, r"(?:[^.;,]{0,40}?)\b(?:by|from) (?:the )?(?:\w+ )?", scene)
    if found.actor:
        return found
    if cue.claim == "captured":
        return _default(scene)
    foe = scene.knowledge.rival(scene.speaker_actor)
    return Who(foe, None, "the speaker's enemy") if foe else NOBODY


def _state(cue: "FoundCue", scene: Scene) -> Who:
    """Return who holds: "under the control of X", "in X's hands"."""
    inner = [one for one in scene.named.of_kind("actor") if cue.start <= one.start and one.end <= cue.end]
    if inner:
        return Who(
            actor_in(inner[0], scene.knowledge),
            (inner[0].start, inner[0].end),
            "named in the words themselves",
        )
    found = _after(cue.end, r"\s*(?:the |its )?(?:\w+ ){0,2}?", scene)
    if found.actor:
        return found
    inside = scene.named.masked[cue.start : cue.end]
    if pronoun := PRONOUN.search(inside + scene.named.masked[cue.end : cue.end + 10]):
        return of_pronoun(pronoun, [], scene)._replace(span=None)
    return _default(scene)


def _clear(cue: "FoundCue", scene: Scene) -> Who:
    """Return who was driven out."""
    masked = scene.named.masked
    if re.search(r"\b(?:was|were|been|being|are|is)\s+(?:\w+\s+)?$", masked[: cue.start]) and (
        who := subject(cue, scene)
    ):
        return who
    inside = [one for one in scene.named.of_kind("actor") if cue.start <= one.start < cue.end + 30]
    if inside:
        one = inside[0]
        return Who(actor_in(one, scene.knowledge), (one.start, one.end), "who was driven out")
    return _foe_of_speaker(scene)


def _demand(cue: "FoundCue", scene: Scene) -> Who:
    """Return who is asked to do it: the name before the verb, or the one whose operations they are."""
    foe = scene.knowledge.rival(scene.speaker_actor)
    named = [one for one in scene.named.of_kind("actor") if scene.begin <= one.start and one.end <= cue.start]
    later = _after(cue.end, r"\s*(?:the )?", scene)
    if foe:
        return Who(
            foe,
            (named[-1].start, named[-1].end) if named else later.span,
            "a demand presupposes it of whom it is made to",
        )
    if named:
        return Who(
            actor_in(named[-1], scene.knowledge),
            (named[-1].start, named[-1].end),
            "a demand presupposes it of whom it is made to",
        )
    return later if later.actor else _default(scene)


def _beaten(cue: "FoundCue", scene: Scene) -> Who:
    found = _after(cue.end, r"[^.;]{0,60}?\bby (?:the )?(?:locals? \w+ (?:with )?)?(?:[\w ]{0,40})", scene)
    if found.actor and found.actor == (scene.speaker_actor or found.actor):
        return found
    return _default(scene)


FORMS: Final = {
    "fall": _fall,
    "noun": _noun,
    "state": _state,
    "clear": _clear,
    "demand": _demand,
    "beaten": _beaten,
}
