"""Days in a sentence: "on Sunday", "over the last three days", "since 15 August"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, NamedTuple

from geo.reader.cues import cue_table, whole_words

DAY: Final = timedelta(days=1)
WEEK: Final = 7
SATURDAY: Final = 5


class Days(NamedTuple):
    """Words about days: their characters, and the days, both included.

    `first` None = no lower bound; both None = undated. `kind` = the cue in `cues/*.toml`.
    """

    start: int
    end: int
    kind: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Calendar:
    """The words for days of one language."""

    weekdays: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    numbers: tuple[str, ...]
    ordinals: tuple[str, ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    def days(self, text: str, published: date) -> list[Days]:
        """Return the words about days in a text, in order, as seen from the day it was published."""
        found: list[Days] = []
        for kind, pattern in self.patterns:
            for match in pattern.finditer(text):
                if all(match.end() <= one.start or match.start() >= one.end for one in found):
                    days = MEANS[kind](self, match.groupdict(), published)
                    found += [Days(match.start(), match.end(), kind, *days)] if days else []
        return sorted(found)

    def day(self, words: str, published: date) -> date | None:
        """Return the most recent day that a weekday or a date may mean; None = there is no such day."""
        for number, weekday in enumerate(self.weekdays):
            if weekday.search(words):
                return published - (published.weekday() - number) % WEEK * DAY
        for number, month in enumerate(self.months, start=1):
            if month.search(words):
                return self._dated(words, number, published)
        return published - DAY

    def _dated(self, words: str, month: int, published: date) -> date | None:
        digits = [int(number) for number in re.findall(r"\d+", words)]
        day = next((number for number in digits if number <= 31), None)  # noqa: PLR2004 (days of a month)
        year = next((number for number in digits if number > 31), None)  # noqa: PLR2004
        try:
            found = date(year or published.year, month, day or 0)
            if not year and found > published + WEEK * DAY:
                found = found.replace(year=published.year - 1)
        except ValueError:
            return None
        return found

    def number(self, word: str) -> int:
        """Return a number written in digits or in a word; 0 = unknown."""
        for words in (self.numbers, self.ordinals):
            if word.lower() in words:
                return words.index(word.lower()) + 1
        digits = re.sub(r"\D", "", word)
        return int(digits) if digits else 0


Span = tuple[date | None, date | None] | None


def _between(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    first, last = calendar.day(parts["a"], published), calendar.day(parts["b"], published)
    if first is None or last is None:
        return None
    return (first if first <= last else first - WEEK * DAY), last


def _window(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    number = calendar.number(parts["n"])
    return (published - (number - 1) * DAY, published) if 0 < number < 366 else None  # noqa: PLR2004


def _ago(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    day = published - min(calendar.number(parts["n"]), 366) * DAY
    return day, day


def _since(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    first = calendar.day(parts["a"], published)
    if first is None and not re.search(r"\d", parts["a"]):
        return _month(calendar, parts, published)[0], published
    return (first, published) if first else None


def _hours(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    hours = calendar.number(parts.get("n") or "24")
    return published - min(-(-hours // 24), 366) * DAY, published


def _last_week(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    monday = published - (published.weekday() + WEEK) * DAY
    return monday, monday + (WEEK - 1) * DAY


def _this_month(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    return published.replace(day=1), published


def _month(calendar: Calendar, parts: Mapping[str, str], published: date) -> tuple[date, date]:
    """Return the last month of that name that has begun; without a name the month before."""
    first = (published.replace(day=1) - DAY).replace(day=1)
    for number, month in enumerate(calendar.months, start=1):
        if parts["a"] and month.search(parts["a"]):
            year = published.year - (number > published.month)
            first = date(year, number, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    return first, min(last, published)


def _one(calendar: Calendar, parts: Mapping[str, str], published: date) -> Span:
    day = calendar.day(parts["a"], published)
    return (day, day) if day else None


def _weekend(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    saturday = published - (published.weekday() - SATURDAY) % WEEK * DAY
    return saturday, min(saturday + DAY, published)


def _week(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    monday = published - published.weekday() * DAY
    return monday, max(monday, published - DAY)


def _this_week(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    return published - published.weekday() * DAY, published


def _yesterday(_: Calendar, __: Mapping[str, str], published: date) -> Span:
    return published - DAY, published - DAY


MEANS: Final[Mapping[str, Callable[[Calendar, Mapping[str, str], date], Span]]] = {
    "between": _between,
    "window": _window,
    "nth": _window,
    "hours": _hours,
    "lastweek": _last_week,
    "thismonth": _this_month,
    "month": _month,
    "since": _since,
    "weekend": _weekend,
    "week": _this_week,
    "earlierweek": _week,
    "long": lambda _, __, published: (None, published),
    "overnight": lambda _, __, published: (published - DAY, published),
    "ago": _ago,
    "lastnight": _yesterday,
    "today": lambda _, __, published: (published, published),
    "date": _one,
    "weekday": _one,
    "undated": lambda _, __, ___: (None, None),
}


@cache
def load_calendar(language: str) -> Calendar:
    """Return the words for days of a language that has cues."""
    table = cue_table(language)
    words: dict[str, Any] = table["days"]
    month = "|".join(words["months"])
    fill = {
        "{w}": f"(?:{'|'.join(words['weekdays'])})",
        "{m}": f"(?:{month})",
        "{date}": rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{month})(?:,? \d{{4}})?"
        rf"|(?:{month}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?)",
        "{n}": rf"(?:\d+|{'|'.join(words['numbers'])})",
        "{nth}": rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(words['ordinals'])})",
        "{time}": words["times"],
    }
    return Calendar(
        weekdays=_each(words["weekdays"]),
        months=_each(words["months"]),
        numbers=tuple(words["numbers"]),
        ordinals=tuple(words["ordinals"]),
        patterns=tuple((cue["kind"], whole_words(_filled(cue["words"], fill))) for cue in table["day"]),
    )


def _each(words: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(whole_words, words))


def _filled(pattern: str, fill: Mapping[str, str]) -> str:
    for name, words in fill.items():
        pattern = pattern.replace(name, words)
    return pattern
