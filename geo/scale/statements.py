"""The statements behind a timeline by bucket and area, so that an area's are found without reading all."""

import io
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from geo.reading import PARQUET, REPORT_COLUMNS, DataError, Scope, parquet_texts, read_reports, save_file

if TYPE_CHECKING:
    from geo.reading import Known
    from geo.scale.plan import Plan

FOLDER: Final = "_statements"
"""Inside an engine's output; readers of Parquet folders skip names that begin so."""

INDEX: Final = "index.json"
"""Area -> number of its bucket; written last."""

MOST_PROBLEMS: Final = 20
BATCH_ROWS: Final = 65_536
GROUP_ROWS: Final = 5_000
"""Rows that are read at least to find one."""

TOLD_TOGETHER: Final = (Scope.ALL_BUT, Scope.ONLY_OUTSIDE)
"""Scopes of which a sentence says what else its statement names (`geo.sentences.excepted`)."""


def write_statements(reports: Path, made: "Plan", out: Path, known: "Known") -> None:
    """Write the rows of a Parquet file to a file for each bucket, as text, with `row`, their place from 0.

    A bucket has the rows about its areas and their groups, and all rows of a statement told together.

    Raises
    ------
    DataError
        At the first rows that a folder's reader would set aside.
    """
    folder = out / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    together = _together(reports, made)
    with ExitStack() as stack:
        writers: dict[int, Any] = {}
        for batch in batches(reports, REPORT_COLUMNS):
            _refuse_broken(batch, known)
            for part in made.parts:
                wanted = pc.is_in(batch["area_id"], pa.array([*part.areas, *part.groups], pa.large_string()))
                wanted = pc.or_(wanted, pc.is_in(batch["statement_id"], together[part.number]))
                if part.number not in writers:
                    file = pq.ParquetWriter(folder / f"{part.number:05}.parquet", batch.schema)
                    writers[part.number] = stack.enter_context(file)
                writers[part.number].write_table(batch.filter(wanted))
    for number in writers:
        _sort(folder / f"{number:05}.parquet")
    places = {area: part.number for part in made.parts for area in part.areas}
    save_file(folder / INDEX, json.dumps(places).encode())


def _refuse_broken(batch: pa.Table, known: "Known") -> None:
    """Raise if a row would be set aside, with its place from 1: the map has counted it."""
    if problems := read_reports(parquet_of(batch), known, PARQUET).rejected:
        start = int(batch["row"][0].as_py())
        raise DataError([one._replace(row=(one.row or 0) + start) for one in problems[:MOST_PROBLEMS]])


def parquet_of(rows: pa.Table) -> bytes:
    """Return rows as the bytes of a file of reports."""
    file = io.BytesIO()
    pq.write_table(rows.drop_columns("row"), file)
    return file.getvalue()


def statements_about(out: Path, number: int, places: Sequence[str]) -> pa.Table:
    """Return a bucket's rows about some areas or groups, and those told together with them, in order."""
    rows = ds.dataset(str(out / FOLDER / f"{number:05}.parquet"))
    found = rows.to_table(filter=_one_of("area_id", places))
    shared = found.filter(pc.is_in(found["scope"], pa.array([str(one) for one in TOLD_TOGETHER])))
    if shared.num_rows:
        also = ds.field("statement_id").isin(pc.unique(shared["statement_id"]).to_pylist())
        theirs = pc.unique(rows.to_table(columns=["area_id"], filter=also)["area_id"]).to_pylist()
        wanted = _one_of("area_id", places) | (_one_of("area_id", theirs) & also)
        found = rows.to_table(filter=wanted)
    return found.sort_by("row")


def _one_of(column: str, values: Sequence[str]) -> Any:  # noqa: ANN401 (of Arrow)
    """Return a filter by which row groups are passed over, which `isin` is not."""
    return reduce(or_, (ds.field(column) == one for one in values))


def batches(reports: Path, columns: Sequence[str]) -> Iterator[pa.Table]:
    """Yield a Parquet file's columns, those that are there, as text, and `row`, the place from 0."""
    start = 0
    with pq.ParquetFile(reports) as file:
        there = [name for name in columns if name in file.schema_arrow.names]
        for batch in file.iter_batches(BATCH_ROWS, columns=there):
            read = pa.Table.from_batches([batch])
            rows = pa.array(np.arange(start, start + read.num_rows))
            yield pa.table({"row": rows, **{name: parquet_texts(read[name]) for name in there}})
            start += read.num_rows


def _together(reports: Path, made: "Plan") -> Mapping[int, pa.Array]:
    """Return of each bucket the statements told together that name one of its areas or groups."""
    words = pa.array([str(one) for one in TOLD_TOGETHER], pa.large_string())
    columns = ("statement_id", "area_id", "scope")
    ids = pc.unique(
        pa.chunked_array(
            [
                chunk
                for batch in batches(reports, columns)
                for chunk in batch.filter(pc.is_in(batch["scope"], words))["statement_id"].chunks
            ],
            pa.large_string(),
        )
    )
    found: dict[int, list[pa.Array]] = {part.number: [] for part in made.parts}
    for batch in batches(reports, columns):
        rows = batch.filter(pc.is_in(batch["statement_id"], ids))
        for part in made.parts:
            places = pa.array([*part.areas, *part.groups], pa.large_string())
            found[part.number] += rows.filter(pc.is_in(rows["area_id"], places))["statement_id"].chunks
    return {number: pc.unique(pa.chunked_array(some, pa.large_string())) for number, some in found.items()}


def _sort(file: Path) -> None:
    """Sort a file by area, in row groups that are passed over by their ends."""
    table = pq.read_table(file).sort_by([("area_id", "ascending"), ("row", "ascending")])
    pq.write_table(table, file, row_group_size=GROUP_ROWS)
