"""The picture's colours, line widths and signs: one place, in points."""

from typing import Final, NamedTuple

from matplotlib.path import Path

from geo.paint import shapes

INK: Final = "#16140f"
SOFT: Final = "#5c584d"
PAPER: Final = "#ffffff"
GROUND: Final = "#f3f1ea"
EDGE: Final = "#16140f"
QUIET_EDGE: Final = "#8a8578"
COUNTRY: Final = "#dedace"
BANK: Final = "#55636d"
WATER: Final = "#e9f1f5"
PLACE_INK: Final = "#3d3a31"

STRIPE_POINTS: Final = 5.0
"""Width of one stripe of a hatch."""


class Pen(NamedTuple):
    """How a line is drawn: width in points; dashes and gaps in points, none = solid."""

    width: float
    colour: str = INK
    dashes: tuple[float, ...] = ()
    round: bool = True


def _upwards(line: shapes.Line, *, base: float = 0, unit: float = 1) -> Path:
    """Return a line of the table as the page draws it, where y grows upwards."""
    at = [(x / unit, (base - y) / unit) for x, y in line]
    closed = line[0] == line[-1]
    return Path(at, [Path.MOVETO, *[Path.LINETO] * (len(at) - 1 - closed), *[Path.CLOSEPOLY] * closed])


MARKS: Final = {
    name: Path.make_compound_path(*(_upwards(line, base=shapes.MARK_BOX) for line in lines))
    for name, lines in shapes.MARKS.items()
}
"""In a box of `MARK_BOX` with its lower left corner at (0, 0)."""

MARK_BOX: Final = shapes.MARK_BOX

SYMBOLS: Final = {
    **{name: _upwards(line, unit=shapes.SYMBOL_REACH) for name, line in shapes.SYMBOLS.items()},
    **{name: Path.circle(radius=radius / shapes.SYMBOL_REACH) for name, radius in shapes.DOTS.items()},
}
"""Signs of places, in a box of two units around their point."""
