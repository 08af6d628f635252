"""Who a claim is about: the subject of its verb, who follows "by" or "to", or whoever speaks."""

from typing import TYPE_CHECKING, Final

from geo.reader.agents import actor_after, default_party, foe_of_speaker, named_as, taker
from geo.reader.reasons import Reason
from geo.reader.repelled import beaten, beaten_noun, failed
from geo.reader.subjects import NOBODY, Scene, Who, is_other, of_pronoun, subject

if TYPE_CHECKING:
    from geo.reader.verbs import FoundCue


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
    agent = actor_after(cue.end, "grammar.agent", scene)
    if not agent.actor and scene.cues["grammar.by_another"].match(scene.named.masked, cue.end):
        return NOBODY
    return agent if agent.actor else _without_agent(cue, scene)


def _without_agent(cue: "FoundCue", scene: Scene) -> Who:
    """Return who did what was done, where nobody is named behind "by"."""
    masked, cues = scene.named.masked, scene.cues
    if cue.claim == "repelled":
        attacker = subject(cue, scene)
        rival = scene.foe(attacker.actor if attacker and attacker.span else scene.attacker)
        return Who(rival, None, Reason("attacked")) if rival else default_party(scene)
    if cue.claim == "left" and not cues["grammar.own_troops"].search(masked[: cue.start]):
        return foe_of_speaker(scene)
    if cue.claim == "attacked":
        attacked = subject(cue, scene)
        foe = scene.foe(attacked.actor) if attacked and attacked.span else ""
        return Who(foe, None, Reason("attacked")) if foe else NOBODY
    back = cue.claim == "captured" and cues["grammar.again"].match(masked, cue.start)
    if back and scene.knowledge.home and not scene.speaker_actor:
        return Who(scene.knowledge.home, None, Reason("home"))
    return taker(scene) if cue.claim == "captured" else default_party(scene)


def _of_munition(cue: "FoundCue", scene: Scene) -> Who | None:
    """Return whose shells or missiles hit a place: those named before them, else nobody's; None = no such."""
    found = scene.cues["grammar.munition"].search(scene.named.masked, scene.begin, cue.start)
    if not found or cue.claim != "attacked":
        return None
    if found["by"]:
        owner = next(one for one in scene.named.of_kind("actor") if one.start == found.start("by"))
        return named_as(owner, "subject", scene)
    before = [
        one for one in scene.named.of_kind("actor") if found.start() - 3 <= one.end <= found.start() + 1
    ]
    if not before and scene.cues["grammar.its_own"].search(scene.named.masked[: found.start()]):
        return None
    return named_as(before[-1], "subject", scene) if before else NOBODY


def _default_of(cue: "FoundCue", scene: Scene) -> Who:
    """Return who is meant where no name stands before the verb: of a repelled actor behind it, its foe."""
    who = default_party(scene)
    if cue.claim == "repelled" and who.reason.key == "one_actor" and (foe := scene.foe(who.actor)):
        return Who(foe, None, Reason("attacked"))
    if cue.claim == "attacked" and who.reason.key == "one_actor":
        return NOBODY
    return who


def _fall(cue: "FoundCue", scene: Scene) -> Who:
    found = actor_after(cue.end, "grammar.fell_to", scene)
    return found if found.actor else taker(scene)


def _lost(_: "FoundCue", scene: Scene) -> Who:
    """Return who took what a side says was lost: its enemy."""
    foe = scene.foe(scene.speaker_actor) if scene.speaker_actor else ""
    return Who(foe, None, Reason("speakers_enemy")) if foe else NOBODY


def _noun(cue: "FoundCue", scene: Scene) -> Who:
    """Return whose attack or capture a noun tells of: "attacks by X", "X's offensive"."""
    for one in scene.named.of_kind("actor", "person"):
        if scene.cues["grammar.noun_of"].fullmatch(scene.named.masked, one.end, max(one.end, cue.start)):
            return named_as(one, "noun", scene)
    found = actor_after(cue.end, "grammar.noun_by", scene)
    if found.actor:
        return found
    if cue.claim == "captured":
        return default_party(scene)
    foe = scene.foe(scene.speaker_actor)
    enemy = Who(foe, None, Reason("speakers_enemy")) if foe else NOBODY
    return _by_what_is_said(cue, scene) or enemy


def _by_what_is_said(cue: "FoundCue", scene: Scene) -> Who | None:
    """Return whose an attack is that is claimed, by which something is done, or that answers another."""
    before, cues = scene.named.masked[: cue.start], scene.cues
    if scene.speaker_actor and cues["grammar.claimed_attack"].search(before):
        return Who(scene.speaker_actor, None, Reason("speakers_side"))
    if cues["grammar.by_means"].search(before) and (who := subject(cue, scene)):
        return who
    if scene.comer and cues["grammar.counter"].search(scene.named.masked, cue.start, cue.end):
        return Who(scene.foe(scene.comer), None, Reason("attacked"))
    return None


def _state(cue: "FoundCue", scene: Scene) -> Who:
    """Return who holds: "under the control of X", "in X's hands"."""
    inner = [one for one in scene.named.of_kind("actor") if cue.start <= one.start and one.end <= cue.end]
    if inner:
        return named_as(inner[0], "inside", scene)
    found = actor_after(cue.end, "grammar.holder", scene)
    if found.actor:
        return found
    inside = scene.named.masked[cue.start : cue.end]
    if pronoun := scene.cues["grammar.pronoun"].search(inside + scene.named.masked[cue.end : cue.end + 10]):
        before = [
            one for one in scene.named.of_kind("actor") if scene.begin <= one.start and one.end <= cue.start
        ]
        return of_pronoun(pronoun, before, scene)._replace(span=None)
    who = default_party(scene)
    if who.actor == scene.knowledge.home and scene.cues["grammar.occupied"].search(inside):
        return Who(scene.foe(who.actor), None, who.reason)
    return who


def _clear(cue: "FoundCue", scene: Scene) -> Who:
    """Return who was driven out."""
    masked = scene.named.masked
    if scene.cues["grammar.driven"].search(masked[: cue.start]) and (who := subject(cue, scene)):
        return who
    inside = [one for one in scene.named.of_kind("actor") if cue.start <= one.start < cue.end + 30]
    if inside:
        return named_as(inside[0], "driven_out", scene)
    return foe_of_speaker(scene)


def _demand(cue: "FoundCue", scene: Scene) -> Who:
    """Return who is asked to do it: the name before the verb, or the one whose operations they are."""
    if is_other(cue, scene):
        return NOBODY
    foe = scene.foe(scene.speaker_actor)
    named = [one for one in scene.named.of_kind("actor") if scene.begin <= one.start and one.end <= cue.start]
    later = actor_after(cue.end, "grammar.asked", scene)
    if foe:
        return Who(foe, (named[-1].start, named[-1].end) if named else later.span, Reason("demand"))
    if named:
        return named_as(named[-1], "demand", scene)
    return later if later.actor else default_party(scene)


FORMS: Final = {
    "fall": _fall,
    "noun": _noun,
    "under": _noun,
    "beaten_noun": beaten_noun,
    "state": _state,
    "attribute": _state,
    "clear": _clear,
    "demand": _demand,
    "lost": _lost,
    "beaten": beaten,
    "failed": failed,
}
