"""R3 to R5 without denials: who votes on an area, from each day on which that changes."""

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from geo.timeline.steps import (
    FOREVER,
    Bools,
    Ints,
    Ragged,
    area_of,
    day_of,
    distinct,
    firsts,
    gathered,
    keys,
    latest,
    spread,
    within,
)

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel
    from geo.timeline.voices import Positions

NEVER: Final = -FOREVER


class Votes(NamedTuple):
    """One row per area and day from which other positions vote, sorted by key.

    `holders` are the codes of the actors whom the voters name; nobody where all positions have
    ended, and there `newest` is NEVER.
    """

    key: Ints
    newest: Ints
    """Day of the newest position, voting or outvoted, at the key: R3 counts from it."""
    voted_on: Ints
    """Day of the newest vote: an area's age counts from it (R6). Where a table says so anew each day, the
    last of those days; up to it the age is 0."""
    scope: Ints
    holders: Ragged
    conceded: Bools
    reported: Bools
    voted: Ragged
    outvoted: Ragged
    against: Ragged
    """Of `outvoted`, those that name a holder whom no voter names (R6)."""


def votes(said: "Positions", who: "Quarrel", window_days: int, aging: Ints) -> Votes:
    """Return the votes on every area from its first position on.

    `aging` are the keys at which R3's window passes something because a table says the same again.
    """
    key, newest = _days_of_change(said, window_days, aging)
    vote, pick = _current(said, key, newest, window_days)
    scope = _of_each(np.minimum, vote, said.scope[pick], key.size)
    narrow = said.scope[pick] == scope[vote]
    voter, outvoted, wide = vote[narrow], vote[~narrow], pick[~narrow]
    side, holder = said.side[pick[narrow]], said.holder[pick[narrow]]
    actors = len(who.actors)
    named = distinct(voter * actors + holder)
    another = ~within(named, outvoted * actors + said.holder[wide])
    return Votes(
        key=key,
        newest=newest,
        voted_on=_of_each(np.maximum, voter, said.last[pick[narrow]], key.size),
        scope=scope,
        holders=gathered(named // actors, named % actors, key.size),
        conceded=_any(voter[who.rival[holder, side]], key.size),
        reported=_any(voter[who.other[side]], key.size),
        voted=_reports(said, voter, pick[narrow], key.size),
        outvoted=_reports(said, outvoted, wide, key.size),
        against=_reports(said, outvoted[another], wide[another], key.size),
    )


def _days_of_change(said: "Positions", window_days: int, aging: Ints) -> tuple[Ints, Ints]:
    """Return the days on which a position begins, ages, or ends with none in its place; and the newest."""
    began, ended = keys(said.area, said.day), keys(said.area, said.end)
    cut = np.flatnonzero(said.cut)
    key = distinct(np.concatenate([began, ended[cut], aging]))
    newest = np.maximum(_newest(said.where(~said.stays), key), _newest_cell(said, key))
    place = np.searchsorted(key, ended[cut])
    was_current = said.stays[cut] | (said.day[cut] + window_days >= newest[place - 1])
    real = within(began, key) | within(aging, key)
    real[place[was_current]] = True
    return key[real], newest[real]


def _standing_cells(said: "Positions", key: Ints) -> tuple[Ints, Ints]:
    """Return each key with each position of a table that stands there, by their places."""
    pick = np.flatnonzero(said.stays)
    starts = np.searchsorted(key, keys(said.area, said.day)[pick])
    stops = np.searchsorted(key, keys(said.area, said.end)[pick])
    owner, place = spread(starts, np.maximum(starts, stops))
    return place, pick[owner]


def _newest_cell(said: "Positions", key: Ints) -> Ints:
    """Return the newest day up to each key on which a table says what still stands, NEVER where none does."""
    newest = np.full(key.size, NEVER)
    place, pick = _standing_cells(said, key)
    np.maximum.at(newest, place, np.minimum(said.last[pick], day_of(key)[place]))
    return newest


def _newest(said: "Positions", key: Ints) -> Ints:
    """Return the day of the newest position that stands at each key, NEVER where none does (R3)."""
    if not said.area.size:
        return np.full(key.size, NEVER)
    began = keys(said.area, said.day)
    lead = firsts(began)
    days = began[lead]
    lasts = np.maximum.reduceat(said.end, lead) if lead.size else said.end
    index = latest(days, key)
    dead = np.flatnonzero((index >= 0) & (lasts[index] <= day_of(key)))
    while (
        dead.size
    ):  # one pass per position that a party ended by leaving: there are few, and a pass covers all areas
        index[dead] -= 1
        same = (index[dead] >= 0) & (area_of(days[index[dead]]) == area_of(key[dead]))
        index[dead[~same]] = -1
        dead = dead[same]
        dead = dead[lasts[index[dead]] <= day_of(key[dead])]
    return np.where(index >= 0, day_of(days[index]), NEVER)


def _current(said: "Positions", key: Ints, newest: Ints, window_days: int) -> tuple[Ints, Ints]:
    """Return each key with each position that stands on its day and is not history (R3), by key."""
    place, cell = _standing_cells(said, key)
    vote, pick = _recent(said.where(~said.stays), key, newest, window_days)
    vote, pick = np.append(vote, place), np.append(np.flatnonzero(~said.stays)[pick], cell)
    order = np.argsort(vote, kind="stable") if cell.size else np.arange(vote.size)
    return vote[order], pick[order]


def _recent(said: "Positions", key: Ints, newest: Ints, window_days: int) -> tuple[Ints, Ints]:
    """Return each key with each position that stands on its day inside the window."""
    began = keys(said.area, said.day)
    area, some = area_of(key), newest != NEVER
    oldest = np.searchsorted(began, keys(area, newest - window_days), side="left")
    youngest = np.searchsorted(began, keys(area, newest), side="right")
    vote, pick = spread(np.where(some, oldest, 0), np.where(some, youngest, 0))
    stands = said.end[pick] > day_of(key)[vote]
    return vote[stands], pick[stands]


def _of_each(extreme: np.ufunc, vote: Ints, values: Ints, size: int) -> Ints:
    """Return the least or greatest value of each vote, -1 where there is none; `vote` is sorted."""
    answer = np.full(size, -1)
    lead = firsts(vote)
    if vote.size:
        answer[vote[lead]] = extreme.reduceat(values, lead)
    return answer


def _any(marked: Ints, size: int) -> Bools:
    """Return which of `size` rows are in `marked`."""
    answer = np.zeros(size, dtype=np.bool_)
    answer[marked] = True
    return answer


def _reports(said: "Positions", vote: Ints, pick: Ints, size: int) -> Ragged:
    """Return the rows behind the picked positions, one list per vote."""
    owner, rows = said.reports.taken(pick).flat()
    return gathered(vote[owner], rows, size)
