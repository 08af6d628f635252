"""Where a sentence names places, actors and people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.reader.lookalikes import is_none, is_owned
from geo.reader.masked import Mention, Word, masked, words_of
from geo.reader.sounds import person_sounding, sounding

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.knowledge import Knowledge
    from geo.reader.phrases import Phrase

LONGEST_PHRASE: Final = 8
"""Words of a name."""


@dataclass(frozen=True)
class Named:
    """A sentence with its names found.

    Attributes
    ----------
    text
        The sentence.
    masked
        The same length: the letters of a name replaced by those of `cues.MASKS`.
    mentions
        In order, none over another.
    """

    text: str
    masked: str
    mentions: tuple[Mention, ...]

    def of_kind(self, *kinds: str) -> list[Mention]:
        """Return the mentions of some kinds, in order."""
        return [one for one in self.mentions if one.kind in kinds]


def named(text: str, knowledge: "Knowledge", cues: "Cues", learned: Mapping["Phrase", str]) -> Named:
    """Find the names in a sentence; `learned` = people whose side the article has told, by surname."""
    mentions: list[Mention] = []
    words = words_of(text)
    place = 0
    while place < len(words):
        mention, length = _mention_at(words, place, knowledge, learned)
        if mention and not is_none(text, mention, cues, knowledge) and not is_owned(text, mention, mentions):
            mentions.append(mention)
        place += length
    return Named(text, masked(text, mentions), tuple(mentions))


def _mention_at(
    words: list[Word], place: int, knowledge: "Knowledge", learned: Mapping["Phrase", str]
) -> tuple[Mention | None, int]:
    """Return the longest name that begins at a word, and how many words to go on."""
    for length in range(_longest(words, place), 0, -1):
        some = words[place : place + length]
        phrase = tuple(word.folded for word in some)
        if found := _meaning(phrase, some, knowledge, learned):
            return Mention(some[0].start, some[-1].end, *found), length
    if words[place].capital and (ids := sounding(words[place].folded, knowledge)):
        return Mention(words[place].start, words[place].end, "place", ids), 1
    return None, 1


def _longest(words: list[Word], place: int) -> int:
    """Return how many words a name may have that begins here: up to the next stop, or so many."""
    length = 1
    while length < min(LONGEST_PHRASE, len(words) - place) and not words[place + length].stopped:
        length += 1
    return length


def _meaning(
    phrase: "Phrase", words: list[Word], knowledge: "Knowledge", learned: Mapping["Phrase", str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return what a phrase names: a person, an actor, a place; None = nothing that is known."""
    capital = any(word.capital for word in words)
    side = knowledge.people.get(phrase)
    if side is None and capital and len(words) > 1:
        side = person_sounding(phrase, knowledge)
    if side:
        return "person", (side,)
    if phrase in knowledge.plain:
        return "actor", (knowledge.plain[phrase],)
    if phrase in knowledge.places and (capital or phrase in knowledge.common):
        return "place", knowledge.places[phrase]
    return _by_capital(phrase, knowledge, learned) if capital else None


def _by_capital(
    phrase: "Phrase", knowledge: "Knowledge", learned: Mapping["Phrase", str]
) -> tuple[str, tuple[str, ...]] | None:
    """Return the actor or the person that a phrase with capitals names."""
    if phrase in knowledge.actors:
        return "actor", (knowledge.actors[phrase],)
    return ("person", (learned[phrase],)) if phrase in learned else None
