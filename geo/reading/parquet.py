"""`control_reports.parquet`: the same columns as the CSV file, read into the same cells."""

import io
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.reading.errors import DataError, Problem, rule
from geo.reading.file_names import IN_PLACE
from geo.reading.tables import Table

CSV: Final = "control_reports.csv"
PARQUET: Final = IN_PLACE[CSV]
MOST_ROWS: Final = 2_000_000
"""With more rows a file is not read whole: `geo timeline` reads it part by part."""


def file_of(files: Collection[str]) -> str:
    """Return which of the two files of reports is there.

    Raises
    ------
    DataError
        If both are.
    """
    if CSV in files and PARQUET in files:
        raise DataError.at(PARQUET, rule("reports_twice", other=CSV))
    return PARQUET if PARQUET in files else CSV


def read_parquet(file: str, data: bytes, columns: Sequence[str], *, optional: Iterable[str] = ()) -> Table:
    """Return the named columns as text cells; index = number of the row, from 1; null and absent = "".

    A day may be a date or text, a number a number or text.

    Raises
    ------
    DataError
        If the file is no Parquet, has too many rows, lacks a column, or has lists in one.
    """
    try:
        with pq.ParquetFile(io.BytesIO(data)) as opened:
            return _cells(file, opened, columns, frozenset(optional))
    except (pa.ArrowException, OSError) as error:
        raise DataError.at(file, rule("no_parquet", reason=str(error).splitlines()[0])) from error


def _cells(file: str, opened: pq.ParquetFile, columns: Sequence[str], optional: Collection[str]) -> Table:
    rows = opened.metadata.num_rows
    if rows > MOST_ROWS:
        raise DataError.at(file, rule("too_many_rows", count=f"{rows:,}", most=f"{MOST_ROWS:,}"))
    there = opened.schema_arrow.names
    if missing := [name for name in columns if name not in there and name not in optional]:
        raise DataError([Problem(file, None, name, "", rule("column_missing")) for name in missing])
    read = opened.read([name for name in columns if name in there])
    index = pd.RangeIndex(1, rows + 1, name="row")
    empty = pd.Series("", index=index, dtype="str")
    found = {
        name: pd.Series(pd.array(texts(read[name]), dtype="str"), index=index) for name in read.column_names
    }
    return Table(pd.DataFrame({name: found.get(name, empty) for name in columns}, index=index), [])


def texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column as stripped text, a day as YYYY-MM-DD, null = ""."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    return pc.utf8_trim_whitespace(pc.fill_null(column.cast(pa.large_string()), ""))
