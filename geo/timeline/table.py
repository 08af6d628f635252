"""Votes, denials and marks combined: one row per area and change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.reading import Scope, Status
from geo.timeline.rows import SCOPES
from geo.timeline.steps import Bools, Ints, Ragged, area_of, day_of, distinct, latest, merged

if TYPE_CHECKING:
    from geo.timeline.denials import Denials
    from geo.timeline.marks import Mark
    from geo.timeline.votes import Votes

STATUSES: Final = tuple(Status)

SILENT: Final = -1
"""The scope where nobody votes."""


class Layers(NamedTuple):
    """Everything that can change on an area, each layer with its own days."""

    cast: "Votes"
    against: "Denials"
    disputing: "Denials"
    """Of `against`, what disputes a hold against a blank."""
    fought: "Mark"
    changing: "Mark"


class Lists(NamedTuple):
    """The reports behind each change, in the order of the fields of a `Timeline`."""

    voted: Ragged
    outvoted: Ragged
    denying: Ragged
    fighting_by: Ragged
    changing_hands_by: Ragged
    contradicted_by: Ragged
    blank_by: Ragged


class Changes(NamedTuple):
    """The table of changes, the key of each row, and the reports behind each."""

    frame: pd.DataFrame
    key: Ints
    lists: Lists


def changes(layers: Layers, areas: Sequence[str], actors: Sequence[str]) -> Changes:
    """Return one row per area and day on which anything about it changes, sorted by area and day."""
    cast, against, _, fought, changing = layers
    key = distinct(np.concatenate([cast.key, against.heard, fought.key, changing.key]))
    vote = latest(cast.key, key)
    lists = _behind(layers, vote, key)
    blank, scope = lists.blank_by.sizes > 0, np.append(cast.scope, SILENT)[vote]
    frame = pd.DataFrame(
        {
            "area_id": _categories(area_of(key), areas),
            "day": day_of(key).astype("datetime64[D]").astype("datetime64[s]"),
            "status": _categories(_statuses(cast, vote, blank), STATUSES),
            "holders": _holders(cast, actors)[vote],
            "blank": blank,
            "fighting": lists.fighting_by.sizes > 0,
            "changing_hands": lists.changing_hands_by.sizes > 0,
            "contradicted": lists.contradicted_by.sizes > 0,
            "scope": _categories(scope, SCOPES),
            "wide": scope > SCOPES.index(Scope.NAMED),
            "newest": _newest(cast, vote),
        }
    )
    return Changes(frame, key, lists)


def _behind(layers: Layers, vote: Ints, key: Ints) -> Lists:
    """Return the reports behind each row: those of its vote, and what is heard or shown by its day."""
    cast, against, disputing, fought, changing = layers
    denying = against.so_far(vote, key)
    return Lists(
        voted=cast.voted.taken(vote),
        outvoted=cast.outvoted.taken(vote),
        denying=denying,
        fighting_by=fought.on(key),
        changing_hands_by=changing.on(key),
        contradicted_by=merged(cast.against.taken(vote), denying),
        blank_by=disputing.so_far(vote, key),
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


def _holders(cast: "Votes", actors: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """Return each vote's holders as actor ids in the conflict's order; () at -1.

    Each distinct set is one tuple, shared by all rows that show it.
    """
    sizes = _sizes(cast.holders)
    answer = np.empty(sizes.size, dtype=object)
    for size in np.unique(sizes):
        votes = np.flatnonzero(sizes == size)
        members = np.append(cast.holders.starts, 0)[votes][:, None] + np.arange(size)
        sets, which = np.unique(cast.holders.items[members], axis=0, return_inverse=True)
        shared = np.empty(len(sets), dtype=object)
        shared[:] = [tuple(actors[code] for code in codes) for codes in sets]
        answer[votes] = shared[which.ravel()]
    return answer


def _newest(cast: "Votes", vote: Ints) -> "np.ndarray[tuple[int], np.dtype[np.datetime64]]":
    """Return the day of each row's newest vote, NaT where nobody votes."""
    day = np.append(cast.voted_on, 0)[vote].astype("datetime64[D]")
    day[_sizes(cast.holders)[vote] == 0] = np.datetime64("NaT")
    return day.astype("datetime64[s]")
