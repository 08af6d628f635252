"""Where the small maps of a sheet stand."""

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.export.picture.margins import MARGIN
from geo.export.picture.plan import Extent

if TYPE_CHECKING:
    from geo.export.picture.background import Background

COLUMNS: Final = 3

GUTTER: Final = 14.0

HEADING: Final = 30.0

COLUMNS_OF: Final = {0: 1, 1: 1, 2: 2, 4: 2}
"""How many maps are side by side where it is not `COLUMNS`."""

TALLEST: Final = 460.0

RATIOS: Final = (0.7, 1.7)
"""Smallest and largest width / height of a small map."""


class Grid(NamedTuple):
    """Where the small maps stand: in points, row by row, from the right where words run that way."""

    columns: int
    rows: int
    wide: float
    high: float
    scale: float
    rtl: bool

    @classmethod
    def of(cls, count: int, inner: float, land: "Background", *, rtl: bool) -> "Grid":
        """Return the grid of so many maps in a page of that width within its margins."""
        columns = COLUMNS_OF.get(count, COLUMNS)
        wide = (inner - GUTTER * (columns - 1)) / columns
        high = min(wide / _ratio(land), TALLEST)
        return cls(columns, math.ceil(count / columns), wide, high, min(0.35 + wide / inner, 1), rtl)

    @property
    def height(self) -> float:
        """The height of all rows, headings included."""
        return self.rows * (self.high + HEADING)

    def extent(self, number: int, top: float) -> Extent:
        """Return where the map of a number stands below `top`."""
        row, column = divmod(number, self.columns)
        place = self.columns - 1 - column if self.rtl else column
        left, bottom = MARGIN + place * (self.wide + GUTTER), top - (row + 1) * (self.high + HEADING)
        return Extent(left, bottom, self.wide, self.high, self.scale)


def _ratio(land: "Background") -> float:
    west, south, east, north = land.view
    return min(max((east - west) / (north - south), RATIOS[0]), RATIOS[1])
