"""`sources.csv` and `places.csv`: the articles that carry the statements, and places for orientation."""

from collections.abc import Iterable
from typing import Final

import pandas as pd
import pandera.pandas as pa

from geo.reading import schema
from geo.reading.checks import (
    column,
    day_checks,
    degrees,
    filled,
    holds,
    no_hint,
    point_checks,
    row_problems,
    short,
    unique,
)
from geo.reading.dates import read_day
from geo.reading.day_columns import read_days
from geo.reading.errors import Problem, rule
from geo.reading.tables import read_table
from geo.reading.vocabulary import PLACE_COLUMNS, SOURCE_COLUMNS

SOURCES: Final = "sources.csv"
PLACES: Final = "places.csv"
ARTICLE_FILE: Final = "article_file"
"""Optional column: the article's file name in the articles' folder."""

DAYS: Final = ("article_day", "published_from", "published_to")
OPTIONAL: Final = schema.names(schema.SOURCES, schema.Need.NOTHING)
LINKS: Final = ("url", "archive_url")
LINK: Final = r"https?://[^\s<>\"']+"


def read_sources(data: bytes) -> tuple[pd.DataFrame, list[Problem], list[Problem]]:
    """Read the sources; a row that breaks a rule is set aside and listed.

    Returns
    -------
    sources, problems, notices
        Index source_id; columns `SOURCE_COLUMNS` without it, then article_file and `row`; the days are
        datetime64, both ends inclusive, NaT = not known; other columns text, "" = absent.
    """
    table = read_table(SOURCES, data, [*SOURCE_COLUMNS, ARTICLE_FILE], optional=OPTIONAL)
    cells, days = table.cells, {name: read_days(table.cells[name]) for name in DAYS}
    start, end = days["published_from"].days, days["published_to"].days
    checks = {name: [*day_checks(days[name])] for name in DAYS}
    checks["published_from"] += [
        holds(~(start.notna() & end.isna() & (cells["published_to"] == "")), rule("published_to_missing")),
        holds(~(start > end), rule("after_published_to")),
    ]
    model = pa.DataFrameSchema(
        {
            "source_id": column(filled(), unique()),
            "outlet": column(filled(), short()),
            "title": column(filled(), short()),
            **{name: column(*checks[name]) for name in DAYS},
            "text_sha256": column(matches(r"([0-9a-fA-F]{64})?", rule("no_sha256"))),
        }
    )
    problems = row_problems(SOURCES, cells, model, day_hint)
    links, notices = web_addresses(cells)
    kept = cells.assign(**links, **{name: days[name].days for name in DAYS})
    kept = kept.assign(row=kept.index).drop(index=rows_of(problems)).set_index("source_id")
    return kept, table.problems + problems, notices


def web_addresses(cells: pd.DataFrame) -> tuple[dict[str, pd.Series], list[Problem]]:
    """Return the columns of `LINKS` without what is no web address, "" instead, and a notice for each."""
    kept, notices = dict[str, pd.Series](), list[Problem]()
    for name in LINKS:
        fine = cells[name].str.fullmatch(LINK) | (cells[name] == "")
        kept[name] = cells[name].where(fine, "")
        bad = zip(cells.index[~fine].tolist(), cells[name][~fine], strict=True)
        notices += [Problem(SOURCES, row, name, url, rule("no_web_address")) for row, url in bad]
    return kept, notices


def day_hint(name: str, value: str) -> str:
    """Return the days that a cell may have meant."""
    return read_day(value).suggestion if name in DAYS else ""


def read_places(data: bytes, areas: Iterable[str]) -> tuple[pd.DataFrame, list[Problem]]:
    """Read the places; a row that breaks a rule is set aside and listed.

    Returns
    -------
    places, problems
        RangeIndex; columns `PLACE_COLUMNS`; lon and lat float, degrees, EPSG:4326.
    """
    table = read_table(PLACES, data, PLACE_COLUMNS, optional=schema.names(schema.PLACES, schema.Need.NOTHING))
    found = degrees(table.cells)
    model = pa.DataFrameSchema(
        {
            "name": column(filled(), short()),
            "name_fa": column(short()),
            **{name: column(*checks) for name, checks in point_checks(table.cells, found).items()},
            "area_id": column(holds(table.cells["area_id"].isin(["", *areas]), rule("unknown_area"))),
        }
    )
    problems = row_problems(PLACES, table.cells, model, no_hint)
    kept = table.cells.assign(**found).drop(index=rows_of(problems))
    return kept.reset_index(drop=True), table.problems + problems


def matches(pattern: str, broken: str) -> pa.Check:
    """Return the check that a whole cell matches the pattern."""
    return pa.Check(lambda cells: cells.str.fullmatch(pattern), error=broken)


def rows_of(problems: Iterable[Problem]) -> list[int]:
    """Return the rows that have a problem, each once."""
    return sorted({problem.row for problem in problems if problem.row is not None})


def empty_places() -> pd.DataFrame:
    """Return the empty table of places, for a folder without any."""
    return pd.DataFrame({name: pd.Series(dtype="str") for name in PLACE_COLUMNS}).astype(
        {"lon": "float64", "lat": "float64"}
    )
