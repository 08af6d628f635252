"""geo.sentences.statements: what was said about an area up to a day, by whom, as known when."""

from datetime import date

import pytest
from panjshir import FIFTH, conflict

from geo.sentences.statements import carriers_of, statements_about


def ids(area_id: str, day: date = FIFTH, **options: object) -> set[str]:
    """Return the ids of the statements about an area."""
    return {one.report_id for one in statements_about(conflict(), area_id, day=day, **options)}


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
    found = statements_about(conflict(), "rokha", day=FIFTH, narrator=narrator)
    assert {one.claimant_side for one in found} <= sides


def test_undated_statements_are_always_there() -> None:
    undated = [one for one in statements_about(conflict(), "rokha", day=FIFTH) if one.begins is None]
    assert undated
    assert {one.report_id for one in undated} <= ids("rokha", date(2021, 8, 25))


def test_nothing_is_there_before_it_was_surely_published() -> None:
    assert "cnn-03-rokha" not in ids("rokha", known=date(2021, 9, 5))
    assert "cnn-03-rokha" in ids("rokha", known=date(2021, 9, 6))


def test_an_outlet_speaks_in_its_own_voice_only_under_its_own_name() -> None:
    said = {one.report_id: one for one in statements_about(conflict(), "dara", day=FIFTH)}
    assert said["cnn-05-panjshir"].in_own_voice
    assert not said["alarabiya-01-dara"].in_own_voice


def test_carriers_say_whether_their_days_are_inferred() -> None:
    inferred = {one.source_id for one in carriers_of(conflict()).values() if one.inferred}
    assert inferred == {"southfront", "cnn", "anadolu"}
