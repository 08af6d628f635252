"""Why a field is what it is, in both languages."""

import re
from pathlib import Path

import pytest
from invented import read

import geo.reader
from geo.words import languages, load_words

SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in Path(geo.reader.__file__).parent.glob("*.py"))
KEYS = {*re.findall(r'Reason\("(\w+)"', SOURCE)} | {
    f"{tense}_{clock}" for tense in ("present", "past") for clock in ("said", "article")
}


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_words(language):
    words = load_words(language)
    assert KEYS
    assert [key for key in KEYS if f"reader.reason.{key}" not in words.entries] == []


def test_each_field_of_a_row_says_why():
    (found,) = read("The Reds said on Monday they had captured Zarnab.")
    told = {field: reason.told(load_words()) for field, reason in found.reasons.items()}
    assert told == {
        "area_id": "“Zarnab”",
        "claim": "“captured”",
        "party": "“they”: the speaker's side",
        "claimant": "“said” + “The Reds”",
        "date_to": "past or perfect: no first day; the day it was said",
    }


def test_the_reasons_of_a_row_are_told_in_dari():
    (found,) = read("The Reds said on Monday they had captured Zarnab.")
    assert found.reasons["party"].told(load_words("fa")) == "«they»: طرف گوینده"


def test_the_column_keeps_plain_english():
    (found,) = read("The Reds are in control of Zarnab.")
    assert found.date_basis == "present tense: the article's day"
