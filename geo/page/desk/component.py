"""The component of the desk: one piece of the page, without a frame, that says each key and click once."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

HERE: Final = Path(__file__).parent
SCRIPTS: Final = (
    "core.js",
    "selection.js",
    "article.js",
    "chooser.js",
    "card.js",
    "help.js",
    "keys.js",
    "mount.js",
)
"""In this order, as one module."""

KEY: Final = "desk"
EXPORT: Final = "export default (component) => window.geoDesk.mount(component);\n"


@cache
def script() -> str:
    """Return the scripts as the module that Streamlit loads."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS) + EXPORT


def draw(told: Mapping[str, Any], heard: Callable[[Mapping[str, Any]], None]) -> None:
    """Draw the component; `heard` is called with each message of the page, before the run that it causes."""
    style = (HERE / "desk.css").read_text(encoding="utf-8")
    component = st.components.v2.component("geo_desk", css=style, js=script(), isolate_styles=False)

    def on_act() -> None:
        message = st.session_state[KEY].get("act")
        if isinstance(message, Mapping):
            heard(message)

    component(key=KEY, data=dict(told), on_act_change=on_act)
