"""What a sentence is about: an area on a day, what it shows, and the reports behind that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

import pandas as pd

from geo.looks import State, told_status
from geo.reading import EVERYONE
from geo.sentences.names import actor_name, area_name

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


class AreaControls(Mapping[str, AreaControl]):
    """The rows of a table of control by their areas, in its order, each read when it is asked for.

    Parameters
    ----------
    control
        As `geo.timeline.control` returns it, or some of its rows.
    """

    def __init__(self, control: pd.DataFrame) -> None:
        self._columns = {str(name): control[name].tolist() for name in control}
        self._places = {area: place for place, area in enumerate(control.index.tolist())}
        self._read: dict[str, AreaControl] = {}

    def __getitem__(self, area_id: str) -> AreaControl:
        """Return the area's row as plain values."""
        return self.shown(area_id)

    def shown(self, area_id: str) -> AreaControl:
        """Return what an area shows; where the table lacks the reports behind it, without them."""
        if area_id not in self._read:
            place = self._places[area_id]
            row: Any = SimpleNamespace(**{name: values[place] for name, values in self._columns.items()})
            self._read[area_id] = row
        return self._read[area_id]

    def __iter__(self) -> Iterator[str]:
        """Yield the areas."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return the number of areas."""
        return len(self._places)


def age_days(control: AreaControl) -> int:
    """Return the days since the newest vote, 0 when nobody votes."""
    return 0 if pd.isna(control.age_days) else control.age_days


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
