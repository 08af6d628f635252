"""`districts.geojson`: the areas of the map, outlines checked and in longitude and latitude."""

import re
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

from geo.reading.errors import DataError, Problem, rule
from geo.reading.names import ID
from geo.reading.text import text_of
from geo.reading.vocabulary import AREA_PROPERTIES, STORED_CRS
from geo.reading.world import inside_world

FILE: Final = "districts.geojson"
MOST_AREAS: Final = 20_000
MOST_VERTICES: Final = 5_000_000
"""Counted as opening brackets, before anything is parsed."""

CHANGES: Final = ("valid_from", "valid_to")
"""Boundaries that change are not supported: such an outline is set aside, not shown on the wrong days."""

NAME_COLUMN: Final = re.compile(r"name_[a-z]{2,3}")
"""Names in other languages, kept like `name_fa`."""


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
        If the file is not GeoJSON or no area is left.
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
    shown = table.drop(columns=list(CHANGES))
    areas = gpd.GeoDataFrame(shown, geometry=geometry, crs=STORED_CRS)[keep].set_index("area_id")
    return areas, numbered(problems, table)


def read_collection(file: str, data: bytes) -> Collection:
    """Read GeoJSON strictly: no NaN or Infinity, at most 200 levels deep."""
    if data.count(b"[") > MOST_VERTICES:
        raise DataError.at(file, rule("too_many_vertices", most=f"{MOST_VERTICES:,}"))
    text = text_of(file, data).read()
    try:
        document = from_json(text, allow_inf_nan=False)
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
    try:
        return shapely.force_2d(shapely.geometry.shape(geometry)), ""
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ShapelyError):
        return None, rule("no_rings")


def to_stored_crs(file: str, geometry: np.ndarray, crs: dict[str, Any] | None) -> np.ndarray:
    """Return the geometries in EPSG:4326, converted from the file's own `crs` member if it has one."""
    if not crs:
        return geometry
    name = str(crs.get("properties", {}).get("name", "")) if isinstance(crs.get("properties"), dict) else ""
    try:
        source = CRS.from_user_input(name)
    except CRSError as error:
        raise DataError.at(file, rule("unknown_crs", name=name)) from error
    if source.equals(CRS.from_user_input("OGC:CRS84")) or source.equals(CRS.from_user_input(STORED_CRS)):
        return geometry
    series = gpd.GeoSeries(geometry, crs=source).to_crs(STORED_CRS)
    return np.asarray(series.to_numpy(), dtype=object)


def outline_reasons(geometry: np.ndarray, reasons: list[str]) -> Iterator[str]:
    """Yield for each outline why it cannot be an area, "" if it can."""
    bounds = shapely.bounds(geometry)
    inside = inside_world(bounds)
    empty = shapely.is_empty(geometry) | ~(shapely.area(geometry) > 0)
    why = shapely.is_valid_reason(geometry)
    first: dict[bytes, int] = {}
    for place, reason in enumerate(reasons):
        if reason:
            yield reason
        elif empty[place] and np.isnan(bounds[place]).any():
            yield rule("empty_outline")
        elif not inside[place]:
            yield rule("outside_world")
        elif why[place] != "Valid Geometry":
            yield rule("not_simple", reason=why[place])
        elif empty[place]:
            yield rule("no_area")
        else:
            other = first.setdefault(shapely.to_wkb(shapely.normalize(geometry[place])), place)
            yield "" if other == place else rule("same_outline", other=other + 1)


def properties_of(properties: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the properties that the map uses, as text; "" = absent."""
    extra = sorted({key for table in properties for key in table if NAME_COLUMN.fullmatch(key)})
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
    for place, (area_id, name) in enumerate(zip(table["area_id"], table["name"], strict=True)):
        if not re.fullmatch(ID, area_id):
            yield Problem(FILE, place, "area_id", area_id, rule("no_id"))
        elif first.setdefault(area_id, place) != place:
            yield Problem(FILE, place, "area_id", area_id, rule("feature_twice", other=first[area_id] + 1))
        if not name:
            yield Problem(FILE, place, "name", "", rule("empty"))
        for key in CHANGES:
            if table[key][place]:
                yield Problem(FILE, place, key, table[key][place], rule("changing_boundary"))
        if reasons[place]:
            yield Problem(FILE, place, "geometry", "", reasons[place])


def numbered(problems: list[Problem], table: pd.DataFrame) -> list[Problem]:
    """Return the problems with the feature's number and id instead of its row."""
    labels = [f"feature {n} ({area_id})" for n, area_id in enumerate(table["area_id"], start=1)]
    return [p._replace(row=None, column=f"{labels[p.row or 0]} {p.column}") for p in problems]
