"""A picture to share, of one report or of the view: drawn when a reader asks for it, looked at, saved."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.export.cite import view_in_words
from geo.export.files import packed
from geo.page.desk.machine import at_the_machine
from geo.page.loading import account
from geo.page.state import chosen
from geo.sentences import Statement, footnote
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

ASKED: Final = "picture_asked"
"""Key of the session: the report whose picture is asked for, "" = the view's; taken away when it is shown."""


def ask(report: object) -> None:
    """Remember what the reader asks for: a report's id, or nothing for the whole view."""
    st.session_state[ASKED] = report if isinstance(report, str) else ""


def draw_asked(conflict: "Conflict", words: "Words") -> None:
    """Open a dialog with the picture that was asked for, if one was; none of a report that is not there."""
    report = st.session_state.pop(ASKED, None)
    if report is None:
        return
    view = replace(chosen(), compare=None, report=report or None)
    said = _report(conflict, view)
    if report and said is None:
        return
    key = "view" if said is None else "quote_table" if said.of_table else "quote"
    opened = st.dialog(words.say(f"take.picture.{key}"), width="large")
    opened(lambda: _draw(conflict, view, said, words))()


def _report(conflict: "Conflict", view: "View") -> Statement | None:
    """Return the report of a view that shows one of its area; None where the narrator does not tell it."""
    told = account(conflict, view).said(view.area, view.day) if view.report and view.area else ()
    return next((one for one in told if one.report_id == view.report), None)


def _draw(conflict: "Conflict", view: "View", said: Statement | None, words: "Words") -> None:
    """Show the PNG, and what saves it or the SVG, which is drawn while one looks."""
    name = "map" if said is None else "quote"
    buttons = st.container(horizontal=True, key="picture_files")
    with st.spinner(words.say("take.picture.making")):
        png = packed(conflict, view, f"{name}.png")
    about = view_in_words(conflict, view) if said is None else footnote(said, words)
    stem = re.sub("[^A-Za-z0-9]+", "-", "-".join(filter(None, [view.day.isoformat(), view.report, name])))
    with buttons:
        _save("png", png, stem, words)
    with st.container(key="picture_seen"):
        st.image(png, width="stretch", alt=visible(about))
    if said is not None and not conflict.address and at_the_machine():
        st.caption(words.say("take.picture.no_address"))
    with buttons:
        _save("svg", packed(conflict, view, f"{name}.svg"), stem, words)


def _save(kind: str, data: bytes, stem: str, words: "Words") -> None:
    """Draw a button that saves; one that makes a file at the click loses the focus."""
    label = words.say("take.picture.save", kind=kind.upper())
    st.download_button(label, data, file_name=f"{stem}.{kind}", key=f"picture_{kind}", on_click="ignore")
