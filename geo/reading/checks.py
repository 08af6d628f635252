"""A pandera schema's findings as problems: every broken rule of every row, in one pass."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from geo.reading.dates import DAY_RULES
from geo.reading.errors import Problem, enough, rule
from geo.reading.names import LONGEST_NAME
from geo.reading.world import LATITUDES, LONGITUDES

if TYPE_CHECKING:
    from geo.reading.day_columns import Days

MOST_HINTS: Final = 100
LONGEST_VALUE: Final = 1_000
"""Characters of a cell that are kept with its problem."""

Hint: TypeAlias = Callable[[str, str], str]
"""Column and value to a suggestion, "" = none."""


def column(*checks: pa.Check) -> pa.Column:
    """Return a text column that must pass the checks, each of which has its rule in `error`."""
    return pa.Column(None, list(checks), nullable=True)


def filled() -> pa.Check:
    """Return the check that a cell is not empty."""
    return pa.Check(lambda cells: cells != "", error=rule("empty"))


def short() -> pa.Check:
    """Return the check that a cell is not too long for a name."""
    broken = rule("too_long", most=f"{LONGEST_NAME:,}")
    return pa.Check(lambda cells: cells.str.len() <= LONGEST_NAME, error=broken)


def word(
    allowed: Mapping[str, Any] | tuple[str, ...] | list[str], broken: str, *, empty: bool = False
) -> pa.Check:
    """Return the check that a cell is one of the allowed words (or empty, if that is allowed)."""
    words = [*allowed, ""] if empty else list(allowed)
    return pa.Check(lambda cells: cells.isin(words), error=broken)


def unique() -> pa.Check:
    """Return the check that a cell does not repeat that of an earlier row."""
    return pa.Check(lambda cells: ~cells.duplicated() | (cells == ""), error=rule("twice"))


def holds(rows: pd.Series, broken: str) -> pa.Check:
    """Return the check of a rule that needs other columns too: True where the row keeps it."""
    return pa.Check(lambda cells: rows.loc[cells.index], error=broken)


def within(parts: pd.Series, wholes: pd.Series) -> pd.Series:
    """Return whether each text stands in the other one of its row; the empty text stands in any."""
    found = [part in whole for part, whole in zip(parts, wholes, strict=True)]
    return pd.Series(found, index=parts.index, dtype=bool)


def degrees(cells: pd.DataFrame) -> pd.DataFrame:
    """Return `lon` and `lat` as numbers, degrees, EPSG:4326; NaN = absent, or no such number."""
    found = {name: pd.to_numeric(cells[name], errors="coerce") for name in ("lon", "lat")}
    return pd.DataFrame(found, dtype="float64")


def point_checks(
    cells: pd.DataFrame, found: pd.DataFrame, *, empty: bool = False
) -> dict[str, list[pa.Check]]:
    """Return the checks of `lon` and `lat`, text in `cells` and numbers in `found`; both may be `empty`."""
    absent = (cells[["lon", "lat"]] == "") & empty
    pairs = {"lon": absent["lat"] | ~absent["lon"], "lat": absent["lon"] | ~absent["lat"]}
    ranges = {"lon": (LONGITUDES, rule("no_longitude")), "lat": (LATITUDES, rule("no_latitude"))}
    return {
        name: [
            holds(absent[name] | found[name].between(*limits), broken),
            holds(pairs[name], rule("half_a_point")),
        ]
        for name, (limits, broken) in ranges.items()
    }


def day_checks(days: "Days") -> list[pa.Check]:
    """Return one check per rule that a day of the column breaks."""
    broken = [one for one in DAY_RULES if (days.rules == one).any()]
    return [holds(days.rules != one, one) for one in broken]


def no_hint(_name: str, _value: str) -> str:
    """Return no suggestion."""
    return ""


def few(hint: Hint) -> Hint:
    """Return the hint function, called once per value and for the first `MOST_HINTS` values only."""
    known: dict[tuple[str, str], str] = {}

    def told(name: str, value: str) -> str:
        if (name, value) not in known:
            known[name, value] = hint(name, value) if len(known) < MOST_HINTS else ""
        return known[name, value]

    return told


def row_problems(file: str, cells: pd.DataFrame, schema: pa.DataFrameSchema, hint: Hint) -> list[Problem]:
    """Return every broken rule of every row, by row.

    Parameters
    ----------
    cells
        Text columns; index = the line of the record in the file.
    schema
        Columns whose checks have their rule in `error`.
    hint
        Called once per broken rule for a suggestion.
    """
    try:
        schema.validate(cells, lazy=True)
    except SchemaErrors as error:
        found = error.failure_cases.sort_values("index", kind="stable")
        enough(file, len(found))
        told = few(hint)
        rules = {str(check.error): check.error for one in schema.columns.values() for check in one.checks}
        return [
            Problem(
                file, int(row), str(name), value[:LONGEST_VALUE], rules[str(broken)], told(str(name), value)
            )
            for row, name, broken, value in zip(
                found["index"],
                found["column"],
                found["check"],
                found["failure_case"].astype(str),
                strict=True,
            )
        ]
    return []
