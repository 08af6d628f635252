"""`districts.geojson`: the areas of the map, outlines and points checked and in longitude and latitude."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely

from geo.reading.checks import LONGEST_VALUE
from geo.reading.errors import DataError, Problem, rule
from geo.reading.geojson import LOADED, Bounds, read_collection
from geo.reading.names import ID, LONGEST_NAME, MOST_LANGUAGES
from geo.reading.outlines import outline_reasons, shapes, tangled, to_stored_crs
from geo.reading.vocabulary import AREA_PROPERTIES, STORED_CRS

FILE: Final = "districts.geojson"
LONGEST_VARIANTS: Final = 10_000
"""Characters of `name_variants`."""

CHANGES: Final = ("valid_from", "valid_to")
"""Boundaries that change are not supported: such an outline is set aside, not shown on the wrong days."""

NAME_COLUMN: Final = re.compile(r"name_[a-z]{2,3}")
"""Names in other languages, kept like `name_fa`."""


def read_areas(data: bytes, bounds: Bounds = LOADED) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """Read the areas and list the features that are not areas.

    Returns
    -------
    areas, problems
        Index area_id (str); columns `AREA_PROPERTIES` without it, text, "" = absent, further `name_xx`,
        and geometry: valid, non-empty Polygon or MultiPolygon, or Point (a place), in EPSG:4326.

    Raises
    ------
    DataError
        If the file is not GeoJSON or has more than `bounds`, if no area is left, or if so many areas lie
        over one another that drawing them takes too long.
    """
    collection = read_collection(FILE, data, bounds)
    geometry, reasons = shapes(
        [feature.geometry for feature in collection.features], truths=collection.truths
    )
    geometry = to_stored_crs(FILE, geometry, collection.crs)
    table = properties_of([feature.properties or {} for feature in collection.features])
    problems = list(area_problems(table, outline_reasons(geometry, reasons)))
    broken = {problem.row for problem in problems}
    keep = [place not in broken for place in range(len(table))]
    if not any(keep):
        raise DataError(numbered(problems, table))
    kept = geometry[keep]
    if tangled(kept[shapely.get_dimensions(kept) > 0]):
        raise DataError.at(FILE, rule("tangled_map"))
    shown = table.drop(columns=list(CHANGES))
    areas = gpd.GeoDataFrame(shown, geometry=geometry, crs=STORED_CRS)[keep].set_index("area_id")
    return areas, numbered(problems, table)


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
    for place, cells in enumerate(table.to_dict("records")):
        area_id, name = cells["area_id"], cells["name"]
        if not re.fullmatch(ID, area_id):
            yield Problem(FILE, place, "area_id", area_id[:LONGEST_VALUE], rule("no_id"))
        elif first.setdefault(area_id, place) != place:
            yield Problem(FILE, place, "area_id", area_id, rule("feature_twice", other=first[area_id] + 1))
        if not name:
            yield Problem(FILE, place, "name", "", rule("empty"))
        yield from cell_problems(cells, place)
        if reasons[place]:
            yield Problem(FILE, place, "geometry", "", reasons[place])


def cell_problems(cells: Mapping[Any, str], place: int) -> Iterator[Problem]:
    """Yield the properties of a feature that are too long, and those that would change its borders."""
    for key, text in cells.items():
        most = LONGEST_VARIANTS if key == "name_variants" else LONGEST_NAME
        if len(text) > most:
            yield Problem(FILE, place, key, text[:LONGEST_VALUE], rule("too_long", most=f"{most:,}"))
    for key in CHANGES:
        if cells[key]:
            yield Problem(FILE, place, key, cells[key], rule("changing_boundary"))


def numbered(problems: list[Problem], table: pd.DataFrame) -> list[Problem]:
    """Return the problems with the feature's number and id instead of its row."""
    labels = [f"feature {n} ({area_id})" for n, area_id in enumerate(table["area_id"], start=1)]
    return [p._replace(row=None, column=f"{labels[p.row or 0]} {p.column}") for p in problems]
