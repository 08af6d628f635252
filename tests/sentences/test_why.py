"""geo.sentences: why an area looks as it does, and what changed, in plain sentences."""

from datetime import date

import pytest
from panjshir import FIFTH, AreaOnDay, conflict, told

from geo.sentences.subject import state_in_words
from geo.sentences.why import rules, sentence, silence
from geo.words import load_words

WORDS = load_words("en")
EVE = date(2021, 9, 4)


def explained(told_of: AreaOnDay) -> str:
    """Return the paragraph that explains an area."""
    return sentence(told_of.subject, told_of.control, told_of.statements)


def test_both_sides_of_the_quarrel_about_rokha_are_named_with_their_carriers() -> None:
    assert explained(told("rokha")) == (
        "Sources disagree. Taliban spokesman Belal Kareemi, in CNN’s report, said the NRF held Rokha; "
        "unnamed local media, in Anadolu Agency’s report, said the Taliban took Rokha. "
        "SouthFront reported fighting."
    )


@pytest.mark.parametrize(
    ("area_id", "day", "words"),
    [
        ("rokha", date(2021, 8, 29), "Silence is not control."),
        ("rokha", date(2021, 8, 30), "TASS said the NRF held all of Panjshir."),
        ("rokha", date(2021, 8, 30), "No statement that counts names Rokha"),
        ("rokha", date(2021, 8, 31), "about the day before."),
        ("rokha", EVE, "The newest statement that counts is 5 days old."),
        ("paryan", EVE, "Changing hands between 3 and 5 September, by the account of SouthFront."),
        ("bazarak", FIFTH, "It is a rival of the NRF who says so."),
        ("dara", FIFTH, "resistance fighters of the NRF, in CNN’s report, denied it"),
        ("anaba", FIFTH, "Against it: CNN said the NRF held all of Panjshir"),
        ("andarab", FIFTH, "everything outside one exception, Andarab included"),
        ("andarab", FIFTH, "spoke of attacks by the Taliban."),
    ],
)
def test_a_sentence_says_what_the_map_can_only_hint_at(area_id: str, day: date, words: str) -> None:
    assert words in explained(told(area_id, day))


def test_a_claim_of_ones_own_side_is_said_to_be_one() -> None:
    assert "Only the holder’s own side says so." in explained(told("anaba", narrator="taliban"))


def test_what_was_not_known_is_not_explained() -> None:
    assert "Kareemi" not in explained(told("rokha", known=EVE))


@pytest.mark.parametrize(
    ("area_id", "words"),
    [
        ("rokha", "disputed: Taliban and NRF"),
        ("dara", "disputed: Taliban, denied"),
        ("bazarak", "NRF, conceded"),
        ("anaba", "Taliban, reported"),
    ],
)
def test_a_state_has_few_words(area_id: str, words: str) -> None:
    assert state_in_words(conflict(), told(area_id).control, WORDS) == words


def test_the_steps_of_the_rule_are_named() -> None:
    steps = [step[:2] for step in rules(told("rokha").control, conflict(), WORDS)]
    assert steps == ["R3", "R4", "R5", "R6", "R6"]


@pytest.mark.parametrize(
    ("narrator", "words"),
    [
        ("taliban", "nothing that comes from the Taliban up to this day"),
        ("others", "nothing that outlets and third parties say"),
        ("everyone", "nothing in these reports"),
    ],
)
def test_silence_is_said_in_words(narrator: str, words: str) -> None:
    assert words in silence(conflict(), narrator, WORDS)
