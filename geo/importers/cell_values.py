"""What a cell of somebody's table says: a day, a coordinate."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from geo.reading import WITH_TIME, Problem, day_in_words, read_day, rule

Row = dict[str, Any]


def rows_of(cells: pd.DataFrame) -> Iterator[Row]:
    """Yield each record as column -> text, and its line as `row`."""
    for row in cells.reset_index().to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def filled(row: Row, *names: str) -> tuple[str, ...]:
    """Return the cells of these columns that are not empty."""
    return tuple(row[name] for name in names if row[name])


def day_of(text: str) -> date | None:
    """Return the day in a cell, also in words ("05 September 2021") or with a time; None = no day."""
    timed = WITH_TIME.fullmatch(text.strip())
    day = timed[1] if timed else text
    if found := read_day(day).day:  # nearly every cell, and far quicker than words
        return found
    named = day_in_words(day).rstrip("?")
    return date.fromisoformat(named) if named else None


def no_day(file: str, row: Row, name: str) -> Problem:
    """Return the problem that a cell is not a day, with what it may have meant."""
    return Problem(file, row["row"], name, row[name], rule("no_event_day"), read_day(row[name]).suggestion)


def day_basis(told: str, written: str) -> str:
    """Return why an event has its day, with the cell where that names a time other than midnight."""
    timed = WITH_TIME.fullmatch(written.strip())
    return f"{told}; written {written}" if timed and timed[2].strip("0:.") else told


def degrees(text: str, limits: tuple[float, float]) -> float | None:
    """Return a coordinate; None = no number within the limits."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if limits[0] <= found <= limits[1] else None
