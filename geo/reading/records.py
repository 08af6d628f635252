"""The records of a CSV file as text columns with their lines: plain files in one go, others row by row."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

import pyarrow as pa

from geo.reading.errors import DataError, Problem, enough, rule

if TYPE_CHECKING:
    from geo.reading.text import Text

CHUNK_ROWS: Final = 20_000
"""Rows held as Python objects at a time."""


LONGEST_CELL: Final = 1_000_000
"""Characters of one cell; a longer one is an unclosed quote."""

END: Final = "\0end"
"""Added after the last line: a record that contains it has an unclosed quote; text never contains NUL."""


class Header(NamedTuple):
    """A CSV file's first line: its column names, its delimiter, and its place (1 = first line)."""

    names: list[str]
    delimiter: str
    line: int


class Records(NamedTuple):
    """The line of each record, and one text array per wanted column."""

    lines: Sequence[int]
    columns: list[pa.ChunkedArray]


def any_records(
    file: str, text: "Text", header: Header, places: Sequence[int], problems: list[Problem]
) -> Records:
    """Return the records of any file, few as objects at a time; list those with a wrong cell count."""
    lines: list[int] = []
    chunks: list[list[pa.Array]] = [[] for _ in places]
    records = each_record(file, text, header, problems)
    while chunk := list(islice(records, CHUNK_ROWS)):
        lines += [line for line, _ in chunk]
        columns = list(zip(*(cells for _, cells in chunk), strict=True))
        for kept, place in zip(chunks, places, strict=True):
            kept.append(pa.array(columns[place], pa.large_string()))
    return Records(lines, [pa.chunked_array(kept, pa.large_string()) for kept in chunks])


def each_record(
    file: str, text: "Text", header: Header, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """Yield line and cells of each record that has as many cells as the header; list the others."""
    csv.field_size_limit(LONGEST_CELL)
    stream = text.stream()
    for _ in range(header.line):
        next(stream)
    reader, width = csv.reader(chain(stream, [END]), delimiter=header.delimiter), len(header.names)
    line = header.line + 1
    try:
        for cells in reader:
            if END in cells[-1:]:
                return
            if record := _whole(cells, width, file, line, problems):
                yield line, record
            last, line = line, header.line + 1 + reader.line_num
    except csv.Error as error:
        raise DataError.at(file, rule("cell_without_end"), row=line) from error
    raise DataError.at(file, rule("open_quote"), row=last)


def _whole(cells: list[str], width: int, file: str, line: int, problems: list[Problem]) -> list[str]:
    """Return the cells of a record, empty ones behind the last column dropped; [] = none, or a problem."""
    if not any(cells):
        return []
    if not any(cells[width:]):
        del cells[width:]
    if len(cells) == width:
        return cells
    problems.append(Problem(file, line, None, "", rule("cell_count", cells=len(cells), width=width)))
    enough(file, len(problems))
    return []
