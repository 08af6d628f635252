"""Fights and attacks whose place is known: those that make the mark of R6, and no others."""

from datetime import date
from typing import Any

import pytest
from rows import told

from geo.timeline import events

HERE = {"lon": 69.5, "lat": 35.3}
FIGHT = {"claim": "fighting", "party": "", "date_from": "2021-09-03", **HERE}


def found(*rows: dict[str, Any], **options: Any) -> list[str]:
    """Return the reports that are drawn where they say that it was."""
    return events(told(*rows, **options))["report_id"].tolist()


def test_a_fight_has_its_place_and_its_days() -> None:
    (row,) = events(told(FIGHT)).to_dict("records")
    assert (row["area_id"], row["lon"], row["lat"]) == ("rokha", 69.5, 35.3)
    assert (row["first"].date(), row["last"].date()) == (date(2021, 9, 3), date(2021, 9, 5))


def test_a_fight_without_a_first_day_is_of_its_last_day_alone() -> None:
    (row,) = events(told(FIGHT | {"date_from": ""})).to_dict("records")
    assert row["first"] == row["last"]


@pytest.mark.parametrize(
    ("different", "drawn"),
    [
        ({}, True),
        ({"claim": "attacked", "party": "taliban"}, True),
        ({"lon": None, "lat": None}, False),
        ({"claim": "holds", "party": "taliban"}, False),
        ({"claim": "captured", "party": "taliban"}, False),
        ({"polarity": "denies"}, False),
        ({"date_from": "", "date_to": ""}, False),
        ({"area_id": "valley", "scope": "part_of"}, False),
    ],
    ids=["fight", "attack", "no place", "hold", "capture", "denied", "undated", "of a wider place"],
)
def test_only_what_makes_the_mark_of_fighting_is_drawn(different: dict[str, Any], drawn: bool) -> None:
    assert found(FIGHT | different) == (["r1"] if drawn else [])


def test_an_event_exists_for_its_narrator_and_from_its_day_of_knowledge_on() -> None:
    of_nrf = FIGHT | {"claimant_side": "nrf", "published_to": "2021-09-07"}
    assert found(of_nrf, narrator="nrf") == ["r1"]
    assert found(of_nrf, narrator="others") == []
    assert found(of_nrf, known=date(2021, 9, 7)) == ["r1"]
    assert found(of_nrf, known=date(2021, 9, 6)) == []


def test_each_event_is_listed_once_however_many_days_it_shares_with_others() -> None:
    rows = [FIGHT, FIGHT | {"date_from": "2021-09-04"}, FIGHT | {"area_id": "dara"}]
    assert found(*rows) == ["r1", "r2", "r3"]


def test_half_a_place_is_none() -> None:
    assert found(FIGHT | {"lat": None}, FIGHT | {"lon": None}) == []


def test_events_are_numbered_from_0_and_say_nothing_else() -> None:
    table = events(told(FIGHT | {"lat": None}, FIGHT))
    assert list(table.index) == [0]
    assert list(table) == ["report_id", "area_id", "lon", "lat", "first", "last"]
