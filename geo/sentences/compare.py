"""Two tables of control side by side: where they differ, and what each says there."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from geo.looks import BLANK, DENIED, told_status
from geo.reading import EVERYONE, OTHERS, Conflict, Status
from geo.sentences.names import actor_name, area_name, narrator_name

if TYPE_CHECKING:
    from geo.view import View
    from geo.words import Words

SURE: Final = (Status.CLAIMED, Status.REPORTED, Status.CONCEDED)
"""Statuses that name the same holder with more or less certainty."""

STATE: Final = ["status", "holders", "blank", "denied_holders"]
"""The columns of control that say who is said to hold an area, and how surely."""


class Parting(NamedTuple):
    """One area of which two tables of control say different things; statuses as `told_status` gives them."""

    area_id: str
    first_status: str
    first_holders: tuple[str, ...]
    second_status: str
    second_holders: tuple[str, ...]

    @property
    def only_surely(self) -> bool:
        """Whether both name the same holder, and differ only in how surely."""
        alike = self.first_holders == self.second_holders
        return alike and self.first_status in SURE and self.second_status in SURE


def partings(first: pd.DataFrame, second: pd.DataFrame) -> Iterator[Parting]:
    """Yield the areas whose status or holders differ, in map order.

    Parameters
    ----------
    first, second
        Control of the same areas, one row per area (`geo.timeline.control`).
    """
    differs = pd.Series(data=False, index=first.index)
    for column in STATE:
        differs |= first[column].astype(object) != second[column].astype(object)
    for area_id in first.index[differs]:
        (one, own), (other, others) = told_status(first.loc[area_id]), told_status(second.loc[area_id])
        yield Parting(str(area_id), one, tuple(own), other, tuple(others))


def parting_in_words(
    conflict: Conflict, parting: Parting, views: tuple["View", "View"], words: "Words"
) -> str:
    """Return where two views part: ``Paryan: Taliban say Taliban, NRF say NRF``."""
    first, second = views
    name = area_name(conflict, parting.area_id, words)
    surely = parting.first_holders == parting.second_holders
    said = [
        standing(conflict, parting.first_status, parting.first_holders, words, surely=surely),
        standing(conflict, parting.second_status, parting.second_holders, words, surely=surely),
    ]
    kind = _parting_kind(first, second)
    parts = [said_by(conflict, view, state, kind, words) for view, state in zip(views, said, strict=True)]
    return words.say("compare.part", area=name, first=parts[0], second=parts[1])


def _parting_kind(first: "View", second: "View") -> str:
    if first.narrator != second.narrator:
        return "narrator"
    return "day" if first.day != second.day else "known"


def said_by(conflict: Conflict, view: "View", state: str, kind: str, words: "Words") -> str:
    """Return what one of two maps that differ in a kind (`narrator`, `day`, `known`) says of an area."""
    if kind == "day":
        return words.say("compare.on_day", day=words.short_day(view.day), state=state)
    if kind == "known":
        if view.known is None:
            return words.say("compare.known_all", state=state)
        return words.say("compare.known_on", day=words.short_day(view.known), state=state)
    if view.narrator in {EVERYONE, OTHERS}:
        return words.say(f"compare.{view.narrator}_say", state=state)
    name = narrator_name(conflict, view.narrator, words)
    return words.say("compare.side_say", narrator=name, state=state)


def standing(conflict: Conflict, status: str, holders: Sequence[str], words: "Words", *, surely: bool) -> str:
    """Return who is said to hold an area; with `surely`, how surely, where both maps name the same holder."""
    if status == Status.UNREPORTED:
        return words.say("compare.nothing")
    if status in {Status.DISPUTED, BLANK}:
        return words.say("compare.disputed")
    names = words.list([actor_name(conflict, holder, words) for holder in holders])
    if status == DENIED:
        return words.say("compare.denied", holders=names)
    return words.say(f"compare.sure.{status}", holders=names) if surely else names
