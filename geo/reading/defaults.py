"""What a row of the reports need not repeat: `[defaults]` of `conflict.toml`, and what a cell implies."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Any, Final, Literal, TypeAlias

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from geo.reading import schema
from geo.reading.cells import of_table
from geo.reading.names import ID, LONGEST_NAME
from geo.reading.vocabulary import CREDIBILITY, OUTLET, RELIABILITY, Claim, Evidence, Polarity, Scope

OPTIONAL: Final = schema.names(schema.REPORTS, schema.Need.NOTHING)
OF_QUOTES: Final = (*schema.names(schema.REPORTS, schema.Need.QUOTES), "date_from")
"""Columns that a table of cells need not have."""

ALIASES: Final = {"date": "date_to"}

Id: TypeAlias = Annotated[str, Field(pattern=f"^{ID}$")]
Text: TypeAlias = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]


class Defaults(BaseModel):
    """`[defaults]`: what a column of the reports holds where a cell is empty or the column missing."""

    model_config = ConfigDict(extra="forbid", strict=True)
    statement_id: Id | None = None
    origin_id: Id | None = None
    scope: Literal[tuple(map(str, Scope))] | None = None  # type: ignore[valid-type]
    claim: Literal[tuple(map(str, Claim))] | None = None  # type: ignore[valid-type]
    polarity: Literal[tuple(map(str, Polarity))] | None = None  # type: ignore[valid-type]
    claimant: Text | None = None
    voice_id: Id | None = None
    claimant_side: Id | None = None
    source_id: Id | None = None
    date_basis: Text | None = None
    evidence: Literal[tuple(map(str, Evidence))] | None = None  # type: ignore[valid-type]
    reliability: Literal[RELIABILITY] | None = None  # type: ignore[valid-type]
    credibility: Literal[CREDIBILITY] | None = None  # type: ignore[valid-type]
    note: Text | None = None

    def filled(self) -> dict[str, str]:
        """Return the defaults that are given, by their column."""
        given: dict[str, Any] = self.model_dump(exclude_none=True)
        return {name: str(value) for name, value in given.items()}


def may_be_missing(defaults: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns of the reports that the file may lack: with tables as default, those of quotes."""
    return (*OPTIONAL, *defaults, *(OF_QUOTES if defaults.get("evidence") == Evidence.TABLE else ()))


def filled_in(
    cells: pd.DataFrame, defaults: Mapping[str, str], sources: pd.DataFrame, groups: Collection[str]
) -> pd.DataFrame:
    """Return the cells with defaults where they are empty.

    The folder's own come first. A row that rests on a table's cell then needs only place, day and holder:
    the only source of the folder, its outlet as speaker and voice, `holds`, `asserts`, `named` (`all_of` for
    a group), ids made of the source and the line, and the row itself as the cell.
    """
    made = {name: _filled(cells[name], value) for name, value in defaults.items()}
    cells = cells.assign(**made)
    table = of_table(cells)
    if not table.any():
        return cells
    for name, value in _implied(cells, sources, groups):
        text = value if isinstance(value, pd.Series) else pd.Series(value, index=cells.index, dtype="str")
        cells[name] = cells[name].where(~table | (cells[name] != ""), text)
    return cells


def _filled(column: "pd.Series[str]", value: str) -> "pd.Series[str]":
    return column.where(column != "", value)


def _implied(
    cells: pd.DataFrame, sources: pd.DataFrame, groups: Collection[str]
) -> "Iterator[tuple[str, pd.Series[str] | str]]":
    """Yield column and value in the order in which they rest on one another."""
    yield "scope", _filled(_scopes(cells, groups), Scope.NAMED)
    yield "claim", Claim.HOLDS.value
    yield "polarity", Polarity.ASSERTS.value
    yield "claimant_side", OUTLET
    yield "source_id", str(sources.index[0]) if len(sources) == 1 else ""
    yield "voice_id", cells["source_id"]
    outlets = cells["source_id"].map(sources["outlet"])
    yield "claimant", outlets.fillna("").astype("str")
    line = pd.Series(cells.index, index=cells.index).astype("str")
    yield "report_id", cells["source_id"] + "-" + line
    yield "statement_id", cells["report_id"]
    yield "origin_id", cells["report_id"]
    own = cells["cell"] == ""
    yield "cell", "party=" + cells["party"]
    yield "cell_row", line.where(own, "")


def _scopes(cells: pd.DataFrame, groups: Collection[str]) -> "pd.Series[str]":
    wide = cells["area_id"].isin(list(groups))
    return pd.Series("", index=cells.index, dtype="str").where(~wide, Scope.ALL_OF)
