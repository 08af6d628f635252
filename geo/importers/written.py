"""Events that were placed become a folder that `geo check` accepts; the others are listed in a file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import geopandas as gpd
import pandas as pd

from geo.importers.events import PROVINCE
from geo.importers.ids import toml_string, unique_ids
from geo.importers.placing import Map, Place, map_of, place_of
from geo.reading import (
    OUTLET,
    REPORT_COLUMNS,
    SOURCE_COLUMNS,
    DataError,
    Polarity,
    Problem,
    rule,
    save_folder,
    write_csv,
)
from geo.reading.districts import FILE as DISTRICTS
from geo.reading.districts import read_areas
from geo.reading.world import inside_world

if TYPE_CHECKING:
    from geo.importers.events import Event, Events

COLOURS: Final = ("#E69F00", "#0072B2", "#009E73", "#CC79A7", "#56B4E9", "#F0E442", "#999999", "#332288")
"""One for each of the most actors allowed; none of them red."""

CIVILIANS: Final = "Civilians"
UNMATCHED: Final = "unmatched.csv"


class Imported(NamedTuple):
    """What an import wrote: how many reports, what was listed instead, and what was skipped."""

    reports: int
    problems: list[Problem]
    skipped: Mapping[str, int]


def import_events(events: "Events", districts: bytes, out: Path) -> Imported:
    """Write a conflict's folder of the events that can be placed on the areas.

    Raises
    ------
    DataError
        If the areas are broken, the folder is not empty, or no event can be placed.
    """
    areas, _ = read_areas(districts)
    groups = provinces_of(areas)
    ground = map_of(areas, [(group, name) for group, (name, _) in groups.items()])
    actors = actors_of(events.events)
    sources = unique_ids(event.source for event in events.events)
    placed, unplaced = _placed(events, actors, ground)
    rows = [report_of(event, place, actors, sources, events.dataset) for event, place in placed]
    problems = [*events.problems, *unplaced]
    if not rows:
        raise DataError([Problem(events.file, None, None, "", rule("no_event_placed")), *problems])
    used = sources_table(events, {row["source_id"] for row in rows}, sources)
    files = {
        "conflict.toml": settings_text(events, actors, groups).encode(),
        DISTRICTS: districts,
        "control_reports.csv": write_csv(table_of(rows, REPORT_COLUMNS)),
        "sources.csv": write_csv(used),
        UNMATCHED: write_csv(table_of([problem._asdict() for problem in problems], Problem._fields)),
    }
    save_folder(out, files)
    return Imported(len(rows), problems, events.skipped)


def _placed(
    events: "Events", actors: Mapping[str, str], ground: Map
) -> tuple[list[tuple["Event", Place]], list[Problem]]:
    """Return the events with their places, and a problem for each that has none."""
    placed: list[tuple[Event, Place]] = []
    unplaced: list[Problem] = []
    for event in events.events:
        place = without_colour(event, actors, events.file) or place_of(event, ground, events.file)
        if isinstance(place, Problem):
            unplaced.append(place)
        else:
            placed.append((event, place))
    return placed, unplaced


def provinces_of(areas: gpd.GeoDataFrame) -> dict[str, tuple[str, list[str]]]:
    """Return a group per province: id -> name and area ids."""
    named = areas["province"][areas["province"] != ""]
    ids = unique_ids(named, taken=areas.index)
    return {i: (name, [str(a) for a in named.index[named == name]]) for name, i in ids.items()}


def actors_of(events: Iterable["Event"]) -> dict[str, str]:
    """Return actor -> id, while colours last: those who captured or attacked most, then those named most."""
    parties = Counter(event.party for event in events if event.party)
    others = Counter(name for event in events for name in event.actors if not name.startswith(CIVILIANS))
    named = [name for name, _ in [*parties.most_common(), *others.most_common()]]
    return unique_ids(list(dict.fromkeys(named))[: len(COLOURS)] or ["Nobody named"], taken=(OUTLET,))


def without_colour(event: "Event", actors: Mapping[str, str], file: str) -> Problem | None:
    """Return the problem that the event's party is not one of the actors that have a colour."""
    if not event.party or event.party in actors:
        return None
    return Problem(file, event.row, "actor", event.party, rule("minor_actor", count=len(COLOURS)))


def report_of(
    event: "Event", place: Place, actors: Mapping[str, str], sources: Mapping[str, str], dataset: str
) -> dict[str, str]:
    """Return the event as a row of the reports."""
    source = sources[event.source]
    return {
        "report_id": f"{source}-{event.event_id}",
        "statement_id": event.event_id,
        "origin_id": event.event_id,
        "area_id": place.area_id,
        "place_as_written": place.written,
        **point_of(event),
        "scope": place.scope,
        "claim": event.claim,
        "polarity": Polarity.ASSERTS,
        "party": actors.get(event.party, ""),
        "claimant": event.source,
        "voice_id": source,
        "claimant_side": OUTLET,
        "source_id": source,
        "date_from": event.day_from.isoformat() if event.day_from else "",
        "date_to": event.day_to.isoformat(),
        "date_basis": event.date_basis,
        "quote": event.notes,
        "reliability": "F",
        "credibility": "6",
        "note": "; ".join(
            filter(None, [f"{dataset} {event.event_id}: its coders' words, not a quote", place.note])
        ),
    }


def point_of(event: "Event") -> dict[str, str]:
    """Return `lon` and `lat` of an event, absent where the table knows no more than its province."""
    lon, lat = event.lon, event.lat
    if event.precision == PROVINCE or lon is None or lat is None:
        return {}
    return {"lon": str(lon), "lat": str(lat)} if inside_world([(lon, lat, lon, lat)]).all() else {}


def table_of(rows: list[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Return rows as text, absent cells empty."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.where(frame.notna(), "").astype("str")


def sources_table(events: "Events", used: set[str], sources: Mapping[str, str]) -> pd.DataFrame:
    """Return one row per source as the table names it; the table does not say when it was published."""
    rows = [
        {
            "source_id": source,
            "outlet": name,
            "title": f"Events in {events.dataset} that name this source",
            "published_basis": f"not in {events.dataset}",
        }
        for name, source in sources.items()
        if source in used
    ]
    return table_of(rows, SOURCE_COLUMNS)


def settings_text(
    events: "Events", actors: Mapping[str, str], groups: Mapping[str, tuple[str, list[str]]]
) -> str:
    """Return the conflict file: each actor is its own side, each province a group."""
    lines = [
        f"# Made from {events.dataset}. Edit title, time_zone, colours, allies. Keys: docs/file_format.md",
        'id = "imported"',
        f"title = {toml_string(f'Fighting and transfers of territory, as coded by {events.dataset}')}",
        f"summary = {toml_string(f'Events of {events.dataset}: its coders’ words, not quotes.')}",
        'time_zone = "UTC"',
    ]
    for name, i in actors.items():
        lines += ["", "[[sides]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
    for (name, i), colour in zip(actors.items(), COLOURS, strict=False):
        lines += ["", "[[actors]]", f"id = {toml_string(i)}", f"name = {toml_string(name)}"]
        lines += [f"side = {toml_string(i)}", f'colour = "{colour}"']
    for i, (name, members) in groups.items():
        lines += [
            "",
            "[[groups]]",
            f"id = {toml_string(i)}",
            f"name = {toml_string(name)}",
            'kind = "province"',
        ]
        lines += [f"members = [{', '.join(map(toml_string, members))}]"]
    return "\n".join([*lines, ""])
