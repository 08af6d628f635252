"""The map's reports with a row added, as nobody has saved it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.desk.checked import read_rows

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.frame import Frame
    from geo.desk.rows import Row
    from geo.reading import Conflict


def conflicts_with(
    state: "FolderState", coder: str, row: "Row", added: pd.DataFrame, frame: "Frame"
) -> "tuple[Conflict, Conflict]":
    """Return the conflict without and with a row, of the reports that reach what is drawn."""
    conflict = state.conflict
    reports = _base(state, coder, row)
    reaching = reports["area_id"].isin(conflict.reaching(frame.areas))
    near = reports[reaching | (reports["date_to"] == reports["date_to"].max())]
    near = near[near["report_id"] != row["report_id"]]
    return replace(conflict, reports=near), replace(conflict, reports=_joined(near, added))


def _base(state: "FolderState", coder: str, row: "Row") -> pd.DataFrame:
    """Return the reports of the map before."""
    reports = state.conflict.reports
    if state.alone(coder):
        return reports
    own = [one for one in state.own(coder) if one["source_id"] == row["source_id"]]
    others = reports[reports["source_id"] != row["source_id"]]
    if not own:
        return others
    return _joined(others, read_rows(state, own).reports)


def _joined(reports: pd.DataFrame, added: pd.DataFrame) -> pd.DataFrame:
    """Return two tables of reports as one, categories those of both."""
    kinds: dict[str, Any] = {
        name: pd.CategoricalDtype(
            list(dict.fromkeys([*reports[name].cat.categories, *added[name].cat.categories]))
        )
        for name in map(str, reports)
        if isinstance(reports[name].dtype, pd.CategoricalDtype)
    }
    return pd.concat([reports.astype(kinds), added.astype(kinds)], ignore_index=True)
