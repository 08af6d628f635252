"""What a sentence leaves out: the place, the verb, the party, the day. One test for each rule."""

import pytest
from invented import read, rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Red soldiers were drinking tea in the old quarter of Zarnab.",
            ("zarnab", "present", "asserts", "red"),
        ),
        ("In Zarnab, Red policemen directed the traffic.", ("zarnab", "present", "asserts", "red")),
        (
            "Zarnab was quiet on Monday, with Red soldiers at the gate.",
            ("zarnab", "present", "asserts", "red"),
        ),
        ("Footage shows columns of Reds in Zarnab.", ("zarnab", "present", "asserts", "red")),
        ("Red units were no longer in Zarnab.", ("zarnab", "present", "denies", "red")),
        ("The Reds said that they were in Zarnab.", ("zarnab", "present", "asserts", "red")),
        ("The Reds hold their ground in Zarnab.", ("zarnab", "present", "asserts", "red")),
        ("Red scouts slipped into Zarnab.", ("zarnab", "present", "asserts", "red")),
    ],
)
def test_an_actor_who_does_anything_in_a_place_is_present(text, row):
    assert rows(text, "area_id", "claim", "polarity", "party") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Red officials in Zarnab opened a school.",
        "Three Reds were killed in Zarnab.",
        "The Blues fought against the Reds near Zarnab.",
        "The Reds would march in Zarnab.",
        "Families have fled Zarnab.",
        "In Zarnab some 200 people are waiting to leave.",
        "The Reds are strong. Zarnab was taken by armed men.",
        "The Reds took the Port Sarin region.",
    ],
)
def test_who_is_no_fighter_or_only_mentioned_stands_nowhere(text):
    assert not rows(text)


@pytest.mark.parametrize(
    ("before", "text", "row"),
    [
        (
            "The Reds captured Zarnab.",
            "Red policemen were guarding the main square.",
            ("zarnab", "present", "red"),
        ),
        ("The Blues hold Zarnab.", "The Reds shelled it on Monday.", ("zarnab", "attacked", "red")),
        (
            "The Blues hold Zarnab.",
            "Its barracks are manned. Red shells landed on it.",
            ("zarnab", "attacked", "red"),
        ),
        (
            "The Reds attacked Zarnab.",
            "The Blue Front pulled back for tactical reasons.",
            ("zarnab", "left", "blue"),
        ),
        ("The Blues held Zarnab.", "They made a hasty retreat.", ("zarnab", "left", "blue")),
        ("The Reds attacked Zarnab and the Blues stood by.", "The town fell.", ("zarnab", "captured", "red")),
        ("The Reds captured Zarnab.", "A counterattack on Zarnab failed.", ("zarnab", "repelled", "red")),
    ],
)
def test_a_place_and_who_takes_it_are_carried_on(before, text, row):
    found = [one for one in rows(f"{before} {text}", "area_id", "claim", "party") if one[1] == row[1]]
    assert found[-1] == row


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The Reds captured Zarnab on Monday and Kuhdar on Tuesday.",
            [("zarnab", "2031-05-12", "2031-05-12"), ("kuhdar", "2031-05-13", "2031-05-13")],
        ),
        (
            "Zarnab was captured by the Reds on Monday, and Kuhdar fell a day later.",
            [("zarnab", "2031-05-12", "2031-05-12"), ("kuhdar", "2031-05-13", "2031-05-13")],
        ),
        ("The Reds shelled Zarnab on 10 and 12 May.", [("zarnab", "2031-05-10", "2031-05-12")]),
        ("The Reds have held Zarnab since 2029.", [("zarnab", "2029-01-01", "2031-05-14")]),
        ("Zarnab has been held by the Reds since March 2030.", [("zarnab", "2030-03-01", "2031-05-14")]),
        (
            "The Reds left Zarnab on Monday and the Blues are holding Kuhdar.",
            [("zarnab", "2031-05-12", "2031-05-12"), ("kuhdar", "2031-05-14", "2031-05-14")],
        ),
        ("Zarnab came into the hands of the Reds.", [("zarnab", "", "2031-05-14")]),
        ("Kuhdar, destroyed in 2019, is still held by the Reds.", [("kuhdar", "2031-05-14", "2031-05-14")]),
    ],
)
def test_each_place_has_its_own_days(text, days):
    assert rows(text, "area_id", "date_from", "date_to") == days


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Zarnab was captured on Monday by the Reds.", "red"),
        ("Zarnab is under constant fire from Red guns.", "red"),
        ("The Reds said that they had killed many in strikes on Zarnab.", "red"),
        ("An attack by the Blues on Zarnab was stopped.", "red"),
        ("Zarnab, lost by the Reds, is quiet.", "red"),
        ("Mountain guides said that driving the Reds out of Zarnab took a day.", "red"),
    ],
)
def test_who_did_it_stands_behind_the_verb(text, party):
    assert party in {one.party for one in read(text) if one.tier == "row"}


@pytest.mark.parametrize(
    ("text", "claimant", "side"),
    [
        ("Partners report that Zarnab is under Red control.", "Partners", "third_party"),
        ("23:10 The Blue Front says Zarnab is under Red control.", "The Blue Front", "blues"),
        ("Ardan, one of the spokesmen, tweets that Zarnab has fallen to the Reds.", "Ardan", "reds"),
        ("The Reds assured people in Kuhdar that Zarnab was in Red hands.", "The Reds", "reds"),
        ("It should be added that Zarnab is under Red control.", "The Courier", "outlet"),
        ("The Blues attacked. It said that Zarnab was under Red control.", "It", "blues"),
        ("The Blues denied this and accused the Reds of shelling Zarnab.", "The Blues", "blues"),
    ],
)
def test_who_tells_it_in_other_words(text, claimant, side):
    (row,) = [one for one in read(text) if one.tier == "row"]
    assert row.claimant.startswith(claimant)
    assert row.claimant_side == side


def test_who_calls_it_a_lie_denies_what_another_said():
    text = "The Reds say they have taken Zarnab, and the Blue Front says that is a lie."
    assert rows(text, "polarity", "claimant_side") == [("asserts", "reds"), ("denies", "blues")]


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Front denied any part in the strike.",
        "The Blue Front denied in a letter that he had gone abroad.",
    ],
)
def test_a_denial_of_something_else_denies_nothing_told_before(text):
    assert rows(f"The Reds captured Zarnab. {text}", "polarity") == [("asserts",)]


@pytest.mark.parametrize(
    ("text", "rows_told"),
    [
        ("The Blues claimed an attack on Zarnab.", [("attacked", "blue", "asserts")]),
        (
            "Separatists watched as warplanes struck Reds at the gate of Zarnab.",
            [("attacked", "", "asserts")],
        ),
        ("The Reds evacuated 200 civilians from Zarnab.", []),
        ("The Blues are active around Zarnab.", []),
        ("Zarnab has been the Reds’ since 2029.", [("holds", "red", "asserts")]),
        ("The Reds denied that Zarnab had been shelled.", [("attacked", "red", "denies")]),
        ("The Reds have no soldiers in Zarnab.", [("present", "red", "denies")]),
        ("A nurse from Zarnab said she left on Monday.", []),
        ("The Blues moved into Zarnab.", [("present", "blue", "asserts")]),
        ("An attempt by the Blues to break in near Zarnab had been stopped.", []),
    ],
)
def test_verbs_that_say_more_or_less_than_they_seem(text, rows_told):
    assert rows(text, "claim", "party", "polarity") == rows_told


def test_in_a_quotation_they_are_the_others():
    before = "The Blues and the Reds fought in Zarnab."
    assert rows(f"{before} “They withdrew,” said Ardan.", "claim", "party")[-1] == ("left", "blue")
    assert rows(f"{before} “We withdrew,” said Ardan.", "claim", "party")[-1] == ("left", "red")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Reds issued a statement. Zarnab is under Red control, the statement says.", "reds"),
        ("Our reporter said that Zarnab is under Red control.", "outlet"),
        ("The military council of the Reds said that Zarnab is under Red control.", "reds"),
    ],
)
def test_papers_and_reporters_speak_for_who_gives_them_out(text, side):
    assert rows(text, "claimant_side")[-1] == (side,)


def test_a_presence_that_was_just_told_can_be_denied():
    text = "Blue Front troops are in Zarnab. The Reds rejected this report."
    assert rows(text, "claim", "polarity") == [("present", "asserts"), ("present", "denies")]
