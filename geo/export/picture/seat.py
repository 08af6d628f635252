"""A label's position, and an area as a label sees it."""

import math
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

GAP: Final = 1.5
"""Points between labels."""

TURNS: Final = 24
"""Directions in which a position on empty ground is looked for."""

Numbers: TypeAlias = Any
Shapes: TypeAlias = Any
"""A number or a geometry, or an array of them."""


class Seat(NamedTuple):
    """A label's position: its middle, its size, and the point that a line leads to (None = no line)."""

    x: float
    y: float
    width: float
    height: float
    anchor: tuple[float, float] | None = None

    @property
    def line(self) -> shapely.LineString | None:
        """Return the line from the label's nearest point to its area."""
        if self.anchor is None:
            return None
        wide, high = self.width / 2, self.height / 2
        x, y = self.anchor
        near = min(max(x, self.x - wide), self.x + wide), min(max(y, self.y - high), self.y + high)
        return shapely.LineString([near, self.anchor])

    def moved(self, x: float, y: float) -> "Seat":
        """Return the same position on another map of the same size."""
        anchor = self.anchor and (self.anchor[0] + x, self.anchor[1] + y)
        return self._replace(x=self.x + x, y=self.y + y, anchor=anchor)


class Site(NamedTuple):
    """An area as a label sees it: what is in sight, the middle, and the areas around."""

    area: BaseGeometry
    seen: BaseGeometry
    middle: tuple[float, float]
    others: BaseGeometry


def boxed(x: Numbers, y: Numbers, width: float, height: float, *, gap: float = GAP) -> Shapes:
    """Return the box of a label around its middle, or around each of many, with the gap that it keeps."""
    wide, high = width / 2 + gap, height / 2 + gap
    return shapely.box(x - wide, y - high, x + wide, y + high)


def around(middle: tuple[float, float], width: float, height: float) -> npt.NDArray[np.float64]:
    """Return positions around a point, the nearest first, n x 2."""
    reach = np.repeat(np.arange(0.6, 4, 0.2) * (width + height) / 2, TURNS)
    turn = np.tile(np.linspace(0, 2 * math.pi, TURNS, endpoint=False), len(reach) // TURNS)
    x = middle[0] + np.cos(turn) * (reach + width / 4)
    return np.column_stack([x, middle[1] + np.sin(turn) * reach])


def middle_of(seen: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle in the largest part."""
    part = max(shapely.get_parts(seen), key=shapely.area)
    circle = shapely.maximum_inscribed_circle(part, tolerance=1)
    x, y = shapely.get_coordinates(circle)[0]
    return float(x), float(y)
