"""Orientation on a map: scale bar and locator."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.export.picture import style
from geo.export.picture.fonts import font, width_of
from geo.export.picture.style import Pen
from geo.paint.shapes import longest_bar

if TYPE_CHECKING:
    from geo.export.picture.background import Background
    from geo.export.picture.plan import Plan
    from geo.words import Words

BAR_SHARE: Final = 0.16
"""Share of the map's width; the scale bar is the longest round length that is not longer."""

LOCATOR: Final = (92.0, 68.0)


def scale_bar(plan: "Plan", words: "Words", right: float, base: float) -> None:
    """Draw a scale bar that ends at a point."""
    page, size = plan.page, plan.extent.letters
    face = font(7.6 * size)
    km = longest_bar(1000 * plan.points_per_metre, plan.extent.width * BAR_SHARE)
    length = km * 1000 * plan.points_per_metre
    text = words.say("map.km", count=km)
    end = right - width_of(text, face) - 5
    tall = 3.2
    bar = shapely.MultiLineString(
        [
            [(end - length, base + tall), (end - length, base), (end, base), (end, base + tall)],
            [(end - length / 2, base + tall), (end - length / 2, base)],
        ]
    )
    page.line(bar, Pen(3.2, style.GROUND), Pen(1, style.INK, round=False))
    page.text((right, base), text, face, ha="right", halo=2)
    plan.seats.take(shapely.box(end - length - 2, base - 3, right, base + 9))


def locator(plan: "Plan", background: "Background", right: float, base: float) -> None:
    """Draw the country with the study area filled, its lower right corner at a point."""
    if not len(background.country):
        return
    page, (wide, high) = plan.page, LOCATOR
    west, south, east, north = shapely.total_bounds(background.country)
    squeeze = float(np.cos(np.radians((south + north) / 2)))
    unit = min((wide - 10) / ((east - west) * squeeze), (high - 10) / (north - south))
    corner = np.array(
        [right - wide / 2 - (east - west) * squeeze * unit / 2, base + (high - (north - south) * unit) / 2]
    )

    def placed(at: NDArray[Any]) -> NDArray[Any]:
        return np.asarray((at - (west, south)) * (squeeze * unit, unit) + corner)

    box = shapely.box(right - wide, base, right, base + high)
    page.fill(box, [style.PAPER])
    for shape in background.country:
        page.fill(shapely.transform(shape, placed), [style.COUNTRY])
        page.line(shapely.transform(shape, placed), Pen(0.6, style.QUIET_EDGE))
    page.fill(shapely.transform(background.study, placed), [style.INK])
    for capital in background.capitals:
        x, y = placed(np.array([[capital.x, capital.y]]))[0]
        page.sign(style.SYMBOLS["town"], (x, y), 2.6, Pen(0.6, style.INK), fill=style.PAPER)
        page.text((x - 4, y - 6), capital.name, font(6.2), ha="right", va="center", halo=1.4)
    page.line(box, Pen(0.6, style.QUIET_EDGE))
    plan.seats.take(box)
