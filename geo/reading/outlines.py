"""Outlines: GeoJSON geometry -> shapes in longitude and latitude, and why one cannot be an area."""

import re
from collections.abc import Callable
from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.reading.checks import LONGEST_VALUE
from geo.reading.errors import DataError, rule
from geo.reading.vocabulary import STORED_CRS
from geo.reading.world import LATITUDES, inside_world

HALF_TURN: Final = 180.0
"""Degrees; a side of an outline that is longer goes the wrong way round."""

FEW_CORNERS: Final = 5_000
SOME_SIDES: Final = 20
MOST_TOUCHING: Final = 100_000_000
"""Pairs of sides of one outline; about a second."""


CRS_NAME: Final = re.compile(r"https?://www\.opengis\.net/def/crs/[\w./]+|[\w .:()-]*(?: / [\w .:()-]+)*")
"""A code such as EPSG:32642, a URN or URL of one, or a name such as WGS 84 / UTM zone 42N."""


def shapes(geometries: list[dict[str, Any] | None], *, truths: bool) -> tuple[np.ndarray, list[str]]:
    """Return the geometries (None = missing) and the reason for each missing one ("" = present).

    Without `truths`, no coordinate can be true or false, and none is looked at for that.
    """
    found: list[BaseGeometry | None] = []
    reasons: list[str] = []
    for geometry in geometries:
        shape, reason = shape_of(geometry, truths=truths)
        found.append(shape)
        reasons.append(reason)
    return np.array(found, dtype=object), reasons


def shape_of(geometry: dict[str, Any] | None, *, truths: bool) -> tuple[BaseGeometry | None, str]:
    """Return one geometry, or the reason why there is none."""
    if geometry is None:
        return None, rule("no_outline")
    if geometry.get("type") not in {"Polygon", "MultiPolygon", "Point"}:
        return None, rule("no_polygon")
    if truths and truth_in(geometry.get("coordinates")):
        return None, rule("no_numbers")
    try:
        return shapely.force_2d(shapely.geometry.shape(geometry)), ""
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ShapelyError):
        return None, rule("no_point") if geometry["type"] == "Point" else rule("no_rings")


def truth_in(coordinates: object) -> bool:
    """Return whether true or false stands among coordinates, where it would be read as 1 or 0."""
    waiting = [coordinates]
    while waiting:
        value = waiting.pop()
        if isinstance(value, bool):
            return True
        if isinstance(value, list):
            waiting += value
    return False


def to_stored_crs(file: str, geometry: np.ndarray, crs: dict[str, Any] | None) -> np.ndarray:
    """Return the geometries in EPSG:4326, converted from the file's own `crs` member if it has one."""
    if not crs:
        return geometry
    name = str(crs.get("properties", {}).get("name", "")) if isinstance(crs.get("properties"), dict) else ""
    source = named_crs(file, name)
    if source.equals(CRS.from_user_input("OGC:CRS84")) or source.equals(CRS.from_user_input(STORED_CRS)):
        return geometry
    series = gpd.GeoSeries(geometry, crs=source).to_crs(STORED_CRS)
    return np.asarray(series.to_numpy(), dtype=object)


def named_crs(file: str, name: str) -> CRS:
    """Return the horizontal coordinate system of a code or a name.

    Raises
    ------
    DataError
        If there is none, or it is a definition, which could name files of this machine.
    """
    said = name[:LONGEST_VALUE]
    if not CRS_NAME.fullmatch(said):
        raise DataError.at(file, rule("crs_name", name=said))
    try:
        source = CRS.from_user_input(said)
    except CRSError as error:
        raise DataError.at(file, rule("unknown_crs", name=said)) from error
    if not (source.is_geographic or source.is_projected):
        raise DataError.at(file, rule("crs_kind", name=said))
    return source


def outline_reasons(geometry: np.ndarray, reasons: list[str]) -> list[str]:
    """Return for each outline why it cannot be an area, "" if it can; what `reasons` has already stays."""
    bounds = shapely.bounds(geometry)
    flat = ~(shapely.area(geometry) > 0) & (shapely.get_dimensions(geometry) > 0)
    empty = shapely.is_missing(geometry) | shapely.is_empty(geometry) | flat
    crowded = np.array([tangled(outline) for outline in geometry], dtype=bool)
    checked = geometry.copy()
    checked[crowded] = None
    why = np.asarray(shapely.is_valid_reason(checked))
    told = list(reasons)

    def tell(where: np.ndarray, reason: Callable[[int], str]) -> None:
        for place in np.flatnonzero(where).tolist():
            told[place] = told[place] or reason(place)

    tell(empty & np.isnan(bounds).any(axis=1), lambda _: rule("empty_outline"))
    tell(~inside_world(bounds), lambda _: rule("outside_world"))
    tell(np.ones_like(empty), lambda place: round_the_world(geometry[place]))
    tell(crowded, lambda _: rule("tangled"))
    tell(why != "Valid Geometry", lambda place: rule("not_simple", reason=why[place]))
    tell(empty, lambda _: rule("no_area"))
    first: dict[bytes, int] = {}
    tell(np.ones_like(empty), lambda place: _repeated(geometry[place], place, first))
    return told


def _repeated(outline: BaseGeometry, place: int, first: dict[bytes, int]) -> str:
    """Return the rule that an outline breaks if an earlier one is the same, else ""."""
    other = first.setdefault(shapely.to_wkb(shapely.normalize(outline)), place)
    if other == place:
        return ""
    drawn = shapely.get_dimensions(outline) > 0
    return rule("same_outline", other=other + 1) if drawn else rule("same_point", other=other + 1)


def round_the_world(outline: BaseGeometry) -> str:
    """Return the rule that an outline breaks if it is drawn around the world, else ""."""
    west, south, east, north = shapely.bounds(outline)
    if east - west >= 2 * HALF_TURN and north - south >= HALF_TURN:
        return rule("whole_world")
    if east - west <= HALF_TURN:
        return ""
    for ring in shapely.get_rings(outline):
        lon, lat = shapely.get_coordinates(ring).T
        if ((np.abs(np.diff(lon)) > HALF_TURN) & (np.abs(lat[1:]) < LATITUDES[1])).any():
            return rule("crosses_180")
    return ""


def tangled(outline: "BaseGeometry | np.ndarray | None") -> bool:
    """Return whether the sides of an outline, or of many, run so close together that work takes too long.

    Estimated from a few sides: checking and simplifying take time by the pairs of sides whose boxes touch.
    Points have no sides.
    """
    corners = shapely.get_coordinates(outline)
    if len(corners) < FEW_CORNERS:
        return False
    low, high = np.minimum(corners[1:], corners[:-1]), np.maximum(corners[1:], corners[:-1])
    some = range(0, len(low), len(low) // SOME_SIDES)
    touching = sum(int(((low <= high[one]) & (high >= low[one])).all(axis=1).sum()) for one in some)
    return touching / len(some) * len(low) > MOST_TOUCHING
