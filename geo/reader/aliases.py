"""What an actor may be called, made from the names in `conflict.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from babel import Locale
from babel.core import get_global

from geo.reader.cues import ENGLISH
from geo.reading import fold

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reading.settings import ActorTable, SideTable

Phrase = tuple[str, ...]
"""Folded words of a name."""

WORLD: Final = Path(__file__).parent / "world.toml"
"""What the world calls the actors of today's wars."""

LONG_ENOUGH: Final = 4
"""Letters of a word that may stand for a whole name."""


def phrase(name: str) -> Phrase:
    """Return a name's folded words."""
    return tuple(fold(name).split())


def actor_phrases(
    actors: Sequence["ActorTable"], sides: Sequence["SideTable"], cues: "Cues", home: str = ""
) -> tuple[dict[Phrase, str], dict[Phrase, str]]:
    """Return the actors by their names with capitals, and by common words for them.

    A short form that two actors share is nobody's. `home`: the actor that is the state of the land.
    """
    full = dict(_full_names(actors, sides))
    short = _unshared((words, actor.id) for actor in actors for words in _short_names(actor, cues))
    known = _unshared((words, actor.id) for actor in actors for words in known_as(actor, "also"))
    plain = _unshared((words, actor.id) for actor in actors for words in _common_words(actor, cues))
    state = _unshared((words, actor.id) for actor in actors for words in _forces_of_a_state(actor, cues))
    if home:
        state |= {phrase(name): home for name in cues.words("actors.state_words").split("|")}
    called = _unshared((words, actor.id) for actor in actors for words in known_as(actor, "plain"))
    return {**known, **short, **full}, {**called, **plain, **state}


def people_of(actors: Sequence["ActorTable"]) -> dict[Phrase, str]:
    """Return the side of the people who are known to speak for an actor."""
    return _unshared((words, actor.side) for actor in actors for words in known_as(actor, "people"))


def home_of(actors: Sequence["ActorTable"], time_zone: str, cues: "Cues") -> str:
    """Return the actor that is the state of the land whose time zone it is; "" = none, or several.

    It is called after the land and is a state's: "Ukraine", "Sudanese Armed Forces", "Syrian government".
    """
    known = get_global("zone_aliases").get(time_zone, time_zone)
    land = get_global("zone_territories").get(known, "")
    name = Locale(ENGLISH).territories.get(land, "").partition(" (")[0]
    called = {people[0] for word in phrase(name) for people in _people_of(word, cues)}
    states = [
        actor.id for actor in actors if any(_is_state(words, called, cues) for words in names_of(actor))
    ]
    return states[0] if len(states) == 1 else ""


def _is_state(words: Phrase, land: set[str], cues: "Cues") -> bool:
    """Return whether a name is the land's own, or its government's or army's."""
    named = [word for word in words if word in land]
    return (
        bool(named)
        and all(
            word in land or cues["actors.state"].fullmatch(word) or cues["actors.little"].fullmatch(word)
            for word in words
        )
        and not any(cues["actors.rebel"].fullmatch(word) for word in words)
    )


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


def names_of(actor: "ActorTable") -> Iterator[Phrase]:
    """Yield the names in the file, and those in brackets in them."""
    for name in (actor.name, actor.long_name, *actor.names.values()):
        for part in (re.sub(r"\(.*?\)", "", name), *re.findall(r"\((.*?)\)", name)):
            if words := phrase(part):
                yield words


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
                yield from _people_of(word, cues)
        if len(telling) > 1 and len(telling[-1]) >= LONG_ENOUGH:
            yield (telling[-1],)


def _people_of(word: str, cues: "Cues") -> Iterator[Phrase]:
    """Yield a word and what its people may be called: Russia, Russian, Russians."""
    yield (word,)
    for stem in {
        word,
        word.removesuffix("a"),
        word.removesuffix("e"),
        word.removesuffix("y"),
        word.removesuffix("ia"),
    }:
        for end in cues.words("actors.demonyms").split("|") if len(stem) >= LONG_ENOUGH - 1 else ():
            yield (stem + end,)


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
            if any(cues[f"actors.{role}"].fullmatch(word) for word in words):
                yield from (phrase(name) for name in cues.words(f"actors.{role}_words").split("|"))


def _forces_of_a_state(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield "Syrian army", "Syrian troops" for the Syrian government, whoever else is called Syrian."""
    little = cues["actors.little"]
    for words in names_of(actor):
        if any(cues["actors.state"].fullmatch(word) for word in words):
            telling = [word for word in words if not little.fullmatch(word)]
            telling = [word for word in telling if not cues["actors.state"].fullmatch(word)]
            for force in cues.words("actors.state_forces").split("|"):
                yield from ((*people, *phrase(force)) for one in telling for people in _people_of(one, cues))


def _unshared(pairs: Iterable[tuple[Phrase, str]]) -> dict[Phrase, str]:
    owners: dict[Phrase, set[str]] = {}
    for words, actor in pairs:
        owners.setdefault(words, set()).add(actor)
    return {words: next(iter(actors)) for words, actors in owners.items() if len(actors) == 1}
