"""R6, the marks that come and go by themselves: fighting, and changing hands, each by its reports."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.timeline.steps import Ints, Ragged, distinct, gathered, keys, latest, spread

if TYPE_CHECKING:
    from geo.timeline.rows import Rows


class Mark(NamedTuple):
    """The reports of one mark; none on an area before its first day."""

    key: Ints
    """The areas and days on which a report begins to show the mark or ceases to, sorted."""
    reports: Ragged
    """Those that show it from there on, in their order."""

    def on(self, wanted: Ints) -> Ragged:
        """Return the reports that show the mark at each key."""
        return self.reports.taken(latest(self.key, wanted))


def mark(rows: "Rows", first: Ints, end: Ints) -> Mark:
    """Return the mark that each row shows on its area from `first` until `end` (exclusive)."""
    real = first < end
    begins, ends = keys(rows.area[real], first[real]), keys(rows.area[real], end[real])
    key = distinct(np.append(begins, ends))
    owner, place = spread(np.searchsorted(key, begins), np.searchsorted(key, ends))
    return Mark(key, gathered(place, rows.row[real][owner], key.size))


def fighting(rows: "Rows") -> Mark:
    """Return where fighting is reported, first and last day included."""
    return mark(rows, rows.first, rows.day + 1)


def changing_hands(rows: "Rows") -> Mark:
    """Return where a capture with a first and a last day is under way; over on its last day."""
    return mark(rows, rows.first, rows.day)
