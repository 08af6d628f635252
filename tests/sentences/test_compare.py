"""geo.sentences.compare: where two tellings part."""

from datetime import date

import pytest
from panjshir import FIFTH, conflict, table

from geo.sentences.compare import Telling, in_words, narrator_name, partings
from geo.words import load_words

WORDS = load_words("en")
EVE = date(2021, 9, 4)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            Telling("taliban", FIFTH, None),
            Telling("nrf", FIFTH, None),
            "Paryan: Taliban say Taliban, NRF say NRF",
        ),
        (
            Telling("everyone", EVE, None),
            Telling("everyone", FIFTH, None),
            "Paryan: on 4 Sep NRF, on 5 Sep disputed",
        ),
        (
            Telling("everyone", FIFTH, EVE),
            Telling("everyone", FIFTH, None),
            "Paryan: as known on 4 Sep NRF, as known today disputed",
        ),
    ],
    ids=["narrators", "days", "known on"],
)
def test_where_two_tellings_part_is_said_in_words(first: Telling, second: Telling, words: str) -> None:
    tables = [table(one.day, one.narrator, one.known) for one in (first, second)]
    found = {one.area_id: one for one in partings(*tables)}
    assert in_words(conflict(), found["paryan"], (first, second), WORDS) == words


def test_the_same_telling_parts_nowhere() -> None:
    assert not list(partings(table(), table()))


def test_silence_parts_from_speech() -> None:
    day = date(2021, 8, 30)
    telling = Telling("taliban", day, None), Telling("others", day, None)
    found = next(partings(*(table(day, one.narrator) for one in telling)))
    assert in_words(conflict(), found, telling, WORDS).startswith("Anaba: Taliban say nothing, outlets")


def test_a_sure_and_an_unsure_hold_part_by_their_status() -> None:
    first, second = Telling("others", FIFTH, None), Telling("taliban", FIFTH, None)
    found = {one.area_id: one for one in partings(*(table(FIFTH, one.narrator) for one in (first, second)))}
    assert "Taliban, reported" in in_words(conflict(), found["anaba"], (first, second), WORDS)


@pytest.mark.parametrize(
    ("narrator", "name"), [("everyone", "Everyone"), ("others", "Others"), ("nrf", "NRF")]
)
def test_a_narrator_has_a_name(narrator: str, name: str) -> None:
    assert narrator_name(conflict(), narrator, WORDS) == name
