"""Two codings of the same articles: which rows of one code the statement of which row of the other."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from geo.desk.rows import Row

FITS: Final = ("claim", "polarity", "party", "claimant_side", "scope")
"""What tells several rows about one area and the same words apart: the more of it is equal, the better."""

SAME: Final = FITS[:3]
"""What is equal where only the area differs."""

Span = tuple[int, int]


class Pair(NamedTuple):
    """Two rows, one of each coder, that code the same statement."""

    first: "Row"
    second: "Row"


class Matched(NamedTuple):
    """Two codings row by row, each row once: in a pair, or found by one coder only; in the coders' order."""

    pairs: tuple[Pair, ...]
    only_first: tuple["Row", ...]
    only_second: tuple["Row", ...]


def matched(first: Sequence["Row"], second: Sequence["Row"], texts: Mapping[str, str]) -> Matched:
    """Return the rows of two codings that code the same statement.

    Their quotes share characters of the article and they are about the same area; among several the best
    fit, no row twice. Of the rows that are left over, those are paired that differ in the area alone.

    Parameters
    ----------
    texts
        Article -> its text. A quote that is not in it is in no pair, nor is any of an article without a text.
    """
    spans = [[spans_of(row, texts.get(row["source_id"], "")) for row in rows] for rows in (first, second)]
    fits = [
        (fit, number, other)
        for number, row in enumerate(first)
        for other, rival in enumerate(second)
        if row["source_id"] == rival["source_id"]
        and (fit := _fit(row, rival, _shared(spans[0][number], spans[1][other])))
    ]
    partners = _one_to_one(sorted(fits, key=lambda one: (-one[0], *one[1:])))
    pairs = tuple(Pair(first[number], second[other]) for number, other in sorted(partners.items()))
    alone = (row for number, row in enumerate(first) if number not in partners)
    found = {*partners.values()}
    return Matched(pairs, tuple(alone), tuple(row for n, row in enumerate(second) if n not in found))


def spans_of(row: "Row", text: str) -> list[Span]:
    """Return each place of an article where a row's quote stands: characters, end excluded."""
    quote, prefix = (_in_lines(row[name]) for name in ("quote", "quote_prefix"))
    if not quote:
        return []
    led = rf"{prefix}\s*({quote})" if prefix else f"({quote})"
    return [one.span(1) for one in re.finditer(led, text)]


def _in_lines(words: str) -> str:
    """Return the pattern of words in an article, where a blank may be a line break."""
    return r"\s+".join(map(re.escape, words.split()))


def _shared(first: Iterable[Span], second: Sequence[Span]) -> float:
    """Return the share of characters that two quotes have in common where they stand; 0 = none."""
    both = [(one, other) for one in first for other in second]
    return max((_overlap(*pair) for pair in both), default=0.0)


def _overlap(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _fit(row: "Row", other: "Row", shared: float) -> float:
    """Return how well two rows fit, those about one area before all others; 0 = not one statement."""
    here = row["area_id"] == other["area_id"]
    if not shared or not (here or all(row[name] == other[name] for name in SAME)):
        return 0.0
    return len(FITS) * 2 * here + sum(row[name] == other[name] for name in FITS) + shared


def _one_to_one(fits: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Return the pairs of positions, the best fit first."""
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, number, other in fits:
        if number not in found and other not in used:
            found[number] = other
            used.add(other)
    return found
