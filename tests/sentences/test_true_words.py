"""Every sentence stands on its rows: for each narrator, day and day of knowledge, in both languages."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from panjshir import account, conflict

from geo.reading import EVERYONE, Scope
from geo.sentences import Account, Statement, Told, changes_on, silence, why
from geo.view import days, narrators
from geo.words import load_words

LANGUAGES = ("en", "fa")
WIDE = frozenset({Scope.ALL_OF, Scope.ALL_BUT, Scope.ONLY_OUTSIDE})
EVERY_KNOWLEDGE = (None, date(2021, 8, 29), date(2021, 8, 30), date(2021, 9, 4), date(2021, 9, 6))
"""Everything, before anything, and each day that adds an article, with the eve of the last ones."""


@pytest.fixture(params=list(product(LANGUAGES, narrators(conflict()))), ids="-".join)
def told(request: pytest.FixtureRequest) -> Iterator[tuple[Account, date, str, str, Told]]:
    """Return every sentence of a narrator in a language: account, day, area, language, sentence."""
    language, narrator = request.param
    views = product(EVERY_KNOWLEDGE, days(conflict()), conflict().areas.index)
    return (
        (account(narrator, known), day, area, language, one)
        for known, day, area in views
        for one in why(account(narrator, known), area, day, load_words(language))
    )


def test_each_sentence_stands_on_rows_or_says_that_there_are_none(
    told: Iterator[tuple[Account, date, str, str, Told]],
) -> None:
    found = 0
    for made, day, area, language, one in told:
        positions = [
            row
            for row in made.said(area, day)
            if row.takes_position and row.asserts and row.scope != Scope.PART_OF and row.begins
        ]
        if one.report_ids:
            assert set(one.report_ids) <= {row.report_id for row in made.said(area, day)}, one
        else:
            assert not [row for row in positions if row.date_to and row.date_to <= day], (area, day, one)
            unsaid = silence(conflict(), made.narrator, load_words(language), name(area, language))
            assert one.text in {unsaid, load_words(language).say("explain.silence", said=unsaid)}
        found += 1
    assert found > len(days(conflict()))


def name(area: str, language: str) -> str:
    row = conflict().areas.loc[area]
    return str(row["name_fa"] if language == "fa" else row["name"])


def test_every_hedge_is_said_and_every_wide_word_is_quoted_before_it_is_read(
    told: Iterator[tuple[Account, date, str, str, Told]],
) -> None:
    hedged = quoted = 0
    for made, _, _, language, one in told:
        rows = made.statements(one.report_ids)
        for row in rows if retells(one, rows, language) else ():
            if row.hedge:
                assert row.hedge in one.text, (row.report_id, one.text)
                hedged += 1
            if row.scope in WIDE and row.takes_position:
                assert row.quote in one.text, (row.report_id, one.text)
                quoted += 1
    assert made.narrator != EVERYONE or (hedged and quoted)


def retells(one: Told, rows: list[Statement], language: str) -> bool:
    """Return whether a sentence retells what was said: it names a speaker, and not too many to name all."""
    return len({row.voice_id for row in rows}) <= 3 and any(
        conflict().said(row.carrier.outlet, language) in one.text for row in rows
    )


OLD = {
    "a denial that does not say of what": "denied it",
    "a whole held, where CNN called it the only region": "held all of Panjshir",
    "a list of exceptions without its names": "a few areas",
    "an exception without its name": "outside one exception",
    "peace where nobody reports fighting": "any more",
    "an end of what nobody followed": "no longer changing",
    "two voices that oppose each other, as one number": "2 voices",
    "one word for two reasons of a pale colour": "wider or own claim",
    "rivals in one heap": "Wider statements that agree",
    "a single side as if it were the only voice": "nly the holder’s own side",
    "a word that takes training": "conceded",
    "a clock that says a day where it means the time up to it": "{narrator} of {day}",
    "a body that the sentence does not name": "resistance fighters of the NRF",
}


OLD_IN_DARI = {
    "voices, counted together": "{count} صدا",
    "one word for two reasons of a pale colour": "گفته وسیع یا ادعای خود",
    "rivals in one heap": "وسیع‌تر که موافق است",
    "a single side as if it were the only voice": "تنها خود همان طرف",
    "a clock that says a day where it means the time up to it": "آنچه در باره {day}",
    "peace where nobody reports fighting": "دیگر گزارش جنگ",
    "a list of exceptions without its names": "از چند ساحه",
}


@pytest.mark.parametrize("old", OLD_IN_DARI.values(), ids=OLD_IN_DARI)
def test_no_dari_sentence_uses_the_old_wording(old: str) -> None:
    entries = load_words("fa").entries.items()
    shown = [key for key, entry in entries if old in str(entry) and not key.startswith("scopes.long")]
    assert shown == []


@pytest.mark.parametrize("old", OLD.values(), ids=OLD)
def test_no_sentence_uses_the_old_wording(old: str) -> None:
    words = load_words("en")
    shown = {
        key: entry for key, entry in words.entries.items() if not key.startswith(("explain.rule", "export."))
    }
    assert not [key for key, entry in shown.items() if old in str(entry)]
    made = account()
    for day, area in product(days(conflict()), conflict().areas.index):
        assert not any(old in one.text for one in why(made, area, day, words))


@pytest.mark.parametrize(
    ("narrator", "sentence"),
    [
        ("taliban", "The Taliban do not say who holds Rokha, in these reports, up to this day."),
        ("nrf", "The NRF do not say who holds Rokha, in these reports, up to this day."),
        ("others", "Outlets and third parties do not say in their own voice who holds Rokha"),
        ("everyone", "No statement in these reports, up to this day, says who holds Rokha."),
    ],
)
def test_silence_belongs_to_a_narrator(narrator: str, sentence: str) -> None:
    (one,) = why(account(narrator), "rokha", date(2021, 8, 25), load_words("en"))
    assert one.text.startswith(sentence)
    assert one.text.endswith("Silence is not control.")


UNSAID = "The NRF do not say who holds Dara, in these reports, up to this day."
DENIED = (
    "These words are read as denying a rival’s hold, which gives the area to nobody: resistance "
    "fighters, in CNN’s report: “But resistance fighters appeared to refute the Taliban’s claims” (read as a "
    "denial that the Taliban took all of Panjshir except Bazarak and Rokha, Dara among them)."
)


def test_a_denial_without_a_position_is_told_and_is_no_silence() -> None:
    found = why(account("nrf"), "dara", date(2021, 9, 6), load_words("en"))
    assert found == (Told(UNSAID, ()), Told(DENIED, ("cnn-04-dara",)))


NEWER = (
    "A newer word about a wider place would speak against it, if it is meant of Bazarak too; it colours "
    "nothing: the Taliban, in Al Arabiya’s report, said the Taliban took “almost the entire valley” "
    "(“claimed”)."
)


@pytest.mark.parametrize(("day", "told"), [(5, True), (6, True), (4, False)])
def test_a_newer_word_about_a_wider_place_is_told_and_colours_nothing(day: int, told: bool) -> None:
    made = account()
    found = why(made, "bazarak", date(2021, 9, day), load_words("en"))
    assert (Told(NEWER, ("alarabiya-06-panjshir",)) in found) == told
    assert made.area("bazarak", date(2021, 9, day)).holders == ("nrf",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_speakers_are_named_in_the_language_of_the_page(language: str) -> None:
    text = " ".join(one.text for one in why(account(), "bazarak", date(2021, 9, 5), load_words(language)))
    assert ("بلال کریمی" in text) == (language == "fa")
    assert ("Belal Kareemi" in text) == (language == "en")


def test_a_partys_word_of_attacks_is_no_report_of_fighting() -> None:
    (andarab,) = [
        row for row in changes_on(account(), date(2021, 9, 5), load_words()).found if row.area_id == "andarab"
    ]
    assert "attacks there, by one side’s word" in andarab.text
    assert "fighting reported" not in andarab.text


def test_wider_statements_for_the_same_holder_are_told_beside_those_against_it() -> None:
    texts = [one.text for one in why(account(), "anaba", date(2021, 9, 5), load_words("en"))]
    also = next(
        place for place, text in enumerate(texts) if text.startswith("Of a wider area, the same is said: ")
    )
    assert "Belal Kareemi" in texts[also]
    assert texts[also + 1].startswith("Against it: ")


def test_a_denial_about_some_part_is_told_apart_from_what_speaks_against_the_area() -> None:
    texts = [one.text for one in why(account(), "anaba", date(2021, 9, 5), load_words("en"))]
    (elsewhere,) = [
        text for text in texts if text.startswith("Said of a wider place, and perhaps not of Anaba: ")
    ]
    assert "pro-NRF social media accounts" in elsewhere
    (against,) = [text for text in texts if text.startswith("Against it: ")]
    assert "pro-NRF social media accounts" not in against


def test_a_change_to_a_denial_keeps_its_hedge() -> None:
    (dara,) = [
        row
        for row in changes_on(account("nrf"), date(2021, 9, 5), load_words()).found
        if row.area_id == "dara"
    ]
    assert dara.text == "no statement → denied: Taliban (“appeared to”)"
