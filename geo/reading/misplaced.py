"""Areas that are valid but probably misplaced: coordinates swapped, or overlapping another area."""

from collections.abc import Iterator
from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely

from geo.reading.districts import FILE
from geo.reading.errors import Problem, rule
from geo.reading.overlaps import overlapping

Boxes = np.ndarray[Any, np.dtype[np.float64]]
MOST_COMPARED: Final = 1000
"""Areas; with more than this, overlaps are not searched for: it takes too long."""


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
