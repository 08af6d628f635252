"""Where names go: inside their area if possible, else next to it with a line; never on one another."""

import math
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
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


Numbers: TypeAlias = Any
Shapes: TypeAlias = Any
"""A number or a geometry, or an array of them."""


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

    def free(self, boxes: Shapes) -> npt.NDArray[np.bool_]:
        """Return which boxes are in the frame and touch nothing already placed."""
        there = shapely.intersects(np.array(self.taken)[:, np.newaxis], boxes).any(axis=0)
        return np.logical_and(shapely.contains(self.frame, boxes), ~there)

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
        points = np.array([middle, *((x, y) for x in across for y in up)])
        boxes = boxed(points[:, 0], points[:, 1], width, height)
        free = self.free(boxes)
        share = shapely.area(shapely.intersection(boxes[free], seen)) / (width * height)
        far = np.hypot(*(points[free] - middle).T) / math.hypot(right - left, top - bottom)
        for (x, y), here, away in zip(points[free].tolist(), share.tolist(), far.tolist(), strict=True):
            if here >= LEAST_INSIDE:
                yield here - FAR * away, x, y

    def _outside(
        self, middle: tuple[float, float], width: float, height: float
    ) -> Iterator[tuple[float, float]]:
        """Yield free positions around a point, the nearest first."""
        for reach in np.arange(0.6, 4, 0.2) * (width + height) / 2:
            turns = np.linspace(0, 2 * math.pi, 24, endpoint=False)
            x = middle[0] + np.cos(turns) * (reach + width / 4)
            y = middle[1] + np.sin(turns) * reach
            free = self.free(boxed(x, y, width, height))
            yield from zip(x[free].tolist(), y[free].tolist(), strict=True)


def boxed(x: Numbers, y: Numbers, width: float, height: float) -> Shapes:
    """Return the box of a label around its middle, or around each of many, with the gap that it keeps."""
    return shapely.box(x - width / 2 - GAP, y - height / 2 - GAP, x + width / 2 + GAP, y + height / 2 + GAP)


def _middle(seen: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle in the largest part."""
    part = max(shapely.get_parts(seen), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(part, tolerance=1)
    x, y = shapely.get_coordinates(circle)[0]
    return float(x), float(y)
