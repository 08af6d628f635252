"""`relief.tif` and `relief.png`: the ground's shape under the colours, for orientation only."""

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

from geo.reading.errors import DataError, rule
from geo.reading.relief_bounds import NO_DATA, Bounds, bounds_of

ELEVATIONS: Final = "relief.tif"
SHADING: Final = "relief.png"

LARGEST_BYTES: Final = 40_000_000
MOST_PIXELS: Final = 16_000_000
MOST_SIDE: Final = 1_200
"""Pixels of the longer side that are kept."""

FEWEST: Final = 2
"""Pixels a side that a slope needs."""

HEIGHTS: Final = frozenset({"F", "I", "I;16", "I;16B", "I;16L", "I;16N", "I;16S"})
"""Pillow's names of one band of numbers that are no grey."""


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
    bounds = bounds_of(file, image, stated)
    elevations = image.mode in HEIGHTS
    if elevations and file == SHADING:
        raise DataError.at(file, rule("relief_deep"))
    values = _heights(image) if elevations else _grey(image)
    if not np.isfinite(values).any():
        raise DataError.at(file, rule("relief_empty"))
    return Relief(bounds, values, elevations)


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
