"""Values of a table that say who holds: which of them are one, whom each names, and which are not mapped."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.importers.placed_cells import plain
from geo.reading import ARABIC_VARIANTS, Problem, nearest, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_HINTED: Final = 3
"""Characters; of a shorter value, such as a number, every other one is similar."""


class Unmapped(NamedTuple):
    """Of a value that is not in `--map`: in how many cells it is, and the mapped value most like it."""

    cells: int
    near: str


class Values(NamedTuple):
    """Whom the values of a table name.

    Attributes
    ----------
    holder
        Value -> name of its holder, "" = the value names nobody. Without the values of `unmapped`.
    names
        The holders, in the order of the legend.
    joined
        Value -> the value that it is read as: they differ by case or spaces alone.
    unmapped
        The values that a mapping was given for the table without.
    """

    holder: Mapping[str, str]
    names: list[str]
    joined: Mapping[str, str]
    unmapped: Mapping[str, Unmapped]


def values_of(values: "pd.Series[str]", mapping: Mapping[str, str] | None) -> Values:
    """Return whom the values name by a mapping; None = each value is a holder's name."""
    codes, words = pd.factorize(values)
    counted: Counter[str] = Counter()
    for word, cells in zip(words, np.bincount(codes, minlength=len(words)).tolist(), strict=True):
        if word:
            counted[plain(str(word))] += cells
    return _as_written(counted) if mapping is None else _mapped(counted, mapping)


def alike(value: str) -> str:
    """Return a value without what two spellings of it may differ in: case, spaces, keyboards' letters.

    Signs stay, unlike in names: `-1` is not `1`.
    """
    plain_letters = unicodedata.normalize("NFKC", value).translate(ARABIC_VARIANTS)
    return " ".join(plain_letters.casefold().split())


def _as_written(counted: Mapping[str, int]) -> Values:
    first = _first(counted)
    often: Counter[str] = Counter()
    for value, cells in counted.items():
        often[first[alike(value)]] += cells
    holder = {value: first[alike(value)] for value in counted}
    joined = {value: name for value, name in holder.items() if value != name}
    return Values(holder, [name for name, _ in often.most_common()], joined, {})


def _mapped(counted: Mapping[str, int], mapping: Mapping[str, str]) -> Values:
    """Return the values by the mapping, in which one of the same spelling goes before those alike."""
    names = _first(filter(None, mapping.values()))
    exact = {plain(value): names.get(alike(name), "") for value, name in mapping.items()}
    spelt: dict[str, list[str]] = {}
    for value in exact:
        spelt.setdefault(alike(value), []).append(value)
    joined = {
        value: spelt[alike(value)][0]
        for value in counted
        if value not in exact and len({exact[one] for one in spelt.get(alike(value), ())}) == 1
    }
    unmapped = {
        value: Unmapped(cells, _near(value, exact))
        for value, cells in counted.items()
        if value not in exact and value not in joined
    }
    holder = exact | {value: exact[other] for value, other in joined.items()}
    return Values(holder, list(names.values()), joined, unmapped)


def _first(texts: Iterable[str]) -> dict[str, str]:
    """Return the first spelling of each text by what it has in common with those alike, in order."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(alike(text), text)
    return found


def _near(value: str, mapped: Iterable[str]) -> str:
    return next(iter(nearest(value, mapped, most=1)), "") if len(value) >= SHORTEST_HINTED else ""


def unmapped_problems(unmapped: Mapping[str, Unmapped], file: str) -> "Iterator[Problem]":
    """Yield the problem of each value that is not in `--map`."""
    for value, (cells, near) in unmapped.items():
        hint = f"did you mean '{near}'?" if near else ""
        yield Problem(file, None, None, value, rule("not_in_map", count=cells), hint)
