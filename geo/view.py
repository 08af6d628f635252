"""A view: what a reader looks at when they take something away."""

from dataclasses import dataclass
from datetime import date

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import EVERYONE, OTHERS
from geo.words import ENGLISH, Words, load_words


@dataclass(frozen=True)
class View:
    """One view of a conflict: a day, a narrator, a day of knowledge, an area and a language."""

    day: date
    """A calendar day where the conflict is."""
    narrator: str = EVERYONE
    known: date | None = None
    """Only articles surely published by this day exist; None = all."""
    area: str = ""
    """Chosen area or group; "" = none."""
    language: str = ENGLISH

    @property
    def words(self) -> Words:
        """The strings of the view's language."""
        return load_words(self.language)


def checked(view: View, conflict: Conflict) -> View:
    """Return the view if the conflict has its narrator and its area.

    Raises
    ------
    ValueError
        When it has not; the message lists what it has.
    """
    narrators = (EVERYONE, *conflict.sides, OTHERS)
    if view.narrator not in narrators:
        raise ValueError(f"narrator {view.narrator!r} is none of {', '.join(narrators)}")
    areas = (*conflict.areas.index, *conflict.groups)
    if view.area and view.area not in areas:
        raise ValueError(f"area {view.area!r} is none of {', '.join(areas)}")
    load_words(view.language)
    return view
