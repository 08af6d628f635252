"""Where a relief lies: what `conflict.toml` states, or a GeoTIFF itself."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from PIL import Image

from geo.reading.errors import DataError, Problem, rule
from geo.reading.toml import FILE as SETTINGS
from geo.reading.world import inside_world

KEY: Final = "relief_bounds"
SIDES: Final = 4
MOST_KEYS: Final = 1_000
SCALE, TIEPOINT, GEO_KEYS, NO_DATA = 33550, 33922, 34735, 42113
"""Tags of a GeoTIFF (OGC 19-008r4), and GDAL's for pixels without a value."""

MODEL, GEODETIC, DEGREES, WGS84 = 1024, 2048, 2, 4326
Bounds = tuple[float, float, float, float]


def bounds_of(file: str, image: Image.Image, stated: Sequence[float]) -> Bounds:
    """Return the bounds that `conflict.toml` states, else the file's own."""
    tags: Mapping[int, Any] = getattr(image, "tag_v2", {})
    keys = tuple(tags.get(GEO_KEYS, ()))[:MOST_KEYS]
    known = {keys[at]: keys[at + 3] for at in range(4, len(keys) - 3, 4)}
    if known.get(MODEL, DEGREES) != DEGREES or known.get(GEODETIC, WGS84) != WGS84:
        raise DataError.at(file, rule("relief_crs"))
    if stated:
        return float(stated[0]), float(stated[1]), float(stated[2]), float(stated[3])
    if SCALE not in tags or TIEPOINT not in tags or known.get(GEODETIC) != WGS84:
        raise DataError([Problem(SETTINGS, None, KEY, "", rule("relief_nowhere", file=file))])
    across, down = (float(one) for one in tags[SCALE][:2])
    column, row, _, lon, lat = (float(one) for one in tags[TIEPOINT][:5])
    west, north = lon - column * across, lat + row * down
    bounds = west, north - image.height * down, west + image.width * across, north
    if reason := why_no_bounds(bounds):
        raise DataError.at(file, reason)
    return bounds


def why_no_bounds(bounds: Sequence[float]) -> str:
    """Return the rule that west, south, east, north in degrees break; "" if none."""
    if len(bounds) != SIDES:
        return rule("relief_reversed")
    west, south, east, north = bounds
    if not inside_world(np.array(bounds)):
        return rule("outside_degrees")
    return "" if west < east and south < north else rule("relief_reversed")
