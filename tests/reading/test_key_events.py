"""Key events of `conflict.toml`: in the order of their days, set aside where what they cite is missing."""

import pytest
from folders import CONFLICT, files

from geo.reading.conflict import conflict_of

EVENT = """
[[events]]
day = {day}
text = "{text}"
text_fa = "رویداد"
reports = ["r1"]
"""


def events(*tables: str) -> object:
    return conflict_of(files(conflict=(CONFLICT + "".join(tables)).encode())).events


def test_events_are_in_the_order_of_their_days_each_in_its_languages() -> None:
    two = EVENT.format(day='"2021-09-05"', text="second"), EVENT.format(day="2021-09-05", text="third")
    found = events(*two)
    assert [one.text for one in found] == ["second", "third"]
    assert [found[0].said(language) for language in ("en", "fa")] == ["second", "رویداد"]
    assert found[0].reports == ("r1",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["r1"]', '["r1", "r2"]', "events[2].reports"),
        ("2021-09-05", "2021-09-07", "events[2].day"),
        ("2021-09-05", "2021-09-04", "events[2].day"),
    ],
    ids=["an unknown report", "the day after the map", "the eve of the map"],
)
def test_one_that_cannot_be_shown_is_set_aside_and_the_others_stay(old: str, new: str, said: str) -> None:
    good = EVENT.format(day="2021-09-05", text="good")
    conflict = conflict_of(files(conflict=(CONFLICT + good + good.replace(old, new)).encode()))
    assert [one.text for one in conflict.events] == ["good"]
    assert [problem.column for problem in conflict.rejected] == [said]
    assert conflict.set_aside == 1
