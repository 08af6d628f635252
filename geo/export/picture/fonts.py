"""Fonts of a picture, how wide words are in them, and words broken into lines."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from geo.export.picture.font_files import ARABIC, BOLD, LATIN, REGULAR, REST, register
from geo.words import visible

__all__ = ["BOLD", "REGULAR", "SAFE", "broken", "font", "printed", "width_of"]

SAFE: Final = 0.975
"""Share of a line's width that is used: letters are drawn slightly wider than they measure."""

MEASURED_AT: Final = 100.0


def font(size: float, *, weight: int = REGULAR, italic: bool = False) -> FontProperties:
    """Return a font of `size` points; letters that Noto Sans lacks come from Noto Sans Arabic, upright."""
    register()
    return FontProperties(
        family=[LATIN, ARABIC, REST], size=size, weight=weight, style="italic" if italic else "normal"
    )


def printed(text: str) -> str:
    """Return text from the data with hidden characters written out, in letters that the fonts have."""
    return visible(text).translate({0x27E8: "[", 0x27E9: "]"})


def width_of(text: str, face: FontProperties) -> float:
    """Return how wide a line is, in points."""
    points: float = face.get_size_in_points()
    return points * _width_at_one(text, face.get_weight(), face.get_style())


@lru_cache(maxsize=16_384)
def _width_at_one(text: str, weight: int, slant: str) -> float:
    """Return a line's width for letters of one point: outlines scale, so a line is measured once."""
    face = font(MEASURED_AT, weight=weight, italic=slant == "italic")
    width, _, _ = text_to_path.get_text_width_height_descent(text, face, ismath=False)
    return float(width) / MEASURED_AT


def broken(text: str, face: FontProperties, width: float) -> list[str]:
    """Return the text in lines of at most the given width, broken between words, or in one that is wider."""
    lines = [""]
    for word in _words(text, face, width):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, face) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _words(text: str, face: FontProperties, width: float) -> Iterator[str]:
    """Yield the words of a text; of one that is wider than a line, pieces that are not."""
    for word in text.split():
        piece = ""
        for letter in word if width_of(word, face) > width else ():
            if piece and width_of(piece + letter, face) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece or word
