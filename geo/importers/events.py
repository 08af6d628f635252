"""An event from another dataset, before it is placed on this map."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

import pandas as pd

from geo.reading import WITH_TIME, Claim, Problem, day_in_words, read_day, read_table, rule

Row = dict[str, Any]

EXACT: Final = "exact"
NEAR: Final = "near"
AREA: Final = "area"
PROVINCE: Final = "province"
"""How precisely the table gives the place: a point, a point some way off, an area such as a district, or
only its province. The coordinates of `NEAR` may lie in the next area, those of `PROVINCE` anywhere in it."""

NO_ATTACKER: Final = "the table does not say who attacked"


class Event(NamedTuple):
    """One row of a table of events.

    Attributes
    ----------
    row
        Line in the file.
    places
        Names of the place that may be an area, the likeliest first.
    province
        Name of the unit above the area.
    precision
        `EXACT`, `NEAR`, `AREA` or `PROVINCE`.
    lon, lat
        Degrees, EPSG:4326; None = not given.
    party
        Who captured or attacked, as the table has it; "" = the claim has no party.
    actors
        Everyone the row names as taking part.
    day_from, day_to
        Inclusive; None = no lower bound.
    source, notes
        As the table has them.
    doubt
        What a reader should know about the claim; "" = nothing.
    """

    row: int
    event_id: str
    claim: Claim
    party: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    province: str
    precision: str
    lon: float | None
    lat: float | None
    day_from: date | None
    day_to: date
    date_basis: str
    source: str
    notes: str
    doubt: str = ""


class Events(NamedTuple):
    """The events about fighting or control, the rows that cannot be read, and the rest.

    Attributes
    ----------
    rows
        How many the table has: each is an event, has a problem, or was skipped.
    skipped
        Kind of event -> how many rows were skipped because it is about neither.
    """

    dataset: str
    file: str
    events: list[Event]
    problems: list[Problem]
    skipped: dict[str, int]
    rows: int


class Layout(NamedTuple):
    """How the table of one dataset is read.

    Attributes
    ----------
    needed, helpful
        Required columns, and optional ones.
    left_out
        The kind of an event that says nothing about fighting or control, "" = it does.
    missing_in
        What an event needs and this row lacks.
    event_of
        The event of a row that lacks nothing.
    """

    dataset: str
    needed: tuple[str, ...]
    helpful: tuple[str, ...]
    left_out: Callable[[Row], str]
    missing_in: Callable[[str, Row], Iterator[Problem]]
    event_of: Callable[[Row], Event]


def read_events(layout: Layout, file: str, data: bytes) -> Events:
    """Read an export.

    Raises
    ------
    DataError
        If the file is broken or lacks a column.
    """
    table = read_table(file, data, [*layout.needed, *layout.helpful], optional=layout.helpful)
    events, problems = [], list(table.problems)
    skipped: Counter[str] = Counter()
    first: dict[tuple[str, str], int] = {}
    for row in rows_of(table.cells):
        if kind := layout.left_out(row):
            skipped[kind] += 1
        elif missing := list(layout.missing_in(file, row)):
            problems += missing
        else:
            event = layout.event_of(row)
            other = first.setdefault((event.event_id, event.source), event.row)
            if other == event.row:
                events.append(event)
            else:
                problems.append(_repeated(layout, file, event, other))
    rows = len(table.cells) + len({problem.row for problem in table.problems})
    return Events(layout.dataset, file, events, problems, dict(skipped), rows)


def _repeated(layout: Layout, file: str, event: Event, other: int) -> Problem:
    """Return the problem that a row has the id of another."""
    return Problem(file, event.row, layout.needed[0], event.event_id, rule("twice"), f"row {other} has it")


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
