"""Cells of tables: which rows they are, and what such a row may lack.

Source: ``docs/codebook.md`` §7. A *table* is one voice of one side in one source; a *position cell* is
one that says who holds a place, or, with an empty `party`, that nobody is named there any more.
"""

from typing import Final

import pandas as pd
import pandera.pandas as pa

from geo.reading.checks import holds
from geo.reading.dates import day_in_words, read_day
from geo.reading.errors import rule
from geo.reading.vocabulary import Claim, Evidence, Polarity, Scope

TABLE: Final = ["voice_id", "claimant_side", "source_id", "area_id"]
"""Cells that agree in these follow one another: one table about one place."""

MOST_TABLES: Final = 200
"""Each one's position stands beside those of the others, whatever its age."""

WORDS: Final = ("quote", "quote_prefix", "sentence", "hedge")
"""Columns for the words of an article, which a cell does not have."""


def of_table(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows rest on a table's cell."""
    return cells["evidence"] == Evidence.TABLE


def too_many_tables(reports: pd.DataFrame) -> bool:
    """Return whether more tables take positions than are compared with one another on each day."""
    return len(reports[position_cells(reports)][TABLE[:-1]].drop_duplicates()) > MOST_TABLES


def names_nobody(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are cells of a table that name no holder: they end the table's position."""
    asserted = (cells["claim"] == Claim.HOLDS) & (cells["polarity"] == Polarity.ASSERTS)
    return of_table(cells) & asserted & (cells["party"] == "")


def position_cells(reports: pd.DataFrame) -> "pd.Series[bool]":
    """Return which rows are position cells."""
    says = (reports["claim"] == Claim.HOLDS) & (reports["polarity"] == Polarity.ASSERTS)
    return of_table(reports) & says & (reports["scope"] != Scope.PART_OF) & reports["date_to"].notna()


def compared_cells(cells: "pd.Series[str]") -> "pd.Series[str]":
    """Return what cells (`column=value`) are compared by: of a table with a column a day, the value alone."""
    parts = cells.astype("str").str.partition("=")
    days = {name: bool(read_day(name).day or day_in_words(name)) for name in parts[0].unique()}
    return cells.where(~parts[0].map(days).astype("bool"), parts[2])


def cell_checks(cells: pd.DataFrame) -> dict[str, list[pa.Check]]:
    """Return the checks of `cell`, `cell_row`, and of the words that a cell does not have."""
    table = of_table(cells)
    numbers = cells["cell_row"].str.fullmatch(r"\d{0,12}")
    checks = {
        "cell": [
            holds(table | (cells["cell"] == ""), rule("cell_of_a_quote")),
            holds(~table | cells["cell"].str.contains("=", regex=False), rule("no_cell")),
        ],
        "cell_row": [
            holds(table | (cells["cell_row"] == ""), rule("cell_of_a_quote")),
            holds(numbers, rule("no_row_number")),
        ],
    }
    return checks | {name: [holds(~table | (cells[name] == ""), rule("words_of_a_cell"))] for name in WORDS}
