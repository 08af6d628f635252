"""The line above the desk: back to the articles, the other views, the languages."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.page.desk import allowed
from geo.page.state import CHOICES, choose, widget
from geo.view import TABS, own_language
from geo.words import Words, languages, load_words

if TYPE_CHECKING:
    from geo.page.desk.session import Desk
    from geo.reading import Conflict


LANGUAGE = "desk_language"


def language_of(conflict: "Conflict") -> str:
    """Return the language chosen at the desk or on the map, else the address's, else the folder's."""
    there = [st.session_state.get(LANGUAGE), st.query_params.get("lang"), own_language(conflict)]
    if CHOICES in st.session_state:
        there.insert(1, st.session_state[CHOICES].language)
    return next(one for one in there if one in languages())


def draw_top_line(desk: "Desk", words: Words) -> None:
    """Draw one line above the desk: back to the articles, the other views, the languages."""
    with st.container(horizontal=True, key="desk_views", gap="medium", vertical_alignment="center"):
        if desk.source_id:
            back = words.say("desk.articles.back")
            st.button(back, key="desk_list", type="tertiary", on_click=desk.open, args=("",))
        st.space("stretch")
        widget("desk_view", "desk")
        st.segmented_control(
            words.say("page.view"),
            (*TABS, "desk"),
            required=True,
            key="desk_view",
            format_func=lambda view: words.say(f"page.view_{view}"),
            on_change=_leave,
            label_visibility="collapsed",
        )
        widget(LANGUAGE, words.language)
        st.segmented_control(
            words.say("page.language"),
            languages(),
            required=True,
            key=LANGUAGE,
            format_func=lambda language: load_words(language).say("page.language_name"),
            on_change=_taken,
            label_visibility="collapsed",
        )


def _leave() -> None:
    """Go to another view; the map's own choices stay as they were."""
    tab = st.session_state["desk_view"]
    allowed.show(tab == "desk")
    _choose("tab", "view", tab)


def _taken() -> None:
    if language := st.session_state[LANGUAGE]:
        _choose("language", "lang", language)


def _choose(field: str, parameter: str, value: Any) -> None:  # noqa: ANN401 (a field of `View`)
    if CHOICES in st.session_state:
        choose(**{field: value})
    else:
        st.query_params[parameter] = value
