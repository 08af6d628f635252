"""Votes, denials and marks laid over each other: one row per area and change."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from geo.reading.vocabulary import Status
from geo.timeline.denials import Denials
from geo.timeline.marks import Mark
from geo.timeline.rows import SCOPES
from geo.timeline.steps import Bools, Ints, Ragged, area_of, day_of, distinct, latest
from geo.timeline.votes import Votes

STATUSES: Final = tuple(Status)


class Layers(NamedTuple):
    """Everything that can change on an area, each layer with its own days."""

    cast: Votes
    against: Denials
    fought: Mark
    changing: Mark


class Changes(NamedTuple):
    """The table of changes, the key of each row, and the reports behind each."""

    frame: pd.DataFrame
    key: Ints
    voted: Ragged
    outvoted: Ragged
    denying: Ragged


def changes(layers: Layers, areas: Sequence[str], actors: Sequence[str]) -> Changes:
    """Return one row per area and day on which anything about it changes, sorted by area and day."""
    cast, against, fought, changing = layers
    key = distinct(np.concatenate([cast.key, against.heard, fought.key, changing.key]))
    vote = latest(cast.key, key)
    denying = _denials_so_far(against, vote, key)
    denied = denying.stops > denying.starts
    at_scope = np.append(against.at_scope, [0])[vote] <= day_of(key)
    blank = at_scope & (_sizes(cast.holders)[vote] == 1) & (vote >= 0)
    frame = pd.DataFrame(
        {
            "area_id": pd.Categorical.from_codes(area_of(key), categories=pd.Index(list(areas), dtype="str")),
            "day": day_of(key).astype("datetime64[D]").astype("datetime64[s]"),
            "status": pd.Categorical.from_codes(
                _statuses(cast, vote, blank), categories=pd.Index(STATUSES, dtype="str")
            ),
            "holders": _holders(cast, actors)[vote],
            "blank": blank,
            "fighting": fought.on(key),
            "changing_hands": changing.on(key),
            "contradicted": denied | np.append(cast.another, False)[vote],
            "scope": pd.Categorical.from_codes(
                np.append(cast.scope, -1)[vote], categories=pd.Index(SCOPES, dtype="str")
            ),
            "newest": _newest(cast, vote),
        }
    )
    return Changes(frame, key, cast.voted.taken(vote), cast.outvoted.taken(vote), denying)


def _sizes(lists: Ragged) -> Ints:
    """Return the length of each list, and 0 for the list at -1."""
    return np.append(lists.stops - lists.starts, 0)


def _denials_so_far(against: Denials, vote: Ints, key: Ints) -> Ragged:
    """Return of each vote's denials those heard by the day of the key."""
    under_vote = against.reports.taken(vote)
    heard = np.searchsorted(against.heard, key, side="right")
    return Ragged(under_vote.items, under_vote.starts, np.clip(heard, under_vote.starts, under_vote.stops))


def _statuses(cast: Votes, vote: Ints, blank: Bools) -> Ints:
    """Return the code of each row's status (R5)."""
    code = np.full(cast.key.size + 1, STATUSES.index(Status.CLAIMED))
    code[:-1][cast.reported] = STATUSES.index(Status.REPORTED)
    code[:-1][cast.conceded] = STATUSES.index(Status.CONCEDED)
    code[_sizes(cast.holders) > 1] = STATUSES.index(Status.DISPUTED)
    code[_sizes(cast.holders) == 0] = STATUSES.index(Status.UNREPORTED)
    return np.where(blank, STATUSES.index(Status.DISPUTED), code[vote])


def _holders(cast: Votes, actors: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
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


def _newest(cast: Votes, vote: Ints) -> "np.ndarray[tuple[int], np.dtype[np.datetime64]]":
    """Return the day of each row's newest vote, NaT where nobody votes."""
    day = np.append(cast.voted_on, 0)[vote].astype("datetime64[D]")
    day[_sizes(cast.holders)[vote] == 0] = np.datetime64("NaT")
    return day.astype("datetime64[s]")
