"""Somebody's table of who controls what becomes a conflict's folder; its cells are the evidence."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from geo.importers.compact import rows_of_cells
from geo.importers.ground import ground_of, provinces_of
from geo.importers.ids import short, slug
from geo.importers.limits import lost_limits, white_limit
from geo.importers.placed_cells import holders, placed, plain
from geo.importers.suggested import suggested_file, with_hints
from geo.importers.table_file import Shape, read_table_file
from geo.importers.table_folder import Parties, own_parties, parties_of
from geo.importers.table_settings import settings_text
from geo.importers.unmatched import table_of, unmatched_file
from geo.importers.values import Unmapped, unmapped_problems
from geo.reading import (
    DISTRICTS,
    NAMES,
    SOURCE_COLUMNS,
    DataError,
    Problem,
    read_areas,
    rule,
    save_folder,
    write_csv,
)

MOST_KINDS: Final = 20
"""Values that name nobody, listed with how many cells have each; the others are counted together."""


class Told(NamedTuple):
    """What is known about a table beside its file.

    Attributes
    ----------
    mapping
        Value -> actor, "" = nobody; None = every value is an actor.
    outlet
        Who published it.
    published
        The day on which it was published; None = not known.
    base
        A conflict's folder whose sides, actors and groups are used; None: they are made.
    names
        Other spellings of areas, as `names.csv` has them; None = none.
    """

    shape: Shape
    mapping: Mapping[str, str] | None
    outlet: str
    published: date | None = None
    base: Path | None = None
    names: bytes | None = None


class ImportedTable(NamedTuple):
    """What an import of a table wrote, and what it did not.

    Attributes
    ----------
    cells
        How many were read: as many as kept, silent, unmapped and lost ones together.
    kept
        How many cells name a holder.
    silent
        Value that names nobody -> how many cells.
    unmapped
        Value that `mapping` does not have -> how many cells.
    joined
        Value -> the value that it is read as: they differ by case or spaces alone.
    problems
        Why cells are lost, one for each.
    """

    cells: int
    kept: int
    silent: Mapping[str, int]
    unmapped: Mapping[str, Unmapped]
    joined: Mapping[str, str]
    problems: list[Problem]
    notices: list[Problem]


def import_table(file: Path, told: Told, districts: bytes, out: Path) -> ImportedTable:
    """Write a conflict's folder of a table's cells.

    Parameters
    ----------
    districts
        The areas, as `geo.importers.borders.areas_of` returns them.

    Raises
    ------
    DataError
        If the table or the areas are broken, the folder is not empty, or no cell can be placed.
    """
    areas, _ = read_areas(districts)
    read = read_table_file(file, told.shape)
    known = own_parties(told.base) if told.base else None
    groups = known.groups_over(areas.index) if known else provinces_of(areas)
    ground, odd = ground_of(areas, groups, told.names)
    found = placed(read.cells, ground, file.name)
    problems = with_hints(found.problems, ground)
    parties = parties_of(found.cells["value"], told.mapping, known, file.name)
    cells = _with_parties(found.cells, parties, told.shape)
    kept, silent = _counted(cells, parties, problems, file.name)
    limits = _limits(told, parties, problems, len(read.cells))
    files = {
        "conflict.toml": settings_text(told.outlet, file.name, parties, groups, known, limits).encode(),
        DISTRICTS: districts,
        "control_reports.csv": write_csv(rows_of_cells(cells)),
        "sources.csv": write_csv(_source(told, file.name, read.data)),
        **({NAMES: told.names} if told.names else {}),
    }
    save_folder(out, files | unmatched_file(problems) | suggested_file((), problems, ground))
    unmapped, joined = parties.read.unmapped, parties.read.joined
    return ImportedTable(len(read.cells), kept, silent, unmapped, joined, problems, odd)


def _counted(
    cells: pd.DataFrame, parties: Parties, problems: list[Problem], file: str
) -> tuple[int, Mapping[str, int]]:
    """Return how many cells name a holder, and each value that names nobody with how many cells it has."""
    nobody = Counter(map(plain, cells["value"][cells["party"] == ""]))
    kept = len(cells) - sum(nobody.values())
    unmapped = parties.read.unmapped
    if not kept:
        none = Problem(file, None, None, "", rule("no_cell_placed"))
        raise DataError([none, *list(unmapped_problems(unmapped, file))[:MOST_KINDS], *problems[:MOST_KINDS]])
    return kept, {value: count for value, count in nobody.items() if value not in unmapped}


def _limits(told: Told, parties: Parties, lost: list[Problem], cells: int) -> list[str]:
    """Return the sentences about what the map leaves out."""
    white = white_limit(told.outlet, list(parties.read.unmapped), lost=bool(lost))
    return [white, *lost_limits(lost, cells, "rows" if told.shape.holder else "cells")]


def _with_parties(cells: pd.DataFrame, parties: Parties, shape: Shape) -> pd.DataFrame:
    """Return the cells with the actor of each, the cell in words, and the one that closes its position."""
    closes = f"{shape.until}=" + cells["until"]
    return cells.assign(
        party=holders(cells["value"], parties.of_value),
        cell=cells["column"] + "=" + cells["value"],
        closes=closes.where(cells["until"] != "", ""),
        first=cells["first"].astype(np.int64),
        last=cells["last"].astype(np.int64),
    )


def _source(told: Told, file: str, data: bytes) -> pd.DataFrame:
    """Return the one row of `sources.csv`: the table as it was read."""
    published = told.published.isoformat() if told.published else ""
    source = {
        "source_id": slug(told.outlet),
        "outlet": short(told.outlet),
        "title": short(file),
        "published_from": published,
        "published_to": published,
        "published_basis": "given at the import" if published else "not known",
        "text_sha256": hashlib.sha256(data).hexdigest(),
    }
    return table_of([source], SOURCE_COLUMNS)
