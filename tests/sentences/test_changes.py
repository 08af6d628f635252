"""geo.sentences.changes: what changed since the day before, and what the last change was."""

from datetime import date

import pytest
from panjshir import FIFTH, account

from geo.sentences.changes import Change, changes_on, last_changes
from geo.words import load_words

WORDS = load_words("en")


def changed(day: date, narrator: str = "everyone", known: date | None = None) -> dict[str, Change]:
    """Return what changed on a day, by area."""
    return {one.area_id: one for one in changes_on(account(narrator, known), day, WORDS).found}


def test_a_change_leads_to_the_reports_that_made_it() -> None:
    rokha = changed(FIFTH)["rokha"]
    assert rokha.text.startswith("NRF, reported → disputed: Taliban and NRF")
    assert "fighting reported" in rokha.text
    assert {"cnn-03-rokha", "anadolu-07-rokha", "southfront-08-rokha"} <= set(rokha.report_ids)


def test_a_mark_that_begins_leads_to_the_reports_behind_it_alone() -> None:
    paryan = changed(date(2021, 9, 3))["paryan"]
    assert paryan.text == "changing hands"
    assert paryan.report_ids == ("southfront-05-paryan",)


def test_a_day_without_news_changes_nothing() -> None:
    assert not changed(date(2021, 9, 2))


def test_changes_come_in_the_order_of_the_map() -> None:
    order = list(account().conflict.areas.index)
    found = list(changed(FIFTH))
    assert len(found) > 3
    assert found == sorted(found, key=order.index)


def test_a_contradiction_that_a_hatch_hides_is_no_change() -> None:
    assert all(change.text for day in range(25, 32) for change in changed(date(2021, 8, day)).values())


@pytest.mark.parametrize(
    ("day", "narrator", "last"),
    [
        (date(2021, 8, 30), "everyone", None),
        (date(2021, 8, 31), "everyone", date(2021, 8, 30)),
        (date(2021, 9, 2), "everyone", date(2021, 8, 30)),
        (date(2021, 9, 6), "everyone", FIFTH),
        (date(2021, 9, 3), "taliban", None),
    ],
    ids=["the eve of a change is no change", "the day after", "two days after", "the last day", "silence"],
)
def test_the_last_change_is_the_last_day_before_on_which_anything_did(
    day: date, narrator: str, last: date | None
) -> None:
    found = last_changes(account(narrator), day, WORDS)
    assert (found.day if found else None) == last
    assert found is None or found.found
