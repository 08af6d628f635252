"""Which part of a map a file holds: narrators, days and areas; and how the file says what it leaves out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from geo.reading import EVERYONE
from geo.sentences import ONE_DAY, area_name, narrator_name
from geo.view import View, days, narrators, opening_day

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

MOST_NAMED: Final = 12
"""Areas and groups that the file names as its part before it only counts."""


@dataclass(frozen=True, eq=False)
class Cut:
    """A part of a conflict; what is not asked for is whole.

    Parameters
    ----------
    asked
        Areas and groups as they were asked for; none = all areas.
    told
        Narrators; none = all.
    first, last
        The days asked for, both included; None = as the conflict has it.

    Raises
    ------
    ValueError
        If the conflict has no such area, group or narrator, or the days are none of its own.
    """

    conflict: "Conflict"
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        """Refuse what the conflict does not have."""
        known = {
            "area": (self.asked, (*self.conflict.areas.index, *self.conflict.groups)),
            "narrator": (self.told, narrators(self.conflict)),
        }
        for name, (wanted, there) in known.items():
            for one in wanted:
                if one not in there:
                    raise ValueError(f"{name} {one!r} is none of {', '.join(there)}")
        if not self.days:
            first, last = self.conflict.first_day, self.conflict.last_day
            raise ValueError(f"no day is left: the map has {first} to {last}")

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas, in map order."""
        groups = self.conflict.groups
        chosen = {area for one in self.asked for area in (groups[one].areas if one in groups else [one])}
        return tuple(str(area) for area in self.conflict.areas.index if not chosen or area in chosen)

    @cached_property
    def narrators(self) -> tuple[str, ...]:
        """The narrators, in the conflict's order."""
        return tuple(one for one in narrators(self.conflict) if not self.told or one in self.told)

    @cached_property
    def days(self) -> Sequence[date]:
        """The days, none left out between the first and the last."""
        first, last = self.first or date.min, self.last or date.max
        return [day for day in days(self.conflict) if first <= day <= last]

    @property
    def window(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.days[0], self.days[-1]

    @cached_property
    def knowledge(self) -> list[date | None]:
        """The states of knowledge that a reader can choose, by the day of knowledge.

        None (everything), the one that held on the first day, and each later day that added something. A day
        before anything was published is the one before the first article; where no day of publication is
        known, nothing was certainly known on any day.
        """
        published = self.conflict.sources["published_to"].dropna()
        added = sorted({day.date() for day in published})
        first, last = self.window
        if not added:
            return [None, first]
        every = [added[0] - ONE_DAY, *added]
        held = max([day for day in every if day <= first], default=every[0])
        return [None, held, *(day for day in every if held < day <= last)]

    def view(self, day: date | None, known: date | None, language: str) -> View:
        """Return the view of the narrator and the area asked for first; without a day that of the last."""
        area = self.asked[0] if len(self.asked) == 1 else None
        told = self.told[0] if self.told else EVERYONE
        return View(day or opening_day(self.conflict), told, known, area=area, language=language)

    @property
    def beyond(self) -> list[str]:
        """The options that say more than a view does."""
        given: dict[str, Any] = {"--from": self.first, "--to": self.last}
        given |= {"a second --area": self.asked[1:], "a second --narrator": self.told[1:]}
        return [option for option, value in given.items() if value]

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not list(self._parts())

    @property
    def record(self) -> dict[str, Any]:
        """What was asked for, as the record of the export has it; empty = everything."""
        said = {"areas": self.asked, "narrators": self.told, "from": self.first, "to": self.last}
        return {name: _plain(value) for name, value in said.items() if value}

    def said(self, words: "Words") -> list[str]:
        """Return in sentences which part the file holds and what is left out; none if it is whole."""
        values = {
            "narrators": self._narrators(words),
            "days": self._days(words),
            "areas": self._areas(words),
        }
        parts = [words.say(f"export.onefile.cut.{part}", **values[part]) for part in self._parts()]
        return [words.say("export.onefile.cut.lead"), *parts] if parts else []

    def shows(self, area: str, day: date | None) -> bool:
        """Return whether the file shows an area ("" = none) on a day (None = any), told by everyone."""
        there = (not area or area in self.areas) and (not day or day in self.days)
        return EVERYONE in self.narrators and there

    def _parts(self) -> Iterator[str]:
        if len(self.narrators) < len(narrators(self.conflict)):
            yield "narrators"
        if self.window != (self.conflict.first_day, self.conflict.last_day):
            yield "days"
        if len(self.areas) < len(self.conflict.areas):
            yield "areas"

    def _narrators(self, words: "Words") -> dict[str, str]:
        every = narrators(self.conflict)
        named = {one: narrator_name(self.conflict, one, words) for one in every}
        others = [name for one, name in named.items() if one not in self.narrators]
        return {"shown": words.list([named[one] for one in self.narrators]), "others": words.list(others)}

    def _days(self, words: "Words") -> dict[str, str]:
        (first, last), conflict = self.window, self.conflict
        said = {"first": first, "last": last, "start": conflict.first_day, "end": conflict.last_day}
        return {name: words.day(day) for name, day in said.items()}

    def _areas(self, words: "Words") -> dict[str, Any]:
        names = [area_name(self.conflict, one, words) for one in self.asked[:MOST_NAMED]]
        more = ["…"] if len(self.asked) > MOST_NAMED else []
        total, count = len(self.conflict.areas), len(self.areas)
        return {"names": words.list([*names, *more]), "shown": count, "others": total - count}


def _plain(value: Any) -> Any:  # noqa: ANN401 (names or a day)
    return value.isoformat() if isinstance(value, date) else list(value)
