"""Whose attack was beaten off, and who beat it off."""

from typing import TYPE_CHECKING

from geo.reader.agents import actor_after, default_party, named_as
from geo.reader.cues import PLACE
from geo.reader.reasons import Reason
from geo.reader.subjects import NOBODY, Scene, Who, actor_in

if TYPE_CHECKING:
    from geo.reader.verbs import FoundCue


def beaten_noun(cue: "FoundCue", scene: Scene) -> Who:
    """Return whose attack is told to have been beaten off; nobody's unless it is named."""
    if cue.claim != "attacked":
        return NOBODY
    for one in scene.named.of_kind("actor", "person"):
        if scene.cues["grammar.own_attack"].fullmatch(scene.named.masked, one.end, max(one.end, cue.start)):
            return named_as(one, "noun", scene)
    return actor_after(cue.end, "grammar.noun_by", scene)


def failed(cue: "FoundCue", scene: Scene) -> Who:
    """Return who beat off an attack that is told to have failed: the foe of whose attack it was."""
    masked = scene.named.masked
    attack = scene.cues["grammar.failing"].search(masked[: cue.start])
    if not attack:
        return NOBODY
    place = attack["between"].find(PLACE)
    if place >= 0 and scene.cues["grammar.near"].search(masked[: attack.start("between") + place]):
        return NOBODY
    near = [one for one in scene.named.of_kind("actor") if one.end <= cue.start and one.start >= scene.begin]
    own = [
        one
        for one in near
        if scene.cues["grammar.own_attack"].fullmatch(masked, one.end, max(one.end, attack.start()))
    ]
    by = [
        one
        for one in near
        if one.start >= attack.start() and scene.cues["grammar.by_them"].search(masked[: one.start])
    ]
    attacker = actor_in((own or by)[-1], scene.knowledge) if own or by else ""
    if not attacker and scene.comer and scene.cues["grammar.counter"].search(attack[0]):
        return Who(scene.comer, None, Reason("attacked"))
    foe = (
        scene.foe(attacker or scene.attacker) if attacker or not scene.speaker_actor else scene.speaker_actor
    )
    return Who(foe, None, Reason("attacked")) if foe else NOBODY


def beaten(cue: "FoundCue", scene: Scene) -> Who:
    """Return who killed or took all the attackers: the one behind "by", else the default."""
    found = actor_after(cue.end, "grammar.beaten_by", scene)
    if found.actor and found.actor == (scene.speaker_actor or found.actor):
        return found
    return default_party(scene)
