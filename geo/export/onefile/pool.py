"""Repeated HTML stored once: pages as trees of shared lines, and the days from which each page holds."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

FEW: Final = 12
"""A list of at most so many members is stored as it is; a longer one is cut into parts that are shared."""

TURNS: Final = 6
"""A part has about so many members."""

SPREAD: Final = 2_654_435_761
"""Knuth's multiplier: neighbouring numbers end up far apart."""


class Pool:
    """Pages of HTML, each kept once, as lists of lines and of parts that pages share.

    Where a part ends is decided by its last member alone, so that two pages which differ in one place have
    all other parts in common, however long they are.
    """

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._pages: dict[tuple[int, ...], int] = {}
        self._spans: dict[tuple[int, ...], int] = {}

    def add(self, page: str) -> int:
        """Keep a page and return its number."""
        members = [self._lines.setdefault(line, len(self._lines)) for line in page.split("\n")]
        while len(members) > FEW:
            parts = list(_cut(members))
            if len(parts) == len(members):
                break
            members = [self._part(part) for part in parts]
        return self._pages.setdefault(tuple(members), len(self._pages))

    def add_span(self, pages: Iterable[tuple[int, int]]) -> int:
        """Keep pages with the day from which each holds, in order, and return the span's number."""
        kept: list[int] = []
        for day, page in pages:
            if not kept or kept[-1] != page:
                kept += (day, page)
        return self._spans.setdefault(tuple(kept), len(self._spans))

    def table(self) -> dict[str, Any]:
        """Return `lines`, `pages` and `spans`.

        A page is a list of numbers: of lines, and below zero of other pages, -1 being page 0. A span is a
        flat list of days and pages.
        """
        return {"lines": list(self._lines), "pages": list(self._pages), "spans": list(self._spans)}

    def _part(self, members: Sequence[int]) -> int:
        if len(members) == 1:
            return members[0]
        return ~self._pages.setdefault(tuple(members), len(self._pages))


def _cut(members: Sequence[int]) -> Iterable[Sequence[int]]:
    start = 0
    for place, member in enumerate(members, start=1):
        if (member * SPREAD >> 12) % TURNS == 0 or place == len(members):
            yield members[start:place]
            start = place
