"""Beside and below the map: the panel of an area or the list of all, what changed, where two maps differ."""

from typing import TYPE_CHECKING

import streamlit as st

from geo import panel
from geo.page.layout import draw_words
from geo.page.loading import account
from geo.page.state import address_with, choose, chosen
from geo.sentences import area_name

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words


def draw_panel(conflict: "Conflict", words: "Words") -> None:
    """Draw the panel of the selected area, or the list of all areas."""
    if chosen().area is None:
        _draw_list(conflict, words)
        return
    label = f"{words.say('page.back_sign')} {words.say('page.area_back')}"
    st.button(label, key="area_none", type="tertiary", on_click=choose, kwargs={"area": None})
    draw_words(_panel(conflict, conflict.key, chosen()))


@st.cache_resource(max_entries=128, show_spinner=False)
def _panel(_conflict: "Conflict", key: str, view: "View") -> str:  # noqa: ARG001 (the key of the cache)
    return panel.panel_html(account(_conflict, view), str(view.area), view.day, view.words)


def _draw_list(conflict: "Conflict", words: "Words") -> None:
    called = None
    if len(conflict.areas) > panel.MOST_LISTED:
        called = st.text_input(words.say("page.find"), key="find")
    html = panel.list_html(account(conflict, chosen()), chosen().day, words, _link(conflict), called=called)
    draw_words(html)


def draw_cue(conflict: "Conflict", words: "Words") -> None:
    """On a phone, where the panel is below the map: say what was chosen, with a link to its panel."""
    now = chosen()
    if now.area is None:
        return
    control = account(conflict, now).area(now.area, now.day)
    status = panel.status_word(conflict, control, words)
    st.html(panel.rendered("cue.html.j2", words, area=area_name(conflict, now.area, words), status=status))


def draw_notes(conflict: "Conflict", words: "Words") -> None:
    """Say in words that the map is blank, when it is, and that the reports end, on its last day."""
    if html := panel.notes_html(account(conflict, chosen()), chosen().day, words):
        st.html(html)


def draw_changes(conflict: "Conflict", words: "Words") -> None:
    """Draw what changed since the day before; when nothing did, the last change before that."""
    view = chosen()
    if html := panel.changes_html(account(conflict, view), view.day, words, _link(conflict)):
        st.html(html)


def draw_partings(conflict: "Conflict", words: "Words") -> None:
    """List where the two maps differ, in words; nothing when there is one map."""
    first, second = chosen(), chosen().second
    if second is not None:
        accounts = account(conflict, first), account(conflict, second)
        st.html(panel.partings_html(accounts, (first, second), words))


def _link(conflict: "Conflict") -> panel.Link:
    """Return what gives the address of an area, and of a quote in its panel."""
    return lambda area, report="": address_with(conflict, area=area) + (report and f"#q-{report}")
