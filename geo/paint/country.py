"""The country's outline behind a locator: as the folder gives it, or made from the areas together."""

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.paint.sheets import MANY_AREAS
from geo.paint.snapped import snapped

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict

FINENESS: Final = 400
"""The made outline is simplified to this share of its larger side: a locator is about a hundred pixels."""

LEAST_SHARE: Final = 0.001
"""Of all ground; smaller parts are left out."""

_MADE: Final[WeakKeyDictionary["Conflict", NDArray[Any]]] = WeakKeyDictionary()


def country_shapes(conflict: "Conflict") -> NDArray[Any]:
    """Return the country's polygons in degrees (EPSG:4326); empty = there is nothing to locate.

    Without `outline.geojson` they are made from the areas, once a conflict, if the focus is some of them.
    """
    if conflict.country is not None:
        shapes = conflict.country.geometry.to_numpy()
        return np.asarray(shapes[shapely.get_type_id(shapes) != shapely.GeometryType.POINT])
    if conflict not in _MADE:
        _MADE[conflict] = _together(conflict) if _focus_is_a_part(conflict) else np.array([])
    return _MADE[conflict]


def _focus_is_a_part(conflict: "Conflict") -> bool:
    focus = conflict.groups.get(conflict.focus)
    there = len(focus.areas) if focus else int(conflict.focus in conflict.areas.index)
    return 0 < there < len(conflict.areas)


def _together(conflict: "Conflict") -> NDArray[Any]:
    """Return the polygons that all areas cover, simplified; places at a point cover nothing."""
    shapes = conflict.areas.geometry.to_numpy()
    shapes = shapes[shapely.area(shapes) > 0]
    if not len(shapes):
        return np.array([])
    west, south, east, north = shapely.total_bounds(shapes)
    fine = max(east - west, north - south) / FINENESS
    if len(shapes) > MANY_AREAS:
        shapes = _boxed(shapes, fine)
    # each on a grid and without its gaps first: areas over one another may cross a million times
    wide = shapely.buffer([snapped(shape, fine / 2) for shape in shapes], fine / 2, quad_segs=1)
    ground = shapely.simplify(shapely.union_all(wide), fine)
    parts = shapely.get_parts(ground)
    return np.asarray(parts[shapely.area(parts) >= LEAST_SHARE * shapely.area(ground)])


def _boxed(shapes: NDArray[Any], fine: float) -> NDArray[Any]:
    """Return the cells of a grid that small shapes touch, a box a run of them; larger shapes as they are.

    A shape that is smaller than two cells touches at most three, each way.
    """
    around = shapely.bounds(shapes)
    small = (around[:, 2:] - around[:, :2]).max(axis=1) < 2 * fine
    low, high = np.floor(around[small, 1::-1] / fine), np.ceil(around[small, 3:1:-1] / fine)
    cells = low[:, None] + np.indices((3, 3)).reshape(2, -1).T
    cells = np.unique(cells[(cells < high[:, None]).all(axis=2)], axis=0)
    begins = np.append(True, (np.diff(cells, axis=0) != (0, 1)).any(axis=1))
    (south, west), (north, east) = cells[begins].T, cells[np.append(begins[1:], True)].T + 1
    runs = shapely.box(*(np.array([west, south, east, north]) * fine))
    return np.concatenate([shapes[~small], runs])
