"""geo.sentences.witnesses: witnesses are not echoes, and who speaks against whose interest."""

from typing import Any

import pytest
from made_up import statement, world
from panjshir import account, conflict, table, told

from geo.sentences.statements import Statement
from geo.sentences.witnesses import Interest, admissions, bearing, beginning, chains, witnesses


def said(report_id: str = "r1", **different: Any) -> Statement:
    """Return a statement of Red's spokesman that Red holds West, but for what is different."""
    usual = {"claimant": "Ali, Red spokesman", "claimant_side": "red", "voice_id": "red", "origin_id": "o1"}
    return statement(report_id, **(usual | different))


@pytest.mark.parametrize(
    ("different", "interest", "rule"),
    [
        ({"party": "blue"}, Interest.AGAINST, "rival_conceded"),
        ({"party": "blue", "claim": "captured"}, Interest.AGAINST, "rival_conceded"),
        ({"party": "green"}, Interest.AGAINST, "rival_conceded"),
        ({"claim": "left"}, Interest.AGAINST, "own_left"),
        ({"polarity": "denies"}, Interest.AGAINST, "own_denied"),
        ({}, Interest.SELF_SERVING, "own_position"),
        ({"claim": "captured"}, Interest.SELF_SERVING, "own_position"),
        ({"claim": "repelled", "scope": "part_of"}, Interest.SELF_SERVING, "own_position"),
        ({"party": "blue", "polarity": "denies"}, Interest.SELF_SERVING, "rival_denied"),
        ({"party": "blue", "claim": "left"}, Interest.SELF_SERVING, "rival_left"),
        ({"claimant_side": "green", "party": "red"}, Interest.AGAINST, "rival_conceded"),
        ({"claimant_side": "green", "party": "green"}, Interest.SELF_SERVING, "own_position"),
    ],
    ids=lambda value: " ".join(value.values()) or "usual" if isinstance(value, dict) else None,
)
def test_a_partys_words_bear_on_its_own_side(different: dict, interest: Interest, rule: str) -> None:
    assert bearing(said(**different), world()) == (interest, rule)


@pytest.mark.parametrize(
    "different",
    [
        {"claimant_side": "outlet", "party": "blue"},
        {"claimant_side": "outlet", "party": "red"},
        {"claimant_side": "third_party"},
        {"claimant_side": "green", "party": "blue"},
        {"claimant_side": "blue", "party": "green"},
        {"claimant_side": "blue", "party": "green", "claim": "left"},
        {"claimant_side": "blue", "party": "green", "polarity": "denies"},
        {"claim": "left", "polarity": "denies"},
        {"claim": "left", "polarity": "denies", "party": "blue"},
        {"claim": "advancing"},
        {"claim": "present", "party": "blue"},
        {"claim": "attacked", "party": "blue", "polarity": "denies"},
        {"claim": "fighting", "party": ""},
        {"party": "nobody"},
    ],
    ids=[
        "an outlet",
        "an outlet of the holder",
        "a third party",
        "an ally",
        "an ally, the other way",
        "an ally that left",
        "an ally denied",
        "a denial that its side left",
        "a denial that a rival left",
        "an advance",
        "presence",
        "an attack denied",
        "nobody's fight",
        "an unknown party",
    ],
)
def test_without_a_party_a_rival_and_a_position_no_interest_is_read_in(different: dict) -> None:
    assert bearing(said(**different), world()) is None


def test_witnesses_are_counted_once_each_in_the_order_in_which_they_voted() -> None:
    votes = [
        said("r1", party="blue", origin_id="o2"),
        said("r2", source="radio", origin_id="o2"),
        said("r3", voice_id="blue", claimant_side="blue", source="radio"),
        said("r4", voice_id="paper", claimant_side="outlet", party="blue", source="agency"),
    ]
    counted = witnesses(iter(votes), world())
    assert counted.voices == ("red", "blue", "paper")
    assert counted.origins == ("o2", "o1")
    assert counted.carriers == ("paper", "radio", "agency")
    assert counted.against_interest == ("red", "blue")


def test_a_voice_that_serves_itself_is_not_counted_against_its_interest() -> None:
    assert witnesses([said()], world()).against_interest == ()
    assert witnesses([said(party="blue"), said(party="green")], world()).against_interest == ("red",)


def test_admissions_lead_from_each_speaker_to_the_areas_each_once() -> None:
    votes = [
        said(party="blue", area_id="north"),
        said(party="red", area_id="east"),
        said(party="blue", area_id="west"),
        said(party="blue", area_id="north"),
        said(party="red", claimant="Omar", claimant_side="blue"),
        said(party="blue", claimant="The Paper", claimant_side="outlet"),
    ]
    assert admissions(world(), votes) == {"Ali, Red spokesman": ("north", "west"), "Omar": ("west",)}


def test_four_outlets_of_one_statement_come_from_one_origin() -> None:
    heard = [
        said("r1", quote="Red took all of West today"),
        said("r2", claimant="Ali", source="radio", quote="other words"),
        said("r3", source="radio"),
    ]
    (chain,) = chains(heard, voted=["r2"])
    assert chain == (
        "o1",
        "Red took all of…",
        ("Ali, Red spokesman", "Ali"),
        ("The Paper", "The Radio"),
        ("r1", "r2", "r3"),
        True,
        True,
        False,
    )


def test_origins_that_vote_come_first_and_keep_their_order() -> None:
    heard = [said(f"r{number}", origin_id=f"o{number}") for number in range(1, 6)]
    found = chains(heard, voted=iter(["r4", "r2", "r9"]))
    assert [(chain.origin_id, chain.votes) for chain in found] == [
        ("o2", True),
        ("o4", True),
        ("o1", False),
        ("o3", False),
        ("o5", False),
    ]


def test_an_origin_gathers_its_statements_from_between_others() -> None:
    found = chains([said("r1"), said("r2", origin_id="o2"), said("r3")], voted=())
    assert [chain.report_ids for chain in found] == [("r1", "r3"), ("r2",)]


@pytest.mark.parametrize(
    ("quote", "begins"),
    [
        ("took Rokha", "took Rokha"),
        ("the NRF took Rokha", "the NRF took Rokha"),
        ("the NRF beat  back the attack", "the NRF beat back…"),
        ("", ""),
    ],
    ids=["shorter", "four words", "longer", "none"],
)
def test_an_origin_is_known_again_by_its_first_four_words(quote: str, begins: str) -> None:
    assert beginning(quote) == begins


def test_massouds_statement_is_one_origin_in_three_outlets_about_andarab() -> None:
    found = {chain.origin_id: chain for chain in chains(told("andarab").statements, ())}
    assert found["massoud-statement-5sep"].outlets == ("SouthFront", "CNN", "Anadolu Agency")


def test_kareemi_speaks_against_his_own_side_about_bazarak() -> None:
    _, area, statements = told("bazarak")
    voters = [one for one in statements if one.report_id in area.voted]
    assert witnesses(voters, conflict()).against_interest == ("taliban",)


def test_kareemis_admissions_lead_to_two_areas_of_panjshir() -> None:
    votes = account().statements(report_id for ids in table()["voted"] for report_id in ids)
    assert admissions(conflict(), votes) == {"Belal Kareemi, Taliban spokesman": ("bazarak", "rokha")}
