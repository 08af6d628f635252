"""R2, one voice, one position: what each voice says of each area, from which day to which."""

from typing import TYPE_CHECKING, NamedTuple

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
    runs,
)

if TYPE_CHECKING:
    from geo.timeline.rows import Quarrel, Rows


class Positions(NamedTuple):
    """One row per area, voice, day and holder: a position, sorted by area and day.

    It stands from `day` until `end` (exclusive): the voice's next position or its side's `left`.
    `scope` is the rank that it votes with, `reports` the rows behind it. A table's position `stays`
    current whatever its age, and is said anew on every day up to `last`.
    """

    area: Ints
    day: Ints
    last: Ints
    """The last day on which it is said; `day` itself of a quote."""
    end: Ints
    scope: Ints
    holder: Ints
    side: Ints
    stays: Bools
    cut: Bools
    """Whether it ends without another position in its place."""
    reports: Ragged

    def where(self, index: Ints | Bools) -> "Positions":
        """Return the positions at `index`, or those it marks."""
        places = np.arange(self.area.size)[index]
        taken = {name: column[places] for name, column in self._asdict().items() if name != "reports"}
        return Positions(**taken, reports=self.reports.taken(places))


def together(quotes: Positions, tables: Positions) -> Positions:
    """Return the positions of both, sorted by area and day."""
    if not tables.area.size:
        return quotes
    said, also = quotes.reports, tables.reports
    reports = Ragged(
        np.append(said.items, also.items),
        np.append(said.starts, also.starts + said.items.size),
        np.append(said.stops, also.stops + said.items.size),
    )
    other = tables._asdict()
    columns = {
        name: np.append(one, other[name]) for name, one in quotes._asdict().items() if name != "reports"
    }
    both = Positions(**columns, reports=reports)
    return both.where(np.argsort(keys(both.area, both.day), kind="stable"))


def positions(taken: "Rows", lefts: "Rows", who: "Quarrel") -> Positions:
    """Return the positions of `taken`, ended where their own side says that the holder `left`."""
    rows, starts, stops = _narrowest_of_each_day(taken)
    one = rows.where(starts)
    later = _next_day_of_the_voice(one)
    gone = day_of_leaving(one, lefts, who)
    scope, support = _kept_scope(one, later, gone)
    reports = _reports(Ragged(rows.row, starts, stops), support)
    order = np.argsort(keys(one.area, one.day), kind="stable")
    return Positions(
        area=one.area[order],
        day=one.day[order],
        last=one.day[order],
        end=np.minimum(later, gone)[order],
        scope=scope[order],
        holder=one.party[order],
        side=one.side[order],
        stays=np.zeros(order.size, dtype=np.bool_),
        cut=(gone < later)[order],
        reports=reports.taken(order),
    )


def _narrowest_of_each_day(taken: "Rows") -> tuple["Rows", Ints, Ints]:
    """Return the rows that stay, sorted by voice, area, day, holder, and each position's range."""
    rows = taken.where(np.lexsort((taken.party, taken.scope, keys(taken.area, taken.day), taken.voice)))
    day = runs(rows.voice, keys(rows.area, rows.day))
    rows = rows.where(rows.scope == rows.scope[firsts(day)][day])
    starts = firsts(runs(rows.voice, keys(rows.area, rows.day), rows.party))
    return rows, starts, np.append(starts, rows.row.size)[1:]


def _next_day_of_the_voice(one: "Rows") -> Ints:
    """Return the day of the voice's next position on the area, or FOREVER."""
    day = runs(one.voice, keys(one.area, one.day))
    lead = one.where(firsts(day))
    later = np.full(lead.day.size, FOREVER)
    same = (lead.voice[1:] == lead.voice[:-1]) & (lead.area[1:] == lead.area[:-1])
    later[:-1][same] = lead.day[1:][same]
    return later[day]


def day_of_leaving(one: "Rows", lefts: "Rows", who: "Quarrel") -> Ints:
    """Return the first day after the position on which its side says that the holder left."""
    gone = np.full(one.day.size, FOREVER)
    own = lefts.where(lefts.side == who.own[lefts.party])
    mine = np.flatnonzero(one.side == who.own[one.party])
    if not own.row.size:
        return gone
    count = len(who.actors)
    left = distinct(keys(own.area * count + own.party, own.day))
    held = keys(one.area[mine] * count + one.party[mine], one.day[mine])
    after = np.searchsorted(left, held, side="right")
    place = np.minimum(after, left.size - 1)
    found = (after < left.size) & (area_of(left[place]) == area_of(held))
    gone[mine] = np.where(found, day_of(left[place]), FOREVER)
    return gone


def _kept_scope(one: "Rows", later: Ints, gone: Ints) -> tuple[Ints, Ints]:
    """Return the narrowest scope in an unbroken run of positions, and the last position with it."""
    order = np.lexsort((one.day, one.party, one.area, one.voice))
    chain = one.where(order)
    follows = (later[order][:-1] == chain.day[1:]) & (gone[order][:-1] > chain.day[1:])
    broken = np.diff(runs(chain.voice, chain.area, chain.party)) > 0
    run = np.concatenate([[0], np.cumsum(broken | ~follows)])[: order.size]
    widest = int(chain.scope.max(initial=0)) + 1
    kept = np.minimum.accumulate(chain.scope - widest * run) + widest * run
    here = np.where(chain.scope == kept, np.arange(order.size), 0)
    scope, support = np.empty_like(kept), np.empty_like(kept)
    scope[order] = kept
    support[order] = order[np.maximum.accumulate(here)]
    return scope, support


def _reports(own: Ragged, support: Ints) -> Ragged:
    """Return the rows behind each position: its own and those whose scope it keeps."""
    owner, rows = own.flat()
    kept = np.flatnonzero(support != np.arange(support.size))
    also, kept_rows = own.taken(support[kept]).flat()
    return gathered(np.append(owner, kept[also]), np.append(rows, kept_rows), support.size)
