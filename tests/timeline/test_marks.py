"""The reports behind each mark, on the eve, on the day and on the day after."""

import pytest
from rows import september, shown, told

from geo.timeline import control, states


def says(party="nrf", *, day=5, side="outlet", **more):
    """A report by an outlet that the party holds Rokha, about the 5th."""
    return {"party": party, "claimant_side": side, "date_to": september(day), **more}


def denies(party="nrf", *, side="taliban", **more):
    return says(party, side=side, polarity="denies", **more)


def fought(*, since=5, day=5, claim="fighting", **more):
    return says(
        "nrf" if claim == "attacked" else "", day=day, claim=claim, date_from=september(since), **more
    )


def captured(*, since=5, day=6, **more):
    return says("taliban", day=day, claim="captured", date_from=september(since), **more)


def behind(name, *rows, days=range(1, 10)):
    """Return on which days of September which reports stand in a list; days without any are left out."""
    lists = {day: shown(*rows, day=day)[name] for day in days}
    return {day: ids for day, ids in lists.items() if ids}


# fighting


@pytest.mark.parametrize("claim", ["fighting", "attacked"])
def test_fighting_is_shown_by_its_report_from_its_first_to_its_last_day(claim):
    assert behind("fighting_by", fought(since=3, day=5, claim=claim)) == dict.fromkeys((3, 4, 5), ("r1",))


def test_fighting_of_one_day_is_shown_by_its_report_on_that_day():
    assert behind("fighting_by", fought() | {"date_from": ""}) == {5: ("r1",)}


def test_fighting_that_goes_on_is_shown_by_the_reports_of_each_day():
    rows = fought(since=4, day=6), fought(since=3, day=4), fought(since=7, day=7)
    by_day = {3: ("r2",), 4: ("r1", "r2"), 5: ("r1",), 6: ("r1",), 7: ("r3",)}
    assert behind("fighting_by", *rows) == by_day


def test_two_reports_of_the_same_fighting_both_stand_behind_it():
    assert behind("fighting_by", fought(), fought()) == {5: ("r1", "r2")}


def test_fighting_stands_behind_the_mark_of_its_area_alone():
    rows = fought(area_id="valley"), fought(area_id="khenj")
    shown_by = control(told(*rows), september(5))["fighting_by"]
    assert shown_by.to_dict() == {"dara": ("r1",), "rokha": ("r1",), "khenj": ("r2",)}


@pytest.mark.parametrize(
    ("rows", "alleged"),
    [
        ([fought(claim="attacked", side="nrf")], True),
        ([fought(claim="attacked", side="nrf"), fought(claim="attacked", side="taliban")], True),
        ([fought(claim="attacked")], False),
        ([fought(claim="attacked", side="third_party")], False),
        ([fought(side="nrf")], False),
        ([fought(claim="attacked", side="nrf"), fought()], False),
        ([], False),
    ],
    ids=["a party", "both parties", "an outlet", "a third party", "fighting", "and an outlet", "nobody"],
)
def test_attacks_of_which_only_a_party_speaks_are_alleged(rows, alleged):
    row = shown(*rows)
    assert (row["alleged"], row["fighting"]) == (alleged, bool(rows))


def test_attacks_are_alleged_on_the_days_on_which_nobody_else_speaks_of_fighting():
    rows = fought(since=3, day=6, claim="attacked", side="nrf"), fought(since=4, day=5)
    assert [shown(*rows, day=day)["alleged"] for day in (2, 3, 4, 5, 6, 7)] == [
        False, True, False, False, True, False
    ]  # fmt: skip


# changing hands


def test_a_capture_is_under_way_from_its_first_day_to_the_eve_of_its_last():
    assert behind("changing_hands_by", captured(since=3, day=5)) == {3: ("r1",), 4: ("r1",)}


def test_a_capture_within_one_day_is_never_under_way():
    assert behind("changing_hands_by", captured(since=5, day=5)) == {}


def test_captures_that_overlap_each_stand_behind_their_own_days():
    rows = captured(since=4, day=7), captured(since=3, day=5), captured(since=7, day=8)
    by_day = {3: ("r2",), 4: ("r1", "r2"), 5: ("r1",), 6: ("r1",), 7: ("r3",)}
    assert behind("changing_hands_by", *rows) == by_day


def test_a_new_report_behind_a_mark_starts_a_row_of_the_timeline():
    rows = captured(since=1, day=9), captured(since=3, day=5)
    assert told(*rows).changes["day"].dt.day.tolist() == [1, 3, 5, 9]


# contradicted


def test_an_outvoted_word_for_another_contradicts_while_it_is_current():
    rows = says(), says("taliban", day=6, scope="all_of", voice_id="b"), says(day=10)
    by_day = behind("contradicted_by", *rows, days=range(4, 12))
    assert by_day == dict.fromkeys((6, 7, 8, 9), ("r2",))


def test_an_outvoted_word_for_the_same_holder_contradicts_nothing():
    rows = says(), says(scope="all_of", voice_id="b"), says("taliban", scope="all_of", voice_id="c")
    row = shown(*rows)
    assert (row["outvoted"], row["contradicted_by"]) == (("r2", "r3"), ("r3",))


def test_a_kept_scope_brings_both_its_reports_into_the_contradiction():
    kept = says("taliban", day=4, scope="all_but"), says("taliban", day=5, scope="all_of")
    row = shown(*(one | {"voice_id": "b"} for one in kept), says())
    assert (row["outvoted"], row["contradicted_by"]) == (("r1", "r2"), ("r1", "r2"))


def test_a_rivals_denial_at_any_scope_contradicts_from_its_day_while_it_is_current():
    rows = says(), denies(day=6, scope="part_of"), says(day=10)
    by_day = behind("contradicted_by", *rows, days=range(4, 12))
    assert by_day == dict.fromkeys((6, 7, 8, 9), ("r2",))


def test_what_contradicts_stands_in_the_order_of_the_reports_and_denials_as_they_were_heard():
    rows = denies(day=6), says("taliban", scope="all_of", voice_id="b"), says(), denies(day=5)
    row = shown(*rows, day=6)
    assert (row["contradicted_by"], row["denying"]) == (("r1", "r2", "r4"), ("r4", "r1"))
    assert row["blank_by"] == ("r4", "r1")


# blank


def test_a_denial_disputes_against_a_blank_from_its_day_while_it_is_current():
    rows = says(), denies(day=6), says(day=10)
    by_day = behind("blank_by", *rows, days=range(4, 12))
    assert by_day == dict.fromkeys((6, 7, 8, 9), ("r2",))


def test_a_denial_heard_before_the_hold_disputes_it_from_the_holds_first_day():
    assert behind("blank_by", denies(day=4), says(day=5)) == dict.fromkeys(range(5, 10), ("r1",))


@pytest.mark.parametrize(
    ("scope", "blank_by"),
    [("named", ("r2",)), ("all_but", ("r2",)), ("all_of", ()), ("only_outside", ()), ("part_of", ())],
)
def test_only_what_is_as_narrow_as_the_votes_stands_behind_the_blank(scope, blank_by):
    row = shown(says(scope="all_but"), denies(scope=scope))
    assert (row["blank_by"], row["denying"], row["contradicted_by"]) == (blank_by, ("r2",), ("r2",))


def test_a_wide_denial_before_a_narrow_one_disputes_nothing_until_the_narrow_one():
    rows = says(day=4), denies(day=5, scope="part_of"), denies(day=6)
    assert behind("blank_by", *rows) == dict.fromkeys(range(6, 10), ("r3",))


def test_a_denial_about_the_next_area_before_anybody_holds_it_denies_nothing_here():
    rows = says(area_id="dara", day=3), denies(area_id="rokha", day=4), says(area_id="rokha", day=6)
    table = control(told(*rows), september(5))
    assert table["denying"].to_dict() == {"dara": (), "rokha": (), "khenj": ()}


def test_a_denial_about_all_areas_disputes_each_of_them():
    rows = says(area_id="province", day=5), denies(area_id="province", day=6)
    table = control(told(*rows), september(6))
    assert table["blank_by"].to_dict() == dict.fromkeys(("dara", "rokha", "khenj"), ("r2",))


def test_a_denial_of_a_holder_who_is_voted_for_no_longer_starts_no_row():
    rows = says(day=3), says("taliban", day=5), denies(day=6), says(area_id="dara", day=4)
    assert told(*rows).changes["day"].dt.day.tolist() == [4, 3, 5]


def test_denials_of_two_holders_make_no_blank():
    row = shown(
        says(voice_id="a"), says("taliban", voice_id="b"), denies("nrf"), denies("taliban", side="nrf")
    )
    assert (row["blank"], row["blank_by"], row["denying"]) == (False, (), ("r3", "r4"))


# denied


def test_a_denial_where_nobody_takes_a_position_is_denied_and_no_silence():
    row = shown(denies("taliban", side="nrf", scope="all_but"), narrator="nrf")
    assert (row["status"], row["holders"], row["scope"]) == ("unreported", (), "")
    assert (row["denied"], row["denied_holders"], row["denied_by"]) == (True, ("taliban",), ("r1",))
    assert (row["denying"], row["blank_by"], row["contradicted_by"]) == ((), (), ())


def test_a_denial_stands_alone_from_its_day_until_somebody_takes_a_position():
    rows = denies(day=4), says("taliban", day=7)
    assert behind("denied_by", *rows) == dict.fromkeys((4, 5, 6), ("r1",))


@pytest.mark.parametrize("scope", ["named", "all_but", "all_of", "only_outside"])
def test_a_denial_of_every_scope_but_part_of_can_stand_alone(scope):
    assert shown(denies(scope=scope))["denied"]


@pytest.mark.parametrize(
    "row",
    [
        denies(scope="part_of"),
        denies(side="outlet"),
        denies(side="nrf"),
        denies("taliban", side="third_party"),
        says("", claim="fighting", side="taliban"),
        says("taliban", side="nrf", claim="left", scope="part_of"),
        says("nrf", side="nrf", claim="left"),
    ],
    ids=["part of", "an outlet", "of oneself", "a third party", "fighting", "left a part", "left itself"],
)
def test_what_no_rival_denies_of_the_area_is_not_denied(row):
    answer = shown(row)
    assert (answer["denied"], answer["denied_holders"], answer["denied_by"]) == (False, (), ())


@pytest.mark.parametrize(
    ("rows", "wide"),
    [
        ([denies()], False),
        ([denies(scope="all_but")], True),
        ([denies(scope="all_but"), denies()], False),
        ([denies(area_id="dara")], False),
    ],
    ids=["named", "wide", "both", "elsewhere"],
)
def test_a_denial_that_names_the_area_nowhere_is_wide(rows, wide):
    assert shown(*rows)["wide"] == wide


def test_a_rival_who_says_that_the_holder_left_denies():
    assert shown(says("taliban", side="nrf", claim="left"))["denied_holders"] == ("taliban",)


def test_a_denial_gives_way_to_one_that_is_more_than_the_window_newer():
    rows = denies(day=2), denies("taliban", side="nrf", day=5), denies("taliban", side="nrf", day=6)
    by_day = dict.fromkeys((2, 3, 4), ("r1",)) | {5: ("r1", "r2")}
    assert behind("denied_by", *rows) == by_day | dict.fromkeys((6, 7, 8, 9), ("r2", "r3"))
    assert shown(*rows, day=5)["denied_holders"] == ("taliban", "nrf")
    assert shown(*rows, day=6)["denied_holders"] == ("taliban",)


@pytest.mark.parametrize(("day", "stands"), [(2, False), (3, True)])
def test_a_denial_more_than_the_window_older_than_a_position_stands_no_more_when_that_ends(day, stands):
    rows = denies(day=day), says(side="nrf", day=6), says(side="nrf", claim="left", day=7)
    assert shown(*rows, day=7)["status"] == "unreported"
    assert shown(*rows, day=7)["denied"] == stands


def test_denials_that_stand_alone_are_listed_as_they_were_heard():
    assert shown(denies(day=5), denies(day=4))["denied_by"] == ("r2", "r1")


def test_a_denial_of_one_area_leaves_the_next_silent():
    table = control(told(denies(area_id="valley"), says(area_id="dara")), september(5))
    assert table["denied"].to_dict() == {"dara": False, "rokha": True, "khenj": False}


# words about some part, newer than the votes


def test_a_hold_for_another_in_some_part_is_told_from_the_day_of_the_vote_on():
    rows = says(day=4), says("taliban", day=4, scope="part_of"), says("taliban", day=6, scope="part_of")
    by_day = {4: ("r2",), 5: ("r2",)} | dict.fromkeys((6, 7, 8, 9), ("r2", "r3"))
    assert behind("against_since", *rows) == by_day
    assert shown(*rows, day=6)["contradicted"] is False


def test_an_older_word_about_some_part_or_one_for_the_holder_says_nothing_new():
    rows = says("taliban", day=3, scope="part_of"), says(day=4), says(day=5, scope="part_of")
    assert behind("against_since", *rows) == {}


def test_a_newer_vote_answers_the_words_about_some_part():
    rows = says(day=3), says("taliban", day=4, scope="part_of"), says(day=5)
    assert behind("against_since", *rows) == {4: ("r2",)}


def test_words_about_some_part_speak_against_nobody_where_nobody_votes():
    assert behind("against_since", says("taliban", scope="part_of")) == {}


# wide and stale


@pytest.mark.parametrize(
    ("scope", "wide"), [("named", False), ("all_but", True), ("all_of", True), ("only_outside", True)]
)
def test_an_area_that_no_voter_names_is_wide(scope, wide):
    assert shown(says(scope=scope))["wide"] == wide


def test_a_wide_word_beside_one_that_names_the_area_makes_it_no_less_named():
    assert not shown(says(voice_id="a"), says(scope="all_of", voice_id="b"))["wide"]


@pytest.mark.parametrize(
    "rows",
    [(), (fought(),), (says(side="nrf", day=3), says(side="nrf", claim="left", day=4))],
    ids=["silence", "fighting only", "left"],
)
def test_where_nobody_votes_nothing_is_wide_or_stale(rows):
    row = shown(*rows, day=5)
    assert (row["status"], row["scope"], row["wide"], row["stale"]) == ("unreported", "", False, False)


@pytest.mark.parametrize(("day", "stale"), [(4, False), (5, False), (7, False), (8, True), (9, True)])
def test_a_colour_is_stale_when_its_newest_vote_is_older_than_the_stale_days(day, stale):
    assert shown(says(), day=day, stale_days=2)["stale"] == stale


@pytest.mark.parametrize(("day", "stale"), [(12, False), (13, True)])
def test_seven_days_are_not_stale_unless_the_conflict_says_otherwise(day, stale):
    assert shown(says(), day=day)["stale"] == stale


def test_flags_are_plain_in_a_table_with_and_without_votes():
    for table in (states(told(says()), september(5)), states(told(), september(5))):
        assert (table["wide"].dtype, table["stale"].dtype) == ("bool", "bool")
