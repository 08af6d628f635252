"""What the signs of two small maps mean: the large map's legend, of what occurs in them alone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from geo.desk.svg import DASHES, INK, SVG, draw_marks, fill_of
from geo.paint.legend import legend
from geo.paint.shapes import MARK_BOX

if TYPE_CHECKING:
    from geo.looks import Look
    from geo.reading import Conflict
    from geo.words import Words

WIDTH, HEIGHT = 24, 16
"""Of a key, pixels."""


class Sign(NamedTuple):
    """A key of the legend: how it is drawn, as an SVG element, and what it means."""

    svg: str
    text: str


def signs(looks: Sequence["Look"], conflict: "Conflict", words: "Words") -> list[Sign]:
    """Return the keys of everything that occurs in some looks, in the order of the large map's legend."""
    return [Sign(_drawn(key), str(key["text"])) for key in legend([*dict.fromkeys(looks)], conflict, words)]


def _drawn(key: dict[str, Any]) -> str:
    svg = Element("svg", {"xmlns": SVG, "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    if "outline" in key:
        line = {
            "stroke": INK,
            "stroke-dasharray": DASHES[key["outline"]],
            "fill": fill_of(svg, key["colours"], key["texture"]),
        }
        place = {"x": "1", "y": "1", "width": str(WIDTH - 2), "height": str(HEIGHT - 2)}
        SubElement(svg, "rect", {**place, **line})
    if mark := key.get("mark"):
        draw_marks(svg, (mark,), WIDTH / 2, (HEIGHT - MARK_BOX) / 2)
    return tostring(svg, encoding="unicode")
