"""The page as a list of calls; run with ``streamlit run dashboard.py [-- --conflict FOLDER]``."""

from pathlib import Path

import streamlit as st

from geo.page import layout, loading, state, takeaway, views, words_beside
from geo.page.map import draw_map
from geo.words import load_words

conflict, error = loading.conflict_shown(loading.folder(Path(__file__).parent / "data"))
if conflict is None:
    layout.open_page(None, load_words())
    layout.draw_error(error, load_words())
    st.stop()

state.restore(conflict)
words = load_words(state.language(conflict))
conflict = loading.in_language(conflict, words.language)
layout.open_page(conflict, words)
loading.prepare(conflict, state.chosen(), words)
layout.draw_head(conflict, words)
with layout.notices():
    layout.draw_notices(conflict, error, words)
    words_beside.draw_silence(conflict, words)
match state.chosen().view:
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
            words_beside.draw_cue(conflict, words)
            words_beside.draw_partings(conflict, words)
            words_beside.draw_changes(conflict, words)
            layout.draw_foot(conflict, words)
        with right:
            words_beside.draw_panel(conflict, words)
state.save()
