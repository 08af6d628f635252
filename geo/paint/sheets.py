"""Areas too many to be drawn at once, cut into the sheets of a map series, each with its areas' borders."""

from typing import Any, Final, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from geo.paint.extent import points
from geo.reading.vocabulary import STORED_CRS

Shapes = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]

MANY_AREAS: Final = 20_000
"""With more outlined areas than this, borders come in sheets."""

MOST_VERTICES: Final = 10_000
"""Of a sheet, but for its last area: some 120 kB, at most 300."""

MOST_OF_ONE: Final = 5_000
"""Vertices of one area; above this its border is generalised for drawing."""

DECIMALS: Final = 5
"""Of degrees: about a metre."""

UNIT: Final = 10**DECIMALS
"""Positions are sent as whole numbers of this part of a degree."""

FINE: Final = 4000
"""Borders of what areas lie in are simplified to this share of the map's longer side."""

MOST_BORDERS: Final = 60_000
"""Vertices of those borders; with more there are none, since neighbours do not share theirs."""

MERCATOR: Final = "EPSG:3857"
WORLD_METRES: Final = 40_075_016.686
"""The width of the world in Web Mercator, which is 256 pixels at zoom 0."""


class Sheets(NamedTuple):
    """Areas cut into sheets.

    Attributes
    ----------
    number
        Of each area its sheet; -1 = a place at a point, which no sheet has.
    boxes
        Of each sheet: west, south, east, north in degrees.
    tables
        Of each sheet the outlines of its areas in map order, as `outlines` gives them.
    simplified
        Whether any border was generalised.
    """

    number: Ints
    boxes: list[list[float]]
    tables: list[dict[str, list[int]]]
    simplified: bool


def needs_sheets(shapes: Shapes) -> bool:
    """Return whether so many areas come in sheets."""
    return int((~points(shapes)).sum()) > MANY_AREAS


def sheets(shapes: Shapes) -> Sheets:
    """Return outlines cut into sheets of at most some `MOST_VERTICES`, of neighbours as far as possible.

    Areas are taken along a Hilbert curve. Borders are as they are, to `DECIMALS`; only an area of more than
    `MOST_OF_ONE` vertices is generalised.
    """
    outlined = np.flatnonzero(~points(shapes))
    huge = shapely.get_num_coordinates(shapes) > MOST_OF_ONE
    drawn = shapes.copy()
    drawn[huge] = [_fewer(shape) for shape in shapes[huge]]
    number = np.full(len(shapes), -1)
    number[outlined] = _numbered(drawn[outlined])
    members = [np.flatnonzero(number == sheet) for sheet in range(number.max() + 1)]
    boxes = [np.round(shapely.total_bounds(drawn[some]), DECIMALS).tolist() for some in members]
    return Sheets(number, boxes, [outlines(drawn[some]) for some in members], bool(huge.any()))


def _numbered(drawn: Shapes) -> Ints:
    """Return of each outline the number of its sheet, from 0 on without gaps."""
    along = np.argsort(gpd.GeoSeries(drawn).hilbert_distance().to_numpy(), kind="stable")
    before = np.cumsum(shapely.get_num_coordinates(drawn[along])) - 1
    number = np.empty(len(drawn), dtype=np.int64)
    number[along] = np.unique(before // MOST_VERTICES, return_inverse=True)[1]
    return number


def _fewer(shape: Any) -> Any:  # noqa: ANN401 (a geometry)
    """Return a shape of at most `MOST_OF_ONE` vertices, if that can be."""
    west, south, east, north = shapely.bounds(shape)
    tolerance = max(east - west, north - south) / FINE
    for _ in range(8):
        fewer = shapely.simplify(shape, tolerance)
        if shapely.get_num_coordinates(fewer) <= MOST_OF_ONE:
            break
        tolerance *= 2
    return fewer


def outlines(shapes: Shapes) -> dict[str, list[int]]:
    """Return outlines as flat lists of whole numbers.

    `polygons` of each area, `rings` of each polygon (the first is the outer one), `points` of each ring,
    which is left open at its end; `steps`: longitude and latitude in `UNIT`, of a ring's first point as they
    are, of each further one from the point before.
    """
    polygons, of_area = shapely.get_parts(shapes, return_index=True)
    rings, of_polygon = shapely.get_rings(polygons, return_index=True)
    at, of_ring = _positions(rings)
    open_end = np.append(of_ring[1:] == of_ring[:-1], False)
    return {
        "polygons": np.bincount(of_area, minlength=len(shapes)).tolist(),
        "rings": np.bincount(of_polygon).tolist(),
        **_steps(at[open_end], of_ring[open_end]),
    }


def _positions(lines: Shapes) -> tuple[Ints, Ints]:
    """Return positions in `UNIT`, and the line of each."""
    at, of_line = shapely.get_coordinates(lines, return_index=True)
    return np.rint(at * UNIT).astype(np.int64), of_line


def _steps(at: Ints, of_line: Ints) -> dict[str, list[int]]:
    """Return lines as `points` of each and `steps` from point to point."""
    steps = np.diff(at, axis=0, prepend=0)
    first = np.append(True, of_line[1:] != of_line[:-1])
    steps[first] = at[first]
    return {"points": np.bincount(of_line).tolist(), "steps": steps.ravel().tolist()}


def borders(shapes: Shapes, within: Ints) -> dict[str, list[int]]:
    """Return the borders of what areas lie in, each once, as `points` and `steps`; empty lists = none.

    `within` numbers what each area lies in; -1 = nothing known. A side that two areas share is a border
    where they lie in different ones; so is the edge of all ground.
    """
    lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(_sides(shapes, within))))
    west, south, east, north = shapely.total_bounds(shapes)
    for share in (FINE, FINE / 2, FINE / 4):
        fewer = shapely.simplify(lines, max(east - west, north - south) / share)
        if 0 < shapely.get_num_coordinates(fewer).sum() <= MOST_BORDERS:
            return _steps(*_positions(fewer))
    return {"points": [], "steps": []}


def _sides(shapes: Shapes, within: Ints) -> Shapes:
    """Return the sides of outlines beyond which another parent lies, as lines of two points in degrees."""
    rings, of_area = shapely.get_rings(shapes, return_index=True)
    at, of_ring = _positions(rings)
    goes_on = np.flatnonzero(of_ring[1:] == of_ring[:-1])
    parent = within[of_area[of_ring[goes_on]]]
    place = (at[:, 0] + 180 * UNIT) * (200 * UNIT) + at[:, 1] + 90 * UNIT
    ends = np.sort(np.column_stack([place[goes_on], place[goes_on + 1]]), axis=1)
    order = np.lexsort((parent, ends[:, 1], ends[:, 0]))
    ends, parent = ends[order], parent[order]
    begins = np.flatnonzero(np.append(True, (ends[1:] != ends[:-1]).any(axis=1)))
    last = np.append(begins[1:], len(ends)) - 1
    border = (begins == last) | (parent[begins] != parent[last])
    there = goes_on[order[begins[border]]]
    return np.asarray(shapely.linestrings(np.stack([at[there], at[there + 1]], axis=1) / UNIT))


def typical_side(shapes: Shapes) -> float:
    """Return how wide and high a typical area is at zoom 0, in pixels: the root of the median ground."""
    on_screen = gpd.GeoSeries(shapes, crs=STORED_CRS).to_crs(MERCATOR)
    return float(np.sqrt(on_screen.area.median()) / WORLD_METRES * 256)


def middles(shapes: Shapes) -> npt.NDArray[np.float64]:
    """Return a point inside each shape, longitude and latitude: its centre of gravity, where it is inside."""
    centre = shapely.centroid(shapes)
    inner = np.where(shapely.contains(shapes, centre), centre, shapely.point_on_surface(shapes))
    return shapely.get_coordinates(inner)
