"""Who speaks, and what they deny."""

import pytest
from invented import rows


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Reds said they had captured Zarnab.", "reds"),
        ("The Reds have captured Zarnab, residents said.", "third_party"),
        ("“We have captured Zarnab,” said Tala Osh, a spokesman for the Reds.", "reds"),
        ("According to witnesses, the Reds captured Zarnab.", "third_party"),
        ("The Reds captured Zarnab, Ardan told Radio Nine, as cited by the Herald.", "reds"),
        ("The Reds have captured Zarnab, the agency said on Monday, citing the Blue Front.", "blues"),
        ("The Herald quoted Ardan as saying that the Reds had captured Zarnab.", "reds"),
        ("The Reds captured Zarnab, its commander told The Courier.", "reds"),
        ("Ardan, the commander of the Reds, said the Reds had captured Zarnab, a media report said.", "reds"),
        ("The Reds captured Zarnab.", "outlet"),
        ("Two members of an anti-Red group said the Reds captured Zarnab.", "blues"),
    ],
    ids=lambda value: value[:40],
)
def test_the_innermost_speaker_counts(text, side):
    assert rows(text, "claimant_side") == [(side,)]


def test_a_person_who_was_introduced_is_known_for_the_rest_of_the_article():
    text = "Blue Front spokesman Tala Osh said nothing. Osh said the Reds had entered Zarnab."
    assert rows(text, "claimant_side") == [("blues",)]


def test_he_is_the_speaker_before():
    assert rows(
        "Ardan said the Reds hold Zarnab. There is fighting in Kuhdar, he said.", "claimant_side"
    ) == [
        ("reds",),
        ("reds",),
    ]


def test_a_quotation_goes_on_over_sentences():
    text = (
        "“The Reds hold Zarnab. Kuhdar is under our control,” said Tala Osh, a spokesman for the Blue Front."
    )
    assert rows(text, "area_id", "party")[1] == ("kuhdar", "blue")


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Front denied that the Reds had captured Zarnab.",
        "The Blue Front rejected the reports that the Reds had captured Zarnab.",
        "The Blue Front said the Reds' claim that they had captured Zarnab was false.",
        "The Blue Front said the Reds had not captured Zarnab.",
    ],
)
def test_a_denial_takes_what_it_denies(text):
    assert rows(text) == [("zarnab", "captured", "denies", "red", "blues")]


def test_denying_the_claim_denies_the_rows_told_before_it():
    text = "The Reds said they had captured Zarnab and Kuhdar, but the Blue Front denied the claim."
    assert rows(text, "area_id", "polarity", "claimant_side") == [
        ("zarnab", "asserts", "reds"),
        ("kuhdar", "asserts", "reds"),
        ("zarnab", "denies", "blues"),
        ("kuhdar", "denies", "blues"),
    ]


def test_a_claim_that_has_been_denied_is_denied_by_whom_the_sentence_names():
    text = "The Reds' claim to have taken Zarnab has been denied by the Blue Front."
    assert rows(text, "polarity", "claimant_side") == [("asserts", "reds"), ("denies", "blues")]


def test_not_denying_is_no_denial():
    assert ("denies",) not in rows("The Reds took Zarnab. The Blue Front did not deny the claim.", "polarity")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Fighting broke out in Zarnab, a resident, Abdul Basir, told Herald News.", "third_party"),
        ("Pro-Red social media accounts said the Reds had entered Zarnab.", "reds"),
        ("Red bloggers said the Reds had entered Zarnab.", "third_party"),
        ("The Reds had entered Zarnab, said a pharmacist in a cellar.", "third_party"),
        ("The Reds had entered Zarnab, Ardan said on the air of Radio Nine.", "reds"),
        ("After the Reds said they had won, the Blues entered Zarnab, residents said.", "third_party"),
        ("So-called experts were seen. The Reds entered Zarnab.", "outlet"),
        ("The Reds entered Zarnab, according to Tala Osh, who speaks for the Blue Front.", "blues"),
    ],
)
def test_how_a_speaker_is_told_does_not_hide_them(text, side):
    assert rows(text, "claimant_side")[-1:] == [(side,)]


def test_news_called_a_lie_by_a_side_is_denied_by_it():
    text = "Ardan wrote that news of the fall of Zarnab was “a lie”."
    assert rows(text) == [("zarnab", "captured", "denies", "blue", "reds")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Blue Front is proposing that the Reds leave Zarnab.", "The Blue Front"),
        ("Osh, of the Blue Front, had previously said the Reds captured Zarnab.", "Osh, of the Blue Front"),
        ("Blue Front fighters appeared to deny that the Reds captured Zarnab.", "Blue Front fighters"),
    ],
)
def test_what_belongs_to_the_verb_is_no_part_of_the_speakers_name(text, name):
    assert {one for (one,) in rows(text, "claimant")} == {name}
