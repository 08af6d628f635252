"""The Take away view: files made on demand, and how to cite the view."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from geo.export.cite import address_of, citation
from geo.export.files import WHOLE, packed
from geo.export.onefile import MAIL_BYTES
from geo.page.desk.machine import at_the_machine
from geo.page.loading import account
from geo.page.said import draw_words
from geo.page.state import address_with, chosen
from geo.panel import rendered
from geo.sentences import fitting, footnote
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

ON_PAGE: Final = ("map.html", "map.png", "map.svg", "map.pdf", "sheet.png", *list(WHOLE)[-4:])
"""Exports with a button, the whole map first; the others are only on the command line."""

EVERY_LANGUAGE: Final = "take_languages"
"""Key of the session: whether the one-file map is to have every language."""


def draw_takeaway(conflict: "Conflict", words: "Words") -> None:
    """Draw the buttons of every export of the view chosen on the map, and its citation."""
    draw_words(rendered("takeaway.html.j2", words, day=words.day(chosen().day)))
    view = chosen()
    st.checkbox(words.say("take.languages", megabytes=MAIL_BYTES // 10**6), value=True, key=EVERY_LANGUAGE)
    with st.container(horizontal=True, key="exports"):
        for name in ON_PAGE:
            if name != "conflict.zip" or conflict.folder is not None:
                _button(conflict, view, name, words)
    _draw_citation(conflict, view, words)


def _button(conflict: "Conflict", view: "View", name: str, words: "Words") -> None:
    file, make = _made(conflict, view, name)
    what = words.say("take.file." + name.replace(".", "_"))
    st.download_button(f"{name}  \n{what}", make, file_name=file, key=f"take_{name}", on_click="ignore")


def _made(conflict: "Conflict", view: "View", name: str) -> tuple[str, Callable[[], bytes]]:
    file = f"{name}.zip" if name.endswith(".csv") else name
    also = None if st.session_state[EVERY_LANGUAGE] else ()
    return f"{view.day.isoformat()}-{file}", lambda: packed(conflict, view, name, also)


def _draw_citation(conflict: "Conflict", view: "View", words: "Words") -> None:
    scheme, host, path, *_ = urlsplit(st.context.url or "")
    own = urlunsplit((scheme, host, path or "/", "", ""))
    address = address_of(conflict, own, address_with(conflict, tab="map")[1:])
    cited = citation(conflict, view, accessed=date.today(), address=address)  # noqa: DTZ011 (the reader's day)
    st.subheader(words.say("take.cite"))
    if not conflict.address and at_the_machine():
        st.info(words.say("take.local"))
    for name, text, kind in (
        ("sentence", cited.sentence, None),
        ("bibtex", cited.bibtex, "latex"),
        ("ris", cited.ris, None),
    ):
        st.caption(words.say(f"take.{name}"))
        st.code(visible(text), language=kind, wrap_lines=True)
    if view.area:
        st.caption(words.say(fitting(conflict, "take.footnotes")))
        st.code(visible("\n\n".join(_footnotes(conflict, view, words))), language=None, wrap_lines=True)


def _footnotes(conflict: "Conflict", view: "View", words: "Words") -> list[str]:
    """Return a footnote for each quote about the chosen area, up to the day, the same words once."""
    told = account(conflict, view).said(str(view.area), view.day)
    return list(dict.fromkeys(footnote(statement, words) for statement in told))
