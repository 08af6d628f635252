"""Dari gives rows; five other languages at least sentences to look at."""

from datetime import date
from pathlib import Path

import pytest

from geo.reader import reader_of
from geo.reader.cues import cue_languages, load_cues

MARCHES = Path(__file__).parents[2] / "examples" / "marches"


def read(text, language):
    reader = reader_of(MARCHES, "ساحل", date(2031, 5, 15), language)
    return [
        (one.tier, one.area_id, one.claim, one.party, one.claimant_side) for one in reader.candidates(text)
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("نیروهای شورا روز چهارشنبه میرکوه را گرفتند.", ("mirkuh", "captured", "council", "outlet")),
        ("سخنگوی پاسداران گفت: «ما از زرناب بیرون رفتیم».", ("zarnab", "left", "guard", "guard")),
        ("تیرآباد هنوز در دست پاسداران کوه است.", ("tirabad", "holds", "guard", "outlet")),
        (
            "سخنگوی اتحاد رود گفته بود که اتحاد حمله به پلزر را پس زد.",
            ("pulzar", "repelled", "league", "league"),
        ),
    ],
)
def test_dari_sentences_give_rows(text, row):
    assert read(text, "fa") == [("row", *row)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "سيطرت القوات على Zarnab"),
        ("ru", "Войска захватили Zarnab в понедельник"),
        ("tr", "Zarnab ele geçirildi"),
        ("fr", "Les forces ont pris Zarnab lundi"),
    ],
)
def test_other_languages_give_sentences_to_look_at(language, text):
    assert [tier for tier, *_ in read(text, language)] == ["look"]


def test_every_language_has_claims_and_verbs_of_saying():
    for language in cue_languages():
        cues = load_cues(language)
        assert {cue.claim for cue in cues.claims} >= {"captured", "holds", "left", "fighting", "attacked"}
        assert cues.words("frames.says")


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="no cues for language 'xx'; there are: ar, en"):
        load_cues("xx")
