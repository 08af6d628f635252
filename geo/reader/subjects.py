"""Who is the subject of a verb: the nearest name or pronoun before it."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.found import FoundCue
    from geo.reader.knowledge import Knowledge
    from geo.reader.mentions import Mention, Named

GOVERNED: Final = re.compile(
    r"\b(?:against|from|to|with|between|of|by|for|over|resist|including)\s+"
    r"(?:the\s+|an?\s+|several\s+|many\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""A name after these words is no subject."""


OWNED: Final = re.compile(
    r"\b(?:army|forces|troops|fighters|men|soldiers|units|members|militants|columns|commanders) of"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a name: its own people are the subject."""

PRONOUN: Final = re.compile(
    r"(?<![\ue000\ue002]\s)(?<![’']s\s)\b(?:(?P<own>we|our|us|ours|ما)"
    r"|(?P<foe>(?:the )?(?:enemy|enemies|invaders|aggressors|occupiers|occupation forces))"
    r"|(?P<that>it|they|its|their|his|he|she|them"
    r"|(?:the|this) (?:group|movement|insurgents|militants|militia|rebels|latter|fighters|forces|troops"
    r"|army|sides?|organi[sz]ation)"
    r"|(?:its|their|his) (?:\w+ )?(?:forces|fighters|troops|men)|(?:militants|fighters|insurgents)))\b",
    re.IGNORECASE,
)


class Who(NamedTuple):
    """The actor of a claim, the characters that name it (None = not named), and the reason in words."""

    actor: str
    span: tuple[int, int] | None
    reason: str


NOBODY: Final = Who("", None, "")


@dataclass(frozen=True)
class Scene:
    """What parties are found in: the sentence, from where on it speaks, and who speaks and was spoken of."""

    named: "Named"
    begin: int
    knowledge: "Knowledge"
    cues: "Cues"
    speaker_actor: str
    denied: str
    attacker: str
    before: tuple[str, ...]


def actor_in(one: "Mention", knowledge: "Knowledge") -> str:
    """Return the actor that a mention of an actor or a person stands for."""
    return one.ids[0] if one.kind == "actor" else knowledge.actor_of(one.ids[0])


def is_other(cue: "FoundCue", scene: Scene) -> bool:
    """Return whether the subject is nobody of the conflict: civilians, foreign troops."""
    pattern = rf"\b(?:{scene.cues.words('nouns.others')})\s+(?:(?:who|have|had|has|were|are|also)\s+)*$"
    return bool(re.search(pattern, scene.named.masked[: cue.start], re.IGNORECASE))


def subject(cue: "FoundCue", scene: Scene) -> Who | None:
    """Return the nearest name or pronoun before a verb that can be its subject."""
    text = scene.named.text
    names = [
        one
        for one in scene.named.of_kind("actor", "person")
        if scene.begin <= one.start
        and one.end <= cue.start
        and (
            _opposed(one, scene)
            or OWNED.search(text[: one.start])
            or not GOVERNED.search(text[: one.start])
            or not scene.named.masked[one.end : cue.start].strip()
        )
    ]
    aside = _asides(scene.named.masked, scene.begin, cue.start)
    names = [one for one in names if not any(low <= one.start < high for low, high in aside)] or names
    pronouns = [
        m
        for m in PRONOUN.finditer(scene.named.masked, scene.begin, cue.start)
        if not GOVERNED.search(text[: m.start()]) and not any(low <= m.start() < high for low, high in aside)
    ]
    if pronouns and (not names or pronouns[-1].start() > names[-1].end):
        return of_pronoun(pronouns[-1], names, scene)
    if names:
        return Who(
            meant(names[-1], scene),
            (names[-1].start, names[-1].end),
            f"“{text[names[-1].start : names[-1].end]}” before the verb",
        )
    return None


def _asides(masked: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return the relative clauses between commas and the brackets before a verb: no subject stands there."""
    found = re.finditer(
        r",\s+(?:which|who|whose|where)\b[^,;]*(?:\([^)]*\)[^,;]*)?,|\([^)]*\)", masked[begin:end]
    )
    return [(begin + one.start(), begin + one.end()) for one in found]


def _opposed(one: "Mention", scene: Scene) -> bool:
    """Return whether the words before a name speak of its opponents: "anti-X", "opponents of X"."""
    return bool(re.search(scene.cues.words("moods.opposed"), scene.named.text[: one.start], re.IGNORECASE))


def meant(one: "Mention", scene: Scene) -> str:
    """Return the actor of a name, or its rival where its opponents are meant."""
    actor = actor_in(one, scene.knowledge)
    return scene.knowledge.rival(actor) if _opposed(one, scene) else actor


def of_pronoun(pronoun: re.Match[str], names: list["Mention"], scene: Scene) -> Who:
    """Return whom a pronoun means: the speaker's side, its enemy, or the name before it."""
    said = f"“{pronoun[0]}”"
    if pronoun["own"]:
        return Who(scene.speaker_actor, pronoun.span(), f"{said}: the speaker's side")
    if pronoun["foe"]:
        return Who(scene.knowledge.rival(scene.speaker_actor), pronoun.span(), f"{said}: the speaker's enemy")
    if names:
        return Who(meant(names[-1], scene), (names[-1].start, pronoun.end()), f"{said}: named before it")
    if scene.speaker_actor:
        return Who(scene.speaker_actor, pronoun.span(), f"{said}: the speaker's side")
    return Who(
        scene.before[-1] if scene.before else "", pronoun.span(), f"{said}: named in a sentence before"
    )
