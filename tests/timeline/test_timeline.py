"""R1 to R6, sentence by sentence, on the eve, on the day and on the day after."""

import pandas as pd
import pytest
from rows import SIDES, reports, september, shown, told

from geo.timeline import timeline


def says(party="nrf", *, day=5, since=None, side="outlet", **more):
    """A report by an outlet that the party holds Rokha, about the 5th."""
    dates = {"date_to": september(day) if day else "", "date_from": september(since) if since else ""}
    return {"party": party, "claimant_side": side, **dates, **more}


def denies(party="nrf", *, side="taliban", **more):
    return says(party, side=side, polarity="denies", **more)


def left(party="nrf", *, side="nrf", **more):
    return says(party, side=side, claim="left", **more)


def fought(*, day=5, since=None, **more):
    return says("", day=day, since=since, claim="fighting", **more)


# R1 positions


@pytest.mark.parametrize("claim", ["holds", "captured", "repelled"])
@pytest.mark.parametrize("scope", ["named", "all_but", "all_of", "only_outside"])
def test_who_holds_captures_or_repels_takes_the_area(claim, scope):
    assert shown(says(claim=claim, scope=scope))["holders"] == ("nrf",)


@pytest.mark.parametrize("claim", ["left", "attacked", "advancing", "present"])
def test_presence_attack_advance_and_leaving_take_nothing(claim):
    assert shown(says(claim=claim))["status"] == "unreported"


@pytest.mark.parametrize(
    "row",
    [says(scope="part_of"), says(polarity="denies"), says(day=None), fought()],
    ids=["somewhere in it", "a denial", "undated", "fighting"],
)
def test_what_is_vague_denied_or_undated_takes_nothing(row):
    assert shown(row)["status"] == "unreported"


@pytest.mark.parametrize(("day", "status"), [(4, "unreported"), (5, "reported"), (6, "reported")])
def test_a_position_stands_from_its_last_day_on(day, status):
    assert shown(says(since=2), day=day)["status"] == status


def test_a_statement_about_a_group_reaches_each_of_its_areas_and_no_other():
    row = says(area_id="valley", scope="all_of")
    assert [shown(row, area=area)["status"] for area in ("dara", "rokha", "khenj")] == ["reported"] * 2 + [
        "unreported"
    ]


# R2 one voice, one position


@pytest.mark.parametrize(("day", "holder"), [(4, "nrf"), (5, "taliban"), (6, "taliban")])
def test_a_voice_counts_with_its_latest_word(day, holder):
    assert shown(says("nrf", day=4), says("taliban", day=5), day=day)["holders"] == (holder,)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [("named", "all_but"), ("all_but", "all_of"), ("all_of", "only_outside"), ("named", "only_outside")],
)
def test_on_one_day_the_narrower_word_of_a_voice_wins(narrow, wide):
    row = shown(says("taliban", scope=wide), says("nrf", scope=narrow))
    assert (row["holders"], row["voted"], row["outvoted"], row["history"]) == (("nrf",), ("r2",), (), ("r1",))


def test_a_voice_that_names_two_holders_on_one_day_votes_for_both():
    row = shown(says("nrf"), says("taliban"))
    assert (row["status"], row["holders"]) == ("disputed", ("taliban", "nrf"))


@pytest.mark.parametrize(
    ("later", "scope", "voted"),
    [
        (says(scope="all_of", day=5), "named", ("r1", "r2")),
        (says(scope="named", day=5), "named", ("r2",)),
        (says("taliban", scope="all_of", day=5), "all_of", ("r2",)),
    ],
    ids=["wider: kept", "as narrow: replaced", "another holder: replaced"],
)
def test_a_later_wider_word_for_the_same_holder_keeps_the_narrower_scope(later, scope, voted):
    row = shown(says(day=3), later)
    assert (row["scope"], row["voted"], row["age_days"]) == (scope, voted, 0)


def test_a_scope_is_kept_through_several_wider_words_with_the_row_that_said_it():
    row = shown(says(day=2), says(day=3, scope="all_of"), says(day=5, scope="only_outside"))
    assert (row["scope"], row["voted"], row["history"]) == ("named", ("r1", "r3"), ("r2",))


def test_a_scope_is_not_kept_past_a_word_for_another_holder():
    rows = says(day=2), says("taliban", day=3), says(day=5, scope="all_of")
    assert shown(*rows)["scope"] == "all_of"


@pytest.mark.parametrize(("day", "status"), [(4, "claimed"), (5, "unreported"), (6, "unreported")])
def test_a_party_that_says_it_left_ends_its_earlier_position(day, status):
    row = shown(says(side="nrf", day=3), left(day=5), day=day)
    assert (row["status"], row["history"]) == (status, ("r1",) if status == "unreported" else ())


@pytest.mark.parametrize(
    "word",
    [
        left(side="outlet"),
        left(side="army"),
        left(scope="part_of"),
        left(day=None),
        left(polarity="denies"),
        left("militia"),
        left(day=3),
    ],
    ids=["an outlet says so", "an ally", "somewhere", "undated", "denied", "another of the side", "same day"],
)
def test_only_the_partys_own_dated_later_leaving_ends_its_position(word):
    assert shown(says(side="nrf", day=3), word)["status"] == "claimed"


def test_leaving_ends_the_words_of_all_voices_of_the_side_but_not_of_others():
    rows = says(side="nrf", voice_id="a", day=4), says(side="nrf", voice_id="b", day=4), says(day=4), left()
    row = shown(*rows)
    assert (row["status"], row["voted"], row["history"]) == ("reported", ("r3",), ("r1", "r2"))


def test_a_wider_word_after_leaving_does_not_keep_the_scope_from_before():
    assert shown(says(side="nrf", day=3), left(day=4), says(side="nrf", scope="all_of"))["scope"] == "all_of"


def test_leaving_and_a_wider_word_on_one_day_do_not_keep_the_scope_from_before():
    assert shown(says(side="nrf", day=3), left(), says(side="nrf", scope="all_of"))["scope"] == "all_of"


def test_leaving_makes_the_next_newest_position_count_again():
    rows = says("taliban", day=1), says("nrf", side="nrf", day=5), left("nrf", day=6)
    assert [shown(*rows, day=day)["holders"] for day in (4, 5, 6)] == [("taliban",), ("nrf",), ("taliban",)]


def test_leaving_ends_a_position_that_was_as_old_as_the_window_allows():
    rows = says(side="nrf", day=2), says("taliban", day=5), left(day=6)
    assert [shown(*rows, day=day)["voted"] for day in (5, 6)] == [("r1", "r2"), ("r2",)]


def test_one_name_on_two_sides_is_two_voices():
    rows = says("nrf", day=4, voice_id="x"), says("taliban", day=5, voice_id="x", side="third_party")
    assert shown(*rows)["holders"] == ("taliban", "nrf")


# R3 recent beats old


@pytest.mark.parametrize(("old", "status"), [(1, "reported"), (2, "disputed"), (3, "disputed")])
def test_a_position_more_than_3_days_older_than_the_newest_is_history(old, status):
    row = shown(says("nrf", day=old, voice_id="a"), says("taliban", day=5, voice_id="b"))
    assert (row["status"], row["history"]) == (status, ("r1",) if status == "reported" else ())


def test_an_old_position_alone_does_not_grow_into_history():
    row = shown(says(day=1), day=30)
    assert (row["status"], row["age_days"]) == ("reported", 29)


def test_the_window_is_the_conflicts_own():
    rows = says("nrf", day=1, voice_id="a"), says("taliban", day=5, voice_id="b")
    assert shown(*rows, window_days=4)["status"] == "disputed"


# R4 narrow beats wide


@pytest.mark.parametrize(
    ("narrow", "wide"), [("named", "all_but"), ("all_but", "all_of"), ("all_of", "only_outside")]
)
def test_only_the_narrowest_scope_votes_and_the_rest_is_outvoted(narrow, wide):
    row = shown(says("nrf", scope=narrow, voice_id="a"), says("taliban", scope=wide, voice_id="b"))
    assert (row["holders"], row["scope"]) == (("nrf",), narrow)
    assert (row["voted"], row["outvoted"], row["contradicted"]) == (("r1",), ("r2",), True)


def test_an_outvoted_position_for_the_same_holder_contradicts_nothing():
    row = shown(says(voice_id="a"), says(scope="all_of", voice_id="b"))
    assert (row["outvoted"], row["contradicted"]) == (("r2",), False)


def test_age_counts_from_the_newest_vote_not_from_what_is_outvoted():
    row = shown(says(day=3, voice_id="a"), says(scope="all_of", day=5, voice_id="b"))
    assert row["age_days"] == 2


# R5 status


@pytest.mark.parametrize(
    ("sides", "status"),
    [
        (["nrf"], "claimed"),
        (["army"], "claimed"),
        (["nrf", "outlet"], "reported"),
        (["third_party"], "reported"),
        (["taliban"], "conceded"),
        (["outlet", "taliban", "nrf"], "conceded"),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else value,
)
def test_who_votes_makes_it_claimed_reported_or_conceded(sides, status):
    assert shown(*(says("nrf", side=side) for side in sides))["status"] == status


def test_silence_is_not_control():
    row = shown(says(area_id="dara"))
    assert (row["status"], row["holders"], row["voted"], row["scope"]) == ("unreported", (), (), "")
    assert pd.isna(row["age_days"])


@pytest.mark.parametrize(
    "denial", [denies(), denies(claim="captured"), left(side="taliban")], ids=["hold", "capture", "left"]
)
def test_a_rivals_denial_disputes_the_hold_against_a_blank(denial):
    row = shown(says(), denial)
    assert (row["status"], row["holders"], row["blank"]) == ("disputed", ("nrf",), True)
    assert (row["denying"], row["contradicted"]) == (("r2",), True)


@pytest.mark.parametrize(
    "denial",
    [
        denies(side="outlet"),
        denies(side="nrf"),
        denies(side="army"),
        denies("militia"),
        denies(claim="present"),
        denies(claim="left"),
        denies(day=None),
    ],
    ids=["an outlet", "its own side", "an ally", "another holder", "of presence", "of leaving", "undated"],
)
def test_what_is_no_rivals_dated_denial_of_the_hold_changes_nothing(denial):
    row = shown(says(), denial)
    assert (row["status"], row["contradicted"], row["denying"]) == ("reported", False, ())


@pytest.mark.parametrize(("day", "status"), [(4, "reported"), (5, "disputed"), (6, "disputed")])
def test_a_denial_counts_from_its_day(day, status):
    assert shown(says(day=3), denies(day=5), day=day)["status"] == status


@pytest.mark.parametrize(("denied", "status"), [(1, "reported"), (2, "disputed"), (3, "disputed")])
def test_a_denial_older_than_the_window_is_over(denied, status):
    assert shown(says(day=5), denies(day=denied))["status"] == status


@pytest.mark.parametrize(
    ("vote", "denial", "blank"),
    [
        ("named", "named", True),
        ("named", "all_but", False),
        ("all_of", "all_of", True),
        ("all_of", "named", True),
        ("only_outside", "part_of", False),
    ],
)
def test_only_a_denial_at_the_votes_scope_or_narrower_disputes(vote, denial, blank):
    row = shown(says(scope=vote), denies(scope=denial))
    assert (row["blank"], row["contradicted"]) == (blank, True)


def test_a_rival_who_says_that_the_holder_left_some_part_contradicts_but_does_not_dispute():
    row = shown(says(), left(side="taliban", scope="part_of"))
    assert (row["status"], row["contradicted"], row["denying"]) == ("reported", True, ("r2",))


def test_two_holders_are_hatched_with_each_other_not_with_a_blank():
    row = shown(says("nrf", voice_id="a"), says("taliban", voice_id="b"), denies("nrf"))
    assert (row["status"], row["blank"], row["contradicted"], row["denying"]) == (
        "disputed",
        False,
        True,
        ("r3",),
    )


# R6 marks


@pytest.mark.parametrize(
    ("since", "day", "fighting"),
    [
        (3, 2, False),
        (3, 3, True),
        (3, 5, True),
        (3, 6, False),
        (None, 4, False),
        (None, 5, True),
        (None, 6, False),
    ],
)
def test_fighting_is_marked_on_the_days_it_is_about_first_and_last_included(since, day, fighting):
    assert shown(fought(since=since), day=day)["fighting"] == fighting


@pytest.mark.parametrize(
    "row",
    [fought(scope="all_of"), fought(scope="part_of"), fought(polarity="denies"), says(claim="advancing")],
    ids=["not named", "somewhere", "denied", "advance"],
)
def test_only_named_fighting_is_marked(row):
    assert not shown(row)["fighting"]


def test_fighting_is_marked_where_nobody_is_reported_to_hold():
    row = shown(fought())
    assert (row["status"], bool(row["fighting"])) == ("unreported", True)


def test_fighting_that_overlaps_is_marked_without_a_gap_and_its_reports_are_those_of_the_day():
    rows = fought(since=1, day=4), fought(since=3, day=3), fought(since=5, day=6)
    changes = told(*rows).changes
    assert dict(zip(changes["day"].dt.day, changes["fighting"], strict=True)) == {
        **dict.fromkeys((1, 3, 4, 5), True),
        7: False,
    }
    behind = [shown(*rows, day=day)["fighting_by"] for day in range(8)]
    assert behind == [(), ("r1",), ("r1",), ("r1", "r2"), ("r1",), ("r3",), ("r3",), ()]


@pytest.mark.parametrize(("day", "changing"), [(2, False), (3, True), (4, True), (5, False), (6, False)])
def test_an_area_changes_hands_inside_a_capture_window_before_its_end(day, changing):
    assert shown(says(claim="captured", since=3), day=day)["changing_hands"] == changing


@pytest.mark.parametrize(
    "row",
    [
        says(claim="captured"),
        says(claim="captured", since=3, scope="part_of"),
        says(claim="captured", since=3, polarity="denies"),
        says(since=3),
    ],
    ids=["no first day", "somewhere", "denied", "no capture"],
)
def test_nothing_else_changes_hands(row):
    assert not shown(row, day=4)["changing_hands"]


# narrators and the second clock


@pytest.mark.parametrize(
    ("narrator", "holders"),
    [
        ("everyone", ("taliban", "nrf")),
        ("taliban", ("taliban",)),
        ("nrf", ("nrf",)),
        ("army", ()),
        ("others", ("nrf",)),
    ],
)
def test_a_narrators_map_knows_only_that_sides_words(narrator, holders):
    rows = says("taliban", side="taliban"), says("nrf", side="nrf"), says("nrf", side="third_party")
    assert shown(*rows, narrator=narrator)["holders"] == holders


def test_a_narrator_who_does_not_exist_is_refused_by_name():
    with pytest.raises(ValueError, match=r"narrator 'cia' is none of everyone, .*taliban.*, others"):
        told(says(), narrator="cia")


@pytest.mark.parametrize(("known", "status"), [(5, "unreported"), (6, "reported"), (7, "reported")])
def test_only_what_was_surely_published_by_then_is_known(known, status):
    row = says(day=4, published_from=september(5), published_to=september(6))
    assert shown(row, known=september(known))["status"] == status


def test_an_article_without_a_day_of_publication_was_never_surely_known():
    assert shown(says(published_to=""), known=september(30))["status"] == "unreported"


# the table


def test_the_table_has_one_row_per_area_and_change_in_map_order():
    rows = says(area_id="khenj"), says(area_id="dara", day=3), says("taliban", area_id="dara", day=6)
    changes = told(*rows).changes
    assert changes["area_id"].tolist() == ["dara", "dara", "khenj"]
    assert changes["day"].dt.day.tolist() == [3, 6, 5]


def test_a_conflict_without_reports_has_no_changes():
    made = timeline(
        reports(), areas=["dara"], groups={}, own_side=SIDES, rivals=dict.fromkeys(SIDES, frozenset())
    )
    assert made.changes.empty
