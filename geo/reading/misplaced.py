"""Areas that are valid but probably misplaced: coordinates swapped, or overlapping another area."""

import math
from collections.abc import Iterator
from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.reading.districts import FILE
from geo.reading.errors import Problem, rule

Boxes = np.ndarray[Any, np.dtype[np.float64]]
MOST_COMPARED: Final = 1000
"""Areas; with more than this, overlaps are not searched for: it takes too long."""

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


def odd_places(areas: gpd.GeoDataFrame) -> Iterator[Problem]:
    """Yield areas that lie apart because coordinates are swapped, and pairs that cover the same ground.

    Parameters
    ----------
    areas
        As `geo.reading.districts.read_areas` returns them, EPSG:4326.
    """
    for place in np.flatnonzero(exchanged(areas.geometry.bounds.to_numpy())):
        yield Problem(FILE, None, None, str(areas.index[place]), rule("swapped", number=int(place) + 1))
    shapes = areas.geometry.to_numpy()
    outlined = np.flatnonzero(shapely.get_dimensions(shapes) > 0)  # a place at a point covers nothing
    if len(outlined) <= MOST_COMPARED:
        for pair in overlapping(shapes[outlined]):
            one, other = outlined[list(pair)].tolist()
            if one == other:
                yield Problem(FILE, None, None, "", rule("too_intricate"))
                continue
            said = rule("overlaps", number=other + 1, other=areas.index[one])
            yield Problem(FILE, None, None, str(areas.index[other]), said)


def exchanged(boxes: Boxes) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return which of the boxes (west, south, east, north) touch the others only with x and y swapped."""
    if len(boxes) < 2:  # noqa: PLR2004 (one area has no others)
        return np.zeros(len(boxes), dtype=bool)
    others = others_box(boxes)
    return ~touch(boxes, others) & touch(boxes[:, [1, 0, 3, 2]], others)


def others_box(boxes: Boxes) -> Boxes:
    """Return for each box the box around all others."""
    ordered = np.sort(boxes, axis=0)
    lows = np.where(boxes[:, :2] == ordered[0, :2], ordered[1, :2], ordered[0, :2])
    highs = np.where(boxes[:, 2:] == ordered[-1, 2:], ordered[-2, 2:], ordered[-1, 2:])
    return np.hstack([lows, highs])


def touch(one: Boxes, other: Boxes) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return which boxes have a point in common with their counterpart in the other array."""
    reach = (one[:, :2] <= other[:, 2:]) & (other[:, :2] <= one[:, 2:])
    return reach[:, 0] & reach[:, 1]


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
