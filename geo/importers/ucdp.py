"""A UCDP GED export: events between two sides are `fighting`, one-sided violence is `attacked`.

Columns and codes as in the GED codebook: where_prec 1 = the exact place, 2 = within 25 km, 3 = the district,
4 and more = the province or wider; date_prec 1 = the day, 2 = two to six days, 3 = the week, 4 and 5 longer;
type_of_violence 3 = one-sided, by side A. GED has no transfers of territory.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geo.importers.cell_values import Row, day_of, degrees, filled, no_day
from geo.importers.events import AREA, EXACT, NEAR, NO_ATTACKER, PROVINCE, Event, Events, Layout, read_events
from geo.reading import LATITUDES, LONGITUDES, Claim, Problem, rule

NEEDED: Final = (
    "id", "type_of_violence", "side_a", "side_b", "source_article", "where_coordinates", "adm_1", "adm_2",
    "latitude", "longitude", "date_start", "date_end",
)  # fmt: skip
HELPFUL: Final = (
    "source_headline",
    "source_original",
    "source_office",
    "where_prec",
    "date_prec",
    "where_description",
)
DATASET: Final = "UCDP GED"
ONE_SIDED: Final = "3"
PRECISIONS: Final = {"1": EXACT, "2": NEAR, "3": AREA}
DAYS_KNOWN: Final = ("1", "2")


def read_ucdp(file: str, data: bytes) -> Events:
    """Read an export.

    Raises
    ------
    DataError
        If the file is broken or lacks a column.
    """
    return read_events(LAYOUT, file, data)


def missing_in(file: str, row: Row) -> Iterator[Problem]:
    """Yield what an event needs and this row lacks."""
    for name in ("date_start", "date_end"):
        if day_of(row[name]) is None:
            yield no_day(file, row, name)
    if not words_of(row):
        yield Problem(file, row["row"], "source_headline", "", rule("no_headline"))
    if not row["id"]:
        yield Problem(file, row["row"], "id", "", rule("empty"))


def words_of(row: Row) -> str:
    """Return the words that GED has from the source: its headline, else its citation."""
    return str(row["source_headline"] or row["source_article"])


def days_of(row: Row) -> tuple[date | None, date]:
    """Return first and last day; a long window gets no lower bound, so that it marks only its last day."""
    start, end = day_of(row["date_start"]), day_of(row["date_end"])
    assert end is not None  # noqa: S101 (asked before)
    known = (row["date_prec"] or "1") in DAYS_KNOWN and start is not None and start <= end
    return (start if known else None), end


def source_of(row: Row) -> str:
    """Return the source as GED names it, the original one first."""
    named = filled(row, "source_original", "source_office", "source_article")
    return named[0] if named else DATASET


def event_of(row: Row) -> Event:
    """Return the row as an event."""
    start, end = days_of(row)
    party = row["side_a"] if row["type_of_violence"] == ONE_SIDED else ""
    return Event(
        row=row["row"],
        event_id=row["id"],
        claim=Claim.ATTACKED if party else Claim.FIGHTING,
        party=party,
        actors=filled(row, "side_a", "side_b"),
        places=filled(row, "adm_2", "where_coordinates"),
        province=row["adm_1"],
        precision=PRECISIONS.get(row["where_prec"] or "2", PROVINCE),
        lon=degrees(row["longitude"], LONGITUDES),
        lat=degrees(row["latitude"], LATITUDES),
        day_from=start,
        day_to=end,
        date_basis=f"UCDP date_prec {row['date_prec'] or 'not given'}",
        source=source_of(row),
        notes=words_of(row),
        doubt=NO_ATTACKER if row["type_of_violence"] == ONE_SIDED and not party else "",
    )


def nothing_left_out(_: Row) -> str:
    """Return "": every GED event is about fighting."""
    return ""


LAYOUT: Final = Layout(DATASET, NEEDED, HELPFUL, nothing_left_out, missing_in, event_of)
