"""Hatches of equal width and textures, as shapes: they suggest no share; every printer draws them alike."""

import math
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from geo.paint.shapes import Texture

SLANT_DEGREES: Final = 45.0


def stripes(shape: BaseGeometry, colours: Sequence[str], width: float) -> list[tuple[str, BaseGeometry]]:
    """Return a shape as parts of one colour each; several colours alternate in slanted stripes.

    Parameters
    ----------
    shape
        A (multi)polygon.
    colours
        One: the whole shape. More: stripes of equal width, in this order.
    width
        Of a stripe, in the shape's units. The stripes of neighbours line up: they have a common origin.

    Returns
    -------
    list of (colour, shape)
        The first colour covers the whole shape, the others lie on top, so that no gap shows between them.
    """
    first, *others = colours
    parts = [(first, shape)]
    if others and not shape.is_empty:
        parts += [
            (colour, shapely.intersection(shape, band(shape.bounds, place, len(colours), width)))
            for place, colour in enumerate(others, start=1)
        ]
    return parts


def band(box: Sequence[float], place: int, turns: int, width: float) -> BaseGeometry:
    """Return every stripe of one colour in a box: number `place` of every `turns`."""
    west, south, east, north = box
    slant = math.radians(SLANT_DEGREES)
    step = width / math.sin(slant)
    reach = (north - south) / math.tan(slant)
    first = math.floor((west - reach - _shift(south, slant)) / (step * turns))
    last = math.ceil((east - _shift(south, slant)) / (step * turns))
    left = (np.arange(first, last + 1) * turns + place) * step + _shift(south, slant)
    corners = [(left, south), (left + step, south), (left + step + reach, north), (left + reach, north)]
    rings = np.stack([np.column_stack([x, np.full_like(left, y)]) for x, y in corners], axis=1)
    return shapely.MultiPolygon([shapely.Polygon(ring) for ring in rings])


def strewn(shape: BaseGeometry, texture: "Texture", stripe: float) -> BaseGeometry:
    """Return the discs or rings of a texture inside a shape; `stripe` is the width of a hatch's stripe."""
    west, south, east, north = shape.bounds
    step = texture.step * stripe
    columns = np.arange(math.floor(west / step), math.ceil(east / step) + 1)
    rows = np.arange(math.floor(south / step), math.ceil(north / step) + 1)
    x, y = np.meshgrid(columns * step, rows * step)
    points = shapely.points(x.ravel(), y.ravel())
    discs = shapely.buffer(points, texture.radius * stripe, quad_segs=3)
    if texture.line:
        inner = shapely.buffer(points, (texture.radius - texture.line) * stripe, quad_segs=3)
        discs = shapely.difference(discs, inner)
    return shapely.intersection(shape, shapely.MultiPolygon(discs.tolist()))


def _shift(south: float, slant: float) -> float:
    """Return how far stripes from the common origin have moved at a latitude."""
    return south / math.tan(slant)


def path_of(shape: BaseGeometry) -> Path:
    """Return the outline of a (multi)polygon, holes cut out, or of lines."""
    polygons = shapely.get_parts(shape)
    polygons = shapely.orient_polygons(polygons[shapely.get_dimensions(polygons) == 2])  # noqa: PLR2004 (surfaces)
    rings = chain.from_iterable(shapely.get_rings(polygon) for polygon in polygons)
    paths = [Path(shapely.get_coordinates(ring), closed=True) for ring in rings]
    return Path.make_compound_path(*paths) if paths else Path(np.empty((0, 2)))
