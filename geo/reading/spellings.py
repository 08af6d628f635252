"""`names.csv`: other spellings of areas, decided by a person; a spelling of two areas is of neither."""

from collections.abc import Collection
from typing import Final

import pandera.pandas as pa

from geo.reading import schema
from geo.reading.checks import column, filled, holds, row_problems, short, word
from geo.reading.errors import Problem, rule
from geo.reading.names import fold, nearest
from geo.reading.sources import rows_of
from geo.reading.tables import read_table

FILE: Final = "names.csv"


def read_names(data: bytes, known: Collection[str]) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Read the spellings; a row that breaks a rule is set aside and listed.

    Parameters
    ----------
    known
        Ids of areas and groups.

    Returns
    -------
    spellings, problems
        Pairs of id and spelling. A spelling that stands twice for one area counts once.
    """
    table = read_table(FILE, data, schema.names(schema.SPELLINGS))
    cells = table.cells
    folded = cells["spelling"].map(fold)
    owners = cells.groupby(folded)["area_id"].transform("nunique")
    model = pa.DataFrameSchema(
        {
            "spelling": column(filled(), short(), holds((folded == "") | (owners <= 1), rule("two_areas"))),
            "area_id": column(filled(), word(list(known), rule("unknown_area_or_group"))),
        }
    )

    def hint(name: str, value: str) -> str:
        if name == "area_id":
            near = nearest(value, known)
            return f"near: {', '.join(near)}" if near else ""
        return "it stands for " + " and ".join(sorted(set(cells["area_id"][folded == fold(value)])))

    problems = row_problems(FILE, cells, model, hint)
    kept = cells.drop(index=rows_of(problems))
    return list(zip(kept["area_id"], kept["spelling"], strict=True)), table.problems + problems
