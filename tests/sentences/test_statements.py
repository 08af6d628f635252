"""geo.sentences.statements: what was said about an area up to a day, by whom, as known when."""

from datetime import date
from typing import Any

import pytest
from made_up import conflict as made_up
from made_up import september
from panjshir import FIFTH, conflict

from geo.reading import Conflict
from geo.sentences import Account
from geo.sentences import statements as module
from geo.sentences.statements import Statement, carried_like, carriers_of, rows_of, statements_of


def about(made: Conflict, area_id: str, *, day: date, **options: Any) -> tuple[Statement, ...]:
    """Return the statements about an area up to a day."""
    return Account(made, **options).said(area_id, day)


def ids(area_id: str, day: date = FIFTH, **options: object) -> set[str]:
    """Return the ids of the statements about an area."""
    return {one.report_id for one in about(conflict(), area_id, day=day, **options)}


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2021, 9, 2), False), (date(2021, 9, 3), True), (date(2021, 9, 5), True)],
    ids=["before the window", "its first day", "its last day"],
)
def test_a_statement_about_a_span_of_days_counts_from_its_first_day(day: date, there: bool) -> None:
    assert ("southfront-07-paryan" in ids("paryan", day)) is there


def test_statements_about_the_whole_are_about_its_parts() -> None:
    assert "tass-08-panjshir" in ids("rokha")
    assert "tass-08-panjshir" not in ids("andarab")


@pytest.mark.parametrize(
    ("narrator", "sides"),
    [("taliban", {"taliban"}), ("nrf", {"nrf"}), ("others", {"outlet", "third_party"})],
)
def test_a_narrator_is_heard_alone(narrator: str, sides: set[str]) -> None:
    found = about(conflict(), "rokha", day=FIFTH, narrator=narrator)
    assert {one.claimant_side for one in found} <= sides


@pytest.mark.parametrize("day", [september(1), september(9)], ids=["before all", "after all"])
def test_undated_statements_are_always_there(day: date) -> None:
    found = about(made_up({"date_to": ""}, {"date_to": "2021-09-05"}), "west", day=day)
    assert [one.report_id for one in found] == (["r1"] if day == september(1) else ["r1", "r2"])


def test_nothing_is_there_before_it_was_surely_published() -> None:
    assert "cnn-03-rokha" not in ids("rokha", known=date(2021, 9, 5))
    assert "cnn-03-rokha" in ids("rokha", known=date(2021, 9, 6))


def test_an_outlet_speaks_in_its_own_voice_only_under_its_own_name() -> None:
    said = {one.report_id: one for one in about(conflict(), "dara", day=FIFTH)}
    assert said["cnn-05-panjshir"].in_own_voice
    assert not said["alarabiya-01-dara"].in_own_voice


def test_carriers_say_whether_their_days_are_inferred() -> None:
    inferred = {one.source_id for one in carriers_of(conflict()).values() if one.inferred}
    assert inferred == {"southfront", "cnn", "anadolu"}


@pytest.mark.parametrize(
    ("row", "begins"),
    [
        ({"date_from": "2021-09-03"}, september(3)),
        ({}, september(5)),
        ({"date_to": ""}, None),
    ],
    ids=["its first day", "its only day", "undated"],
)
def test_a_statement_begins_on_its_first_day(row: dict[str, str], begins: date | None) -> None:
    _, one = about(made_up({}, row), "west", day=september(9))
    assert one.begins == begins


@pytest.mark.parametrize(
    ("row", "takes", "asserts"),
    [
        ({}, True, True),
        ({"polarity": "denies"}, True, False),
        ({"claim": "captured"}, True, True),
        ({"claim": "repelled"}, True, True),
        ({"claim": "present"}, False, True),
        ({"claim": "left"}, False, True),
    ],
    ids=["holds", "denies", "captured", "repelled", "present", "left"],
)
def test_a_statement_knows_whether_it_is_about_who_holds(
    row: dict[str, str], takes: bool, asserts: bool
) -> None:
    (one,) = about(made_up(row), "west", day=september(9))
    assert (one.takes_position, one.asserts) == (takes, asserts)


def test_rows_come_in_the_order_of_the_file_with_their_carrier() -> None:
    rows = ({"date_to": "2021-09-06"}, {"area_id": "land", "scope": "all_of"}, {"area_id": "north"},
            {"source_id": "radio"}, {"area_id": "valley", "scope": "part_of"})  # fmt: skip
    found = about(made_up(*rows), "west", day=september(9))
    assert [one.report_id for one in found] == ["r1", "r2", "r4", "r5"]
    assert [one.carrier.outlet for one in found] == ["The Paper", "The Paper", "The Radio", "The Paper"]
    assert found[0].note == ""


def test_articles_are_read_once_for_each_conflict() -> None:
    one, other = made_up({}), made_up({})
    assert carriers_of(one) is carriers_of(one)
    assert carriers_of(one) is not carriers_of(other)
    assert carriers_of(one)["radio"].outlet == "The Radio"
    assert carriers_of(one)["radio"].language in {"", "en"}


def test_a_row_is_read_once_for_each_conflict() -> None:
    one, other = made_up({}, {"area_id": "east"}), made_up({})
    (first,) = statements_of(one, ["r1", "r1"])
    assert about(one, "west", day=september(9))[0] is first
    assert statements_of(one, ["r2", "r1"])[1] is first
    assert statements_of(other, ["r1"])[0] is not first
    assert statements_of(one, ["r9"]) == []


def test_rows_read_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_READ", 2)
    one = made_up({}, {"area_id": "east"}, {"area_id": "north"})
    (first,) = statements_of(one, ["r1"])
    (second,) = statements_of(one, ["r2"])
    both = statements_of(one, ["r1", "r2"])
    assert all(row is kept for row, kept in zip(both, (first, second), strict=True)), "as many as fit"
    assert [row.report_id for row in statements_of(one, ["r1", "r3"])] == ["r1", "r3"]
    again = statements_of(one, ["r1"])[0]
    assert again == first
    assert again is not first


def test_rows_that_share_a_statement_are_found_in_the_order_of_the_file() -> None:
    made = made_up({"statement_id": "s"}, {"area_id": "east"}, {"statement_id": "s", "area_id": "north"})
    (first,) = statements_of(made, ["r1"])
    assert [row.area_id for row in rows_of(made, first)] == ["west", "north"]
    assert rows_of(made, first._replace(statement_id="another")) == []


def test_an_outlet_quoted_under_another_name_is_not_in_its_own_voice() -> None:
    (own, other, party) = about(
        made_up(
            {}, {"claimant": "A reader"}, {"claimant": "The Paper", "claimant_side": "red", "voice_id": "x"}
        ),
        "west",
        day=september(9),
    )
    assert (own.in_own_voice, other.in_own_voice, party.in_own_voice) == (True, False, False)


def test_a_conflict_can_have_the_articles_of_another_of_the_same_sources() -> None:
    made, other = made_up({}), made_up({"area_id": "east"})
    carried_like(made, other)
    assert carriers_of(made) is carriers_of(other)
    assert [one.area_id for one in statements_of(made, ["r1"])] == ["west"]
