"""`control_reports.csv`: the statements, checked once; a broken row is set aside with its reason."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd
import pandera.pandas as pa

from geo.reading.cells import MOST_TABLES, cell_checks, too_many_tables
from geo.reading.checks import column, day_checks, degrees, holds, point_checks, row_problems
from geo.reading.day_columns import read_days
from geo.reading.defaults import ALIASES, filled_in, may_be_missing
from geo.reading.errors import DataError, Problem, rule
from geo.reading.intervals import with_intervals
from geo.reading.known import Known, hints
from geo.reading.parquet import PARQUET, read_parquet
from geo.reading.report_checks import sentence_checks, together, word_checks
from geo.reading.sources import rows_of
from geo.reading.tables import read_table
from geo.reading.vocabulary import OTHER_SIDES, REPORT_COLUMNS, Claim, Evidence, Polarity, Scope

if TYPE_CHECKING:
    from geo.reading.tables import Table

FILE: Final = "control_reports.csv"


class Reports(NamedTuple):
    """The result of reading: reports, rows set aside, and notices about the other rows."""

    reports: pd.DataFrame
    rejected: list[Problem]
    notices: list[Problem]


def read_cells(data: bytes, defaults: Mapping[str, str], file: str = FILE) -> "Table":
    """Read the cells of `FILE` or `PARQUET`; `DataError` if it is broken as a whole."""
    optional = may_be_missing(defaults)
    if file == PARQUET:
        return read_parquet(file, data, REPORT_COLUMNS, optional=optional)
    return read_table(file, data, REPORT_COLUMNS, optional=optional, aliases=ALIASES)


def read_reports(data: bytes, known: Known, file: str = FILE) -> Reports:
    """Read the reports.

    Returns
    -------
    reports
        One row per statement and area, in the order of the file, RangeIndex; `REPORT_COLUMNS`, then
        published_from and published_to (of the source) and `row` (line in the file, of Parquet its row).
        Days are datetime64, inclusive, NaT = absent; repeated cells of a table are one row, with
        `CELL_COLUMNS` (`geo.reading.intervals.with_intervals`); lon and lat float, degrees, NaN = absent;
        closed words and ids are categories in the order of the vocabulary, of `conflict.toml` and of the
        map; other columns text, "" = absent.

    Raises
    ------
    DataError
        If the file is broken as a whole.
    """
    table = read_cells(data, known.defaults, file)
    cells, notices = matched(table.cells, known, file)
    cells = filled_in(cells, known.defaults, known.sources, known.groups)
    start, end = read_days(cells["date_from"]), read_days(cells["date_to"])
    points = degrees(cells)
    checks = together(
        word_checks(cells, known),
        sentence_checks(cells),
        point_checks(cells, points, empty=True),
        cell_checks(cells),
    )
    checks["date_from"] = [
        *day_checks(start),
        holds(~(start.days.notna() & (cells["date_to"] == "")), rule("date_to_missing")),
        holds(~(start.days > end.days), rule("after_date_to")),
    ]
    checks["date_to"] = day_checks(end)
    model = pa.DataFrameSchema({name: column(*each) for name, each in checks.items()})
    problems = table.problems + row_problems(file, cells, model, hints(known))
    dated = cells.assign(**points, date_from=start.days, date_to=end.days, row=cells.index)
    rejected = set(rows_of(problems))
    kept = dated.drop(index=[row for row in rejected if row in dated.index])
    if too_many_tables(kept):
        raise DataError.at(file, rule("too_many_tables", most=MOST_TABLES))
    return Reports(
        typed(kept, known), sorted(problems, key=line), [n for n in notices if n.row not in rejected]
    )


def nothing_left(read: Reports) -> str:
    """Return why no map can be made from the reports, "" if one can."""
    if read.reports.empty:
        return rule("no_good_row") if read.rejected else rule("no_rows")
    return "" if read.reports["date_to"].notna().any() else rule("no_dated_row")


def line(problem: Problem) -> int:
    """Return the problem's line, for sorting."""
    return problem.row or 0


def matched(cells: pd.DataFrame, known: Known, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the cells with area names replaced by the one id that has the name, and notices of which."""
    ids = {*known.areas, *known.groups}
    written = set(cells["area_id"].unique()) - ids - {""}
    found = {name: known.names.candidates(name) for name in written}
    sure = {name: candidates[0] for name, candidates in found.items() if len(candidates) == 1}
    rows = cells["area_id"][cells["area_id"].isin(sure)]
    notices = [
        Problem(file, row, "area_id", name, rule("read_as", area=sure[name]))
        for row, name in zip(rows.index.tolist(), rows, strict=True)
    ]
    return cells.assign(area_id=cells["area_id"].replace(sure)), notices


def typed(cells: pd.DataFrame, known: Known) -> pd.DataFrame:
    """Return the checked rows with categories, and the source's publication beside each."""
    orders: dict[str, list[str]] = {
        "scope": list(Scope),
        "claim": list(Claim),
        "polarity": list(Polarity),
        "evidence": list(Evidence),
        "party": ["", *known.actors],
        "claimant_side": [*known.sides, *OTHER_SIDES],
        "area_id": [*known.areas, *known.groups],
        "source_id": list(known.sources.index),
        "voice_id": list(cells["voice_id"].unique()),
        "origin_id": list(cells["origin_id"].unique()),
    }
    published = known.sources[["published_from", "published_to"]].reindex(cells["source_id"])
    cells = cells.assign(evidence=cells["evidence"].replace("", Evidence.QUOTE.value))
    words = {name: cells[name].astype(pd.CategoricalDtype(order)) for name, order in orders.items()}
    known_from = {str(name): published[name].to_numpy() for name in published}
    joined = cells.assign(**words, **known_from)
    return with_intervals(joined[[*REPORT_COLUMNS, "published_from", "published_to", "row"]])
