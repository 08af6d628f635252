"""What an actor may be called, made from the names in `conflict.toml`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from geo.reading import fold

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reading.settings import ActorTable, SideTable

Phrase = tuple[str, ...]
"""Folded words of a name."""

LONG_ENOUGH: Final = 4
"""Letters of a word that may stand for a whole name."""

FORCES: Final = ("forces", "fighters", "troops", "soldiers", "militants")
"""Who fights for an actor: with a telling word of its name they name it."""

DEMONYMS: Final = ("n", "ns", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "s", "ite", "ites", "ean")
"""Ends of what a country's people are called."""


def phrase(name: str) -> Phrase:
    """Return a name's folded words."""
    return tuple(fold(name).split())


def actor_phrases(
    actors: Sequence["ActorTable"], sides: Sequence["SideTable"], cues: "Cues"
) -> tuple[dict[Phrase, str], dict[Phrase, str]]:
    """Return the actors by their names with capitals, and by common words for them.

    A short form that two actors share is nobody's.
    """
    full = dict(_full_names(actors, sides))
    short = _unshared((words, actor.id) for actor in actors for words in _short_names(actor, cues))
    plain = _unshared((words, actor.id) for actor in actors for words in _common_words(actor, cues))
    return {**short, **full}, plain


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


def _names(actor: "ActorTable") -> Iterator[Phrase]:
    for name in (actor.name, actor.long_name, *actor.names.values()):
        for part in (re.sub(r"\(.*?\)", "", name), *re.findall(r"\((.*?)\)", name)):
            if words := phrase(part):
                yield words


def _short_names(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield first letters, ends, telling words of a name, and its people: "NRF", "Resistance Front"."""
    little = cues["actors.little"]
    for words in _names(actor):
        telling = [word for word in words if not little.fullmatch(word)]
        if len(words) > 2:  # noqa: PLR2004 (two letters are no name)
            yield ("".join(word[0] for word in words),)
            yield ("".join(word[0] for word in words if word not in {"of", "the", "and", "for"}),)
            yield from (words[1:], words[:-1])
        yield words
        if len(words) > 1 and not words[0].isascii():
            yield (words[0].removesuffix("ی"),)
        for word in telling:
            if len(word) >= LONG_ENOUGH and len(telling) == 1:
                yield from _people_of(word)
        if len(telling) > 1 and len(telling[-1]) >= LONG_ENOUGH:
            yield (telling[-1],)


def _people_of(word: str) -> Iterator[Phrase]:
    """Yield a word and what its people may be called: Russia, Russian, Russians."""
    yield (word,)
    for stem in {
        word,
        word.removesuffix("a"),
        word.removesuffix("e"),
        word.removesuffix("y"),
        word.removesuffix("ia"),
    }:
        for end in DEMONYMS if len(stem) >= LONG_ENOUGH - 1 else ():
            yield (stem + end,)


def _common_words(actor: "ActorTable", cues: "Cues") -> Iterator[Phrase]:
    """Yield lower-case words for an actor: "resistance forces", "government troops", "rebels"."""
    little = cues["actors.little"]
    for words in _names(actor):
        telling = [word for word in words if not little.fullmatch(word)]
        if len(words) > 1:
            yield from ((word, force) for word in telling for force in FORCES)
        for role in ("state", "rebel"):
            if any(cues[f"actors.{role}"].fullmatch(word) for word in words):
                yield from (phrase(name) for name in cues.words(f"actors.{role}_words").split("|"))


def _unshared(pairs: Iterable[tuple[Phrase, str]]) -> dict[Phrase, str]:
    owners: dict[Phrase, set[str]] = {}
    for words, actor in pairs:
        owners.setdefault(words, set()).add(actor)
    return {words: next(iter(actors)) for words, actors in owners.items() if len(actors) == 1}
