"""Votes, denials and marks combined: one row per area and change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.reading import Scope, Status
from geo.timeline.rows import SCOPES
from geo.timeline.steps import Bools, Ints, Ragged, area_of, day_of, distinct, latest, merged

if TYPE_CHECKING:
    from geo.timeline.denials import Against
    from geo.timeline.denied import Denied
    from geo.timeline.marks import Mark
    from geo.timeline.votes import Votes

STATUSES: Final = tuple(Status)

SILENT: Final = -1
"""The scope where nobody votes."""


class Layers(NamedTuple):
    """Everything that can change on an area, each layer with its own days."""

    cast: "Votes"
    denying: "Against"
    disputing: "Against"
    """Of `denying`, what disputes a hold against a blank."""
    newer: "Against"
    denied: "Denied"
    fought: "Mark"
    reported: "Mark"
    """Of `fought`, without attacks of which only a party speaks."""
    changing: "Mark"


class Lists(NamedTuple):
    """The reports behind each change, in the order of the fields of a `Timeline`."""

    voted: Ragged
    outvoted: Ragged
    denying: Ragged
    fighting_by: Ragged
    changing_hands_by: Ragged
    contradicted_by: Ragged
    denied_by: Ragged
    blank_by: Ragged
    against_since: Ragged


class Changes(NamedTuple):
    """The table of changes, the key of each row, and the reports behind each."""

    frame: pd.DataFrame
    key: Ints
    lists: Lists


def changes(layers: Layers, areas: Sequence[str], actors: Sequence[str]) -> Changes:
    """Return one row per area and day on which anything about it changes, sorted by area and day."""
    cast = layers.cast
    key = _days_of_change(layers)
    vote = latest(cast.key, key)
    denied = layers.denied.on(key, _silent(cast, vote))
    lists = _behind(layers, vote, key, layers.denied.reports(denied))
    blank, scope = lists.blank_by.sizes > 0, np.append(cast.scope, SILENT)[vote]
    frame = pd.DataFrame(
        {
            "area_id": _categories(area_of(key), areas),
            "day": day_of(key).astype("datetime64[D]").astype("datetime64[s]"),
            "status": _categories(_statuses(cast, vote, blank), STATUSES),
            "holders": _actors(cast.holders, actors)[vote],
            "blank": blank,
            "fighting": lists.fighting_by.sizes > 0,
            "alleged": (lists.fighting_by.sizes > 0) & (layers.reported.on(key).sizes == 0),
            "changing_hands": lists.changing_hands_by.sizes > 0,
            "contradicted": lists.contradicted_by.sizes > 0,
            "denied": denied.sizes > 0,
            "denied_holders": _actors(layers.denied.holders(denied, len(actors)), actors)[:-1],
            "scope": _categories(scope, SCOPES),
            "wide": (scope > SCOPES.index(Scope.NAMED)) | layers.denied.wide(denied),
            "newest": _newest(cast, vote),
        }
    )
    kept = np.flatnonzero(~_repeated(frame, key, lists))
    frame = frame.take(kept).reset_index(drop=True)
    return Changes(frame, key[kept], Lists(*(one.taken(kept) for one in lists)))


def _repeated(frame: pd.DataFrame, key: Ints, lists: Lists) -> Bools:
    """Return which rows tell nothing that the row before does not tell of the same area.

    R3's window may pass a denial that nothing rests on.
    """
    same = np.zeros(key.size, dtype=np.bool_)
    same[1:] = area_of(key[1:]) == area_of(key[:-1])
    for name in frame.columns.drop(["area_id", "day"]):
        column = frame[name]
        values = column.cat.codes if isinstance(column.dtype, pd.CategoricalDtype) else column
        told = values.to_numpy()
        told = told.view(np.int64) if told.dtype.kind == "M" else told  # NaT is NaT
        same[1:] &= told[1:] == told[:-1]
    for one in lists:
        same &= one.repeated()
    return same


def _days_of_change(layers: Layers) -> Ints:
    """Return the keys of all areas and days on which a layer changes."""
    cast, denying, _, newer, denied, fought, _, changing = layers
    alone = denied.key[_silent(cast, latest(cast.key, denied.key))]
    return distinct(np.concatenate([cast.key, denying.heard, newer.heard, alone, fought.key, changing.key]))


def _silent(cast: "Votes", vote: Ints) -> Bools:
    """Return at which votes nobody votes; -1 is a place without a vote."""
    silent: Bools = _sizes(cast.holders)[vote] == 0
    return silent


def _behind(layers: Layers, vote: Ints, key: Ints, denied: Ragged) -> Lists:
    """Return the reports behind each row: those of its vote, and what is heard or shown by its day."""
    cast = layers.cast
    denying = layers.denying.so_far(vote, key)
    return Lists(
        voted=cast.voted.taken(vote),
        outvoted=cast.outvoted.taken(vote),
        denying=denying,
        fighting_by=layers.fought.on(key),
        changing_hands_by=layers.changing.on(key),
        contradicted_by=merged(cast.against.taken(vote), denying),
        denied_by=denied,
        blank_by=layers.disputing.so_far(vote, key),
        against_since=layers.newer.so_far(vote, key),
    )


def _categories(code: Ints, names: Sequence[str]) -> pd.Categorical:
    """Return the names at the codes; -1 is none."""
    return pd.Categorical.from_codes(code, categories=pd.Index(list(names), dtype="str"))


def _sizes(lists: Ragged) -> Ints:
    """Return the length of each list, and 0 for the list at -1."""
    return np.append(lists.sizes, 0)


def _statuses(cast: "Votes", vote: Ints, blank: Bools) -> Ints:
    """Return the code of each row's status (R5)."""
    code = np.full(cast.key.size + 1, STATUSES.index(Status.CLAIMED))
    code[:-1][cast.reported] = STATUSES.index(Status.REPORTED)
    code[:-1][cast.conceded] = STATUSES.index(Status.CONCEDED)
    code[_sizes(cast.holders) > 1] = STATUSES.index(Status.DISPUTED)
    code[_sizes(cast.holders) == 0] = STATUSES.index(Status.UNREPORTED)
    return np.where(blank, STATUSES.index(Status.DISPUTED), code[vote])


def _actors(codes: Ragged, actors: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """Return each list of codes as actor ids in the conflict's order, and () at -1.

    Each distinct set is one tuple, shared by all rows that show it.
    """
    sizes = _sizes(codes)
    answer = np.empty(sizes.size, dtype=object)
    for size in np.unique(sizes):
        votes = np.flatnonzero(sizes == size)
        members = np.append(codes.starts, 0)[votes][:, None] + np.arange(size)
        sets, which = np.unique(codes.items[members], axis=0, return_inverse=True)
        shared = np.empty(len(sets), dtype=object)
        shared[:] = [tuple(actors[code] for code in one) for one in sets]
        answer[votes] = shared[which.ravel()]
    return answer


def _newest(cast: "Votes", vote: Ints) -> "np.ndarray[tuple[int], np.dtype[np.datetime64]]":
    """Return the day of each row's newest vote, NaT where nobody votes."""
    day = np.append(cast.voted_on, 0)[vote].astype("datetime64[D]")
    day[_silent(cast, vote)] = np.datetime64("NaT")
    return day.astype("datetime64[s]")
