"""The page's address: every choice stands in it, nonsense in it is ignored and said so.

Pure: parameters in, choices and notices out; what reads and writes the browser's is in `state`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import EVERYONE, OTHERS
from geo.words import ENGLISH, Words, languages

VIEWS: Final = ("map", "sources", "data", "take")
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


@dataclass(frozen=True)
class Choices:
    """Everything that a reader has chosen."""

    day: date
    area: str | None = None
    narrator: str = EVERYONE
    known: date | None = None
    comparison: Comparison | None = None
    view: str = "map"
    language: str | None = None
    """Of the interface; None = the conflict's own."""


def narrators(conflict: Conflict) -> tuple[str, ...]:
    """Return everyone, each side, and the others."""
    return (EVERYONE, *conflict.sides, OTHERS)


def own_language(conflict: Conflict) -> str:
    """Return the conflict's language, English where there are no words in it."""
    return conflict.language if conflict.language in languages() else ENGLISH


def usual(conflict: Conflict) -> Choices:
    """Return the choices of an address that says nothing."""
    return Choices(day=conflict.last_reported_day)


def read(
    parameters: Mapping[str, Sequence[str]], conflict: Conflict, words: Words
) -> tuple[Choices, tuple[str, ...]]:
    """Return the choices that an address stands for, and a notice for each part that means nothing.

    Parameters
    ----------
    parameters
        Name to all of its values; a parameter that is repeated means nothing.
    """
    choices, notices = usual(conflict), []
    for name in PARAMETERS:
        values = parameters.get(name, ())
        if not values:
            continue
        try:
            choices = _READERS[name](choices, _single(values), conflict)
        except ValueError:
            shown = ", ".join(value[:40] for value in values[:3])
            notices.append(
                words.say("page.notice", name=name, value=shown, rule=words.say(f"page.rule.{name}"))
            )
    return choices, tuple(notices)


def written(choices: Choices) -> dict[str, str]:
    """Return the parameters that stand for the choices; `area` and `lang` only when they are chosen."""
    found = {"date": choices.day.isoformat(), "narrator": choices.narrator}
    found["known"] = choices.known.isoformat() if choices.known else ALL
    found["compare"] = _compared(choices.comparison)
    found["view"] = choices.view
    if choices.language:
        found["lang"] = choices.language
    return found | ({"area": choices.area} if choices.area else {})


def _single(values: Sequence[str]) -> str:
    if len(set(values)) != 1:
        raise ValueError("repeated")
    return values[0].strip()


def _day(text: str, conflict: Conflict) -> date:
    day = date.fromisoformat(text)
    if text != day.isoformat() or not conflict.first_day <= day <= conflict.last_day:
        raise ValueError(text)
    return day


def _known(text: str, conflict: Conflict) -> date | None:
    return None if text == ALL else _day(text, conflict)


def _one_of(text: str, options: Sequence[str]) -> str:
    if text not in options:
        raise ValueError(text)
    return text


def language_in(parameters: Mapping[str, Sequence[str]], conflict: Conflict) -> str:
    """Return the language of an address, the conflict's own where it names none that there is."""
    named = [value for value in parameters.get("lang", ()) if value in languages()]
    return named[0] if named else own_language(conflict)


def _with_date(choices: Choices, text: str, conflict: Conflict) -> Choices:
    return replace(choices, day=_day(text, conflict))


def _with_area(choices: Choices, text: str, conflict: Conflict) -> Choices:
    return replace(choices, area=_one_of(text, [str(area_id) for area_id in conflict.areas.index]))


def _with_narrator(choices: Choices, text: str, conflict: Conflict) -> Choices:
    return replace(choices, narrator=_one_of(text, narrators(conflict)))


def _with_known(choices: Choices, text: str, conflict: Conflict) -> Choices:
    return replace(choices, known=_known(text, conflict))


def _with_comparison(choices: Choices, text: str, conflict: Conflict) -> Choices:
    if text == OFF:
        return replace(choices, comparison=None)
    kind, _, value = text.partition(":")
    readers: dict[str, Callable[[], str | date | None]] = {
        "narrator": lambda: _one_of(value, narrators(conflict)),
        "date": lambda: _day(value, conflict),
        "known": lambda: _known(value, conflict),
    }
    return replace(choices, comparison=Comparison(kind, readers[_one_of(kind, KINDS)]()))


def _with_view(choices: Choices, text: str, conflict: Conflict) -> Choices:  # noqa: ARG001 (one signature)
    return replace(choices, view=_one_of(text, VIEWS))


def _with_language(choices: Choices, text: str, conflict: Conflict) -> Choices:
    language = _one_of(text, languages())
    return replace(choices, language=None if language == own_language(conflict) else language)


def _compared(comparison: Comparison | None) -> str:
    if comparison is None:
        return OFF
    value: Any = comparison.value
    text = value.isoformat() if isinstance(value, date) else value or ALL
    return f"{comparison.kind}:{text}"


_READERS: Final[Mapping[str, Callable[[Choices, str, Conflict], Choices]]] = {
    "date": _with_date,
    "area": _with_area,
    "narrator": _with_narrator,
    "known": _with_known,
    "compare": _with_comparison,
    "view": _with_view,
    "lang": _with_language,
}
