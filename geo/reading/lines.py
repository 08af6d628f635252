"""`river.geojson` and `outline.geojson`: lines and a country, for orientation only."""

from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.reading.districts import cell_text
from geo.reading.errors import DataError, Problem, rule
from geo.reading.geojson import read_collection
from geo.reading.outlines import round_the_world, to_stored_crs, truth_in
from geo.reading.vocabulary import STORED_CRS
from geo.reading.world import inside_world

RIVER: Final = "river.geojson"
OUTLINE: Final = "outline.geojson"
LINES: Final = ("LineString", "MultiLineString")
COUNTRY: Final = ("Polygon", "MultiPolygon", "Point")
"""A country's outline; a point is its capital."""

PROPERTIES: Final = ("name", "name_fa", "kind")


BROKEN: Final = (
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    OverflowError,
    ShapelyError,
)
"""What shapely raises when a geometry cannot be built."""


def read_shapes(file: str, data: bytes, kinds: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Return the shapes of a file: RangeIndex, columns name, name_fa, kind ("" = absent), EPSG:4326.

    Raises
    ------
    DataError
        If the file is not GeoJSON, or a feature has another geometry or lies outside the world.
    """
    collection = read_collection(file, data)
    found: list[BaseGeometry] = []
    for number, feature in enumerate(collection.features, start=1):
        if (feature.geometry or {}).get("type") not in kinds:
            raise DataError.at(file, rule("wrong_kind", number=number, kinds=" or ".join(kinds)))
        found.append(_shape(file, number, feature.geometry))
    stored = to_stored_crs(file, np.array(found, dtype=object), collection.crs)
    if not inside_world(shapely.total_bounds(stored)):
        raise DataError.at(file, rule("outside_degrees"))
    for number, shape in enumerate(stored, start=1):
        if shape.geom_type.endswith("Polygon") and (reason := why_not(shape)):
            raise DataError([Problem(file, None, f"feature {number}", "", reason)])
    rows = [
        [cell_text((feature.properties or {}).get(key)) for key in PROPERTIES]
        for feature in collection.features
    ]
    return gpd.GeoDataFrame(rows, columns=list(PROPERTIES), geometry=stored, crs=STORED_CRS)


def why_not(outline: BaseGeometry) -> str:
    """Return the rule that a country's outline breaks, "" if none."""
    if reason := round_the_world(outline):
        return reason
    why = shapely.is_valid_reason(outline)
    return "" if why == "Valid Geometry" else rule("not_simple", reason=why)


def _shape(file: str, number: int, geometry: Any) -> BaseGeometry:  # noqa: ANN401 (as pydantic read it)
    if truth_in(geometry.get("coordinates")):
        raise DataError([Problem(file, None, f"feature {number}", "", rule("no_numbers"))])
    try:
        return shapely.force_2d(shapely.geometry.shape(geometry))
    except BROKEN as error:
        raise DataError.at(file, rule("no_shape", number=number)) from error
