"""The part of the map around an area: the area with a strong outline, and what is near it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import shapely

from geo.export.picture import style
from geo.export.picture.annotated import annotate
from geo.export.picture.background import Background, Box, background
from geo.export.picture.orientation import scale_bar
from geo.export.picture.plan import Extent, Plan, Shown
from geo.export.picture.style import Pen
from geo.paint.legend import legend

if TYPE_CHECKING:
    from datetime import date

    from geo.export.picture.page import Page
    from geo.export.picture.scene import Scene

REACH: Final = 1.5
"""Width and height of what is shown, in multiples of the area's."""

LEAST_SHARE: Final = 0.36
"""Of the whole view's width and height: less is never shown, so that a place at a point has surroundings."""

RING: Final = 3.0
"""Points between the sign of a place and the line around it."""


class Detail:
    """What the map shows on a day around one area, or the areas of a group.

    Parameters
    ----------
    story
        Whose map it is.
    area
        An area or a group.
    day
        The day of the map.
    """

    def __init__(self, story: "Scene", area: str, day: "date") -> None:
        self.story, self.day = story, day
        group = story.conflict.groups.get(area)
        self.chosen: Sequence[str] = group.areas if group else [area]
        land = background(story.conflict, story.words)
        self.land = replace(land, view=around(land, self.chosen), focus=None)
        self.shown: Mapping[str, Shown] = story.on(day)

    def keys(self, ratio: float) -> list[dict[str, Any]]:
        """Return the legend's keys for the areas in sight of a map whose width / height is `ratio`."""
        sight = shapely.box(*self.land.fitted(ratio))
        looks = [self.shown[area].look for area, shape in self.land.parts.items() if shape.intersects(sight)]
        return legend(list(dict.fromkeys(looks)), self.story.conflict, self.story.words)

    def draw(self, page: "Page", extent: Extent) -> None:
        """Draw it where it goes."""
        words = self.story.words
        plan = Plan(page, extent, self.land, rtl=words.direction == "rtl")
        plan.draw(self.shown)
        laid = [plan.areas[one] for one in self.chosen if one in plan.areas]
        rings = [plan.points[one].buffer(RING) for one in self.chosen if one in plan.points]
        for shape in filter(None, [shapely.union_all(laid), *rings]):
            page.line(shape, Pen(4.4, style.PAPER), Pen(2.6, style.INK))
        scale_bar(plan, words, extent.left + extent.width - 6, extent.bottom + 8)
        annotate(plan, self.story, self.shown, self.day)


def around(land: Background, areas: Sequence[str]) -> Box:
    """Return the box that areas and what is near them lie in, in metres."""
    west, south, east, north = shapely.total_bounds([land.parts[one] for one in areas])
    left, bottom, right, top = land.view
    wide = max((east - west) * REACH, (right - left) * LEAST_SHARE) / 2
    high = max((north - south) * REACH, (top - bottom) * LEAST_SHARE) / 2
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide, y - high, x + wide, y + high
