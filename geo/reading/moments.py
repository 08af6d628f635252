"""Cells of tables about one place in the order of their days, as integers."""

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading.cells import TABLE, compared_cells

Ints: TypeAlias = npt.NDArray[np.int64]
SAME: Final = ["party", "scope", "claimant", "compared", "reliability", "credibility", "note"]
"""Cells of one table about one place that agree in these say the same."""

OPEN: Final = np.iinfo(np.int64).max
"""A day after all others: where no cell follows."""


class Moments(NamedTuple):
    """Position cells sorted by place and first day, as integers; days count from 1970.

    `place` is table and place, `value` what is said, `moment` the place's first days numbered without
    gaps, `following` the first day of the place's next moment, `row` the position in the reports,
    `after` that of the next moment's first cell, or its own where none follows.
    """

    place: Ints
    value: Ints
    moment: Ints
    first: Ints
    last: Ints
    following: Ints
    row: Ints
    after: Ints

    def where(self, index: Any) -> "Moments":  # noqa: ANN401 - places or a mask
        """Return the cells at `index`, or those it marks."""
        return Moments(*(column[index] for column in self))


def moments_of(rows: pd.DataFrame, places: Ints) -> Moments:
    """Return the cells in order; one that names nobody counts only where no other begins that day."""
    first = _days(rows["date_from"].fillna(rows["date_to"]))
    place, value = _numbered(rows, TABLE), _numbered(rows.assign(compared=compared_cells(rows["cell"])), SAME)
    nobody = (rows["party"] == "").to_numpy()
    order = np.lexsort((places, value, nobody, first, place))
    cells = Moments(place, value, place, first, _days(rows["date_to"]), first, places, places).where(order)
    new = np.ones(order.size, dtype=np.bool_)
    new[1:] = (cells.place[1:] != cells.place[:-1]) | (cells.first[1:] != cells.first[:-1])
    lead, moment = np.flatnonzero(new), np.cumsum(new) - 1
    following = np.full(lead.size, OPEN)
    same = cells.place[lead[1:]] == cells.place[lead[:-1]]
    following[:-1][same] = cells.first[lead[1:]][same]
    after = np.append(lead[1:], lead[-1:])
    after = np.where(following < OPEN, cells.row[after], cells.row[lead])
    cells = cells._replace(moment=moment, following=following[moment], after=after[moment])
    cells = cells._replace(last=np.minimum(cells.last, cells.following - 1))
    return cells.where(~(nobody[order] & ~nobody[order][lead][moment]))


def _numbered(rows: pd.DataFrame, names: list[str]) -> Ints:
    """Return a number for each row: equal where all columns are."""
    number = np.zeros(len(rows), dtype=np.int64)
    for name in names:
        codes, words = pd.factorize(rows[name])
        pairs = number * (len(words) + 1) + codes
        number = pd.factorize(pairs)[0].astype(np.int64)
    return number


def _days(dates: "pd.Series[Any]") -> Ints:
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)
