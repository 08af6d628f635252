"""Events that were placed become a folder that `geo check` accepts; the others are listed in a file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from geo.importers.actors import Cast, cast_of
from geo.importers.conflict_file import settings_text
from geo.importers.events import PROVINCE
from geo.importers.ground import Map, map_of, provinces_of
from geo.importers.ids import short, unique_ids
from geo.importers.limits import lost_limits
from geo.importers.placing import Place, place_of
from geo.importers.suggested import suggested_file, with_hints
from geo.reading import (
    DISTRICTS,
    NAMES,
    OUTLET,
    REPORT_COLUMNS,
    SOURCE_COLUMNS,
    DataError,
    Evidence,
    NameIndex,
    Polarity,
    Problem,
    area_spellings,
    read_areas,
    read_names,
    rule,
    save_folder,
    write_csv,
)

if TYPE_CHECKING:
    from geo.importers.events import Event, Events

UNMATCHED: Final = "unmatched.csv"


class Imported(NamedTuple):
    """What an import wrote, and what it did not.

    Attributes
    ----------
    rows
        How many the table has: as many as reports, skipped ones and lost ones together.
    reports, by_point
        How many reports were written, and how many of them were placed by their coordinates.
    problems
        Why rows were lost; one row may have several.
    skipped
        What is about neither fighting nor control: kind -> how many rows.
    notices
        Lines of `names.csv` that were set aside.
    """

    rows: int
    reports: int
    by_point: int
    problems: list[Problem]
    skipped: Mapping[str, int]
    notices: list[Problem]

    @property
    def lost(self) -> int:
        """How many rows were lost."""
        return len({problem.row for problem in self.problems})


def import_events(
    events: "Events", districts: bytes, out: Path, *, names: bytes | None = None, actors: str | None = None
) -> Imported:
    """Write a conflict's folder of the events that can be placed on the areas.

    Parameters
    ----------
    names
        `names.csv`: spellings of places.
    actors
        How many actors, or which; see `geo.importers.actors.cast_of`.

    Raises
    ------
    DataError
        If the areas are broken, the folder is not empty, no event can be placed, or the table has no
        such actor.
    """
    areas, _ = read_areas(districts)
    groups = provinces_of(areas)
    called = NameIndex.of(area_spellings(areas))
    given, notices = read_names(names, [*areas.index, *groups], called) if names else ([], [])
    ground = map_of(areas, groups, given)
    placed, unplaced = _placed(events, ground)
    problems = [*events.problems, *unplaced]
    if not placed:
        raise DataError([Problem(events.file, None, None, "", rule("no_event_placed")), *problems])
    cast = cast_of([event for event, _ in placed], actors, events.file)
    sources = unique_ids(event.source for event, _ in placed)
    rows = [report_of(event, place, cast, sources, events.dataset) for event, place in placed]
    lost = lost_limits(_one_each(problems), events.rows)
    told = settings_text(events.dataset, [event for event, _ in placed], cast, groups, lost)
    files = {
        "conflict.toml": told.encode(),
        DISTRICTS: districts,
        "control_reports.csv": write_csv(table_of(rows, REPORT_COLUMNS)),
        "sources.csv": write_csv(sources_table(events.dataset, sources)),
        UNMATCHED: write_csv(table_of([problem._asdict() for problem in problems], Problem._fields)),
        **({NAMES: names} if names else {}),
    }
    save_folder(out, files | suggested_file([place for _, place in placed], unplaced, ground))
    by_point = sum(bool(place.unknown) for _, place in placed)
    return Imported(events.rows, len(rows), by_point, problems, events.skipped, notices)


def _one_each(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Return the first problem of each row."""
    return {problem.row: problem for problem in reversed(list(problems))}.values()


def _placed(events: "Events", ground: Map) -> tuple[list[tuple["Event", Place]], list[Problem]]:
    """Return the events with their places, and a problem for each that has none."""
    placed: list[tuple[Event, Place]] = []
    unplaced: list[Problem] = []
    for event in events.events:
        place = place_of(event, ground, events.file)
        if isinstance(place, Problem):
            unplaced.append(place)
        else:
            placed.append((event, place))
    return placed, with_hints(unplaced, ground)


def report_of(
    event: "Event", place: Place, cast: Cast, sources: Mapping[str, str], dataset: str
) -> dict[str, str]:
    """Return the event as a row of the reports."""
    source = sources[event.source]
    party, named = cast.party(event)
    coded = f"{dataset} {event.event_id}"
    return {
        "report_id": f"{source}-{event.event_id}",
        "statement_id": event.event_id,
        "origin_id": event.event_id,
        "area_id": place.area_id,
        "place_as_written": short(place.written),
        **point_of(event),
        "scope": place.scope,
        "claim": event.claim,
        "polarity": Polarity.ASSERTS,
        "party": party,
        "claimant": short(event.source),
        "voice_id": source,
        "claimant_side": OUTLET,
        "source_id": source,
        "date_from": event.day_from.isoformat() if event.day_from else "",
        "date_to": event.day_to.isoformat(),
        "date_basis": event.date_basis,
        "evidence": Evidence.TABLE,
        "cell": f"notes={event.notes}",
        "cell_row": str(event.row),
        "note": "; ".join(filter(None, [coded, place.note, event.doubt, named])),
    }


def point_of(event: "Event") -> dict[str, str]:
    """Return `lon` and `lat` of an event, absent where the table knows no more than its province."""
    if event.precision == PROVINCE or event.lon is None or event.lat is None:
        return {}
    return {"lon": str(event.lon), "lat": str(event.lat)}


def table_of(rows: list[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Return rows as text, absent cells empty."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.where(frame.notna(), "").astype("str")


def sources_table(dataset: str, sources: Mapping[str, str]) -> pd.DataFrame:
    """Return one row per source as the table names it; the table does not say when it was published."""
    rows = [
        {
            "source_id": source,
            "outlet": dataset,
            "title": short(f"Events that name {name} as their source"),
            "published_basis": f"not in {dataset}",
        }
        for name, source in sources.items()
    ]
    return table_of(rows, SOURCE_COLUMNS)
