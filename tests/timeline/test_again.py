"""A timeline made of its own changes answers as the one that the rule made, but has no history."""

from datetime import date

import pandas as pd
import pytest
from rows import AREAS, september, told

from geo.timeline import BEHIND, control, events, states, timeline_again

HELD = {"party": "nrf", "date_to": "2021-09-03", "claimant_side": "nrf"}
DENIED = HELD | {"date_to": "2021-09-04", "claimant_side": "taliban", "polarity": "denies"}
FOUGHT = {
    "area_id": "khenj", "claim": "fighting", "party": "", "date_to": "2021-09-04", "lon": 70.1, "lat": 35.4
}  # fmt: skip
MADE = told(HELD, DENIED, FOUGHT, HELD | {"area_id": "dara", "date_to": "2021-09-06"})
LISTS = ("voted", "outvoted", "denying", *BEHIND)
DAYS = range(1, 9)


def again(**options):
    """Return the timeline of the changes and lists of `MADE`."""
    lists = {name: getattr(MADE, name) for name in LISTS}
    return timeline_again(MADE.changes, AREAS, lists, list(MADE.reports["report_id"]), **options)


@pytest.mark.parametrize("day", DAYS)
def test_every_day_shows_what_the_rule_has_found_and_the_same_reports(day):
    kept, found = control(again(), september(day)), control(MADE, september(day))
    pd.testing.assert_frame_equal(kept.drop(columns="history"), found.drop(columns="history"))


def test_a_kept_timeline_has_no_history():
    assert [list(past) for past in control(again(), september(8))["history"]] == [[], [], []]


def test_without_lists_it_shows_the_same_and_names_no_report():
    bare = timeline_again(MADE.changes, AREAS)
    pd.testing.assert_frame_equal(states(bare, september(6)), states(MADE, september(6)))
    table = control(bare, september(6))
    assert all(table[name].map(len).eq(0).all() for name in LISTS)


def test_a_list_that_is_given_is_read_though_the_others_are_absent():
    table = control(timeline_again(MADE.changes, AREAS, {"voted": MADE.voted}, ["r1", "r2", "r3", "r4"]),
                    september(6))  # fmt: skip
    assert table["voted"].to_dict() == {"dara": ("r4",), "rokha": ("r1",), "khenj": ()}
    assert table["denying"].map(len).sum() == 0


@pytest.mark.parametrize(("stale_days", "stale"), [(3, False), (2, True)])
def test_a_colour_turns_stale_after_the_days_that_are_given(stale_days, stale):
    assert states(again(stale_days=stale_days), september(6)).loc["rokha", "stale"] == stale


def test_unless_days_are_given_seven_are_not_stale():
    rokha = [states(again(), september(day)).loc["rokha", "stale"] for day in (10, 11)]
    assert rokha == [False, True]


def test_a_timeline_without_changes_is_silent_everywhere():
    table = states(timeline_again(MADE.changes.iloc[:0], AREAS), date(2021, 9, 5))
    assert table["status"].to_dict() == dict.fromkeys(AREAS, "unreported")


def test_where_a_kept_report_was_fought_is_not_known():
    assert events(again()).empty
