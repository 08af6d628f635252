"""Where names go: on their own area, or on empty ground with a line; never on another area or name."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.picture.seat import GAP, Seat, Shapes, Site, around, boxed, middle_of

EDGE: Final = 0.15
"""Points by which a label's box, which is a little larger than its letters, may reach over a border."""

STEPS: Final = 13
"""Positions tried across an area, in each direction."""

FAR: Final = 0.55
"""Weight of the distance from an area's middle, relative to a whole label inside the area."""

LEAST_INSIDE: Final = 0.6
"""Share of a label that must lie on its area; the rest may lie on empty ground, never on another area."""

LINES_TRIED: Final = 40
"""Of the free positions on empty ground, how many are tried for a line that crosses nothing."""


class Seats:
    """The positions taken on a map, and the next free one.

    Parameters
    ----------
    frame
        The map's box, in points.
    areas
        Every area of the map, in points; what they leave over is empty ground.
    """

    def __init__(self, frame: BaseGeometry, areas: Sequence[BaseGeometry] = ()) -> None:
        self.frame = frame.buffer(-2, join_style="mitre")
        self.taken = np.empty((0, 4))
        self.lines: list[BaseGeometry] = []
        self.areas = shapely.STRtree(areas)
        self._covered: BaseGeometry | None = None

    def take(self, box: BaseGeometry) -> None:
        """Mark a position, the bounds of a shape, as taken."""
        self.taken = np.vstack([self.taken, box.bounds])

    def free(self, boxes: Shapes) -> npt.NDArray[np.bool_]:
        """Return which boxes are in the frame and touch nothing already placed."""
        west, south, east, north = np.atleast_2d(shapely.bounds(boxes)).T[:, :, np.newaxis]
        left, bottom, right, top = self.frame.bounds
        held = (west >= left) & (south >= bottom) & (east <= right) & (north <= top)
        x0, y0, x1, y1 = self.taken.T
        there = ((west <= x1) & (x0 <= east) & (south <= y1) & (y0 <= north)).any(axis=1)
        if self.lines:
            there |= shapely.intersects(np.array(self.lines)[:, np.newaxis], boxes).any(axis=0)
        fits: npt.NDArray[np.bool_] = held[:, 0] & ~there
        return fits

    def site(self, area: BaseGeometry) -> Site | None:
        """Return an area as a label sees it; None = it is out of sight."""
        seen = shapely.intersection(area, self.frame)
        if not seen.area:
            return None
        near = self.areas.geometries.take(self.areas.query(shapely.box(*shapely.bounds(area)).buffer(_NEAR)))
        parts = shapely.get_parts([other for other in near if other is not area])
        others = shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
        shapely.prepare(others)
        return Site(area, seen, middle_of(seen), others)

    def seat(self, site: Site, sizes: Iterable[tuple[float, float]]) -> tuple[int, Seat] | None:
        """Return the first of several sizes, wide x high, that has room, and where; take that position.

        First on the area, for each size in turn, then on empty ground. None = there is no room.
        """
        wanted = list(sizes)
        for find in (self._on_area, self._on_ground):
            for number, (width, height) in enumerate(wanted):
                found = find(site, width, height)
                if found is not None:
                    self.hold(found)
                    return number, found
        return None

    def hold(self, seat: Seat) -> None:
        """Take a label's position and the line that leads to it."""
        self.take(boxed(seat.x, seat.y, seat.width, seat.height))
        if seat.line is not None:
            self.lines.append(seat.line.buffer(GAP))

    def _on_area(self, site: Site, width: float, height: float) -> Seat | None:
        """Return the best free position on an area: as much of it as possible inside, near the middle."""
        left, bottom, right, top = site.seen.bounds
        if (right - left) < width * LEAST_INSIDE or (top - bottom) < height * LEAST_INSIDE:
            return None
        across, up = np.meshgrid(np.linspace(left, right, STEPS), np.linspace(bottom, top, STEPS))
        points = np.vstack([site.middle, np.column_stack([across.ravel(), up.ravel()])])
        points = points[self.free(boxed(points[:, 0], points[:, 1], width, height))]
        text = boxed(points[:, 0], points[:, 1], width, height, gap=-EDGE)
        own = ~shapely.intersects(site.others, text)
        points, text = points[own], text[own]
        share = shapely.area(shapely.intersection(text, site.seen)) / shapely.area(text)
        far = np.hypot(*(points - site.middle).T) / math.hypot(right - left, top - bottom)
        score = np.where(share >= LEAST_INSIDE, share - FAR * far, -1.0)
        if not score.size or score.max() < LEAST_INSIDE - FAR / 2:
            return None
        x, y = points[score.argmax()].tolist()
        return Seat(x, y, width, height)

    def _on_ground(self, site: Site, width: float, height: float) -> Seat | None:
        """Return the nearest position off all areas from which a line crosses no other area or name."""
        points = around(site.middle, width, height)
        boxes = boxed(points[:, 0], points[:, 1], width, height)
        empty = ~shapely.intersects(self._land(), boxes)
        points, boxes = points[empty], boxes[empty]
        for x, y in points[self.free(boxes)][:LINES_TRIED].tolist():
            seat = Seat(x, y, width, height, site.middle)
            if self._clear(site, seat.line):
                return seat
        return None

    def _clear(self, site: Site, line: BaseGeometry | None) -> bool:
        """Return whether a line crosses no name, no other line and no other area."""
        if shapely.intersects(shapely.box(*self.taken.T), line).any():
            return False
        if self.lines and shapely.intersects(np.array(self.lines), line).any():
            return False
        crossed = self.areas.geometries.take(self.areas.query(line, predicate="intersects"))
        return all(other is site.area for other in crossed)

    def _land(self) -> BaseGeometry:
        """Return the ground that all areas cover together, made when first asked for."""
        if self._covered is None:
            self._covered = shapely.union_all(self.areas.geometries)
            shapely.prepare(self._covered)
        return self._covered


_NEAR: Final = 60.0
"""Points around an area in which a label of it could meet other areas."""


def by_size(areas: Mapping[str, BaseGeometry]) -> list[str]:
    """Return the areas' ids, the smallest area first: it has least choice."""
    return sorted(areas, key=lambda area: areas[area].area)
