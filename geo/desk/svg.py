"""Areas, hatches, words and marks of a small map as SVG."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, SubElement

import numpy as np
import shapely

from geo.paint.shapes import MARK_BOX, MARKS, TEXTURES, Texture

if TYPE_CHECKING:
    from geo.looks import Look


LETTER, LINE = 6.0, 12.0
"""Room that a name takes, pixels."""

DASHES: Final = {"solid": "", "dashed": "5 3", "dotted": "1.5 3"}
STRIPE: Final = 6
INK: Final = "#111111"
SVG: Final = "http://www.w3.org/2000/svg"
FACES: Final = "Noto Sans, Noto Sans Arabic, system-ui, sans-serif"


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


def draw_area(  # noqa: PLR0913 (how an area is drawn)
    svg: Element,
    area: str,
    shape: Any,  # noqa: ANN401 (a geometry)
    look: "Look",
    fill: str,
    *,
    bold: bool,
) -> None:
    """Draw an area, or the dot of a place at a point."""
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


def draw_text(svg: Element, lines: Sequence[str], x: float, top: float, *, bold: bool) -> None:
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
