"""R6, `denied`: where nobody takes a position, but a rival's hold is denied."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.timeline.rows import PART_OF
from geo.timeline.steps import (
    Bools,
    Ints,
    Ragged,
    area_of,
    before,
    day_of,
    distinct,
    gathered,
    keys,
    latest,
)

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel, Rows


class Denied(NamedTuple):
    """The denials that may stand by themselves, sorted by area and day."""

    key: Ints
    rows: Ints
    """The report of each."""
    party: Ints
    """The actor whom each denies."""
    named: Bools
    """Whether each names the area."""
    positions: Ints
    """Sorted keys of the positions taken: a denial counts no longer when it is much older than they are."""
    window_days: int

    def on(self, wanted: Ints, silent: Bools) -> Ragged:
        """Return the places of those that stand at each key; none where somebody votes."""
        last = latest(self.key, wanted)
        heard = silent & (last >= 0)
        newest = np.maximum(_day(self.key, last), _day(self.positions, latest(self.positions, wanted)))
        since = np.where(heard, keys(area_of(wanted), newest - self.window_days), before(area_of(wanted)))
        starts = np.searchsorted(self.key, since, side="left")
        return Ragged(np.arange(self.key.size), starts, np.where(heard, np.maximum(last + 1, starts), starts))

    def reports(self, places: Ragged) -> Ragged:
        """Return the reports at the places."""
        return places._replace(items=self.rows)

    def wide(self, places: Ragged) -> Bools:
        """Return which lists have denials, but none that names the area."""
        owner, place = places.flat()
        naming = np.bincount(owner[self.named[place]], minlength=places.starts.size)
        wide: Bools = (places.sizes > 0) & (naming == 0)
        return wide

    def holders(self, places: Ragged, actors: int) -> Ragged:
        """Return the codes of the actors whom they deny, each once."""
        owner, place = places.flat()
        named = distinct(owner * actors + self.party[place])
        return gathered(named // actors, named % actors, places.starts.size)


def denied(rows: "Rows", taken: Ints, who: "Quarrel", window_days: int) -> Denied:
    """Return the denials by rivals among `rows` that speak of an area and not only of some part.

    `taken` are the keys of the positions: of a table's, its first and last days.
    """
    rows = rows.where(who.rival[rows.party, rows.side] & (rows.scope != PART_OF))
    key = keys(rows.area, rows.day)
    order = np.argsort(key, kind="stable")
    return Denied(
        key[order], rows.row[order], rows.party[order], rows.scope[order] == 0, np.sort(taken), window_days
    )


def _day(known: Ints, at: Ints) -> Ints:
    """Return the day at each place of `known`, long ago where there is none."""
    return day_of(np.append(known, 0))[at]
