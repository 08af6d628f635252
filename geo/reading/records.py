"""The records of a CSV file as text columns with their lines: plain files in one go, others row by row."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from pyarrow import csv as arrow_csv

from geo.reading.errors import DataError, Problem, rule
from geo.reading.text import Text

CHUNK_ROWS: Final = 20_000
"""Rows held as Python objects at a time."""

BLOCK_BYTES: Final = 4 << 20
LONGEST_LINE: Final = 100_000
"""Bytes of the last line of a plain file."""

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


def plain_records(text: Text, header: Header, places: Sequence[int]) -> Records | None:
    """Return the records of a file with one record per line; None = less plain: read it row by row."""
    if text.encoding != "utf-8" or odd(text.body, header.delimiter):
        return None
    names = [str(place) for place in range(len(header.names))]
    wanted = [names[place] for place in places]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(text.body),
            arrow_csv.ReadOptions(column_names=names, skip_rows=header.line, block_size=BLOCK_BYTES),
            arrow_csv.ParseOptions(delimiter=header.delimiter, ignore_empty_lines=False),
            arrow_csv.ConvertOptions(
                include_columns=wanted,
                column_types=dict.fromkeys(names, pa.large_string()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    ended = text.body.endswith(b"\n")
    lines = text.body.count(b"\n") + (not ended) - header.line
    blank = bool(pc.any(pc.equal(table[wanted[0]], "")).as_py())
    if blank or table.num_rows != lines:
        return None
    return Records(range(header.line + 1, header.line + 1 + lines), [table[name] for name in wanted])


def odd(body: bytes, delimiter: str) -> bool:
    """Return whether a quote is left open in the last line or there is a lone carriage return."""
    last = body.rstrip(b"\r\n").rsplit(b"\n", 1)[-1]
    if len(last) > LONGEST_LINE or body.count(b"\r") != body.count(b"\r\n"):
        return True
    ends = csv.reader([last.decode("utf-8"), END], delimiter=delimiter)
    return [END] not in list(ends)


def any_records(
    file: str, text: Text, header: Header, places: Sequence[int], problems: list[Problem]
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
    file: str, text: Text, header: Header, problems: list[Problem]
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
            if len(cells) > width and not any(cells[width:]):
                del cells[width:]
            if not any(cells):
                pass
            elif len(cells) == width:
                yield line, cells
            else:
                broken = rule("cell_count", cells=len(cells), width=width)
                problems.append(Problem(file, line, None, "", broken))
            last, line = line, header.line + 1 + reader.line_num
    except csv.Error as error:
        raise DataError.at(file, rule("cell_without_end"), row=line) from error
    raise DataError.at(file, rule("open_quote"), row=last)
