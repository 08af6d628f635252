"""Words with places for what changes by the day alone: ages, and the day before; the script fills them in."""

from dataclasses import dataclass, field
from typing import Any, Final

from geo.sentences import AreaControl, AreaControls
from geo.words import Words

OPENS, CLOSES = "\ue000", "\ue001"
"""Characters that no template escapes."""

SINCE: Final = f"{OPENS}{CLOSES}"
"""The place of the day before the shown one, without its year."""

YOUNGEST: Final = "panel.newest_word"
"""The sentence on the newest word about any area; all others are about one."""


class Age(int):
    """An area's age in days, which the words put as a place; `area` is its number in the file.

    It is true even if it is 0, for the place is there on all days: on a day of age 0, the script leaves out
    the element that holds it.
    """

    area: int

    @classmethod
    def of(cls, days: int, area: int) -> "Age":
        """Return an age of so many days of an area."""
        made = cls(days)
        made.area = area
        return made

    def __bool__(self) -> bool:
        """Return that there is something to say."""
        return True


@dataclass(frozen=True, eq=False)
class Placed(Words):
    """Words that say every age as a place: the number of its key in `used`, and of its area.

    There are no letters in a place, so that it is the same between letters that run from either side.
    """

    used: dict[str, int] = field(default_factory=dict)

    def say(self, key: str, **values: Any) -> str:  # noqa: ANN401 (whatever a sentence has in it)
        """Return the string of a key, a place where it tells an age."""
        count = values.get("count")
        if key != YOUNGEST and not isinstance(count, Age):
            return super().say(key, **values)
        number = self.used.setdefault(key, len(self.used))
        return f"{OPENS}{number} {count.area if isinstance(count, Age) else ''}{CLOSES}"


def placed(words: Words) -> Placed:
    """Return the words with places."""
    return Placed(words.language, words.entries)


class Aged(AreaControls):
    """Rows of control whose ages know their area."""

    def __getitem__(self, area_id: str) -> AreaControl:
        """Return the area's row."""
        row = super().__getitem__(area_id)
        if isinstance(row.age_days, int) and not isinstance(row.age_days, Age):
            row.age_days = Age.of(row.age_days, self._places[area_id])
        return row
