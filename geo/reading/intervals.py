"""Repeated equal cells of a table read as one report: an interval, with its first, last and ending cell.

Source: ``docs/codebook.md`` §7, points 2 to 4.
"""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading.cells import position_cells
from geo.reading.moments import OPEN, Ints, Moments, moments_of

Texts: TypeAlias = "np.ndarray[Any, np.dtype[np.object_]]"


def with_intervals(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the reports with each run of equal position cells as one of them, cells of nobody left out.

    Cells of one table about one place follow one another by their first day. Equal ones without another
    in between become the report of the first: `date_from` its first day, `date_to` the last day of the
    last, `cell` and `cell_row` those of the first. A cell's days end on the eve of the next one.

    Returns
    -------
    DataFrame
        RangeIndex, in the order of the file, and `CELL_COLUMNS`: `until`, the first day on which the
        table's next cell says something else (datetime64, NaT = it stands); `cell_days`, on how many
        days the table says so; `cell_runs`, those days as a tuple of first, last, first, last, … in
        days since 1970; `last_row`, the row of the last cell, "" = the only one, or it is about several
        days; `end_cell` and `end_row`, the cell of nobody that begins on `until`, "" = none. 0, () and ""
        where the row is no position cell.
    """
    plain = reports.assign(
        until=np.datetime64("NaT", "s"),
        cell_days=0,
        cell_runs=_empty(len(reports)),
        **{name: _texts(len(reports)).array for name in ("last_row", "end_cell", "end_row")},
    )
    chosen = np.flatnonzero(position_cells(reports).to_numpy())
    if not chosen.size:
        return plain.reset_index(drop=True)
    cells = moments_of(reports.iloc[chosen], chosen)
    return _joined(plain, cells, chosen)


def _empty(size: int) -> "np.ndarray[Any, np.dtype[np.object_]]":
    none = np.empty(size, dtype=object)
    none[:] = [()] * size
    return none


def _texts(size: int) -> "pd.Series[str]":
    return pd.Series("", index=range(size), dtype="str")


def _joined(plain: pd.DataFrame, cells: Moments, chosen: Ints) -> pd.DataFrame:
    """Return the reports with equal cells that follow one another as the first of them."""
    cells = cells.where(np.lexsort((cells.row, cells.moment, cells.value, cells.place)))
    new = np.ones(cells.row.size, dtype=np.bool_)
    same = (cells.place[1:] == cells.place[:-1]) & (cells.value[1:] == cells.value[:-1])
    new[1:] = ~(same & (cells.moment[1:] - cells.moment[:-1] <= 1))
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], new.size) - 1
    runs, days = _runs(cells, new)
    head = cells.row[starts]
    made = plain.copy()
    for name, values in {
        "date_from": _dates(cells.first[starts]),
        "date_to": _dates(cells.last[ends]),
        "until": _dates(cells.following[ends]),
        "cell_days": days,
        "cell_runs": runs,
        **_rows_cited(plain, cells, starts, ends),
    }.items():
        made[name] = _put(made[name], head, values)
    gone = np.zeros(len(plain), dtype=np.bool_)
    gone[chosen] = True
    gone[head] = (plain["party"] == "").to_numpy()[head]
    return made[~gone].reset_index(drop=True)


def _rows_cited(plain: pd.DataFrame, cells: Moments, starts: Ints, ends: Ints) -> dict[str, Texts]:
    """Return the last row of each interval, and the cell of nobody that ends it."""
    row, cell = (plain[name].to_numpy(dtype=object) for name in ("cell_row", "cell"))
    last, after = cells.row[ends], cells.after[ends]
    one_day = (starts < ends) & (cells.first[ends] == cells.last[ends])
    nobody = (plain["party"] == "").to_numpy()
    ended = ~nobody[last] & nobody[after]
    return {
        "last_row": np.where(one_day, row[last], ""),
        "end_cell": np.where(ended, cell[after], ""),
        "end_row": np.where(ended, row[after], ""),
    }


def _put(column: "pd.Series[Any]", places: Ints, values: Any) -> "pd.Series[Any]":  # noqa: ANN401
    """Return the column with the values at some places."""
    held = column.to_numpy(copy=True)
    held[places] = values
    return pd.Series(held, index=column.index, dtype=column.dtype)


def _runs(cells: Moments, new: npt.NDArray[np.bool_]) -> tuple["np.ndarray[Any, np.dtype[np.object_]]", Ints]:
    """Return of each interval its unbroken runs of days, and how many days they are in all."""
    broken = new.copy()
    reach = cells.last[:-1] + 1
    broken[1:] |= cells.first[1:] > reach
    lead = np.flatnonzero(broken)
    last = np.maximum.reduceat(cells.last, lead)
    pairs = np.column_stack([cells.first[lead], last])
    starts = np.flatnonzero(new[lead])
    stops = np.append(starts[1:], lead.size)
    days = np.add.reduceat(pairs[:, 1] - pairs[:, 0] + 1, starts)
    flat = pairs.ravel().tolist()
    runs = _empty(starts.size)
    runs[:] = [tuple(flat[2 * a : 2 * b]) for a, b in zip(starts.tolist(), stops.tolist(), strict=True)]
    return runs, days


def _dates(days: Ints) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    """Return days as dates, `OPEN` as NaT."""
    dates = np.where(days == OPEN, 0, days).astype("datetime64[D]").astype("datetime64[s]")
    dates[days == OPEN] = np.datetime64("NaT")
    return dates
