"""The legend under a map: each key's colour, pattern and word, on as many lines as needed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import shapely

from geo.export.picture import style
from geo.export.picture.fonts import font, width_of
from geo.export.picture.style import Pen

if TYPE_CHECKING:
    from geo.export.picture.page import Page

LETTERS: Final = 8.2
SWATCH: Final = (20.0, 10.0)
SIGN: Final = 9.0
AFTER_SWATCH: Final = 5.0
BETWEEN: Final = 16.0
LINE: Final = 17.0


def legend_lines(
    keys: Sequence[Mapping[str, Any]], width: float
) -> list[list[tuple[float, Mapping[str, Any]]]]:
    """Return the keys in lines, each with its offset from the start of the line, in points."""
    lines: list[list[tuple[float, Mapping[str, Any]]]] = [[]]
    at = 0.0
    for key in keys:
        needs = _lead(key) + AFTER_SWATCH + width_of(str(key["text"]), font(LETTERS))
        if lines[-1] and at + needs > width:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += needs + BETWEEN
    return lines


def draw_legend(
    page: "Page", keys: Sequence[Mapping[str, Any]], box: tuple[float, float, float], *, rtl: bool
) -> float:
    """Draw the legend from a top line (left, top, width) down and return where it ends, in points."""
    left, top, width = box
    base = top
    for line in legend_lines(keys, width):
        base -= LINE
        for away, key in line:
            _draw_key(page, key, (left + width - away if rtl else left + away, base), rtl=rtl)
    return base


def _lead(key: Mapping[str, Any]) -> float:
    """Return how wide a key's swatch and sign are, with the room between them."""
    swatch, sign = SWATCH[0] * ("outline" in key), SIGN * ("mark" in key)
    return swatch + sign + (AFTER_SWATCH if swatch and sign else 0)


def _draw_key(page: "Page", key: Mapping[str, Any], at: tuple[float, float], *, rtl: bool) -> None:
    x, base = at
    lead = _lead(key)
    start = x - lead if rtl else x
    if "outline" in key:
        _swatch(page, key, (x - SWATCH[0] if rtl else x, base - 1.4))
    if "mark" in key:
        page.sign(
            style.MARKS[str(key["mark"])],
            (start if rtl else start + lead - SIGN, base - 0.6),
            8.4 / style.MARK_BOX,
            Pen(1.2, style.INK),
        )
    beside = start - AFTER_SWATCH if rtl else start + lead + AFTER_SWATCH
    page.text((beside, base), str(key["text"]), font(LETTERS), ha="right" if rtl else "left")


def _swatch(page: "Page", key: Mapping[str, Any], corner: tuple[float, float]) -> None:
    left, bottom = corner
    shape = shapely.box(left, bottom, left + SWATCH[0], bottom + SWATCH[1])
    page.fill(shape, key["colours"], 3.4, key["texture"])
    if key["outline"] == "dotted":
        page.line(shape, Pen(0.9, style.QUIET_EDGE, (0.9, 2.0)))
    elif key["outline"] == "dashed":
        page.line(shape, Pen(1.4, style.INK, (4, 3), round=False))
    else:
        page.line(shape, Pen(0.7, style.EDGE))
