"""Pairs of shapes that overlap more than imprecise drawing explains."""

import math
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

MOST_DRAWN: Final = 500
"""Vertices of an area when overlaps are searched for."""

MOST_RINGS: Final = 50
MOST_FOUND: Final = 200
"""Overlaps; with more, something is wrong with the whole map."""

MOST_WORK: Final = 10_000_000
"""Vertices read and crossings found, in all; about three seconds."""

PER_PAIR: Final = 500
PER_CROSSING: Final = 4
LEAST_SHARE: Final = 0.01
"""Share of the smaller of two areas that must lie in the other; less is imprecise drawing."""


def overlapping(shapes: np.ndarray[Any, Any]) -> Iterator[tuple[int, int]]:
    """Yield the positions of each two shapes that overlap more than imprecise drawing explains.

    Last comes (0, 0) if the search was given up: two outlines of n vertices can cross n² times.
    """
    sizes = shapely.area(shapes)
    plain = np.array([plainer(shape) for shape in shapes], dtype=object)
    vertices = shapely.get_num_coordinates(plain)
    ones, others = shapely.STRtree(plain).query(plain)
    left, found = MOST_WORK, 0
    for one, other in zip(*(side[ones < others].tolist() for side in (ones, others)), strict=True):
        shared = shapely.intersection(plain[one], plain[other])
        left -= PER_PAIR + int(
            vertices[one] + vertices[other] + PER_CROSSING * shapely.get_num_coordinates(shared)
        )
        if shapely.area(shared) > LEAST_SHARE * min(sizes[one], sizes[other]):
            yield one, other
            found += 1
        if left < 0 or found == MOST_FOUND:
            yield 0, 0
            return


def plainer(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape as it is, or drawn with about `MOST_DRAWN` vertices: its largest rings, thinned out."""
    count = shapely.get_num_coordinates(shape)
    if count <= MOST_DRAWN:
        return shape
    parts = [_thinned(part, math.ceil(count / MOST_DRAWN)) for part in _largest(shapely.get_parts(shape))]
    drawn: BaseGeometry = shapely.make_valid(shapely.multipolygons(parts))  # type: ignore[assignment] # one shape
    return drawn


def _largest(found: np.ndarray[Any, Any]) -> list[BaseGeometry]:
    """Return the largest of some polygons or rings, in their order."""
    if len(found) <= MOST_RINGS:
        return list(found)
    sizes = shapely.area(shapely.polygons(found) if found[0].geom_type == "LinearRing" else found)
    return list(found[np.sort(np.argsort(sizes)[-MOST_RINGS:])])


def _thinned(polygon: Any, step: int) -> BaseGeometry:  # noqa: ANN401 (a polygon, which shapely does not tell apart)
    """Return a polygon with every so many-th vertex of its outline and of its largest holes."""
    rings = [polygon.exterior, *_largest(np.array(polygon.interiors, dtype=object))]
    kept = [shapely.get_coordinates(ring)[:-1] for ring in rings]
    outline, *holes = [ring[:: max(1, min(step, len(ring) // 4))] for ring in kept]
    return shapely.Polygon(outline, holes)
