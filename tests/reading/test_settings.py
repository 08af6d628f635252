"""`conflict.toml`: every mistake of it is told at once, and a key that does nothing is a mistake."""

import pytest
from folders import CONFLICT, files

from geo.reading.conflict import conflict_of
from geo.reading.errors import DataError
from geo.reading.settings import read_settings


def problems(text):
    with pytest.raises(DataError, match=r"conflict\.toml") as error:
        read_settings(text.encode())
    return [str(problem) for problem in error.value.problems]


def test_every_mistake_is_told_at_once():
    text = (
        CONFLICT.replace('title = "Test"', "title = 1").replace("#E69F00", "orange").replace("focus", "fokus")
    )
    told = problems(text)
    assert [line.split(":")[0] for line in told] == [
        "conflict.toml, title", "conflict.toml, actors[1].colour", "conflict.toml, fokus",
    ]  # fmt: skip
    assert "'focus'?" in told[-1]


@pytest.mark.parametrize(
    ("key", "kept"),
    [("window_days", 3), ("stale_days", 7), ("language", "en"), ("ends", ""), ("uncertain", ())],
)
def test_a_key_that_is_absent_has_its_usual_value(key, kept):
    assert getattr(conflict_of(files()), key) == kept


def test_names_in_other_languages_are_kept_by_language():
    conflict = conflict_of(files())
    assert conflict.sides["red"].names == {"fa": "سرخ"}
    assert conflict.sides["blue"].names == {}


@pytest.mark.parametrize("number", ["-1", "3651", "1.5", "true"])
def test_a_window_is_a_whole_number_of_days(number):
    (told,) = problems(CONFLICT.replace("focus", f"window_days = {number}\nfocus"))
    assert "window_days" in told


def test_groups_hold_groups_and_areas_only_once():
    text = CONFLICT + '[[groups]]\nid = "land"\nname = "Land"\nmembers = ["valley", "west"]\n'
    assert conflict_of(files(conflict=text.encode())).groups["land"].areas == ("west", "east")


def test_a_member_that_is_on_no_map_is_set_aside_and_the_group_stays():
    text = CONFLICT.replace('["east", "west"]', '["east", "wset"]')
    conflict = conflict_of(files(conflict=text.encode()))
    assert conflict.groups["valley"].areas == ("east",)
    assert "'wset' is neither an area nor a group (near: west)" in str(conflict.rejected[0])


@pytest.mark.parametrize(
    ("colour", "says"),
    [("#e69f00", "is the colour of two actors"), ("#F8F8F8", "is too close to white")],
    ids=["another's, in another case", "nearly white"],
)
def test_a_colour_that_would_mislead_is_refused(colour: str, says: str) -> None:
    with pytest.raises(DataError, match=says):
        read_settings(CONFLICT.replace("#0072B2", colour).encode())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('focus = "valley"', 'focus = "vally"', "is neither an area nor a group"),
        ('title = "Test"', 'title = "Test"\nlanguage = "ar"', "is not a language of this program (en, fa)"),
    ],
    ids=["focus", "language"],
)
def test_a_setting_that_changes_nothing_is_noted(old: str, new: str, says: str) -> None:
    notices = conflict_of(files(conflict=CONFLICT.replace(old, new).encode())).notices
    assert [says in notice.rule for notice in notices] == [True]
