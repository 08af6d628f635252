# ruff: noqa: RUF001 (Dari letters and digits are what is tested)
"""Dari: every word is there, dates are as Afghans write them, nothing hides in the text."""

import string
from datetime import date

import pytest

from geo.words import ENGLISH, Words, languages, load_words
from geo.words.files import FOLDER, entries_of
from geo.words.hidden import visible

EXTRA = {"dates.with_solar", "dates.solar_months"}
"""Keys that a language with a second calendar has."""

OTHERS = [language for language in languages() if language != ENGLISH]


def own(language: str) -> Words:
    """Return the words of a language without the fall back to English."""
    return Words(language, entries_of(language))


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_word_that_english_has_and_no_stray_one(language: str) -> None:
    assert set(own(language).entries) - EXTRA == set(load_words(ENGLISH).entries)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_same_files_as_english(language: str) -> None:
    files = [{path.name for path in (FOLDER / name).glob("*.toml")} for name in (language, ENGLISH)]
    assert files[0] == files[1]


@pytest.mark.parametrize("language", languages())
def test_no_word_is_empty_and_every_form_takes_the_same_values(language: str) -> None:
    for key, entry in own(language).entries.items():
        forms = [entry] if isinstance(entry, str) else list(entry.values())
        assert all(form.strip() for form in forms), key
        needed = fields(forms[-1])
        assert all(fields(form) | {"count"} == needed | {"count"} for form in forms), key


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_holds_a_hidden_character(language: str) -> None:
    for key, entry in own(language).entries.items():
        for form in [entry] if isinstance(entry, str) else entry.values():
            assert visible(form) == form, key


def test_no_dari_word_uses_the_arabic_letters_kaf_and_yeh() -> None:
    for key, entry in own("fa").entries.items():
        assert not {"ك", "ي", "ى"} & set(str(entry)), key


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 9, 5), "یکشنبه ۵ سپتمبر ۲۰۲۱ (۱۴ سنبله ۱۴۰۰)"),
        (date(2021, 8, 22), "یکشنبه ۲۲ اگست ۲۰۲۱ (۳۱ اسد ۱۴۰۰)"),
        (date(2021, 8, 23), "دوشنبه ۲۳ اگست ۲۰۲۱ (۱ سنبله ۱۴۰۰)"),
        (date(2024, 3, 20), "چهارشنبه ۲۰ مارچ ۲۰۲۴ (۱ حمل ۱۴۰۳)"),
    ],
    ids=["a day", "eve of a solar month", "first of a solar month", "new year"],
)
def test_a_day_stands_in_both_calendars(day: date, said: str) -> None:
    assert load_words("fa").day(day) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 9, 5), date(2021, 9, 6), "۵ تا ۶ سپتمبر"),
        (date(2021, 8, 30), date(2021, 9, 5), "۳۰ اگست تا ۵ سپتمبر"),
    ],
    ids=["one month", "two months"],
)
def test_a_span_of_days_is_said_in_dari(first: date, last: date, said: str) -> None:
    assert load_words("fa").days(first, last) == said


def test_numbers_are_in_the_digits_of_the_language() -> None:
    assert load_words("fa").say("panel.voices", count=12) == "۱۲ گوینده"


def test_a_count_stands_in_groups_of_three_digits_and_a_year_does_not() -> None:
    assert load_words("fa").say("panel.voices", count=12345) == "۱۲٬۳۴۵ گوینده"
    assert load_words("en").say("panel.voices", count=12345) == "12,345 speakers"
    assert load_words("fa").number(2021) == "۲۰۲۱"


def test_text_values_keep_their_own_digits() -> None:
    assert "G20" in load_words("fa").say("panel.named_in", outlets="G20")


def test_a_list_is_joined_as_cldr_has_it_and_without_hidden_direction_marks() -> None:
    assert load_words("fa").list(["الف", "ب", "ج"]) == "الف، ب، و ج"


def test_dari_runs_right_to_left() -> None:
    assert load_words("fa").direction == "rtl"


def fields(text: str) -> set[str]:
    """Return the names of the values that a string takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
