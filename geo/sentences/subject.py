"""What a sentence is about, and the names it uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

import pandas as pd

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import Status
from geo.words import Words


class AreaControl(Protocol):
    """A row of `geo.timeline.day.control`: one area on one day."""

    status: str
    holders: Sequence[str]
    blank: bool
    fighting: bool
    changing_hands: bool
    contradicted: bool
    scope: str
    age_days: int
    voted: Sequence[str]
    outvoted: Sequence[str]
    history: Sequence[str]
    denying: Sequence[str]


def area_control(control: pd.DataFrame, area_id: str) -> AreaControl:
    """Return the row of one area."""
    return cast("AreaControl", control.loc[area_id])


def contradicted_by_others(control: AreaControl) -> bool:
    """Return whether contradiction is worth a mark: a dispute between holders already says it."""
    between_holders = control.status == Status.DISPUTED and not control.blank
    return bool(control.contradicted) and not between_holders


@dataclass(frozen=True)
class Subject:
    """What a sentence is about: an area of a conflict, on a day, and the words to say it in."""

    conflict: Conflict
    area_id: str
    day: date
    words: Words

    @property
    def area(self) -> str:
        """The area's name."""
        return area_name(self.conflict, self.area_id, self.words)


def area_name(conflict: Conflict, area_id: str, words: Words) -> str:
    """Return the name of an area or group in the language of the words, else its plain name."""
    if area_id in conflict.groups:
        group = conflict.groups[area_id]
        return group.names.get(words.language, group.name)
    row = conflict.areas.loc[area_id]
    return str(row.get(f"name_{words.language}") or row["name"])


def actor_name(conflict: Conflict, actor_id: str, words: Words) -> str:
    """Return the name of an actor in the language of the words, else its plain name."""
    actor = conflict.actors[actor_id]
    return actor.names.get(words.language, actor.name)


def state_in_words(conflict: Conflict, control: AreaControl, words: Words) -> str:
    """Return status and holders in a few words: ``NRF, conceded``, ``disputed: Taliban and NRF``."""
    names = words.list([actor_name(conflict, holder, words) for holder in control.holders])
    key = "denied_hold" if control.blank else str(control.status)
    return words.say(f"explain.status.{key}", holders=names)
