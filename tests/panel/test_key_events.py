"""The marks of key events: a mark for each day, and an event only where all that it cites can be read."""

import re
from datetime import date

import pytest
from panjshir import DATA

from geo.panel import events_html
from geo.reading.conflict import Conflict, load_conflict
from geo.sentences import Account
from geo.view import days
from geo.words import load_words


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return load_conflict(DATA)


def marks(conflict: Conflict, narrator: str = "everyone", known: date | None = None) -> list[str]:
    html = events_html(Account(conflict, narrator, known), days(conflict), load_words(), lambda *_: "#there")
    return re.findall(r'style="--at: (\d+)"', html)


def test_each_day_with_events_has_one_mark_at_its_place(conflict: Conflict) -> None:
    assert marks(conflict) == ["5", "8", "11"]


@pytest.mark.parametrize(
    ("narrator", "known", "places"),
    [("taliban", None, ["11"]), ("nrf", None, []), ("everyone", date(2021, 9, 5), ["5"])],
    ids=["a side's own words", "a side that said none of them", "what was published by then"],
)
def test_an_event_stands_only_where_its_reports_do(
    conflict: Conflict, narrator: str, known: date | None, places: list[str]
) -> None:
    assert marks(conflict, narrator, known) == places


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_event_opens_to_the_words_of_its_reports(conflict: Conflict, language: str) -> None:
    words = load_words(language)
    html = events_html(Account(conflict), days(conflict), words, lambda *_: "#there")
    for event in conflict.events:
        assert event.said(language) in re.sub("</?bdi>", "", html).replace("&#39;", "'")
        for report in event.reports:
            quote = conflict.reports.set_index("report_id").loc[report, "quote"]
            assert quote.replace("'", "&#39;") in html
    assert html.count("<blockquote") == 5
