"""The time bar: steps to the day and the change before and after, the ribbon, the slider."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from geo.page.composed import composed, part_of
from geo.page.loading import account
from geo.page.state import aside, choose, chosen, taken, way_in, widget
from geo.panel import events_html, rendered
from geo.sentences import changes_around
from geo.view import days

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.words import Words

ONE_DAY = timedelta(days=1)


def choose_day(conflict: "Conflict", words: "Words") -> None:
    """Draw the steps to the change and the day before and after, and the slider below its days."""
    day, first, last = chosen().day, conflict.first_day, conflict.last_day
    with st.container(horizontal=True, key="day_steps", width="content", gap="xsmall"):
        before, after = changes_around(account(conflict, chosen()), day)
        _day_button("change_back", before or day, words, disabled=before is None)
        _day_button("day_back", day - ONE_DAY, words, disabled=day <= first)
        st.html(rendered("play.html.j2", words))
        _day_button("day_next", day + ONE_DAY, words, disabled=day >= last)
        _day_button("change_next", after or day, words, disabled=after is None)
    if first < last:
        with st.container(key="day_bar", gap=None):
            draw_events(conflict, words)
            st.html(rendered("ribbon.html.j2", words))
            widget("day", day)
            st.slider(
                words.say("page.day"),
                first,
                last,
                step=ONE_DAY,
                format="YYYY-MM-DD",
                key="day",
                on_change=taken("day"),
                label_visibility="collapsed",
            )


def draw_events(conflict: "Conflict", words: "Words") -> None:
    """Draw what the signs of the time bar mean, and the marks of the key events, where the view has any."""
    view = replace(chosen(), compare=None, area=None)

    def compose() -> str:
        return events_html(account(conflict, view), days(conflict), words, way_in(conflict))

    if html := composed(part_of("events", conflict, view, aside()), compose):
        st.html(html)


def _day_button(key: str, day: date, words: "Words", *, disabled: bool) -> None:
    label = words.say(f"page.{key}")
    st.button(label, key=key, disabled=disabled, on_click=choose, kwargs={"day": day})
