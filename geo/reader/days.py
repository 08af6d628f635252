"""Days in a sentence: "on Sunday", "over the last three days", "since 15 August"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from geo.reader.cue_files import cue_table, whole_words
from geo.reader.day_kinds import DAY, MEANS, WEEK


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
        return _anchored(sorted(found), published)

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


def _anchored(found: list[Days], published: date) -> list[Days]:
    """Return the days, "a day later" counted from those before; without any it says nothing."""
    kept: list[Days] = []
    for one in found:
        if one.kind not in {"later", "dayafter"}:
            kept.append(one)
        elif one.first and kept and (last := kept[-1].last):
            step = one.first - published
            day = last + step if one.kind == "later" else last - step
            kept.append(one._replace(first=day, last=day))
    return kept


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
