"""A conflict's shapes as the script draws them: once per conflict, whatever the day or narrator."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.paint.country import country_shapes
from geo.paint.extent import extent, far_away, middle, points, view_box
from geo.paint.names import columns, families, named, rows
from geo.paint.relief import overlay
from geo.paint.sheets import DECIMALS, borders, middles, needs_sheets, sheets, typical_side
from geo.paint.snapped import snapped
from geo.paint.taper import tapered
from geo.words import visible

if TYPE_CHECKING:
    import pandas as pd

    from geo.reading.conflict import Conflict

MOST_VERTICES: Final = 60_000
"""Above this the borders are generalised for drawing."""

MANY_VERTICES: Final = 200_000
"""Above this they are first snapped to a fine grid, which takes a tenth of the time of generalising them."""

SYMBOLS: Final = {"provincial centre": "seat", "district centre": "centre", "pass": "pass", "peak": "peak"}
"""Kind of a place -> how it is drawn; any other kind is a `town`."""

RANKS: Final = ("provincial centre", "district centre", "pass", "peak", "town")
"""Places are named in this order as long as there is room."""

Box = list[float]


class Drawing(NamedTuple):
    """A conflict's shapes as JSON tables (``docs/painting.md``): the geometry, and many areas' sheets."""

    geometry: dict[str, Any]
    sheets: list[dict[str, list[int]]]


def geometry(conflict: "Conflict") -> dict[str, Any]:
    """Return the geometry JSON alone (`drawing`)."""
    return drawing(conflict).geometry


def drawing(conflict: "Conflict") -> Drawing:
    """Return the geometry JSON (``docs/painting.md``), longitude and latitude, EPSG:4326, and its sheets.

    Borders of more than `MOST_VERTICES` vertices are generalised, shared ones alike on both
    sides; `simplified` says so. An area without `rings` is a place at its `label`; `far` lists the places
    that the view leaves out. Of more areas than `geo.paint.sheets.MANY_AREAS` the sheets have the borders,
    as they are, and `areas` is a table of columns.
    """
    shapes = conflict.areas.geometry.to_numpy()
    drawn, areas, cut = _many(conflict, shapes) if needs_sheets(shapes) else _few(conflict, shapes)
    focus = _members(conflict, conflict.focus)
    chosen = conflict.areas.index.isin(focus) if focus else np.ones(len(drawn), dtype=bool)
    told = {
        "simplified": areas.pop("simplified"),
        "bounds": _rounded(extent(drawn, np.ones(len(drawn), dtype=bool))),
        "focus": _rounded(extent(drawn, chosen)),
        "view": _rounded(view_box(drawn, chosen)),
        "far": np.flatnonzero(far_away(drawn)).tolist(),
        **areas,
        "places": _places(conflict.places),
        **_river(conflict),
        **_country(conflict),
        **({"relief": overlay(conflict.relief)} if conflict.relief else {}),
    }
    return Drawing(told, cut)


Part: TypeAlias = tuple[np.ndarray[Any, Any], dict[str, Any], list[dict[str, list[int]]]]
"""Shapes as they are drawn, what the geometry JSON says of areas, and the sheets."""


def _few(conflict: "Conflict", shapes: np.ndarray[Any, Any]) -> Part:
    drawn, simplified = generalised(shapes)
    areas = [_area(row, shape) for (row, shape) in zip(rows(conflict), drawn, strict=True)]
    groups = [_group(conflict, name, drawn) for name in conflict.groups]
    return drawn, {"simplified": simplified, "areas": areas, "groups": groups, **families(conflict)}, []


def _many(conflict: "Conflict", shapes: np.ndarray[Any, Any]) -> Part:
    """Return what is said of areas that come in sheets: of the groups only the focus, which is outlined."""
    cut, lie_in, outlined = sheets(shapes), families(conflict), ~points(shapes)
    within = np.full(len(shapes), -1)
    for number, parent in enumerate(lie_in["parents"]):
        within[parent["areas"]] = number
    told = {
        "simplified": cut.simplified,
        "areas": columns(conflict, np.rint(middles(shapes) * 10**DECIMALS), cut.number),
        "groups": [_group(conflict, name, shapes) for name in conflict.groups if name == conflict.focus],
        **lie_in,
        "sheets": cut.boxes,
        "borders": borders(shapes[outlined], within[outlined]),
        "side": typical_side(shapes[outlined]),
    }
    return shapes, told, cut.tables


def generalised(shapes: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], bool]:
    """Return shapes of at most about `MOST_VERTICES` vertices in all, and whether any were changed.

    Shared borders stay shared (`shapely.coverage_simplify`, Visvalingam-Whyatt over the coverage).
    The tolerance doubles, from a thousandth of the map's width, until the shapes are few enough.
    """
    outlined = shapes[~points(shapes)]
    if shapely.get_num_coordinates(outlined).sum() <= MOST_VERTICES:
        return shapes, False
    west, south, east, north = shapely.total_bounds(outlined)
    tolerance = max(east - west, north - south) / 4000
    if shapely.get_num_coordinates(outlined).sum() > MANY_VERTICES:
        outlined = np.array([snapped(shape, tolerance / 2) for shape in outlined])
    for _ in range(8):
        fewer = shapely.coverage_simplify(outlined, tolerance)
        if shapely.get_num_coordinates(fewer).sum() <= MOST_VERTICES:
            break
        tolerance *= 2
    drawn = shapes.copy()
    drawn[~points(shapes)] = fewer
    return drawn, True


def outline(shapes: np.ndarray[Any, Any]) -> BaseGeometry:
    """Return the ground that shapes cover together, in EPSG:4326; places at a point cover none.

    Where neighbours do not share every point of their border, a point of one lying on a side of the other
    or a sliver lying in both, the quick union of a coverage fails or is invalid, and the general one is made.
    """
    covering = shapes[~points(shapes)]
    quick = shapely.coverage_is_valid(covering)
    return shapely.coverage_union_all(covering) if quick else shapely.union_all(covering)


def _area(row: Mapping[str, Any], shape: BaseGeometry) -> dict[str, Any]:
    return {**row, "label": _rounded(middle(shape)), "rings": _polygons(shape) if shape.area else []}


def _group(conflict: "Conflict", name: str, drawn: np.ndarray[Any, Any]) -> dict[str, Any]:
    group = conflict.groups[name]
    names = {language: visible(text) for language, text in group.names.items()}
    table = {"id": name, "name": visible(group.name), "names": names, "areas": list(group.areas)}
    if name != conflict.focus:
        return table
    members = drawn[conflict.areas.index.isin(group.areas)]
    around = _polygons(outline(members))
    return table | {"focus": True} | ({"outline": around} if around else {})


def _members(conflict: "Conflict", focus: str) -> list[str]:
    if focus in conflict.groups:
        return list(conflict.groups[focus].areas)
    return [focus] if focus in conflict.areas.index else []


def _places(places: "pd.DataFrame") -> list[dict[str, Any]]:
    rank = places["kind"].map({kind: number for number, kind in enumerate(RANKS)}).fillna(len(RANKS))
    ordered = places.assign(rank=rank.astype(int)).sort_values("rank", kind="stable")
    return [
        {
            **named(row),
            "lon": round(float(row["lon"]), DECIMALS),
            "lat": round(float(row["lat"]), DECIMALS),
            "kind": row["kind"],
            "symbol": SYMBOLS.get(row["kind"], "town"),
            "rank": row["rank"],
        }
        for row in ordered.to_dict("records")
    ]


def _country(conflict: "Conflict") -> dict[str, Any]:
    shapes = country_shapes(conflict)
    if not len(shapes):
        return {}
    rows = conflict.country
    points = rows[rows.geom_type == "Point"].to_dict("records") if rows is not None else []
    return {
        "country": [polygon[0] for polygon in _polygons(shapely.union_all(shapes))],
        "capitals": [{**named(row), "lon": row["geometry"].x, "lat": row["geometry"].y} for row in points],
    }


def _river(conflict: "Conflict") -> dict[str, Any]:
    """Return the river in pieces, and the share of the full width of each."""
    pieces = tapered(conflict.river.geometry) if conflict.river is not None else []
    return {
        "river": [_coordinates(piece.line) for piece in pieces],
        "river_widths": [piece.share for piece in pieces],
    }


def _polygons(shape: BaseGeometry) -> list[list[list[list[float]]]]:
    """Return a (multi)polygon as GeoJSON MultiPolygon coordinates, rings left open at their end."""
    polygons = shapely.get_parts(shape)
    return [[_coordinates(ring)[:-1] for ring in shapely.get_rings(polygon)] for polygon in polygons]


def _coordinates(line: BaseGeometry) -> list[list[float]]:
    pairs: list[list[float]] = np.round(shapely.get_coordinates(line), DECIMALS).tolist()
    return pairs


def _box(shapes: np.ndarray[Any, Any]) -> Box:
    return _rounded(shapely.total_bounds(shapes))


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), DECIMALS) for value in values]
