"""What an engine has written, looked up: the areas on some days, as a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from geo.reading import DataError, Scope, Status, rule
from geo.scale.columns import LISTS, TIMELINE
from geo.timeline import FLAGS, Ragged, Timeline, timeline_again

SHOWN: Final = tuple(name for name in TIMELINE.names if name not in {*LISTS, "until"})
"""Columns that decide how an area looks; the others name the reports behind it."""

MARK: Final = "\x1f"


@dataclass(frozen=True)
class Output:
    """The output of an engine: one Parquet file, or a flat folder of `part-*.parquet`.

    Parameters
    ----------
    areas
        Of the map, in its order; rows of others are left out.
    stale_days
        As `Timeline.stale_days`.
    """

    path: Path
    areas: tuple[str, ...]
    stale_days: int

    @cached_property
    def dataset(self) -> Any:  # noqa: ANN401 (of Arrow)
        """Its files as one table, of which nothing is read yet.

        Raises
        ------
        DataError
            If there is none, or it is not an engine's.
        """
        files = sorted(self.path.glob("part-*.parquet")) if self.path.is_dir() else [self.path]
        try:
            found = ds.dataset([str(file) for file in files], schema=TIMELINE, format="parquet")
            if not files or set(TIMELINE.names) - set(pq.read_schema(files[0]).names):
                raise DataError.at(self.path, rule("no_timeline_file"))
        except (OSError, pa.ArrowException) as error:
            raise DataError.at(self.path, rule("no_parquet", reason=str(error).splitlines()[0])) from error
        return found

    @cached_property
    def rows(self) -> int:
        """How many intervals it has."""
        return int(self.dataset.count_rows())

    def intervals(
        self, first: date, last: date, areas: Sequence[str] | None = None, *, behind: bool = True
    ) -> pa.Table:
        """Return the rows that hold on some day from the first to the last, in the order of the files.

        Parameters
        ----------
        areas
            Of these alone; None = of all.
        behind
            Whether with the ids of the reports behind them.
        """
        field = ds.field
        wanted = (field("day") <= last) & (field("until").is_null() | (field("until") >= first))
        if areas is not None:
            wanted &= field("area_id").isin(list(areas))
        return self.dataset.to_table(columns=[*SHOWN, *(LISTS if behind else ())], filter=wanted)

    def timeline(
        self, first: date, last: date, areas: Sequence[str] | None = None, *, behind: bool = True
    ) -> Timeline:
        """Return the timeline of those rows: right on each day from the first to the last."""
        return told_again(self.intervals(first, last, areas, behind=behind), self.areas, self.stale_days)


def told_again(table: pa.Table, areas: Sequence[str], stale_days: int) -> Timeline:
    """Return a table of `TIMELINE`, some of its rows or without its lists, as a timeline."""
    code, day = _codes(table["area_id"], areas), table["day"].cast(pa.int32()).to_numpy()
    order = np.lexsort((day, code))
    table, code = table.take(order[code[order] >= 0]), np.sort(code[code >= 0])
    lists = {name: table[name].combine_chunks() for name in LISTS if name in table.column_names}
    ids = pc.unique(pa.chunked_array([one.flatten() for one in lists.values()], pa.string()))
    frame = pd.DataFrame(
        {
            "area_id": _category(code, areas),
            "day": _days(table["day"]),
            "status": _category(_codes(table["status"], list(Status)), list(Status)),
            "holders": _tuples(table["holders"]),
            **{name: table[name].to_numpy() for name in FLAGS},
            "denied_holders": _tuples(table["denied_holders"]),
            "scope": _category(_codes(table["scope"], list(Scope)), list(Scope)),
            "wide": table["wide"].to_numpy(),
            "newest": _days(table["newest_vote"]),
        }
    )
    behind = {name: _ragged(one, ids) for name, one in lists.items()}
    return timeline_again(frame, areas, behind, ids.to_pylist(), stale_days=stale_days)


def _codes(column: pa.ChunkedArray, words: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return the place of each value among the words, -1 = none of them."""
    found = pc.index_in(column, pa.array([str(one) for one in words], pa.string()))
    return np.asarray(pc.fill_null(found, -1).to_numpy(), dtype=np.int64)


def _category(codes: npt.NDArray[np.int64], words: Sequence[str]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index([str(one) for one in words], dtype="str"))


def _days(column: pa.ChunkedArray) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    return np.asarray(column.to_numpy().astype("datetime64[s]"))


def _tuples(column: pa.ChunkedArray) -> "np.ndarray[Any, np.dtype[np.object_]]":
    """Return lists of words as tuples, equal ones the same object."""
    joined = pc.binary_join(column, MARK).combine_chunks().dictionary_encode()
    words = [tuple(one.split(MARK)) if one else () for one in joined.dictionary.to_pylist()]
    shared = np.empty(len(words), dtype=object)
    shared[:] = words
    return np.asarray(shared[joined.indices.to_numpy()])


def _ragged(lists: pa.ListArray, ids: pa.Array) -> Ragged:
    """Return lists of ids as lists of their places."""
    ends = np.append(0, np.cumsum(pc.list_value_length(lists).to_numpy())).astype(np.int64)
    places = pc.index_in(lists.flatten(), ids).to_numpy(zero_copy_only=False).astype(np.int64)
    return Ragged(places, ends[:-1], ends[1:])
