"""A column of cells read as days."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.reading.dates import read_day


class Days(NamedTuple):
    """A column read as days, each part on the column's index.

    Attributes
    ----------
    days
        datetime64[us]; NaT = absent or broken.
    rules
        The rule that a cell breaks, "" = none.
    """

    days: pd.Series
    rules: pd.Series


def read_days(cells: pd.Series) -> Days:
    """Return the days of a text column, and the rules that its cells break."""
    codes, texts = pd.factorize(cells)
    readings = [read_day(str(text)) for text in texts]
    days = np.array([reading.day for reading in readings], dtype="datetime64[us]")
    rules = pd.Series([reading.rule for reading in readings], dtype="str")
    return Days(pd.Series(days.take(codes), index=cells.index), rules.take(codes).set_axis(cells.index))
