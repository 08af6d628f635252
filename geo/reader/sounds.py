"""Names that sound alike, in whatever spelling: by their consonants."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from geo.reader.knowledge import Knowledge
    from geo.reader.phrases import Phrase

FEWEST_SOUNDS: Final = 3
"""Consonants that two spellings of a name must share, at least."""

ALIKE: Final = 74.0
"""Per cent of similarity of two spellings that sound alike."""


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    """Return a Latin word as its consonants sound, whatever its spelling."""
    for written, heard in (
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("q", "k"),
        ("c", "k"),
        ("w", "v"),
        ("sch", "sh"),
        ("j", "j"),
    ):
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1", r"\1", word)
    return word[:1].translate(str.maketrans("aeiouy", "aaaaaa")) + re.sub(r"[aeiouyh]", "", word[1:])


def sounding(word: str, knowledge: "Knowledge") -> tuple[str, ...]:
    """Return the one place whose name of one word sounds alike, spelled in another way; () = none."""
    if len(word) <= FEWEST_SOUNDS or not word.isascii() or (word,) in knowledge.actors:
        return ()
    heard = _sounds(word)
    if len(heard) < FEWEST_SOUNDS:
        return ()
    alike = {ids for name, ids in _by_sound(knowledge, heard) if fuzz.ratio(name, word) >= ALIKE}
    return next(iter(alike)) if len(alike) == 1 else ()


def person_sounding(phrase: "Phrase", knowledge: "Knowledge") -> str:
    """Return the side of the person whose whole name sounds alike: "Bismillah Muhammadi"; "" = nobody's."""
    if not all(word.isascii() for word in phrase):
        return ""
    heard = tuple(map(_sounds, phrase))
    sides = {
        side
        for name, side in knowledge.people.items()
        if len(name) == len(phrase) and tuple(map(_sounds, name)) == heard
    }
    return next(iter(sides)) if len(sides) == 1 else ""


def _by_sound(knowledge: "Knowledge", heard: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for phrase, ids in knowledge.places.items():
        if len(phrase) == 1 and phrase[0].isascii() and _sounds(phrase[0]) == heard:
            yield phrase[0], ids
