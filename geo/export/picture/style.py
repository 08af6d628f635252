"""The picture's colours, line widths and signs: one place, in points."""

from typing import Final

from matplotlib.path import Path

INK: Final = "#16140f"
SOFT: Final = "#5c584d"
PAPER: Final = "#ffffff"
GROUND: Final = "#eceae2"
EDGE: Final = "#16140f"
QUIET_EDGE: Final = "#8a8578"
COUNTRY: Final = "#dedace"
BANK: Final = "#55636d"
WATER: Final = "#e9f1f5"
PLACE_INK: Final = "#3d3a31"

STRIPE_POINTS: Final = 5.0
"""Width of one stripe of a hatch."""

MARK_SIZE: Final = 12.0
"""The signs below are drawn in a box of this size."""

MARKS: Final = {
    "fighting": Path([(2, 2), (10, 10), (10, 2), (2, 10)], [1, 2, 1, 2]),
    "contradicted": Path([(1.5, 4.2), (10.5, 4.2), (1.5, 7.8), (10.5, 7.8), (4, 1.2), (8, 10.8)], [1, 2] * 3),
}
"""Crossed strokes, and a struck equals sign; y upwards."""

SYMBOLS: Final = {
    "pass": Path([(-1, -0.8), (0, 0.9), (1, -0.8)], [1, 2, 2]),
    "peak": Path([(-1, -0.8), (0, 0.9), (1, -0.8), (-1, -0.8)], [1, 2, 2, 79]),
    "centre": Path.circle(radius=0.62),
    "town": Path.circle(radius=0.42),
}
"""Signs of places, in a box of two units around their point."""
