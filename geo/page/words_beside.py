"""Beside and below the map: the panel of an area or the list of all, what changed, where two maps part."""

from datetime import date, timedelta
from itertools import islice
from typing import Final

import pandas as pd
import streamlit as st

from geo.page.address import Choices
from geo.page.layout import draw_words
from geo.page.loading import control_on, said_of
from geo.page.map import tellings
from geo.page.state import address_with, choose, chosen
from geo.panel.areas import admitted, overview, overview_html
from geo.panel.html import rendered
from geo.panel.panel import ChangeLink, changes_html, panel, panel_html, status_word
from geo.reading.conflict import Conflict
from geo.reading.names import fold
from geo.reading.vocabulary import Status
from geo.sentences import Change, Subject, area_control, area_name, changed_areas, changes, silence
from geo.sentences.compare import in_words, partings
from geo.words import Words

MOST_LISTED: Final = 40
MOST_CHANGED: Final = 15
"""Areas, and changes, that a list names before it counts the rest."""


def draw_panel(conflict: Conflict, words: Words) -> None:
    """Draw the panel of the selected area, or the list of all areas."""
    area_id = chosen().area
    if area_id is None:
        _draw_overview(conflict, words)
        return
    back = words.say("page.area_back")
    sign = words.say("page.back_sign")
    st.button(f"{sign} {back}", key="area_none", type="tertiary", on_click=choose, kwargs={"area": None})
    draw_words(_panel(conflict, conflict.key, chosen(), words, words.language))


@st.cache_resource(max_entries=128, show_spinner=False)
def _panel(_conflict: Conflict, key: str, choices: Choices, _words: Words, language: str) -> str:  # noqa: ARG001
    area_id = str(choices.area)
    control = control_on(_conflict, choices.day, choices.narrator, choices.known)
    subject = Subject(_conflict, area_id, choices.day, _words)
    made = panel(subject, area_control(control, area_id), said_of(_conflict, area_id, choices))
    return panel_html(made, _words)


def _draw_overview(conflict: Conflict, words: Words) -> None:
    now = chosen()
    control = control_on(conflict, now.day, now.narrator, now.known)
    found = control
    if len(control) > MOST_LISTED:
        text = st.text_input(words.say("page.find"), key="find")
        found = control[_called(conflict, text)] if text else control
        if found.empty:
            st.caption(words.say("page.find_none"))
    rows = overview(conflict, found.head(MOST_LISTED), words, lambda area: address_with(area=area))
    more = max(len(found) - MOST_LISTED, 0)
    speakers = [] if more else admitted(conflict, found, words)
    draw_words(overview_html(rows, words, more=more, admitted=speakers))


def _called(conflict: Conflict, text: str) -> "pd.Series[bool]":
    spellings = [column for column in conflict.areas if str(column).startswith("name")]
    names = conflict.areas[spellings].fillna("").agg(" ".join, axis=1)
    found: pd.Series[bool] = names.map(lambda name: fold(text) in fold(name)).astype(bool)
    return found


def draw_cue(conflict: Conflict, words: Words) -> None:
    """Say on a phone, where the words stand below the map, what was chosen, and lead to its words."""
    now = chosen()
    if now.area is None:
        return
    control = area_control(control_on(conflict, now.day, now.narrator, now.known), now.area)
    status = status_word(conflict, control, words)
    st.html(rendered("cue.html.j2", words, area=area_name(conflict, now.area, words), status=status))


def draw_silence(conflict: Conflict, words: Words) -> None:
    """Say in words that the map is blank, when it is."""
    now = chosen()
    control = control_on(conflict, now.day, now.narrator, now.known)
    if now.view == "map" and (control["status"] == Status.UNREPORTED).all():
        st.html(rendered("silence.html.j2", words, text=silence(conflict, now.narrator, words)))


def draw_changes(conflict: Conflict, words: Words) -> None:
    """Draw what changed since the day before; when nothing did, since the last day with any report."""
    now = chosen()
    after = control_on(conflict, now.day, now.narrator, now.known)
    days = _days_before(conflict, now.day)
    for since in days:
        before = control_on(conflict, since, now.narrator, now.known)
        areas = changed_areas(before, after)
        if areas or since == days[-1]:
            _draw_changes_since(conflict, since, (before, after), len(areas), words)
            return


def _draw_changes_since(
    conflict: Conflict, since: date, tables: tuple[pd.DataFrame, pd.DataFrame], count: int, words: Words
) -> None:
    found = changes(conflict, *tables, lambda area: said_of(conflict, area, chosen()), words)
    links = [_linked(change) for change in islice(found, MOST_CHANGED)]
    more, skipped = max(count - MOST_CHANGED, 0), since < chosen().day - timedelta(days=1)
    st.html(changes_html(links, words.plain_day(since), words, more=more, skipped=skipped))


def draw_partings(conflict: Conflict, words: Words) -> None:
    """List where the two maps differ, in words; nothing when there is one map."""
    first, second = tellings(chosen())
    if second is None:
        return
    tables = [control_on(conflict, one.day, one.narrator, one.known) for one in (first, second)]
    found = [in_words(conflict, parting, (first, second), words) for parting in partings(*tables)]
    values = {"lines": found[:MOST_LISTED], "more": max(len(found) - MOST_LISTED, 0)}
    st.html(rendered("partings.html.j2", words, **values))


def _linked(change: Change) -> ChangeLink:
    anchor = f"#q-{change.report_ids[0]}" if change.report_ids else ""
    return ChangeLink(change, address_with(area=change.area_id) + anchor)


def _days_before(conflict: Conflict, day: date) -> list[date]:
    """Return the day before, and the last day before that one that any report is about."""
    if day <= conflict.first_day:
        return []
    eve = day - timedelta(days=1)
    about = conflict.reports["date_to"]
    earlier = about[about < pd.Timestamp(eve)].max()
    return [eve] if pd.isna(earlier) else [eve, earlier.date()]
