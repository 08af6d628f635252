"""An ACLED export: battles are `fighting`, attacks `attacked`, transfers of territory `captured`.

Columns and codes as in the ACLED codebook: geo_precision 1 = the exact place, 2 = near it or the district,
3 = the region; time_precision 1 = the day, 2 = the week, 3 = the month. The actors' order means nothing.
"""

from collections.abc import Iterator
from typing import Final

from geo.importers.cell_values import Row, day_basis, day_of, degrees, filled, no_day
from geo.importers.events import EXACT, NEAR, NO_ATTACKER, PROVINCE, Event, Events, Layout, read_events
from geo.reading import LATITUDES, LONGITUDES, Claim, Problem, rule

NEEDED: Final = (
    "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "admin1", "admin2",
    "location", "latitude", "longitude", "source", "notes",
)  # fmt: skip
HELPFUL: Final = ("time_precision", "geo_precision", "inter1", "inter2", "admin3")

OVERTAKES: Final = "Non-state actor overtakes territory"
REGAINS: Final = "Government regains territory"
TRANSFER: Final = "Non-violent transfer of territory"
CAPTURES: Final = (OVERTAKES, REGAINS, TRANSFER)
CLAIMS: Final = {
    "Battles": Claim.FIGHTING,
    "Explosions/Remote violence": Claim.ATTACKED,
    "Violence against civilians": Claim.ATTACKED,
}
STATE_FORCES: Final = ("1", "state forces")
PRECISIONS: Final = {"1": EXACT, "2": NEAR, "3": PROVINCE}
TIMES: Final = {"1": "the day", "2": "the week", "3": "the month"}


def read_acled(file: str, data: bytes) -> Events:
    """Read an export.

    Raises
    ------
    DataError
        If the file is broken or lacks a column.
    """
    return read_events(LAYOUT, file, data)


def kind_left_out(row: Row) -> str:
    """Return the kind of an event that says nothing about fighting or control, "" = it does."""
    return "" if claim_of(row) else row["event_type"] or "no type"


def claim_of(row: Row) -> Claim | None:
    """Return what the event says, None = nothing about fighting or control."""
    return Claim.CAPTURED if row["sub_event_type"] in CAPTURES else CLAIMS.get(row["event_type"])


def missing_in(file: str, row: Row) -> Iterator[Problem]:
    """Yield what an event needs and this row lacks."""
    if day_of(row["event_date"]) is None:
        yield no_day(file, row, "event_date")
    if not row["notes"]:
        yield Problem(file, row["row"], "notes", "", rule("no_notes"))
    if not row["event_id_cnty"]:
        yield Problem(file, row["row"], "event_id_cnty", "", rule("empty"))
    if claim_of(row) is Claim.CAPTURED and not party_of(row):
        yield Problem(file, row["row"], "actor1", "", rule("no_captor"))


def event_of(row: Row) -> Event:
    """Return the row as an event; a place known only by its region has no district name."""
    claim, day = claim_of(row), day_of(row["event_date"])
    assert claim and day  # noqa: S101, PT018 (asked before)
    time = row["time_precision"] or "1"
    party = "" if claim is Claim.FIGHTING else party_of(row)
    return Event(
        row=row["row"],
        event_id=row["event_id_cnty"],
        claim=claim if party else Claim.FIGHTING,
        party=party,
        actors=filled(row, "actor1", "actor2"),
        places=filled(row, "admin2", "admin3", "location"),
        province=row["admin1"],
        precision=PRECISIONS.get(row["geo_precision"], NEAR),
        lon=degrees(row["longitude"], LONGITUDES),
        lat=degrees(row["latitude"], LATITUDES),
        day_from=day if time == "1" else None,
        day_to=day,
        date_basis=day_basis(f"ACLED time_precision {time}: {TIMES.get(time, 'unknown')}", row["event_date"]),
        source=row["source"] or "ACLED",
        notes=row["notes"],
        doubt="" if party or claim is Claim.FIGHTING else NO_ATTACKER,
    )


def party_of(row: Row) -> str:
    """Return who took the place or attacked: by the kind of event where actors have no direction."""
    second_is_state = row["inter2"].lower() in STATE_FORCES
    first_is_state = row["inter1"].lower() in STATE_FORCES
    swapped = {
        OVERTAKES: first_is_state and not second_is_state,
        REGAINS: second_is_state and not first_is_state,
    }
    other = swapped.get(row["sub_event_type"], False) and row["actor2"]
    return str(row["actor2"] if other else row["actor1"])


LAYOUT: Final = Layout("ACLED", NEEDED, HELPFUL, kind_left_out, missing_in, event_of)
