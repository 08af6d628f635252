"""A statement as a footnote: who, where, which words, about which days, published when."""

from datetime import date

import pytest
from made_up import september, statement

from geo.sentences import footnote
from geo.sentences.footnotes import days_in_full, full_date, full_days
from geo.words import load_words

EN, FA = load_words(), load_words("fa")


def published(first, last, **more):
    """Return a statement whose article was published between two days."""
    usual = statement()
    carrier = usual.carrier._replace(published_from=first, published_to=last, **more)
    return usual._replace(carrier=carrier)


def test_a_source_that_an_outlet_quotes_speaks_in_it():
    said = footnote(statement(claimant="a spokesman", claimant_side="red", voice_id="red"), EN)
    assert said.startswith("a spokesman, in The Paper, “Red holds West”, ")


def test_an_outlet_in_its_own_voice_is_named_once():
    assert footnote(statement(), EN).startswith("The Paper, “Red holds West”, ")


def test_a_cell_of_a_table_stands_without_quotation_marks():
    said = footnote(statement(evidence="table", cell="control=1", cell_row="7"), EN)
    assert "in the table: control = 1, row 7" in said
    assert "“" not in said


@pytest.mark.parametrize(("note", "told"), [("from Dari", True), ("", False)], ids=["retold", "as said"])
def test_words_that_were_translated_back_say_so(note, told):
    usual = statement()
    said = footnote(usual._replace(carrier=usual.carrier._replace(translation_note=note)), EN)
    assert ("quoted as retranslated" in said) == told


@pytest.mark.parametrize(
    ("first", "last", "about"),
    [
        (september(3), september(5), "about 3–5 September 2021"),
        (september(5), september(5), "about 5 September 2021"),
        (None, september(5), "about a time up to 5 September 2021"),
        (None, None, "undated"),
    ],
    ids=["a span", "a day", "no first day", "no day"],
)
def test_the_days_that_a_statement_is_about_are_told(first, last, about):
    assert about in days_in_full(statement(date_from=first, date_to=last), EN)


@pytest.mark.parametrize(
    ("first", "last"), [(None, september(6)), (september(5), None), (None, None)], ids=["to", "from", "none"]
)
def test_where_a_day_of_publication_is_not_known_none_is_told(first, last):
    assert "published" not in days_in_full(published(first, last), EN)


def test_both_days_of_publication_are_told():
    assert days_in_full(published(september(5), september(6)), EN).endswith("published 5–6 September 2021")


def test_a_publication_that_was_inferred_says_so():
    told = days_in_full(published(september(5), september(6), published_basis="inferred"), EN)
    assert told.endswith("published 5–6 September 2021 (inferred)")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 9, 5), date(2021, 9, 5), "5 September 2021"),
        (date(2021, 9, 5), date(2021, 9, 6), "5–6 September 2021"),
        (date(2021, 8, 5), date(2021, 9, 5), "5 August 2021 to 5 September 2021"),
        (date(2021, 8, 30), date(2021, 9, 5), "30 August 2021 to 5 September 2021"),
        (date(2020, 9, 5), date(2021, 9, 5), "5 September 2020 to 5 September 2021"),
    ],
    ids=["a day", "in a month", "the same day of two months", "two months", "the same month of two years"],
)
def test_a_span_says_each_month_and_year_once(first, last, said):
    assert full_days(first, last, EN) == said


def test_days_are_in_the_languages_digits():
    assert full_date(september(15), EN) == "15 September 2021"
    assert FA.number(15) in full_date(september(15), FA)
    assert not any(digit in full_days(september(5), september(16), FA) for digit in "0123456789")
