"""Names as folded words."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from geo.reading import fold

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reading import ActorTable

Phrase = tuple[str, ...]
"""Folded words of a name."""

LONG_ENOUGH: Final = 4
"""Letters of a word that may stand for a whole name."""


def phrase(name: str) -> Phrase:
    """Return a name's folded words."""
    return tuple(fold(name).split())


def names_of(actor: "ActorTable") -> Iterator[Phrase]:
    """Yield the names in the file, and those in brackets in them."""
    for name in (actor.name, actor.long_name, *actor.names.values()):
        for part in (re.sub(r"\(.*?\)", "", name), *re.findall(r"\((.*?)\)", name)):
            if words := phrase(part):
                yield words


def people_called(word: str, cues: "Cues") -> Iterator[Phrase]:
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


def unshared(pairs: Iterable[tuple[Phrase, str]]) -> dict[Phrase, str]:
    """Return the names with their actors, without those of several."""
    owners: dict[Phrase, set[str]] = {}
    for words, actor in pairs:
        owners.setdefault(words, set()).add(actor)
    return {words: next(iter(actors)) for words, actors in owners.items() if len(actors) == 1}
