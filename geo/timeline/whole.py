"""The whole timeline in one pass: reports -> one row per area and change, with the reports behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading import EVERYONE, OTHERS
from geo.timeline.cells import cell_positions, inside, runs
from geo.timeline.day import columns
from geo.timeline.denials import denials, newer
from geo.timeline.denied import denied
from geo.timeline.marks import changing_hands, fighting
from geo.timeline.rows import Rows, admitted, quarrel, roles, spreader
from geo.timeline.steps import Ints, Ragged, keys
from geo.timeline.table import Layers, changes
from geo.timeline.voices import Positions, positions, together
from geo.timeline.votes import votes

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict

STALE_DAYS: Final = 7
"""R6: a colour whose newest vote is more days old is stale, unless the conflict says otherwise."""


@dataclass(frozen=True, eq=False)
class Timeline:
    """What every area shows, for one narrator and one day of knowledge, from each change on."""

    changes: pd.DataFrame
    """One row per area and change of what it shows or of the lists below, sorted by area and day:
    `area_id` (category in map order), `day` (the first day on which the row holds, until the area's
    next row), `status`, `holders` (actor ids in the conflict's order), `blank` (disputed against a
    denial), `fighting`, `alleged` (only a party speaks of it, as an
    attack), `changing_hands`, `contradicted`, `denied` (nobody votes, but a hold is denied)
    and `denied_holders` (whose hold; actor ids), `scope` (empty when nobody votes), `wide`
    (there are votes, or denials where nobody votes, and none names the area), `newest` (day of the
    newest vote; of a table that says so anew each day the last of those days, which may be to come).
    Before its first row an area is unreported."""
    areas: tuple[str, ...]
    """All areas of the map, in its order."""
    reports: pd.DataFrame
    """The reports that the lists below point into, by position."""
    voted: Ragged
    """Behind the positions that vote; one list per change, as all that follow."""
    outvoted: Ragged
    """Behind the current positions of a wider scope than the votes' (R4)."""
    denying: Ragged
    """Current denials of a voted holder by its rivals, at any scope, first heard first."""
    fighting_by: Ragged
    """The fighting and attacks that make `fighting`."""
    changing_hands_by: Ragged
    """The captures under way that make `changing_hands`."""
    contradicted_by: Ragged
    """What makes `contradicted`: outvoted positions for a holder whom no voter names, and `denying`."""
    denied_by: Ragged
    """What makes `denied`: standing denials by rivals at a scope other than `part_of`, oldest first."""
    blank_by: Ragged
    """What makes `blank`: of `denying` those at the votes' scope or narrower; empty without `blank`."""
    against_since: Ragged
    """Holds for another somewhere in a wider place, dated on the day of the newest vote or later; they
    colour and mark nothing."""
    keys: Ints
    """Sorted keys (area and day) of the changes; see `geo.timeline.steps`."""
    position_keys: Ints
    """Sorted keys of the positions that any report takes (R1): the history."""
    position_reports: Ints
    stale_days: int = STALE_DAYS
    """A colour is stale when its newest vote is more days old than this."""

    @cached_property
    def columns(self) -> Mapping[str, npt.NDArray[Any]]:
        """What the changes show, as `geo.timeline.day` looks it up."""
        return columns(self.changes)


def timeline(  # noqa: PLR0913 -- plain inputs; a conflict has them in one: `timeline_of`
    reports: pd.DataFrame,
    *,
    areas: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    own_side: Mapping[str, str],
    rivals: Mapping[str, frozenset[str]],
    sides: Iterable[str] = (),
    narrator: str = EVERYONE,
    known: date | None = None,
    window_days: int = 3,
    stale_days: int = STALE_DAYS,
) -> Timeline:
    """Return the rule's answer for every area and day at once.

    Parameters
    ----------
    reports
        Checked reports (`Conflict.reports`); the rows' order does not matter.
    areas
        All areas, in map order.
    groups
        Group -> its areas, nested groups resolved; a report about a group reaches each of them.
    own_side
        Actor -> its side, in the conflict's order.
    rivals
        Actor -> sides whose words for it are against their interest, and whose denials count.
    sides
        Sides that may be asked for though they say nothing and hold nothing.
    narrator
        `everyone`, a side, or `others`: outlets and third parties. Other words do not exist.
    known
        Only articles surely published by this day exist (`published_to`); None: all.
    window_days
        R3: a position this many days older than the newest is still current.
    stale_days
        R6: a colour whose newest vote is this many days old is not yet stale.

    Raises
    ------
    ValueError
        If the narrator is neither a side nor `everyone` or `others`.
    """
    sides = sorted({*sides, *own_side.values(), *reports["claimant_side"].unique()})
    if narrator not in (EVERYONE, OTHERS, *sides):
        raise ValueError(f"narrator {narrator!r} is none of {', '.join((EVERYONE, *sides, OTHERS))}")
    who = quarrel(own_side, rivals, sides)
    part = roles(reports, admitted(reports, narrator, known))
    spread = spreader(reports, who, areas, groups)
    taken, lefts = spread.rows(part.positions), spread.rows(part.lefts)
    cells = cell_positions(spread, runs(reports), part.cells, lefts, who)
    against, parts = spread.rows(part.denials), spread.rows(part.parts)
    aging = inside(cells, _aging((taken, against), parts, window_days))
    cast = votes(together(positions(taken, lefts, who), cells), who, window_days, aging)
    layers = Layers(
        cast,
        *denials(against, cast, who, window_days),
        newer(parts, cast, who),
        denied(against, _days_taken(taken, cells), who, window_days),
        fighting(spread.rows(part.fights)),
        fighting(spread.rows(part.reported)),
        changing_hands(spread.rows(part.windows)),
    )
    frame, key, lists = changes(layers, areas, who.actors)
    past = _history(taken, spread.rows(part.cells))
    return Timeline(frame, tuple(areas), reports, *lists, key, *past, stale_days)


def timeline_of(conflict: "Conflict", narrator: str = EVERYONE, known: date | None = None) -> Timeline:
    """Return the timeline of a conflict as `narrator` tells it and as known on `known`."""
    return timeline(conflict.reports, **inputs_of(conflict), narrator=narrator, known=known)


def inputs_of(conflict: "Conflict") -> dict[str, Any]:
    """Return what the rule needs of a conflict beside its reports, by the names of `timeline`."""
    return {
        "areas": list(conflict.areas.index),
        "groups": {group.id: group.areas for group in conflict.groups.values()},
        "own_side": {actor.id: actor.side for actor in conflict.actors.values()},
        "rivals": {
            actor: frozenset(side for side in conflict.sides if conflict.rivals(side, actor))
            for actor in conflict.actors
        },
        "sides": tuple(conflict.sides),
        "window_days": conflict.window_days,
        "stale_days": conflict.stale_days,
    }


def _aging(dated: Iterable[Rows], parts: Rows, window_days: int) -> Ints:
    """Return the keys at which reports leave R3's window, and words about some part are older than today."""
    gone = [keys(rows.area, rows.day + window_days + 1) for rows in dated]
    return np.concatenate([*gone, keys(parts.area, parts.day + 1)])


def _days_taken(taken: Rows, cells: Positions) -> Ints:
    """Return the keys on which positions are taken, of a table's the first and the last."""
    return np.concatenate(
        [keys(taken.area, taken.day), keys(cells.area, cells.day), keys(cells.area, cells.last)]
    )


def _history(taken: Rows, cells: Rows) -> tuple[Ints, Ints]:
    """Return the key and the report of each position taken, sorted by key; of a table's its first day."""
    key = np.append(keys(taken.area, taken.day), keys(cells.area, cells.first))
    order = np.argsort(key, kind="stable")
    return key[order], np.append(taken.row, cells.row)[order]
