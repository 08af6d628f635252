"""The days on which a colour turns stale, which no report makes."""

import pytest
from rows import september, told

from geo.timeline import states, with_staleness


def turns(*rows, last=30, **options):
    """Return area, day and whether it is stale, of each row."""
    table = with_staleness(told(*rows, **options), september(last))
    return list(zip(table["area_id"], table["day"].dt.day, table["stale"], strict=True))


FIFTH = {"date_to": september(5)}


def test_a_colour_turns_stale_on_the_day_after_its_stale_days():
    assert turns(FIFTH) == [("rokha", 5, False), ("rokha", 13, True)]


def test_the_stale_days_are_the_conflicts_own():
    assert turns(FIFTH, stale_days=2) == [("rokha", 5, False), ("rokha", 8, True)]


@pytest.mark.parametrize(
    ("last", "added"), [(12, []), (13, [("rokha", 13, True)]), (14, [("rokha", 13, True)])]
)
def test_no_row_is_added_after_the_last_day(last, added):
    assert turns(FIFTH, last=last) == [("rokha", 5, False), *added]


@pytest.mark.parametrize(
    ("next_day", "added"),
    [(12, []), (13, []), (14, [("rokha", 13, True)])],
    ids=["the eve", "the day itself", "the day after"],
)
def test_a_newer_vote_before_or_on_the_day_keeps_the_colour_fresh(next_day, added):
    rows = turns(FIFTH, {"date_to": september(next_day)}, last=19)
    assert rows == [("rokha", 5, False), *added, ("rokha", next_day, False)]


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (12, [(5, False), (12, False), (13, True)]),
        (13, [(5, False), (13, True), (14, True)]),
        (14, [(5, False), (13, True), (14, True), (15, True)]),
    ],
    ids=["the eve", "the day itself", "the day after"],
)
def test_a_change_without_a_vote_makes_nothing_fresh_and_no_day_has_two_rows(day, days):
    rows = turns(FIFTH, {"claim": "fighting", "party": "", "date_to": september(day)})
    assert rows == [("rokha", *one) for one in days]


def test_each_area_turns_by_itself_and_stays_in_map_order():
    rows = {"area_id": "khenj", "date_to": september(3)}, FIFTH, {"area_id": "dara"}
    assert turns(*rows, {"area_id": "khenj", "date_to": september(9)}) == [
        ("dara", 5, False),
        ("dara", 13, True),
        ("rokha", 5, False),
        ("rokha", 13, True),
        ("khenj", 3, False),
        ("khenj", 9, False),
        ("khenj", 17, True),
    ]


def test_where_nobody_votes_nothing_turns_stale():
    rows = turns({"claim": "fighting", "party": ""})
    assert rows == [("rokha", 5, False), ("rokha", 6, False)]


def test_without_reports_nothing_turns_stale():
    assert turns() == []


def test_an_added_row_shows_what_the_area_showed_before():
    table = with_staleness(told(FIFTH), september(30)).drop(columns=["day", "stale"])
    assert table.loc[0].equals(table.loc[1])
    assert table.index.tolist() == [0, 1]


def test_a_row_has_what_a_change_has_and_whether_it_is_stale():
    made = told(FIFTH)
    assert list(with_staleness(made, september(30))) == [*made.changes, "stale"]


@pytest.mark.parametrize("day", [4, 5, 12, 13, 14])
def test_the_rows_say_on_every_day_what_a_day_says(day):
    made = told(FIFTH)
    table = with_staleness(made, september(30))
    last = table[table["day"].dt.day <= day]["stale"].tolist()[-1:] or [False]
    assert states(made, september(day)).loc["rokha", "stale"] == last[0]
