"""What one sentence claims: one test for each rule, with sentences of an invented land."""

import pytest
from invented import read, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Reds captured Zarnab.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("Zarnab was captured by the Reds.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("Zarnab has fallen to the Blue Front.", ("zarnab", "captured", "asserts", "blue", "outlet")),
        ("Zarnab is under the control of the Reds.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("The Reds are in full control of Zarnab.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("Red forces pushed the Blues out of Zarnab.", ("zarnab", "left", "asserts", "blue", "outlet")),
        ("The army of the Blue Front took Zarnab.", ("zarnab", "captured", "asserts", "blue", "outlet")),
        ("Zarnab has come under attack from the Reds.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        ("Zarnab is still held by the Reds.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("The Reds withdrew from Zarnab.", ("zarnab", "left", "asserts", "red", "outlet")),
        ("Zarnab has been cleared of the Reds.", ("zarnab", "left", "asserts", "red", "outlet")),
        ("The Blues repelled an attack on Zarnab.", ("zarnab", "repelled", "asserts", "blue", "outlet")),
        ("There is heavy fighting in Zarnab.", ("zarnab", "fighting", "asserts", "", "outlet")),
        ("The Reds launched an offensive on Zarnab.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        ("The Reds tried to capture Zarnab.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        ("The Reds attempted to retake Zarnab.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        ("The Reds are advancing on Zarnab.", ("zarnab", "advancing", "asserts", "red", "outlet")),
        ("The Reds have entered Zarnab.", ("zarnab", "present", "asserts", "red", "outlet")),
        (
            "Opponents of the Reds have gathered in Zarnab.",
            ("zarnab", "present", "asserts", "blue", "outlet"),
        ),
        ("The Blue Front in Upland asked for talks.", ("upland", "present", "asserts", "blue", "outlet")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_cue_gives_claim_place_and_party(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The Reds would capture Zarnab.",
        "The Reds captured ten tanks in Zarnab.",
        "Ten Reds were killed in the clashes.",
        "In 1996 the Reds captured Zarnab.",
        "The Reds stand near Zarnab.",
        "Civilians left Zarnab.",
        "The Reds captured Nowhere, far from Zarnab.",
    ],
)
def test_what_is_planned_past_near_or_no_ground_is_no_row(text):
    assert rows(text) == []


def test_a_list_gives_a_row_for_each_place():
    found = rows("The Reds took the districts of Zarnab, Kuhdar and Tirabad.", "area_id", "scope")
    assert found == [("zarnab", "named"), ("kuhdar", "named"), ("tirabad", "named")]


def test_a_group_that_only_says_where_an_area_lies_is_no_place_of_its_own():
    assert rows("The Reds captured Zarnab in Upland province.", "area_id") == [("zarnab",)]


def test_including_names_places_beside_the_group():
    found = rows("The Reds took three districts in Upland, including Kuhdar.", "area_id", "scope")
    assert found == [("upland", "part_of"), ("kuhdar", "named")]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The Reds captured Upland.", "all_of"),
        ("The Reds captured all districts of Upland.", "all_of"),
        ("The Reds captured almost all of Upland.", "part_of"),
        ("The Reds captured several districts in Upland.", "part_of"),
        ("There is fighting in Upland.", "part_of"),
    ],
)
def test_a_scope_is_not_promoted(text, scope):
    assert rows(text, "scope") == [(scope,)]


def test_what_is_excepted_of_a_group_is_subtracted():
    found = rows("The Reds captured all of Upland except Kuhdar.", "area_id", "scope")
    assert found == [("zarnab", "all_but"), ("tirabad", "all_but")]


def test_the_only_place_outside_a_control_speaks_of_all_others_in_one_question():
    found = read("Upland is the only province outside the control of the Reds.")
    assert [(one.area_id, one.party, one.scope) for one in found] == [
        ("upland", "blue", "all_of"),
        ("sarin", "red", "only_outside"),
    ]
    assert [bool(one.question) for one in found] == [False, True]


def test_a_condition_presupposes_who_is_there():
    found = rows("Ardan said he would talk if the Blue Front withdraws from Upland and Port Sarin.")
    assert found == [
        ("upland", "present", "asserts", "blue", "reds"),
        ("sarin", "present", "asserts", "blue", "reds"),
    ]


def test_the_neighbouring_district_of_a_name_is_that_district():
    found = rows("The Reds captured Upland and the neighbouring district of Port Sarin.", "area_id")
    assert found == [("upland",), ("sarin",)]


def test_attackers_killed_or_captured_were_repelled_where_the_sentence_before_was():
    text = (
        "The Blue Front said the Reds attacked Zarnab. “All the attackers were killed or captured,” it said."
    )
    assert rows(text)[-1] == ("zarnab", "repelled", "asserts", "blue", "blues")


def test_the_valley_is_the_place_named_before():
    assert rows("The Reds entered Upland. Fighting is going on in the province.", "area_id", "claim") == [
        ("upland", "present"),
        ("upland", "fighting"),
    ]


def test_a_sentence_that_claims_something_without_a_row_is_one_to_look_at():
    (found,) = read("Fighting continued around Zarnab between the Reds and others.")
    assert (found.tier, found.area_id) == ("look", "")


def test_what_repeats_a_sentence_before_it_is_only_looked_at():
    found = read("The Reds captured Zarnab on Monday.\n\nThe Reds captured Zarnab on Monday.")
    assert [one.tier for one in found] == ["row", "look"]
    assert found[1].reasons["tier"].key == "repeats"


def test_another_spelling_that_sounds_alike_is_the_same_place():
    assert rows("The Reds captured Tyrabad.", "area_id", "place_as_written") == [("tirabad", "Tyrabad")]


def test_a_body_named_after_a_place_is_no_place():
    assert rows("Upland resistance fighters say that the Reds captured Zarnab.", "area_id") == [("zarnab",)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Zarnab came under the control of the Reds.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("Zarnab has come under Red control.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("The Reds brought Zarnab under their control.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("Zarnab was handed over to the Reds.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("Zarnab is in Red hands.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("The Reds lost the town of Zarnab.", ("zarnab", "left", "asserts", "red", "outlet")),
        ("Zarnab slipped from Red control.", ("zarnab", "left", "asserts", "red", "outlet")),
        ("The Reds relinquished Zarnab.", ("zarnab", "left", "asserts", "red", "outlet")),
        ("The Blues halted the Red advance in Zarnab.", ("zarnab", "repelled", "asserts", "blue", "outlet")),
        ("The Reds hit Zarnab with rockets.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        (
            "The Reds conducted heavy air strikes on Zarnab.",
            ("zarnab", "attacked", "asserts", "red", "outlet"),
        ),
        ("The Reds hold positions in Zarnab.", ("zarnab", "present", "asserts", "red", "outlet")),
        ("A picture shows a Red flag over Zarnab.", ("zarnab", "present", "asserts", "red", "outlet")),
        ("The Reds raised their flag over Zarnab.", ("zarnab", "present", "asserts", "red", "outlet")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_idioms_of_war_reporting_are_cues_too(text, row):
    assert rows(text) == [row]


def test_the_past_days_are_no_other_time():
    text = "In the past 24 hours the Reds captured Zarnab."
    assert rows(text, "claim", "date_from", "date_to") == [("captured", "2031-05-13", "2031-05-14")]


def test_a_number_is_no_year():
    assert rows("The Reds captured Zarnab with 1500 fighters.", "claim") == [("captured",)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Zarnab fell to the Reds.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("The Reds took the town of Zarnab.", ("zarnab", "captured", "asserts", "red", "outlet")),
        ("The Reds are in Zarnab.", ("zarnab", "present", "asserts", "red", "outlet")),
        ("Red-held Zarnab has no water.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("Zarnab is still occupied by the Reds.", ("zarnab", "holds", "asserts", "red", "outlet")),
        ("Shells fell on Zarnab.", ("zarnab", "attacked", "asserts", "", "outlet")),
        ("Red rockets struck Zarnab.", ("zarnab", "attacked", "asserts", "red", "outlet")),
        (
            "“Withdraw from Zarnab,” said Tala Osh, a spokesman for the Blue Front.",
            ("zarnab", "present", "asserts", "red", "blues"),
        ),
        ("Ardan conceded that Zarnab was lost.", ("zarnab", "captured", "asserts", "blue", "reds")),
        (
            "The Blues, backed by the Reds, captured Zarnab.",
            ("zarnab", "captured", "asserts", "blue", "outlet"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_holds_fights_or_was_told_to_go(text, row):
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "An assault on Zarnab would be a catastrophe.",
        "It is unclear who held Zarnab.",
        "There is no sign of fighting in Zarnab.",
        "Trucks were turned back at Zarnab.",
        "Residents were evacuated from Zarnab.",
        "The two sides held three rounds of talks in Zarnab.",
        "Nobody controls Zarnab.",
        "The Reds struck three posts near the town of Zarnab.",
        "ZARNAB (Reuters) — The Reds captured Nowhere.",
        "Life goes on in the occupied parts of Zarnab.",
        "A teacher who reached Zarnab on foot said nothing.",
    ],
)
def test_what_is_unsure_or_nobodys_is_no_row(text):
    assert rows(text) == []


def test_an_attack_that_was_beaten_off_is_a_row_where_it_is_told_whose_it_was():
    assert rows("A Red attack on Zarnab was repelled.", "claim", "party") == [
        ("attacked", "red"),
        ("repelled", "blue"),
    ]
    assert rows("The Blues repelled attacks on Zarnab.", "claim", "party") == [("repelled", "blue")]


def test_two_parties_joined_by_and_are_a_row_each():
    found = rows("The Reds and the Blues entered Zarnab.", "claim", "party")
    assert found == [("present", "red"), ("present", "blue")]


def test_both_towns_and_there_are_the_places_before():
    told = rows("Fighting broke out in Zarnab and Kuhdar. The Reds withdrew from both.", "area_id", "claim")
    assert sorted(told[2:]) == [("kuhdar", "left"), ("zarnab", "left")]
    assert rows("The Reds entered Zarnab, and residents there described fighting.", "area_id", "claim") == [
        ("zarnab", "present"),
        ("zarnab", "fighting"),
    ]


def test_what_a_side_denies_to_have_lost_was_not_taken_by_itself():
    text = "Ardan, the commander of the Reds, said Zarnab has not fallen."
    assert rows(text) == [("zarnab", "captured", "denies", "blue", "reds")]


def test_places_after_apart_from_are_subtracted_whatever_follows():
    found = rows("All of Upland apart from Zarnab and Kuhdar was captured by the Reds.", "area_id", "scope")
    assert found == [("tirabad", "all_but")]


@pytest.mark.parametrize(
    "text",
    ["Zarnab is surrounded by the Reds.", "Zarnab is contested."],
)
def test_a_sentence_of_the_war_without_a_rule_is_one_to_look_at(text):
    assert [one.tier for one in read(text)] == ["look"]


def test_losses_without_a_place_are_not_even_looked_at():
    assert read("The Reds captured Zarnab. Ten Reds were killed in clashes.")[1:] == []
