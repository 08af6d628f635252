"""geo.sentences.compare: where two views differ, and what each says there."""

from datetime import date

import pandas as pd
import pytest
from made_up import control, september, silent, table, world
from panjshir import FIFTH, conflict
from panjshir import table as shipped

from geo.sentences.compare import Parting, parting_in_words, partings
from geo.view import View
from geo.words import load_words

WORDS = load_words("en")
EVE = date(2021, 9, 4)

RED_OR_BLUE = View(FIFTH, "red"), View(FIFTH, "blue")
HOLD = Parting("west", "reported", ("red",), "claimed", ("blue",))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (View(FIFTH, "taliban"), View(FIFTH, "nrf"), "Paryan: Taliban say Taliban, NRF say NRF"),
        (View(EVE, "everyone"), View(FIFTH, "everyone"), "Paryan: on 4 Sep NRF, on 5 Sep disputed"),
        (
            View(FIFTH, known=EVE),
            View(FIFTH, "everyone"),
            "Paryan: as known on 4 Sep NRF, as known today disputed",
        ),
    ],
    ids=["narrators", "days", "known on"],
)
def test_where_two_views_of_panjshir_differ_is_said_in_words(first: View, second: View, words: str) -> None:
    tables = [shipped(one.day, one.narrator, one.known) for one in (first, second)]
    found = {one.area_id: one for one in partings(*tables)}
    assert parting_in_words(conflict(), found["paryan"], (first, second), WORDS) == words


def test_the_same_table_differs_nowhere() -> None:
    assert len(shipped()) == 10
    assert not list(partings(shipped(), shipped()))


@pytest.mark.parametrize(
    ("different", "status", "holders"),
    [
        ({"status": "claimed"}, "claimed", ("red",)),
        ({"holders": ("blue",)}, "reported", ("blue",)),
        ({"holders": ("red", "blue")}, "reported", ("red", "blue")),
        ({"status": "disputed", "blank": True}, "blank", ("red",)),
        (vars(silent()), "unreported", ()),
        (vars(silent()) | {"denied": True, "denied_holders": ("blue",)}, "denied", ("blue",)),
    ],
    ids=["status", "holder", "a second holder", "a denied hold", "silence", "a denial alone"],
)
def test_two_tables_part_where_status_or_holders_differ(
    different: dict[str, object], status: str, holders: tuple[str, ...]
) -> None:
    other = control(**different)
    first = table(west=control(), east=control(), north=control())
    second = table(west=control(), east=other, north=control())
    assert list(partings(first, second)) == [Parting("east", "reported", ("red",), status, holders)]
    assert list(partings(second, first)) == [Parting("east", status, holders, "reported", ("red",))]


def test_a_denied_hold_parts_from_a_dispute_of_the_same_holder() -> None:
    first, second = (control(status="disputed", blank=blank) for blank in (True, False))
    assert [one.area_id for one in partings(table(west=first), table(west=second))] == ["west"]


@pytest.mark.parametrize(
    "different",
    [
        {"fighting": True},
        {"scope": "all_of", "wide": True},
        {"stale": True, "age_days": 9},
        {"contradicted": True, "voted": ("r2",)},
        {"age_days": pd.NA},
    ],
    ids=["fighting", "scope", "age", "contradiction and votes", "no age"],
)
def test_two_tables_agree_where_only_marks_scope_or_age_differ(different: dict[str, object]) -> None:
    assert not list(partings(table(west=control()), table(west=control(**different))))


def test_partings_come_in_map_order() -> None:
    first = table(west=control(), north=control(), east=control())
    second = table(**{name: control(holders=("blue",)) for name in ("west", "north", "east")})
    assert [one.area_id for one in partings(first, second)] == ["west", "north", "east"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (View(FIFTH, "red"), View(FIFTH, "blue"), "West: Red say Reds, Blue say Blues"),
        (
            View(FIFTH),
            View(FIFTH, "others"),
            "West: taken together Reds, outlets and third parties say Blues",
        ),
        (
            View(FIFTH, "others"),
            View(EVE, "green"),
            "West: outlets and third parties say Reds, Green say Blues",
        ),
        (View(EVE), View(FIFTH), "West: on 4 Sep Reds, on 5 Sep Blues"),
        (View(EVE, "red", known=EVE), View(FIFTH, "red"), "West: on 4 Sep Reds, on 5 Sep Blues"),
        (
            View(FIFTH, known=EVE),
            View(FIFTH, known=september(6)),
            "West: as known on 4 Sep Reds, as known on 6 Sep Blues",
        ),
        (View(FIFTH), View(FIFTH, known=EVE), "West: as known today Reds, as known on 4 Sep Blues"),
        (View(FIFTH), View(FIFTH), "West: as known today Reds, as known today Blues"),
    ],
    ids=[
        "two sides",
        "everyone and the others",
        "a narrator and a day: the narrator counts",
        "two days",
        "a day and knowledge: the day counts",
        "knowledge",
        "knowledge of today first",
        "the same view",
    ],
)
def test_each_view_is_called_by_what_makes_the_two_differ(first: View, second: View, words: str) -> None:
    assert parting_in_words(world(), HOLD, (first, second), WORDS) == words


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            ("reported", ("red",)),
            ("claimed", ("red",)),
            "Red say Reds, reported, Blue say Reds, by their own word",
        ),
        (
            ("conceded", ("red",)),
            ("reported", ("red",)),
            "Red say Reds, its rival admits it, Blue say Reds, reported",
        ),
        (("reported", ("red",)), ("claimed", ("blue",)), "Red say Reds, Blue say Blues"),
        (("unreported", ()), ("claimed", ("red",)), "Red say nothing, Blue say Reds"),
        (("claimed", ("red",)), ("unreported", ()), "Red say Reds, Blue say nothing"),
        (("disputed", ("red",)), ("claimed", ("red",)), "Red say disputed, Blue say Reds, by their own word"),
        (("disputed", ("red", "blue")), ("unreported", ()), "Red say disputed, Blue say nothing"),
        (("blank", ("red",)), ("unreported", ()), "Red say disputed, Blue say nothing"),
        (("denied", ("red",)), ("unreported", ()), "Red say nothing but a denial: Reds, Blue say nothing"),
        (("reported", ("red", "green")), ("claimed", ("red",)), "Red say Reds and Greens, Blue say Reds"),
    ],
    ids=[
        "one holder, less sure",
        "one holder, conceded",
        "two holders",
        "silence first",
        "silence second",
        "a dispute of the same holder",
        "a dispute and silence",
        "a denied hold and silence",
        "a denial and silence",
        "holders that share",
    ],
)
def test_holders_are_named_and_how_surely_only_where_they_are_the_same(
    first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]], words: str
) -> None:
    parting = Parting("west", *first, *second)
    assert parting_in_words(world(), parting, RED_OR_BLUE, WORDS) == f"West: {words}"


def test_a_parting_is_said_in_dari_with_plain_names_where_there_are_no_others() -> None:
    parting = HOLD._replace(area_id="north")
    assert parting_in_words(world(), parting, RED_OR_BLUE, load_words("fa")) == (
        "شمال: به روایت سرخ: گروه سرخ؛ به روایت Blue: Blues"
    )
