"""A day is a look-up: what it lists, in which order, before and after everything."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from made_up import conflict
from rows import AREAS, GROUPS, RIVALS, SIDES, september, told

from geo.timeline import control, last_days, states, timeline, timeline_of

ROWS = (
    {"party": "nrf", "date_to": september(1)},
    {"party": "nrf", "date_to": september(5)},
    {"party": "taliban", "scope": "all_of", "area_id": "valley", "claimant_side": "taliban"},
    {
        "party": "nrf",
        "polarity": "denies",
        "claimant_side": "taliban",
        "scope": "part_of",
        "area_id": "province",
    },
)


@pytest.mark.parametrize("day", [date(1, 1, 1), september(4), september(5), date(9999, 12, 31)], ids=str)
def test_every_day_lists_every_area_in_map_order(day):
    assert control(told(*ROWS), day).index.tolist() == AREAS


@pytest.mark.parametrize("look_up", [control, states])
def test_the_wanted_areas_come_alone_and_in_the_wanted_order(look_up):
    index = look_up(told(*ROWS), september(5), ["khenj", "dara"]).index
    assert (index.tolist(), index.name, str(index.dtype)) == (["khenj", "dara"], "area_id", "str")


def test_the_reports_behind_a_colour_are_listed_by_their_part():
    row = control(told(*ROWS), september(5)).loc["rokha"]
    assert (row["voted"], row["outvoted"], row["history"], row["denying"]) == (
        ("r2",),
        ("r3",),
        ("r1",),
        ("r4",),
    )


def test_a_look_up_without_reports_says_what_an_area_shows():
    shown = {
        "status": "reported",
        "holders": ("nrf",),
        "blank": False,
        "fighting": False,
        "changing_hands": False,
    }
    shown |= {"alleged": False, "denied": False, "denied_holders": ()}
    shown |= {"contradicted": True, "scope": "named", "wide": False, "age_days": 0, "stale": False}
    assert states(told(*ROWS), september(5)).loc["rokha"].to_dict() == shown


@pytest.mark.parametrize(("day", "stale"), [(12, False), (13, True)])
def test_a_colour_is_stale_once_it_is_older_than_a_week(day, stale):
    assert states(told(*ROWS), september(day)).loc["rokha", "stale"] == stale


@pytest.mark.parametrize(("day", "age"), [(4, 3), (5, 0), (6, 1)])
def test_age_is_counted_in_days_since_the_newest_vote(day, age):
    assert control(told(*ROWS), september(day)).loc["rokha", "age_days"] == age


def test_the_columns_keep_their_types_when_nothing_is_reported():
    silent, spoken = control(told(), september(5)), control(told(*ROWS), september(5))
    assert silent.dtypes.to_dict() == spoken.dtypes.to_dict()


def test_the_reports_are_not_changed_by_the_rule(make_reports):
    table, before = make_reports(*ROWS), make_reports(*ROWS)
    control(timeline(table, areas=AREAS, groups=GROUPS, own_side=SIDES, rivals=RIVALS), september(5))
    pd.testing.assert_frame_equal(table, before)


def test_an_area_that_is_not_on_the_map_is_refused():
    with pytest.raises(ValueError, match="'atlantis' is not an area of the map"):
        control(told(*ROWS), september(5), ["atlantis"])


def test_history_reads_like_a_tuple_of_the_reports_in_their_order():
    rows = [{"date_to": september(day)} for day in (3, 1, 2, 5)]
    history = control(told(*rows), september(5)).loc["rokha", "history"]
    assert (history, len(history), history[0], history[1:]) == (("r1", "r2", "r3"), 3, "r1", ("r2", "r3"))
    assert (list(history), repr(history), "r4" in history) == (
        ["r1", "r2", "r3"],
        "('r1', 'r2', 'r3')",
        False,
    )
    assert {history, ("r1", "r2", "r3")} == {history}
    assert history != "r1"


@pytest.mark.parametrize("name", ["blank", "fighting", "changing_hands", "contradicted", "wide", "stale"])
def test_before_the_first_report_nothing_is_shown(name):
    assert control(told(*ROWS), date(2021, 8, 31))[name].tolist() == [False] * 3


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ({}, (("red", "blue"), False)),
        ({"window_days": 1}, (("blue",), False)),
        ({"stale_days": 0}, (("red", "blue"), True)),
    ],
    ids=["as it is", "a shorter window", "stale at once"],
)
def test_a_conflict_sets_its_own_window_and_age(days, shown):
    rows = {"date_to": "2021-09-03"}, {"date_to": "2021-09-05", "party": "blue", "voice_id": "blue"}
    told_of = replace(conflict(*rows), **days)
    west = states(timeline_of(told_of), september(6)).loc["west"]
    assert (west["holders"], west["stale"]) == shown


def test_a_change_lasts_until_the_eve_of_the_areas_next_and_the_last_to_the_end():
    changes = told(
        {"area_id": "dara", "date_to": september(2)},
        {"area_id": "dara", "date_to": september(6), "party": "taliban", "claimant_side": "taliban"},
        {"area_id": "rokha", "date_to": september(4)},
    ).changes
    assert changes["area_id"].tolist() == ["dara", "dara", "rokha"]
    until = last_days(changes)
    assert until.dt.date.tolist()[0] == september(5)
    assert until.isna().tolist() == [False, True, True]
    assert last_days(changes.iloc[:0]).empty
