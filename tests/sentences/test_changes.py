"""geo.sentences.changes: what changed since the day before, and what the last change was."""

from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from made_up import account as made_up
from made_up import control, september, silent, statement, world
from panjshir import FIFTH, account
from wide_world import wide

from geo.panel import changes_html
from geo.sentences.account import Account
from geo.sentences.changes import Change, changes_around, changes_on, last_changes, turns
from geo.sentences.subject import AreaControl
from geo.words import load_words

WORDS = load_words("en")
BLUE = {"party": "blue", "claimant": "Blues", "claimant_side": "blue", "voice_id": "blue"}
RED_SIDE = {"claimant": "Reds", "claimant_side": "red", "voice_id": "red"}
GROUP = {"area_id": "valley", "scope": "all_of"}


def changed(day: date, narrator: str = "everyone", known: date | None = None) -> dict[str, Change]:
    """Return what changed on a day, by area."""
    return {one.area_id: one for one in changes_on(account(narrator, known), day, WORDS).found}


def between(old: AreaControl, new: AreaControl) -> tuple[Change, ...]:
    """Return the changes between two days on which West alone may differ."""
    west = {september(4): old, september(5): new}

    def shown(area_id: str, day: date) -> AreaControl:
        return west[day] if area_id == "west" else silent()

    stand_in: Any = SimpleNamespace(
        conflict=world(),
        narrator="everyone",
        statements=lambda ids: [statement(one, hedge="may", quote="may hold") for one in ids],
        area=shown,
        shown=shown,
        expect=lambda *_: None,
        changing={september(5): ["west", "east"]},
    )
    return changes_on(stand_in, september(5), WORDS).found


def test_a_change_leads_to_the_reports_that_made_it() -> None:
    rokha = changed(FIFTH)["rokha"]
    assert rokha.text.startswith("NRF, reported → disputed: Taliban and NRF")
    assert "fighting reported" in rokha.text
    assert {"cnn-03-rokha", "anadolu-07-rokha", "southfront-08-rokha"} <= set(rokha.report_ids)


def test_a_mark_that_begins_leads_to_the_reports_behind_it_alone() -> None:
    paryan = changed(date(2021, 9, 3))["paryan"]
    assert paryan.text == "changing hands"
    assert paryan.report_ids == ("southfront-07-paryan",)


def test_a_day_without_news_changes_nothing() -> None:
    assert not changed(date(2021, 9, 2))


def test_changes_come_in_the_order_of_the_map_with_the_day_and_the_names() -> None:
    made = changes_on(account(), FIFTH, WORDS)
    order = list(account().conflict.areas.index)
    found = [change.area_id for change in made.found]
    assert made.day == FIFTH
    assert len(found) > 3
    assert found == sorted(found, key=order.index)
    assert {change.area_id: change.area for change in made.found}["rokha"] == "Rokha"


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (control(), control(), None),
        (silent(), control(), "no statement → Reds, reported"),
        (
            control(),
            control(status="disputed", holders=("red", "blue")),
            "Reds, reported → disputed: Reds and Blues",
        ),
        (control(), control(status="disputed", blank=True), "Reds, reported → disputed: Reds, denied"),
        (
            control(),
            control(status="disputed", blank=True, blank_by=("r2",)),
            "Reds, reported → disputed: Reds, denied (“may”)",
        ),
        (control(), control(scope="all_of"), "Reds, reported, on closer or wider words"),
        (control(), control(fighting=True), "fighting reported"),
        (control(fighting=True), control(), "no report of fighting for this day"),
        (control(), control(changing_hands=True), "changing hands"),
        (control(changing_hands=True), control(), "the account of the change ends here"),
        (control(), control(contradicted=True), "others now say otherwise"),
        (control(contradicted=True), control(), "nothing current speaks against it"),
        (
            control(contradicted=True),
            control(status="disputed", holders=("red", "blue"), contradicted=True),
            "Reds, reported → disputed: Reds and Blues",
        ),
        (
            control(status="disputed", holders=("red", "blue"), contradicted=True),
            control(contradicted=True),
            "disputed: Reds and Blues → Reds, reported",
        ),
        (silent(), control(fighting=True), "no statement → Reds, reported; fighting reported"),
        (control(), control(status="conceded", scope="all_of"), "Reds, reported → Reds, its rival admits it"),
    ],
    ids=[
        "nothing",
        "silence ends",
        "another holder",
        "a denial",
        "a hedged denial",
        "only the scope",
        "fighting",
        "fighting ends",
        "changing hands",
        "changing hands ends",
        "contradicted",
        "contradiction ends",
        "contradiction in the hatch",
        "contradiction out of the hatch",
        "two at once",
        "status before scope",
    ],
)
def test_a_change_is_said_in_few_words(old: AreaControl, new: AreaControl, text: str | None) -> None:
    assert [change.text for change in between(old, new)] == ([text] if text else [])


def test_a_contradiction_that_a_hatch_hides_is_no_change() -> None:
    two = {"status": "disputed", "holders": ("red", "blue")}
    assert between(control(**two), control(**two, contradicted=True)) == ()


def test_reports_are_named_once_colour_first_then_the_marks_that_began() -> None:
    old = control(voted=("r1",), denying=("r2",), fighting=True, fighting_by=("r8",))
    new = control(
        voted=("r1", "r3"), denying=("r2", "r4"), outvoted=("r5", "r3"), contradicted=True,
        contradicted_by=("r4", "r5", "r6"), fighting=True, fighting_by=("r8", "r9"),
        changing_hands=True, changing_hands_by=("r7",),
    )  # fmt: skip
    (change,) = between(old, new)
    assert change.report_ids == ("r3", "r4", "r5", "r7", "r6")


@pytest.mark.parametrize(
    ("day", "narrator", "last"),
    [
        (date(2021, 8, 30), "everyone", None),
        (date(2021, 8, 31), "everyone", date(2021, 8, 30)),
        (date(2021, 9, 2), "everyone", date(2021, 8, 30)),
        (date(2021, 9, 6), "everyone", FIFTH),
        (date(2021, 9, 3), "taliban", None),
    ],
    ids=["the day of the first change", "the day after", "three days after", "the last day", "silence"],
)
def test_the_last_change_is_the_last_day_before_on_which_anything_did(
    day: date, narrator: str, last: date | None
) -> None:
    found = last_changes(account(narrator), day, WORDS)
    assert (found.day if found else None) == last
    assert found is None or found.found


def test_a_day_on_which_nothing_seen_changed_is_passed_over() -> None:
    contradiction = {**GROUP, "party": "blue", "date_to": "2021-09-06", "claimant": "The Radio",
                     "voice_id": "radio", "source_id": "radio"}  # fmt: skip
    rows: Iterable[dict[str, str]] = ({}, BLUE, RED_SIDE | {"party": "green"}, contradiction)
    told = made_up(*rows)
    assert september(6) in told.changing or told.control(september(6)).loc["west", "contradicted"]
    assert not [one for one in changes_on(told, september(6), WORDS).found if one.area_id == "west"]


def test_the_nearest_changes_are_on_either_side_of_a_day() -> None:
    third, sixth = date(2021, 9, 3), date(2021, 9, 6)
    assert changes_around(account(), FIFTH) == (third, sixth)
    assert changes_around(account(), date(2021, 9, 4)) == (third, FIFTH)
    assert changes_around(account(), date(2021, 8, 30)) == (None, third)
    assert changes_around(account(), sixth) == (FIFTH, None)
    assert changes_around(account("nrf"), date(2021, 8, 25))[1] == FIFTH


def test_on_its_first_day_a_map_changes_nothing() -> None:
    first = world().first_day
    assert first in made_up({}).changing
    assert not turns(made_up({}), first)


def test_a_day_without_a_change_is_no_turn() -> None:
    assert turns(account(), FIFTH)
    assert not turns(account(), date(2021, 9, 4))


@pytest.mark.parametrize("narrator", ["everyone", "north", "others"])
def test_each_turn_is_told_in_words(narrator: str) -> None:
    # among so many areas some are contradicted more or less under a hatch, which says so by itself
    told = Account(wide(300), narrator)
    for day, areas in told.changing.items():
        if turns(told, day):
            assert [one.area_id for one in changes_on(told, day, WORDS).found] == areas, day


def test_of_very_many_changes_the_first_are_told_and_all_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = changes_on(account(), FIFTH, WORDS)
    assert (whole.areas, whole.more) == (len(whole.found), 0)
    monkeypatch.setattr("geo.sentences.changes.MANY", 4)
    monkeypatch.setattr("geo.sentences.changes.FIRST_OF_MANY", 2)
    some = changes_on(account(), FIFTH, WORDS)
    assert some.found == whole.found[:2]
    assert some.areas == whole.areas
    assert f"{whole.areas - 2} more" in changes_html(account(), FIFTH, WORDS, lambda *_: "?")
