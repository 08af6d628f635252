"""A row that neither coder has: one coder's, with fields changed by who settles."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import choices
from geo.page.desk.cases import LISTED
from geo.words import visible

if TYPE_CHECKING:
    from geo.desk import Case, FolderState
    from geo.words import Words

FIELDS: Final = (*LISTED, "claimant", "date_from", "date_to", "hedge")
SPEAKER: Final = ("claimant", "claimant_side")


def draw_edit(state: "FolderState", case: "Case", place: int, words: "Words") -> None:
    """Draw the fields, closed lists as such, filled with the cells of the coder at a place of the case."""
    row = case.rows[place]
    for name in FIELDS:
        label = words.say(f"agreement.field.{name}")
        if name not in LISTED:
            st.text_input(label, row[name], key=_key(case, place, name))
            continue
        listed = dict(choices(state, "", name, words))
        free = not row[name] or name == "party"
        values: list[str] = ["", *listed] if free else [*listed]
        st.selectbox(
            label,
            values,
            index=values.index(row[name]) if row[name] in values else 0,
            format_func=_labels(listed),
            key=_key(case, place, name),
        )


def _labels(listed: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: visible(listed.get(value, value))


def edited(case: "Case", place: int) -> dict[str, str]:
    """Return the row as it was edited; another speaker's voice and utterance are found anew."""
    row = dict(case.rows[place])
    given = {name: str(st.session_state.get(_key(case, place, name), row[name])).strip() for name in FIELDS}
    if any(given[name] != row[name] for name in SPEAKER):
        given |= {"voice_id": "", "origin_id": ""}
    return row | given


def _key(case: "Case", place: int, name: str) -> str:
    return f"settle_{place}_{name}_{case.key}"
