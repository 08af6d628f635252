"""Days as editors and spreadsheets write them: read if unambiguous, refused if they could be two days."""

import re
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from geo.reading.errors import rule

YEARS: Final = (1800, 2200)
"""First and last year that a day may have."""

MONTHS: Final = 12

ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
WITH_TIME: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?"
)
SLASHED: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
WITH_MONTH_NAME: Final = ("%d-%b-%y", "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
SERIAL: Final = re.compile(r"\d{5}(?:\.0+)?")
SERIAL_ZERO: Final = date(1899, 12, 30)
"""Day 0 of the day numbers that spreadsheets store."""

NOT_A_DAY: Final = rule("no_day")
NO_SUCH_DAY: Final = rule("no_such_day")
AMBIGUOUS: Final = rule("two_days")
A_TIME: Final = rule("time_of_day")
A_SERIAL: Final = rule("day_number")
OTHER_CALENDAR: Final = rule("other_calendar", first=YEARS[0], last=YEARS[1])


DAY_RULES: Final = (NOT_A_DAY, NO_SUCH_DAY, AMBIGUOUS, A_TIME, A_SERIAL, OTHER_CALENDAR)


class Reading(NamedTuple):
    """A cell read as a day: the day, or the rule that it breaks and what it may have meant."""

    day: date | None
    rule: str = ""
    suggestion: str = ""


def read_day(cell: str) -> Reading:
    """Return the day in a cell; an empty cell has no day and breaks no rule."""
    text = cell.strip()
    if not text:
        return Reading(None)
    if match := ISO.fullmatch(text) or YEAR_FIRST.fullmatch(text):
        return calendar_day(*map(int, match.groups()))
    if match := WITH_TIME.fullmatch(text):
        return without_time(*match.groups())
    if match := SLASHED.fullmatch(text):
        return slashed(*map(int, match.groups()))
    if SERIAL.fullmatch(text):
        day = SERIAL_ZERO + timedelta(days=int(float(text)))
        return Reading(None, A_SERIAL, f"{day} by that count")
    return Reading(None, NOT_A_DAY, day_in_words(text))


def day_in_words(text: str) -> str:
    """Return the day of a date with an English month name, as a suggestion; "" = none."""
    for pattern in WITH_MONTH_NAME:
        try:
            return f"{datetime.strptime(text[:40], pattern).date()}?"  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return ""


def calendar_day(year: int, month: int, day: int) -> Reading:
    """Return the day, or why there is no such day."""
    if not YEARS[0] <= year <= YEARS[1]:
        return Reading(None, OTHER_CALENDAR)
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return Reading(None, NO_SUCH_DAY)


def without_time(day: str, time: str, zone: str | None) -> Reading:
    """Return the day of a spreadsheet's midnight; any other time or zone could be another day."""
    if time.strip("0:.") == "" and zone is None:
        return calendar_day(*map(int, day.split("-")))
    return Reading(None, A_TIME, f"{day}?")


def slashed(first: int, second: int, year: int) -> Reading:
    """Return the day of 25/9/2021, which can only be read one way; refuse 5/9/2021, which can be read two."""
    if first == second or first > MONTHS:
        return calendar_day(year, second, first)
    if second > MONTHS:
        return calendar_day(year, first, second)
    return Reading(None, AMBIGUOUS, f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}?")
