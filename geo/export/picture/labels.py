"""Where names go: inside their area if possible, else next to it with a line; never on one another."""

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

GAP: Final = 1.5
"""Points between labels."""

STEPS: Final = 13
"""Positions tried across an area, in each direction."""

FAR: Final = 0.55
"""Weight of the distance from an area's middle, relative to a whole label inside the area."""

LEAST_INSIDE: Final = 0.6
"""Share of a label that must lie in its area; otherwise it goes outside, with a line."""


class Seat(NamedTuple):
    """A label's position: its middle, and the point that a line leads to (None = no line)."""

    x: float
    y: float
    anchor: tuple[float, float] | None


class Seats:
    """The positions taken on a map, and the next free one.

    Parameters
    ----------
    frame
        The map's box, in points.
    """

    def __init__(self, frame: BaseGeometry) -> None:
        self.frame = frame.buffer(-2, join_style="mitre")
        self.taken: list[BaseGeometry] = []

    def take(self, box: BaseGeometry) -> None:
        """Mark a position as taken."""
        self.taken.append(box)

    def free(self, box: BaseGeometry) -> bool:
        """Return whether a box is in the frame and touches nothing already placed."""
        return bool(self.frame.contains(box)) and not shapely.intersects(np.array(self.taken), box).any()

    def seat(self, shape: BaseGeometry, width: float, height: float) -> Seat | None:
        """Return the best free position for an area's label, and take it; None = there is none."""
        seen = shapely.intersection(shape, self.frame)
        if seen.is_empty:
            return None
        middle = _middle(seen)
        best = max(self._inside(seen, middle, width, height), default=None)
        if best is not None and best[0] > LEAST_INSIDE - FAR / 2:
            seat = Seat(best[1], best[2], None)
        else:
            outside = next(self._outside(middle, width, height), None)
            if outside is None:
                return None
            seat = Seat(*outside, middle)
        self.take(boxed(seat.x, seat.y, width, height))
        return seat

    def _inside(
        self, seen: BaseGeometry, middle: tuple[float, float], width: float, height: float
    ) -> Iterator[tuple[float, float, float]]:
        """Yield score and middle of each free position."""
        left, bottom, right, top = seen.bounds
        across, up = np.linspace(left, right, STEPS), np.linspace(bottom, top, STEPS)
        points = [middle, *((float(x), float(y)) for x in across for y in up)]
        size = math.hypot(right - left, top - bottom)
        for x, y in points:
            box = boxed(x, y, width, height)
            if not self.free(box):
                continue
            share = shapely.area(shapely.intersection(box, seen)) / (width * height)
            if share >= LEAST_INSIDE:
                far = math.hypot(x - middle[0], y - middle[1]) / size
                yield float(share - FAR * far), x, y

    def _outside(
        self, middle: tuple[float, float], width: float, height: float
    ) -> Iterator[tuple[float, float]]:
        """Yield free positions around a point, the nearest first."""
        for reach in np.arange(0.6, 4, 0.2) * (width + height) / 2:
            for turn in np.linspace(0, 2 * math.pi, 24, endpoint=False):
                x = middle[0] + math.cos(turn) * (reach + width / 4)
                y = middle[1] + math.sin(turn) * reach
                if self.free(boxed(x, y, width, height)):
                    yield float(x), float(y)


def boxed(x: float, y: float, width: float, height: float) -> BaseGeometry:
    """Return the box of a label around its middle, with the gap that it keeps."""
    return shapely.box(x - width / 2 - GAP, y - height / 2 - GAP, x + width / 2 + GAP, y + height / 2 + GAP)


def _middle(seen: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle in the largest part."""
    part = max(shapely.get_parts(seen), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(part, tolerance=1)
    x, y = shapely.get_coordinates(circle)[0]
    return float(x), float(y)
