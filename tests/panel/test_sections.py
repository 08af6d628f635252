"""geo.panel.sections: each statement stands in exactly one part of the panel."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from geo.panel.sections import Part, parts
from geo.reading import Conflict
from geo.sentences import Statement

DAY = date(2021, 9, 8)
CONFLICT = SimpleNamespace(window_days=3)

ALL_ROLES = (
    "voted",
    "blank_by",
    "denied_by",
    "contradicted_by",
    "against_since",
    "outvoted",
    "history",
)

Made = Callable[..., Any]


def control(**found: Any) -> Any:
    """Return a row of control behind which no report stands, but for those found."""
    return SimpleNamespace(**dict.fromkeys(ALL_ROLES, ()) | {"status": "reported"} | found)


def placed(*said: Statement, area: str = "west", **found: Any) -> tuple[Part, ...]:
    """Return the parts of a panel on `DAY`."""
    conflict: Conflict = CONFLICT  # type: ignore[assignment]
    return parts(said, control(**found), area_id=area, day=DAY, conflict=conflict)


@pytest.mark.parametrize(
    ("roles", "key", "folded"),
    [
        (("voted",), "votes", False),
        (("blank_by",), "votes", False),
        (("denied_by",), "denied", False),
        (("contradicted_by",), "contradicts", False),
        (("against_since",), "newer", False),
        (("outvoted",), "wider", False),
        (("history",), "earlier", True),
        (ALL_ROLES, "votes", False),
        (ALL_ROLES[1:], "votes", False),
        (ALL_ROLES[2:], "denied", False),
        (ALL_ROLES[3:], "contradicts", False),
        (ALL_ROLES[4:], "newer", False),
        (ALL_ROLES[5:], "wider", False),
        ((), "other", False),
    ],
    ids=lambda value: "+".join(value) or "none" if isinstance(value, tuple) else None,
)
def test_the_role_of_a_report_in_the_rule_decides_its_part(
    said: Made, roles: tuple[str, ...], key: str, folded: bool
) -> None:
    one = said(date_to=DAY)
    assert placed(one, **dict.fromkeys(roles, ("r1",))) == (
        Part(key, (one,), folded, "red" if key == "wider" else ""),
    )


@pytest.mark.parametrize("role", ALL_ROLES)
def test_the_role_of_another_report_decides_nothing(said: Made, role: str) -> None:
    assert [part.key for part in placed(said(date_to=DAY), **{role: ("r2",)})] == ["other"]


@pytest.mark.parametrize(
    ("day", "claim", "key"),
    [
        (4, "holds", "earlier"),
        (5, "holds", "other"),
        (6, "holds", "other"),
        (4, "fighting", "earlier"),
        (5, "fighting", "movement"),
        (6, "fighting", "movement"),
        (8, "fighting", "movement"),
    ],
)
def test_a_statement_is_recent_for_as_long_as_the_window(said: Made, day: int, claim: str, key: str) -> None:
    one = said(date_to=date(2021, 9, day), claim=claim)
    assert placed(one) == (Part(key, (one,), key == "earlier"),)


@pytest.mark.parametrize(
    ("claim", "key"),
    [
        ("fighting", "movement"),
        ("attacked", "movement"),
        ("advancing", "movement"),
        ("present", "other"),
        ("left", "movement"),
        ("holds", "other"),
        ("captured", "other"),
        ("repelled", "other"),
    ],
)
def test_fighting_and_movement_stand_apart_from_what_else_is_said(said: Made, claim: str, key: str) -> None:
    assert [part.key for part in placed(said(date_to=DAY, claim=claim))] == [key]


@pytest.mark.parametrize(
    ("different", "found", "key", "folded"),
    [
        ({"date_to": None}, {}, "undated", True),
        ({"date_to": None, "area_id": "valley"}, {}, "undated", True),
        ({"date_to": None}, {"outvoted": ("r1",)}, "wider", False),
        ({"date_to": DAY, "area_id": "valley"}, {}, "whole", True),
        ({"date_to": date(2021, 9, 1), "area_id": "valley"}, {}, "whole", True),
        ({"date_to": DAY, "area_id": "valley", "claim": "fighting"}, {}, "whole", True),
        ({"date_to": DAY, "area_id": "valley"}, {"voted": ("r1",)}, "votes", False),
    ],
    ids=[
        "undated",
        "undated, about the whole",
        "undated, with a role",
        "about the whole",
        "about the whole, long ago",
        "fighting in the whole",
        "about the whole, with a role",
    ],
)
def test_what_is_undated_or_about_the_whole_is_folded_unless_it_counts(
    said: Made, different: dict[str, Any], found: dict[str, Any], key: str, folded: bool
) -> None:
    one = said(**different)
    assert placed(one, **found) == (Part(key, (one,), folded, "red" if key == "wider" else ""),)


@pytest.mark.parametrize(
    ("status", "key"),
    [("disputed", "disagree"), ("reported", "votes"), ("conceded", "votes"), ("claimed", "votes")],
)
def test_voters_disagree_only_where_the_area_is_disputed(said: Made, status: str, key: str) -> None:
    one = said(date_to=DAY)
    assert placed(one, status=status, voted=("r1",)) == (Part(key, (one,), False),)
    other = placed(one, status=status)
    assert [part.key for part in other] == ["other"]


def test_wider_statements_of_rivals_stand_in_a_heap_for_each_holder(said: Made) -> None:
    rows = [
        said(report_id="r1", date_to=DAY),
        said(report_id="r2", date_to=DAY, party="blue"),
        said(report_id="r3", date_to=date(2021, 9, 9)),
    ]
    assert placed(*rows, outvoted=("r1", "r2", "r3")) == (
        Part("wider", (rows[2], rows[0]), False, "red"),
        Part("wider", (rows[1],), False, "blue"),
    )


def test_parts_stand_in_the_order_of_the_panel_and_empty_ones_are_left_out(said: Made) -> None:
    rows = [
        said(report_id="undated", date_to=None),
        said(report_id="earlier", date_to=date(2021, 9, 1)),
        said(report_id="whole", date_to=DAY, area_id="valley"),
        said(report_id="other", date_to=DAY),
        said(report_id="movement", date_to=DAY, claim="left"),
        said(report_id="wider", date_to=DAY),
        said(report_id="contradicts", date_to=DAY),
        said(report_id="votes", date_to=DAY),
    ]
    roles = {"voted": ("votes",), "contradicted_by": ("contradicts",), "outvoted": ("wider",)}
    assert [(part.key, part.folded) for part in placed(*rows, **roles)] == [
        ("votes", False),
        ("contradicts", False),
        ("wider", False),
        ("movement", False),
        ("other", False),
        ("whole", True),
        ("earlier", True),
        ("undated", True),
    ]
    assert [part.statements[0].report_id for part in placed(*rows, **roles)][::-1] == [
        one.report_id for one in rows
    ]


def test_in_a_part_the_newest_stands_first_and_equal_days_as_they_were_told(said: Made) -> None:
    days = {"r1": 6, "r2": 8, "r3": 7, "r4": 8}
    rows = [said(report_id=one, date_to=date(2021, 9, day)) for one, day in days.items()]
    ((_, told, _, _),) = placed(*rows, voted=tuple(days))
    assert [one.report_id for one in told] == ["r2", "r4", "r3", "r1"]


def test_in_a_part_the_undated_stand_last(said: Made) -> None:
    rows = [said(report_id="r1", date_to=None), said(report_id="r2", date_to=date(1, 1, 2))]
    ((_, told, _, _),) = placed(*rows, voted=("r1", "r2"))
    assert [one.report_id for one in told] == ["r2", "r1"]


def test_nothing_said_makes_no_part() -> None:
    assert placed() == ()
