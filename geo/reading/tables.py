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
from geo.reading.plain_records import plain_records
from geo.reading.records import Header, any_records
from geo.reading.safe_csv import NEUTRALISED
from geo.reading.text import Text, text_of

DELIMITERS: Final = ",;\t|"
LONGEST_HEADER: Final = 100_000
"""Characters; the rest of a longer first line is ignored."""


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
