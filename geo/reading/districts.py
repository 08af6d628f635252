"""`districts.geojson`: the areas of the map, outlines checked and in longitude and latitude."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import from_json
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.reading.checks import LONGEST_VALUE
from geo.reading.errors import DataError, Problem, rule
from geo.reading.names import ID, LONGEST_NAME, MOST_LANGUAGES
from geo.reading.text import text_of
from geo.reading.vocabulary import AREA_PROPERTIES, STORED_CRS
from geo.reading.world import LATITUDES, inside_world

FILE: Final = "districts.geojson"
MOST_AREAS: Final = 20_000
MOST_VERTICES: Final = 1_000_000
"""Counted as opening brackets, before anything is parsed."""

MOST_VALUES: Final = 5_000_000
"""Counted as commas, before anything is parsed: coordinates and properties."""

HALF_TURN: Final = 180.0
"""Degrees; a side of an outline that is longer goes the wrong way round."""

FEW_CORNERS: Final = 5_000
SOME_SIDES: Final = 20
MOST_TOUCHING: Final = 100_000_000
"""Pairs of sides of one outline; about a second."""

LONGEST_VARIANTS: Final = 10_000
"""Characters of `name_variants`."""

CHANGES: Final = ("valid_from", "valid_to")
"""Boundaries that change are not supported: such an outline is set aside, not shown on the wrong days."""

NAME_COLUMN: Final = re.compile(r"name_[a-z]{2,3}")
"""Names in other languages, kept like `name_fa`."""


CRS_NAME: Final = re.compile(r"https?://www\.opengis\.net/def/crs/[\w./]+|[\w .:()-]*(?: / [\w .:()-]+)*")
"""A code such as EPSG:32642, a URN or URL of one, or a name such as WGS 84 / UTM zone 42N."""


class Feature(BaseModel):
    """A feature of a GeoJSON file: its structure only."""

    type: str = Field(pattern="^Feature$")
    properties: dict[str, Any] | None
    geometry: dict[str, Any] | None


class Collection(BaseModel):
    """A GeoJSON file: a collection of features; `crs` is the obsolete member that names another system."""

    type: str = Field(pattern="^FeatureCollection$")
    crs: dict[str, Any] | None = None
    features: list[Feature] = Field(min_length=1, max_length=MOST_AREAS)


def read_areas(data: bytes) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """Read the areas and list the features that are not areas.

    Returns
    -------
    areas, problems
        Index area_id (str); columns `AREA_PROPERTIES` without it, text, "" = absent, further `name_xx`,
        and geometry: valid, non-empty Polygon or MultiPolygon in EPSG:4326.

    Raises
    ------
    DataError
        If the file is not GeoJSON, if no area is left, or if so many areas lie over one another that
        drawing them takes too long.
    """
    collection = read_collection(FILE, data)
    geometry, reasons = shapes([feature.geometry for feature in collection.features])
    geometry = to_stored_crs(FILE, geometry, collection.crs)
    table = properties_of([feature.properties or {} for feature in collection.features])
    for place, reason in enumerate(outline_reasons(geometry, reasons)):
        reasons[place] = reason
    problems = list(area_problems(table, reasons))
    broken = {problem.row for problem in problems}
    keep = [place not in broken for place in range(len(table))]
    if not any(keep):
        raise DataError(numbered(problems, table))
    if tangled(geometry[keep]):
        raise DataError.at(FILE, rule("tangled_map"))
    shown = table.drop(columns=list(CHANGES))
    areas = gpd.GeoDataFrame(shown, geometry=geometry, crs=STORED_CRS)[keep].set_index("area_id")
    return areas, numbered(problems, table)


def read_collection(file: str, data: bytes) -> Collection:
    """Read GeoJSON strictly: no NaN or Infinity, at most 200 levels deep."""
    if data.count(b"[") > MOST_VERTICES:
        raise DataError.at(file, rule("too_many_vertices", most=f"{MOST_VERTICES:,}"))
    if data.count(b",") > MOST_VALUES:
        raise DataError.at(file, rule("too_many_values", most=f"{MOST_VALUES:,}"))
    text = text_of(file, data)
    try:
        document = from_json(text.body if text.encoding == "utf-8" else text.read(), allow_inf_nan=False)
        refuse_twice(file, text.read())
        kind = str(document.get("type", "collection without a type")) if isinstance(document, dict) else ""
        if kind not in {"", "FeatureCollection"}:
            raise DataError.at(file, rule("no_collection", kind=kind))
        return Collection.model_validate(document)
    except ValidationError as error:
        raise DataError(
            structure_problem(file, detail) for detail in error.errors(include_url=False)[:50]
        ) from error
    except ValueError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DataError.at(
            file, rule("no_geojson", reason=str(error)), row=int(line[1]) if line else None
        ) from error


def refuse_twice(file: str, text: str) -> None:
    """Raise `DataError` if an object has a key twice: of two values, one would be lost without a word."""

    def once(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            name, _ = Counter(key for key, _ in pairs).most_common(1)[0]
            raise DataError.at(file, rule("json_twice", name=name[:100]))

    json.loads(text, object_pairs_hook=once, parse_float=str)


def structure_problem(file: str, detail: Mapping[str, Any]) -> Problem:
    """Return pydantic's finding about the structure of the file."""
    path = " ".join(str(part + 1) if isinstance(part, int) else str(part) for part in detail["loc"])
    broken = (
        rule("geojson_structure", path=path, reason=detail["msg"].lower())
        if path
        else rule("no_geojson_object")
    )
    return Problem(file, None, path or None, "", broken)


def shapes(geometries: list[dict[str, Any] | None]) -> tuple[np.ndarray, list[str]]:
    """Return the geometries (None = missing) and the reason for each missing one ("" = present)."""
    found: list[BaseGeometry | None] = []
    reasons: list[str] = []
    for geometry in geometries:
        shape, reason = shape_of(geometry)
        found.append(shape)
        reasons.append(reason)
    return np.array(found, dtype=object), reasons


def shape_of(geometry: dict[str, Any] | None) -> tuple[BaseGeometry | None, str]:
    """Return one geometry, or the reason why there is none."""
    if geometry is None:
        return None, rule("no_outline")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return None, rule("no_polygon")
    if truth_in(geometry.get("coordinates")):
        return None, rule("no_numbers")
    try:
        return shapely.force_2d(shapely.geometry.shape(geometry)), ""
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ShapelyError):
        return None, rule("no_rings")


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


def outline_reasons(geometry: np.ndarray, reasons: list[str]) -> Iterator[str]:
    """Yield for each outline why it cannot be an area, "" if it can."""
    bounds = shapely.bounds(geometry)
    inside = inside_world(bounds)
    empty = shapely.is_empty(geometry) | ~(shapely.area(geometry) > 0)
    tangled_ones = np.array([tangled(outline) for outline in geometry], dtype=bool)
    checked = geometry.copy()
    checked[tangled_ones] = None
    why = np.asarray(shapely.is_valid_reason(checked))
    first: dict[bytes, int] = {}
    for place, reason in enumerate(reasons):
        if reason:
            yield reason
        elif empty[place] and np.isnan(bounds[place]).any():
            yield rule("empty_outline")
        elif not inside[place]:
            yield rule("outside_world")
        elif round_the_world(geometry[place]):
            yield round_the_world(geometry[place])
        elif tangled_ones[place]:
            yield rule("tangled")
        elif why[place] != "Valid Geometry":
            yield rule("not_simple", reason=why[place])
        elif empty[place]:
            yield rule("no_area")
        else:
            other = first.setdefault(shapely.to_wkb(shapely.normalize(geometry[place])), place)
            yield "" if other == place else rule("same_outline", other=other + 1)


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
    """
    corners = shapely.get_coordinates(outline)
    if len(corners) < FEW_CORNERS:
        return False
    low, high = np.minimum(corners[1:], corners[:-1]), np.maximum(corners[1:], corners[:-1])
    some = range(0, len(low), len(low) // SOME_SIDES)
    touching = sum(int(((low <= high[one]) & (high >= low[one])).all(axis=1).sum()) for one in some)
    return touching / len(some) * len(low) > MOST_TOUCHING


def properties_of(properties: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the properties that the map uses, as text; "" = absent."""
    extra = sorted({key for table in properties for key in table if NAME_COLUMN.fullmatch(key)})
    if len(extra) > MOST_LANGUAGES:
        raise DataError.at(FILE, rule("too_many_languages", count=len(extra), most=MOST_LANGUAGES))
    columns = dict.fromkeys([*AREA_PROPERTIES, *extra, *CHANGES])
    rows = [[cell_text(table.get(name)) for name in columns] for table in properties]
    return pd.DataFrame(rows, columns=list(columns), dtype="str")


def cell_text(value: object) -> str:
    """Return a property as text; a list of variants is joined by ";"."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ";".join(map(cell_text, value))
    return str(value).strip()


def area_problems(table: pd.DataFrame, reasons: list[str]) -> Iterator[Problem]:
    """Yield every reason why a feature is not an area; `row` is its position in the table."""
    first: dict[str, int] = {}
    lengths = dict.fromkeys(table.columns, LONGEST_NAME) | {"name_variants": LONGEST_VARIANTS}
    for place, (area_id, name) in enumerate(zip(table["area_id"], table["name"], strict=True)):
        if not re.fullmatch(ID, area_id):
            yield Problem(FILE, place, "area_id", area_id[:LONGEST_VALUE], rule("no_id"))
        elif first.setdefault(area_id, place) != place:
            yield Problem(FILE, place, "area_id", area_id, rule("feature_twice", other=first[area_id] + 1))
        if not name:
            yield Problem(FILE, place, "name", "", rule("empty"))
        for key, most in lengths.items():
            if len(table[key][place]) > most:
                start = table[key][place][:LONGEST_VALUE]
                yield Problem(FILE, place, key, start, rule("too_long", most=f"{most:,}"))
        for key in CHANGES:
            if table[key][place]:
                yield Problem(FILE, place, key, table[key][place], rule("changing_boundary"))
        if reasons[place]:
            yield Problem(FILE, place, "geometry", "", reasons[place])


def numbered(problems: list[Problem], table: pd.DataFrame) -> list[Problem]:
    """Return the problems with the feature's number and id instead of its row."""
    labels = [f"feature {n} ({area_id})" for n, area_id in enumerate(table["area_id"], start=1)]
    return [p._replace(row=None, column=f"{labels[p.row or 0]} {p.column}") for p in problems]
