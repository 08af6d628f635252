"""CSV files as people save them, read into text columns; and CSV files safe to open in a spreadsheet."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.reading.errors import DataError, Problem, rule
from geo.reading.names import nearest
from geo.reading.records import Header, any_records, plain_records
from geo.reading.text import Text, text_of

DELIMITERS: Final = ",;\t|"
LONGEST_HEADER: Final = 100_000
"""Characters; the rest of a longer first line is ignored."""
RUNNABLE: Final = r"^('*[=+\-@\t\r\n])"
RUNNABLE_START: Final = r"^'*[=+\-@\t\r\n]"
NEUTRALISED: Final = r"^'('*[=+\-@\t\r\n])"
"""Cells that a spreadsheet would run are written with an apostrophe in front, which the reader removes."""

PLAIN_NUMBER: Final = r"^[+-]?\d+(\.\d+)?$"


class Table(NamedTuple):
    """A CSV file's records.

    Attributes
    ----------
    cells
        One row per record, index = line of the record in the file; stripped text, "" = empty.
    problems
        Records that do not fit into `cells`.
    """

    cells: pd.DataFrame
    problems: list[Problem]


def read_table(
    file: str,
    data: bytes,
    columns: Sequence[str],
    *,
    optional: Iterable[str] = (),
    aliases: Mapping[str, str] = MappingProxyType({}),
) -> Table:
    """Read the named columns of a CSV file; other columns are left out, absent optional ones are empty.

    `aliases` are other names of columns, each used where the column's own name is not there.

    Raises
    ------
    DataError
        If the file is not text, is empty, contains a merge conflict, or lacks or repeats a column.
    """
    text = text_of(file, data)
    header = read_header(file, text, columns)
    used = {name: own for name, own in aliases.items() if own not in header.names}
    header = header._replace(names=[used.get(name, name) for name in header.names])
    wanted = positions(file, header, columns, frozenset(optional))
    problems: list[Problem] = []
    places = list(wanted.values())
    records = plain_records(text, header, places) or any_records(file, text, header, places, problems)
    index = pd.Index(np.asarray(records.lines, dtype=np.int64), name="row")
    found = {name: text_series(array, index) for name, array in zip(wanted, records.columns, strict=True)}
    empty = pd.Series("", index=index, dtype="str")
    return Table(pd.DataFrame({name: found.get(name, empty) for name in columns}, index=index), problems)


def read_header(file: str, text: Text, columns: Sequence[str]) -> Header:
    """Return the header, read with the delimiter that finds most of the columns."""
    lines = ((n, line) for n, line in enumerate(text.stream(), start=1) if line.strip())
    number, line = next(lines, (1, ""))
    splits = {mark: next(csv.reader([line[:LONGEST_HEADER]], delimiter=mark)) for mark in DELIMITERS}
    names = {mark: [plain_name(cell) for cell in cells] for mark, cells in splits.items()}
    delimiter = max(names, key=lambda mark: len(set(columns) & set(names[mark])))
    if not set(columns) & set(names[delimiter]):
        raise DataError.at(file, rule("no_header", columns=", ".join(columns)), row=number)
    return Header(names[delimiter], delimiter, number)


def plain_name(cell: str) -> str:
    """Return a column name in lower case with underscores."""
    return re.sub(r"[\s\-]+", "_", cell.strip("\ufeff \t\r\n'\"").lower())


def positions(file: str, header: Header, columns: Sequence[str], optional: frozenset[str]) -> dict[str, int]:
    """Return the position of each wanted column; raise with every one that is missing or repeated."""
    there = Counter(header.names)
    problems = [*_repeated(file, header, columns), *_absent(file, header, columns, optional)]
    if problems:
        raise DataError(problems)
    return {name: header.names.index(name) for name in columns if there[name]}


def _repeated(file: str, header: Header, columns: Sequence[str]) -> Iterator[Problem]:
    there = Counter(header.names)
    for name in columns:
        if there[name] > 1:
            yield Problem(file, header.line, name, "", rule("column_twice"))


def _absent(file: str, header: Header, columns: Sequence[str], optional: frozenset[str]) -> Iterator[Problem]:
    for name in columns:
        if name not in header.names and name not in optional:
            yield missing(file, header, name, columns)


def missing(file: str, header: Header, name: str, columns: Sequence[str]) -> Problem:
    """Return the problem of a missing column, with a similar unused column as suggestion."""
    near = nearest(name, [other for other in header.names if other not in columns], most=1)
    hint = f"did you mean '{near[0]}'?" if near else ""
    return Problem(file, header.line, name, "", rule("column_missing"), hint)


def text_series(array: pa.ChunkedArray, index: pd.Index) -> pd.Series:
    """Return a text column, stripped, without the apostrophe that `write_csv` puts before it."""
    stripped = pc.utf8_trim_whitespace(array)
    plain = pc.replace_substring_regex(stripped, pattern=NEUTRALISED, replacement=r"\1")
    return pd.Series(pd.array(plain, dtype="str"), index=index)


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
