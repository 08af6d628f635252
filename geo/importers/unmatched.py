"""`unmatched.csv`: what an import could not place, and why."""

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from geo.reading import Problem, write_csv

UNMATCHED: Final = "unmatched.csv"


def table_of(rows: list[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Return rows as text, absent cells empty."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.where(frame.notna(), "").astype("str")


def unmatched_file(problems: Iterable[Problem]) -> dict[str, bytes]:
    """Return `unmatched.csv` by its name: one row per problem."""
    return {UNMATCHED: write_csv(table_of([one._asdict() for one in problems], Problem._fields))}
