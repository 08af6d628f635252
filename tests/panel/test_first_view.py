"""Whether a conflict can be drawn: every part of its first view is composed, and what fails is told."""

from dataclasses import replace

import pytest
from panjshir import conflict

from geo.panel.first_view import PARTS, refuse_undrawable
from geo.reading import DataError


def failing(account, view):
    raise ValueError("no such corner")


def test_a_good_conflict_can_be_drawn():
    refuse_undrawable(conflict())


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_cannot_be_composed_is_told_with_its_file_and_the_reason(part):
    said = f"its {part} cannot be drawn: ValueError: no such corner"
    with pytest.raises(DataError, match=said) as told:
        refuse_undrawable(conflict(), keeping={part: failing})
    assert told.value.problems[0].file == PARTS[part].file


def test_the_account_is_asked_for_in_the_conflicts_own_language_as_the_page_does():
    asked = []

    def account_of(shown, view):
        asked.append((shown.title, view.language, view.day))

    with pytest.raises(DataError):
        refuse_undrawable(conflict(), account_of=account_of)
    assert asked == [(conflict().title, "en", conflict().last_reported_day)]


def test_every_part_of_the_first_view_is_given_as_it_was_composed():
    found = refuse_undrawable(
        conflict(), keeping={"lead": lambda account, view: (account.narrator, view.day)}
    )
    assert list(found) == list(PARTS)
    assert found["lead"] == ("everyone", conflict().last_reported_day)
    assert 'data-part="list"' in found["list"]
    assert 'data-part="notes"' in found["notes"]
    assert 'href="?"' in found["list"]


def test_a_first_view_is_composed_in_the_conflicts_own_language():
    dari = replace(conflict(), language="fa")
    found = refuse_undrawable(dari, keeping={"list": lambda account, view: (account, view)})
    account, view = found["list"]
    assert (view.language, account.narrator) == ("fa", "everyone")
    assert "دره" in found["lead"] or "پنجشیر" in found["lead"]
