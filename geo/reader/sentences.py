"""Sentences of an article, with their place in it."""

import re
from typing import Final, NamedTuple

from geo.reader.cues import ENGLISH, load_cues

ENDS: Final = re.compile(
    r"""(?:[.!?؟\u06d4…]+[”"'’»)\]]*)(?=\s+[“"'\u2018«(\[–-]*[^\Wa-z_])|\n\s*\n\s*|\n(?=\s*[^\Wa-z_])"""
)
"""Where a sentence may end: a stop before a capital or a letter without case, an empty line, a new line."""


class Sentence(NamedTuple):
    """One sentence.

    Attributes
    ----------
    start, end
        Characters of the article, end excluded.
    text
        `article[start:end]`, without blanks at its ends.
    """

    start: int
    end: int
    text: str


def sentences(text: str, language: str = ENGLISH) -> list[Sentence]:
    """Return the sentences in order; blanks between them belong to none."""
    found, start, short = [], 0, load_cues(language)["grammar.short"]
    for match in ENDS.finditer(text):
        end = match.end() if text[match.start()] != "\n" else match.start()
        if short.search(text[max(start, end - 12) : end]):
            continue
        found.append(_trimmed(text, start, end))
        start = match.end()
    found.append(_trimmed(text, start, len(text)))
    return [one for one in found if one.text]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    return Sentence(start, end, text[start:end])
