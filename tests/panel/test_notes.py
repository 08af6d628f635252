"""geo.panel.notes: that nobody speaks, that the reports end, what the two clocks are set to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geo.panel.notes import Clock, clocks_html, lead_html, notes_html
from geo.sentences import Account
from geo.words import load_words

WORDS = load_words("en")
SILENT = "Silent: nothing in these reports says, up to this day, who holds these areas."
RED_SILENT = (
    "Silent: in these reports, nothing that comes from the Red up to this day says who holds these areas."
)
ENDS = "Here the reports end."
PUBLISHED = [
    {"source_id": "post", "published_from": "2021-09-05", "published_to": "2021-09-05"},
    {
        "source_id": "wire",
        "published_from": "2021-09-05",
        "published_to": "2021-09-07",
        "published_basis": "inferred: a guess",
    },
    {"source_id": "blog", "published_from": "", "published_to": "", "published_basis": "Inferred"},
]
"""Beside `paper`, which was certainly published by 6 September."""

TODAY = '<p class="geo-text geo-basis">The newest statement on who holds any area is about this day.</p>'

Made = Callable[..., Any]


def line(text: str) -> str:
    """Return a note as it stands on the page."""
    return f'<p class="geo-text geo-silence" role="status">{text}</p>'


@pytest.mark.parametrize(
    ("day", "narrator", "lines"),
    [
        (4, "everyone", [SILENT]),
        (5, "everyone", []),
        (6, "everyone", [ENDS]),
        (7, "everyone", [ENDS]),
        (5, "red", [RED_SILENT]),
        (6, "red", [RED_SILENT, ENDS]),
    ],
    ids=["before", "the eve of the last day", "the last day", "after", "silent", "silent to the end"],
)
def test_notes_say_that_the_map_is_blank_and_on_its_last_day_that_the_reports_end(
    told: Made, day: int, narrator: str, lines: list[str]
) -> None:
    made = told({"claimant_side": "outlet", "voice_id": "paper"}, narrator=narrator)
    assert made.conflict.last_day == date(2021, 9, 6)
    html = notes_html(made, date(2021, 9, day), WORDS)
    body = "".join(map(line, lines)) + aged(day - 5, blank=narrator == "red")
    assert html == f'<div data-part="notes">{body}</div>'


def aged(days: int, *, blank: bool) -> str:
    """Return the note on the newest word of a map that a word of 5 September colours, if anything does."""
    newest = f"The newest statement on who holds any area is {days} day{'s' * (days > 1)} old."
    if blank or days < 0:
        return ""
    return f'<p class="geo-text geo-basis">{newest}</p>' if days else TODAY


def test_one_area_that_is_spoken_of_is_no_silence(told: Made) -> None:
    html = notes_html(told({"area_id": "east"}), date(2021, 9, 5), WORDS)
    assert html == f'<div data-part="notes">{TODAY}</div>'


def test_without_a_word_on_the_end_nothing_is_said_of_it(told: Made) -> None:
    made = told({})
    quiet = Account(replace(made.conflict, ends=""))
    assert "geo-silence" not in notes_html(quiet, date(2021, 9, 6), WORDS)


def test_colours_that_rest_on_one_statement_say_so_and_how_old_it_is(told: Made) -> None:
    one = {"area_id": "valley", "scope": "all_of", "date_to": "2021-09-04"}
    day, clock = date(2021, 9, 5), Clock("5 September", "")
    assert lead_html(told(one), day, clock, WORDS).endswith(
        ". All 2 colours of this day rest on one statement, in the report of The Paper about 4 September.</p>"
    )
    assert "The newest statement on who holds any area is 1 day old." in notes_html(told(one), day, WORDS)


def test_colours_of_two_statements_and_a_single_colour_rest_on_no_one_statement(told: Made) -> None:
    two = told({"area_id": "west", "origin_id": "o1"}, {"area_id": "east", "origin_id": "o2"})
    for made in (two, told({"area_id": "east"})):
        assert "one statement" not in lead_html(made, date(2021, 9, 5), Clock("5 September", ""), WORDS)


def test_what_the_map_cannot_know_is_said_on_every_day(told: Made) -> None:
    made = told({})
    limited = Account(replace(made.conflict, limits=("One <paper>.", "Two.")))
    for day in (4, 5):
        html = notes_html(limited, date(2021, 9, day), WORDS)
        assert "<b>What this map cannot know:</b> One &lt;paper&gt;. Two.</p>" in html


def test_the_end_is_that_of_the_accounts_own_conflict(told: Made) -> None:
    made = told({})
    other = Account(replace(made.conflict, ends="<b>Over.</b>"))
    assert line("&lt;b&gt;Over.&lt;/b&gt;") in notes_html(other, date(2021, 9, 6), WORDS)


@pytest.mark.parametrize(
    ("narrator", "says"),
    [
        ("everyone", "all sources together say"),
        ("others", "outlets and third parties say"),
        ("red", "the side “Red” says"),
    ],
)
def test_without_a_day_of_knowledge_everything_is_known(told: Made, narrator: str, says: str) -> None:
    html = clocks_html(told({}, narrator=narrator), Clock("Sunday", ""), WORDS)
    assert html == (
        '<p class="geo-text geo-told" data-part="clocks">'
        f"What {says} of the time up to Sunday, whenever it was published.</p>"
    )


@pytest.mark.parametrize(
    ("known", "count"),
    [(4, "0 articles"), (5, "1 article"), (6, "2 articles"), (7, "3 articles"), (8, "3 articles")],
    ids=["before all", "the day of one", "of two", "of three", "the undated one never"],
)
def test_the_day_of_knowledge_counts_the_articles_certainly_published_by_then(
    told: Made, known: int, count: str
) -> None:
    made = told({}, articles=PUBLISHED, narrator="blue", known=date(2021, 9, known))
    assert clocks_html(made, Clock("Sunday", "the day"), WORDS) == (
        '<p class="geo-text geo-told set" data-part="clocks">'
        "What the side “Blue” says of the time up to Sunday, as known on the day: only what was certainly "
        f"published by then, {count} of 4. Days of publication of 2 are inferred.</p>"
    )


def test_where_no_source_has_a_day_of_publication_the_clock_says_that_nothing_is_known_by_then(
    told: Made,
) -> None:
    made = told({}, known=date(2021, 9, 5))
    conflict = made.conflict
    never = conflict.sources["published_to"].where(conflict.sources["published_to"].isna())
    undated = Account(
        replace(conflict, sources=conflict.sources.assign(published_to=never)), known=date(2021, 9, 5)
    )
    assert "no source has a day of publication, so nothing is certainly known by then." in clocks_html(
        undated, Clock("Sunday", "the day"), WORDS
    )
    assert "no source has" not in clocks_html(made, Clock("Sunday", "the day"), WORDS)


def test_a_place_for_a_day_is_left_as_it_stands(told: Made) -> None:
    made = told({}, known=date(2021, 9, 5))
    html = clocks_html(made, Clock("{day}", "{known}"), WORDS)
    assert "up to {day}, as known on {known}: " in html


@pytest.mark.parametrize(
    ("day", "clock", "text"),
    [
        (5, Clock("5 September", ""), "On 5 September, one of the "),
        (5, Clock("{day}", "{known}"), "On {day}, as known on {known}, one of the "),
        (
            4,
            Clock("4 September", ""),
            "Nothing in these reports says, up to 4 September, who holds any of the ",
        ),
    ],
    ids=["a day", "places for both clocks", "silence"],
)
def test_the_day_is_said_in_a_sentence(told: Made, day: int, clock: Clock, text: str) -> None:
    html = lead_html(told({}), date(2021, 9, day), clock, WORDS)
    assert html.startswith(f'<p class="geo-text geo-lead" data-part="lead">{text}')
