"""Places at a point on a printed map: their names beside the round signs, and their marks."""

from collections.abc import Mapping
from typing import Final

import shapely
from matplotlib.font_manager import FontProperties
from shapely.geometry.base import BaseGeometry

from geo.export.picture.fonts import BOLD, font, width_of
from geo.export.picture.plan import BESIDE, MARK_STEP, Plan, Shown, marks

NAME_POINTS: Final = 8.6
LEADING: Final = 1.14
GAP: Final = 2.0
LEAST_MARK: Final = 0.55
"""How large marks are at least, in multiples of the usual size."""


def name_points(plan: Plan, shown: Mapping[str, Shown], room: Mapping[str, int] | None = None) -> None:
    """Write the names of places beside their signs where there is room, marks behind the name.

    Marks whose name has no room stand at the sign's upper right: nothing that is reported is left out.
    `room`: how many marks to leave room for, so that names stay in place from map to map.
    """
    names = dict(zip(plan.background.ids, plan.background.names, strict=True))
    for area in reversed(plan.points):  # those of the focus first
        look = shown[area].look
        count = max((room or {}).get(area, 0), len(look.marks))
        size = max(plan.extent.letters, LEAST_MARK)
        at = _free(plan, plan.points[area], names[area], count * MARK_STEP * size)
        named = at is not None
        if at is not None:
            plan.page.text(at, names[area], _face(plan), ha="left", halo=2.0 * plan.extent.letters)
            at = at[0] + width_of(names[area], _face(plan)), at[1]
        else:
            _, _, east, north = plan.points[area].bounds
            at = east - 1 - 5.9 * size, north - 1 - 3.1 * size
        marks(plan.page, look.marks if named else plan.alone(area, look.marks), at, size)


def _free(plan: Plan, sign: BaseGeometry, name: str, behind: float) -> tuple[float, float] | None:
    """Return where a name with marks behind it begins, on its baseline, and take that room; None = none."""
    wide, high = width_of(name, _face(plan)) + behind, NAME_POINTS * LEADING * plan.extent.letters
    west, _, east, _ = sign.bounds
    middle, reach = sign.centroid, (east - west) / 2 + GAP
    for side_x, side_y in BESIDE:
        x = middle.x + side_x * (wide / 2 + (reach if not side_y else 0))
        y = middle.y + side_y * (high / 2 + reach)
        box = shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        if plan.seats.free(box):
            plan.seats.take(box)
            return x - wide / 2, y - high * 0.3
    return None


def _face(plan: Plan) -> FontProperties:
    return font(NAME_POINTS * plan.extent.letters, weight=BOLD)
