"""Every string on screen: one folder a language, one file a family, dates and plurals by Babel."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

FOLDER: Final = Path(__file__).parent
ENGLISH: Final = "en"
PLURAL_FORMS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})

Entry: TypeAlias = str | Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Words:
    """The interface strings of one language.

    Parameters
    ----------
    language
        Folder name and BCP 47 tag, ``en``.
    entries
        Dotted key to a string, or to one string a plural form (a table that has ``other``).
    """

    language: str
    entries: Mapping[str, Entry]

    def say(self, key: str, **values: object) -> str:
        """Return the string of `key` with `values` put in; `count` chooses the plural form.

        Raises
        ------
        KeyError
            When no language has the key: a mistake of the caller.
        """
        entry = self.entries[key]
        if not isinstance(entry, str):
            count = values["count"]
            form = self.locale.plural_form(count if isinstance(count, int) else 0)
            entry = entry.get(form, entry["other"])
        return entry.format_map(values) if values else entry

    def has(self, key: str) -> bool:
        """Return whether the language, or English, has `key`."""
        return key in self.entries

    @property
    def locale(self) -> Locale:
        """The locale of dates and plurals."""
        return _locale(self.say("dates.locale"))

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.locale.text_direction)

    def day(self, day: date) -> str:
        """Return the day in full: ``Sunday 5 September 2021``."""
        return self._date(day, "full")

    def short_day(self, day: date) -> str:
        """Return the day as cards have it: ``5 Sep``."""
        return self._date(day, "short")

    def plain_day(self, day: date) -> str:
        """Return day and month in a sentence: ``5 September``."""
        return self._date(day, "plain")

    def days(self, first: date, last: date) -> str:
        """Return a span of days, both included: ``5 Sep``, ``5–6 Sep``, ``30 Aug – 4 Sep``."""
        if first == last:
            return self.short_day(last)
        if (first.year, first.month) == (last.year, last.month):
            opening = self._date(first, "same_month")
            return self.say("dates.span_in_month", first=opening, last=self.short_day(last))
        return self.say("dates.span", first=self.short_day(first), last=self.short_day(last))

    def list(self, items: Sequence[str]) -> str:
        """Return ``a, b and c``."""
        return str(format_list(list(items), locale=self.say("dates.list_locale")))

    def _date(self, day: date, pattern: str) -> str:
        return str(format_date(day, self.say(f"dates.{pattern}"), locale=self.locale))


@cache
def load_words(language: str = ENGLISH) -> Words:
    """Return the words of `language`; what it lacks is said in English.

    Raises
    ------
    ValueError
        When there is no folder of that language.
    """
    if language not in languages():
        message = f"no words for language {language!r}; there are: {', '.join(languages())}"
        raise ValueError(message)
    return Words(language, {**_entries(ENGLISH), **_entries(language)})


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a folder of words."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.toml"))))


def _entries(language: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        found.update(_flat(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))))
    return found


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, str) or set(value) <= PLURAL_FORMS:
            yield key, value
        else:
            yield from _flat(key, value)


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)
