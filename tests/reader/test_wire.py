"""How wire copy tells it: datelines, verbs of coming and going, "it", sentences to look at."""

import pytest
from invented import read, rows

from geo.reader.sentence import sentences


@pytest.mark.parametrize(
    "dateline",
    [
        "May 13 (NWA) - ",
        "KUHDAR, May 13 (NWA) - ",
        "Kuhdar, 13 May (NWA) — ",
        "Port Sarin (NWA) – ",
        "KUHDAR, Upland — ",
    ],
)
def test_a_dateline_is_nobodys_words(dateline):
    (row,) = read(f"{dateline}The Reds said they had taken Zarnab.")
    assert (row.claimant, row.quote) == ("The Reds", "they had taken Zarnab")
    assert row.date_from == ""
    assert row.sentence == "The Reds said they had taken Zarnab."


@pytest.mark.parametrize(
    "text",
    [
        "BLUE Front: we hold Zarnab.",
        "The Blue Front (BF) – which is strong – holds Zarnab.",
        "Zarnab fell on May 13 - the day it rained.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text):
    assert [one.text for one in sentences(text)] == [text]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Reds have regained Zarnab.", ("zarnab", "captured", "red")),
        ("The Reds said they had reclaimed the town of Zarnab.", ("zarnab", "captured", "red")),
        ("The Reds on Monday declared Zarnab conquered.", ("zarnab", "captured", "red")),
        ("Zarnab surrendered to the Reds.", ("zarnab", "captured", "red")),
        ("Zarnab is now Red territory.", ("zarnab", "holds", "red")),
        ("The Blues still have Zarnab.", ("zarnab", "holds", "blue")),
        ("The Reds rule Upland.", ("upland", "holds", "red")),
        ("The Reds have tightened their grip on Zarnab.", ("zarnab", "holds", "red")),
        ("The Reds claimed control of Zarnab.", ("zarnab", "holds", "red")),
        ("The Reds, which control Zarnab, asked the shops to open.", ("zarnab", "holds", "red")),
        ("The Reds are moving up the Upland valley.", ("upland", "advancing", "red")),
        ("The Reds broke through the lines at Zarnab.", ("zarnab", "advancing", "red")),
        ("The Reds swept through Zarnab.", ("zarnab", "present", "red")),
        ("The Reds set up checkpoints in Zarnab.", ("zarnab", "present", "red")),
        ("The Reds made their way into Zarnab.", ("zarnab", "present", "red")),
        ("The Reds passed through Zarnab.", ("zarnab", "present", "red")),
        ("A Red flag flies in Zarnab.", ("zarnab", "present", "red")),
        ("There are Red checkpoints all along the road in Zarnab.", ("zarnab", "present", "red")),
        ("Red soldiers could be seen in the bazaar of Zarnab.", ("zarnab", "present", "red")),
        ("Gunmen loyal to the Blues are active in Zarnab.", ("zarnab", "present", "blue")),
        ("The Reds landed troops in Zarnab.", ("zarnab", "present", "red")),
        ("The Reds fell back to Zarnab.", ("zarnab", "present", "red")),
        ("The Reds withdrew from Zarnab to Port Sarin.", ("zarnab", "left", "red")),
        ("Reds pull troops out of Zarnab", ("zarnab", "left", "red")),
        ("The Blues drove the Reds back from Zarnab.", ("zarnab", "repelled", "blue")),
        ("A column repelled the Reds in Zarnab.", ("zarnab", "repelled", "blue")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_verbs_of_holding_coming_and_going(text, row):
    assert rows(text, "area_id", "claim", "party") == [row]


def test_the_station_of_a_town_is_no_troops():
    assert rows("Zarnab's station is in Red hands.", "claim") == [("holds",)]


@pytest.mark.parametrize(
    "text",
    [
        "Red officials said the fighting in Zarnab was over.",
        "The Reds hold every district but Zarnab.",
    ],
)
def test_what_is_over_or_left_out_is_not_claimed(text):
    assert "zarnab" not in {one.area_id for one in read(text)}


def test_fighting_that_stopped_afterwards_was_fighting():
    text = "There was fighting in Zarnab and then it just stopped."
    assert rows(text, "area_id", "claim") == [("zarnab", "fighting")]


@pytest.mark.parametrize(
    ("before", "text", "row"),
    [
        ("The Reds captured Zarnab.", "The Blues retook it on Monday.", ("zarnab", "captured", "blue")),
        ("The Reds captured Zarnab.", "The Blues withdrew from it on Monday.", ("zarnab", "left", "blue")),
        ("The Reds entered Zarnab.", "They left after an hour.", ("zarnab", "left", "red")),
        (
            "The Reds captured Upland.",
            "The Blues are active in its side valleys.",
            ("upland", "present", "blue"),
        ),
        (
            "The Reds captured Zarnab, the seat of Upland.",
            "The Blues had left their base there.",
            ("zarnab", "left", "blue"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_place_is_carried_from_the_sentence_before(before, text, row):
    assert rows(f"{before} {text}", "area_id", "claim", "party")[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        "The Reds took Zarnab and Kuhdar. They left after an hour.",
        "The Reds took Zarnab. The president fled, and nobody wept.",
    ],
)
def test_no_place_is_carried_where_it_may_be_another_or_nobody_of_the_war_goes(text):
    assert "left" not in {one.claim for one in read(text)}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "The Red mayor, Sam Pell, who lives in exile, said the Blues had left Zarnab.",
            ("reds", "The Red mayor, Sam Pell, who lives in exile"),
        ),
        (
            "The Reds were glad. Zarnab had been taken on Monday, the group's cultural commission said.",
            ("reds", "the group's cultural commission"),
        ),
        ("The Reds' capture of Zarnab was confirmed by the Blues.", ("blues", "the Blues")),
        ("The Reds now say they hold Zarnab.", ("reds", "The Reds")),
    ],
)
def test_a_speaker_is_named_whole_and_no_more(text, claimant):
    assert rows(text, "claimant_side", "claimant")[-1:] == [claimant]


def test_who_calls_a_long_claim_a_lie_denies_it():
    text = "The Blue Front called the Reds' claim to have taken Zarnab a lie."
    assert rows(text, "polarity", "party", "claimant_side") == [("denies", "red", "blues")]


def test_a_hold_told_in_the_past_is_that_of_the_day():
    text = "A baker said the Reds controlled the mouth of the Upland valley."
    assert rows(text, "scope", "date_from", "date_to") == [("part_of", "2031-05-14", "2031-05-14")]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "Reds near Zarnab"),
        ("", "The baker Ardan was born in Zarnab."),
        ("", "A front line runs through Zarnab."),
        ("The Reds hold Zarnab. ", "Ardan dismissed the report."),
        ("The Reds hold Zarnab. ", "Columns of the Blues were on the move."),
        ("", "The Reds seized some land in Oldham."),
    ],
)
def test_a_sign_of_the_war_with_a_place_is_to_be_looked_at(before, text):
    assert [one.tier for one in read(before + text) if one.sentence.endswith(text)] == ["look"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "Zarnab is famous for its pears."),
        ("The Reds hold Zarnab. ", "The Reds thanked everybody."),
        ("The Reds hold Zarnab. ", "Flour was cheap."),
    ],
)
def test_a_place_without_a_sign_of_the_war_is_not_looked_at(before, text):
    assert [one for one in read(before + text) if one.sentence.endswith(text)] == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("After heavy fighting the Reds took Zarnab.", ("captured", "asserts", "red")),
        ("The Reds denied having lost Zarnab.", ("captured", "denies", "blue")),
        ("A Red official said Zarnab had been hit by rockets.", ("attacked", "asserts", "")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whose_it_is_where_a_word_before_it_misleads(text, row):
    assert rows(text, "claim", "polarity", "party") == [row]


def test_an_attempt_that_somebody_made_is_no_entry():
    assert rows("Attempts by the Reds to enter Zarnab failed.") == []


def test_the_bazaar_is_that_of_the_town_before():
    text = "The Reds entered Zarnab. By evening they controlled the bazaar."
    assert rows(text, "area_id", "claim")[-1] == ("zarnab", "holds")


def test_what_is_so_now_is_not_of_the_day_before_it():
    text = "The Reds captured Zarnab on Monday and now control Port Sarin."
    assert rows(text, "area_id", "date_to") == [("zarnab", "2031-05-12"), ("sarin", "2031-05-14")]


def test_a_defeat_is_no_attack_that_was_beaten_off():
    assert rows("It was a defeat: Zarnab was dear to the Reds.") == []


def test_who_retreats_to_a_place_from_one_that_is_unknown_is_there():
    text = "The Reds retreated from the Oldham pass to Zarnab."
    assert rows(text, "area_id", "claim") == [("zarnab", "present")]
