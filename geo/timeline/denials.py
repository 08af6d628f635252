"""R5 and R6, denials: what a rival of the holder denies, from which day, under which vote."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.timeline.steps import FOREVER, Ints, Ragged, area_of, day_of, keys, spread, within
from geo.timeline.votes import NEVER, Votes

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel, Rows


class Denials(NamedTuple):
    """For each vote: the days from which denials of its holders count, and their reports."""

    heard: Ints
    """Keys of the areas and days, sorted as the values of `reports`."""
    reports: Ragged

    def so_far(self, vote: Ints, key: Ints) -> Ragged:
        """Return of each vote's denials those heard by the day of the key."""
        under_vote = self.reports.taken(vote)
        heard = np.searchsorted(self.heard, key, side="right")
        stops = np.clip(heard, under_vote.starts, under_vote.stops)
        return Ragged(under_vote.items, under_vote.starts, stops)


def denials(denied: "Rows", cast: Votes, who: "Quarrel", window_days: int) -> tuple[Denials, Denials]:
    """Return the denials of `cast`, and those that dispute a vote's one holder against a blank.

    Each vote's are in the order in which they are heard. `denied` are denials of a hold and
    statements that a party left; those that no rival makes or that deny nobody who is voted for are
    passed over. At the votes' scope or narrower they dispute the hold (R5).
    """
    rows = denied.where(who.rival[denied.party, denied.side])
    rows = rows.where(np.argsort(keys(rows.area, rows.day), kind="stable"))
    vote, pick = _in_window(rows, cast, window_days)
    actors = len(who.actors)
    owner, holder = cast.holders.flat()
    hit = within(owner * actors + holder, vote * actors + rows.party[pick])
    vote, pick = vote[hit], pick[hit]
    day = np.maximum(rows.day[pick], day_of(cast.key)[vote])
    order = np.lexsort((rows.row[pick], day, vote))
    vote, pick, day = vote[order], pick[order], day[order]
    close = (rows.scope[pick] <= cast.scope[vote]) & (cast.holders.sizes[vote] == 1)
    heard = _heard(cast, vote, day, rows.row[pick])
    return heard, _heard(cast, vote[close], day[close], rows.row[pick[close]])


def _heard(cast: Votes, vote: Ints, day: Ints, row: Ints) -> Denials:
    """Return the denials as lists; they are sorted by vote, then by the day on which each is heard."""
    sizes = np.bincount(vote, minlength=cast.key.size)
    stops = np.cumsum(sizes)
    return Denials(keys(area_of(cast.key)[vote], day), Ragged(row, stops - sizes, stops))


def _in_window(rows: "Rows", cast: Votes, window_days: int) -> tuple[Ints, Ints]:
    """Return each vote with each denial not older than R3's window and before the next vote."""
    dated, area = keys(rows.area, rows.day), area_of(cast.key)
    some = cast.newest != NEVER
    oldest = np.where(some, cast.newest - window_days, FOREVER)
    until = keys(area, np.full(area.size, FOREVER))
    last = area[1:] != area[:-1]
    until[:-1] = np.where(last, until[:-1], cast.key[1:])
    starts = np.searchsorted(dated, keys(area, oldest), side="left")
    stops = np.searchsorted(dated, until, side="left")
    return spread(starts, np.maximum(starts, stops))
