"""geo.sentences.why: why an area looks as it does, in plain sentences."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from made_up import control, september, silent, statement, subject, world
from panjshir import FIFTH, AreaOnDay, told

from geo.sentences.statements import Statement
from geo.sentences.why import explanation, rules, sentence, silence
from geo.words import load_words

WORDS = load_words("en")

PAPER = "The Paper said the Reds held West."
HELD = statement("r1")
DENIED = statement("r2", claimant="Omar", claimant_side="blue", polarity="denies")
BLUES_HOLD = statement("r3", claimant="Sima", claimant_side="third_party", party="blue")


def explained(statements: Sequence[Statement] = (HELD,), **different: Any) -> tuple[str, ...]:
    """Return the sentences about West, which shows what `different` says."""
    return tuple(one.text for one in explanation(subject(), control(**different), statements))


ONLY_REGION = (
    "“the only region among the 34 provinces of Afghanistan that remains outside the control of the Taliban”"
)
REFUTED = (
    "resistance fighters, in CNN’s report: “But resistance fighters appeared to refute "
    "the Taliban’s claims” (read as a denial that the Taliban took all of Panjshir "
    "except Bazarak and Rokha, Dara among them)"
)
OMAR = "Omar, in The Paper’s report, denied that the Reds held West"


def paragraph(told_of: AreaOnDay) -> str:
    """Return the paragraph that explains an area of Panjshir."""
    return sentence(told_of.subject, told_of.control, told_of.statements)


@pytest.mark.parametrize(
    ("area_id", "day", "words"),
    [
        (
            "rokha",
            FIFTH,
            (
                "Sources disagree. Taliban spokesman Belal Kareemi, in CNN’s report, "
                "said the NRF held Rokha; unnamed local media, in Anadolu Agency’s report, "
                "said the Taliban took Rokha. "
                "SouthFront reported fighting. In the article’s words: “were reported”."
            ),
        ),
        (
            "rokha",
            date(2021, 8, 29),
            "No statement in these reports, up to this day, says who holds Rokha. Silence is not control.",
        ),
        (
            "rokha",
            date(2021, 8, 30),
            (
                "TASS: “The northern province of Panjshir is the only pocket of resistance to the Taliban” "
                "(read as: the NRF held Rokha). "
                "No statement that counts names Rokha: it is reached only through words "
                "about a wider or another place."
            ),
        ),
        (
            "rokha",
            date(2021, 8, 31),
            (
                "TASS: “The northern province of Panjshir is the only pocket of resistance to the Taliban” "
                "(read as: the NRF held Rokha). "
                "No statement that counts names Rokha: it is reached only through words "
                "about a wider or another place. "
                "The newest statement on who holds it is about the day before."
            ),
        ),
        (
            "paryan",
            date(2021, 9, 4),
            (
                "TASS: “The northern province of Panjshir is the only pocket of resistance to the Taliban” "
                "(read as: the NRF held Paryan). "
                "No statement that counts names Paryan: it is reached only through words "
                "about a wider or another place. "
                "Changing hands between 3 and 5 September, by the account of SouthFront. "
                "The newest statement on who holds it is 5 days old."
            ),
        ),
    ],
    ids=["a dispute", "silence", "a wider statement", "a day old", "changing hands"],
)
def test_an_area_of_panjshir_is_explained_in_a_paragraph(area_id: str, day: date, words: str) -> None:
    assert paragraph(told(area_id, day)) == words


@pytest.mark.parametrize(
    ("area_id", "words"),
    [
        ("bazarak", "It is a rival of the NRF who says so."),
        (
            "dara",
            REFUTED,
        ),
        (
            "anaba",
            f"Against it: CNN, of Panjshir: {ONLY_REGION} (read as: the NRF held Anaba)",
        ),
        (
            "andarab",
            f"CNN, of Panjshir: {ONLY_REGION} (read as: the Taliban held Andarab)",
        ),
        ("andarab", "spoke of attacks by the Taliban."),
    ],
)
def test_a_sentence_says_what_the_map_can_only_hint_at(area_id: str, words: str) -> None:
    assert words in paragraph(told(area_id))


def test_what_was_not_known_is_not_explained() -> None:
    known = told("rokha", known=date(2021, 9, 4))
    assert "Kareemi" in paragraph(told("rokha"))
    assert "Kareemi" not in paragraph(known)
    assert "TASS" in paragraph(known)


def test_silence_is_explained_by_nothing_else() -> None:
    words = "No statement in these reports, up to this day, says who holds West. Silence is not control."
    assert explanation(subject(), silent(), [HELD]) == ((words, ()),)
    fought = statement("r4", claim="fighting", party="")
    marked = {**vars(silent()), "fighting": True, "fighting_by": ("r4",)}
    assert explained([fought], **marked) == (words, "The Paper reported fighting.")


@pytest.mark.parametrize(
    ("different", "sentences"),
    [
        ({}, (PAPER,)),
        ({"status": "claimed"}, (PAPER, "It is the holder’s own side that says so.")),
        ({"status": "conceded"}, (PAPER, "It is a rival of the Reds who says so.")),
        (
            {"wide": True},
            (
                PAPER,
                (
                    "No statement that counts names West: it is reached only through words "
                    "about a wider or another place."
                ),
            ),
        ),
        (
            {"status": "claimed", "wide": True, "stale": True, "age_days": 6},
            (
                PAPER,
                "It is the holder’s own side that says so.",
                (
                    "No statement that counts names West: it is reached only through words "
                    "about a wider or another place."
                ),
                "The newest statement on who holds it is 6 days old: this colour is stale.",
            ),
        ),
        (
            {"status": "disputed", "holders": ("red", "blue"), "voted": ("r1", "r3")},
            (
                "Sources disagree.",
                "The Paper said the Reds held West; Sima, in The Paper’s report, said the Blues held West.",
            ),
        ),
        (
            {"status": "disputed", "blank": True, "blank_by": ("r2",)},
            (
                "Disputed: one side says so, and what is told of its rival is read as a denial.",
                f"The Paper said the Reds held West; {OMAR}.",
            ),
        ),
        (
            {"status": "disputed", "blank": False, "blank_by": ("r2",)},
            ("Sources disagree.", PAPER),
        ),
    ],
    ids=[
        "reported",
        "claimed",
        "conceded",
        "reached by a wider statement",
        "all that may follow",
        "two holders",
        "a denied hold",
        "a denial that leaves no blank",
    ],
)
def test_the_status_is_told_by_the_votes(different: dict[str, Any], sentences: tuple[str, ...]) -> None:
    assert explained([HELD, DENIED, BLUES_HOLD], **different) == sentences


def test_the_clauses_of_a_sentence_begin_with_a_capital() -> None:
    unnamed = statement("r1", claimant="unnamed men", claimant_side="third_party")
    assert explained([unnamed]) == ("Unnamed men, in The Paper’s report, said the Reds held West.",)


def test_a_paragraph_is_its_sentences_with_spaces_between() -> None:
    assert sentence(subject(), control(status="claimed"), iter([HELD])) == (
        f"{PAPER} It is the holder’s own side that says so."
    )


@pytest.mark.parametrize(
    ("different", "against"),
    [
        ({"contradicted_by": ("r3",)}, "Sima, in The Paper’s report, said the Blues held West"),
        (
            {"contradicted_by": ("r2", "r3"), "denying": ("r2",)},
            f"Sima, in The Paper’s report, said the Blues held West; {OMAR}",
        ),
        (
            {"contradicted_by": ("r2", "r3"), "denying": ("r2",), "blank_by": ("r2",)},
            "Sima, in The Paper’s report, said the Blues held West",
        ),
    ],
    ids=["a wider statement", "denials come last", "but for what makes the hatch"],
)
def test_what_contradicts_a_hold_is_said(different: dict[str, Any], against: str) -> None:
    found = explained([HELD, DENIED, BLUES_HOLD], contradicted=True, **different)
    assert found == (PAPER, f"Against it: {against}.")


@pytest.mark.parametrize(
    "different",
    [
        {"contradicted": False, "contradicted_by": ("r3",)},
        {"contradicted": True, "contradicted_by": ("r2",), "blank_by": ("r2",)},
        {"contradicted": True, "contradicted_by": ("unknown",)},
    ],
    ids=["no mark", "told by the hatch", "the words do not exist"],
)
def test_nothing_is_said_against_a_hold_without_a_mark_or_words(different: dict[str, Any]) -> None:
    assert explained([HELD, DENIED, BLUES_HOLD], **different) == (PAPER,)


def test_a_hatch_of_two_holders_says_by_itself_that_it_is_contradicted() -> None:
    found = explained(
        [HELD, BLUES_HOLD],
        status="disputed",
        holders=("red", "blue"),
        contradicted=True,
        contradicted_by=("r3",),
    )
    assert found == ("Sources disagree.", PAPER)


@pytest.mark.parametrize(
    ("denying", "rest"),
    [((), ""), (("d1",), "; 1 more speaks against it"), (("d1", "d2"), "; 2 more speak against it")],
)
def test_three_clauses_speak_against_a_hold_and_the_rest_is_counted(
    denying: tuple[str, ...], rest: str
) -> None:
    against = [statement(f"a{n}", claimant=f"witness {n}", claimant_side="x", party="blue") for n in "123"]
    denials = [statement(f"d{n}", claimant=f"man {n}", claimant_side="x", polarity="denies") for n in "12"]
    three = "; ".join(f"witness {n}, in The Paper’s report, said the Blues held West" for n in "123")
    found = explained(
        [HELD, *denials, *against],
        contradicted=True,
        contradicted_by=(*denying, "a1", "a2", "a3"),
        denying=denying,
    )
    assert found == (PAPER, f"Against it: {three}{rest}.")


def test_each_sentence_names_the_reports_that_it_stands_on() -> None:
    denial = statement("r3", claimant="Omar", claimant_side="x", polarity="denies")
    fight = statement("r4", claim="fighting", party="")
    row = control(
        status="disputed", blank=True, blank_by=("r3",), fighting=True, fighting_by=("r4",), age_days=2
    )
    found = explanation(subject(), row, [HELD, denial, fight])
    assert [one.report_ids for one in found] == [("r1", "r3"), ("r1", "r3"), ("r4",), ("r1",)]


@pytest.mark.parametrize(
    ("age", "stale", "sentences"),
    [
        (pd.NA, False, ()),
        (0, False, ()),
        (1, False, ("The newest statement on who holds it is about the day before.",)),
        (2, False, ("The newest statement on who holds it is 2 days old.",)),
        (6, True, ("The newest statement on who holds it is 6 days old: this colour is stale.",)),
        (0, True, ()),
    ],
    ids=["nobody votes", "today", "a day", "two days", "stale", "stale from the first day"],
)
def test_the_age_is_said_from_the_second_day(age: object, stale: bool, sentences: tuple[str, ...]) -> None:
    assert explained(age_days=age, stale=stale) == (PAPER, *sentences)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (september(3), september(5), "between 3 and 5 September"),
        (date(2021, 8, 30), september(2), "between 30 August and 2 September"),
        (september(5), september(5), "between 5 and 5 September"),
    ],
    ids=["within a month", "across two months", "on one day"],
)
def test_an_area_changes_hands_between_two_days(first: date, last: date, words: str) -> None:
    taken = statement("r4", claim="captured", claimant="unnamed men", date_from=first, date_to=last)
    assert explained([HELD, taken], changing_hands_by=("r4",)) == (
        PAPER,
        f"Changing hands {words}, by the account of unnamed men, in The Paper’s report.",
    )


def test_each_span_of_days_has_its_own_sentence_the_earliest_first() -> None:
    early, late = {"date_from": september(2)}, {"date_from": september(3)}
    captures = [
        statement("r4", claimant="The Paper", **late),
        statement("r5", claimant="The Radio", source="radio", claimant_side="outlet", **early),
        statement("r6", claimant="The Agency", source="agency", claimant_side="outlet", **late),
        statement("r7", claimant="undated", date_from=None),
        statement("r8", claimant="from a day on", date_from=september(1), date_to=None),
    ]
    ids = tuple(one.report_id for one in captures)
    assert explained([HELD, *captures], changing_hands_by=ids) == (
        PAPER,
        "Changing hands between 2 and 5 September, by the account of The Radio.",
        "Changing hands between 3 and 5 September, by the account of The Paper and The Agency.",
    )


def test_fighting_and_attacks_are_told_apart_and_attacks_by_their_party() -> None:
    men = {"claimant": "unnamed men", "claimant_side": "third_party"}
    heard = [
        statement("r4", claim="attacked", party="blue", **men),
        statement("r5", claim="fighting", party="", **men),
        statement("r6", claim="attacked", party="red"),
        statement("r7", claim="fighting", party=""),
        statement("r8", claim="attacked", party="blue"),
        statement("r9", claim="advancing", party="green"),
    ]
    ids = tuple(one.report_id for one in heard)
    assert explained([HELD, *heard], fighting_by=ids) == (
        PAPER,
        "Unnamed men, in The Paper’s report, and The Paper reported fighting.",
        "Unnamed men, in The Paper’s report, and The Paper spoke of attacks by the Blues.",
        "The Paper spoke of attacks by the Reds.",
    )


def test_sentences_come_in_order_status_contradiction_marks_age() -> None:
    heard = [
        HELD,
        BLUES_HOLD,
        statement("r4", claim="fighting", party=""),
        statement("r5", claim="captured", date_from=september(3)),
    ]
    found = explained(
        heard,
        contradicted=True,
        contradicted_by=("r3",),
        fighting_by=("r4",),
        changing_hands_by=("r5",),
        age_days=1,
    )
    assert found == (
        PAPER,
        "Against it: Sima, in The Paper’s report, said the Blues held West.",
        "Changing hands between 3 and 5 September, by the account of The Paper.",
        "The Paper reported fighting.",
        "The newest statement on who holds it is about the day before.",
    )


R3 = "R3: older than 3 days before the newest: history, not a dispute."
R4 = "R4: only the narrowest statements vote; wider ones are kept below."
REPORTED = "R5: an outlet or a third party votes for the one holder, so it is reported."


@pytest.mark.parametrize(
    ("different", "steps"),
    [
        ({}, (REPORTED,)),
        (vars(silent()), ("R1: no position, no colour.",)),
        ({"status": "claimed"}, ("R5: only the holder’s own side votes, so it is a claim.",)),
        ({"status": "conceded"}, ("R5: a rival votes for the holder, so it is conceded.",)),
        (
            {"status": "disputed", "holders": ("red", "blue")},
            ("R5: the voters name different holders, so it is disputed.",),
        ),
        (
            {"status": "disputed", "blank": True},
            ("R5: a rival denies the hold as closely as it is claimed, so it is disputed.",),
        ),
        ({"history": ("r0",)}, (R3, REPORTED)),
        ({"outvoted": ("r0",)}, (R4, REPORTED)),
        (
            {"contradicted": True},
            (REPORTED, "R6: a wider statement or a rival’s denial speaks against it."),
        ),
        (
            {"fighting": True},
            (
                REPORTED,
                "R6: a statement that names the area reports fighting or an attack on this day.",
            ),
        ),
        (
            {"changing_hands": True},
            (
                REPORTED,
                "R6: the day lies inside the days in which the capture is said to have happened.",
            ),
        ),
        ({"stale": True}, (REPORTED, "R6: older than 5 days: stale.")),
    ],
    ids=[
        "reported",
        "silence",
        "claimed",
        "conceded",
        "two holders",
        "a denied hold",
        "history",
        "outvoted",
        "contradicted",
        "fighting",
        "changing hands",
        "stale",
    ],
)
def test_the_steps_of_the_rule_are_named(different: dict[str, Any], steps: tuple[str, ...]) -> None:
    assert rules(control(**different), world(), FIFTH, WORDS) == steps


@pytest.mark.parametrize(
    ("days", "said"), [(1, "older than a day"), (3, "older than 3 days"), (10, "older than 10 days")]
)
def test_history_is_older_than_the_window_of_the_conflict(days: int, said: str) -> None:
    (step, _) = rules(
        control(history=("r0",)), replace(world(), window_days=days, stale_days=99), FIFTH, WORDS
    )
    assert step == f"R3: {said} before the newest: history, not a dispute."


def test_the_steps_of_the_rule_are_named_in_its_order() -> None:
    every = control(
        history=("r0",),
        outvoted=("r0",),
        contradicted=True,
        fighting=True,
        changing_hands=True,
        stale=True,
    )
    assert [step[:6] for step in rules(every, world(), FIFTH, WORDS)] == [
        "R3: ol",
        "R4: on",
        "R5: an",
        "R6: a ",
        "R6: a ",
        "R6: th",
        "R6: ol",
    ]


@pytest.mark.parametrize(
    ("narrator", "words"),
    [
        (
            "red",
            (
                "Silent: in these reports, nothing that comes from the Red up to this day says "
                "who holds these areas."
            ),
        ),
        (
            "others",
            (
                "Silent: nothing that outlets and third parties say in their own voice, up to this day, "
                "says who holds these areas."
            ),
        ),
        ("everyone", "Silent: nothing in these reports says, up to this day, who holds these areas."),
    ],
)
def test_silence_is_said_in_words(narrator: str, words: str) -> None:
    assert silence(world(), narrator, WORDS) == words
