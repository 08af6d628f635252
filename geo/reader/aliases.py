"""What an actor may be called, made from the names in `conflict.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geo.reader.phrases import LONG_ENOUGH, Phrase, names_of, people_called, phrase, unshared
from geo.reader.states import forces_of_a_state, names_of_the_state, rebels_against

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reading import ActorTable, SideTable

WORLD: Final = Path(__file__).parent / "world.toml"
"""What the world calls the actors of today's wars."""


def actor_phrases(
    actors: Sequence["ActorTable"], sides: Sequence["SideTable"], cues: "Cues", home: str = ""
) -> tuple[dict[Phrase, str], dict[Phrase, str]]:
    """Return the actors by their names with capitals, and by common words for them.

    A short form that two actors share is nobody's. `home`: the actor that is the state of the land.
    """
    full = dict(_full_names(actors, sides))
    short = unshared((words, actor.id) for actor in actors for words in _short_names(actor, cues))
    known = unshared((words, actor.id) for actor in actors for words in known_as(actor, "also"))
    plain = unshared((words, actor.id) for actor in actors for words in _common_words(actor, cues))
    state = unshared((words, actor.id) for actor in actors for words in forces_of_a_state(actor, cues))
    state |= names_of_the_state(actors, home, cues)
    rebels = rebels_against(actors, sides, home, cues)
    called = unshared((words, actor.id) for actor in actors for words in known_as(actor, "plain"))
    common = {**rebels, **called, **plain, **state}
    return {**known, **short, **full}, {
        words: actor for words, actor in common.items() if full.get(words, actor) == actor
    }


def people_of(actors: Sequence["ActorTable"]) -> dict[Phrase, str]:
    """Return the side of the people who are known to speak for an actor."""
    return unshared((words, actor.side) for actor in actors for words in known_as(actor, "people"))


def known_as(actor: "ActorTable", key: str) -> Iterator[Phrase]:
    """Yield what the world calls an actor, from `world.toml`: names with capitals, plain words, people."""
    names = {" ".join(words) for words in names_of(actor)}
    for known in _world():
        if any(re.fullmatch(known["name"], name) for name in names):
            yield from map(phrase, known.get(key, ()))


@cache
def _world() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(WORLD.read_text(encoding="utf-8"))["actor"])


def _full_names(actors: Sequence["ActorTable"], sides: Sequence["SideTable"]) -> Iterator[tuple[Phrase, str]]:
    """Yield the names in the file; a side's name counts where it has one actor."""
    per_side = Counter(actor.side for actor in actors)
    for side in sides:
        if per_side[side.id] == 1:
            owner = next(actor.id for actor in actors if actor.side == side.id)
            yield from ((phrase(name), owner) for name in (side.name, *side.names.values()))
    for actor in actors:
        for name in (actor.name, actor.long_name, *actor.names.values()):
            if words := phrase(re.sub(r"\(.*?\)", "", name)):
                yield words, actor.id


def _short_names(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield first letters, ends, telling words of a name, and its people: "NRF", "Resistance Front"."""
    little, joins = cues["actors.little"], cues["actors.joins"]
    for words in names_of(actor):
        telling = [word for word in words if not little.fullmatch(word)]
        if len(words) > 2:  # noqa: PLR2004 (two letters are no name)
            yield ("".join(word[0] for word in words),)
            yield ("".join(word[0] for word in words if not joins.fullmatch(word)),)
            yield from (words[1:], words[:-1])
        yield words
        if len(words) > 1 and not words[0].isascii():
            yield (words[0].removesuffix("ی"),)
        for word in telling:
            if len(words) > 1 and cues["actors.alone"].fullmatch(word):
                yield (word,)
            if len(word) >= LONG_ENOUGH and len(telling) == 1:
                yield from people_called(word, cues)
        if len(telling) > 1 and len(telling[-1]) >= LONG_ENOUGH:
            yield (telling[-1],)


def _common_words(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield lower-case words for an actor: "resistance forces", "government troops", "rebels"."""
    little = cues["actors.little"]
    for words in names_of(actor):
        telling = [word for word in words if not little.fullmatch(word)]
        if len(words) > 1:
            yield from ((word, force) for word in telling for force in cues.words("actors.forces").split("|"))
            yield from (
                (word, kind, force)
                for word in telling
                for kind in cues.words("actors.kinds_of_forces").split("|")
                for force in ("forces", "force")
            )
        if len(words) > 1 and cues["actors.bodies"].fullmatch(words[-1]):
            yield ("the", words[-1])
            yield from ((words[-1], one) for one in cues.words("actors.body_people").split("|"))
        yield from (
            ("the", word) for word in telling if len(words) > 1 and cues["actors.bodies"].fullmatch(word)
        )
        for role in cues.words("actors.roles").split("|"):
            if any(cues[f"actors.{role}"].fullmatch(word) for word in words) and not (
                role == "state" and cues["actors.no_state"].search(" ".join(words))
            ):
                yield from (phrase(name) for name in cues.words(f"actors.{role}_words").split("|"))
