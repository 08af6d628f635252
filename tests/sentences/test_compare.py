"""geo.sentences.compare: where two views differ."""

from datetime import date

import pytest
from panjshir import FIFTH, conflict, table

from geo.sentences.compare import parting_in_words, partings
from geo.sentences.names import narrator_name
from geo.view import View
from geo.words import load_words

WORDS = load_words("en")
EVE = date(2021, 9, 4)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            View(FIFTH, "taliban"),
            View(FIFTH, "nrf"),
            "Paryan: Taliban say Taliban, NRF say NRF",
        ),
        (
            View(EVE, "everyone"),
            View(FIFTH, "everyone"),
            "Paryan: on 4 Sep NRF, on 5 Sep disputed",
        ),
        (
            View(FIFTH, known=EVE),
            View(FIFTH, "everyone"),
            "Paryan: as known on 4 Sep NRF, as known today disputed",
        ),
    ],
    ids=["narrators", "days", "known on"],
)
def test_where_two_views_differ_is_said_in_words(first: View, second: View, words: str) -> None:
    tables = [table(one.day, one.narrator, one.known) for one in (first, second)]
    found = {one.area_id: one for one in partings(*tables)}
    assert parting_in_words(conflict(), found["paryan"], (first, second), WORDS) == words


def test_the_same_view_differs_nowhere() -> None:
    assert not list(partings(table(), table()))


def test_silence_parts_from_speech() -> None:
    day = date(2021, 8, 30)
    views = View(day, "taliban"), View(day, "others")
    found = next(partings(*(table(day, one.narrator) for one in views)))
    assert parting_in_words(conflict(), found, views, WORDS).startswith("Anaba: Taliban say nothing, outlets")


def test_a_sure_and_an_unsure_hold_part_by_their_status() -> None:
    first, second = View(FIFTH, "others"), View(FIFTH, "taliban")
    found = {one.area_id: one for one in partings(*(table(FIFTH, one.narrator) for one in (first, second)))}
    assert "Taliban, reported" in parting_in_words(conflict(), found["anaba"], (first, second), WORDS)


@pytest.mark.parametrize(
    ("narrator", "name"), [("everyone", "Everyone"), ("others", "Others"), ("nrf", "NRF")]
)
def test_a_narrator_has_a_name(narrator: str, name: str) -> None:
    assert narrator_name(conflict(), narrator, WORDS) == name
