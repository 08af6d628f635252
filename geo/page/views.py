"""The other views: the sources and what each contributed; the data, what was set aside, what is uncertain."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from geo.page.opening import draw_door
from geo.page.reports_table import draw_reports
from geo.page.said import draw_words
from geo.page.state import way_in
from geo.panel import articles, rendered
from geo.reading import Conflict, Problem, in_words
from geo.sentences import fitting
from geo.words import Words, visible


def draw_sources(conflict: Conflict, words: Words) -> None:
    """Draw each article: what it contributed, when it was published and how that is known."""
    draw_words(rendered("sources.html.j2", words, sources=list(articles(conflict, words, way_in(conflict)))))


def draw_data(conflict: Conflict, words: Words) -> None:
    """Draw every report, what was set aside and why, what is uncertain, and opening other files."""
    lead = words.say(fitting(conflict, "page.data.reports_lead"))
    draw_words(rendered("data.html.j2", words, conflict=conflict, lead=lead))
    draw_reports(conflict, words)
    if conflict.rejected:
        _draw_problems(words.say("page.data.rejected"), conflict.rejected, words)
    else:
        st.caption(words.say("page.data.rejected_none"))
    if conflict.notices:
        _draw_problems(words.say("page.data.notices"), conflict.notices, words)
    draw_door(words)


def _draw_problems(title: str, problems: Iterable[Problem], words: Words) -> None:
    st.subheader(title)
    told = [problem._replace(rule=in_words(problem.rule, words)) for problem in problems]
    table = pd.DataFrame(told, columns=Problem._fields, dtype=object).fillna("")
    table = table.map(lambda value: visible(str(value)))
    st.dataframe(table.rename(columns=lambda name: words.say(f"page.data.{name}")), hide_index=True)
