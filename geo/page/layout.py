"""The page's frame: title, controls, day and clocks in words, notices, footer, style."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.page.composed import composed, part_of
from geo.page.controls import choose_comparison, choose_known, choose_language, choose_narrator, choose_view
from geo.page.loading import account, search_json
from geo.page.outside import plain
from geo.page.said import draw_problems, draw_said
from geo.page.state import NOTICES, aside, chosen, link_in
from geo.page.streamlit_inside import media_url
from geo.page.time_bar import choose_day
from geo.paint import AROUND, ASSETS, FORCED_COLOURS
from geo.panel import Clock, clocks_html, lead_html, rendered, turned_html
from geo.sentences import fitting, narrator_name
from geo.view import days
from geo.words import visible

if TYPE_CHECKING:
    from geo.reading import Conflict, DataError
    from geo.words import Words

ICON: Final = "🗺️"


def open_page(conflict: "Conflict | None", words: "Words") -> None:
    """Set the page's title, width and style."""
    title = visible(conflict.title) if conflict else words.say("page.error")
    st.set_page_config(page_title=title, page_icon=ICON, layout="wide", initial_sidebar_state="collapsed")
    own = f"--geo-days: {len(days(conflict))}; " if conflict else ""
    st.html(f'<style>{_style()}:root {{ {own}--geo-change: "{words.say("page.change")}" }}</style>')
    both = "".join(f"<script>{script}</script>" for script in scripts(words))
    st.html(both, unsafe_allow_javascript=True)


def scripts(words: "Words") -> tuple[str, str]:
    """Return the page's own scripts; examples/hosting/site.conf has their hashes.

    The first tells the browser, and with it a screen reader, language and direction of the page; the second
    brings a page back whose server was started anew.
    """
    page = f"{{lang: {words.language!r}, dir: {words.direction!r}}}"
    return f"Object.assign(document.documentElement, {page})", _comes_back()


@cache
def _comes_back() -> str:
    return Path(__file__).with_name("comes_back.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    own = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    shared = (*AROUND, FORCED_COLOURS)
    return own + "".join((ASSETS / name).read_text(encoding="utf-8") for name in shared)


def notices() -> DeltaGenerator:
    """Return the container of all notices; always present, so that nothing below it is moved or recreated."""
    return st.container(key="notices")


def halves() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return the containers of the map and of the panel; one above the other on a phone."""
    with st.container(key="halves"):
        left, right = st.columns([2.05, 1], gap="large")
    return left, right


def draw_head(conflict: "Conflict", words: "Words") -> None:
    """Draw title, summary, view, narrator, and on the map view the day: in a sentence, and to choose."""
    with st.container(horizontal=True, key="masthead", vertical_alignment="top"):
        with st.container(key="title", gap=None):
            skip = words.say(fitting(conflict, "page.skip"))
            st.html(rendered("masthead.html.j2", words, title=conflict.title, skip=skip))
            if conflict.summary:
                st.html(rendered("summary.html.j2", words, summary=conflict.summary))
            if chosen().tab == "map":
                draw_lead(conflict, words)
        with st.container(key="choices", width="content"):
            _draw_choices(conflict, words)
    if chosen().tab == "map":
        _draw_time(conflict, words)


def _draw_choices(conflict: "Conflict", words: "Words") -> None:
    """Draw view and language; on the map view what a phone folds away behind one disclosure, too."""
    with st.container(horizontal=True, key="views", gap="medium"):
        choose_view(conflict, words)
        choose_language(words)
    if chosen().tab == "map":
        who = visible(narrator_name(conflict, chosen().narrator, words))
        st.html(rendered("choose.html.j2", words, who=who))
        choose_narrator(conflict, words)
        draw_tools(conflict, words)


def draw_tools(conflict: "Conflict", words: "Words") -> None:
    """Draw the places of the search box, of Share, of full screen and of the list of keys.

    What is searched changes with every edit of the folder: its address stands here and not in the map, whose
    frame would be made anew.
    """
    source = media_url(search_json(conflict, words), "search")
    st.html(
        f'<div class="geo-tools"><div id="geo-search" data-source="{source}"></div>'
        '<div id="geo-share"></div><div id="geo-full"></div><div id="geo-keys"></div></div>'
    )


def draw_lead(conflict: "Conflict", words: "Words") -> None:
    """Say the day in one sentence, how many areas each is said to hold, and under it which areas changed."""
    view, linked = replace(chosen(), compare=None, area=None), replace(chosen(), area=None)
    known = words.plain_day(view.known) if view.known else ""

    def compose() -> str:
        return lead_html(account(conflict, view), view.day, Clock(words.plain_day(view.day), known), words)

    def compose_turned() -> str:
        return turned_html(account(conflict, view), view.day, words, link_in(conflict))

    draw_said(
        lead=composed(part_of("lead", conflict, view), compose),
        turned=composed(part_of("turned", conflict, linked, aside()), compose_turned),
    )


def _draw_time(conflict: "Conflict", words: "Words") -> None:
    with st.container(horizontal=True, key="time", vertical_alignment="center"):
        choose_day(conflict, words)
        with st.container(key="clocks", width="content", gap=None):
            st.html(rendered("clock.html.j2", words, day=words.day(chosen().day)))
            with st.container(horizontal=True, key="second_clock", gap="small"):
                choose_known(conflict, words)
                choose_comparison(conflict, words)


def draw_clocks(conflict: "Conflict", words: "Words") -> None:
    """Say in one sentence what both clocks are set to, and for whom."""
    view = replace(chosen(), compare=None, area=None)
    known = words.plain_day(view.known) if view.known else ""

    def compose() -> str:
        return clocks_html(account(conflict, view), Clock(words.day(view.day), known), words)

    st.html(composed(part_of("clocks", conflict, view), compose))


def draw_foot(conflict: "Conflict", words: "Words") -> None:
    """Say that the reports end while events went on."""
    st.html(rendered("foot.html.j2", words, ends=conflict.ends))


def draw_address_notices() -> None:
    """Say what was ignored in the address, over the foot of the window: nothing moves when it goes."""
    with st.container(key="notices_address"):
        for notice in st.session_state.get(NOTICES, ()):
            st.warning(plain(notice))


def draw_notices(conflict: "Conflict", error: "DataError | None", words: "Words") -> None:
    """Say what was set aside in the files, or broke since the last good state."""
    if error is not None:
        st.warning(words.say("page.error_kept"))
        draw_problems(error, words)
    if conflict.rejected:
        st.info(words.say("page.rejected", count=conflict.set_aside))
    if conflict.looked_up:
        names = words.list([narrator_name(conflict, one, words) for one in conflict.looked_up])
        st.info(plain(words.say("page.looked_up", narrators=names)))


def draw_error(error: "DataError | None", words: "Words") -> None:
    """Draw one clear error instead of the page."""
    st.error(words.say("page.error"))
    if error is not None:
        draw_problems(error, words)
