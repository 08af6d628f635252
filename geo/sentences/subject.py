"""What a sentence is about: an area on a day, what it shows, and the reports behind that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

import pandas as pd

from geo.reading import EVERYONE
from geo.sentences.names import actor_name, area_name
from geo.shown import State, told_status

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words


class AreaControl(State, Protocol):
    """A row of `geo.timeline.control`: one area on one day, and the reports behind what it shows."""

    scope: str
    age_days: int
    voted: Sequence[str]
    outvoted: Sequence[str]
    history: Sequence[str]
    denying: Sequence[str]
    blank_by: Sequence[str]
    fighting_by: Sequence[str]
    changing_hands_by: Sequence[str]
    contradicted_by: Sequence[str]
    denied_by: Sequence[str]
    against_since: Sequence[str]


def denials(control: AreaControl) -> tuple[str, ...]:
    """Return the reports of the denials that the status tells of."""
    return (*control.denied_by, *control.blank_by)


def area_controls(control: pd.DataFrame) -> Iterator[AreaControl]:
    """Yield the row of each area of a table, in its order, as plain values."""
    for record in control.to_dict("records"):
        row: Any = SimpleNamespace(**{str(name): value for name, value in record.items()})
        yield row


def age_days(control: AreaControl) -> int:
    """Return the days since the newest vote, 0 when nobody votes."""
    return 0 if pd.isna(control.age_days) else int(control.age_days)


@dataclass(frozen=True)
class Subject:
    """What a sentence is about: an area on a day, by whose account, and the words to say it in."""

    conflict: "Conflict"
    area_id: str
    day: date
    words: "Words"
    narrator: str = EVERYONE

    @property
    def area(self) -> str:
        """The area's name."""
        return area_name(self.conflict, self.area_id, self.words)


def state_in_words(conflict: "Conflict", control: AreaControl, words: "Words") -> str:
    """Return status and holders in a few words: ``NRF, conceded``, ``disputed: Taliban and NRF``."""
    key, holders = told_status(control)
    names = words.list([actor_name(conflict, holder, words) for holder in holders])
    return words.say(f"explain.status.{key}", holders=names)
