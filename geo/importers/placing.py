"""Where an event is on this map: by name, by point, or only by province; otherwise listed, never guessed."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import geopandas as gpd
import shapely

from geo.importers.events import EXACT, PROVINCE, Event
from geo.reading import NameIndex, Problem, Scope, area_spellings, rule

SUFFIXES: Final = re.compile(r"\s+(district|province|county|governorate|wilayat)$", re.IGNORECASE)


class Place(NamedTuple):
    """An event's place: an area or a group, its scope, and a note if it was not found by name."""

    area_id: str
    written: str
    scope: Scope
    note: str = ""


class Map(NamedTuple):
    """What events are placed on: areas, their spellings, and provinces by spelling."""

    areas: gpd.GeoDataFrame
    names: NameIndex
    provinces: NameIndex
    tree: shapely.STRtree


def map_of(areas: gpd.GeoDataFrame, provinces: Iterable[tuple[str, str]]) -> Map:
    """Return the map of areas and (group id, province name) pairs."""
    names = NameIndex.of(area_spellings(areas))
    return Map(areas, names, NameIndex.of(provinces), shapely.STRtree(areas.geometry.to_numpy()))


def place_of(event: Event, ground: Map, file: str) -> Place | Problem:
    """Return the event's place, or why it has none on this map."""
    if event.precision == PROVINCE:
        return in_province(event, ground) or not_on_map(event, event.province, ground, file)
    found = by_name(event, ground, file) or by_point(event, ground)
    return found or not_on_map(event, next(iter(event.places), event.province), ground, file)


def in_province(event: Event, ground: Map) -> Place | None:
    """Return the group that is the event's province; None = none or several."""
    groups = candidates(ground.provinces, event.province)
    note = "the place is known only by its province"
    return Place(groups[0], event.province, Scope.PART_OF, note) if len(groups) == 1 else None


def by_name(event: Event, ground: Map, file: str) -> Place | Problem | None:
    """Return the area with the first of the event's names that any area has, if only one has it."""
    for written in event.places:
        found = candidates(ground.names, written)
        if len(found) > 1:
            hint = f"it names {' and '.join(found)}"
            return Problem(file, event.row, "place", written, rule("homonym"), hint)
        if found:
            return Place(found[0], written, Scope.NAMED)
    return None


def by_point(event: Event, ground: Map) -> Place | None:
    """Return the area that contains the event's point, if the point is exact."""
    area_id = area_at(event, ground) if event.precision == EXACT else ""
    written = event.places[-1] if event.places else ""
    note = "placed by its coordinates: no name of it is on the map"
    return Place(area_id, written, Scope.NAMED, note) if area_id else None


def not_on_map(event: Event, written: str, ground: Map, file: str) -> Problem:
    """Return the problem that no area has the name, with similar names."""
    near = ground.names.near(written)
    hint = f"near: {', '.join(near)}" if near else ""
    return Problem(file, event.row, "place", written, rule("not_on_map"), hint)


def candidates(names: NameIndex, written: str) -> tuple[str, ...]:
    """Return the ids with the name, with or without a word such as "district" after it."""
    return names.candidates(written) or names.candidates(SUFFIXES.sub("", written))


def area_at(event: Event, ground: Map) -> str:
    """Return the one area that contains the event's point, "" = none or several."""
    if event.lon is None or event.lat is None:
        return ""
    hits = ground.tree.query(shapely.Point(event.lon, event.lat), predicate="intersects")
    return str(ground.areas.index[hits[0]]) if len(hits) == 1 else ""
