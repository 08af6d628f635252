"""An event from another dataset, before it is placed on this map."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from geo.importers.cell_values import Row, rows_of
from geo.reading import Claim, Problem, read_table, rule

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
