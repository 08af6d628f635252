"""An ACLED export: battles are `fighting`, attacks `attacked`, transfers of territory `captured`.

Columns and codes as in the ACLED codebook: geo_precision 1 = the exact place, 2 = near it or the district,
3 = the region; time_precision 1 = the day, 2 = the week, 3 = the month. Actors imply no direction.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from geo.errors import Problem
from geo.importers.events import AREA, EXACT, PROVINCE, Event, Events, day_of, degrees, rows_of
from geo.rules import rule
from geo.tables import read_table
from geo.vocabulary import Claim

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
PRECISIONS: Final = {"1": EXACT, "2": AREA, "3": PROVINCE}
TIMES: Final = {"1": "the day", "2": "the week", "3": "the month"}


def read_acled(file: str, data: bytes) -> Events:
    """Read an export.

    Raises
    ------
    DataError
        If the file is broken or lacks a column.
    """
    table = read_table(file, data, [*NEEDED, *HELPFUL], optional=HELPFUL)
    events, problems = [], list(table.problems)
    skipped: Counter[str] = Counter()
    for row in rows_of(table.cells):
        claim = claim_of(row)
        if claim is None:
            skipped[row["event_type"]] += 1
        elif missing := list(missing_in(file, row)):
            problems += missing
        else:
            events.append(event_of(row, claim))
    return Events("ACLED", file, events, problems, dict(skipped))


def claim_of(row: dict[str, Any]) -> Claim | None:
    """Return what the event says, None = nothing of fighting or control."""
    return Claim.CAPTURED if row["sub_event_type"] in CAPTURES else CLAIMS.get(row["event_type"])


def missing_in(file: str, row: dict[str, Any]) -> Iterator[Problem]:
    """Yield what an event needs and this row does not have."""
    if day_of(row["event_date"]) is None:
        yield Problem(file, row["row"], "event_date", row["event_date"], rule("no_event_day"))
    if not row["notes"]:
        yield Problem(file, row["row"], "notes", "", rule("no_notes"))
    if not row["event_id_cnty"]:
        yield Problem(file, row["row"], "event_id_cnty", "", rule("empty"))


def event_of(row: dict[str, Any], claim: Claim) -> Event:
    """Return the row as an event; a place known only by its region keeps no name of a district."""
    day = day_of(row["event_date"])
    assert day is not None  # noqa: S101 (missing_in was asked before)
    time = row["time_precision"] or "1"
    return Event(
        row=row["row"],
        event_id=row["event_id_cnty"],
        claim=claim,
        party="" if claim is Claim.FIGHTING else party_of(row),
        actors=tuple(row[name] for name in ("actor1", "actor2") if row[name]),
        places=tuple(row[name] for name in ("admin2", "admin3", "location") if row[name]),
        province=row["admin1"],
        precision=PRECISIONS.get(row["geo_precision"], AREA),
        lon=degrees(row["longitude"]),
        lat=degrees(row["latitude"]),
        day_from=day if time == "1" else None,
        day_to=day,
        date_basis=f"ACLED time_precision {time}: {TIMES.get(time, 'unknown')}",
        source=row["source"] or "ACLED",
        notes=row["notes"],
    )


def party_of(row: dict[str, Any]) -> str:
    """Return who took the place or attacked: by the kind of event where actors have no direction."""
    second_is_state = row["inter2"].lower() in STATE_FORCES
    first_is_state = row["inter1"].lower() in STATE_FORCES
    swapped = {
        OVERTAKES: first_is_state and not second_is_state,
        REGAINS: second_is_state and not first_is_state,
    }
    other = swapped.get(row["sub_event_type"], False) and row["actor2"]
    return str(row["actor2"] if other else row["actor1"])
