"""An event from another dataset, before it is placed on this map."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

import pandas as pd

from geo.reading import Claim, Problem, day_in_words, read_day, read_table

Row = dict[str, Any]

EXACT: Final = "exact"
AREA: Final = "area"
PROVINCE: Final = "province"
"""How precisely the table gives the place: a point, an area such as a district, or only its province."""


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
        `EXACT`, `AREA` or `PROVINCE`.
    lon, lat
        Degrees, EPSG:4326; None = not given.
    party
        Who captured or attacked; "" = the claim has no party.
    actors
        Everyone the row names as taking part.
    day_from, day_to
        Inclusive; None = no lower bound.
    source, notes
        As the table has them.
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


class Events(NamedTuple):
    """The events about fighting or control, the rows that cannot be read, and the rest.

    Attributes
    ----------
    skipped
        Kind of event -> how many rows were skipped because it is about neither.
    """

    dataset: str
    file: str
    events: list[Event]
    problems: list[Problem]
    skipped: dict[str, int]


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
    for row in rows_of(table.cells):
        if kind := layout.left_out(row):
            skipped[kind] += 1
        elif missing := list(layout.missing_in(file, row)):
            problems += missing
        else:
            events.append(layout.event_of(row))
    return Events(layout.dataset, file, events, problems, dict(skipped))


def rows_of(cells: pd.DataFrame) -> Iterator[Row]:
    """Yield each record as column -> text, and its line as `row`."""
    for row in cells.reset_index().to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def filled(row: Row, *names: str) -> tuple[str, ...]:
    """Return the cells of these columns that are not empty."""
    return tuple(row[name] for name in names if row[name])


def day_of(text: str) -> date | None:
    """Return the day in a cell, month names included ("05 September 2021"); None = no day."""
    named = day_in_words(text).rstrip("?")
    return date.fromisoformat(named) if named else read_day(text).day


def degrees(text: str) -> float | None:
    """Return a coordinate; None = not a number."""
    try:
        return float(text)
    except ValueError:
        return None
