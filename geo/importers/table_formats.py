"""The files that a table may be in: CSV, Parquet, Excel; and their cells as text."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import pandas as pd

from geo.reading import DELIMITERS, text_of

LONGEST_START: Final = 100_000
"""Characters within which the header is looked for."""


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
"""Ending -> reader, and the number of the first row."""


def reader_of(ending: str) -> tuple[Callable[[str, bytes], pd.DataFrame], int]:
    """Return the reader of files with an ending, and the number of their first row; CSV's for any other."""
    return READERS.get(ending.lower(), (_csv, 2))


def texts(column: "pd.Series[Any]") -> "pd.Series[str]":
    """Return cells of any type as text: days as YYYY-MM-DD, whole numbers without a point, "" = empty."""
    if pd.api.types.is_string_dtype(column.dtype) and column.dtype != object:
        return column.fillna("").str.strip().astype("str")
    codes, words = pd.factorize(column)
    found = pd.Series([*map(cell_text, words), ""], dtype="str")
    return pd.Series(found.to_numpy()[codes], index=column.index, dtype="str")


def cell_text(value: object) -> str:
    """Return one cell as text."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
