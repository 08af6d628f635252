"""Who is meant where a pattern tells where a name stands, and where no name stands at all."""

import re
from typing import TYPE_CHECKING

from geo.reader.cues import ACTOR, PERSON
from geo.reader.reasons import Reason
from geo.reader.subjects import NOBODY, Scene, Who, meant, of_pronoun

if TYPE_CHECKING:
    from geo.reader.masked import Mention


def actor_after(start: int, key: str, scene: Scene) -> Who:
    """Return the actor who follows a pattern of the cues from here on."""
    masked, pattern = scene.named.masked, scene.cues.words(key)
    if match := re.compile(f"(?:{pattern})(?=[{ACTOR}{PERSON}])", re.IGNORECASE).match(masked, start):
        one = next(m for m in scene.named.of_kind("actor", "person") if m.start >= match.end())
        return named_as(one, "after", scene)
    pronoun = scene.cues.words("grammar.pronoun")
    if match := re.compile(f"(?:{pattern}){pronoun}", re.IGNORECASE).match(masked, start):
        return of_pronoun(match, [], scene)
    return NOBODY


def named_as(one: "Mention", reason: str, scene: Scene) -> Who:
    """Return the actor that a mention names, for a reason."""
    said = scene.named.text[one.start : one.end]
    return Who(meant(one, scene), (one.start, one.end), Reason(reason, said))


def default_party(scene: Scene) -> Who:
    """Return who is meant where no name stands by the verb: the speaker's side, or the one actor named."""
    if scene.denied:
        return Who(scene.denied, None, Reason("denied"))
    if scene.speaker_actor:
        return Who(scene.speaker_actor, None, Reason("speakers_side"))
    actors = {meant(one, scene) for one in scene.named.of_kind("actor")} - {""}
    if len(actors) == 1:
        return Who(next(iter(actors)), None, Reason("one_actor"))
    return Who(scene.before[-1] if scene.before else "", None, Reason("before"))


def taker(scene: Scene) -> Who:
    """Return who took a place that fell to nobody who is named: whoever came there last, else the default."""
    who = default_party(scene)
    return who._replace(actor=scene.comer) if who.reason.key == "before" and scene.comer else who


def foe_of_speaker(scene: Scene) -> Who:
    """Return the enemy of whoever speaks, else who is meant by default."""
    foe = scene.foe(scene.speaker_actor)
    return Who(foe, None, Reason("speakers_enemy")) if foe else default_party(scene)
