"""A smooth line through given points, for a river that is known only at its settlements."""

from collections.abc import Sequence
from itertools import chain
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Position: TypeAlias = tuple[float, float]
Points: TypeAlias = NDArray[np.float64]

STEPS_PER_STRETCH: Final = 8


def smooth_line(stops: Sequence[Position]) -> list[Position]:
    """Return a centripetal Catmull-Rom curve that passes through every stop, in order."""
    points = np.array(stops)
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    stretches = [stretch(padded[i : i + 4]) for i in range(len(points) - 1)]
    return [(lon, lat) for lon, lat in chain(*stretches, [points[-1]])]


def stretch(four: Points) -> Points:
    """Return the curve between the second and third of four points, without its last point.

    Notes
    -----
    Barry and Goldman's recursion; knots are spaced by the square root of the distance.
    """
    p0, p1, p2, p3 = four
    spacing = np.sqrt(np.linalg.norm(np.diff(four, axis=0), axis=1))
    t0, t1, t2, t3 = np.concatenate([[0.0], np.cumsum(spacing)])
    t = np.linspace(t1, t2, STEPS_PER_STRETCH, endpoint=False)[:, None]
    first, middle, last = mixed(p0, p1, t0, t1, t), mixed(p1, p2, t1, t2, t), mixed(p2, p3, t2, t3, t)
    return mixed(mixed(first, middle, t0, t2, t), mixed(middle, last, t1, t3, t), t1, t2, t)


def mixed(p: Points, q: Points, a: float, b: float, t: Points) -> Points:
    """Return the points between `p` at `a` and `q` at `b`, at every `t`."""
    return ((b - t) * p + (t - a) * q) / (b - a)
