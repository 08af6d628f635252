"""R5 and R6: what speaks against a hold, from which day; denials, and newer words about a wider place."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.timeline.steps import FOREVER, Bools, Ints, Ragged, area_of, day_of, keys, spread, within
from geo.timeline.votes import NEVER, Votes

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel, Rows


class Against(NamedTuple):
    """For each vote: the reports that speak against it, and the days from which each counts."""

    heard: Ints
    """Keys of the areas and days, sorted as the values of `reports`."""
    reports: Ragged

    def so_far(self, vote: Ints, key: Ints) -> Ragged:
        """Return of each vote's reports those heard by the day of the key."""
        under_vote = self.reports.taken(vote)
        heard = np.searchsorted(self.heard, key, side="right")
        stops = np.clip(heard, under_vote.starts, under_vote.stops)
        return Ragged(under_vote.items, under_vote.starts, stops)


def denials(denied: "Rows", cast: Votes, who: "Quarrel", window_days: int) -> tuple[Against, Against]:
    """Return the denials of `cast`, and those that dispute a vote's one holder against a blank.

    Each vote's are in the order in which they are heard. `denied` are denials of a hold and
    statements that a party left; those that no rival makes or that deny nobody who is voted for are
    passed over. At the votes' scope or narrower they dispute the hold (R5).
    """
    rows = denied.where(who.rival[denied.party, denied.side])
    rows = rows.where(np.argsort(keys(rows.area, rows.day), kind="stable"))
    vote, pick = _under(rows, cast, cast.newest - window_days)
    hit = _of_holder(rows, cast, who, vote, pick)
    vote, pick = vote[hit], pick[hit]
    close = (rows.scope[pick] <= cast.scope[vote]) & (cast.holders.sizes[vote] == 1)
    return _against(rows, cast, vote, pick), _against(rows, cast, vote[close], pick[close])


def newer(said: "Rows", cast: Votes, who: "Quarrel") -> Against:
    """Return of holds in some part of a wider place those for another, dated on the vote's day or later."""
    rows = said.where(np.argsort(keys(said.area, said.day), kind="stable"))
    vote, pick = _under(rows, cast, np.minimum(cast.voted_on, day_of(cast.key)))
    another = ~_of_holder(rows, cast, who, vote, pick)
    return _against(rows, cast, vote[another], pick[another])


def _of_holder(rows: "Rows", cast: Votes, who: "Quarrel", vote: Ints, pick: Ints) -> Bools:
    """Return which picked reports are about a holder of the vote that they are paired with."""
    actors = len(who.actors)
    owner, holder = cast.holders.flat()
    return within(owner * actors + holder, vote * actors + rows.party[pick])


def _against(rows: "Rows", cast: Votes, vote: Ints, pick: Ints) -> Against:
    """Return the picked reports as lists, each vote's in the order in which they are heard."""
    day = np.maximum(rows.day[pick], day_of(cast.key)[vote])
    order = np.lexsort((rows.row[pick], day, vote))
    vote, row, day = vote[order], rows.row[pick[order]], day[order]
    sizes = np.bincount(vote, minlength=cast.key.size)
    stops = np.cumsum(sizes)
    return Against(keys(area_of(cast.key)[vote], day), Ragged(row, stops - sizes, stops))


def _under(rows: "Rows", cast: Votes, since: Ints) -> tuple[Ints, Ints]:
    """Return each vote with each report from the vote's day in `since` on and before the next vote."""
    dated, area = keys(rows.area, rows.day), area_of(cast.key)
    some = cast.newest != NEVER
    oldest = np.where(some, since, FOREVER)
    until = keys(area, np.full(area.size, FOREVER))
    last = area[1:] != area[:-1]
    until[:-1] = np.where(last, until[:-1], cast.key[1:])
    starts = np.searchsorted(dated, keys(area, oldest), side="left")
    stops = np.searchsorted(dated, until, side="left")
    return spread(starts, np.maximum(starts, stops))
