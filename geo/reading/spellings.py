"""`names.csv`: other spellings of areas, decided by a person; a spelling of two areas is of neither."""

from collections.abc import Collection

import pandas as pd
import pandera.pandas as pa

from geo.reading.aliases import FILE, OF_AREAS, spelled
from geo.reading.checks import column, filled, holds, row_problems, short, word
from geo.reading.errors import Problem, rule
from geo.reading.names import NameIndex, fold, nearest
from geo.reading.sources import rows_of

__all__ = ["FILE", "owners_of", "read_names"]


def read_names(
    data: bytes, known: Collection[str], names: NameIndex
) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Read the spellings; a row that breaks a rule is set aside and listed.

    Parameters
    ----------
    known
        Ids of areas and groups.
    names
        What they are called on the map: a spelling cannot be another one's name.

    Returns
    -------
    spellings, problems
        Pairs of id and spelling. A spelling that stands twice for one area counts once.
    """
    cells, unread = spelled(data)
    cells = cells[cells["kind"].isin(OF_AREAS)]
    owners = owners_of(cells, names)
    alone = cells["spelling"].map(lambda name: len(owners[fold(name)]) <= 1)
    model = pa.DataFrameSchema(
        {
            "spelling": column(filled(), short(), holds(alone, rule("two_areas"))),
            "area_id": column(filled(), word(list(known), rule("unknown_area_or_group"))),
        }
    )

    def hint(name: str, value: str) -> str:
        if name == "spelling":
            return f"it stands for {' and '.join(owners[fold(value)])}" if value else ""
        near = nearest(value, known)
        return f"near: {', '.join(near)}" if near else ""

    problems = row_problems(FILE, cells, model, hint)
    kept = cells.drop(index=rows_of(problems))
    return list(zip(kept["area_id"], kept["spelling"], strict=True)), unread + problems


def owners_of(cells: pd.DataFrame, names: NameIndex) -> dict[str, tuple[str, ...]]:
    """Return each folded spelling's ids: those of its rows, and those whose name it is on the map."""
    found: dict[str, dict[str, None]] = {}
    for spelling, one in zip(cells["spelling"], cells["area_id"], strict=True):
        on_map = dict.fromkeys(names.candidates(spelling))
        found.setdefault(fold(spelling), on_map)[one] = None
    return {spelling: tuple(ids) for spelling, ids in found.items()}
