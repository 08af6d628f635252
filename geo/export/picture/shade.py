"""The relief on a picture: sampled where the page's points lie, since the page is not in degrees."""

from typing import TYPE_CHECKING, Final

import numpy as np
import pyproj

from geo.paint.relief import ON_FILLS, sampled, shade
from geo.reading import STORED_CRS

if TYPE_CHECKING:
    from geo.export.picture.plan import Plan
    from geo.reading.relief import Relief

PIXELS_A_POINT: Final = 1.5


def draw_shade(plan: "Plan", relief: "Relief | None", *, on_fills: bool = False) -> None:
    """Draw the shade over what a map has so far, as the script does, fainter on fills; None = nothing."""
    if relief is None:
        return
    left, bottom, wide, high = plan.extent[:4]
    columns, rows = round(wide * PIXELS_A_POINT), round(high * PIXELS_A_POINT)
    across = left + (np.arange(columns) + 0.5) / columns * wide
    up = bottom + high - (np.arange(rows) + 0.5) / rows * high
    x, y = plan.metres(*np.meshgrid(across, up))
    lon, lat = pyproj.Transformer.from_crs(plan.background.crs, STORED_CRS, always_xy=True).transform(x, y)
    opacity = sampled(shade(relief), relief.bounds, lon, lat)
    plan.page.darken(opacity * (ON_FILLS if on_fills else 1), (left, left + wide, bottom, bottom + high))
