"""Rows as they are written in a table's file, and tables that gain and lose rows with all else as it was."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from geo.reading import (
    ALIASES,
    NEUTRALISED,
    REPORT_COLUMNS,
    DataError,
    read_header,
    read_table,
    safe_cell,
    text_of,
)

if TYPE_CHECKING:
    from geo.reading import Text
    from geo.reading.records import Header

Row: TypeAlias = Mapping[str, str]
"""Column -> cell, stripped; "" = empty. A report's row has all of `REPORT_COLUMNS`."""

MARK: Final = b"\xef\xbb\xbf"


@lru_cache(maxsize=16)
def rows_in(file: str, data: bytes, columns: tuple[str, ...] = REPORT_COLUMNS) -> tuple[Row, ...]:
    """Return the rows of a table with the named columns, absent ones empty; read once per content.

    Raises
    ------
    DataError
        If the file is not a readable table, or one of its records does not fit into it.
    """
    table = read_table(file, data, columns, optional=columns, aliases=ALIASES)
    if table.problems:
        raise DataError(table.problems)
    records = table.cells.itertuples(index=False, name=None)
    return tuple(dict(zip(columns, cells, strict=True)) for cells in records)


def with_rows(file: str, data: bytes, rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """Return a table's file with rows added behind what is there, which stays as it is written.

    A column that a row fills and the file lacks is added behind the others; then every line is written
    anew, with the same cells. A file that is not UTF-8 becomes so. Nothing there (`b""`) = a new file.

    Raises
    ------
    DataError
        If the file is not a readable table.
    """
    added = list(rows)
    if not data.strip():
        return _lines([columns, *_in_order(added, columns)], ",", "\n").encode()
    text = text_of(file, data)
    body = text.read()
    header = _header(file, text, columns)
    lacking = [
        name for name in columns if name not in header.names and any(row.get(name, "") for row in added)
    ]
    end = "\r\n" if "\r\n" in body[:100_000] else "\n"
    if lacking:
        body = _widened(body, header, lacking, end)
    names = [*header.names, *lacking]
    body += "" if body.endswith(("\n", "\r")) else end
    mark = MARK if data.startswith(MARK) else b""
    return mark + (body + _lines(_in_order(added, names), header.delimiter, end)).encode()


def without_rows(
    file: str, data: bytes, column: str, values: Collection[str], columns: Sequence[str]
) -> bytes:
    """Return a table's file without the records that have one of the values; the rest stays as it is.

    Raises
    ------
    DataError
        If the file is not a readable table.
    """
    text = text_of(file, data)
    body = text.read()
    header = _header(file, text, columns)
    place = header.names.index(column)
    kept = [
        lines
        for number, (lines, cells) in enumerate(_records(body, header.delimiter))
        if number == 0 or len(cells) <= place or _plain(cells[place]) not in values
    ]
    mark = MARK if data.startswith(MARK) else b""
    return mark + "".join(kept).encode()


def _header(file: str, text: "Text", columns: Sequence[str]) -> "Header":
    """Return the header by the columns' own names."""
    header = read_header(file, text, columns)
    own = {name: real for name, real in ALIASES.items() if real not in header.names}
    return header._replace(names=[own.get(name, name) for name in header.names])


def _records(body: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each record's lines as they are written, and its cells."""
    lines = io.StringIO(body, newline="").readlines()
    reader = csv.reader(lines, delimiter=delimiter)
    start = 0
    for cells in reader:
        yield "".join(lines[start : reader.line_num]), cells
        start = reader.line_num


def _plain(cell: str) -> str:
    """Return a cell as `rows_in` reads it."""
    return re.sub(NEUTRALISED, r"\1", cell.strip())


def _widened(body: str, header: "Header", lacking: Sequence[str], end: str) -> str:
    """Return the table with empty columns added."""
    records = [cells for _, cells in _records(body, header.delimiter) if cells]
    wide = [[*records[0], *lacking], *([*cells, *("" for _ in lacking)] for cells in records[1:])]
    return _lines(wide, header.delimiter, end)


def _in_order(rows: Iterable[Row], names: Sequence[str]) -> list[list[str]]:
    return [[safe_cell(row.get(name, "")) for name in names] for row in rows]


def _lines(records: Iterable[Sequence[str]], delimiter: str, end: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(records)
    return out.getvalue()


def one_line(cell: str) -> str:
    """Return a cell as it is written: without blanks at its ends, a line break as one space."""
    return re.sub(r"\s*[\r\n\u2028\u2029]+\s*", " ", cell).strip()
