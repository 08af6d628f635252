"""A table of any shape, from CSV, Parquet or Excel: one row per cell that may say who holds a place."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import pandas as pd
import pyarrow as pa

from geo.importers.events import day_of
from geo.reading import DELIMITERS, DataError, Problem, bytes_of, rule, text_of

MOST_CELLS: Final = 20_000_000
"""Cells of a table with a column for each day or area; with more, the table is refused."""


LONGEST_START: Final = 100_000
"""Characters within which the header is looked for."""


class Shape(NamedTuple):
    """The columns of a table that say where, when and who; "" = none does.

    Without `holder` the table is wide: with a `place` each column whose name is a day is a day, with a
    `date` each other column is a place. `above` names the unit above the place, `until` the last day.
    """

    place: str = ""
    date: str = ""
    holder: str = ""
    until: str = ""
    above: str = ""


class Table(NamedTuple):
    """A table's cells.

    Attributes
    ----------
    cells
        One row per cell, text: `place`, `above`, `date`, `until`, `value`, `column` (the name of its
        column); and `row`, its number in the file, the header of CSV and Excel being 1.
    data
        The file's bytes.
    """

    cells: pd.DataFrame
    data: bytes


def read_table_file(path: Path, shape: Shape) -> Table:
    """Read a table.

    Raises
    ------
    DataError
        If the file cannot be read, lacks a column that was named, or has no cells.
    """
    data = bytes_of(path)
    reader, first = READERS.get(path.suffix.lower(), (_csv, 2))
    try:
        frame = reader(path.name, data)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, pa.ArrowException) as error:
        raise DataError.at(path, rule("no_table", reason=str(error).splitlines()[0])) from error
    frame.columns = [_text(name) for name in frame.columns]
    _check(path.name, list(frame.columns), shape)
    frame.index = pd.RangeIndex(first, first + len(frame))
    made = _cells(path.name, frame, shape)
    return Table(
        pd.DataFrame({name: texts(made[name]) for name in made if name != "row"}).assign(row=made["row"]),
        data,
    )


def _csv(file: str, data: bytes) -> pd.DataFrame:
    text = text_of(file, data).read()
    first = next(filter(str.strip, io.StringIO(text[:LONGEST_START])), "")
    delimiter = max(DELIMITERS, key=first.count)
    return pd.read_csv(
        io.StringIO(text), sep=delimiter, dtype=str, keep_default_na=False, skipinitialspace=True
    )


def _parquet(_file: str, data: bytes) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(data))


def _excel(_file: str, data: bytes) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(data), dtype=object, engine="openpyxl")


READERS: Final[dict[str, tuple[Callable[[str, bytes], pd.DataFrame], int]]] = {
    ".parquet": (_parquet, 1),
    ".xlsx": (_excel, 2),
    ".xlsm": (_excel, 2),
}
"""Ending -> reader, and the number of the first row; all other files are read as CSV."""


def _check(file: str, there: list[str], shape: Shape) -> None:
    """Raise with every column that is named and missing, and those that exist, once."""
    missing = [name for name in shape if name and name not in there]
    if missing:
        listed = ", ".join(there[:50])
        raise DataError([Problem(file, None, ", ".join(missing), "", rule("no_such_column", columns=listed))])
    if not shape.place and not shape.date:
        raise DataError([Problem(file, None, "--place", "", rule("no_place_column"))])


def _cells(file: str, frame: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """Return one row per cell."""
    rows = pd.DataFrame(index=frame.index)
    for name, column in zip(shape._fields, shape, strict=True):
        if name != "holder":
            rows[name] = frame[column] if column else ""
    rows["row"] = frame.index
    if shape.holder and shape.place and shape.date:
        return rows.assign(value=frame[shape.holder], column=shape.holder)
    used = {name for name in shape if name}
    others = [name for name in frame.columns if name not in used]
    wide = [name for name in others if day_of(name)] if shape.place else others
    field = "date" if shape.place else "place"
    if not wide:
        raise DataError([Problem(file, None, None, "", rule("no_wide_column"))])
    if len(wide) * len(frame) > MOST_CELLS:
        raise DataError([Problem(file, None, None, "", rule("too_many_cells", most=f"{MOST_CELLS:,}"))])
    parts = [rows.assign(value=frame[name], column=name, **{field: name}) for name in wide]
    return pd.concat(parts, ignore_index=True)


def texts(column: "pd.Series[Any]") -> "pd.Series[str]":
    """Return cells of any type as text: days as YYYY-MM-DD, whole numbers without a point, "" = empty."""
    if pd.api.types.is_string_dtype(column.dtype) and column.dtype != object:
        return column.fillna("").str.strip().astype("str")
    codes, words = pd.factorize(column)
    found = pd.Series([*map(_text, words), ""], dtype="str")
    return pd.Series(found.to_numpy()[codes], index=column.index, dtype="str")


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
