"""What each kind of words about days means, as seen from the day on which they were published."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.days import Calendar

DAY: Final = timedelta(days=1)
WEEK: Final = 7
SATURDAY: Final = 5

Span = tuple[date | None, date | None] | None


def _between(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    first, last = calendar.day(parts["a"], published), calendar.day(parts["b"], published)
    if first is None or last is None:
        return None
    return (first if first <= last else first - WEEK * DAY), last


def _window(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    number = calendar.number(parts["n"])
    return (published - (number - 1) * DAY, published) if 0 < number < 366 else None  # noqa: PLR2004


def _pair(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    last, first = calendar.day(parts["a"], published), calendar.number(parts["n"])
    return (last.replace(day=first), last) if last and 0 < first < last.day else None


def _since_year(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    month = next((n for n, one in enumerate(calendar.months, 1) if one.search(parts["a"] or "")), 1)
    first = date(int(parts["y"]), month, 1)
    return (first, published) if first <= published else None


def _later(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    day = published + min(calendar.number(parts["n"] or "1"), 366) * DAY
    return day, day


def _ago(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    day = published - min(calendar.number(parts["n"]), 366) * DAY
    return day, day


def _since(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    first = calendar.day(parts["a"], published)
    if first is None and not re.search(r"\d", parts["a"]):
        return _month(calendar, parts, published)[0], published
    return (first, published) if first else None


def _hours(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    hours = calendar.number(parts.get("n") or "24")
    return published - min(-(-hours // 24), 366) * DAY, published


def _last_week(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    monday = published - (published.weekday() + WEEK) * DAY
    return monday, monday + (WEEK - 1) * DAY


def _this_month(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    return published.replace(day=1), published


def _month(calendar: "Calendar", parts: Mapping[str, str], published: date) -> tuple[date, date]:
    """Return the last month of that name that has begun; without a name the month before."""
    first = (published.replace(day=1) - DAY).replace(day=1)
    for number, month in enumerate(calendar.months, start=1):
        if parts["a"] and month.search(parts["a"]):
            year = published.year - (number > published.month)
            first = date(year, number, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    return first, min(last, published)


def _one(calendar: "Calendar", parts: Mapping[str, str], published: date) -> Span:
    day = calendar.day(parts["a"], published)
    return (day, day) if day else None


def _weekend(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    saturday = published - (published.weekday() - SATURDAY) % WEEK * DAY
    return saturday, min(saturday + DAY, published)


def _week(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    monday = published - published.weekday() * DAY
    return monday, max(monday, published - DAY)


def _this_week(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    return published - published.weekday() * DAY, published


def _yesterday(_: "Calendar", __: Mapping[str, str], published: date) -> Span:
    return published - DAY, published - DAY


MEANS: Final[Mapping[str, Callable[["Calendar", Mapping[str, str], date], Span]]] = {
    "between": _between,
    "window": _window,
    "nth": _window,
    "pair": _pair,
    "sinceyear": _since_year,
    "later": _later,
    "dayafter": _later,
    "pastweek": lambda _, __, published: (published - (WEEK - 1) * DAY, published),
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
