"""The days of a row, as they are typed in one field and as they are read."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.words import Words

UP_TO: Final = ".."
"""Between the first day and the last; without a first one, in front: no lower bound."""

HALF_A_YEAR: Final = timedelta(days=183)


def typed(row: "Mapping[str, str]") -> str:
    """Return a row's days as they are typed; "" = undated."""
    first, last = row["date_from"], row["date_to"]
    return last if first == last else f"{first}{UP_TO}{last}"


def read(text: str, near: date) -> tuple[str, str]:
    """Return `date_from` and `date_to` of what was typed, "" = none.

    ``5`` is one day, ``3..5`` or ``3-5`` several, ``..5`` up to that day, nothing undated. A day is written
    in full, or as a number, or as day and month (``31.8``), and is then the one nearest to `near`.

    Raises
    ------
    ValueError
        If it is no day, or the first is after the last.
    """
    plain = text.strip()
    if not plain:
        return "", ""
    parted = UP_TO if UP_TO in plain else "-" if not re.search(r"\d{4}", plain) else UP_TO
    first, there, last = plain.partition(parted)
    days = [_day(one.strip(), near) if one.strip() else "" for one in (first, last if there else first)]
    if not days[1] or days[0] > days[1]:
        raise ValueError(text)
    return days[0], days[1]


def _day(text: str, near: date) -> str:
    """Return one day, ISO 8601."""
    if match := re.fullmatch(r"(\d{1,2})(?:[./](\d{1,2}))?", text):
        day, month = int(match[1]), int(match[2] or 0)
        return min(_nearest(day, month, near), key=lambda one: abs(one - near)).isoformat()
    return date.fromisoformat(text).isoformat()


def _nearest(day: int, month: int, near: date) -> list[date]:
    """Return the days of that number (and month, 0 = any) within half a year."""
    around = (near + timedelta(days=number) for number in range(-HALF_A_YEAR.days, HALF_A_YEAR.days))
    found = [one for one in around if one.day == day and month in (0, one.month)]
    if not found:
        raise ValueError(f"{day}.{month}")
    return found


def said(row: "Mapping[str, str]", words: "Words") -> str:
    """Return a row's days in words."""
    first, last = row["date_from"], row["date_to"]
    try:
        if not last:
            return first or words.say("desk.days.none")
        if not first:
            return words.say("desk.days.up_to", day=words.plain_day(date.fromisoformat(last)))
        if first == last:
            return words.plain_day(date.fromisoformat(last))
        return words.days(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return typed(row)
