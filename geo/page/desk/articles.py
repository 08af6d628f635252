"""The articles of the folder, and the form that registers a new one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import Listed, Press, Registration, drafts_shown, listed, register
from geo.page import streamlit_inside
from geo.page.desk.items import items_of
from geo.page.outside import plain
from geo.page.said import draw_problems
from geo.reader import text_in
from geo.reading import DataError, Problem, rule

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.words import Words

REFUSED: Final = "desk_refused"
"""Key of the session: why the last article could not be registered."""

COUNTED: Final = 12
"""Articles whose statements are counted; reading more would keep the page waiting."""

TEXTS: Final = ("outlet", "title", "published_from", "published_to", "basis")
LABELS: Final = {"title": "title_of"}


def draw_articles(desk: "Desk", state: "FolderState", words: "Words") -> None:
    """Draw the articles, each a button that opens it, and the form for a new one."""
    st.header(words.say("desk.articles.title"), anchor=False)
    st.caption(plain(words.say("desk.articles.coder", coder=desk.coder)))
    found = listed(state, desk.coder)
    if not found:
        st.caption(words.say("desk.articles.none"))
    with st.container(key="desk_articles", gap="xsmall"):
        for number, one in enumerate(found):
            st.button(
                plain(f"{one.outlet} · {one.title}") + "  \n" + _progress(desk, state, one, number, words),
                key=f"desk_open_{one.source_id}",
                on_click=desk.open,
                args=(one.source_id,),
                disabled=not one.text,
                width="stretch",
            )
    _draw_form(desk, words)


def _progress(desk: "Desk", state: "FolderState", one: Listed, number: int, words: "Words") -> str:
    """Return how far the coder is with an article."""
    if not one.text:
        return words.say("desk.articles.no_text")
    if number < COUNTED:
        try:
            items = items_of(drafts_shown(state, one.source_id, desk.coder, unassisted=desk.unassisted), ())
        except DataError:
            return words.say("desk.articles.no_day")
        decided = sum(bool(item.decision) for item in items)
        return words.say("desk.articles.decided", decided=decided, count=len(items))
    return words.say("desk.articles.rows", count=one.rows)


def _draw_form(desk: "Desk", words: "Words") -> None:
    """Draw the form: a file or pasted text, who published it and when."""
    st.subheader(words.say("desk.articles.new"), anchor=False)
    if REFUSED in st.session_state:
        st.error(words.say("desk.articles.refused"))
        draw_problems(st.session_state[REFUSED], words)
    with st.form("desk_register", border=False):
        st.file_uploader(words.say("desk.articles.file"), type=["txt", "html", "htm", "pdf"], key="desk_file")
        st.text_area(words.say("desk.articles.paste"), key="desk_text", height=120)
        for name in TEXTS:
            st.text_input(words.say(f"desk.articles.{LABELS.get(name, name)}"), key=f"desk_{name}")
        st.form_submit_button(
            words.say("desk.articles.register"), on_click=lambda: _register(desk), type="primary"
        )


def _register(desk: "Desk") -> None:
    """Register what was given, by the press of the form's button."""
    press = Press("register", datetime.now(UTC))
    file, pasted = st.session_state["desk_file"], st.session_state["desk_text"]
    st.session_state.pop(REFUSED, None)
    given = {name: st.session_state[f"desk_{name}"].strip() for name in TEXTS}
    try:
        text = (file.name, file.getvalue()) if file else ("pasted.txt", pasted.encode())
        _refuse_nameless(given["outlet"])
        given["title"] = given["title"] or _first_line(*text)
        given["published_to"] = given["published_to"] or given["published_from"]
        desk.open(register(desk.folder, press, desk.coder, text, Registration(**given)))
    except DataError as error:
        st.session_state[REFUSED] = error
        return
    if file:
        streamlit_inside.let_go([file.file_id])


def _refuse_nameless(outlet: str) -> None:
    if not outlet:
        raise DataError([Problem("sources.csv", None, "outlet", "", rule("empty"))])


def _first_line(name: str, data: bytes) -> str:
    lines = (line.strip() for line in text_in(Path(name), data).splitlines())
    return next(filter(None, lines), "")
