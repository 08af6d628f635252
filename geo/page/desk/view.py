"""The desk as a view of the page: its articles, or the one that is open; and why somebody has none."""

from pathlib import Path

import streamlit as st

from geo.desk import folder_state, seen_by
from geo.page import layout
from geo.page.desk import acts, allowed, component
from geo.page.desk.agreement import draw_agreement, draw_others
from geo.page.desk.articles import draw_articles
from geo.page.desk.session import desk_of
from geo.page.desk.told import told
from geo.page.desk.top_line import draw_top_line, language_of
from geo.page.said import draw_problems
from geo.reading import DataError
from geo.words import Words, load_words


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
    words = load_words(language_of(state.conflict))
    layout.open_page(state.conflict, words)
    desk = desk_of(state.folder, given.coder, state.conflict.sources.index, unassisted=given.unassisted)
    if desk.source_id and desk.source_id not in state.articles:
        desk.open("")
    draw_top_line(desk, words)
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
        draw_problems(error, words)
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
