"""Outlines with fewer points: on a grid, alike on both sides of a border."""

from contextlib import suppress

import shapely
from shapely.geometry.base import BaseGeometry


def snapped(shape: BaseGeometry, grid: float) -> BaseGeometry:
    """Return a shape with its points on a grid of so many degrees, where its neighbour's points go too.

    A shape that would collapse stays as it is.
    """
    with suppress(shapely.GEOSException):
        fewer = shapely.remove_repeated_points(shapely.set_precision(shape, grid, mode="pointwise"))
        if not shapely.is_valid(fewer):  # a bay narrower than the grid has closed
            fewer = shapely.set_precision(shape, grid)
        return shape if shapely.is_empty(fewer) else fewer
    return shape
