"""Shapes that map and picture draw alike: marks, textures, signs of places, lengths of the scale bar.

The script takes them as JSON (`table`), the picture as they are. Points are (x, y), y downwards.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

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


class Texture(NamedTuple):
    """Discs or rings strewn over a ground in a square grid; lengths in widths of a hatch's stripe.

    Attributes
    ----------
    step
        From one to the next, across and down.
    radius
        Of each, its line included.
    line
        Of a ring; 0 = a disc.
    colour
        Of disc or line.
    """

    step: float
    radius: float
    line: float
    colour: str


TEXTURES: Final = {
    "own": Texture(step=1.25, radius=0.28, line=0, colour="#ffffff"),
    "denied": Texture(step=1.5, radius=0.38, line=0.17, colour="#8a8578"),
}
"""By `Look.texture`: a colour with holes in it, and white strewn with rings."""

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
    textures = {name: texture._asdict() for name, texture in TEXTURES.items()}
    shapes = {"mark_box": MARK_BOX, "marks": MARKS, "textures": textures}
    return {**shapes, "symbols": SYMBOLS, "dots": DOTS, "bar_km": BAR_KM}


def css(colours: Sequence[str], texture: str = "", stripe: float = 4) -> str:
    """Return a fill as a CSS background, stripes so many pixels wide, as `inks.js` writes it; "" = white."""
    ground = colours[0] if colours else "#ffffff" if texture else ""
    if len(colours) > 1:
        stops = (f"{fill} {i * stripe:g}px {(i + 1) * stripe:g}px" for i, fill in enumerate(colours))
        return f"repeating-linear-gradient(135deg, {', '.join(stops)})"
    if not texture:
        return ground
    step, radius, line, colour = TEXTURES[texture]
    hollow = f"transparent {(radius - line) * stripe:.2f}px, " if line else ""
    begins = (radius - line) * stripe + 0.4 if line else 0
    disc = (
        f"{hollow}{colour} {begins:.2f}px {radius * stripe:.2f}px, transparent {radius * stripe + 0.4:.2f}px"
    )
    return f"radial-gradient(circle, {disc}) 0 0 / {step * stripe:.2f}px {step * stripe:.2f}px, {ground}"
