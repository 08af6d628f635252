"""`relief.tif` and `relief.png`: the ground's shape under the colours, for orientation only."""

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

from geo.reading.errors import DataError, Problem, rule
from geo.reading.toml import FILE as SETTINGS
from geo.reading.world import inside_world

ELEVATIONS: Final = "relief.tif"
SHADING: Final = "relief.png"
KEY: Final = "relief_bounds"

LARGEST_BYTES: Final = 40_000_000
MOST_PIXELS: Final = 16_000_000
MOST_SIDE: Final = 1_200
"""Pixels of the longer side that are kept."""

SIDES: Final = 4
MOST_KEYS: Final = 1_000
FEWEST: Final = 2
"""Pixels a side that a slope needs."""

HEIGHTS: Final = frozenset({"F", "I", "I;16", "I;16B", "I;16L", "I;16N", "I;16S"})
"""Pillow's names of one band of numbers that are no grey."""

SCALE, TIEPOINT, GEO_KEYS, NO_DATA = 33550, 33922, 34735, 42113
"""Tags of a GeoTIFF (OGC 19-008r4), and GDAL's for pixels without a value."""

MODEL, GEODETIC, DEGREES, WGS84 = 1024, 2048, 2, 4326

BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    MemoryError,
    RuntimeError,
    Image.DecompressionBombError,
)
"""What Pillow raises for a file that it cannot read."""

Bounds = tuple[float, float, float, float]
Floats = npt.NDArray[np.float32]


class Relief(NamedTuple):
    """The ground's shape.

    Attributes
    ----------
    bounds
        West, south, east and north edge in degrees, EPSG:4326.
    values
        Rows from the north: elevations in metres, or grey from 0 (black) to 1 (white); NaN = not known.
    elevations
        Which of the two.
    """

    bounds: Bounds
    values: Floats
    elevations: bool


def read_relief(
    files: Mapping[str, bytes], stated: Sequence[float], around: Sequence[float]
) -> Relief | None:
    """Return the relief of a folder's files, at most `MOST_SIDE` pixels a side; None = it brings none.

    Parameters
    ----------
    stated
        West, south, east, north of `conflict.toml`; empty = not stated. A GeoTIFF may have its own.
    around
        Those of the areas, some of which it must reach.

    Raises
    ------
    DataError
        If the file is no image of its kind, too large, lies elsewhere, or nobody says where it lies.
    """
    there = [name for name in (ELEVATIONS, SHADING) if name in files]
    if len(there) > 1:
        raise DataError.at(SHADING, rule("relief_twice"))
    for file in there:
        if len(files[file]) > LARGEST_BYTES:
            raise DataError.at(file, rule("too_large", size=LARGEST_BYTES // 1_000_000))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow warns of what is refused here, or does no harm
                found = _read(file, files[file], stated)
        except BROKEN as error:
            raise DataError.at(file, rule("relief_broken", reason=str(error)[:200])) from error
        if not _meet(found.bounds, around):
            raise DataError.at(file, rule("relief_elsewhere"))
        return found
    return None


def _meet(one: Bounds, other: Sequence[float]) -> bool:
    return bool(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def _read(file: str, data: bytes, stated: Sequence[float]) -> Relief:
    image = Image.open(io.BytesIO(data), formats=("TIFF",) if file == ELEVATIONS else ("PNG",))
    wide, high = image.size
    if wide * high > MOST_PIXELS:
        raise DataError.at(file, rule("relief_pixels", count=f"{wide * high:,}", most=f"{MOST_PIXELS:,}"))
    if min(wide, high) < FEWEST:
        raise DataError.at(file, rule("relief_small"))
    bounds = _bounds(file, image, stated)
    elevations = image.mode in HEIGHTS
    if elevations and file == SHADING:
        raise DataError.at(file, rule("relief_deep"))
    values = _heights(image) if elevations else _grey(image)
    if not np.isfinite(values).any():
        raise DataError.at(file, rule("relief_empty"))
    return Relief(bounds, values, elevations)


def _bounds(file: str, image: Image.Image, stated: Sequence[float]) -> Bounds:
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


def _heights(image: Image.Image) -> Floats:
    """Return elevations; the value that the file calls none is NaN."""
    none = str(getattr(image, "tag_v2", {}).get(NO_DATA, "")).strip("\0 ")
    values = np.array(image, dtype=np.float32)
    if none:
        values[values == np.float32(none)] = np.nan
    values[~np.isfinite(values)] = np.nan
    return np.asarray(_fewer(Image.fromarray(values)), dtype=np.float32)


def _grey(image: Image.Image) -> Floats:
    """Return an image's grey from 0 to 1; what is transparent is NaN."""
    grey, opaque = (np.asarray(band, dtype=np.float32) / 255 for band in _fewer(image.convert("LA")).split())
    return np.where(opaque > 0, grey, np.float32("nan")).astype(np.float32)


def _fewer(image: Image.Image) -> Image.Image:
    """Return an image of at most `MOST_SIDE` pixels a side, each the mean of those in its place."""
    share = min(1.0, MOST_SIDE / max(image.size))
    size = (max(FEWEST, round(image.width * share)), max(FEWEST, round(image.height * share)))
    return image if share == 1 else image.resize(size, Image.Resampling.BOX)
