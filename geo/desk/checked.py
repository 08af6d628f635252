"""Whether a row can stand in its folder: the checks of the readers, with the row added."""

import io
from typing import TYPE_CHECKING

from geo.desk.rows import with_rows
from geo.reading import REPORT_COLUMNS, REPORTS, Problem
from geo.reading.quotes import quote_problems
from geo.reading.reports import read_reports
from geo.reading.text import text_of

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row

HEADER = (",".join(REPORT_COLUMNS) + "\n").encode()


def problems(state: "FolderState", row: "Row") -> list[Problem]:
    """Return what is wrong with a row that is to be added to a folder; [] = it can be accepted.

    All checks of `geo.reading.reports` are of a row by itself, but that its id is taken: so the row is read
    together with the settled ones of its id. Its quote is held against its article.
    """
    alike = [one for one in state.settled if one["report_id"] == row["report_id"]]
    data = with_rows(REPORTS, HEADER, [*alike, row], REPORT_COLUMNS)
    line = len(io.StringIO(text_of(REPORTS, data).read(), newline="").readlines())
    read = read_reports(data, state.around.known)
    found = [problem for problem in read.rejected if problem.row == line]
    article = state.articles.get(row["source_id"])
    if article and row["quote"]:
        cells = (row[name] for name in ("place_as_written", "quote", "quote_prefix", "sentence"))
        found += [Problem(REPORTS, line, *told) for told in quote_problems(article, *cells)]
    return found
