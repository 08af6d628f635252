"""Shapes of a file of borders -> outlines and places in degrees; those that cross themselves mended."""

from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely
from pyproj.exceptions import ProjError
from shapely.geometry.base import BaseGeometry

from geo.reading import STORED_CRS, DataError, inside_world, rule, tangled

Outlines = np.ndarray[Any, np.dtype[np.object_]]

DECIMALS: Final = 7
"""Of a degree: a centimetre."""

SURFACES: Final = ("Polygon", "MultiPolygon")


def in_degrees(file: Path, shapes: gpd.GeoSeries) -> Outlines:
    """Return the shapes in EPSG:4326, flat; None = missing, empty, or beyond what can be converted.

    Raises
    ------
    DataError
        If the file names no coordinate system and its numbers are not degrees.
    """
    if shapes.crs is None:
        bounds = shapely.bounds(shapes.to_numpy())
        if not inside_world(bounds[~np.isnan(bounds).any(axis=1)]).all():
            raise DataError.at(file, rule("no_crs"))
    elif not shapes.crs.equals(STORED_CRS, ignore_axis_order=True):
        shapes = _converted(file, shapes)
    flat: Outlines = shapely.force_2d(shapes.to_numpy())
    gone = shapely.is_missing(flat) | shapely.is_empty(flat) | ~np.isfinite(shapely.bounds(flat)).all(axis=1)
    flat[gone] = None
    return flat


def _converted(file: Path, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    try:
        return shapes.to_crs(STORED_CRS)
    except ProjError as error:
        raise DataError.at(file, rule("unknown_crs", name=shapes.crs.name)) from error


def as_areas(shapes: Outlines) -> tuple[Outlines, list[str]]:
    """Return polygons, multipolygons and points, rounded, and what became of each other shape.

    Returns
    -------
    outlines, reasons
        None = left out; "" = nothing to say.
    """
    found = [_as_area(shape) for shape in shapes]
    outlines = np.array([outline for outline, _ in found] + [None], dtype=object)[:-1]
    return rounded(outlines), [reason for _, reason in found]


def _as_area(shape: BaseGeometry | None) -> tuple[BaseGeometry | None, str]:
    """Return one shape as an area, and what was done to it."""
    if shape is None:
        return None, rule("left_without_outline")
    if shape.geom_type in (*SURFACES, "Point"):
        return shape, ""
    parts = shapely.get_parts(shape)
    if shape.geom_type == "MultiPoint" and len(parts) == 1:
        return parts[0], ""
    if (surface := surface_of(shape)) is not None:
        return surface, rule("only_surfaces", kind=shape.geom_type)
    return None, rule("left_kind", kind=shape.geom_type)


def surface_of(shape: BaseGeometry) -> BaseGeometry | None:
    """Return the polygons of a shape as one polygon or multipolygon, None = it has none."""
    parts = [part for piece in shapely.get_parts(shape) for part in shapely.get_parts(piece)]
    surfaces = [part for part in parts if part.geom_type == "Polygon" and part.area > 0]
    if not surfaces:
        return None
    whole: BaseGeometry = surfaces[0] if len(surfaces) == 1 else shapely.multipolygons(surfaces)
    return whole


def rounded(outlines: Outlines) -> Outlines:
    """Return the outlines to a centimetre, except where that would make a good one cross itself."""
    short = shapely.transform(outlines, lambda corners: corners.round(DECIMALS))
    spoilt = _checked(outlines) & ~_checked(short)
    return np.where(spoilt, outlines, short)


def _checked(outlines: Outlines) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return which outlines are valid; what would take too long to check is not."""
    crowded = np.array([outline is not None and tangled(outline) for outline in outlines], dtype=bool)
    checked = outlines.copy()
    checked[crowded] = None
    return np.asarray(shapely.is_valid(checked))


def mended(outlines: Outlines) -> tuple[Outlines, list[tuple[int, str]]]:
    """Return the outlines with those that cross themselves mended, and a note for each of those.

    An outline that encloses nothing when mended stays as it is, as does one that takes too long.
    """
    bad = [
        place
        for place in np.flatnonzero(~_checked(outlines)).tolist()
        if outlines[place] is not None and not tangled(outlines[place])
    ]
    found = outlines.copy()
    notes: list[tuple[int, str]] = []
    for place in bad:
        reason = shapely.is_valid_reason(outlines[place])
        whole = shapely.make_valid(outlines[place], method="structure", keep_collapsed=False)
        if (surface := surface_of(whole)) is not None:
            found[place] = surface
            notes.append((place, rule("mended", reason=reason, parts=shapely.get_num_geometries(surface))))
    return found, notes
