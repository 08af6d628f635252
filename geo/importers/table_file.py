"""A table of any shape, from CSV, Parquet or Excel: one row per cell that may say who holds a place."""

import zipfile
from pathlib import Path
from typing import Final, NamedTuple

import pandas as pd
import pyarrow as pa

from geo.importers.cell_values import day_of
from geo.importers.table_formats import cell_text, reader_of, texts
from geo.reading import DataError, Problem, bytes_of, rule

MOST_CELLS: Final = 20_000_000
"""Cells of a table with a column for each day or area; with more, the table is refused."""


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
    reader, first = reader_of(path.suffix)
    try:
        frame = reader(path.name, data)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, pa.ArrowException) as error:
        raise DataError.at(path, rule("no_table", reason=str(error).splitlines()[0])) from error
    frame.columns = [cell_text(name) for name in frame.columns]
    _check(path.name, list(frame.columns), shape)
    frame.index = pd.RangeIndex(first, first + len(frame))
    made = _cells(path.name, frame, shape)
    return Table(
        pd.DataFrame({name: texts(made[name]) for name in made if name != "row"}).assign(row=made["row"]),
        data,
    )


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
