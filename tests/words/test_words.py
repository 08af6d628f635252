"""geo.words: keys, plurals, days, and the fall back to English."""

import string
from datetime import date

import pytest

from geo.words import Words, languages, load_words

DAY = date(2021, 9, 5)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 speakers"), (1, "1 speaker"), (2, "2 speakers")],
    ids=["none", "one", "two"],
)
def test_a_plural_follows_its_count(count: int, said: str) -> None:
    assert load_words("en").say("panel.voices", count=count) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (DAY, DAY, "5 Sep"),
        (DAY, date(2021, 9, 6), "5–6 Sep"),
        (date(2021, 8, 30), DAY, "30 Aug – 5 Sep"),
    ],
    ids=["one day", "one month", "two months"],
)
def test_a_span_of_days_is_as_short_as_it_can_be(first: date, last: date, said: str) -> None:
    assert load_words("en").days(first, last) == said


def test_a_day_is_said_in_full() -> None:
    assert load_words("en").day(DAY) == "Sunday 5 September 2021"


def test_a_list_ends_with_and() -> None:
    assert load_words("en").list(["a", "b", "c"]) == "a, b and c"


def test_english_runs_left_to_right() -> None:
    assert load_words("en").direction == "ltr"


def test_an_unknown_key_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match=r"panel\.nothing"):
        load_words("en").say("panel.nothing")


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"no words for language 'xx'; there are: .*en"):
        load_words("xx")


@pytest.mark.parametrize("language", languages())
def test_a_language_puts_in_the_same_values_as_english(language: str) -> None:
    english, other = load_words("en"), load_words(language)
    for key in english.entries:
        assert _fields(other, key) == _fields(english, key), key


def _fields(words: Words, key: str) -> set[str]:
    entry = words.entries[key]
    text = entry if isinstance(entry, str) else entry["other"]
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
