"""Who a claim is about: the subject of its verb, who follows "by" or "to", or whoever speaks."""

import re
from typing import TYPE_CHECKING, Final

from geo.reader.cues import ACTOR, PERSON
from geo.reader.reasons import Reason
from geo.reader.subjects import NOBODY, Scene, Who, is_other, meant, of_pronoun, subject

if TYPE_CHECKING:
    from geo.reader.found import FoundCue
    from geo.reader.mentions import Mention


def party_of(cue: "FoundCue", scene: Scene) -> Who:
    """Return who the claim is about."""
    if cue.claim == "fighting":
        return Who("", None, Reason("no_party"))
    return FORMS.get(cue.form, _verb)(cue, scene)


def _verb(cue: "FoundCue", scene: Scene) -> Who:
    if is_other(cue, scene):
        return NOBODY
    if not cue.passive:
        return _of_munition(cue, scene) or subject(cue, scene) or _default_of(cue, scene)
    agent = _after(cue.end, "grammar.agent", scene)
    return agent if agent.actor else _without_agent(cue, scene)


def _without_agent(cue: "FoundCue", scene: Scene) -> Who:
    """Return who did what was done, where nobody is named behind "by"."""
    masked, cues = scene.named.masked, scene.cues
    if cue.claim == "repelled":
        attacker = subject(cue, scene)
        rival = scene.foe(attacker.actor if attacker and attacker.span else scene.attacker)
        return Who(rival, None, Reason("attacked")) if rival else _default(scene)
    if cue.claim == "left" and not cues["grammar.own_troops"].search(masked[: cue.start]):
        return _foe_of_speaker(scene)
    if cue.claim == "attacked":
        attacked = subject(cue, scene)
        foe = scene.foe(attacked.actor) if attacked and attacked.span else ""
        return Who(foe, None, Reason("attacked")) if foe else NOBODY
    back = cue.claim == "captured" and cues["grammar.again"].match(masked, cue.start)
    if back and scene.knowledge.home and not scene.speaker_actor:
        return Who(scene.knowledge.home, None, Reason("home"))
    return _default(scene)


def _of_munition(cue: "FoundCue", scene: Scene) -> Who | None:
    """Return whose shells or missiles hit a place: those named before them, else nobody's; None = no such."""
    found = scene.cues["grammar.munition"].search(scene.named.masked, scene.begin, cue.start)
    if not found or cue.claim != "attacked":
        return None
    if found["by"]:
        owner = next(one for one in scene.named.of_kind("actor") if one.start == found.start("by"))
        return _named(owner, "subject", scene)
    before = [
        one for one in scene.named.of_kind("actor") if found.start() - 3 <= one.end <= found.start() + 1
    ]
    return _named(before[-1], "subject", scene) if before else NOBODY


def _after(start: int, key: str, scene: Scene) -> Who:
    """Return the actor who follows a pattern of the cues from here on."""
    masked, pattern = scene.named.masked, scene.cues.words(key)
    if match := re.compile(f"(?:{pattern})(?=[{ACTOR}{PERSON}])", re.IGNORECASE).match(masked, start):
        one = next(m for m in scene.named.of_kind("actor", "person") if m.start >= match.end())
        return _named(one, "after", scene)
    pronoun = scene.cues.words("grammar.pronoun")
    if match := re.compile(f"(?:{pattern}){pronoun}", re.IGNORECASE).match(masked, start):
        return of_pronoun(match, [], scene)
    return NOBODY


def _named(one: "Mention", reason: str, scene: Scene) -> Who:
    said = scene.named.text[one.start : one.end]
    return Who(meant(one, scene), (one.start, one.end), Reason(reason, said))


def _default(scene: Scene) -> Who:
    """Return who is meant where no name stands by the verb: the speaker's side, or the one actor named."""
    if scene.denied:
        return Who(scene.denied, None, Reason("denied"))
    if scene.speaker_actor:
        return Who(scene.speaker_actor, None, Reason("speakers_side"))
    actors = {meant(one, scene) for one in scene.named.of_kind("actor")} - {""}
    if len(actors) == 1:
        return Who(next(iter(actors)), None, Reason("one_actor"))
    return Who(scene.before[-1] if scene.before else "", None, Reason("before"))


def _default_of(cue: "FoundCue", scene: Scene) -> Who:
    """Return who is meant where no name stands before the verb: of a repelled actor behind it, its foe."""
    who = _default(scene)
    if cue.claim == "repelled" and who.reason.key == "one_actor" and (foe := scene.foe(who.actor)):
        return Who(foe, None, Reason("attacked"))
    return who


def _foe_of_speaker(scene: Scene) -> Who:
    foe = scene.foe(scene.speaker_actor)
    return Who(foe, None, Reason("speakers_enemy")) if foe else _default(scene)


def _fall(cue: "FoundCue", scene: Scene) -> Who:
    found = _after(cue.end, "grammar.fell_to", scene)
    return found if found.actor else _default(scene)


def _lost(_: "FoundCue", scene: Scene) -> Who:
    """Return who took what a side says was lost: its enemy."""
    foe = scene.foe(scene.speaker_actor) if scene.speaker_actor else ""
    return Who(foe, None, Reason("speakers_enemy")) if foe else NOBODY


def _noun(cue: "FoundCue", scene: Scene) -> Who:
    """Return whose attack or capture a noun tells of: "attacks by X", "X's offensive"."""
    for one in scene.named.of_kind("actor", "person"):
        if scene.cues["grammar.noun_of"].fullmatch(scene.named.masked, one.end, max(one.end, cue.start)):
            return _named(one, "noun", scene)
    found = _after(cue.end, "grammar.noun_by", scene)
    if found.actor:
        return found
    if cue.claim == "captured":
        return _default(scene)
    foe = scene.foe(scene.speaker_actor)
    return Who(foe, None, Reason("speakers_enemy")) if foe else NOBODY


def _beaten_noun(cue: "FoundCue", scene: Scene) -> Who:
    """Return whose attack is told to have been beaten off; nobody's unless it is named."""
    if cue.claim != "attacked":
        return NOBODY
    for one in scene.named.of_kind("actor", "person"):
        if scene.cues["grammar.own_attack"].fullmatch(scene.named.masked, one.end, max(one.end, cue.start)):
            return _named(one, "noun", scene)
    return _after(cue.end, "grammar.noun_by", scene)


def _state(cue: "FoundCue", scene: Scene) -> Who:
    """Return who holds: "under the control of X", "in X's hands"."""
    inner = [one for one in scene.named.of_kind("actor") if cue.start <= one.start and one.end <= cue.end]
    if inner:
        return _named(inner[0], "inside", scene)
    found = _after(cue.end, "grammar.holder", scene)
    if found.actor:
        return found
    inside = scene.named.masked[cue.start : cue.end]
    if pronoun := scene.cues["grammar.pronoun"].search(inside + scene.named.masked[cue.end : cue.end + 10]):
        return of_pronoun(pronoun, [], scene)._replace(span=None)
    return _default(scene)


def _clear(cue: "FoundCue", scene: Scene) -> Who:
    """Return who was driven out."""
    masked = scene.named.masked
    if scene.cues["grammar.driven"].search(masked[: cue.start]) and (who := subject(cue, scene)):
        return who
    inside = [one for one in scene.named.of_kind("actor") if cue.start <= one.start < cue.end + 30]
    if inside:
        return _named(inside[0], "driven_out", scene)
    return _foe_of_speaker(scene)


def _demand(cue: "FoundCue", scene: Scene) -> Who:
    """Return who is asked to do it: the name before the verb, or the one whose operations they are."""
    foe = scene.foe(scene.speaker_actor)
    named = [one for one in scene.named.of_kind("actor") if scene.begin <= one.start and one.end <= cue.start]
    later = _after(cue.end, "grammar.asked", scene)
    if foe:
        return Who(foe, (named[-1].start, named[-1].end) if named else later.span, Reason("demand"))
    if named:
        return _named(named[-1], "demand", scene)
    return later if later.actor else _default(scene)


def _beaten(cue: "FoundCue", scene: Scene) -> Who:
    found = _after(cue.end, "grammar.beaten_by", scene)
    if found.actor and found.actor == (scene.speaker_actor or found.actor):
        return found
    return _default(scene)


FORMS: Final = {
    "fall": _fall,
    "noun": _noun,
    "beaten_noun": _beaten_noun,
    "state": _state,
    "attribute": _state,
    "clear": _clear,
    "demand": _demand,
    "lost": _lost,
    "beaten": _beaten,
}
