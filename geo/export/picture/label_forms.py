"""The forms of an area's label: in full, smaller, its name alone, on two lines."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from matplotlib.font_manager import FontProperties

from geo.export.picture.fonts import BOLD, font, width_of
from geo.export.picture.plan import MARK_STEP

NAME_POINTS: Final = 10.0
WORD_POINTS: Final = 8.0
LEAST_POINTS: Final = 6.4
"""Letters are never smaller: they must be legible in print."""

SIZES: Final = (1.0, 0.8, 0.64)
"""How large a label is, where it does not fit as it should be."""

LEADING: Final = 1.14
"""Line height, in multiples of the letter size."""


class Line(NamedTuple):
    """A line of a label; `step` from baseline to baseline."""

    text: str
    face: FontProperties
    width: float
    step: float


class Label(NamedTuple):
    """A label in one of its forms; `size` in multiples of the usual one, `width` and `height` in points."""

    lines: tuple[Line, ...]
    size: float
    width: float
    height: float


def forms_of(name: str, word: str, room: int, size: float) -> Iterator[Label]:
    """Yield a label's forms, the fullest first: with its word; alone; marks below it; on two lines."""
    for share in SIZES:
        if word and _legible(WORD_POINTS * size * share, share):
            yield _label(
                [_bold(name, size * share), _plain(word, WORD_POINTS * size * share)], room, size * share
            )
    for share in SIZES:
        if _legible(NAME_POINTS * size * share, share):
            here = size * share
            yield _label([_bold(name, here)], room, here)
            if room:
                yield _label([_bold(name, here), _plain("", MARK_STEP * here)], room, here)
            if " " in name:
                yield _label([_bold(part, here) for part in name.rsplit(" ", 1)], room, here)


def _bold(text: str, size: float) -> Line:
    face = font(NAME_POINTS * size, weight=BOLD)
    return Line(text, face, width_of(text, face), NAME_POINTS * size * LEADING)


def _plain(text: str, points: float) -> Line:
    face = font(points)
    return Line(text, face, width_of(text, face) if text else 0.0, points * LEADING)


def _legible(points: float, share: float) -> bool:
    """Return whether letters are large enough, or as large as the map's letters are."""
    return share == SIZES[0] or points >= LEAST_POINTS - 1e-9


def _label(lines: Sequence[Line], room: int, size: float) -> Label:
    """Return a label of lines; marks follow the last one."""
    widths = [line.width for line in lines]
    widths[-1] += room * MARK_STEP * size
    return Label(tuple(lines), size, max(widths), sum(line.step for line in lines))
