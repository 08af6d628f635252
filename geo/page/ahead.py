"""The sentence of each day and what changed on it, for the browser to say before the server has answered."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from geo.export.onefile import Composer, Cut, Pool, placed
from geo.page.composed import composed, part_of
from geo.page.loading import account, key_of
from geo.page.state import chosen
from geo.page.streamlit_inside import media_url
from geo.paint import compact_json
from geo.panel import rendered

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.sentences import Account
    from geo.view import View
    from geo.words import Words

MOST_CHANGES: Final = 400
"""Changes of an account for which its words are made ahead, some 2 ms each, once; with more they wait."""


def draw_ahead(conflict: "Conflict", words: "Words") -> None:
    """Draw the address of the words of all days, last of all: whoever opens the page does not wait for it."""
    view = replace(chosen(), day=conflict.first_day, compare=None, area=None)
    made = composed(part_of("ahead", conflict, view), lambda: _json(conflict, view, words))
    key = key_of(conflict, view, words)
    source = media_url(made.encode(), "ahead") if made else ""
    st.html(rendered("ahead.html.j2", words, key=key, source=source))


def _json(conflict: "Conflict", view: "View", words: "Words") -> str:
    told = account(conflict, view)
    if conflict.looked_up or not conflict.has_days or len(told.timeline.changes) > MOST_CHANGES:
        return ""
    return compact_json(words_ahead(told, words)).decode()


def words_ahead(told: "Account", words: "Words") -> dict[str, Any]:
    """Return `lead`, `turned` and `changes`, the spans of an account's words by number, and their pages.

    As in the one-file map (`geo.export.onefile.pages`), with places for the day and the day before;
    `known` is the day of knowledge in words, "" = everything known.
    """
    pool = Pool()
    composer = Composer(Cut(told.conflict), placed(words), pool)
    spans = {
        "lead": composer.lead(told),
        "turned": composer.turned(told),
        "changes": composer.changes(told),
    }
    return {**spans, "known": words.plain_day(told.known) if told.known else "", **pool.table()}
