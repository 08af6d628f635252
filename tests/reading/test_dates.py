# ruff: noqa: RUF001 (digits of other scripts are what is tested)
"""A day is read when it is plain, and refused when it could be two."""

import pandas as pd
import pytest

from geo.reading.dates import NOT_A_DAY, read_day
from geo.reading.day_columns import read_days


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2021-09-05", "2021-09-05"),
        ("2021-9-5", "2021-09-05"),
        (" 2021/09/05 ", "2021-09-05"),
        ("2021-09-05 00:00:00", "2021-09-05"),
        ("2021-09-05T00:00:00.000", "2021-09-05"),
        ("25/9/2021", "2021-09-25"),
        ("9/25/2021", "2021-09-25"),
        ("5.5.2021", "2021-05-05"),
        ("۲۰۲۱-۰۹-۰۵", "2021-09-05"),
        ("2024-02-29", "2024-02-29"),
        ("1800-01-01", "1800-01-01"),
    ],
)  # fmt: skip
def test_a_plain_day_is_read(cell, day):
    assert str(read_day(cell).day) == day


@pytest.mark.parametrize(
    ("cell", "rule", "suggestion"),
    [
        ("5/9/2021", "could be two days", "2021-09-05 or 2021-05-09?"),
        ("2021-02-29", "is not a day of the calendar", ""),
        ("2021-13-01", "is not a day of the calendar", ""),
        ("32/1/2021", "is not a day of the calendar", ""),
        ("1799-12-31", "outside 1800 to 2200", ""),
        ("1400-06-14", "outside 1800 to 2200", ""),
        ("44444", "spreadsheet's day number", "2021-09-05 by that count"),
        ("2021-09-05T20:00", "has a time of day", "2021-09-05?"),
        ("2021-09-05 00:00:00Z", "has a time of day", "2021-09-05?"),
        ("5 September 2021", NOT_A_DAY, "2021-09-05?"),
        ("05-Sep-21", NOT_A_DAY, "2021-09-05?"),
        ("20210905", NOT_A_DAY, ""),
        ("²021-09-05", NOT_A_DAY, ""),
        ("soon", NOT_A_DAY, ""),
    ],
)
def test_any_other_day_is_refused_with_its_rule(cell, rule, suggestion):
    read = read_day(cell)
    assert read.day is None
    assert rule in read.rule
    assert read.suggestion == suggestion


def test_an_empty_cell_is_no_day_and_no_mistake():
    assert read_day("  ") == (None, "", "")


def test_a_column_keeps_its_index():
    days = read_days(pd.Series(["2021-09-05", "", "soon"], index=[2, 5, 9], dtype="str"))
    assert list(days.days.index) == list(days.rules.index) == [2, 5, 9]
    assert list(days.days.isna()) == [False, True, True]
    assert list(days.rules != "") == [False, False, True]
