"""What events are placed on: areas by their spellings, provinces and ground."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import geopandas as gpd
import pyproj
import shapely

from geo.importers.ids import unique_ids
from geo.reading import NameIndex, Problem, area_spellings, labels_of, read_names

SUFFIXES: Final = re.compile(r"\s+(district|province|county|governorate|wilayat)$", re.IGNORECASE)
EARTH: Final = pyproj.Geod(ellps="WGS84")

Groups = Mapping[str, tuple[str, list[str]]]
"""Id of a province -> its name and the ids of its areas."""


class Map(NamedTuple):
    """Areas and provinces, by id, by spelling and by place.

    Attributes
    ----------
    names
        Spellings of areas.
    given
        Spellings of `names.csv`, of areas and provinces: somebody decided them.
    under
        Area -> its province, "" = none.
    surfaces, tree
        Ids of the areas that are polygons, and their tree; points have no inside.
    """

    areas: gpd.GeoDataFrame
    names: NameIndex
    given: NameIndex
    provinces: NameIndex
    groups: Groups
    labels: Mapping[str, str]
    under: Mapping[str, str]
    surfaces: tuple[str, ...]
    tree: shapely.STRtree


def map_of(areas: gpd.GeoDataFrame, groups: Groups, given: Iterable[tuple[str, str]] = ()) -> Map:
    """Return the map of areas in their provinces, and of (id, spelling) pairs that were given."""
    shapes = areas.geometry[~areas.geom_type.isin(["Point"])]
    return Map(
        areas,
        NameIndex.of(with_plain(area_spellings(areas))),
        NameIndex.of(given),
        NameIndex.of(with_plain((group, name) for group, (name, _) in groups.items())),
        groups,
        labels_of(areas, {group: name for group, (name, _) in groups.items()}),
        {area: group for group, (_, members) in groups.items() for area in members},
        tuple(map(str, shapes.index)),
        shapely.STRtree(shapes.to_numpy()),
    )


def ground_of(areas: gpd.GeoDataFrame, groups: Groups, names: bytes | None) -> tuple[Map, list[Problem]]:
    """Return the map of areas, with the spellings of a `names.csv`, and its lines that were set aside."""
    called = NameIndex.of(area_spellings(areas))
    given, odd = read_names(names, [*areas.index, *groups], called) if names else ([], [])
    return map_of(areas, groups, given), odd


def provinces_of(areas: gpd.GeoDataFrame) -> dict[str, tuple[str, list[str]]]:
    """Return a group per province: id -> name and area ids."""
    named = areas["province"][areas["province"] != ""]
    ids = unique_ids(named, taken=areas.index)
    return {i: (name, [str(a) for a in named.index[named == name]]) for name, i in ids.items()}


def with_plain(spellings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each spelling, and without a word such as "district" after it."""
    for one, spelling in spellings:
        yield one, spelling
        yield one, SUFFIXES.sub("", spelling)


def candidates(names: NameIndex, written: str) -> tuple[str, ...]:
    """Return the ids with the name, with or without a word such as "district" after it."""
    return names.candidates(written) or names.candidates(SUFFIXES.sub("", written))


def labels(ground: Map, ids: Iterable[str]) -> str:
    """Return areas and provinces as a person knows them."""
    return " and ".join(ground.labels[one] for one in ids)


def areas_at(ground: Map, lon: float | None, lat: float | None) -> tuple[str, ...]:
    """Return the areas that contain a point: on a border several, off the map none."""
    if lon is None or lat is None:
        return ()
    hits = ground.tree.query(shapely.Point(lon, lat), predicate="intersects")
    return tuple(ground.surfaces[hit] for hit in sorted(hits.tolist()))


def km_off(ground: Map, area_id: str, lon: float, lat: float) -> float:
    """Return how far a point lies from an area, in kilometres; 0 inside it."""
    line = shapely.shortest_line(ground.areas.geometry[area_id], shapely.Point(lon, lat))
    return float(EARTH.geometry_length(line)) / 1000
