"""Where an event is on this map: by name, by its point, or only in a province; else listed, never guessed."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import geopandas as gpd
import shapely

from geo.districts import NAME_COLUMN
from geo.errors import Problem
from geo.importers.events import EXACT, PROVINCE, Event
from geo.names import NameIndex
from geo.rules import rule
from geo.vocabulary import Scope

SUFFIXES: Final = re.compile(r"\s+(district|province|county|governorate|wilayat)$", re.IGNORECASE)


class Place(NamedTuple):
    """An event's place: an area or a group, how it is reached, and a note if not by its name."""

    area_id: str
    written: str
    scope: Scope
    note: str = ""


class Map(NamedTuple):
    """Areas, their spellings, and provinces by spelling: what events are placed on."""

    areas: gpd.GeoDataFrame
    names: NameIndex
    provinces: NameIndex
    tree: shapely.STRtree


def map_of(areas: gpd.GeoDataFrame, provinces: Iterable[tuple[str, str]]) -> Map:
    """Return the map of areas and (group id, province name) pairs."""
    columns = [name for name in areas.columns if name == "name" or NAME_COLUMN.fullmatch(name)]
    spellings = [(i, text) for name in columns for i, text in areas[name].items()]
    spellings += [(i, text) for i, texts in areas["name_variants"].items() for text in texts.split(";")]
    names = NameIndex.of([*((str(i), text) for i, text in spellings), *((i, i) for i in areas.index)])
    return Map(areas, names, NameIndex.of(provinces), shapely.STRtree(areas.geometry.to_numpy()))


def place_of(event: Event, ground: Map, file: str) -> Place | Problem:
    """Return the event's place, or why it has none on this map."""
    if event.precision != PROVINCE:
        for written in event.places:
            found = candidates(ground.names, written)
            if len(found) == 1:
                return Place(found[0], written, Scope.NAMED)
            if len(found) > 1:
                hint = f"it names {' and '.join(found)}"
                return Problem(file, event.row, "place", written, rule("homonym"), hint)
        if event.precision == EXACT and (area_id := area_at(event, ground)):
            written = event.places[-1] if event.places else ""
            return Place(
                area_id, written, Scope.NAMED, "placed by its coordinates: no name of it is on the map"
            )
    groups = candidates(ground.provinces, event.province)
    if event.precision == PROVINCE and len(groups) == 1:
        return Place(groups[0], event.province, Scope.PART_OF, "the place is known only by its province")
    written = event.province if event.precision == PROVINCE else next(iter(event.places), event.province)
    near = ground.names.near(written)
    return Problem(
        file, event.row, "place", written, rule("not_on_map"), f"near: {', '.join(near)}" if near else ""
    )


def candidates(names: NameIndex, written: str) -> tuple[str, ...]:
    """Return the ids that bear the name, with or without a word such as "district" after it."""
    return names.candidates(written) or names.candidates(SUFFIXES.sub("", written))


def area_at(event: Event, ground: Map) -> str:
    """Return the one area that holds the event's point, "" = none or several."""
    if event.lon is None or event.lat is None:
        return ""
    hits = ground.tree.query(shapely.Point(event.lon, event.lat), predicate="intersects")
    return str(ground.areas.index[hits[0]]) if len(hits) == 1 else ""
