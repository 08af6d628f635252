"""Days, sorted keys, ranges and ragged lists: a whole timeline in integer arrays.

A *day* is a count of days since 1 January 1970. A *key* is an area and a day in one integer, so
that one sorted array orders a whole map: by area, then by day.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]

SPAN: Final = 1 << 23
"""Keys of one area; room for 11,000 years before and after 1970."""

ORIGIN: Final = 1 << 22
FOREVER: Final = ORIGIN - 1
"""A day later than any other."""


class Ragged(NamedTuple):
    """Lists of unequal length: list `i` is ``items[starts[i]:stops[i]]``; lists may share items."""

    items: Ints
    starts: Ints
    stops: Ints

    @property
    def sizes(self) -> Ints:
        """The length of each list."""
        return self.stops - self.starts

    def taken(self, index: Ints) -> "Ragged":
        """Return the lists at `index`; an index of -1 gives an empty list."""
        if not self.starts.size:
            return Ragged(self.items, np.zeros_like(index), np.zeros_like(index))
        stops = np.where(index >= 0, self.stops[index], 0)
        return Ragged(self.items, np.where(index >= 0, self.starts[index], 0), stops)

    def repeated(self) -> Bools:
        """Return which lists have the values of the list before, in the same order."""
        same = np.zeros(self.starts.size, dtype=np.bool_)
        same[1:] = self.sizes[1:] == self.sizes[:-1]
        later = np.flatnonzero(same)
        owner, value = self.taken(later).flat()
        other = self.taken(later - 1).flat()[1]
        same[later[owner[value != other]]] = False
        return same

    def flat(self) -> tuple[Ints, Ints]:
        """Return the number of the list and the value, one pair per value."""
        owner, index = spread(self.starts, self.stops)
        return owner, self.items[index]


def days_since_1970(dates: "pd.Series[Any]") -> Ints:
    """Return the day of each date; the value for an absent date is meaningless and must be masked."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def day_number(day: date) -> int:
    """Return `day` as a count of days since 1970."""
    return int(np.datetime64(day, "D").astype(np.int64))


def keys(area: Ints, day: Ints) -> Ints:
    """Return area and day in one integer, sorted as (area, day)."""
    return area * SPAN + (day + ORIGIN)


def area_of(key: Ints) -> Ints:
    """Return the area's number in each key."""
    return key // SPAN


def day_of(key: Ints) -> Ints:
    """Return the day in each key."""
    return key % SPAN - ORIGIN


def before(area: Ints) -> Ints:
    """Return a key before all days of each area."""
    return area * SPAN


def latest(known: Ints, wanted: Ints) -> Ints:
    """Return for each wanted key the index of the last known one of its area not after it, or -1.

    `known` is sorted. This is the one look-up of the project: what holds on a day.
    """
    if not known.size:
        return np.full(wanted.size, -1, dtype=np.int64)
    index = np.searchsorted(known, wanted, side="right") - 1
    return np.where(area_of(known[index]) == area_of(wanted), index, -1)


def spread(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """Return every index in the ranges ``starts[i]:stops[i]``, each with its `i`."""
    sizes = stops - starts
    owner = np.repeat(np.arange(sizes.size), sizes)
    return owner, np.arange(owner.size) - np.repeat(np.cumsum(sizes) - sizes - starts, sizes)


def gathered(owner: Ints, values: Ints, size: int) -> Ragged:
    """Return `size` lists, list `i` the sorted values whose owner is `i`."""
    limit = int(values.max(initial=0)) + 1
    order = np.sort(owner * limit + values)
    sizes = np.bincount(owner, minlength=size)
    stops = np.cumsum(sizes)
    return Ragged(order % limit, stops - sizes, stops)


def merged(one: Ragged, other: Ragged) -> Ragged:
    """Return each list of the one with the values of the other's at the same place, sorted."""
    (owner, values), (also, more) = one.flat(), other.flat()
    return gathered(np.append(owner, also), np.append(values, more), one.starts.size)


def distinct(values: Ints) -> Ints:
    """Return the values sorted, each once; for whole numbers quicker than numpy's own."""
    order = np.sort(values)
    return order[firsts(order)]


def within(known: Ints, wanted: Ints) -> Bools:
    """Return whether each wanted value is among the known ones, which are sorted."""
    if not known.size:
        return np.zeros(wanted.size, dtype=np.bool_)
    place = np.minimum(np.searchsorted(known, wanted), known.size - 1)
    found: Bools = known[place] == wanted
    return found


def firsts(values: Ints) -> Ints:
    """Return where each run of equal neighbours starts."""
    changed = np.ones(values.size, dtype=np.bool_)
    changed[1:] = values[1:] != values[:-1]
    return np.flatnonzero(changed)


def runs(*columns: Ints) -> Ints:
    """Return the number of the run of equal neighbours that each row is in."""
    new = np.zeros(columns[0].size, dtype=np.bool_)
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.cumsum(new)


def coded(column: "pd.Series[Any]", order: Sequence[str]) -> Ints:
    """Return the position of each value in `order`, -1 where it is none of them."""
    words = column.astype("category").cat
    table = pd.Index(list(order), dtype="str").get_indexer(words.categories.astype("str"))
    return np.append(table, -1)[words.codes.to_numpy()].astype(np.int64)
