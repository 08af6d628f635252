"""The controls: narrator, the second clock, the second map, the view."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.page.desk import allowed
from geo.page.outside import plain
from geo.page.state import choose, chosen, taken, widget
from geo.panel import first_other, kinds, side_by_side
from geo.sentences import fitting, narrator_name
from geo.view import KINDS, OFF, Comparison, days, offered, tabs
from geo.words import Words, languages, load_words, visible

if TYPE_CHECKING:
    from geo.reading import Conflict

DESK = "desk"


def choose_narrator(conflict: "Conflict", words: Words) -> None:
    """Draw the narrators side by side; many of them, or long names, as a list."""
    widget("narrator", chosen().narrator)
    there = offered(conflict, chosen().narrator)
    names = {one: narrator_name(conflict, one, words) for one in there}
    label, told = words.say("page.narrator"), taken("narrator")
    if not side_by_side(list(names.values())):
        st.selectbox(
            label, there, key="narrator", format_func=lambda one: visible(names[one]), on_change=told
        )
        return
    st.segmented_control(
        label,
        there,
        required=True,
        key="narrator",
        format_func=lambda one: plain(names[one]),
        on_change=told,
    )


def choose_view(conflict: "Conflict", words: Words) -> None:
    """Draw the views side by side."""
    widget("view", chosen().tab)
    st.segmented_control(
        words.say("page.view"),
        (*tabs(conflict), *((DESK,) if allowed.offered() else ())),
        required=True,
        key="view",
        format_func=lambda view: words.say(f"page.view_{view}"),
        on_change=_view_taken,
        label_visibility="collapsed",
    )


def choose_language(words: Words) -> None:
    """Draw the languages side by side, each in its own words; nothing when there is one."""
    if len(languages()) == 1:
        return
    widget("language", words.language)
    st.segmented_control(
        words.say("page.language"),
        languages(),
        required=True,
        key="language",
        format_func=lambda language: load_words(language).say("page.language_name"),
        on_change=taken("language"),
        label_visibility="collapsed",
    )


def choose_known(conflict: "Conflict", words: Words) -> None:
    """Draw the second clock, and one click back to everything known.

    Where no source has a day of publication, it is drawn only for an address that has set it.
    """
    known = chosen().known
    if known is None and not conflict.dated:
        return
    widget("known", known)
    label = words.say("page.known_label", what=_known(conflict, known, words))
    told = words.say(fitting(conflict, "page.known_help"))
    with st.popover(label, type="tertiary", help=told):
        st.selectbox(
            words.say("page.known"),
            [None, *days(conflict)],
            key="known",
            placeholder=_known(conflict, None, words),
            format_func=lambda day: _known(conflict, day, words),
            on_change=taken("known"),
        )
        st.caption(told)
    if known is not None:
        st.button(
            words.say(fitting(conflict, "page.known_back")),
            key="known_all",
            type="tertiary",
            on_click=choose,
            kwargs={"known": None},
        )


def choose_comparison(conflict: "Conflict", words: Words) -> None:
    """Draw what a second map shows, if there is to be one: in a row, so that it covers neither map."""
    other = chosen().compare
    widget("compare", other.kind if other else OFF)
    with st.container(horizontal=True, key="second_map", gap="small", width="content"):
        st.selectbox(
            words.say("page.compare"),
            [OFF, *kinds(conflict, other)],
            key="compare",
            format_func=lambda name: words.say("page.compare_label", what=words.say(f"page.compare_{name}")),
            on_change=_kind_taken,
            args=(conflict,),
            label_visibility="collapsed",
        )
        if other:
            _choose_other(conflict, other, words)


def _choose_other(conflict: "Conflict", other: Comparison, words: Words) -> None:
    options: dict[str, list[Any]] = {
        "narrator": list(offered(conflict, str(other.value))),
        "date": days(conflict),
        "known": [None, *days(conflict)],
    }
    said: dict[str, Callable[[Any], str]] = {
        "narrator": lambda value: visible(narrator_name(conflict, value, words)),
        "date": words.day,
        "known": lambda value: _known(conflict, value, words),
    }
    key = f"compare_{other.kind}"
    widget(key, other.value)
    st.selectbox(
        words.say("page.compare_with"),
        options[other.kind],
        key=key,
        format_func=said[other.kind],
        on_change=_other_taken,
        args=(other.kind, options[other.kind]),
        label_visibility="collapsed",
    )


def _view_taken() -> None:
    """Show another view; the desk, where there is one, is no part of the address."""
    if st.session_state["view"] == DESK:
        allowed.show(desk=True)
    else:
        choose(tab=st.session_state["view"])


def _kind_taken(conflict: "Conflict") -> None:
    """Start a comparison with something that differs from the first map.

    What is no kind is the browser's old word for one, sent along when the language changes: no choice.
    """
    kind, now = st.session_state["compare"], chosen()
    if kind not in (OFF, *KINDS):
        return
    if kind == OFF:
        choose(compare=None)
        return
    choose(compare=first_other(now, kind, conflict))


def _other_taken(kind: str, options: list[Any]) -> None:
    value = st.session_state[f"compare_{kind}"]
    if value in options:
        choose(compare=Comparison(kind, value))


def _known(conflict: "Conflict", day: date | None, words: Words) -> str:
    return words.plain_day(day) if day else words.say(fitting(conflict, "page.known_all"))
