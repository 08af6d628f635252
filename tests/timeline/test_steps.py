"""The steps that the rule is made of: keys, look-ups, ranges and lists of unequal length."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from geo.timeline import Ragged, steps


def ints(*values):
    return np.array(values, dtype=np.int64)


def lists(*parts):
    """Return lists of unequal length that lie one behind the other."""
    sizes = ints(*map(len, parts))
    stops = np.cumsum(sizes)
    return Ragged(ints(*(value for part in parts for value in part)), stops - sizes, stops)


def plain(ragged):
    """Return ragged lists as lists."""
    return [ragged.items[a:b].tolist() for a, b in zip(ragged.starts, ragged.stops, strict=True)]


# days and keys


@pytest.mark.parametrize(
    ("day", "number"), [(date(1970, 1, 1), 0), (date(2021, 9, 5), 18875), (date(1969, 12, 31), -1)]
)
def test_a_day_is_counted_from_1970(day, number):
    assert steps.day_number(day) == number
    assert steps.days_since_1970(pd.Series([pd.Timestamp(day)])).tolist() == [number]


@pytest.mark.parametrize("day", [-steps.ORIGIN, -1, 0, 18875, steps.FOREVER], ids=str)
def test_a_key_gives_back_its_area_and_its_day(day):
    key = steps.keys(ints(0, 7), ints(day, day))
    assert (steps.area_of(key).tolist(), steps.day_of(key).tolist()) == ([0, 7], [day, day])


def test_keys_are_ordered_by_area_then_by_day():
    ordered = [(0, -5), (0, 3), (0, steps.FOREVER), (1, -steps.ORIGIN), (1, 2)]
    key = steps.keys(*(ints(*column) for column in zip(*ordered, strict=True)))
    assert (np.diff(key) > 0).all()
    assert steps.before(ints(1))[0] == key[3] > key[2]


# what holds on a day

KNOWN = steps.keys(ints(0, 0, 2), ints(3, 8, 5))


@pytest.mark.parametrize(
    ("area", "day", "index"),
    [(0, 2, -1), (0, 3, 0), (0, 7, 0), (0, 8, 1), (0, 99, 1), (1, 99, -1), (2, 4, -1), (2, 5, 2)],
)
def test_a_day_is_answered_by_the_last_key_of_its_area_that_is_not_later(area, day, index):
    assert steps.latest(KNOWN, steps.keys(ints(area), ints(day))).tolist() == [index]


def test_without_keys_no_day_is_answered():
    assert steps.latest(ints(), KNOWN).tolist() == [-1, -1, -1]


# ranges and lists


def test_ranges_are_spread_with_the_number_of_each():
    owner, index = steps.spread(ints(5, 9, 2), ints(7, 9, 5))
    assert (owner.tolist(), index.tolist()) == ([0, 0, 2, 2, 2], [5, 6, 2, 3, 4])


def test_lists_say_their_sizes_and_their_values_with_the_list_of_each():
    three = lists([4, 2], [], [7])
    assert three.sizes.tolist() == [2, 0, 1]
    owner, values = three.flat()
    assert (owner.tolist(), values.tolist()) == ([0, 0, 2], [4, 2, 7])


def test_lists_are_taken_by_their_place_and_none_gives_an_empty_one():
    assert plain(lists([4, 2], [], [7]).taken(ints(2, -1, 0, 0))) == [[7], [], [4, 2], [4, 2]]
    assert plain(lists().taken(ints(-1, -1))) == [[], []]


@pytest.mark.parametrize(
    ("parts", "repeated"),
    [
        ([], []),
        ([[1]], [False]),
        ([[], [], [1], [1], [2], [2, 3], [3, 2]], [False, True, False, True, False, False, False]),
        ([[1, 2], [1, 2], [1, 3], [1, 3]], [False, True, False, True]),
        ([[1], [2], [1], [1]], [False, False, False, True]),
    ],
    ids=["none", "one", "of any length", "pairs", "not the one before last"],
)
def test_a_list_is_repeated_if_the_list_before_has_the_same_values_in_the_same_order(parts, repeated):
    assert lists(*parts).repeated().tolist() == repeated


def test_values_are_gathered_by_owner_and_sorted():
    assert plain(steps.gathered(ints(2, 0, 2, 2), ints(5, 1, 3, 0), 4)) == [[1], [], [0, 3, 5], []]
    assert plain(steps.gathered(ints(), ints(), 2)) == [[], []]
    assert plain(steps.gathered(ints(0, 1, 0), ints(7, 7, 0), 2)) == [[0, 7], [7]]


def test_lists_are_merged_place_by_place_and_sorted():
    assert plain(steps.merged(lists([3, 9], [], [1]), lists([5], [2], []))) == [[3, 5, 9], [2], [1]]


# values


def test_distinct_values_are_sorted_and_each_once():
    assert steps.distinct(ints(3, 1, 3, -2, 1)).tolist() == [-2, 1, 3]
    assert steps.distinct(ints()).tolist() == []


def test_values_are_within_sorted_ones_or_not():
    assert steps.within(ints(2, 4, 6), ints(1, 2, 3, 6, 7)).tolist() == [False, True, False, True, False]
    none = steps.within(ints(), ints(1, 2))
    assert (none.tolist(), none.dtype) == ([False, False], "bool")


def test_a_run_of_equal_neighbours_starts_where_the_value_changes():
    assert steps.firsts(ints(5, 5, 1, 1, 1, 5)).tolist() == [0, 2, 5]
    assert steps.firsts(ints(0, 0)).tolist() == [0]
    assert steps.firsts(ints()).tolist() == []


def test_rows_are_in_one_run_while_no_column_changes():
    assert steps.runs(ints(1, 1, 1, 2, 2), ints(7, 7, 8, 8, 8)).tolist() == [0, 0, 1, 2, 2]
    assert steps.runs(ints(3, 3)).tolist() == [0, 0]


@pytest.mark.parametrize("dtype", ["str", "category"])
def test_words_are_coded_by_their_place_in_the_order_and_others_by_minus_one(dtype):
    column = pd.Series(["b", "x", "a", None, "b"], dtype="str").astype(dtype)
    code = steps.coded(column, ["a", "b", "c"])
    assert (code.tolist(), code.dtype) == ([1, -1, 0, -1, 1], "int64")
    assert steps.coded(column.iloc[:0], ["a"]).tolist() == []
