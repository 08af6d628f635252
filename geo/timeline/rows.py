"""Which reports exist for a narrator on a day of knowledge, spread over areas, as codes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.reading import EVERYONE, OTHER_SIDES, OTHERS, POSITION_CLAIMS, Claim, Polarity, Scope
from geo.timeline.steps import Bools, Ints, Ragged, coded, days_since_1970, distinct, gathered

SCOPES: Final = tuple(Scope)
"""From the narrowest to the widest; a scope's rank is its place here."""

PART_OF: Final = SCOPES.index(Scope.PART_OF)


class Quarrel(NamedTuple):
    """The parties: the actors in the order of the map's legend, and the sides that speak."""

    actors: tuple[str, ...]
    sides: tuple[str, ...]
    own: Ints
    """The side of each actor."""
    rival: Bools
    """One row per actor, one column per side: whether the side is its rival."""
    other: Bools
    """Of each side: whether it is an outlet or a third party."""


class Rows(NamedTuple):
    """One row per report and area it reaches, in the order of the reports; all as codes.

    `day` is `date_to`; `first` is `date_from`, or `day` where that is empty.
    """

    area: Ints
    row: Ints
    first: Ints
    day: Ints
    scope: Ints
    party: Ints
    side: Ints
    voice: Ints

    def where(self, index: Ints | Bools) -> "Rows":
        """Return the rows at `index`, or those it marks."""
        return Rows(*(column[index] for column in self))


class Roles(NamedTuple):
    """The reports that matter to the map, by the part they play; a report may play several."""

    positions: Bools
    cells: Bools
    """Positions of a table: intervals of equal cells (`geo.reading.intervals`)."""
    parts: Bools
    """Holds somewhere in a wider place (`part_of`): they colour nothing."""
    denials: Bools
    lefts: Bools
    fights: Bools
    reported: Bools
    """Of `fights`, all but attacks of which only a party speaks."""
    windows: Bools


def quarrel(
    own_side: Mapping[str, str], rivals: Mapping[str, frozenset[str]], sides: Sequence[str]
) -> Quarrel:
    """Return actors and `sides` as codes; `sides` are all that speak or that actors belong to."""
    own = np.array([sides.index(side) for side in own_side.values()], dtype=np.int64)
    rival = np.array([[side in rivals[actor] for side in sides] for actor in own_side], dtype=np.bool_)
    other = np.array([side in OTHER_SIDES for side in sides], dtype=np.bool_)
    return Quarrel(tuple(own_side), tuple(sides), own, rival.reshape(own.size, other.size), other)


def admitted(reports: pd.DataFrame, narrator: str, known: date | None) -> Bools:
    """Return which reports exist: those of the narrator, certainly published by `known`."""
    exist = np.ones(len(reports), dtype=np.bool_)
    if narrator != EVERYONE:
        told_by = OTHER_SIDES if narrator == OTHERS else (narrator,)
        exist &= reports["claimant_side"].isin(told_by).to_numpy()
    if known is not None:
        exist &= (reports["published_to"] <= pd.Timestamp(known)).to_numpy()
    return exist


def roles(reports: pd.DataFrame, exist: Bools) -> Roles:
    """Return which of the existing reports take a position (R1), deny, say `left`, or mark (R6)."""
    claim = coded(reports["claim"], tuple(Claim))
    of_cells = (reports["cell_days"] > 0).to_numpy()
    holds = np.isin(claim, [tuple(Claim).index(word) for word in POSITION_CLAIMS])
    left = claim == tuple(Claim).index(Claim.LEFT)
    fought = np.isin(claim, [tuple(Claim).index(word) for word in (Claim.FIGHTING, Claim.ATTACKED)])
    scope = coded(reports["scope"], SCOPES)
    dated = exist & reports["date_to"].notna().to_numpy()
    asserts = dated & (reports["polarity"] == Polarity.ASSERTS).to_numpy()
    captured = claim == tuple(Claim).index(Claim.CAPTURED)
    fights = asserts & fought & (scope == SCOPES.index(Scope.NAMED))
    by_party = ~reports["claimant_side"].isin(OTHER_SIDES).to_numpy()
    return Roles(
        positions=asserts & holds & (scope != PART_OF) & ~of_cells,
        cells=exist & of_cells,
        parts=asserts & holds & (scope == PART_OF),
        denials=(dated & ~asserts & holds) | (asserts & left),
        lefts=asserts & left & (scope != PART_OF),
        fights=fights,
        reported=fights & ~((claim == tuple(Claim).index(Claim.ATTACKED)) & by_party),
        windows=asserts & captured & (scope != PART_OF) & reports["date_from"].notna().to_numpy(),
    )


def last_fought(reports: pd.DataFrame) -> date | None:
    """Return the last day of fighting or attacks if no report takes a position: nothing else can show.

    None = a report takes a position, or none says that an area was fought over.
    """
    part = roles(reports, admitted(reports, EVERYONE, None))
    if part.positions.any() or part.cells.any() or not part.fights.any():
        return None
    return pd.Timestamp(reports["date_to"][part.fights].max()).date()


class Spreader(NamedTuple):
    """The codes of all reports, before each is expanded into one row per area."""

    codes: Rows
    reach: Ragged
    """The areas that each report reaches."""

    def rows(self, chosen: Bools) -> Rows:
        """Return the chosen reports, one row per area that each reaches."""
        wanted = np.flatnonzero(chosen)
        owner, area = self.reach.taken(wanted).flat()
        return self.codes.where(wanted[owner])._replace(area=area)


def first_days(reports: pd.DataFrame) -> "pd.Series[Any]":
    """Return the first day that each report is about: `date_from`, or its only day."""
    first: pd.Series[Any] = reports["date_from"].fillna(reports["date_to"])
    return first


def spreader(
    reports: pd.DataFrame, who: Quarrel, areas: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> Spreader:
    """Return the reports as codes, with the areas that each reaches."""
    reach = _reach(areas, groups)
    place = coded(reports["area_id"], (*areas, *groups))
    voice = reports["voice_id"].astype("category").cat.codes.to_numpy().astype(np.int64)
    side = coded(reports["claimant_side"], who.sides)
    codes = Rows(
        area=place,
        row=np.arange(len(reports)),
        first=days_since_1970(first_days(reports)),
        day=days_since_1970(reports["date_to"]),
        scope=coded(reports["scope"], SCOPES),
        party=coded(reports["party"], who.actors),
        side=side,
        voice=voice * len(who.sides) + side,
    )
    return Spreader(codes, reach.taken(place))


def _reach(areas: Sequence[str], groups: Mapping[str, Sequence[str]]) -> Ragged:
    """Return the areas that each area (itself) and each group reaches, in that order."""
    places = coded(pd.Series([area for group in groups.values() for area in group], dtype="str"), areas)
    owner = np.repeat(np.arange(len(groups)), [len(group) for group in groups.values()])
    pairs = distinct(((len(areas) + owner) * len(areas) + places)[places >= 0])
    alone = np.arange(len(areas)) * (len(areas) + 1)
    owners, members = np.divmod(np.append(alone, pairs), len(areas))
    return gathered(owners, members, len(areas) + len(groups))
