"""What stands around the map, or maps, of a printed page: title, subtitle, legend, small lines."""

from typing import TYPE_CHECKING, Any, Final

from geo.export.picture import style
from geo.export.picture.credits import footer_lines, subtitle
from geo.export.picture.fonts import BOLD, SAFE, broken, font, printed
from geo.export.picture.legend_box import LINE, draw_legend, legend_lines

if TYPE_CHECKING:
    from geo.export.picture.page import Page
    from geo.reading import Conflict
    from geo.view import View


WIDTH: Final = 720.0
MARGIN: Final = 30.0
INNER: Final = WIDTH - 2 * MARGIN
FOOT_POINTS: Final = 7.2
FOOT_LINE: Final = 10.4


def titles(page: "Page", conflict: "Conflict", view: "View", *, days: str = "") -> None:
    """Write the title, and under it the day (or a line about several), narrator and day of knowledge."""
    rtl = view.words.direction == "rtl"
    x, side = (page.width - MARGIN, "right") if rtl else (MARGIN, "left")
    top = page.height - MARGIN
    page.text((x, top - 17), printed(conflict.title), font(19, weight=BOLD), ha=side)
    page.text((x, top - 36), days or view.words.day(view.day), font(13, weight=BOLD), ha=side)
    page.text((x, top - 52), subtitle(conflict, view), font(9), ha=side, color=style.SOFT)


class Foot:
    """The legend and the small lines below the map, or maps, of a page.

    Parameters
    ----------
    keys
        Of the legend.
    """

    def __init__(self, conflict: "Conflict", view: "View", keys: list[dict[str, Any]]) -> None:
        self.keys, self.rtl = keys, view.words.direction == "rtl"
        face, texts = font(FOOT_POINTS), footer_lines(conflict, view)
        self.lines = [line for text in texts for line in broken(text, face, INNER * SAFE)]

    @property
    def height(self) -> float:
        """How much room it takes, in points."""
        return LINE * len(legend_lines(self.keys, INNER)) + 14 + FOOT_LINE * len(self.lines)

    def draw(self, page: "Page", top: float) -> None:
        """Draw it from `top` down."""
        end = draw_legend(page, self.keys, (MARGIN, top, INNER), rtl=self.rtl)
        x, side = (page.width - MARGIN, "right") if self.rtl else (MARGIN, "left")
        for number, line in enumerate(self.lines):
            at = x, end - 16 - number * FOOT_LINE
            page.text(at, line, font(FOOT_POINTS), ha=side, color=style.SOFT)
