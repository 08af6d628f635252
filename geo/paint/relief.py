"""The relief as a shade over the fills: lit or level ground keeps the legend's colour, other slopes darken.

Black of a small opacity darkens a colour exactly as printing it on shaded ground would, so that a hatch, a
canvas and a picture need nothing of their own.
"""

import base64
import io
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

if TYPE_CHECKING:
    from geo.reading.relief import Relief
    from geo.reading.relief_bounds import Bounds

Floats = npt.NDArray[np.float32]

DEEPEST: Final = 0.3
"""Opacity of the deepest shade on ground that no area covers."""

ON_FILLS: Final = 1 / 3
"""Share of it over fills: outlines keep 3 to 1, and no fill comes nearer to another one than to its own."""

LIGHT_FROM, LIGHT_HEIGHT = 315, 45
"""Of the light, in degrees: from the north-west, as maps have it."""

METRES_A_DEGREE: Final = 111_320.0
MOST_BYTES: Final = 220_000
"""Of the image; 293,000 as text."""

SMALLER: Final = (1_000, 800, 640, 480, 320, 200)
"""Pixels of the longer side that are tried when all of them are too many bytes."""

HOW: Final[dict[str, Any]] = {"format": "WEBP", "quality": 1, "alpha_quality": 60, "method": 4}


def shade(relief: "Relief") -> Floats:
    """Return the opacity of black, 0 to `DEEPEST`, rows from the north; 0 where nothing is known.

    Elevations are lit from the north-west (`matplotlib.colors.LightSource`), and what is lighter than most of
    it stays without shade; an image is taken as it is, its white being without shade.
    """
    light = _lit(relief) if relief.elevations else relief.values
    level = float(np.nanmedian(light)) if relief.elevations else 1.0
    dark = np.clip((level - light) / max(level, 1e-6), 0, 1) * DEEPEST
    shaded: Floats = np.nan_to_num(dark).astype(np.float32)
    return shaded


def _lit(relief: "Relief") -> Floats:
    from matplotlib.colors import LightSource  # noqa: PLC0415 (0.1 s that only a folder with elevations needs)

    west, south, east, north = relief.bounds
    rows, columns = relief.values.shape
    down = (north - south) / rows * METRES_A_DEGREE
    across = (east - west) / columns * METRES_A_DEGREE * np.cos(np.radians((north + south) / 2))
    known = np.isfinite(relief.values)
    filled = np.where(known, relief.values, np.nanmean(relief.values))
    made = LightSource(LIGHT_FROM, LIGHT_HEIGHT).hillshade(filled, dx=max(across, 1.0), dy=max(down, 1.0))
    return np.where(known, made, np.nan).astype(np.float32)


def overlay(relief: "Relief") -> dict[str, Any]:
    """Return `bounds` (west, south, east, north, EPSG:4326), `image`, a WebP as data address, and `on_fills`.

    Its rows are those of the web's Mercator projection, in which the script stretches it.
    """
    south, north = relief.bounds[1], relief.bounds[3]
    rows = _mercator_rows(south, north, len(relief.values))
    image = _data_address(shade(relief)[rows])
    return {"bounds": list(relief.bounds), "image": image, "on_fills": round(ON_FILLS, 3)}


def _mercator_rows(south: float, north: float, count: int) -> npt.NDArray[np.intp]:
    """Return for each of as many rows, evenly spaced in Mercator, the row of even degrees that lies there."""
    low, high = (np.arctanh(np.sin(np.radians(np.clip(one, -85, 85)))) for one in (south, north))
    middles = high - (np.arange(count) + 0.5) / count * (high - low)
    latitudes = np.degrees(np.arcsin(np.tanh(middles)))
    rows: npt.NDArray[np.intp] = ((north - latitudes) / (north - south) * count).astype(np.intp)
    return rows.clip(0, count - 1)


def _data_address(opacity: Floats) -> str:
    alpha = Image.fromarray(np.round(opacity * 255).astype(np.uint8))
    whole = max(alpha.size)
    for side in (whole, *(side for side in SMALLER if side < whole)):
        packed = _packed(alpha, side)
        if len(packed) <= MOST_BYTES:
            break
    return f"data:image/webp;base64,{base64.b64encode(packed).decode()}"


def _packed(alpha: Image.Image, side: int) -> bytes:
    share = min(1.0, side / max(alpha.size))
    fewer = alpha.resize((max(1, round(alpha.width * share)), max(1, round(alpha.height * share))))
    black, made = Image.new("L", fewer.size, 0), io.BytesIO()
    Image.merge("RGBA", (black, black, black, fewer)).save(made, **HOW)
    return made.getvalue()


def sampled(opacity: Floats, bounds: "Bounds", lon: Floats, lat: Floats) -> Floats:
    """Return the opacity at points of EPSG:4326, degrees; 0 outside the bounds."""
    west, south, east, north = bounds
    rows, columns = opacity.shape
    row = np.floor((north - lat) / (north - south) * rows).astype(int)
    column = np.floor((lon - west) / (east - west) * columns).astype(int)
    inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    found = opacity[np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)]
    return np.where(inside, found, 0).astype(np.float32)
