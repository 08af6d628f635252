"""geo.sentences.lead: the day in one sentence, counted from what the areas show."""

from datetime import date

import pytest
from made_up import account as made_up
from made_up import september
from panjshir import FIFTH, account

from geo.sentences.account import Account
from geo.sentences.lead import lead_of
from geo.words import load_words

WORDS = load_words("en")
RED = {"party": "red", "claimant": "Reds", "claimant_side": "red", "voice_id": "red"}
BLUE = {"party": "blue", "claimant": "Blues", "claimant_side": "blue", "voice_id": "blue"}


def said(day: date, narrator: str = "everyone", *, known: date | None = None, language: str = "en") -> str:
    """Return the sentence of a day of the project's own conflict."""
    words = load_words(language)
    return lead_of(account(narrator, known), day, words, said_day=words.plain_day(day))


def of(*rows: dict[str, str], narrator: str = "everyone") -> str:
    """Return the sentence of 5 September of a made-up conflict without a focus."""
    return lead_of(made_up(*rows, narrator=narrator), september(5), WORDS, said_day="5 September")


def test_the_day_of_the_dispute_is_told_in_one_sentence() -> None:
    assert said(FIFTH) == (
        "On 5 September, three of the seven districts of Panjshir are disputed, "
        "three are reported held by the Taliban, and one is the NRF’s, as the Taliban themselves say."
    )


def test_the_same_in_dari() -> None:
    assert said(FIFTH, language="fa") == (
        "در ۵ سپتمبر، سه ولسوالی از هفت ولسوالی پنجشیر مورد اختلاف است، "  # noqa: RUF001
        "سه تا به گزارش‌ها در دست طالبان است، "  # noqa: RUF001
        "و یکی به گفته خود طالبان در دست جبهه مقاومت است."
    )


def test_all_areas_of_one_look_are_one_clause() -> None:
    assert (
        said(date(2021, 8, 30))
        == "On 30 August, all seven districts of Panjshir are reported held by the NRF."
    )


@pytest.mark.parametrize(
    ("narrator", "sentence"),
    [
        (
            "everyone",
            "Nothing in these reports says, up to 25 August, who holds any of the seven districts of",
        ),
        (
            "nrf",
            "Nothing in these reports that comes from the NRF says, up to 25 August, who holds any of the",
        ),
        (
            "others",
            "Nothing that outlets and third parties say in their own voice, up to 25 August, says who",
        ),
    ],
)
def test_silence_is_said(narrator: str, sentence: str) -> None:
    assert said(date(2021, 8, 25), narrator).startswith(sentence)


def test_a_side_tells_its_own_map_and_what_it_is_silent_about() -> None:
    assert said(FIFTH, "taliban") == (
        "The Taliban say, as of 5 September: "
        "five of the seven districts of Panjshir are the Taliban’s and two are the NRF’s."
    )
    assert said(FIFTH, "nrf").endswith("and one is the NRF’s; they do not say who holds the other two.")


def test_a_denial_is_never_said_as_a_fact() -> None:
    assert "four of the seven districts of Panjshir are, as their words are read, not the Taliban’s" in said(
        FIFTH, "nrf"
    )


def test_only_what_was_known_is_counted() -> None:
    eve = date(2021, 9, 4)
    assert said(FIFTH, known=eve) == (
        "On 5 September, all seven districts of Panjshir are reported held by the NRF."
    )


def test_without_a_focus_all_areas_are_counted_and_the_rest_is_silence() -> None:
    assert of({}) == (
        "On 5 September, one of the three areas on this map is reported held by the Reds; "
        "no statement says who holds the other two."
    )


@pytest.mark.parametrize(
    ("rows", "clause"),
    [
        ([RED], "one of the three areas on this map is the Reds’s by their own word;"),
        (
            [{**BLUE, "party": "red"}],
            "one of the three areas on this map is the Reds’s, as the Blue themselves say;",
        ),
        ([RED, BLUE], "one of the three areas on this map is disputed;"),
        ([{**BLUE, "party": "red", "polarity": "denies"}], "has only a denial that the Reds hold it;"),
    ],
    ids=["claimed", "conceded", "disputed", "denied"],
)
def test_whose_word_it_is_stands_with_it(rows: list[dict[str, str]], clause: str) -> None:
    assert clause in of(*rows)


def only(*areas: str) -> str:
    """Return the sentence of an account of some areas of the project's conflict."""
    whole = account().conflict
    return lead_of(Account(whole, areas=areas), FIFTH, WORDS, said_day="5 September")


def test_no_one_and_two_areas() -> None:
    assert only() == ""
    assert only("rokha") == "On 5 September, Rokha is disputed."
    assert only("rokha", "dara") == "On 5 September, both districts on this map are disputed."


def test_part_of_the_focus_is_not_called_the_whole() -> None:
    assert only("rokha", "dara", "khenj").startswith(
        "On 5 September, two of the three districts on this map are"
    )


def test_areas_of_several_kinds_are_areas() -> None:
    assert only("andarab", "parwan").startswith("On 5 September, both areas on this map are")


def test_more_looks_than_a_sentence_holds_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.sentences.lead.MOST_CLAUSES", 2)
    assert said(FIFTH) == (
        "On 5 September, three of the seven districts of Panjshir are disputed and four are told otherwise."
    )


@pytest.mark.parametrize(
    ("number", "word"), [(0, "no"), (3, "three"), (12, "twelve"), (13, "13"), (1200, "1,200")]
)
def test_small_numbers_are_words(number: int, word: str) -> None:
    assert WORDS.spelled(number) == word
