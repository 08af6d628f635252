"""Sentences of an article, with their place in it."""

import re
from typing import Final, NamedTuple

from geo.reader.cue_files import ENGLISH
from geo.reader.cues import Cues, load_cues

ENDS: Final = re.compile(
    r"""(?:[.!?؟\u06d4…]+[”"'’»)\]]*)(?=\s+[“"'\u2018«(\[–-]*[^\Wa-z_])|\n\s*\n\s*|\n(?=\s*[^\Wa-z_])"""
)
"""Where a sentence may end: a stop before a capital or a letter without case, an empty line, a new line."""


SHORTEST_HEADLINE: Final = 20
"""Characters that a headline has at least."""


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
    """Return the sentences in order; blanks between them and datelines belong to none."""
    cues = load_cues(language)
    found, start, short = [], 0, cues["grammar.short"]
    for match in ENDS.finditer(text):
        end = match.end() if text[match.start()] != "\n" else match.start()
        if short.search(text[max(start, end - 12) : end]):
            continue
        found.append(_trimmed(text, start, end))
        start = match.end()
    found.append(_trimmed(text, start, len(text)))
    found = [one for one in found if one.text]
    parted = [*_without_headline(text, found[:1], cues), *found[1:]]
    return [_without_dateline(text, one, cues) for one in parted]


def _without_headline(text: str, first: list[Sentence], cues: Cues) -> list[Sentence]:
    """Return the first sentence parted from a headline that has no full stop before it."""
    for one in first:
        if ends := cues["grammar.headline_ends"].search(text, one.start + SHORTEST_HEADLINE, one.end):
            return [_trimmed(text, one.start, ends.start()), _trimmed(text, ends.end(), one.end)]
    return first


def _without_dateline(text: str, one: Sentence, cues: Cues) -> Sentence:
    """Return a sentence without the dateline before it: it is nobody's words."""
    dateline = cues["grammar.cut_dateline"].match(one.text)
    return _trimmed(text, one.start + dateline.end(), one.end) if dateline else one


def _trimmed(text: str, start: int, end: int) -> Sentence:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    return Sentence(start, end, text[start:end])
