"""CSV that a spreadsheet can open: no cell of it is run."""

import csv
import re
from typing import Final

import pandas as pd

RUNNABLE: Final = r"^('*[=+\-@\t\r\n])"
RUNNABLE_START: Final = r"^'*[=+\-@\t\r\n]"
NEUTRALISED: Final = r"^'('*[=+\-@\t\r\n])"
"""Cells that a spreadsheet would run are written with an apostrophe in front, which the reader removes."""

PLAIN_NUMBER: Final = r"^[+-]?\d+(\.\d+)?$"


def write_csv(frame: pd.DataFrame) -> bytes:
    """Return the frame as UTF-8 CSV without its index, safe to open in a spreadsheet.

    Text that starts with = + - @, a tab or a line end is written with an apostrophe in front, which
    `read_table` removes again; plain numbers stay as they are.
    """
    columns = {re.sub(RUNNABLE, r"'\1", str(name)): neutral(frame[name]) for name in frame.columns}
    returns = any(str(cells.dtype) == "str" and cells.str.contains("\r").any() for cells in columns.values())
    text = pd.DataFrame(columns).to_csv(
        index=False, lineterminator="\n", quoting=csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL
    )
    return text.encode("utf-8", "replace")


def neutral(column: pd.Series) -> pd.Series:
    """Return a column none of whose cells a spreadsheet runs; columns other than text are unchanged."""
    if str(column.dtype) not in {"str", "object", "category"}:
        return column
    cells = column.astype(object).where(column.notna(), "").astype("str")
    runs = cells.str.contains(RUNNABLE_START) & ~cells.str.fullmatch(PLAIN_NUMBER)
    return cells.where(~runs, "'" + cells)


def safe_cell(cell: str) -> str:
    """Return a cell as `write_csv` writes it: none that a spreadsheet would run."""
    runs = re.match(RUNNABLE_START, cell) and not re.fullmatch(PLAIN_NUMBER, cell)
    return f"'{cell}" if runs else cell
