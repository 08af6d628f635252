"""Words of ours on the page, and the problems of broken files."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.reading import DataError, in_words

if TYPE_CHECKING:
    from geo.words import Words


MOST_PROBLEMS: Final = 12


def draw_said(**parts: str) -> None:
    """Draw words that the browser may say for another day, before the server does; "" keeps their place."""
    st.html(
        "".join(f'<div class="geo-said" id="geo-said-{part}">{html}</div>' for part, html in parts.items())
    )


def draw_words(html: str) -> None:
    """Draw the target of the skip link: the words behind the map, or the tab shown instead of it."""
    st.html(f'<div id="geo-words" tabindex="-1">{html}</div>')


def draw_problems(error: DataError, words: "Words") -> None:
    """List the problems of broken files, one a line, as plain text."""
    more = len(error.problems) - MOST_PROBLEMS
    lines = [str(p._replace(rule=in_words(p.rule, words))) for p in error.problems[:MOST_PROBLEMS]]
    tail = [words.say("page.error_more", count=more)] if more > 0 else []
    st.text("\n".join([*lines, *tail]))
