"""The page as a list of calls; run with ``streamlit run dashboard.py [-- --conflict FOLDER]``."""

from pathlib import Path

import streamlit as st

from geo.page import layout, loading, opening, panels, pictures, state, story, takeaway, views
from geo.page.ahead import draw_ahead
from geo.page.desk import allowed
from geo.page.desk.view import draw_desk, draw_instead, draw_refusal
from geo.page.map import draw_map
from geo.words import load_words

opening.bound_sent()
if allowed.shown():
    draw_desk(loading.folder(Path(__file__).parent / "data"))
    st.stop()
conflict, error = loading.conflict_shown(loading.folder(Path(__file__).parent / "data"))
if conflict is None:
    layout.open_page(None, load_words())
    layout.draw_error(error, load_words())
    draw_instead(load_words())
    st.stop()

state.restore(conflict)
words = load_words(state.chosen().language)
conflict = loading.in_language(conflict, words.language)
layout.open_page(conflict, words)
loading.prepare(conflict, state.chosen(), words)
layout.draw_head(conflict, words)
with layout.notices():
    opening.draw_mine(words)
    draw_refusal(words)
    layout.draw_address_notices()
    if state.chosen().tab != "map":
        layout.draw_notices(conflict, error, words)
match state.chosen().tab:
    case "sources":
        views.draw_sources(conflict, words)
    case "data":
        views.draw_data(conflict, words)
    case "take":
        takeaway.draw_takeaway(conflict, words)
    case _:
        left, right = layout.halves()
        with left:
            draw_map(conflict, words)
            layout.draw_clocks(conflict, words)
            panels.draw_notes(conflict, words)
            panels.draw_partings(conflict, words)
            panels.draw_changes(conflict, words)
            layout.draw_notices(conflict, error, words)
            layout.draw_foot(conflict, words)
        with right:
            story.draw_story(conflict, words)
            panels.draw_panel(conflict, words)
        draw_ahead(conflict, words)
        pictures.draw_asked(conflict, words)
state.save(conflict)
