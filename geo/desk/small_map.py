"""A small map of an area and its neighbours as SVG, to be put beside another one."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

import geopandas as gpd
import numpy as np
import shapely

from geo.paint.extent import middle
from geo.paint.shapes import MARK_BOX, MARKS, TEXTURES, Texture
from geo.sentences import short_name

if TYPE_CHECKING:
    from geo.looks import Look
    from geo.reading import Conflict
    from geo.words import Words

WIDTH, HEIGHT = 290, 190
"""Of the map, pixels."""

AROUND: Final = 0.45
"""Of the larger side of the area that it is about: what is shown beyond each edge of it."""

LETTER, LINE = 6.0, 12.0
"""Room that a name takes, pixels."""

DASHES: Final = {"solid": "", "dashed": "5 3", "dotted": "1.5 3"}
STRIPE: Final = 6
INK: Final = "#111111"
SVG: Final = "http://www.w3.org/2000/svg"

FACES: Final = "Noto Sans, Noto Sans Arabic, system-ui, sans-serif"


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


@dataclass(frozen=True)
class SmallMap:
    """What is drawn: the looks of one day in a frame."""

    conflict: "Conflict"
    frame: Frame
    looks: Mapping[str, "Look"]
    words: "Words"

    def svg(self, title: str) -> str:
        """Return the map as an SVG element; its title is for screen readers."""
        size = {"viewBox": f"0 0 {WIDTH} {HEIGHT}", "width": str(WIDTH), "height": str(HEIGHT)}
        svg = Element("svg", {"xmlns": SVG, **size, "role": "img", "aria-label": title})
        SubElement(svg, "title").text = title
        defs = SubElement(svg, "defs")
        fills = {
            look: fill_of(defs, look.colours, look.texture) for look in dict.fromkeys(self.looks.values())
        }
        SubElement(svg, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": "#f4f4f2"})
        shapes = {
            area: shape for area, shape in _shapes(self.conflict.areas, self.frame) if not shape.is_empty
        }
        for area in sorted(shapes, key=self.concerns):
            look = self.looks[area]
            _area(svg, area, shapes[area], look, fills[look], bold=self.concerns(area))
        self._names(svg, shapes)
        return tostring(svg, encoding="unicode")

    def concerns(self, area: str) -> bool:
        """Return whether the map is about an area."""
        return area in self.frame.concerned

    def _names(self, svg: Element, shapes: Mapping[str, Any]) -> None:
        """Write names, words and marks of what the map is about, then the other names that have room."""
        taken: list[Any] = []
        for area in sorted(shapes, key=lambda one: not self.concerns(one)):
            own, look = self.concerns(area), self.looks[area]
            lines = [short_name(self.conflict, area, self.words), *([look.word] if own else [])]
            x, y = middle(shapes[area])
            high = LINE * (len(lines) + bool(own and look.marks)) / 2
            wide = LETTER * max(map(len, lines)) / 2
            room = shapely.box(x - wide, y - high, x + wide, y + high)
            free = shapely.box(0, 0, WIDTH, HEIGHT).contains(room) and not any(map(room.intersects, taken))
            if free or (own and len(self.frame.concerned) == 1):
                taken.append(room)
                _text(svg, lines, x, y - high, bold=own)
                draw_marks(svg, look.marks if own else (), x, y + high - LINE)


def _shapes(areas: gpd.GeoDataFrame, frame: Frame) -> Iterator[tuple[str, Any]]:
    """Yield each area's shape in pixels, cut at the frame's edges and as fine as pixels are."""
    west, _, _, north = frame.box
    across, down = frame.scale
    wide = shapely.box(-20, -20, WIDTH + 20, HEIGHT + 20)
    for area in frame.areas:
        shape = shapely.transform(areas.geometry[area], lambda xy: (xy - (west, north)) * (across, -down))
        if shape.geom_type != "Point":
            shape = shapely.intersection(shapely.make_valid(shapely.simplify(shape, 0.4)), wide)
        yield area, shape


def fill_of(defs: Element, colours: Sequence[str], texture: str = "") -> str:
    """Return what paints an area: white, a colour, or a hatch or texture, which `defs` then has."""
    colours = colours or ["#ffffff"]
    if len(colours) == 1 and not texture:
        return colours[0]
    name = "-".join([texture or "hatch", *(colour.lstrip("#") for colour in colours)])
    if not any(one.get("id") == name for one in defs):
        size = f"{STRIPE * (TEXTURES[texture].step if texture else len(colours)):g}"
        square = {"width": size, "height": size, "patternUnits": "userSpaceOnUse"}
        turned = {} if texture else {"patternTransform": "rotate(45)"}
        pattern = SubElement(defs, "pattern", {"id": name, **square, **turned})
        for place, colour in enumerate(colours):
            bar = {"x": str(place * STRIPE), "width": size if texture else str(STRIPE), "height": size}
            SubElement(pattern, "rect", {**bar, "fill": colour})
        if texture:
            SubElement(pattern, "circle", _disc(TEXTURES[texture]))
    return f"url(#{name})"


def _disc(texture: Texture) -> dict[str, str]:
    """Return a disc or ring of a texture in the middle of its square, as SVG has it."""
    middle, reach = f"{texture.step * STRIPE / 2:g}", (texture.radius - texture.line / 2) * STRIPE
    disc = {"cx": middle, "cy": middle, "r": f"{reach:g}"}
    if not texture.line:
        return {**disc, "fill": texture.colour}
    return {**disc, "fill": "none", "stroke": texture.colour, "stroke-width": f"{texture.line * STRIPE:g}"}


def _area(  # noqa: PLR0913 (how an area is drawn)
    svg: Element,
    area: str,
    shape: Any,  # noqa: ANN401 (a geometry)
    look: "Look",
    fill: str,
    *,
    bold: bool,
) -> None:
    line = {
        "fill": fill,
        "stroke": INK if bold else "#6b6b6b",
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


def _text(svg: Element, lines: Sequence[str], x: float, top: float, *, bold: bool) -> None:
    """Write lines below each other, the first in bold letters if it is so."""
    style = {
        "text-anchor": "middle",
        "font-size": "11",
        "fill": INK,
        "stroke": "#ffffff",
        "font-family": FACES,
    }
    style |= {"stroke-width": "3", "paint-order": "stroke", "stroke-linejoin": "round"}
    for place, text in enumerate(lines):
        weight = {"font-weight": "700"} if bold and not place else {}
        at = {"x": f"{x:.1f}", "y": f"{top + LINE * (place + 0.75):.1f}"}
        SubElement(svg, "text", {**at, **style, **weight}).text = text


def draw_marks(svg: Element, marks: Sequence[str], x: float, top: float) -> None:
    """Draw marks side by side, as the large map has them."""
    left = x - MARK_BOX * len(marks) / 2
    for place, mark in enumerate(marks):
        lines = ("M" + "L".join(f"{dx:g} {dy:g}" for dx, dy in line) for line in MARKS[mark])
        shape = {"d": "".join(lines), "fill": "none", "stroke-linecap": "round", "data-mark": mark}
        shape |= {"transform": f"translate({left + MARK_BOX * place:.1f} {top:.1f})"}
        SubElement(svg, "path", {**shape, "stroke": "#ffffff", "stroke-width": "4"})
        SubElement(svg, "path", {**shape, "stroke": INK, "stroke-width": "1.8"})
