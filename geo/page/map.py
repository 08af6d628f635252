"""The map: one component that is made once, and the small message of each step."""

from datetime import date
from typing import Any, Final

import streamlit as st
from streamlit_folium import st_folium

from geo.page.address import Choices
from geo.page.loading import geometry_json, states_json
from geo.page.media import folders, media_url
from geo.page.state import choose, chosen
from geo.paint import compact_json
from geo.paint.folium_map import base_map, spoken, step
from geo.paint.states import states_key
from geo.reading.conflict import Conflict
from geo.sentences.compare import Telling, narrator_name
from geo.words import Words

KEY: Final = "map"
RESERVED_HEIGHT: Final = 960
"""Pixels kept free until the script knows how high its frame is."""


def tellings(choices: Choices) -> tuple[Telling, Telling | None]:
    """Return what the first map tells, and the second, if there is one."""
    first = Telling(choices.narrator, choices.day, choices.known)
    other = choices.comparison
    if other is None:
        return first, None
    field = {"narrator": "narrator", "date": "day", "known": "known"}[other.kind]
    changed: dict[str, Any] = {field: other.value}
    return first, first._replace(**changed)


def draw_map(conflict: Conflict, words: Words) -> None:
    """Draw the map and the strip of all days; a choice made there becomes the reader's choice."""
    leaflet, assets = folders()
    key = f"{KEY}_{words.language}"
    url = media_url(geometry_json(conflict), "geometry")
    said = media_url(compact_json(spoken(words)), "words")
    st_folium(
        base_map(url, words, leaflet=leaflet, assets=assets, said=said),
        key=key,
        height=RESERVED_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=step(**message(conflict, chosen(), words)),
        on_change=lambda: _chosen_on_map(conflict, key),
    )


def message(conflict: Conflict, choices: Choices, words: Words) -> dict[str, Any]:
    """Return what the script is told of a step."""
    first, second = tellings(choices)
    told = _told(conflict, first, words, "first")
    compare = None
    if second and choices.comparison:
        kind = choices.comparison.kind
        compare = _told(conflict, second, words, "second") | {"title": title(conflict, second, kind, words)}
        compare["day"] = second.day.isoformat() if kind == "date" else None
        told["title"] = title(conflict, first, kind, words)
    return {**told, "area": choices.area, "compare": compare}


def title(conflict: Conflict, telling: Telling, kind: str, words: Words) -> str:
    """Return what stands over one of two maps: what it differs in."""
    if kind == "narrator":
        return narrator_name(conflict, telling.narrator, words)
    if kind == "date":
        return words.short_day(telling.day)
    if telling.known is None:
        return words.say("page.compare_title_known_all")
    return words.say("page.compare_title_known", day=words.short_day(telling.known))


def _told(conflict: Conflict, telling: Telling, words: Words, name: str) -> dict[str, Any]:
    data = states_json(conflict, telling.narrator, telling.known, words.language)
    key = states_key(conflict, words, narrator=telling.narrator, known=telling.known)
    return {"day": telling.day.isoformat(), "states": key, "url": media_url(data, name)}


def _chosen_on_map(conflict: Conflict, key: str = KEY) -> None:
    """Take over what the reader chose in the map's frame, as far as it means anything."""
    value = st.session_state.get(key)
    if isinstance(value, dict) and value.get("n"):
        area, day = value.get("area"), _day(value.get("day"), conflict)
        known_area = area if area in conflict.areas.index else None
        choose(area=known_area, **({"day": day} if day else {}))


def _day(text: object, conflict: Conflict) -> date | None:
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return None
    return day if conflict.first_day <= day <= conflict.last_day else None
