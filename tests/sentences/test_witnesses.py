"""geo.sentences.witnesses: witnesses are not echoes, and who speaks against whose interest."""

from datetime import date

import pytest
from panjshir import account, conflict, table, told

from geo.sentences.statements import Carrier, Statement
from geo.sentences.witnesses import Interest, admissions, bearing, beginning, chains, witnesses

CNN = Carrier("cnn", "CNN", "", date(2021, 9, 5), date(2021, 9, 6), "inferred: a guess", "")
ANADOLU = CNN._replace(source_id="anadolu", outlet="Anadolu Agency")


def said(**different: object) -> Statement:
    """Return a statement of the Taliban that they hold Rokha, but for what is different."""
    usual = Statement(
        report_id="r1",
        origin_id="o1",
        area_id="rokha",
        place_as_written="Rokha",
        scope="named",
        claim="holds",
        polarity="asserts",
        party="taliban",
        claimant="Belal Kareemi, Taliban spokesman",
        voice_id="taliban",
        claimant_side="taliban",
        date_from=None,
        date_to=date(2021, 9, 5),
        date_basis="",
        quote="Rokha",
        reliability="C",
        credibility="3",
        note="",
        carrier=CNN,
    )
    return usual._replace(**different)


@pytest.mark.parametrize(
    ("different", "interest", "rule"),
    [
        ({"party": "nrf"}, Interest.AGAINST, "rival_conceded"),
        ({"claim": "left"}, Interest.AGAINST, "own_left"),
        ({"polarity": "denies"}, Interest.AGAINST, "own_denied"),
        ({}, Interest.SELF_SERVING, "own_position"),
        ({"claim": "captured"}, Interest.SELF_SERVING, "own_position"),
        ({"claim": "repelled", "scope": "part_of"}, Interest.SELF_SERVING, "own_position"),
        ({"party": "nrf", "polarity": "denies"}, Interest.SELF_SERVING, "rival_denied"),
        ({"party": "nrf", "claim": "left"}, Interest.SELF_SERVING, "rival_left"),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else None,
)
def test_a_partys_words_bear_on_its_own_side(different: dict, interest: Interest, rule: str) -> None:
    assert bearing(said(**different), conflict()) == (interest, rule)


@pytest.mark.parametrize(
    "different",
    [
        {"claimant_side": "outlet", "party": "nrf"},
        {"claimant_side": "third_party"},
        {"claim": "advancing"},
        {"claim": "present", "party": "nrf"},
        {"claim": "fighting", "party": ""},
    ],
    ids=["an outlet", "a third party", "an advance", "presence", "nobody's fight"],
)
def test_without_a_party_and_a_position_no_interest_is_read_in(different: dict) -> None:
    assert bearing(said(**different), conflict()) is None


def test_two_carriers_of_one_origin_are_one_witness() -> None:
    counted = witnesses([said(), said(report_id="r2", carrier=ANADOLU)], conflict())
    assert (len(counted.voices), len(counted.origins), len(counted.carriers)) == (1, 1, 2)


def test_who_speaks_against_their_own_interest_is_named() -> None:
    counted = witnesses([said(party="nrf"), said(voice_id="nrf", claimant_side="nrf")], conflict())
    assert counted.against_interest == ("taliban", "nrf")


def test_four_outlets_of_one_statement_come_from_one_origin() -> None:
    again = said(report_id="r2", claimant="Kareemi", carrier=ANADOLU)
    (chain,) = chains([said(), again, said(report_id="r3")], voted=["r2"])
    assert chain.outlets == ("CNN", "Anadolu Agency")
    assert chain.speakers == ("Belal Kareemi, Taliban spokesman", "Kareemi")
    assert chain.votes


def test_origins_that_vote_come_first() -> None:
    found = chains([said(), said(report_id="r2", origin_id="o2")], voted=["r2"])
    assert [chain.origin_id for chain in found] == ["o2", "o1"]


@pytest.mark.parametrize(
    ("quote", "begins"),
    [("took Rokha", "took Rokha"), ("the NRF beat  back the attack", "the NRF beat back…"), ("", "")],
    ids=["short enough", "longer", "none"],
)
def test_an_origin_is_known_again_by_its_first_words(quote: str, begins: str) -> None:
    assert beginning(quote) == begins
    assert [chain.begins for chain in chains([said(quote=quote)], ())] == [begins]


def test_massouds_statement_is_one_origin_in_three_outlets_about_andarab() -> None:
    found = {chain.origin_id: chain for chain in chains(told("andarab").statements, ())}
    assert len(found["massoud-statement-5sep"].outlets) == 3


def test_kareemi_speaks_against_his_own_side_about_bazarak() -> None:
    _, area, statements = told("bazarak")
    voters = [one for one in statements if one.report_id in area.voted]
    assert witnesses(voters, conflict()).against_interest == ("taliban",)


def test_admissions_lead_from_the_speaker_to_the_areas() -> None:
    votes = account().statements(report_id for ids in table()["voted"] for report_id in ids)
    assert admissions(conflict(), votes) == {"Belal Kareemi, Taliban spokesman": ("bazarak", "rokha")}
