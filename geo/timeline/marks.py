"""R6, the marks that come and go by themselves: fighting, and changing hands."""

from typing import NamedTuple

import numpy as np

from geo.timeline.rows import Rows
from geo.timeline.steps import Bools, Ints, firsts, keys, latest


class Mark(NamedTuple):
    """The days on which a mark appears on an area or goes, sorted by key; gone before the first."""

    key: Ints
    shown: Bools

    def on(self, wanted: Ints) -> Bools:
        """Return whether the mark is shown at each key."""
        index = latest(self.key, wanted)
        shown: Bools = np.append(self.shown, [False])[index]
        return shown


def mark(area: Ints, first: Ints, end: Ints) -> Mark:
    """Return the mark that each row shows on its area from `first` until `end` (exclusive)."""
    real = first < end
    key = np.concatenate([keys(area[real], first[real]), keys(area[real], end[real])])
    step = np.repeat([1, -1], int(real.sum()))
    order = np.argsort(key, kind="stable")
    days = firsts(key[order])
    open_rows = np.cumsum(step[order])[np.append(days, key.size)[1:] - 1]
    shown = open_rows > 0
    turned = shown != np.append(False, shown[:-1])[: shown.size]
    return Mark(key[order][days][turned], shown[turned])


def fighting(rows: Rows) -> Mark:
    """Return where fighting is reported, first and last day included."""
    return mark(rows.area, rows.first, rows.day + 1)


def changing_hands(rows: Rows) -> Mark:
    """Return where a capture with a first and a last day is under way; over on its last day."""
    return mark(rows.area, rows.first, rows.day)
