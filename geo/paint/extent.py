"""What a map shows first: the focus with its neighbours, or the bulk of the places."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

Shapes = npt.NDArray[Any]
Bools = npt.NDArray[np.bool_]
Box = tuple[float, float, float, float]
"""West, south, east, north, degrees."""

GENEROUS: Final = 1.45
"""A wide frame's view may be this many times the focus's width or height, to take in neighbours whole."""

BULK: Final = (0.1, 0.9)
"""The shares between which the bulk of the places lies, of all longitudes and of all latitudes."""

FAR: Final = 3.0
"""A place is far when it lies this many times the bulk's longer side beyond it."""

MOST_FAR: Final = 0.05
"""Share of the places that can be far, or one; with more, the places are spread out, and none is far."""

HUGE_VERTICES: Final = 400
"""With this many vertices or more, a label starts at any inner point: the script places it anyway."""

LEAST_DEGREES: Final = 0.1
"""A view is at least so wide and high: one place alone has no extent."""


def points(shapes: Shapes) -> Bools:
    """Return which areas are places drawn at a point, and have no outline."""
    found: Bools = shapely.get_dimensions(shapes) == 0
    return found


def far_away(shapes: Shapes) -> Bools:
    """Return which places lie so far from the bulk of the places that a view of all would show nothing.

    Outlines are never far: who draws an area wants it seen.
    """
    places = points(shapes)
    at = shapely.get_coordinates(shapes[places])
    far = np.zeros(len(shapes), dtype=np.bool_)
    if not len(at):
        return far
    low, high = np.quantile(at, BULK, axis=0)
    away = np.maximum(low - at, at - high).max(axis=1)
    far[places] = away > FAR * max(*(high - low), LEAST_DEGREES)
    return far if far.sum() <= max(MOST_FAR * len(at), 1) else np.zeros_like(far)


def view_box(shapes: Shapes, chosen: Bools) -> Box:
    """Return what a wide frame shows first: the focus, and neighbours that fit with little extra room."""
    west, south, east, north = extent(shapes, chosen)
    wide, high = (east - west) * GENEROUS, (north - south) * GENEROUS
    near = shapely.box(west, south, east, north)
    for shape in shapes[~chosen & shapely.intersects(shapes, near)]:
        x0, y0, x1, y1 = shapely.bounds(shape)
        wider = min(west, x0), min(south, y0), max(east, x1), max(north, y1)
        if wider[2] - wider[0] <= wide and wider[3] - wider[1] <= high:
            west, south, east, north = wider
    return west, south, east, north


def extent(shapes: Shapes, chosen: Bools) -> Box:
    """Return the box around the chosen areas but for those far away, never without width or height."""
    near = chosen & ~far_away(shapes)
    shown = shapes[near if near.any() else chosen]
    west, south, east, north = map(float, shapely.total_bounds(shown))
    if not points(shown).any():
        return west, south, east, north
    wider, higher = (max(LEAST_DEGREES - size, 0) / 2 for size in (east - west, north - south))
    return west - wider, south - higher, east + wider, north + higher


def middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the largest circle inside the largest part; a point inside of huge shapes."""
    part = max(shapely.get_parts(shape), key=shapely.area)
    if not part.area:
        inner = part
    elif shapely.get_num_coordinates(part) > HUGE_VERTICES:
        inner = shapely.point_on_surface(part)
    else:
        inner = shapely.maximum_inscribed_circle(part, tolerance=np.sqrt(shapely.area(part)) / 50)
    x, y = shapely.get_coordinates(inner)[0]
    return float(x), float(y)
