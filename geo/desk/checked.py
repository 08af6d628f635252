"""Whether a row can stand in its folder: the checks of the readers, with the row added."""

import io
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from cachetools import LRUCache, cached

from geo.desk.rows import with_rows
from geo.reading import REPORT_COLUMNS, REPORTS, Problem, Reports, quote_problems, read_reports, text_of

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row

HEADER: Final = (",".join(REPORT_COLUMNS) + "\n").encode()


def read_rows(state: "FolderState", rows: Iterable["Row"]) -> Reports:
    """Return rows as the reader of reports reads them."""
    return read_reports(with_rows(REPORTS, HEADER, rows, REPORT_COLUMNS), state.around.known)


def _key(state: "FolderState", row: "Row") -> tuple[Any, ...]:
    return (state, *(row[name] for name in REPORT_COLUMNS))


@cached(LRUCache(maxsize=8), key=_key, lock=Lock())
def read_alone(state: "FolderState", row: "Row") -> Reports:
    """Return one row as the reader reads it; kept for the next question about it."""
    return read_rows(state, [row])


def problems(state: "FolderState", row: "Row") -> list[Problem]:
    """Return what is wrong with a row that is to be added to a folder; [] = it can be accepted.

    All checks of `geo.reading.reports` are of a row by itself, but that its id is taken: so the row is read
    together with the settled ones of its id. Its quote is held against its article.
    """
    alike = [one for one in state.settled if one["report_id"] == row["report_id"]]
    read = read_rows(state, [*alike, row]) if alike else read_alone(state, row)
    line = _lines([*alike, row])
    found = [problem for problem in read.rejected if problem.row == line]
    article = state.articles.get(row["source_id"])
    if article and row["quote"]:
        cells = (row[name] for name in ("place_as_written", "quote", "quote_prefix", "sentence"))
        found += [Problem(REPORTS, line, *told) for told in quote_problems(article, *cells)]
    return found


def _lines(rows: Iterable["Row"]) -> int:
    """Return the line of the last of some rows under a header, as an editor counts it."""
    text = text_of(REPORTS, with_rows(REPORTS, HEADER, rows, REPORT_COLUMNS)).read()
    return len(io.StringIO(text, newline="").readlines())
