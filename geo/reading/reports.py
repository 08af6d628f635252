"""`control_reports.csv`: the statements, checked once; a broken row is set aside with its reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import pandas as pd
import pandera.pandas as pa

from geo.reading import schema
from geo.reading.checks import (
    column,
    day_checks,
    degrees,
    filled,
    holds,
    point_checks,
    row_problems,
    short,
    unique,
    within,
    word,
)
from geo.reading.dates import read_day, read_days
from geo.reading.errors import Problem, rule
from geo.reading.names import NameIndex, nearest
from geo.reading.sources import rows_of
from geo.reading.tables import read_table
from geo.reading.vocabulary import (
    CREDIBILITY,
    OTHER_SIDES,
    RELIABILITY,
    REPORT_COLUMNS,
    Claim,
    Polarity,
    Scope,
)

FILE: Final = "control_reports.csv"
OPTIONAL: Final = schema.names(schema.REPORTS, schema.Need.NOTHING)
FEW: Final = 8
"""Up to this many allowed words are listed when a cell has none of them."""

MOST_WORDS: Final = 80
"""Of `sentence` (codebook §5): enough to check a quote by, not the article."""

FILLED: Final = ("statement_id", "origin_id", "claimant", "voice_id", "quote")
"""Columns that must be filled and have no other rule."""


@dataclass(frozen=True)
class Known:
    """What a report may refer to in the other files of the folder.

    Attributes
    ----------
    areas, groups
        Ids that a report may be about.
    names
        Every spelling of them, for matching.
    actors, sides
        Ids of `conflict.toml`.
    sources
        As `read_sources` returns them.
    """

    areas: tuple[str, ...]
    groups: tuple[str, ...]
    names: NameIndex
    actors: tuple[str, ...]
    sides: tuple[str, ...]
    sources: pd.DataFrame


class Reports(NamedTuple):
    """The result of reading: reports, rows set aside, and notices about the other rows."""

    reports: pd.DataFrame
    rejected: list[Problem]
    notices: list[Problem]


def read_reports(data: bytes, known: Known) -> Reports:
    """Read the reports.

    Returns
    -------
    reports
        One row per statement and area, in the order of the file, RangeIndex; `REPORT_COLUMNS`, then
        published_from and published_to (of the source) and `row` (line in the file). Days are
        datetime64, inclusive, NaT = absent; lon and lat float, degrees, NaN = absent; closed words and ids
        are categories in the order of the vocabulary, of `conflict.toml` and of the map; other columns
        text, "" = absent.

    Raises
    ------
    DataError
        If the file is broken as a whole.
    """
    table = read_table(FILE, data, REPORT_COLUMNS, optional=OPTIONAL)
    cells, notices = matched(table.cells, known)
    start, end = read_days(cells["date_from"]), read_days(cells["date_to"])
    points = degrees(cells)
    checks = word_checks(cells, known) | sentence_checks(cells) | point_checks(cells, points, empty=True)
    checks["date_from"] = [
        *day_checks(start),
        holds(~(start.days.notna() & (cells["date_to"] == "")), rule("date_to_missing")),
        holds(~(start.days > end.days), rule("after_date_to")),
    ]
    checks["date_to"] = day_checks(end)
    model = pa.DataFrameSchema({name: column(*each) for name, each in checks.items()})
    problems = table.problems + row_problems(FILE, cells, model, hints(known))
    dated = cells.assign(**points, date_from=start.days, date_to=end.days, row=cells.index)
    rejected = set(rows_of(problems))
    kept = dated.drop(index=[row for row in rejected if row in dated.index])
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


def matched(cells: pd.DataFrame, known: Known) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the cells with area names replaced by the one id that has the name, and notices of which."""
    ids = {*known.areas, *known.groups}
    written = set(cells["area_id"].unique()) - ids - {""}
    found = {name: known.names.candidates(name) for name in written}
    sure = {name: candidates[0] for name, candidates in found.items() if len(candidates) == 1}
    rows = cells["area_id"][cells["area_id"].isin(sure)]
    notices = [
        Problem(FILE, row, "area_id", name, rule("read_as", area=sure[name]))
        for row, name in zip(rows.index.tolist(), rows, strict=True)
    ]
    return cells.assign(area_id=cells["area_id"].replace(sure)), notices


def word_checks(cells: pd.DataFrame, known: Known) -> dict[str, list[pa.Check]]:
    """Return the checks of each column, except the dates."""
    fights = cells["claim"] == Claim.FIGHTING
    group_named = cells["area_id"].isin(known.groups) & (cells["scope"] == Scope.NAMED)
    return {
        "report_id": [filled(), unique()],
        **{name: [filled()] for name in FILLED},
        "claimant": [filled(), short()],
        "place_as_written": [short()],
        "area_id": [word([*known.areas, *known.groups], rule("unknown_area_or_group"))],
        "scope": [
            word(list(Scope), rule("unknown_scope")),
            holds(~group_named, rule("named_group")),
        ],
        "claim": [word(list(Claim), rule("unknown_claim"))],
        "polarity": [word(list(Polarity), rule("unknown_polarity"))],
        "party": [
            word(known.actors, rule("unknown_actor"), empty=True),
            holds(fights | (cells["party"] != ""), rule("party_missing")),
        ],
        "claimant_side": [word([*known.sides, *OTHER_SIDES], rule("unknown_side"))],
        "source_id": [word(list(known.sources.index), rule("unknown_source"))],
        "reliability": [word(RELIABILITY, rule("no_reliability"), empty=True)],
        "credibility": [word(CREDIBILITY, rule("no_credibility"), empty=True)],
    }


def sentence_checks(cells: pd.DataFrame) -> dict[str, list[pa.Check]]:
    """Return the checks of `sentence` and `hedge`: what contains what, and how much may be quoted."""
    sentences = cells["sentence"]
    return {
        "sentence": [
            holds((sentences == "") | within(cells["quote"], sentences), rule("sentence_without_quote")),
            holds(sentences.str.count(r"\S+") <= MOST_WORDS, rule("sentence_length", most=MOST_WORDS)),
        ],
        "hedge": [holds(within(cells["hedge"], sentences), rule("hedge_elsewhere"))],
    }


def hints(known: Known) -> Callable[[str, str], str]:
    """Return the function that suggests what a cell may have meant."""
    words: Mapping[str, list[str]] = {
        "scope": list(Scope),
        "claim": list(Claim),
        "polarity": list(Polarity),
        "party": list(known.actors),
        "claimant_side": [*known.sides, *OTHER_SIDES],
        "source_id": list(known.sources.index),
    }

    def hint(name: str, value: str) -> str:
        if name in {"date_from", "date_to"}:
            return read_day(value).suggestion
        if name == "area_id":
            found = known.names.candidates(value)
            return f"it names {' and '.join(found)}" if found else one_of(known.names.near(value))
        known_words = [word for word in words.get(name, []) if word != value]
        near = nearest(value, known_words) if value else []
        return one_of(near or (known_words if len(known_words) <= FEW else []))

    return hint


def one_of(found: list[str] | tuple[str, ...]) -> str:
    """Return "x?" or "one of: x, y", "" if there is none."""
    return f"{found[0]}?" if len(found) == 1 else f"one of: {', '.join(found)}" if found else ""


def typed(cells: pd.DataFrame, known: Known) -> pd.DataFrame:
    """Return the checked rows with categories, and the source's publication beside each."""
    orders: dict[str, list[str]] = {
        "scope": list(Scope),
        "claim": list(Claim),
        "polarity": list(Polarity),
        "party": ["", *known.actors],
        "claimant_side": [*known.sides, *OTHER_SIDES],
        "area_id": [*known.areas, *known.groups],
        "source_id": list(known.sources.index),
        "voice_id": list(cells["voice_id"].unique()),
        "origin_id": list(cells["origin_id"].unique()),
    }
    published = known.sources[["published_from", "published_to"]].reindex(cells["source_id"])
    words = {name: cells[name].astype(pd.CategoricalDtype(order)) for name, order in orders.items()}
    known_from = {str(name): published[name].to_numpy() for name in published}
    joined = cells.assign(**words, **known_from)
    return joined[[*REPORT_COLUMNS, "published_from", "published_to", "row"]].reset_index(drop=True)
