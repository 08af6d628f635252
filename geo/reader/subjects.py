"""Who is the subject of a verb: the nearest name or pronoun before it."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reader.reasons import NO_REASON, Reason

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.knowledge import Knowledge
    from geo.reader.masked import Mention
    from geo.reader.mentions import Named
    from geo.reader.verbs import FoundCue


class Who(NamedTuple):
    """The actor of a claim, the characters that name it (None = not named), and the reason in words."""

    actor: str
    span: tuple[int, int] | None
    reason: Reason


NOBODY: Final = Who("", None, NO_REASON)


@dataclass(frozen=True)
class Scene:
    """What parties are found in: the sentence, from where on it speaks, and who speaks and was spoken of.

    `comer`: who was last told to come to the place; "" = nobody. `quoted`: whether the words
    are literal: there "they" are others.
    """

    named: "Named"
    begin: int
    knowledge: "Knowledge"
    cues: "Cues"
    speaker_actor: str
    denied: str
    attacker: str
    before: tuple[str, ...]
    comer: str = ""
    quoted: bool = False

    def foe(self, actor: str) -> str:
        """Return whom an actor fights: its rival, or the other actor named last; "" = nobody can tell."""
        here = [actor_in(one, self.knowledge) for one in self.named.of_kind("actor", "person")]
        return self.knowledge.foe(actor, [*self.before, *here])


def actor_in(one: "Mention", knowledge: "Knowledge") -> str:
    """Return the actor that a mention of an actor or a person stands for."""
    return one.ids[0] if one.kind == "actor" else knowledge.actor_of(one.ids[0])


def is_other(cue: "FoundCue", scene: Scene) -> bool:
    """Return whether the subject is nobody of the conflict: civilians, foreign troops."""
    return bool(scene.cues["grammar.is_other"].search(scene.named.masked[: cue.start]))


def subject(cue: "FoundCue", scene: Scene) -> Who | None:
    """Return the nearest name or pronoun before a verb that can be its subject."""
    text, masked = scene.named.text, scene.named.masked
    governed = scene.cues["grammar.governed"]
    names = [one for one in _names_before(cue, scene) if _may_act(one, cue, scene)]
    things = scene.cues["grammar.its_things"]
    names = [one for one in names if not things.match(masked, one.end, cue.start)] or names
    aside = _asides(masked, scene.begin, cue.start, scene.cues)
    names = [one for one in names if not any(low <= one.start < high for low, high in aside)] or names
    pronouns = [
        m
        for m in scene.cues["grammar.pronoun"].finditer(masked, scene.begin, cue.start)
        if not governed.search(text[: m.start()]) and not any(low <= m.start() < high for low, high in aside)
    ]
    if pronouns and (not names or pronouns[-1].start() > names[-1].end):
        return of_pronoun(pronouns[-1], names, scene)
    if names:
        last = names[-1]
        return Who(meant(last, scene), (last.start, last.end), Reason("subject", text[last.start : last.end]))
    return None


def _names_before(cue: "FoundCue", scene: Scene) -> list["Mention"]:
    named = scene.named.of_kind("actor", "person")
    return [one for one in named if scene.begin <= one.start and one.end <= cue.start]


def _may_act(one: "Mention", cue: "FoundCue", scene: Scene) -> bool:
    """Return whether a name can be the subject: not "against X", but "troops of X"."""
    before = scene.named.text[: one.start]
    if scene.cues["grammar.helper"].search(before):
        return False
    return bool(
        _opposed(one, scene)
        or scene.cues["grammar.owned"].search(before)
        or not scene.cues["grammar.governed"].search(before)
        or not scene.named.masked[one.end : cue.start].strip()
    )


def _asides(masked: str, begin: int, end: int, cues: "Cues") -> list[tuple[int, int]]:
    """Return the relative clauses between commas and the brackets before a verb: no subject stands there."""
    return [one.span() for one in cues["grammar.aside"].finditer(masked, begin, end)]


def _opposed(one: "Mention", scene: Scene) -> bool:
    """Return whether the words before a name speak of its opponents: "anti-X", "opponents of X"."""
    return bool(re.search(scene.cues.words("moods.opposed"), scene.named.text[: one.start], re.IGNORECASE))


def meant(one: "Mention", scene: Scene) -> str:
    """Return the actor of a name, or its rival where its opponents are meant."""
    actor = actor_in(one, scene.knowledge)
    return scene.foe(actor) if _opposed(one, scene) else actor


def of_pronoun(pronoun: re.Match[str], names: list["Mention"], scene: Scene) -> Who:
    """Return whom a pronoun means: the speaker's side, its enemy, or the name before it."""
    said, own, span = pronoun[0], scene.speaker_actor, pronoun.span()
    if pronoun["own"]:
        return Who(own, span, Reason("pronoun_own", said))
    if pronoun["foe"]:
        return Who(scene.foe(own), span, Reason("pronoun_foe", said))
    if names:
        return Who(meant(names[-1], scene), (names[-1].start, pronoun.end()), Reason("pronoun_named", said))
    if own:
        others = scene.quoted and said.lower() in {"they", "them", "theirs"}
        if others and (foe := scene.foe(own)):
            return Who(foe, span, Reason("pronoun_foe", said))
        return Who(own, span, Reason("pronoun_own", said))
    last = scene.before[-1] if scene.before and said.lower() not in {"he", "she"} else ""
    return Who(last, span, Reason("pronoun_before", said))
