"""How far two lists of values agree: the share of equal ones, and Krippendorff's alpha."""

from collections.abc import Sequence
from typing import NamedTuple

import krippendorff


class Figure(NamedTuple):
    """Agreement in one variable.

    Attributes
    ----------
    variable
        One of `VARIABLES`, or `FOUND`.
    agree
        Share of equal values, 0 to 1; None = nothing to compare.
    alpha
        Krippendorff's, nominal, an empty cell being a value; None = undefined: nothing to compare, or both
        coders have the same one value everywhere, so that chance alone would agree as well.
    n
        Pairs of rows; of `FOUND`, sentences.
    """

    variable: str
    agree: float | None
    alpha: float | None
    n: int


def figure(variable: str, first: Sequence[object], second: Sequence[object]) -> Figure:
    """Return how far two lists of values agree, place by place."""
    if not first:
        return Figure(variable, None, None, 0)
    same = sum(one == other for one, other in zip(first, second, strict=True))
    return Figure(variable, same / len(first), alpha(first, second), len(first))


def alpha(first: Sequence[object], second: Sequence[object]) -> float | None:
    """Return Krippendorff's alpha of nominal values; None = undefined."""
    codes = {value: code for code, value in enumerate(dict.fromkeys([*first, *second]))}
    if len(codes) <= 1:
        return None
    data = [[codes[value] for value in values] for values in (first, second)]
    return float(krippendorff.alpha(data, level_of_measurement="nominal"))
