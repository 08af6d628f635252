"""geo.panel.second_map: what a second map may differ in, what it starts with, and the titles of both."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from geo.panel import first_other, kinds, map_title, narrators_beside
from geo.reading import Conflict
from geo.view import Comparison, View
from geo.words import load_words

WORDS = load_words("en")
FOURTH, FIFTH, SIXTH, SEVENTH = (date(2021, 9, day) for day in (4, 5, 6, 7))

Made = Callable[..., Any]


@pytest.fixture
def spoken(world: Made) -> Conflict:
    """Return a conflict of 5 to 7 September in which Blue, Red and an outlet speak."""
    blue = {"claimant_side": "blue", "party": "blue", "voice_id": "blue", "date_to": "2021-09-07"}
    return world({}, blue, {"claimant_side": "outlet", "voice_id": "paper"})


def test_two_maps_differ_in_knowledge_only_where_something_has_a_day_of_publication(
    spoken: Conflict,
) -> None:
    undated = replace(spoken, sources=spoken.sources.assign(published_to=pd.NaT))
    assert kinds(spoken) == ("narrator", "date", "known")
    assert kinds(undated) == ("narrator", "date")
    assert kinds(undated, Comparison("date", FIFTH)) == ("narrator", "date")
    assert kinds(undated, Comparison("known", None)) == ("narrator", "date", "known")


def test_sides_that_speak_are_the_first_that_a_second_map_is_told_by(spoken: Conflict) -> None:
    assert list(narrators_beside(spoken)) == ["red", "blue", "everyone", "others"]


def test_a_side_that_says_nothing_is_not_offered_beside(world: Made) -> None:
    assert list(narrators_beside(world({}))) == ["red", "everyone", "others"]


@pytest.mark.parametrize(
    ("narrator", "other"), [("everyone", "red"), ("red", "blue"), ("blue", "red"), ("others", "red")]
)
def test_the_second_map_is_told_by_another(spoken: Conflict, narrator: str, other: str) -> None:
    view = View(FIFTH, narrator=narrator)
    assert first_other(view, "narrator", spoken) == Comparison("narrator", other)


@pytest.mark.parametrize(("day", "other"), [(SEVENTH, SIXTH), (SIXTH, FIFTH), (FIFTH, SIXTH)])
def test_the_second_map_is_of_the_day_before_or_where_there_is_none_of_the_day_after(
    spoken: Conflict, day: date, other: date
) -> None:
    assert first_other(View(day), "date", spoken) == Comparison("date", other)


def test_a_map_of_one_day_has_no_other_day(world: Made) -> None:
    made = world({})
    one_day = replace(made, sources=made.sources.assign(published_to=pd.NaT))
    assert first_other(View(FIFTH), "date", one_day) == Comparison("date", FIFTH)


@pytest.mark.parametrize(
    ("view", "known"),
    [
        (View(SEVENTH), SIXTH),
        (View(FIFTH), FIFTH),
        (View(SEVENTH, known=FIFTH), None),
    ],
    ids=["on the eve", "never before the first day", "today, where the first is of earlier knowledge"],
)
def test_the_second_map_is_as_known_on_the_eve_or_today(
    spoken: Conflict, view: View, known: date | None
) -> None:
    assert first_other(view, "known", spoken) == Comparison("known", known)


@pytest.mark.parametrize(
    ("view", "kind", "title"),
    [
        (View(FIFTH, narrator="red"), "narrator", "Red"),
        (View(FIFTH, narrator="red"), "date", "5 Sep"),
        (View(FIFTH, known=FOURTH), "known", "as known on 4 Sep"),
        (View(FIFTH), "known", "as known today"),
    ],
    ids=["narrator", "day", "known then", "known today"],
)
def test_a_title_says_how_one_map_differs_from_the_other(
    spoken: Conflict, view: View, kind: str, title: str
) -> None:
    assert map_title(spoken, view, kind, WORDS) == title
