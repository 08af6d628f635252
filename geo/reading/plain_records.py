"""The records of a CSV file that has one a line, read in one go."""

import csv
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

if TYPE_CHECKING:
    from geo.reading.text import Text
from geo.reading.records import END, Header, Records

BLOCK_BYTES: Final = 4 << 20
LONGEST_LINE: Final = 100_000
"""Bytes of the last line of a plain file."""


def plain_records(text: "Text", header: Header, places: Sequence[int]) -> Records | None:
    """Return the records of a file with one record per line; None = less plain: read it row by row."""
    if text.encoding != "utf-8" or odd(text.body, header.delimiter):
        return None
    wanted = [str(place) for place in places]
    table = _arrow_table(text, header, wanted)
    lines = line_count(text.body) - header.line
    if table is None or table.num_rows != lines or pc.any(pc.equal(table[wanted[0]], "")).as_py():
        return None
    return Records(range(header.line + 1, header.line + 1 + lines), table.columns)


def _arrow_table(text: "Text", header: Header, wanted: list[str]) -> pa.Table | None:
    """Return the wanted columns, named by their place, as pyarrow reads them; None = it cannot."""
    names = [str(place) for place in range(len(header.names))]
    try:
        return arrow_csv.read_csv(
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


def line_count(body: bytes) -> int:
    """Return the number of lines; the last may lack its line end."""
    return body.count(b"\n") + (not body.endswith(b"\n"))


def odd(body: bytes, delimiter: str) -> bool:
    """Return whether a quote is left open in the last line or there is a lone carriage return."""
    last = body.rstrip(b"\r\n").rsplit(b"\n", 1)[-1]
    if len(last) > LONGEST_LINE or body.count(b"\r") != body.count(b"\r\n"):
        return True
    ends = csv.reader([last.decode("utf-8"), END], delimiter=delimiter)
    return [END] not in list(ends)
