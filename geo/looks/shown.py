"""What a state shows: how firm its colour is, its marks, and which words tell its status.

Nothing here adds to the rule: it reads the columns of `geo.timeline.control`. How it is drawn and said is
decided by `geo.looks`, the sentences and the panel, from the same functions.
"""

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading import Status

BLANK: Final = "blank"
"""The second colour of a hatch where a hold is denied and nobody else is said to hold."""

CONTRADICTED: Final = "contradicted"
DENIED: Final = "denied"
OWN: Final = "own"
"""The texture of a hold of which only the holder's own side speaks."""

MARKS: Final = ("fighting", CONTRADICTED, DENIED)
"""Drawn beside the word."""

SHOWN: Final = ("changing_hands", *MARKS)
"""All marks in the order in which they are said; `changing_hands` is drawn as the outline."""

SEEN: Final = (
    "status",
    "holders",
    "blank",
    "scope",
    "fighting",
    "alleged",
    "changing_hands",
    "contradicted",
    "denied_holders",
)
"""The columns of a timeline in which a change is seen; that a vote is renewed, or grows stale, is none."""


class State(Protocol):
    """What decides how an area is drawn and said: a row of `geo.timeline.control`, read by attribute.

    A row of the timeline's changes, with `stale`, has these columns too; `geo.timeline` says what they mean.
    """

    status: str
    holders: Sequence[str]
    blank: bool
    fighting: bool
    alleged: bool
    changing_hands: bool
    contradicted: bool
    denied: bool
    denied_holders: Sequence[str]
    wide: bool
    stale: bool


def strength(state: State) -> str:
    """Return how firm a state's colour is: a key of `PALER`, as in `Look.strength`."""
    if not state.holders:
        return "none"
    if state.stale:
        return "stale"
    return "soft" if state.wide else "firm"


def texture(state: State) -> str:
    """Return what is strewn over a state's ground: `OWN`, `DENIED` or "" = none; never on a stale colour."""
    if state.denied:
        return DENIED
    return OWN if state.status == Status.CLAIMED and not state.stale else ""


def told_status(state: State) -> tuple[str, Sequence[str]]:
    """Return how a status is said, a key of the words, and of whom: `blank` and `denied` are said apart."""
    if state.denied:
        return DENIED, state.denied_holders
    return BLANK if state.blank else str(state.status), state.holders


def shown_marks(state: State) -> tuple[str, ...]:
    """Return the marks that a state shows, in the order of `SHOWN`.

    A hatch of two holders says by itself that the area is `contradicted`: that mark is left out.
    Tables, which have no hatch, have the column `contradicted`.
    """
    said = {CONTRADICTED} if len(state.holders) > 1 else set()
    return tuple(mark for mark in SHOWN if getattr(state, mark) and mark not in said)


def seen_changes(changes: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which rows of a timeline's changes show something else than the row before, in `SEEN`.

    The first row of an area counts: nothing was shown before.
    """
    area = changes["area_id"].cat.codes.to_numpy()
    differs = np.append(np.ones(min(len(area), 1), dtype=np.bool_), area[1:] != area[:-1])
    for column in SEEN:
        shown = changes[column].astype(object).where(changes[column].notna(), None).to_numpy()
        differs[1:] |= shown[1:] != shown[:-1]
    return differs


def told_changes(changes: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which rows change the look as it is told: that a hatch is contradicted it says by itself."""
    hatched = changes["holders"].map(len) > 1
    return seen_changes(changes.assign(contradicted=changes["contradicted"] & ~hatched))


def mark_key(state: State, mark: str) -> str:
    """Return the key of a mark's words: fighting that only a party speaks of is no report of fighting."""
    return "alleged" if mark == "fighting" and state.alleged else mark
