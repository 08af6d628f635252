"""geo.sentences.subject: an area on a day, its row of control, and its state in a few words."""

import pandas as pd
import pytest
from made_up import control, silent, subject, table, world

from geo.sentences.subject import AreaControls, age_days, state_in_words
from geo.words import load_words


def test_each_area_has_its_row_as_plain_values() -> None:
    both = table(west=control(), east=control(holders=("blue",), status="claimed"))
    west, east = AreaControls(both).values()
    assert (west.holders, west.status) == (("red",), "reported")
    assert (east.holders, east.status, east.voted) == (("blue",), "claimed", ("r1",))


@pytest.mark.parametrize(
    ("age", "days"), [(pd.NA, 0), (0, 0), (1, 1), (12, 12)], ids=["nobody votes", "today", "a day", "twelve"]
)
def test_the_age_is_that_of_the_newest_vote(age: object, days: int) -> None:
    assert age_days(control(age_days=age)) == days


@pytest.mark.parametrize(
    ("area_id", "language", "name"),
    [("west", "en", "West"), ("north", "fa", "شمال"), ("valley", "fa", "دره")],
    ids=["in English", "in Dari", "a group in Dari"],
)
def test_a_subject_calls_its_area_by_name(area_id: str, language: str, name: str) -> None:
    assert subject(area_id, language).area == name


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({}, "Reds, reported"),
        ({"status": "claimed"}, "Reds, by their own word"),
        ({"status": "conceded"}, "Reds, its rival admits it"),
        ({"status": "disputed", "holders": ("red", "blue")}, "disputed: Reds and Blues"),
        ({"status": "disputed", "holders": ("red", "blue", "green")}, "disputed: Reds, Blues and Greens"),
        ({"status": "disputed", "blank": True}, "disputed: Reds, denied"),
        (vars(silent()), "no statement"),
        (vars(silent()) | {"denied": True, "denied_holders": ("red", "blue")}, "denied: Reds and Blues"),
    ],
    ids=[
        "reported",
        "claimed",
        "conceded",
        "two holders",
        "three holders",
        "a denied hold",
        "silence",
        "denied",
    ],
)
def test_a_state_has_few_words(different: dict[str, object], words: str) -> None:
    assert state_in_words(world(), control(**different), load_words("en")) == words


def test_a_state_is_said_in_the_language_of_the_words() -> None:
    assert state_in_words(world(), control(), load_words("fa")) == "گروه سرخ، گزارش شده"
