"""The desk as a view of the page: its articles, or the one that is open; and why somebody has none."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.desk import folder_state, seen_by
from geo.page import layout
from geo.page.desk import acts, allowed, component
from geo.page.desk.agreement import draw_agreement, draw_others
from geo.page.desk.articles import draw_articles
from geo.page.desk.session import desk_of
from geo.page.desk.told import told
from geo.page.state import CHOICES, choose, widget
from geo.reading import DataError
from geo.view import TABS, own_language
from geo.words import Words, languages, load_words

if TYPE_CHECKING:
    from geo.page.desk.session import Desk
    from geo.reading import Conflict

LANGUAGE = "desk_language"


def draw_desk(folder: Path) -> None:
    """Draw the desk of a folder; a folder in which nobody can code says why."""
    try:
        everything = folder_state(folder)
    except DataError as error:
        layout.open_page(None, load_words())
        layout.draw_error(error, load_words())
        return
    given = allowed.options()
    state = seen_by(everything, given.coder)
    words = load_words(_language(state.conflict))
    layout.open_page(state.conflict, words)
    desk = desk_of(state.folder, given.coder, state.conflict.sources.index, unassisted=given.unassisted)
    if desk.source_id and desk.source_id not in state.articles:
        desk.open("")
    _draw_views(desk, words)
    if not desk.source_id:
        draw_articles(desk, state, words)
        return
    draw_others(desk, everything, words)
    if desk.comparing:
        draw_agreement(desk, everything, words)
        return
    try:
        message = told(desk, state, words)
    except DataError as error:
        layout.draw_problems(error, words)
        return
    component.draw(message, lambda heard: acts.hear(desk, heard, words))


def draw_refusal(words: Words) -> None:
    """Say why a visitor of a server that has a desk does not get it."""
    if allowed.options().desk and (why := allowed.refusal()):
        st.info(words.say("desk.refused", why=words.say(f"desk.refused_{why}")))


def draw_instead(words: Words) -> None:
    """Beside the page of a folder that has no map yet: why there is no desk, or the way to it."""
    draw_refusal(words)
    if allowed.offered():
        st.button(words.say("page.view_desk"), key="desk_show", on_click=allowed.show, kwargs={"desk": True})


def _language(conflict: "Conflict") -> str:
    """Return the language chosen at the desk or on the map, else the address's, else the folder's."""
    there = [st.session_state.get(LANGUAGE), st.query_params.get("lang"), own_language(conflict)]
    if CHOICES in st.session_state:
        there.insert(1, st.session_state[CHOICES].language)
    return next(one for one in there if one in languages())


def _draw_views(desk: "Desk", words: Words) -> None:
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
