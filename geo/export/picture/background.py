"""What a picture draws, in metres: areas, river and places, projected around the middle of the view."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.export.picture.fonts import printed
from geo.paint.country import country_shapes
from geo.paint.extent import points, view_box
from geo.paint.geometry import RANKS, SYMBOLS, generalised, outline
from geo.paint.taper import Piece, tapered
from geo.reading import STORED_CRS, Conflict
from geo.sentences import short_name

if TYPE_CHECKING:
    import pandas as pd

    from geo.reading.relief import Relief
    from geo.words import Words

Shapes: TypeAlias = NDArray[Any]
Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north in metres."""

MARGIN: Final = 0.045
"""Margin around the view, as a share of its width and height."""


class Spot(NamedTuple):
    """A place: where it lies in metres, how it is drawn, and whether an area already has its name."""

    name: str
    symbol: str
    x: float
    y: float
    silent: bool


@dataclass(frozen=True, eq=False)
class Background:
    """A conflict's shapes in metres (Lambert azimuthal equal-area around the view's middle)."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    areas: Shapes
    chosen: frozenset[str]
    """The areas of the focus, or all."""
    focus: BaseGeometry | None
    """Outline of the focus, if it is a group."""
    river: tuple[Piece, ...]
    """In pieces, thinner towards the source."""
    places: tuple[Spot, ...]
    view: Box
    country: Shapes
    """Polygons of the country in degrees, for the locator; empty = unknown."""
    capitals: tuple[Spot, ...]
    study: BaseGeometry
    """The areas of the focus, or all, in degrees."""
    crs: str
    """The projection of all that is in metres."""
    relief: "Relief | None" = None
    """In degrees; None = the folder brings none."""

    def in_metres(self, lon: "pd.Series[float]", lat: "pd.Series[float]") -> NDArray[Any]:
        """Return points of EPSG:4326, degrees, in the picture's metres, n x 2."""
        return shapely.get_coordinates(_flat(gpd.points_from_xy(lon, lat), self.crs))

    def fitted(self, ratio: float) -> Box:
        """Return the view with a margin, made wider or taller until width / height = `ratio`."""
        west, south, east, north = self.view
        wide, high = (east - west) * (1 + 2 * MARGIN), (north - south) * (1 + 2 * MARGIN)
        wide, high = max(wide, high * ratio), max(high, wide / ratio)
        x, y = (west + east) / 2, (south + north) / 2
        return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2

    @cached_property
    def parts(self) -> dict[str, BaseGeometry]:
        """The shape of each area by its id."""
        return dict(zip(self.ids, self.areas, strict=True))


def background(conflict: Conflict, words: "Words") -> Background:
    """Return what a picture of the conflict draws, named in a language."""
    degrees, _ = generalised(conflict.areas.geometry.to_numpy())
    group = conflict.groups.get(conflict.focus)
    chosen = np.isin(conflict.areas.index, group.areas if group else [conflict.focus])
    chosen = chosen if chosen.any() else np.ones(len(degrees), dtype=bool)
    west, south, east, north = view_box(degrees, chosen)
    box = shapely.box(west, south, east, north)
    flat = f"+proj=laea +lat_0={box.centroid.y:.4f} +lon_0={box.centroid.x:.4f} +datum=WGS84 +units=m"
    areas = _flat(degrees, flat)
    edge = shapely.segmentize(box, 0.05)
    return Background(
        ids=tuple(conflict.areas.index),
        names=tuple(printed(short_name(conflict, area, words)) for area in conflict.areas.index),
        areas=areas,
        chosen=frozenset(conflict.areas.index[chosen]),
        focus=outline(areas[chosen & ~points(areas)]) if group and not chosen.all() else None,
        river=tuple(tapered(_flat(conflict.river.geometry, flat)) if conflict.river is not None else ()),
        places=_places(conflict, words, flat),
        view=tuple(float(side) for side in _flat(np.array([edge]), flat)[0].bounds),  # type: ignore[arg-type]
        country=country_shapes(conflict),
        capitals=_capitals(conflict, words),
        crs=flat,
        relief=conflict.relief,
        study=box if points(degrees[chosen]).all() else outline(degrees[chosen]),
    )


def _flat(shapes: Any, crs: str) -> Shapes:  # noqa: ANN401 - any array of shapes
    return np.asarray(gpd.GeoSeries(shapes, crs=STORED_CRS).to_crs(crs).to_numpy())


def _places(conflict: Conflict, words: "Words", crs: str) -> tuple[Spot, ...]:
    """Return the places, those to be named first at the front."""
    rows = conflict.places
    points = _flat(gpd.points_from_xy(rows["lon"], rows["lat"]), crs)
    taken = set(conflict.areas["name"])
    spots = [
        (
            RANKS.index(kind) if kind in RANKS else len(RANKS),
            Spot(printed(local or name), symbol, at.x, at.y, name in taken),
        )
        for kind, name, local, at, symbol in zip(
            rows["kind"],
            rows["name"],
            rows.get(f"name_{words.language}", rows["name"]),
            points,
            rows["kind"].map(SYMBOLS).fillna("town"),
            strict=True,
        )
    ]
    return tuple(spot for _, spot in sorted(spots, key=lambda one: one[0]))


def _capitals(conflict: Conflict, words: "Words") -> tuple[Spot, ...]:
    if conflict.country is None:
        return ()
    rows = conflict.country[conflict.country.geom_type == "Point"]
    names = rows.get(f"name_{words.language}", rows["name"])
    return tuple(
        Spot(printed(str(local or name)), "town", at.x, at.y, silent=False)
        for local, name, at in zip(names, rows["name"], rows.geometry, strict=True)
    )
