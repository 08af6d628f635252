"""A river drawn thinner towards its source: its lines in pieces, and how wide each is drawn."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

PIECES: Final = 10
THINNEST: Final = 0.35
"""Share of the full width at the source."""


class Piece(NamedTuple):
    """A part of a river, and the share of the full width that it is drawn with."""

    line: BaseGeometry
    share: float


def tapered(lines: Iterable[BaseGeometry]) -> list[Piece]:
    """Return each line, which runs downstream, in `PIECES` of one length, wider from one to the next.

    Lines may be of several parts; each part begins anew.
    """
    parts: list[LineString] = list(shapely.get_parts(np.asarray(list(lines), dtype=object)))
    ends = np.linspace(0, 1, PIECES + 1)
    shares = THINNEST + (1 - THINNEST) * (np.arange(PIECES) + 1) / PIECES
    return [
        Piece(substring(part, start, end, normalized=True), round(float(share), 3))
        for part in parts
        for start, end, share in zip(ends[:-1], ends[1:], shares, strict=True)
    ]
