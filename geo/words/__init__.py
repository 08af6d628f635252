"""Every string on screen: a folder per language, a file per group of strings; dates, plurals by Babel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Final

import jdatetime
from babel import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list

from geo.words.files import Entry, entries_of, languages
from geo.words.hidden import one_line, visible

__all__ = ["ENGLISH", "Words", "languages", "load_words", "one_line", "visible"]

ENGLISH: Final = "en"


@dataclass(frozen=True, eq=False)
class Words:
    """The interface strings of one language.

    Parameters
    ----------
    language
        Folder name and BCP 47 tag, ``en``.
    entries
        Dotted key to a string, or to one string per plural form (a table that has ``other``).
    """

    language: str
    entries: Mapping[str, Entry]

    def say(self, key: str, **values: object) -> str:
        """Return the string of `key` with `values` put in; `count` chooses the plural form.

        Raises
        ------
        KeyError
            If neither the language nor English has the key: a mistake of the caller.
        """
        entry = self.entries[key]
        if not isinstance(entry, str):
            count = values["count"]
            form = self.locale.plural_form(count if isinstance(count, int) else 0)
            entry = entry.get(form, entry["other"])
        return entry.format_map(self._in_digits(values)) if values else entry

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
        """Return the day in full, ``Sunday 5 September 2021``; in Dari with the Solar Hijri date."""
        return self._with_solar(day, self._date(day, "full"))

    def short_day(self, day: date, *, year: bool = False) -> str:
        """Return the day as shown on cards: ``5 Sep``, or ``5 Sep 2021``."""
        return self._date(day, "short_in_year" if year else "short")

    def plain_day(self, day: date) -> str:
        """Return day and month for a sentence: ``5 September``."""
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
        """Return ``a, b and c``, as CLDR has it; without its direction marks, which the page would show."""
        return format_list(items, locale=_locale(self.say("dates.list_locale"))).replace("\u200f", "")

    def clauses(self, said: Sequence[str]) -> str:
        """Return ``a, b, and c``, as CLDR has it: for clauses, which may have commas of their own."""
        return format_list(said, locale=self.locale).replace("\u200f", "")

    def spelled(self, number: int) -> str:
        """Return a small number as a word, ``three``; a greater one in digits, in groups of three."""
        words = self.say("dates.numbers").split()
        return words[number] if number < len(words) else self.grouped(number)

    def number(self, number: int) -> str:
        """Return the number in the language's digits."""
        return str(number).translate(self._digits)

    def grouped(self, number: int) -> str:
        """Return the number in the language's digits, in groups of three."""
        mark = "٬" if self.direction == "rtl" else ","
        return f"{number:,}".replace(",", mark).translate(self._digits)

    def calendar(self) -> dict[str, Any]:
        """Return what the painting script needs to write dates and numbers as `day` and `number` do."""
        solar = (
            {"pattern": self.say("dates.with_solar"), "months": self._solar_months} if self._solar else None
        )
        return {
            "months": [get_month_names("wide", locale=self.locale)[month] for month in range(1, 13)],
            "short": [get_month_names("abbreviated", locale=self.locale)[month] for month in range(1, 13)],
            "patterns": {"long": self.say("dates.long"), "short": self.say("dates.plain")}
            | {"month": self.say("dates.month"), "number": self.say("dates.same_month")},
            "digits": self.say("dates.digits"),
            "solar": solar,
        }

    @property
    def _solar(self) -> bool:
        return self.has("dates.solar_months")

    @property
    def _solar_months(self) -> Sequence[str]:
        return self.say("dates.solar_months").split()

    @cached_property
    def _digits(self) -> dict[int, str]:
        return {ord("0") + digit: shown for digit, shown in enumerate(self.say("dates.digits"))}

    def _in_digits(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return values with their numbers in digits: counts in groups of three, and not, say, years."""
        written = {name: self.grouped if name == "count" else self.number for name in values}
        return {name: written[name](one) if type(one) is int else one for name, one in values.items()}

    def _with_solar(self, day: date, said: str) -> str:
        if not self._solar:
            return said
        solar = jdatetime.date.fromgregorian(date=day)
        values = {"solar_day": solar.day, "solar_year": solar.year}
        month = self._solar_months[solar.month - 1]
        return self.say("dates.with_solar", day=said, solar_month=month, **values)

    def _date(self, day: date, pattern: str) -> str:
        said = str(format_date(day, self.say(f"dates.{pattern}"), locale=self.locale))
        return said.translate(self._digits)


@cache
def load_words(language: str = ENGLISH) -> Words:
    """Return the words of `language`, in English where it lacks them.

    Raises
    ------
    ValueError
        If there is no folder for that language.
    """
    if language not in languages():
        message = f"no words for language {language!r}; there are: {', '.join(languages())}"
        raise ValueError(message)
    return Words(language, {**entries_of(ENGLISH), **entries_of(language)})


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)
