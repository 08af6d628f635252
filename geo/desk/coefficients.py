"""How far two codings of the same articles agree: whether they find a statement, and how they code it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.figures import Figure, figure
from geo.desk.matching import Matched, matched, spans_of
from geo.reader import sentences

if TYPE_CHECKING:
    from geo.desk.matching import Pair
    from geo.desk.rows import Row

FOUND: Final = "found"
"""Whether a coder has a row that quotes a sentence."""

VARIABLES: Final = (
    "area_id",
    "scope",
    "claim",
    "polarity",
    "party",
    "claimant_side",
    "voice_id",
    "date_from",
    "date_to",
)
"""What is compared of two rows that code one statement: all that the map is made of."""

GRADES: Final = ("reliability", "credibility")
"""What may be compared as well: judgements that colour nothing."""

OTHER_VOICE: Final = "\0"
"""Stands for a voice that only one of the coders has: its id is the coder's own word."""


class Agreement(NamedTuple):
    """Two codings compared: the rows, and a figure for `FOUND` and for each of `VARIABLES`."""

    rows: Matched
    figures: tuple[Figure, ...]

    @property
    def shared(self) -> float | None:
        """Return the share of all rows that the other coder has as well (Dice), 0 to 1; None = no rows."""
        both = 2 * len(self.rows.pairs)
        every = both + len(self.rows.only_first) + len(self.rows.only_second)
        return both / every if every else None


def agreement(
    first: Sequence["Row"],
    second: Sequence["Row"],
    texts: Mapping[str, str],
    variables: Sequence[str] = VARIABLES,
) -> Agreement:
    """Return how far two coders agree on some articles.

    Parameters
    ----------
    texts
        Article -> its text; rows of other articles are left out.
    """
    ours, theirs = ([row for row in rows if row["source_id"] in texts] for rows in (first, second))
    rows = matched(ours, theirs, texts)
    found = figure(FOUND, sentences_found(ours, texts), sentences_found(theirs, texts))
    return Agreement(rows, (found, *(_compared(name, rows.pairs) for name in variables)))


def sentences_found(rows: Iterable["Row"], texts: Mapping[str, str]) -> list[bool]:
    """Return for every sentence of the articles, in order, whether a row quotes of it."""
    quoted: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        quoted.setdefault(row["source_id"], []).extend(spans_of(row, texts[row["source_id"]])[:1])
    return [
        any(start < sentence.end and sentence.start < end for start, end in quoted.get(source_id, ()))
        for source_id, text in texts.items()
        for sentence in sentences(text)
    ]


def _compared(name: str, pairs: Sequence["Pair"]) -> Figure:
    values = [[row[name] for row in rows] for rows in zip(*pairs, strict=True)] or [[], []]
    if name == "voice_id":
        shared = {*values[0]} & {*values[1]}
        values = [[one if one in shared else OTHER_VOICE for one in some] for some in values]
    return figure(name, *values)
