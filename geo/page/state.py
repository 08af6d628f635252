"""The reader's choices from run to run: read from the address first, written to it last."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from geo.page.address import PARAMETERS, Choices, language_in, own_language, read, written
from geo.reading.conflict import Conflict
from geo.words import load_words

CHOICES: Final = "choices"
NOTICES: Final = "notices"
WRITTEN: Final = "address_written"
CHOSEN: Final = "chosen_since"
OF: Final = "choices_of"
"""Keys of the session: the choices, what was wrong with the address, the address as last written, whether
the reader has chosen since then, and the conflict that they belong to."""


def restore(conflict: Conflict) -> None:
    """Read the address, when it is not the one that this session wrote itself."""
    found = {name: st.query_params.get_all(name) for name in PARAMETERS}
    plain = {name: values for name, values in found.items() if values}
    before = st.session_state.get(OF)
    if before == (conflict.id, conflict.key) and _is_ours(plain):
        return
    if before and before[0] == conflict.id and st.session_state.get(CHOSEN):
        # the files changed under a choice: the choice counts, not the address of before it
        plain = {name: [value] for name, value in written(chosen()).items()}
    choices, notices = read(plain, conflict, load_words(language_in(plain, conflict)))
    st.session_state[CHOICES] = choices
    st.session_state[NOTICES] = notices
    st.session_state[OF] = conflict.id, conflict.key


def _is_ours(plain: dict[str, list[str]]) -> bool:
    """Return whether an address is the one we wrote, or was sent before the browser knew of a choice."""
    return bool(st.session_state.get(CHOSEN)) or plain == st.session_state.get(WRITTEN)


def save() -> None:
    """Write the choices into the address; parameters that are not ours stay as they are."""
    wanted = written(chosen())
    for name in PARAMETERS:
        if name not in wanted:
            st.query_params.pop(name, None)
        elif st.query_params.get_all(name) != [wanted[name]]:
            st.query_params[name] = wanted[name]
    st.session_state[WRITTEN] = {name: [wanted[name]] for name in PARAMETERS if name in wanted}
    st.session_state[CHOSEN] = False


def chosen() -> Choices:
    """Return the reader's choices."""
    choices: Choices = st.session_state[CHOICES]
    return choices


def language(conflict: Conflict) -> str:
    """Return the language of the interface."""
    return chosen().language or own_language(conflict)


def choose(**changed: Any) -> None:  # noqa: ANN401 (fields of `Choices`)
    """Change some of the choices: in callbacks, before any widget of the next run is made."""
    st.session_state[CHOICES] = replace(chosen(), **changed)
    st.session_state[NOTICES] = ()
    st.session_state[CHOSEN] = True


def widget(key: str, value: object) -> None:
    """Give a widget its value before it is made, unless it has it: the reader's hand is not fought."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def address_with(**changed: Any) -> str:  # noqa: ANN401 (fields of `Choices`)
    """Return the address of the page with some choices changed, foreign parameters kept."""
    wanted = written(replace(chosen(), **changed))
    return "?" + _query({**_foreign(), **wanted})


def _foreign() -> Mapping[str, str]:
    return {name: st.query_params[name] for name in st.query_params if name not in PARAMETERS}


def _query(parameters: Mapping[str, str]) -> str:
    return urlencode(parameters)
