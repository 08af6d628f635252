"""geo.looks: how each answer of the rule is drawn and said."""

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from rows import told

from geo.looks import BLANK, Look, looks, mixed, seen_changes, shown_marks, strength, told_changes
from geo.reading.conflict import Actor
from geo.timeline import control
from geo.words import load_words

WORDS = load_words("en")
ORANGE, BLUE = "#E69F00", "#0072B2"
HOLD = {"date_to": "2021-09-05"}
BY_NRF = {"claimant_side": "nrf"}
BY_TALIBAN = {"claimant_side": "taliban"}
OF_TALIBAN = {"party": "taliban"}
WIDE = {"scope": "all_of", "area_id": "valley"}


def world(**settings: Any) -> Any:
    """Return a conflict as far as looks need one."""
    actors = [
        Actor(id="taliban", name="Taliban", colour=ORANGE, side="taliban", names={"fa": "طالبان"}),
        Actor(id="nrf", name="NRF", colour=BLUE, side="nrf"),
        Actor(id="militia", name="Militia", colour="#009E73", side="nrf"),
        Actor(id="army", name="Army", colour="#CC79A7", side="army"),
    ]
    usual = {"stale_days": 7, "last_day": date(2021, 9, 30), "actors": {actor.id: actor for actor in actors}}
    return SimpleNamespace(**usual | settings)


def look_on(*rows: Mapping[str, Any], day: int = 5, **settings: Any) -> Look:
    """Return the look of Rokha on a day of September."""
    drawn = looks(told(*rows), world(**settings), WORDS)
    mine = drawn.changes[drawn.changes["area_id"] == "rokha"]
    before = mine[mine["day"] <= pd.Timestamp(2021, 9, day)]
    return drawn.table[int(before["look"].iloc[-1]) if len(before) else 0]


@pytest.mark.parametrize(
    ("rows", "status", "strength", "fills"),
    [
        pytest.param([{}], "reported", "firm", (BLUE,), id="an outlet names it"),
        pytest.param([WIDE], "reported", "soft", (BLUE,), id="an outlet reaches it by a wide statement"),
        pytest.param([BY_NRF], "claimed", "firm", (BLUE,), id="only its own side names it"),
        pytest.param([BY_TALIBAN], "conceded", "firm", (BLUE,), id="a rival names it"),
        pytest.param([BY_TALIBAN | WIDE], "conceded", "soft", (BLUE,), id="a rival reaches it"),
        pytest.param([{}, OF_TALIBAN], "disputed", "firm", (ORANGE, BLUE), id="two holders"),
        pytest.param(
            [OF_TALIBAN, BY_NRF | OF_TALIBAN | {"polarity": "denies"}],
            "disputed",
            "firm",
            (ORANGE, BLANK),
            id="denied, and nobody else holds",
        ),
        pytest.param([], "unreported", "none", (), id="silence"),
    ],
)
def test_a_state_has_its_fill_and_its_strength(
    rows: list[dict[str, Any]], status: str, strength: str, fills: tuple[str, ...]
) -> None:
    look = look_on(*rows)
    assert (str(look.status), look.strength, look.fills) == (status, strength, fills)


@pytest.mark.parametrize(
    ("day", "strength"),
    [
        pytest.param(4, "none", id="the eve of the statement"),
        pytest.param(5, "firm", id="its day"),
        pytest.param(12, "firm", id="seven days old"),
        pytest.param(13, "stale", id="eight days old"),
    ],
)
def test_a_colour_turns_stale_on_the_day_after_the_stale_days(day: int, strength: str) -> None:
    assert look_on({}, day=day).strength == strength


def test_a_newer_statement_keeps_a_colour_fresh() -> None:
    rows = [{}, {"date_to": "2021-09-11", "date_from": "2021-09-11"}]
    assert look_on(*rows, day=14).strength == "firm"
    assert look_on(*rows, day=19).strength == "stale"


def test_no_colour_turns_stale_after_the_last_day_of_the_page() -> None:
    drawn = looks(told({}), world(last_day=date(2021, 9, 10)), WORDS)
    assert drawn.changes["day"].max() <= pd.Timestamp(2021, 9, 10)


def test_a_soft_colour_that_grows_old_is_stale_too() -> None:
    assert look_on(WIDE, day=20).strength == "stale"


@pytest.mark.parametrize(
    ("colour", "white", "expected"),
    [
        pytest.param(BLUE, 0.0, "#0072b2", id="firm"),
        pytest.param("#000000", 0.55, "#8c8c8c", id="soft"),
        pytest.param("#000000", 0.75, "#bfbfbf", id="stale"),
        pytest.param(BLANK, 0.55, "#ffffff", id="blank stays white"),
    ],
)
def test_strength_is_a_share_of_white(colour: str, white: float, expected: str) -> None:
    assert mixed(colour, white) == expected


@pytest.mark.parametrize(
    ("rows", "outline"),
    [
        pytest.param([{}], "solid", id="held"),
        pytest.param([], "dotted", id="unreported"),
        pytest.param(
            [
                {"date_to": "2021-09-03"},
                OF_TALIBAN | {"claim": "captured", "date_from": "2021-09-04", "date_to": "2021-09-07"},
            ],
            "dashed",
            id="changing hands",
        ),
    ],
)
def test_the_outline_says_whether_an_area_is_quiet_moving_or_silent(
    rows: list[dict[str, Any]], outline: str
) -> None:
    assert look_on(*rows).outline == outline


def test_fighting_is_a_mark_and_never_a_colour() -> None:
    quiet, fought = look_on({}), look_on({}, {"claim": "fighting", "party": ""})
    assert fought.marks == ("fighting",)
    assert (fought.fills, fought.strength, fought.outline) == (quiet.fills, quiet.strength, quiet.outline)


def test_fighting_where_nobody_is_said_to_hold_is_a_mark_on_white() -> None:
    look = look_on({"claim": "fighting", "party": ""})
    assert (look.fills, look.outline, look.marks) == ((), "dotted", ("fighting",))


def test_equal_looks_are_one_look_and_the_first_is_silence() -> None:
    drawn = looks(told({}, {"area_id": "dara"}, {"area_id": "khenj"}), world(), WORDS)
    assert len(set(drawn.table)) == len(drawn.table)
    assert drawn.table[0].status == "unreported"


def test_a_sentence_names_both_holders_and_the_fighting() -> None:
    look = look_on({}, OF_TALIBAN, {"claim": "fighting", "party": ""})
    assert look.sentence.startswith("disputed, Taliban / NRF, fighting reported")


def test_a_wide_statement_is_said_to_be_one() -> None:
    assert "said of a wider area" in look_on(WIDE).sentence


STATES: dict[str, Any] = {
    "status": "reported",
    "holders": ("nrf",),
    "blank": False,
    "fighting": False,
    "changing_hands": False,
    "contradicted": False,
    "denied": False,
    "alleged": False,
    "denied_holders": (),
    "wide": False,
    "stale": False,
}
MARKED = dict.fromkeys(("fighting", "changing_hands", "contradicted"), True)


def state(**values: Any) -> Any:
    """Return a state as a row of control has it: an outlet names the NRF, and no mark is shown."""
    return SimpleNamespace(**STATES | values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "firm"),
        ({"status": "conceded"}, "firm"),
        ({"status": "disputed", "blank": True}, "firm"),
        ({"status": "claimed"}, "firm"),
        ({"wide": True}, "soft"),
        ({"status": "claimed", "wide": True}, "soft"),
        ({"stale": True}, "stale"),
        ({"stale": True, "wide": True, "status": "claimed"}, "stale"),
        ({"holders": (), "status": "unreported"}, "none"),
    ],
    ids=str,
)
def test_strength_is_read_from_who_votes_and_how_long_ago(values: dict[str, Any], expected: str) -> None:
    assert strength(state(**values)) == expected


@pytest.mark.parametrize("mark", MARKED)
@pytest.mark.parametrize("holders", [(), ("nrf",)], ids=["nobody holds", "one holder"])
def test_a_mark_is_shown_where_its_column_is_true(mark: str, holders: tuple[str, ...]) -> None:
    assert shown_marks(state(holders=holders, **{mark: True})) == (mark,)
    assert mark not in shown_marks(state(holders=holders, **MARKED | {mark: False}))


def test_marks_stand_in_their_order() -> None:
    assert shown_marks(state(**MARKED)) == ("changing_hands", "fighting", "contradicted")


@pytest.mark.parametrize(
    ("holders", "marks"),
    [
        (("nrf",), ("changing_hands", "fighting", "contradicted")),
        (("taliban", "nrf"), ("changing_hands", "fighting")),
        (("taliban", "nrf", "army"), ("changing_hands", "fighting")),
    ],
    ids=["one holder", "two", "three"],
)
def test_a_hatch_of_holders_says_by_itself_that_they_are_contradicted(
    holders: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    assert shown_marks(state(holders=holders, **MARKED)) == marks


def test_a_hold_against_a_blank_is_marked_contradicted() -> None:
    denied = state(blank=True, status="disputed", contradicted=True)
    assert shown_marks(denied) == ("contradicted",)


def test_a_row_of_control_has_marks_and_a_strength_too() -> None:
    table = control(told({}, {"claim": "fighting", "party": ""}), date(2021, 9, 5))
    assert (shown_marks(table.loc["rokha"]), strength(table.loc["rokha"])) == (("fighting",), "firm")
    assert (shown_marks(table.loc["dara"]), strength(table.loc["dara"])) == ((), "none")


def test_all_marks_are_said_and_those_beside_the_word_are_drawn() -> None:
    window = {"claim": "captured", "date_from": "2021-09-05", "date_to": "2021-09-07"}
    denial = {"polarity": "denies", "claimant_side": "taliban"}
    look = look_on({}, window, {"claim": "fighting", "party": ""}, denial | {"scope": "part_of"})
    assert (look.marks, look.outline) == (("fighting", "contradicted"), "dashed")
    assert look.sentence == "NRF, reported, changing hands, fighting reported, others say otherwise"


def test_a_denial_without_a_position_is_a_sign_on_white_with_its_own_words() -> None:
    look = look_on({"polarity": "denies", "claimant_side": "taliban"})
    assert (look.status, look.fills, look.outline, look.marks) == ("unreported", (), "solid", ("denied",))
    assert (look.texture, look.colours) == ("denied", ())
    assert (look.word, look.sentence) == ("denied: NRF", "nobody named as holder, denied: NRF")


@pytest.mark.parametrize(
    ("rows", "strength", "texture", "word"),
    [
        ([BY_NRF], "firm", "own", "NRF, own word"),
        ([WIDE], "soft", "", "NRF · wider area"),
        ([BY_NRF | WIDE], "soft", "own", "NRF, own word · wider area"),
        ([{}], "firm", "", "NRF"),
        ([BY_TALIBAN], "firm", "", "NRF, rival admits"),
    ],
    ids=["own side", "wider", "both", "neither", "rival"],
)
def test_paleness_says_that_nobody_names_the_area_and_holes_that_only_its_own_side_speaks(
    rows: list[dict[str, Any]], strength: str, texture: str, word: str
) -> None:
    look = look_on(*rows)
    assert (look.strength, look.texture, look.word) == (strength, texture, word)


def test_attacks_by_a_partys_word_are_no_report_of_fighting() -> None:
    attacked = {"claim": "attacked", "claimant_side": "nrf", "party": "taliban"}
    assert look_on({}, attacked).sentence == "NRF, reported, attacks there, by one side’s word"
    assert (
        look_on({}, attacked, {"claim": "fighting", "party": ""}).sentence
        == "NRF, reported, fighting reported"
    )


def test_a_stale_colour_has_no_texture() -> None:
    assert look_on(BY_NRF, day=12).texture == "own"
    assert (look_on(BY_NRF, day=13).texture, look_on(BY_NRF, day=13).strength) == ("", "stale")


def test_a_timeline_without_reports_has_one_look_and_no_change() -> None:
    drawn = looks(told(), world(), WORDS)
    assert [look.status for look in drawn.table] == ["unreported"]
    assert drawn.changes.empty
    assert drawn.changes["look"].dtype == "int64"


@pytest.mark.parametrize(
    ("colour", "white", "painted"),
    [
        ("#0072B2", 0.0, "#0072b2"),
        ("#0072B2", 0.55, "#8cc0dc"),
        ("#E69F00", 0.75, "#f9e7bf"),
        ("#0072B2", 1.0, "#ffffff"),
        (BLANK, 0.0, "#ffffff"),
    ],
    ids=["firm", "soft", "stale", "all white", "blank"],
)
def test_a_colour_is_mixed_towards_white(colour: str, white: float, painted: str) -> None:
    assert mixed(colour, white) == painted


@pytest.mark.parametrize(
    ("rows", "word", "sentence"),
    [
        ([], "no statement", "no statement"),
        ([{}], "NRF", "NRF, reported"),
        ([BY_NRF], "NRF, own word", "NRF, by their own word"),
        ([BY_TALIBAN], "NRF, rival admits", "NRF, its rival admits it"),
        ([{}, OF_TALIBAN], "disputed", "disputed, Taliban / NRF"),
        (
            [OF_TALIBAN, BY_NRF | OF_TALIBAN | {"polarity": "denies"}],
            "disputed",
            "disputed, Taliban, denied by a rival, others say otherwise",
        ),
        ([WIDE], "NRF · wider area", "NRF, reported, said of a wider area"),
    ],
    ids=["silence", "reported", "claimed", "conceded", "two holders", "denied", "wide"],
)
def test_a_look_has_its_word_and_its_sentence(rows: list[dict[str, Any]], word: str, sentence: str) -> None:
    look = look_on(*rows)
    assert (look.word, look.sentence) == (word, sentence)


DENIED_HOLD = [OF_TALIBAN, BY_NRF | OF_TALIBAN | {"polarity": "denies"}]


@pytest.mark.parametrize(
    ("rows", "total", "told", "of"),
    [
        ([], "no statement", "unreported", ()),
        ([{}], "NRF", "reported", ("nrf",)),
        ([WIDE], "NRF", "reported", ("nrf",)),
        ([BY_NRF], "NRF", "claimed", ("nrf",)),
        ([{}, OF_TALIBAN], "disputed: sources differ", "disputed", ("taliban", "nrf")),
        (DENIED_HOLD, "one side says so, its rival denies it", "blank", ("taliban",)),
        (DENIED_HOLD[1:], "denied: Taliban", "denied", ("taliban",)),
    ],
    ids=["silence", "reported", "wide", "claimed", "two holders", "a denied hold", "only denied"],
)
def test_a_look_says_what_it_is_counted_under_and_how_its_status_is_told(
    rows: list[dict[str, Any]], total: str, told: str, of: tuple[str, ...]
) -> None:
    look = look_on(*rows)
    assert (look.total, look.told, look.of) == (total, told, of)


def test_the_script_gets_a_look_with_the_colours_as_painted() -> None:
    look = look_on(WIDE)
    assert look.as_dict() == {
        "status": "reported",
        "fills": (BLUE,),
        "strength": "soft",
        "outline": "solid",
        "marks": (),
        "word": "NRF · wider area",
        "sentence": "NRF, reported, said of a wider area",
        "texture": "",
        "total": "NRF",
        "told": "reported",
        "of": ("nrf",),
        "colours": (mixed(BLUE, 0.55),),
    }


def test_a_holder_has_its_name_in_the_language_of_the_words() -> None:
    table = looks(told(OF_TALIBAN), world(), load_words("fa")).table
    assert "طالبان" in table[1].word
    assert "Taliban" not in table[1].word


def changes_of_rokha(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """Return what changes on Rokha, behind another area, with `seen` and `told` as columns."""
    changes = told(*rows, {"area_id": "dara"}).changes
    both = changes.assign(seen=seen_changes(changes), told=told_changes(changes))
    return both[both["area_id"] == "rokha"].reset_index(drop=True)


@pytest.mark.parametrize(
    ("later", "seen"),
    [
        ({"date_to": "2021-09-06"}, False),
        ({"date_to": "2021-09-06", "voice_id": "b"}, False),
        (OF_TALIBAN | {"date_to": "2021-09-06"}, True),
        ({"date_to": "2021-09-06"} | BY_TALIBAN, True),
        ({"date_to": "2021-09-06", "claim": "fighting", "party": ""}, True),
        ({"date_to": "2021-09-06", "polarity": "denies"} | BY_TALIBAN, True),
        ({"date_to": "2021-09-12", "voice_id": "b"} | WIDE, True),
    ],
    ids=[
        "said again",
        "by another",
        "another holder",
        "conceded",
        "fighting",
        "denied",
        "only in a wider place",
    ],
)
def test_a_change_is_seen_when_something_else_is_shown_and_not_when_a_vote_is_renewed(
    later: dict[str, Any], seen: bool
) -> None:
    found = changes_of_rokha({}, later)
    assert found["day"].dt.day.tolist()[:2] == [5, int(later["date_to"][-2:])]
    assert found["seen"].tolist()[:2] == [True, seen]


def test_where_nobody_votes_another_denial_of_the_same_hold_is_not_seen() -> None:
    denial = {"polarity": "denies"} | BY_TALIBAN
    found = changes_of_rokha(denial, denial | {"date_to": "2021-09-06"})
    assert found["seen"].tolist() == [True, False]


def test_the_first_change_of_every_area_is_seen_though_the_area_before_shows_the_same() -> None:
    changes = told({}, {"area_id": "dara"}, {"area_id": "khenj"}).changes
    assert seen_changes(changes).tolist() == [True, True, True]
    assert seen_changes(changes.iloc[:0]).tolist() == []


def test_a_hatch_that_is_contradicted_anew_is_told_no_other_way() -> None:
    two = {}, OF_TALIBAN
    wide = WIDE | {"date_to": "2021-09-06", "party": "army", "voice_id": "c"}
    found = changes_of_rokha(*two, wide)
    assert found[["seen", "told"]].to_numpy().tolist()[:2] == [[True, True], [True, False]]


def test_one_holder_who_is_contradicted_anew_is_told_another_way() -> None:
    wide = WIDE | {"date_to": "2021-09-06", "party": "army", "voice_id": "c"}
    found = changes_of_rokha({}, wide)
    assert found[["seen", "told"]].to_numpy().tolist()[:2] == [[True, True], [True, True]]
