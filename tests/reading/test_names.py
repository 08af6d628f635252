# ruff: noqa: RUF001, E501 (letters that look alike are what is tested)
"""Names are matched as folded, or listed with candidates; never guessed."""

import pytest

from geo.reading.names import NameIndex, fold, nearest

INDEX = NameIndex.of(
    [
        ("rokha", "Rokha"),
        ("rokha", "Rukha"),
        ("rokha", "رخه"),
        ("kapisa", "كاپيسا"),
        ("a", "Same"),
        ("b", "same"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ROKHA", "rokha"),
        ("  Rokha  ", "rokha"),
        ("Bāzārak", "bazarak"),
        ("Hisa-e-Char", "hisa e char"),
        ("كاپيسا", "کاپیسا"),
        ("رخة", "رخه"),
        ("آستانه", "استانه"),
        ("پنج\u200cشیر", "پنج شیر"),
        ("Ｒｏｋｈａ", "rokha"),
        ("Qal'ah", "Qal’ah"),
        ("Łódź", "lodz"),
        ("رُخه", "رخه"),
        ("بـــازارک", "بازارک"),
    ],
    ids=[
        "case", "blanks", "accents", "hyphens", "arabic-yeh-kaf", "teh-marbuta", "madda", "joiner", "full-width",
        "apostrophes", "stroke", "vowel-marks", "tatweel",
    ],
)  # fmt: skip
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "ids"),
    [("rukha", ("rokha",)), ("SAME", ("a", "b")), ("Kabul", ()), ("", ()), ("کاپیسا", ("kapisa",))],
)
def test_candidates_are_all_ids_that_bear_the_name(name, ids):
    assert INDEX.candidates(name) == ids


def test_a_near_name_is_a_candidate_only():
    assert INDEX.candidates("Rokhaa") == ()
    assert INDEX.near("Rokhaa") == ("rokha",)


def test_nothing_is_near_a_name_that_is_unlike_all():
    assert nearest("zzz", ["rokha"]) == []
