"""The marks of key events: a mark for each day, and an event only where all that it cites can be read."""

import re
from datetime import date

import panjshir
import pytest

from geo.panel import events_html
from geo.reading.conflict import Conflict
from geo.sentences import Account
from geo.view import days
from geo.words import load_words


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return panjshir.conflict()


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


@pytest.mark.parametrize(
    ("narrator", "signs"),
    [("everyone", ["key event: press for its words", "areas that change"]), ("nrf", ["areas that change"])],
)
def test_each_sign_that_the_bar_has_is_explained_and_no_other(
    conflict: Conflict, narrator: str, signs: list[str]
) -> None:
    html = events_html(Account(conflict, narrator), days(conflict), load_words(), lambda *_: "#there")
    assert re.findall(r"</i>([^<]*)</span>", html) == signs


def test_a_bar_of_days_without_a_change_has_no_sign_to_explain(conflict: Conflict) -> None:
    first = Account(conflict, areas=["rokha"])
    quiet = [day for day in days(conflict) if day < min(first.changing)]
    assert quiet
    assert events_html(first, quiet, load_words(), lambda *_: "#there") == ""
    eve_not_shown = events_html(first, [min(first.changing)], load_words(), lambda *_: "#there")
    assert "areas that change" not in eve_not_shown


def test_a_mark_says_its_day_and_leads_to_it_on_the_whole_map(conflict: Conflict) -> None:
    asked = []

    def way(area: str, day: date | None, report: str) -> str:
        asked.append((area, day, report))
        return f"?{day}"

    html = events_html(Account(conflict), days(conflict), load_words(), way)
    marked = [day for area, day, report in asked if not area and not report]
    assert [day and day.isoformat() for day in marked] == ["2021-08-30", "2021-09-02", "2021-09-05"]
    assert all(f"?{day}" in html and load_words().day(day) in html for day in marked if day)
