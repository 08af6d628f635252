"""The table of all reports: what people read first, filtered, with the columns of the file when asked for."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from geo.export.files import exported
from geo.page.state import chosen
from geo.panel import reading
from geo.reading import REPORT_COLUMNS, Evidence, fold
from geo.sentences import area_name, as_statements, fitting
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

READ: Final = ("day", "place", "claim", "speaker", "quote")
"""The columns that people read, as `page.data.read` names them."""

OFFERED: Final = ("reports.csv", "timeline.csv")


def draw_reports(conflict: "Conflict", words: "Words") -> None:
    """Draw every report with a filter, columns to add, and both tables to download as CSV."""
    first, others = read_columns(conflict, words), file_columns(conflict)
    with st.container(horizontal=True, key="data_tools", vertical_alignment="bottom"):
        wanted = st.text_input(words.say("page.data.filter"), key="data_filter")
        label = words.say("page.data.columns")
        added = st.multiselect(label, list(others), key="data_columns", placeholder=label)
    shown = pd.concat([first, others[added]], axis=1)[matching(first, wanted)]
    st.caption(words.say("page.data.rows", count=len(shown), total=words.grouped(len(first))))
    wide = {first.columns[-1]: st.column_config.TextColumn(width="large")}
    st.dataframe(visible_table(shown), hide_index=True, height=420, placeholder="", column_config=wide)
    with st.container(horizontal=True, key="data_csv"):
        for name in OFFERED:
            _download(conflict, name)


def _download(conflict: "Conflict", name: str) -> None:
    view = chosen()
    file = f"{view.day.isoformat()}-{name}"
    made = lambda: exported(conflict, view, name)[name]  # noqa: E731 (made when it is asked for)
    st.download_button(name, made, file_name=file, mime="text/csv", key=f"data_{name}", on_click="ignore")


def read_columns(conflict: "Conflict", words: "Words") -> pd.DataFrame:
    """Return the columns `READ` of each report, as cards say them; a cell where there is no quote."""
    reports = conflict.reports
    place = {one: area_name(conflict, one, words) for one in map(str, reports["area_id"].unique())}
    speaker = {one: conflict.said(one, words.language) for one in map(str, reports["claimant"].unique())}
    table = reports["evidence"].astype(str) == Evidence.TABLE
    found = {
        "day": reports["date_to"].dt.date,
        "place": reports["area_id"].astype(str).map(place),
        "claim": _claims(conflict, words),
        "speaker": reports["claimant"].astype(str).map(speaker),
        "quote": reports["quote"].astype(str).where(~table, reports["cell"].astype(str)),
    }
    keys = {name: f"page.data.read.{name}" for name in READ}
    keys["quote"] = fitting(conflict, keys["quote"])
    return pd.DataFrame({words.say(key): found[name] for name, key in keys.items()})


def _claims(conflict: "Conflict", words: "Words") -> pd.Series:
    """Return how each report was read; said once for each kind of claim about a party."""
    kind = ["claim", "polarity", "party"]
    reports = conflict.reports.astype(dict.fromkeys(kind, "str"))
    kinds = as_statements(conflict, conflict.reports[~reports.duplicated(kind)])
    said = {
        (str(one.claim), str(one.polarity), str(one.party)): reading(one, conflict, words) for one in kinds
    }
    keys = zip(*(reports[name].fillna("") for name in kind), strict=True)
    return pd.Series([said[key] for key in keys], index=reports.index)


def file_columns(conflict: "Conflict") -> pd.DataFrame:
    """Return the columns of the file and the days of publication, but for those that no row fills."""
    every = conflict.reports[[*REPORT_COLUMNS, "published_from", "published_to"]]
    table = every.loc[:, (every.notna() & (every != "")).any()].copy()
    for name in table.columns[table.dtypes.map(pd.api.types.is_datetime64_any_dtype)]:
        table[name] = table[name].dt.date
    for name in table.columns[table.dtypes == "category"]:
        table[name] = table[name].astype("str")
    return table


def matching(table: pd.DataFrame, wanted: str) -> pd.Series:
    """Return of each row whether its texts have every word that is looked for, as names are compared."""
    texts = table.fillna("").astype(str).agg(" ".join, axis=1).map(fold)
    found = pd.Series(True, index=table.index)
    for word in fold(wanted).split():
        found &= texts.str.contains(word, regex=False)
    return found


def visible_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the hidden characters of its texts and of its columns' names written out."""
    texts = table.select_dtypes(["str", "object"])
    shown = {str(name): column.map(_shown(column)) for name, column in texts.items()}
    return table.assign(**shown).rename(columns=visible)


def _shown(column: pd.Series) -> dict[Any, Any]:
    return {value: visible(value) if isinstance(value, str) else value for value in column.unique()}
