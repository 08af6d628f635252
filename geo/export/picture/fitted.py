"""Text in a box: as large as there is room for, and cut only where the smallest letters do not fit."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from matplotlib.font_manager import FontProperties

from geo.export.picture.fonts import REGULAR, SAFE, broken, font, width_of

if TYPE_CHECKING:
    from geo.export.picture.page import Page

STEP: Final = 0.5
"""Points between two sizes that are tried."""

LEADING: Final = 1.3
"""Line height, in multiples of the letter size."""

LONGEST: Final = 2000
"""Characters that are measured; no box has room for more."""

CUT: Final = "…"
FROM_THE_RIGHT: Final = frozenset({"R", "AL"})
RIGHT_TO_LEFT_MARK: Final = "\u200f"


class Room(NamedTuple):
    """A box for text: width and height in points; the largest and the smallest letters, in points."""

    width: float
    height: float
    largest: float
    smallest: float
    weight: int = REGULAR


class Fitted(NamedTuple):
    """Lines that fit, in letters of one size."""

    lines: tuple[str, ...]
    face: FontProperties
    width: float
    """Of the box, in points."""

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return float(self.face.get_size_in_points())

    @property
    def height(self) -> float:
        """The height of all lines, in points."""
        return len(self.lines) * self.size * LEADING

    def draw(self, page: "Page", left: float, top: float, *, rtl: bool, **style: str) -> None:
        """Write the lines from a top line down, at the left of the box; right to left, at its right."""
        x, side = (left + self.width, "right") if rtl else (left, "left")
        for number, line in enumerate(self.lines):
            base = top - self.size * (1.0 + LEADING * number)
            page.text((x, base), _led(line) if rtl else line, self.face, ha=side, **style)


def fitted(text: str, room: Room, closing: str = "") -> Fitted:
    """Return a text in the largest letters that fit; if none do, cut, with ``…`` and what closes it.

    Parameters
    ----------
    text
        Without `closing`.
    closing
        What stands at its end and is never cut off, such as a quotation mark.
    """
    whole = text[:LONGEST] + (closing if len(text) <= LONGEST else CUT + closing)
    for size in np.arange(room.largest, room.smallest - STEP / 2, -STEP):
        face = font(float(size), weight=room.weight)
        made = Fitted(tuple(broken(whole, face, room.width * SAFE)), face, room.width)
        if made.height <= room.height:
            return made
    return _cut(made, max(int(room.height / (made.size * LEADING)), 1), CUT + closing)


def _cut(made: Fitted, most: int, ending: str) -> Fitted:
    """Return the first lines, the last of them shortened word by word until the ending fits behind it."""
    *kept, last = made.lines[:most]
    words = last.split(" ")
    while len(words) > 1 and width_of(" ".join(words) + ending, made.face) > made.width * SAFE:
        words.pop()
    return made._replace(lines=(*kept, " ".join(words).rstrip(" ,;:") + ending))


def from_the_right(text: str) -> bool:
    """Return whether a text runs from right to left: whether its first letter does."""
    return next(_ways(text), False)


def _ways(text: str) -> Iterator[bool]:
    """Yield of each letter whether it runs from right to left."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return (way in FROM_THE_RIGHT for way in ways if way == "L" or way in FROM_THE_RIGHT)


def _led(line: str) -> str:
    """Return a line of a text from the right, with a mark that says so where its first letter does not."""
    return RIGHT_TO_LEFT_MARK + line if any(_ways(line)) and not from_the_right(line) else line
