"""How ordinary news tells it: one test for each rule, with sentences of an invented land."""

from dataclasses import replace

import pytest
from invented import LAND, read, rows

from geo.reader.cues import load_cues
from geo.reader.mentions import named
from geo.reader.sentence import sentences


@pytest.mark.parametrize(
    ("headline", "begins"),
    [
        ("Reds say Zarnab is theirs as Blues deny it", "The Blue Front still holds the town."),
        ("Red columns push deeper into Upland", "On Monday the Reds captured Zarnab."),
        ("Blues flee as Reds close in", "KUHDAR, May 13 (Courier) - The Reds captured Zarnab."),
    ],
)
def test_a_headline_without_a_stop_is_a_sentence_of_its_own(headline, begins):
    assert [one.text for one in sentences(f"{headline} {begins}")] == [headline, begins.rpartition(" - ")[2]]


def test_a_newspaper_named_in_the_first_sentence_ends_no_headline():
    text = "The Reds captured Zarnab, Ardan told The Herald on Monday."
    assert [one.sentence for one in read(text)] == [text]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Reds entered Upland and took control of some territory.",
            ("upland", "captured", "red", "part_of"),
        ),
        ("The Blues drove back efforts to take Zarnab.", ("zarnab", "repelled", "blue", "named")),
        (
            "The Reds took Zarnab. The Blues are moving toward the centre.",
            ("upland", "advancing", "blue", "part_of"),
        ),
        (
            "The Reds took Port Sarin. The Blues are moving toward the centre.",
            ("sarin", "advancing", "blue", "named"),
        ),
        (
            "A spokesman for the Reds said Zarnab had been surrendered.",
            ("zarnab", "captured", "blue", "named"),
        ),
        ("Pockets of Reds stayed in Zarnab.", ("zarnab", "present", "red", "named")),
        ("Red soldiers posted pictures of themselves in Zarnab.", ("zarnab", "present", "red", "named")),
        (
            "Ardan said rockets fired by Blue Front forces hit Zarnab.",
            ("zarnab", "attacked", "blue", "named"),
        ),
        ("A clinic in Zarnab closed after Red shells hit the town.", ("zarnab", "attacked", "red", "named")),
        (
            "There is fighting in Port Sarin. The Reds withdrew from the Lowland region town.",
            ("sarin", "left", "red", "named"),
        ),
        ("Residents of Zarnab told The Courier that the Reds left.", ("zarnab", "left", "red", "named")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_idioms_of_the_news_give_their_row(text, row):
    assert rows(text, "area_id", "claim", "party", "scope")[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        "Fighting in Zarnab had stopped by the evening.",
        "The Reds know of Zarnab, where tens of thousands have taken refuge.",
    ],
)
def test_what_is_over_or_nobodys_is_no_row_of_the_news(text):
    assert rows(text) == []


def test_behind_while_another_place_is_meant():
    text = "The Reds hold Zarnab, while the Blues are fighting for a road."
    assert rows(text, "area_id", "claim") == [("zarnab", "holds")]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Blues’ rescue service, known as the Helmets, said Red jets bombed Zarnab.", "third_party"),
        ("Tala Osh, a spokesman for the Blue Front, said Red forces attacked Zarnab.", "blues"),
        ("Ardan fled to a village. His deputy said the Blues attacked Zarnab.", "reds"),
    ],
)
def test_an_apposition_ends_before_the_verb_of_saying(text, side):
    assert rows(text, "claimant_side") == [(side,)]


def test_a_denial_of_its_own_is_none_of_the_claim_before_it():
    text = "The Blues said the Reds left Zarnab. The Reds denied that they had attacked civilians."
    assert [one for one in rows(text, "claim", "polarity") if one[1] == "denies"] == []


def test_since_a_year_is_not_another_time():
    text = "The Reds captured Zarnab, a blow to a garrison there since 2012."
    assert rows(text, "area_id", "claim")[0] == ("zarnab", "captured")


def test_a_state_told_in_the_past_is_about_the_day_it_was_told():
    found = rows("The agency said the Reds were in full control of Zarnab.", "date_from", "date_to")
    assert found == [("2031-05-14", "2031-05-14")]


def test_for_a_third_day_on_a_weekday_is_that_day():
    found = rows("Fighting continued in Zarnab for a third day on Tuesday.", "date_from", "date_to")
    assert found == [("2031-05-13", "2031-05-13")]


def test_a_region_that_was_named_before_and_is_calm_is_to_be_looked_at():
    assert [one.tier for one in read("The Reds hold Upland. The region is calm now.")] == ["row", "look"]


@pytest.mark.parametrize(
    "text",
    [
        "The Reds agreed to a dialogue to avoid clashes.",
        "The Reds completed an offensive across Nowhereland.",
        "The Reds control most of the north of the country.",
    ],
)
def test_diplomacy_and_other_lands_are_not_even_looked_at(text):
    assert [one.tier for one in read(f"The Blues hold Zarnab. {text}")] == ["row"]


def test_an_army_named_by_whose_it_is_is_no_other_actor():
    land = replace(LAND, plain={("army",): "blue"})
    found = named("The Reds’ army took it.", land, load_cues("en"), {})
    assert [one.ids for one in found.of_kind("actor")] == [("red",)]


def test_the_approaches_of_a_town_are_no_advance():
    assert rows("Red shells struck Zarnab’s northern approaches.", "claim") == [("attacked",)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Blue Front reported shelling of Zarnab.", ("attacked", "asserts", "red")),
        ("Fierce fighting is under way for control of Zarnab.", ("fighting", "asserts", "")),
        (
            "Witnesses said there was no truth to reports that the Reds took Zarnab.",
            ("captured", "denies", "red"),
        ),
        ("Reds backed by jets broke Blue Front defences and took Zarnab.", ("captured", "asserts", "red")),
        ("The Reds have been besieged in Zarnab since June.", ("attacked", "asserts", "blue")),
        ("Gunfire could be heard in Zarnab.", ("fighting", "asserts", "")),
        ("Ardan said thousands of fighters were still in Zarnab.", ("present", "asserts", "red")),
        ("Foreign air strikes killed nine people in Zarnab.", ("attacked", "asserts", "")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_does_it_is_found_in_ordinary_news(text, row):
    assert rows(text, "claim", "polarity", "party")[-1:] == [row]


def test_a_fall_that_is_imminent_has_not_happened():
    assert rows("The Reds said the fall of Zarnab was imminent.") == []


def test_settlements_taken_in_a_group_are_a_part_of_it():
    assert rows("The Reds said 30 villages had been liberated in Upland.", "scope") == [("part_of",)]


def test_a_goal_that_the_folder_does_not_know_is_not_the_place_before():
    text = "The Reds seized Zarnab on Monday, closing in on the last stretch of road."
    assert rows(text, "claim") == [("captured",)]


def test_who_remained_somewhere_is_there_on_the_day():
    found = rows("The Reds said they remained present in Zarnab.", "date_from", "date_to")
    assert found == [("2031-05-14", "2031-05-14")]
