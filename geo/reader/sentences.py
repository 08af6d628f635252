"""Sentences of an article, with their place in it."""

import re
from typing import Final, NamedTuple

ENDS: Final = re.compile(
    r"""(?:[.!?؟\u06d4…]+[”"'’»)\]]*)(?=\s+[“"'\u2018«(\[–-]*[^\Wa-z_])|\n\s*\n\s*|\n(?=\s*[^\Wa-z_])"""
)
"""Where a sentence may end: a stop before a capital or a letter without case, an empty line, a new line."""

SHORT: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|No|vs|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft)|\b[A-Z])\.$"
)
"""A stop that shortens a word and ends no sentence."""


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


def sentences(text: str) -> list[Sentence]:
    """Return the sentences in order; blanks between them belong to none."""
    found, start = [], 0
    for match in ENDS.finditer(text):
        end = match.end() if text[match.start()] != "\n" else match.start()
        if SHORT.search(text[max(start, end - 12) : end]):
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
