"""The map of one day on a page: fills, borders, river, places, names."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.export.picture import style
from geo.export.picture.labels import Seats
from geo.export.picture.shade import draw_shade
from geo.export.picture.style import Pen

if TYPE_CHECKING:
    from geo.export.picture.background import Background
    from geo.export.picture.page import Page
    from geo.looks import Look

SIGN_SHARE: Final = 0.2
"""Share of the room that each place has, if they were spread evenly, that its sign's radius takes."""

SIGN_RADII: Final = (2.2, 7.0)
"""Of the signs of places at a point, at least and at most."""


class Shown(NamedTuple):
    """What an area shows on the day: its look and the words under its name."""

    look: "Look"
    word: str


class Extent(NamedTuple):
    """Where a map lies on its page, in points, and how large its letters are."""

    left: float
    bottom: float
    width: float
    height: float
    letters: float = 1.0


class Plan:
    """A map laid onto a page.

    Parameters
    ----------
    page, extent
        Where it goes.
    background
        The shapes it shows.
    rtl
        Whether the words run from right to left; marks follow their word.
    """

    def __init__(self, page: "Page", extent: Extent, background: "Background", *, rtl: bool = False) -> None:
        self.page, self.extent, self.background, self.rtl = page, extent, background, rtl
        west, south, east, _ = background.fitted(extent.width / extent.height)
        self.origin = west, south
        self.points_per_metre = extent.width / (east - west)
        right, top = extent.left + extent.width, extent.bottom + extent.height
        self.box = shapely.box(extent.left, extent.bottom, right, top)
        self.areas = {name: self.laid(shape) for name, shape in background.parts.items() if shape.area}
        self.points = self._signs()
        self.seats = Seats(self.box, list(self.areas.values()))
        for sign in self.points.values():
            self.seats.take(sign)
        self.fought: frozenset[str] = frozenset()
        """Areas whose fights are drawn where they were."""

    def laid(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape in metres at its position on the page, clipped to the extent."""
        moved = shapely.transform(shape, self.placed)
        return shapely.intersection(moved, self.box)

    def placed(self, metres: NDArray[Any]) -> NDArray[Any]:
        """Return points on the page."""
        return (metres - self.origin) * self.points_per_metre + (self.extent.left, self.extent.bottom)

    def metres(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return where points of the page lie, as `placed` takes them."""
        west, south = self.origin
        left, bottom = self.extent[:2]
        return (x - left) / self.points_per_metre + west, (y - bottom) / self.points_per_metre + south

    def alone(self, area: str, names: Sequence[str]) -> list[str]:
        """Return the marks of an area that stand without its name: fighting only where no event shows it."""
        return [name for name in names if name != "fighting" or area not in self.fought]

    def _signs(self) -> dict[str, BaseGeometry]:
        """Return the round sign of each place at a point that is in sight, those of the focus last."""
        places = [name for name, shape in self.background.parts.items() if not shape.area]
        room = SIGN_SHARE * math.sqrt(self.extent.width * self.extent.height / max(len(places), 1))
        radius = min(max(room, SIGN_RADII[0]), SIGN_RADII[1])
        laid = {
            name: self.laid(self.background.parts[name])
            for name in sorted(places, key=lambda name: name in self.background.chosen)
        }
        return {name: at.buffer(radius) & self.box for name, at in laid.items() if not at.is_empty}

    def draw(self, shown: Mapping[str, Shown]) -> None:
        """Draw everything but the names."""
        self.page.fill(self.box, [style.GROUND])
        draw_shade(self, self.background.relief)
        stripe = style.STRIPE_POINTS * max(self.extent.letters, 0.6)
        for name, shape in self.areas.items():
            self.page.fill(shape, shown[name].look.colours, stripe, shown[name].look.texture)
        draw_shade(self, self.background.relief, on_fills=True)
        for name, shape in self.areas.items():
            self._border(shape, shown[name].look)
        if self.background.focus is not None:
            self.page.line(self.laid(self.background.focus), Pen(1.5 * self.extent.letters))
        pieces = [(self.laid(line), share * self.extent.letters) for line, share in self.background.river]
        for width, colour in ((2.7, style.BANK), (1.5, style.WATER)):
            for line, size in pieces:
                self.page.line(line, Pen(width * size, colour))
        for name, sign in self.points.items():
            self.page.fill(sign, shown[name].look.colours, stripe, shown[name].look.texture)
            self._border(sign, shown[name].look, inset=-1.0)

    def outline(self, area: str | None) -> None:
        """Outline the chosen area, light on dark as on the page; None, or an area out of sight = nothing."""
        shape = self.areas.get(area or "", self.points.get(area or ""))
        if shape is not None:
            size = self.extent.letters
            self.page.line(shape, Pen(5.4 * size, style.INK), Pen(2.6 * size, style.PAPER))

    def _border(self, shape: BaseGeometry, look: "Look", *, inset: float = 1.8) -> None:
        size = self.extent.letters
        if look.outline == "dotted":
            self.page.line(shape, Pen(0.9 * size, style.QUIET_EDGE, (0.9, 2.6)))
            return
        self.page.line(shape, Pen(0.7 * size, style.EDGE))
        if look.outline == "dashed":
            inner = shape.buffer(-inset * size)
            self.page.line(
                inner,
                Pen(2.6 * size, style.PAPER),
                Pen(1.4 * size, style.INK, (4 * size, 3 * size), round=False),
            )


MARK_STEP: Final = 9.5
BESIDE: Final = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


def marks(page: "Page", names: Sequence[str], at: tuple[float, float], size: float) -> None:
    """Draw marks side by side from a point on the baseline, each `MARK_STEP` wide."""
    unit = 7.4 * size / style.MARK_BOX
    for place, name in enumerate(names):
        corner = at[0] + (place * MARK_STEP + 2.2) * size, at[1] - 0.6 * size
        page.sign(style.MARKS[name], corner, unit, Pen(3 * size, style.PAPER), Pen(1.1 * size, style.INK))
