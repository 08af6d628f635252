"""Beside and below the map: the panel of an area or the list of all, what changed, where two maps differ."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geo import panel
from geo.page.composed import composed, part_of
from geo.page.loading import account
from geo.page.said import draw_said, draw_words
from geo.page.state import aside, choose, chosen, link_in
from geo.scale.looked_up import account_of_area

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.sentences import Account
    from geo.view import View
    from geo.words import Words


def draw_panel(conflict: "Conflict", words: "Words") -> None:
    """Draw the panel of the selected area, or the list of all areas."""
    if chosen().area is None:
        _draw_list(conflict, words)
        return
    label = f"{words.say('page.back_sign')} {words.say('page.area_back')}"
    st.button(label, key="area_none", type="tertiary", on_click=choose, kwargs={"area": None})
    view = replace(chosen(), compare=None)
    draw_words(
        composed(
            part_of("panel", conflict, view),
            lambda: panel.panel_html(_told(conflict, view), str(view.area), view.day, words),
        )
    )


def _told(conflict: "Conflict", view: "View") -> "Account":
    """Return the account of the chosen area, in the words of the conflict's language."""
    return account_of_area(account(conflict, view), str(view.area))


def _draw_list(conflict: "Conflict", words: "Words") -> None:
    view, whole = chosen(), len(conflict.areas) <= panel.SEARCHED_FROM

    def listed(one: "View") -> str:
        return panel.list_html(account(conflict, one), one.day, words, link_in(conflict), whole=whole)

    def compose() -> str:
        if view.second is None or view.compare is None:
            return listed(view)
        both, kind = (view, view.second), view.compare.kind
        titles = (panel.map_title(conflict, one, kind, words) for one in both)
        return panel.pair_html(list(zip(titles, map(listed, both), strict=True)), words)

    draw_words(composed(part_of("list", conflict, view, aside()), compose))


def draw_notes(conflict: "Conflict", words: "Words") -> None:
    """Say in words that the map is blank, when it is, and that the reports end, on its last day."""
    view = replace(chosen(), compare=None, area=None)
    asked = part_of("notes", conflict, view)
    if html := composed(asked, lambda: panel.notes_html(account(conflict, view), view.day, words)):
        st.html(html)


def draw_changes(conflict: "Conflict", words: "Words") -> None:
    """Draw what changed since the day before; when nothing did, the last change before that."""
    view = replace(chosen(), area=None)

    def compose() -> str:
        return panel.changes_html(account(conflict, view), view.day, words, link_in(conflict))

    draw_said(changes=composed(part_of("changes", conflict, view, aside()), compose))


def draw_partings(conflict: "Conflict", words: "Words") -> None:
    """List where the two maps differ, in words; nothing when there is one map."""
    first, second = replace(chosen(), area=None), replace(chosen(), area=None).second
    if second is not None:
        both = first, second

        def compose() -> str:
            accounts = account(conflict, both[0]), account(conflict, both[1])
            return panel.partings_html(accounts, both, words, link_in(conflict))

        st.html(composed(part_of("partings", conflict, first, aside()), compose))
