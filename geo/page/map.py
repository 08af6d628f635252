"""The map: one component that is made once, and the small message of each step."""

from contextlib import suppress
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit_folium import st_folium

from geo.export.cite import embed_snippet
from geo.page import pictures
from geo.page.loading import key_of, shapes_json, states_json
from geo.page.state import choose, chosen
from geo.page.streamlit_inside import folders, media_url, media_urls
from geo.paint import bundle, compact_json
from geo.paint.folium_map import ControlMap, base_map, spoken, step
from geo.panel import map_title
from geo.reading import EVERYONE
from geo.view import View, day_in

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

KEY: Final = "map"
RESERVED_HEIGHT: Final = 960
"""Pixels kept free until the script knows how high its frame is."""


def draw_map(conflict: "Conflict", words: "Words") -> None:
    """Draw the map and the strip of all days; a choice made there becomes the reader's choice."""
    key = f"{KEY}_{words.language}"
    shapes = shapes_json(conflict)
    sheets = media_urls(shapes.sheets, f"sheets_{conflict.key}")
    urls = (
        media_url(shapes.geometry, "geometry"),
        media_url(_said(words), "words"),
        media_url(bundle(), "script", "text/javascript"),
        media_url(_listed(sheets), "sheets") if sheets else "",
    )
    st_folium(
        _base_map(words, *urls, conflict.address, embed_snippet(conflict.title, "{address}")).again(),
        key=key,
        height=RESERVED_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=step(**message(conflict, chosen(), words)),
        on_change=lambda: _chosen_on_map(conflict, key),
        render=False,
    )


@lru_cache(maxsize=32)
def _base_map(  # noqa: PLR0913, PLR0917 (the key of what is kept)
    words: "Words", geometry: str, said: str, script: str, sheets: str, address: str, embed: str
) -> ControlMap:
    """Return the map of a conflict's shapes in a language, made once."""
    leaflet, assets = folders()
    served = {
        "leaflet": leaflet,
        "assets": assets,
        "script": script,
        **({"sheets": sheets} if sheets else {}),
    }
    return base_map(geometry, words, **served, said=said, address=address, embed=embed)


@lru_cache(maxsize=8)
def _listed(addresses: tuple[str, ...]) -> bytes:
    """Return the file that names the sheets: the script of the base map goes along with every step."""
    return compact_json(addresses)


@cache
def _said(words: "Words") -> bytes:
    return compact_json(spoken(words))


def message(conflict: "Conflict", view: View, words: "Words") -> dict[str, Any]:
    """Return the message that tells the script about a step."""
    told, compare = _told(conflict, view, words, "first"), None
    if view.second and view.compare:
        kind = view.compare.kind
        titles = [map_title(conflict, one, kind, words) for one in (view, view.second)]
        told["title"] = titles[0]
        compare = _told(conflict, view.second, words, "second") | {"title": titles[1]}
        compare["day"] = view.second.day.isoformat() if kind == "date" else None
    return {**told, "area": view.area, "compare": compare}


def _told(conflict: "Conflict", view: View, words: "Words", name: str) -> dict[str, Any]:
    data = states_json(conflict, view, words)
    key = key_of(conflict, view, words)
    return {"day": view.day.isoformat(), "states": key, "url": media_url(data, name)}


def _chosen_on_map(conflict: "Conflict", key: str = KEY) -> None:
    """Take over what the reader chose in the map's frame, if it makes sense."""
    value = st.session_state.get(key)
    if isinstance(value, dict) and value.get("n"):
        area = value.get("area")
        changed: dict[str, Any] = {"area": area if area in conflict.areas.index else None}
        with suppress(ValueError):
            changed["day"] = day_in(str(value.get("day")), conflict)
        if value.get("everyone") is True:
            changed |= {"narrator": EVERYONE, "known": None}
        if isinstance(picture := value.get("picture"), dict):
            pictures.ask(picture.get("report"))
        choose(**changed)
