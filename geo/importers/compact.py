"""Cells of a table as few rows: days on which it says the same are one, and ends are rows of their own."""

from typing import Any

import numpy as np
import pandas as pd

from geo.reading import compared_cells


def rows_of_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `control_reports.csv` that say what the cells say, by area and day.

    Parameters
    ----------
    cells
        `area_id`, `first` and `last` (days since 1970), `party` ("" = nobody), `cell` (`column=value`),
        `row`, and `closes`: the cell with which the position ends after `last`, "" = it stands.

    Returns
    -------
    DataFrame
        `area_id`, `date_from`, `date_to`, `party`, `cell`, `cell_row` as text. Equal cells on days that
        follow one another are one row, with the cell and the row of the first.
    """
    told = _until_the_next(_with_ends(cells))
    told = told.assign(compared=compared_cells(told["cell"]))
    same = told[["area_id", "party", "compared"]].astype("str").agg("\0".join, axis=1)
    told = told.assign(same=pd.factorize(same)[0]).sort_values(["same", "first", "row"], kind="stable")
    new = np.ones(len(told), dtype=np.bool_)
    key, first, last = (told[name].to_numpy() for name in ("same", "first", "last"))
    new[1:] = (key[1:] != key[:-1]) | (first[1:] > last[:-1] + 1)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(told)) - 1
    if not len(told):
        starts = ends = np.zeros(0, dtype=np.int64)
    head, tail = told.iloc[starts], told.iloc[ends]
    made = pd.DataFrame(
        {
            "area_id": head["area_id"].to_numpy(),
            "date_from": _dates(head["first"]),
            "date_to": _dates(tail["last"]),
            "party": head["party"].to_numpy(),
            "cell": head["cell"].to_numpy(),
            "cell_row": head["row"].astype("str").to_numpy(),
        }
    )
    return made.sort_values(["area_id", "date_from"], kind="stable", ignore_index=True)


def _with_ends(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the cells and, the day after one that closes, a cell of nobody unless another begins by then."""
    closing = cells[(cells["closes"] != "") & (cells["party"] != "")]
    ends = closing.assign(
        first=closing["last"] + 1, last=closing["last"] + 1, party="", cell=closing["closes"]
    )
    begins = {area: np.unique(days) for area, days in cells.groupby("area_id")["first"]}
    free = [
        not _begins_within(begins[area], start, end)
        for area, start, end in zip(ends["area_id"], closing["first"], ends["first"], strict=True)
    ]
    return pd.concat([cells, ends[np.array(free, dtype=np.bool_)]], ignore_index=True)


def _begins_within(begins: "np.ndarray[Any, Any]", after: int, day: int) -> bool:
    """Return whether a cell begins after the one that begins on `after`, on `day` at the latest."""
    place = int(np.searchsorted(begins, after, side="right"))
    return place < begins.size and bool(begins[place] <= day)


def _until_the_next(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the cells, each over on the eve of the area's next, without those of nobody that end nothing."""
    days = cells[["area_id", "first"]].drop_duplicates().sort_values(["area_id", "first"])
    following = days.groupby("area_id")["first"].shift(-1)
    somebody = cells[cells["party"] != ""].groupby(["area_id", "first"]).size()
    days = days.assign(following=following.fillna(np.iinfo(np.int64).max).astype("int64"))
    named = pd.MultiIndex.from_frame(days[["area_id", "first"]]).isin(somebody.index)
    before = pd.Series(named, index=days.index).groupby(days["area_id"]).shift(1)
    days = days.assign(named=named, ended=before.eq(True).to_numpy())
    told = cells.merge(days, on=["area_id", "first"], how="left")
    told["last"] = np.minimum(told["last"], told["following"] - 1)
    return told[(told["party"] != "") | (~told["named"] & told["ended"])]


def _dates(days: "pd.Series[int]") -> "np.ndarray[Any, Any]":
    return days.to_numpy().astype("datetime64[D]").astype(str)
