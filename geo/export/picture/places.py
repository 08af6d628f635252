"""Places on a printed map: their signs, and their names where there is room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.export.picture import style
from geo.export.picture.fonts import font, width_of
from geo.export.picture.plan import BESIDE
from geo.export.picture.style import Pen

if TYPE_CHECKING:
    from geo.export.picture.background import Spot
    from geo.export.picture.plan import Plan

PLACE_POINTS: Final = 7.2


def take_places(plan: "Plan") -> list[tuple["Spot", tuple[float, float]]]:
    """Return the places inside the extent, and keep names off their signs."""
    found = []
    for spot in plan.background.places:
        x, y = plan.placed(np.array([[spot.x, spot.y]]))[0]
        if plan.box.contains(shapely.Point(x, y)):
            found.append((spot, (float(x), float(y))))
            plan.seats.take(shapely.Point(x, y).buffer(2.2))
    return found


def draw_places(plan: "Plan", places: Sequence[tuple["Spot", tuple[float, float]]]) -> None:
    """Draw the signs of places, and their names where there is room."""
    for spot, at in places:
        edge = Pen(0.7, style.INK)
        if spot.symbol in {"pass", "peak"}:
            fill = style.INK if spot.symbol == "peak" else "none"
            plan.page.sign(style.SYMBOLS[spot.symbol], at, 2.6, Pen(1.8, style.PAPER), edge, fill=fill)
        else:
            plan.page.sign(style.SYMBOLS[spot.symbol], at, 3.2, edge, fill=style.PAPER)
            if spot.symbol == "seat":
                plan.page.sign(style.SYMBOLS["town"], at, 1.8, fill=style.INK)
    for spot, at in places:
        if not spot.silent:
            _name(plan, spot, at)


def _name(plan: "Plan", spot: "Spot", at: tuple[float, float]) -> None:
    face = font(PLACE_POINTS, italic=True)
    wide, high = width_of(spot.name, face), PLACE_POINTS
    for side_x, side_y in BESIDE:
        x, y = at[0] + side_x * (wide / 2 + 4.5), at[1] + side_y * (high / 2 + 4)
        box = shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        if plan.seats.free(box):
            plan.seats.take(box)
            drawn = {"ha": "center", "halo": 1.8, "color": style.PLACE_INK}
            plan.page.text((x, y - high * 0.33), spot.name, face, **drawn)
            return
