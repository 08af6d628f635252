"""A text's words, folded, and the text with the letters of its names replaced."""

import re
from typing import Final, NamedTuple

from geo.reader.cues import ACTOR, MASKS, PERSON, PLACE
from geo.reading import fold

WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


class Mention(NamedTuple):
    """A name in a sentence: its characters, what kind of name it is, and whom or what it may mean."""

    start: int
    end: int
    kind: str
    ids: tuple[str, ...]


class Word(NamedTuple):
    """A word of a sentence, folded, without a possessive; `stopped` = a comma or the like stands before."""

    start: int
    end: int
    folded: str
    capital: bool
    stopped: bool


MARKS: Final = str.maketrans("،؛؟", ",;?")
"""Arabic punctuation as the patterns have it."""

MASK_OF: Final = {"place": PLACE, "actor": ACTOR, "person": PERSON}


def words_of(text: str) -> list[Word]:
    """Return the words of a text, folded, without a possessive."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        stopped = bool(found) and re.search(r"[,;:“”\"«»!?]", text[found[-1].end : match.start()]) is not None
        end = match.end()
        if match[0][-2:] in {"'s", "’s"}:
            end -= 2
        folded = fold(text[match.start() : end])
        if folded:
            found.append(Word(match.start(), end, folded, not text[match.start()].islower(), stopped))
    return found


def masked(text: str, mentions: list[Mention]) -> str:
    """Return the text with the letters of its names replaced."""
    letters = list(re.sub(f"[{MASKS}]", " ", text).translate(MARKS))
    for one in mentions:
        letters[one.start : one.end] = MASK_OF[one.kind] * (one.end - one.start)
    return "".join(letters)
