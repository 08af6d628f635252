"""What the reader looks at: day, narrator, knowledge, a second map, area, language; and its address.

Pure: parameters in, a view and notices out; what reads and writes the browser's address is in `geo.page`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final
from weakref import WeakKeyDictionary

from cachetools import cached

from geo.reading import EVERYONE, OTHERS, Conflict
from geo.timeline import last_fought
from geo.words import ENGLISH, Words, languages, load_words

TABS: Final = ("map", "sources", "data", "take")
KINDS: Final = ("narrator", "date", "known")
"""What two maps side by side may differ in."""

ALL: Final = "all"
OFF: Final = "off"
PARAMETERS: Final = ("date", "area", "narrator", "known", "compare", "view", "lang")
"""The parameters that are ours; all others are left alone."""


@dataclass(frozen=True)
class Comparison:
    """The second map: the kind in which it differs, and its narrator or day (None = known today)."""

    kind: str
    value: str | date | None

    @property
    def text(self) -> str:
        """The value as an address has it."""
        return self.value.isoformat() if isinstance(self.value, date) else self.value or ALL


@dataclass(frozen=True)
class View:
    """One view of a conflict, for page, one-file map, picture, citation and shell alike."""

    day: date
    """A calendar day where the conflict is."""
    narrator: str = EVERYONE
    known: date | None = None
    """Only articles certainly published by this day exist; None = all."""
    compare: Comparison | None = None
    area: str | None = None
    """Chosen area, or in exports a group; None = none."""
    report: str | None = None
    """In exports, the report that a quote card shows; None = none."""
    language: str = ENGLISH
    """Of the interface."""
    tab: str = "map"
    """Which of `TABS` the page shows."""

    @property
    def words(self) -> Words:
        """The strings of the view's language."""
        return load_words(self.language)

    @property
    def second(self) -> "View | None":
        """What the second map shows, None when there is one map."""
        if self.compare is None:
            return None
        field = "day" if self.compare.kind == "date" else self.compare.kind
        changed: dict[str, Any] = {field: self.compare.value}
        return replace(self, compare=None, **changed)


def narrators(conflict: Conflict) -> tuple[str, ...]:
    """Return everyone, each side, and the others: all whom an address may name; looked up, who is there."""
    return conflict.looked_up or (EVERYONE, *conflict.sides, OTHERS)


def offered(conflict: Conflict, *chosen: str) -> tuple[str, ...]:
    """Return the narrators that a reader is offered: not a side that says nothing, unless it is chosen."""
    heard = conflict.looked_up or (OTHERS, *conflict.reports["claimant_side"].unique())
    there = {EVERYONE, *chosen, *heard}
    return tuple(one for one in narrators(conflict) if one in there)


def days(conflict: Conflict) -> list[date]:
    """Return every day of the map, the first and the last included; none where no report has a day."""
    length = (conflict.last_day - conflict.first_day).days + 1 if conflict.has_days else 0
    return [conflict.first_day + timedelta(days=number) for number in range(length)]


def tabs(conflict: Conflict) -> tuple[str, ...]:
    """Return the views of the page; the others than the map need the reports."""
    return TABS[:1] if conflict.looked_up else TABS


def own_language(conflict: Conflict) -> str:
    """Return the conflict's language, English where there are no words in it."""
    return conflict.language if conflict.language in languages() else ENGLISH


def usual(conflict: Conflict) -> View:
    """Return the view of an address that says nothing."""
    return View(day=opening_day(conflict), language=own_language(conflict))


@cached(WeakKeyDictionary[Conflict, date](), key=lambda conflict: conflict)  # asked for at every click
def opening_day(conflict: Conflict) -> date:
    """Return the day that is shown first: the last one that reports are about.

    Where they know fighting and nobody who holds an area, it is the last day of fighting in one: what
    is known only of a province may be later, and shows nothing.
    """
    return last_fought(conflict.reports) or conflict.last_reported_day


def checked(view: View, conflict: Conflict) -> View:
    """Return the view if the conflict has its narrator and its area or group.

    Raises
    ------
    ValueError
        When it has not; the message lists what it has.
    """
    there = {"narrator": narrators(conflict), "area": (None, *conflict.areas.index, *conflict.groups)}
    for name, known in there.items():
        value = getattr(view, name)
        if value not in known:
            raise ValueError(f"{name} {value!r} is none of {', '.join(filter(None, known))}")
    load_words(view.language)
    return view


def read(parameters: Mapping[str, Sequence[str]], conflict: Conflict) -> tuple[View, tuple[str, ...]]:
    """Return the view that an address stands for, and a notice for each part that means nothing.

    White space around a value is ignored; an empty value is as if it were not there; a parameter that
    is repeated with different values means nothing. The one-file map's script reads its address by the
    same rule (`tests/address_cases.json`). Notices are in the language of the view.

    Parameters
    ----------
    parameters
        Name to all of its values.
    """
    view, ignored = usual(conflict), {}
    for name in PARAMETERS:
        values = tuple(dict.fromkeys(value.strip() for value in parameters.get(name, ()) if value.strip()))
        if not values:
            continue
        try:
            (value,) = values
            view = _READERS[name](view, value, conflict)
        except ValueError:
            ignored[name] = ", ".join(value[:40] for value in values[:3])
    say = view.words.say
    told = ((name, shown, say(f"page.rule.{name}")) for name, shown in ignored.items())
    return view, tuple(say("page.notice", name=name, value=shown, rule=rule) for name, shown, rule in told)


def parameters_of(view: View, conflict: Conflict) -> dict[str, str]:
    """Return the parameters that stand for a view; `area` and `lang` only when they are chosen."""
    known = view.known.isoformat() if view.known else ALL
    found = {"date": view.day.isoformat(), "narrator": view.narrator, "known": known}
    compare = f"{view.compare.kind}:{view.compare.text}" if view.compare else OFF
    found |= {"compare": compare, "view": view.tab}
    if view.language != own_language(conflict):
        found["lang"] = view.language
    return found | ({"area": view.area} if view.area else {})


def day_in(text: str, conflict: Conflict) -> date:
    """Return the day that a text names.

    Raises
    ------
    ValueError
        If it is not an ISO date, or not between the conflict's first and last day.
    """
    day = date.fromisoformat(text)
    if text != day.isoformat() or not conflict.first_day <= day <= conflict.last_day:
        raise ValueError(text)
    return day


def _known(text: str, conflict: Conflict) -> date | None:
    if text != ALL and conflict.looked_up:
        raise ValueError(text)
    return None if text == ALL else day_in(text, conflict)


def _one_of(text: str, options: Sequence[str]) -> str:
    if text not in options:
        raise ValueError(text)
    return text


def _comparison(text: str, conflict: Conflict) -> Comparison | None:
    if text == OFF:
        return None
    kind, _, value = text.partition(":")
    readers: dict[str, Callable[[], str | date | None]] = {
        "narrator": lambda: _one_of(value, narrators(conflict)),
        "date": lambda: day_in(value, conflict),
        "known": lambda: _known(value, conflict),
    }
    return Comparison(kind, readers[_one_of(kind, KINDS)]())


_READERS: Final[Mapping[str, Callable[[View, str, Conflict], View]]] = {
    "date": lambda view, text, conflict: replace(view, day=day_in(text, conflict)),
    "area": lambda view, text, conflict: replace(view, area=_one_of(text, list(conflict.areas.index))),
    "narrator": lambda view, text, conflict: replace(view, narrator=_one_of(text, narrators(conflict))),
    "known": lambda view, text, conflict: replace(view, known=_known(text, conflict)),
    "compare": lambda view, text, conflict: replace(view, compare=_comparison(text, conflict)),
    "view": lambda view, text, conflict: replace(view, tab=_one_of(text, tabs(conflict))),
    "lang": lambda view, text, _: replace(view, language=_one_of(text, languages())),
}
