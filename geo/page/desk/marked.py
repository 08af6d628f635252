"""An article as pieces of text: where statements stand in it, cut so that no piece is half in one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

BETWEEN: Final = re.compile(r"\n[^\S\n]*(?:\n\s*)?")
"""What parts paragraphs: every line break, or several."""


class Span(NamedTuple):
    """Characters of the article, end excluded, that an item quotes."""

    item: str
    start: int
    end: int


class Piece(NamedTuple):
    """Text of a paragraph, its first character in the article, the items it is in, those that end with it."""

    start: int
    text: str
    items: tuple[str, ...]
    ends: tuple[str, ...]


def paragraphs(text: str, spans: Sequence[Span]) -> Iterator[list[Piece]]:
    """Yield the paragraphs of an article in pieces; together they are its text without the breaks."""
    start = 0
    for gap in [*BETWEEN.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield list(_pieces(text, start, end, spans))
        start = gap.end() if gap else end


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Piece]:
    inside = [one for one in spans if one.start < end and start < one.end]
    edges = {start, end} | {edge for one in inside for edge in one[1:] if start < edge < end}
    cuts = sorted(edges)
    for first, last in pairwise(cuts):
        over = [one for one in inside if one.start <= first and last <= one.end]
        ending = tuple(one.item for one in over if min(one.end, end) == last and one.end <= end)
        yield Piece(first, text[first:last], tuple(one.item for one in over), ending)
