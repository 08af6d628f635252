"""What a small map shows: the box around some areas, and their shapes in it."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import geopandas as gpd
import shapely

WIDTH, HEIGHT = 290, 190
"""Of the map, pixels."""

AROUND: Final = 0.45
"""Of the larger side of the area that it is about: what is shown beyond each edge of it."""


class Frame(NamedTuple):
    """What a small map shows.

    Attributes
    ----------
    box
        West, south, east, north; degrees, EPSG:4326.
    areas
        Ids of the areas inside, in map order.
    concerned
        Those that the map is about.
    """

    box: tuple[float, float, float, float]
    areas: tuple[str, ...]
    concerned: tuple[str, ...]

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels to a degree of longitude and of latitude."""
        west, south, east, north = self.box
        return WIDTH / (east - west), HEIGHT / (north - south)


def frame_of(areas: gpd.GeoDataFrame, concerned: Sequence[str]) -> Frame:
    """Return the box around some areas with their neighbours, in the map's proportions, and what is in it."""
    west, south, east, north = areas.loc[list(concerned)].total_bounds
    shrink = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * shrink, 0.02), max(north - south, 0.02)
    margin = AROUND * max(wide, high)
    wide, high = wide + 2 * margin, high + 2 * margin
    wide, high = max(wide, high * WIDTH / HEIGHT), max(high, wide * HEIGHT / WIDTH)
    x, y = (west + east) / 2, (south + north) / 2
    box = (x - wide / shrink / 2, y - high / 2, x + wide / shrink / 2, y + high / 2)
    inside = areas.index[areas.geometry.intersects(shapely.box(*box))]
    return Frame(box, tuple(map(str, inside)), tuple(concerned))


def shapes_in(areas: gpd.GeoDataFrame, frame: Frame) -> Iterator[tuple[str, Any]]:
    """Yield each area's shape in pixels, cut at the frame's edges and as fine as pixels are."""
    west, _, _, north = frame.box
    across, down = frame.scale
    wide = shapely.box(-20, -20, WIDTH + 20, HEIGHT + 20)
    for area in frame.areas:
        shape = shapely.transform(areas.geometry[area], lambda xy: (xy - (west, north)) * (across, -down))
        if shape.geom_type != "Point":
            shape = shapely.intersection(shapely.make_valid(shapely.simplify(shape, 0.4)), wide)
        yield area, shape
