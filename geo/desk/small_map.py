"""A small map of an area and its neighbours as SVG, to be put beside another one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

import shapely

from geo.desk.frame import HEIGHT, WIDTH, Frame, shapes_in
from geo.desk.svg import LETTER, LINE, SVG, draw_area, draw_marks, draw_text, fill_of
from geo.paint.extent import middle
from geo.sentences import short_name

if TYPE_CHECKING:
    from geo.looks import Look
    from geo.reading import Conflict
    from geo.words import Words


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
            area: shape for area, shape in shapes_in(self.conflict.areas, self.frame) if not shape.is_empty
        }
        for area in sorted(shapes, key=self.concerns):
            look = self.looks[area]
            draw_area(svg, area, shapes[area], look, fills[look], bold=self.concerns(area))
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
                draw_text(svg, lines, x, y - high, bold=own)
                draw_marks(svg, look.marks if own else (), x, y + high - LINE)
