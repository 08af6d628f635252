"""Shapes that map and picture draw alike: marks, signs of places, lengths of the scale bar.

The script takes them as JSON (`table`), the picture as they are. Points are (x, y), y downwards.
"""

from collections.abc import Sequence
from typing import Any, Final

Line = Sequence[tuple[float, float]]

MARK_BOX: Final = 12
"""Width and height of the box of a mark, its corner at (0, 0)."""

MARKS: Final[dict[str, Sequence[Line]]] = {
    "fighting": [[(2, 2), (10, 10)], [(10, 2), (2, 10)]],
    "contradicted": [[(1.5, 4.2), (10.5, 4.2)], [(1.5, 7.8), (10.5, 7.8)], [(8, 1.2), (4, 10.8)]],
    "denied": [
        [(6, 1.5), (9.2, 2.8), (10.5, 6), (9.2, 9.2), (6, 10.5), (2.8, 9.2), (1.5, 6), (2.8, 2.8), (6, 1.5)],
        [(2.8, 9.2), (9.2, 2.8)],
    ],
}
"""Crossed strokes, a struck equals sign, and a struck ring."""

SYMBOLS: Final[dict[str, Line]] = {
    "pass": [(-4.5, 3.5), (0, -4), (4.5, 3.5)],
    "peak": [(-4.5, 3.5), (0, -4.5), (4.5, 3.5), (-4.5, 3.5)],
}
"""Signs of places that are lines, around the place."""

DOTS: Final = {"seat": 3.4, "centre": 2.6, "town": 1.7}
"""Radius of the signs of places that are dots, on the scale of `SYMBOLS`.

A `seat` of a province has a dot inside.
"""

SYMBOL_REACH: Final = 4.5
"""Half the width of the widest symbol."""

BAR_KM: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Lengths of a scale bar; the longest that fits is drawn."""


def longest_bar(pixels_per_km: float, room: float) -> int:
    """Return the length in km of the longest scale bar that fits, else the shortest there is."""
    return max((km for km in BAR_KM if km * pixels_per_km <= room), default=BAR_KM[0])


def table() -> dict[str, Any]:
    """Return the shapes as the script takes them."""
    return {"mark_box": MARK_BOX, "marks": MARKS, "symbols": SYMBOLS, "dots": DOTS, "bar_km": BAR_KM}
