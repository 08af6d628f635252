"""Words about days, as seen from Wednesday 14 May 2031."""

from datetime import date

import pytest
from invented import PUBLISHED, rows

from geo.reader.days import load_calendar


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Monday", "2031-05-12", "2031-05-12"),
        ("on Wednesday", "2031-05-14", "2031-05-14"),
        ("on Thursday night", "2031-05-08", "2031-05-08"),
        ("on 3 May", "2031-05-03", "2031-05-03"),
        ("on May 3, 2030", "2030-05-03", "2030-05-03"),
        ("on December 30", "2030-12-30", "2030-12-30"),
        ("yesterday", "2031-05-13", "2031-05-13"),
        ("overnight", "2031-05-13", "2031-05-14"),
        ("over the last three days", "2031-05-12", "2031-05-14"),
        ("for a fourth consecutive day", "2031-05-11", "2031-05-14"),
        ("since Monday", "2031-05-12", "2031-05-14"),
        ("over the weekend", "2031-05-10", "2031-05-11"),
        ("earlier this week", "2031-05-12", "2031-05-13"),
        ("between Monday and Tuesday", "2031-05-12", "2031-05-13"),
        ("two days ago", "2031-05-12", "2031-05-12"),
        ("for days", None, "2031-05-14"),
        ("for three days", "2031-05-12", "2031-05-14"),
        ("in the past 24 hours", "2031-05-13", "2031-05-14"),
        ("over the last 48 hours", "2031-05-12", "2031-05-14"),
        ("this week", "2031-05-12", "2031-05-14"),
        ("last week", "2031-05-05", "2031-05-11"),
        ("in March", "2031-03-01", "2031-03-31"),
        ("in December", "2030-12-01", "2030-12-31"),
        ("last month", "2031-04-01", "2031-04-30"),
        ("this month", "2031-05-01", "2031-05-14"),
        ("since March", "2031-03-01", "2031-05-14"),
        ("at dawn", "2031-05-14", "2031-05-14"),
        ("the night before", "2031-05-13", "2031-05-13"),
    ],
)
def test_words_about_days_are_the_most_recent_ones(words, first, last):
    (found,) = load_calendar("en").days(f"The Reds moved {words}.", PUBLISHED)
    assert (found.first and str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize("words", ["it may march on", "31 June", "no day at all"])
def test_other_words_are_no_days(words):
    assert load_calendar("en").days(words, PUBLISHED) == []


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2031, 5, 11), "2031-05-11"), (date(2031, 5, 10), "2031-05-04"), (date(2031, 5, 12), "2031-05-11")],
)
def test_a_weekday_on_its_eve_its_day_and_the_day_after(day, last):
    (found,) = load_calendar("en").days("on Sunday", day)
    assert str(found.last) == last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The Reds hold Zarnab.", "2031-05-14", "2031-05-14"),
        ("The Reds have captured Zarnab.", "", "2031-05-14"),
        ("The Reds took Zarnab.", "", "2031-05-14"),
        ("Zarnab has been under the control of the Reds.", "", "2031-05-14"),
        ("The Blues beat back an attack on Zarnab on Monday.", "2031-05-12", "2031-05-12"),
        ("The Reds took Zarnab on Monday.", "2031-05-12", "2031-05-12"),
        ("The Reds said on Monday they had taken Zarnab.", "", "2031-05-12"),
        ("On Monday, Ardan said that Zarnab was under the control of the Reds.", "2031-05-12", "2031-05-12"),
        ("The Reds took Zarnab on Sunday, residents said on Monday.", "2031-05-11", "2031-05-11"),
        ("There has been fighting in Zarnab for days.", "", "2031-05-14"),
        ("The Reds entered Zarnab, though residents saw none since Monday.", "", "2031-05-14"),
        ("An undated picture shows Reds seen in Zarnab.", "", ""),
    ],
)
def test_a_claim_has_its_own_days_else_those_of_its_telling_by_its_tense(text, first, last):
    assert rows(text, "date_from", "date_to") == [(first, last)]


def test_a_speaker_who_goes_on_still_speaks_on_the_same_day():
    text = (
        "On Monday Ardan said the Reds hold Zarnab. Kuhdar is also under the control of the Reds, Ardan said."
    )
    assert {last for (last,) in rows(text, "date_to")} == {"2031-05-12"}


def test_the_day_of_a_relative_clause_is_not_that_of_the_clause_around_it():
    text = "In Zarnab, which the Reds entered in March, the Blues hold the bridge."
    assert rows(text, "claim", "date_from", "date_to") == [
        ("present", "2031-03-01", "2031-03-31"),
        ("holds", "2031-05-14", "2031-05-14"),
    ]
