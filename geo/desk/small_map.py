"""A small map of an area and its neighbours as SVG, to be put beside another one."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

import geopandas as gpd
import numpy as np
import shapely

from geo.looks import Look
from geo.paint.extent import middle
from geo.reading import Conflict
from geo.sentences import short_name
from geo.words import Words

WIDTH, HEIGHT = 290, 190
"""Of the map, pixels."""

AROUND: Final = 0.45
"""Of the larger side of the area that it is about: what is shown beyond each edge of it."""

LETTER, LINE = 6.0, 12.0
"""Room that a name takes, pixels."""

DASHES: Final = {"solid": "", "dashed": "5 3", "dotted": "1.5 3"}
STRIPE: Final = 6


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


def small_map(conflict: Conflict, frame: Frame, looks: Mapping[str, Look], words: Words, *, title: str) -> str:
    """Return the map as an SVG element: fills, hatches, outlines and names; its title for screen readers."""
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "role": "img",
            "aria-label": title,
            "font-family": "inherit",
        },
    )
    SubElement(svg, "title").text = title
    defs = SubElement(svg, "defs")
    fills = {look: _fill(defs, look) for look in dict.fromkeys(looks.values())}
    SubElement(svg, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": "#f4f4f2"})
    shapes = dict(_shapes(conflict.areas, frame))
    for area in sorted(frame.areas, key=lambda one: one in frame.concerned):
        _area(svg, area, shapes[area], looks[area], fills[looks[area]], bold=area in frame.concerned)
    _names(svg, conflict, shapes, frame, looks, words)
    return tostring(svg, encoding="unicode")


def _shapes(areas: gpd.GeoDataFrame, frame: Frame) -> Iterator[tuple[str, Any]]:
    """Yield each area's shape in pixels, cut at the frame's edges and as fine as pixels are."""
    west, _, _, north = frame.box
    across, down = frame.scale
    wide = shapely.box(-20, -20, WIDTH + 20, HEIGHT + 20)
    for area in frame.areas:
        shape = shapely.transform(
            areas.geometry[area], lambda xy: (xy - (west, north)) * (across, -down)  # noqa: B023 (used at once)
        )
        if shape.geom_type != "Point":
            shape = shapely.intersection(shapely.make_valid(shapely.simplify(shape, 0.4)), wide)
        yield area, shape


def _fill(defs: Element, look: Look) -> str:
    """Return what paints an area: white, a colour, or a hatch of equal widths."""
    colours = look.colours
    if len(colours) < 2:  # noqa: PLR2004 (a hatch has two colours or more)
        return colours[0] if colours else "#ffffff"
    name = "hatch-" + "-".join(colour.lstrip("#") for colour in colours)
    if not any(one.get("id") == name for one in defs):
        size = str(STRIPE * len(colours))
        square = {"width": size, "height": size, "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(defs, "pattern", {"id": name, **square, "patternTransform": "rotate(45)"})
        for place, colour in enumerate(colours):
            bar = {"x": str(place * STRIPE), "width": str(STRIPE), "height": size, "fill": colour}
            SubElement(pattern, "rect", bar)
    return f"url(#{name})"


def _area(svg: Element, area: str, shape: Any, look: Look, fill: str, *, bold: bool) -> None:  # noqa: ANN401 (a geometry)
    line = {
        "fill": fill,
        "stroke": "#111111" if bold else "#6b6b6b",
        "stroke-width": "2.2" if bold else "0.8",
        "data-area": area,
    }
    line |= {"stroke-dasharray": dashes} if (dashes := DASHES[look.outline]) else {}
    if shape.geom_type == "Point":
        SubElement(svg, "circle", {"cx": f"{shape.x:.1f}", "cy": f"{shape.y:.1f}", "r": "7", **line})
        return
    SubElement(svg, "path", {"d": "".join(_rings(shape)), "fill-rule": "evenodd", **line})


def _rings(shape: Any) -> Iterator[str]:  # noqa: ANN401
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        points = np.round(shapely.get_coordinates(ring), 1)
        yield "M" + "L".join(f"{x:g} {y:g}" for x, y in points[:-1]) + "Z"


def _names(  # noqa: PLR0913, PLR0917 (what a name says and where it has room)
    svg: Element, conflict: Conflict, shapes: Mapping[str, Any], frame: Frame, looks: Mapping[str, Look], words: Words
) -> None:
    """Write the names of the areas that the map is about, with their words; then the others' that have room."""
    taken: list[Any] = []
    for area in sorted(frame.areas, key=lambda one: one not in frame.concerned):
        own = area in frame.concerned
        lines = [short_name(conflict, area, words), *([looks[area].word] if own else [])]
        x, y = middle(shapes[area])
        wide, high = LETTER * max(map(len, lines)) / 2, LINE * len(lines) / 2
        room = shapely.box(x - wide, y - high, x + wide, y + high)
        inside = wide <= x <= WIDTH - wide and high <= y <= HEIGHT - high
        if not (own and len(frame.concerned) == 1) and (not inside or any(room.intersects(one) for one in taken)):
            continue
        taken.append(room)
        for place, text in enumerate(lines):
            style = {"text-anchor": "middle", "font-size": "11", "fill": "#111111", "stroke": "#ffffff"}
            style |= {"stroke-width": "3", "paint-order": "stroke", "stroke-linejoin": "round"}
            style |= {"font-weight": "700"} if own and not place else {}
            at = {"x": f"{x:.1f}", "y": f"{y - high + LINE * (place + 0.75):.1f}"}
            SubElement(svg, "text", {**at, **style}).text = text
