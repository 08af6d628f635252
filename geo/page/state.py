"""The reader's choices from run to run: read from the address first, written to it last."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import streamlit as st

from geo.reading import EVERYONE
from geo.view import PARAMETERS, View, parameters_of, read

if TYPE_CHECKING:
    from geo.panel import Link, Way
    from geo.reading import Conflict

CHOICES: Final = "choices"
NOTICES: Final = "notices"
WRITTEN: Final = "address_written"
CHOSEN: Final = "chosen_since"
OF: Final = "choices_of"
"""Keys of the session: the choices, what was wrong with the address, the address as last written, whether
the reader has chosen since then, and the conflict that they belong to."""


def restore(conflict: "Conflict") -> None:
    """Read the address, when it is not the one that this session wrote itself."""
    found = {name: st.query_params.get_all(name) for name in PARAMETERS}
    plain = {name: values for name, values in found.items() if values}
    before = st.session_state.get(OF)
    if before == (conflict.id, conflict.key) and _is_ours(plain):
        return
    if _chosen_before_the_files_changed(conflict, before):
        plain = {name: [value] for name, value in parameters_of(chosen(), conflict).items()}
    view, notices = read(plain, conflict)
    st.session_state[CHOICES] = view
    st.session_state[NOTICES] = notices
    st.session_state[OF] = conflict.id, conflict.key


def _chosen_before_the_files_changed(conflict: "Conflict", before: tuple[str, str] | None) -> bool:
    """Return whether the reader chose something before the files changed: it counts, not the address."""
    return before is not None and before[0] == conflict.id and bool(st.session_state.get(CHOSEN))


def _is_ours(plain: dict[str, list[str]]) -> bool:
    """Return whether an address is the one we wrote, or was sent before the browser knew of a choice."""
    return bool(st.session_state.get(CHOSEN)) or plain == st.session_state.get(WRITTEN)


def save(conflict: "Conflict") -> None:
    """Write the choices into the address; parameters that are not ours stay as they are."""
    wanted = parameters_of(chosen(), conflict)
    for name in PARAMETERS:
        if name not in wanted:
            st.query_params.pop(name, None)
        elif st.query_params.get_all(name) != [wanted[name]]:
            st.query_params[name] = wanted[name]
    st.session_state[WRITTEN] = {name: [wanted[name]] for name in PARAMETERS if name in wanted}
    st.session_state[CHOSEN] = False


def chosen() -> View:
    """Return what the reader has chosen to look at."""
    view: View = st.session_state[CHOICES]
    return view


def choose(**changed: Any) -> None:  # noqa: ANN401 (fields of `View`)
    """Change some of the choices: in callbacks, before any widget of the next run is made."""
    st.session_state[CHOICES] = replace(chosen(), **changed)
    st.session_state[NOTICES] = ()
    st.session_state[CHOSEN] = True


def taken(field: str) -> Callable[[], None]:
    """Return the callback of a widget whose value is the reader's choice of a field of `View`."""
    return lambda: choose(**{field: st.session_state[field]})


def widget(key: str, value: object) -> None:
    """Give a widget its value before it is made, unless it already has it."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def address_with(conflict: "Conflict", **changed: Any) -> str:  # noqa: ANN401 (fields of `View`)
    """Return the address of the page with some choices changed, foreign parameters kept."""
    wanted = parameters_of(replace(chosen(), **changed), conflict)
    return "?" + urlencode({**_foreign(), **wanted})


def link_in(conflict: "Conflict") -> "Link":
    """Return what gives the address of an area in the view, and of a quote in its panel."""
    return lambda area, report="": address_with(conflict, area=area) + (report and f"#q-{report}")


def way_in(conflict: "Conflict") -> "Way":
    """Return what gives the address of a statement on the map: told by everyone, with all that is known."""

    def address(area: str, day: date | None, report: str) -> str:
        shown = {"area": area or None, "tab": "map"} | ({"day": day} if day else {})
        everything = {"narrator": EVERYONE, "known": None, "compare": None}
        return address_with(conflict, **shown, **everything) + (report and f"#q-{report}")

    return address


def aside() -> str:
    """Return the parameters of the address that are not ours, "" if there are none."""
    return urlencode(_foreign())


def _foreign() -> Mapping[str, str]:
    return {name: st.query_params[name] for name in st.query_params if name not in PARAMETERS}
