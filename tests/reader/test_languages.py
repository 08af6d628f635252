"""Dari gives rows; five other languages at least sentences to look at."""

# ruff: noqa: RUF001 - letters of other languages are meant

from datetime import date
from pathlib import Path

import pytest

from geo.reader import reader_of
from geo.reader.cue_files import cue_languages
from geo.reader.cues import load_cues
from geo.reading import Claim

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


LOOKED_AT = {
    "ar": [
        ("captured", "سيطرت القوات على المدينة"),
        ("holds", "المدينة تحت سيطرة الجيش"),
        ("left", "انسحبت القوات من القرية"),
        ("repelled", "تصدت القوات للهجوم"),
        ("fighting", "اندلعت اشتباكات عنيفة في المدينة"),
        ("attacked", "قصفت الطائرات القرية"),
        ("advancing", "تقدمت القوات نحو المدينة"),
        ("present", "دخلت القوات إلى القرية"),
    ],
    "ru": [
        ("captured", "Войска захватили город в понедельник"),
        ("holds", "Город остаётся под контролем армии"),
        ("left", "Подразделения покинули посёлок"),
        ("repelled", "Военные отразили атаку"),
        ("fighting", "В городе идут бои"),
        ("attacked", "Артиллерия обстреляла село"),
        ("advancing", "Войска продвигаются к городу"),
        ("present", "Солдаты вошли в город"),
    ],
    "tr": [
        ("captured", "Kasaba pazartesi günü ele geçirildi"),
        ("holds", "Kasaba ordunun kontrolünde"),
        ("left", "Birlikler kasabadan çekildi"),
        ("repelled", "Saldırı püskürtüldü"),
        ("fighting", "Kasabada çatışmalar sürüyor"),
        ("attacked", "Savaş uçakları kasabayı bombaladı"),
        ("advancing", "Birlikler kasabaya doğru ilerliyor"),
        ("present", "Askerler kasabaya girdi"),
    ],
    "fr": [
        ("captured", "Les forces ont pris la ville lundi"),
        ("holds", "La ville est aux mains des rebelles"),
        ("left", "Les troupes ont quitté le village"),
        ("repelled", "Les forces ont repoussé les assaillants"),
        ("fighting", "Des combats se poursuivent dans la ville"),
        ("attacked", "L'armée a bombardé le village"),
        ("advancing", "Les troupes progressent vers la ville"),
        ("present", "Les soldats sont entrés dans la ville"),
    ],
}


@pytest.mark.parametrize(
    ("language", "claim", "text"),
    [(language, *one) for language, told in LOOKED_AT.items() for one in told],
)
def test_each_claim_in_another_language_is_a_sentence_to_look_at(language, claim, text):
    assert [tier for tier, *_ in read(text, language)] == ["look"]
    assert claim in {cue.claim for cue in load_cues(language).claims if cue.pattern.search(text)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ارتفعت أسعار الخبز في المدينة"),
        ("ru", "Цены на хлеб выросли в городе"),
        ("tr", "Ekmek fiyatları arttı"),
        ("fr", "Le prix du pain a augmenté"),
    ],
)
def test_what_claims_nothing_in_another_language_is_not_looked_at(language, text):
    assert read(text, language) == []


def test_every_language_has_claims_and_verbs_of_saying():
    for language in cue_languages():
        cues = load_cues(language)
        assert {cue.claim for cue in cues.claims} >= {*Claim}
        assert cues.words("frames.says")


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="no cues for language 'xx'; there are: ar, en"):
        load_cues("xx")
