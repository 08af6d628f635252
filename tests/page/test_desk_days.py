"""geo.page.desk.days: days typed in one field."""

from datetime import date

import pytest

from geo.page.desk.days import read, said, typed
from geo.words import load_words

NEAR = date(2021, 9, 5)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", ("", "")),
        ("5", ("2021-09-05", "2021-09-05")),
        ("31", ("2021-08-31", "2021-08-31")),
        ("..5", ("", "2021-09-05")),
        ("3..5", ("2021-09-03", "2021-09-05")),
        ("3-5", ("2021-09-03", "2021-09-05")),
        ("30.8..4.9", ("2021-08-30", "2021-09-04")),
        ("2021-08-30", ("2021-08-30", "2021-08-30")),
        (" 2021-08-30 .. 5 ", ("2021-08-30", "2021-09-05")),
        ("\u06f5", ("2021-09-05", "2021-09-05")),
    ],
)
def test_days_are_read_as_they_are_typed(text: str, days: tuple[str, str]) -> None:
    assert read(text, NEAR) == days


@pytest.mark.parametrize("text", ["5..3", "32", "30.2.1", "Sunday", "5..", "2021-13-01", "31.6"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read(text, NEAR)


@pytest.mark.parametrize("text", ["", "2021-09-05", "..2021-09-05", "2021-09-03..2021-09-05"])
def test_what_is_shown_in_the_field_reads_as_the_same_days(text: str) -> None:
    first, last = read(text, NEAR)
    assert typed({"date_from": first, "date_to": last}) == text


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("", ""), "undated"),
        (("", "2021-09-05"), "up to 5 September"),
        (("2021-09-05", "2021-09-05"), "5 September"),
        (("2021-09-03", "2021-09-05"), "3–5 Sep"),
        (("", "Sunday"), "..Sunday"),
    ],
)
def test_days_are_said_in_words(row: tuple[str, str], told: str) -> None:
    assert said({"date_from": row[0], "date_to": row[1]}, load_words()) == told
