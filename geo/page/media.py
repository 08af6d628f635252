"""Bytes for the map's frame: Streamlit's in-memory files, and folders of installed packages."""

from typing import Final

import streamlit as st
from streamlit import runtime
from streamlit.components.v1 import declare_component

from geo.paint import ASSETS, LEAFLET

UP: Final = "../.."
"""From the frame of the map's component to the root of the server."""


def media_url(data: bytes, name: str, kind: str = "application/json") -> str:
    """Return the address, relative to the map's frame, of a file kept in the server's memory.

    Called in every run, because Streamlit drops files that a run does not ask for. Without a server (a
    test) there is nothing to serve, and the address is empty.
    """
    if not runtime.exists():
        return ""
    path = runtime.get_instance().media_file_mgr.add(data, kind, f"geo.{name}")
    return f"{UP}{path}"


@st.cache_resource(show_spinner=False)
def folders() -> tuple[str, str]:
    """Return the addresses of Leaflet and of the painting script, relative to the map's frame."""
    leaflet = declare_component("leaflet", path=str(LEAFLET))
    assets = declare_component("paint", path=str(ASSETS))
    return f"../{leaflet.name}", f"../{assets.name}"
