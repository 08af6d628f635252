"""geo.panel.cards: a statement's exact words first, then who, where, when and how reliable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from panjshir import conflict as panjshir
from panjshir import told as panjshir_told

from geo.panel.cards import Card, about, card, cards, published, quoted
from geo.panel.chips import Chip, reading
from geo.panel.html import card_html
from geo.reading import Conflict
from geo.sentences import Statement
from geo.words import load_words

WORDS = load_words("en")
RED, BLUE = "#E69F00", "#0072B2"
SELF_SERVING = Chip(
    "said for their own side",
    "By rule: the speaker’s side is a party, and the statement gives the place to this side.",
    "self_serving",
)
CONCEDED = Chip(
    "said against their own side",
    "By rule: the speaker’s side is a party, and the statement gives the place to a rival.",
    "against",
)

Made = Callable[..., Any]


@pytest.fixture(name="small", scope="module")
def small_conflict() -> list[Conflict]:
    """Return a place to keep the conflict that all tests of the module share."""
    return []


@pytest.fixture(name="conflict")
def shared_conflict(world: Made, settings: str, small: list[Conflict]) -> Conflict:
    """Return a conflict of two areas, a hill in a province and a group called a valley."""
    if not small:
        small.append(world({}, settings=settings.replace('kind = "province"', 'kind = "basin"')))
        kinds = ["district", "township"]
        small[0].areas["kind"] = kinds
    return small[0]


def test_a_card_says_everything_that_is_known_of_a_statement(said: Made, conflict: Conflict) -> None:
    one = said(
        claimant="Ann, of Red",
        claimant_side="red",
        note="a note",
        carrier=said().carrier._replace(language="fa", translation_note="by a machine"),
    )
    assert card(one, conflict, WORDS) == Card(
        id="r1",
        quote=("Red holds ", "West", ""),
        sentence=None,
        translation="",
        language="fa",
        speaker="Ann, of Red",
        carrier="in The Paper",
        carrier_help="",
        translation_note="by a machine",
        about="about 5 Sep",
        about_help="says so",
        published="published 5–6 Sep",
        published_help="dateline",
        chips=(
            Chip("names the district", "The statement names this place.", "scope"),
            Chip("read as: held by Red", "", "reading"),
            SELF_SERVING,
        ),
        note="a note",
        edge="held",
        colour=RED,
        citation="Ann, of Red, in The Paper, “Red holds West”, about 5 September 2021, published "
        "5–6 September 2021, quoted as retranslated.",
        grade="C3",
        grade_words="Admiralty code C3, given by the coder: the source is fairly reliable, the statement "
        "possibly true. F and 6 mean “cannot be judged”, not “bad”.",
    )


@pytest.mark.parametrize(
    ("reliability", "credibility", "grade"),
    [("A", "1", "A1"), ("F", "6", "F6"), ("C", "", ""), ("", "3", ""), ("", "", "")],
)
def test_half_a_grade_is_none(
    said: Made, conflict: Conflict, reliability: str, credibility: str, grade: str
) -> None:
    made = card(said(reliability=reliability, credibility=credibility), conflict, WORDS)
    assert (made.grade, bool(made.grade_words)) == (grade, bool(grade))
    if not grade:
        assert made.grade_words == ""


@pytest.mark.parametrize(
    ("different", "edge", "colour"),
    [
        ({}, "held", RED),
        ({"claim": "captured"}, "held", RED),
        ({"claim": "repelled", "party": "blue"}, "held", BLUE),
        ({"polarity": "denies"}, "denied", RED),
        ({"claim": "left"}, "denied", RED),
        ({"claim": "left", "polarity": "denies"}, "denied", RED),
        ({"claim": "fighting", "party": ""}, "ink", ""),
        ({"claim": "fighting"}, "ink", ""),
        ({"claim": "attacked"}, "ink", ""),
        ({"claim": "present"}, "pale", ""),
        ({"claim": "advancing"}, "pale", ""),
        ({"party": ""}, "pale", ""),
        ({"party": "nobody"}, "pale", ""),
    ],
    ids=lambda value: " ".join(value.values()) or "holds" if isinstance(value, dict) else None,
)
def test_the_edge_has_the_colour_of_the_party_only_where_a_position_is_taken(
    said: Made, conflict: Conflict, different: dict[str, str], edge: str, colour: str
) -> None:
    made = card(said(**different), conflict, WORDS)
    assert (made.edge, made.colour) == (edge, colour)


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({}, "read as: held by Red"),
        ({"party": "blue", "claim": "captured"}, "read as: taken by Blue"),
        ({"claim": "left", "polarity": "denies"}, "read as a denial: Red left"),
        ({"claim": "fighting", "party": ""}, "read as: fighting"),
        ({"claim": "present", "party": "nobody"}, "read as:  present"),
    ],
    ids=["held", "taken", "denied", "no party", "a party without a colour"],
)
def test_a_card_says_how_its_statement_was_read(
    said: Made, conflict: Conflict, different: dict[str, str], words: str
) -> None:
    assert reading(said(**different), conflict, WORDS) == words
    assert card(said(**different), conflict, WORDS).chips[1] == Chip(words, "", "reading")


SUBTRACTED = "The statement is about all areas except some, and this one is not excepted."
WHOLE = "The statement is about the whole; this place is in it, and is not named."
OUTSIDE = "The statement names the only exception, and this place is outside it."
SOMEWHERE = "True somewhere in the whole; where is not said. It colours nothing."


@pytest.mark.parametrize(
    ("area_id", "scope", "chip"),
    [
        ("west", "named", ("names the district", "The statement names this place.")),
        ("east", "named", ("names the township", "The statement names this place.")),
        ("valley", "named", ("names Valley", "The statement names this place.")),
        ("valley", "all_of", ("about all of Valley: not named", WHOLE)),
        ("west", "all_but", ("all but East: not named", SUBTRACTED)),
        ("west", "only_outside", ("“the only … outside”: not named", OUTSIDE)),
        ("west", "part_of", ("somewhere in West", SOMEWHERE)),
    ],
)
def test_the_first_chip_says_how_the_statement_reaches_the_area(
    said: Made, conflict: Conflict, area_id: str, scope: str, chip: tuple[str, str]
) -> None:
    assert card(said(area_id=area_id, scope=scope), conflict, WORDS).chips[0] == (*chip, "scope")


def test_an_area_without_a_kind_is_called_by_its_name(world: Made, said: Made) -> None:
    assert card(said(), world({}), WORDS).chips[0].text == "names West"


@pytest.mark.parametrize(
    ("different", "chips"),
    [
        ({"claimant_side": "red"}, [SELF_SERVING]),
        ({"claimant_side": "blue"}, [CONCEDED]),
        ({}, []),
    ],
    ids=["own side", "rival", "an outlet"],
)
def test_a_partys_interest_is_a_chip_with_its_rule(
    said: Made, conflict: Conflict, different: dict[str, str], chips: list[Chip]
) -> None:
    assert list(card(said(**different), conflict, WORDS).chips[2:]) == chips


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("On Sunday Red holds West, she said.", ("On Sunday ", "Red holds West", ", she said.")),
        ("Red holds West", None),
        ("", None),
    ],
    ids=["more words", "the quote itself", "none is given"],
)
def test_a_quote_is_shown_in_its_sentence_where_that_says_more(
    said: Made, conflict: Conflict, sentence: str, parts: tuple[str, str, str] | None
) -> None:
    assert card(said(sentence=sentence), conflict, WORDS).sentence == parts


def test_a_hedge_is_a_chip_in_the_words_of_the_article(said: Made, conflict: Conflict) -> None:
    chips = card(said(hedge="appeared to"), conflict, WORDS).chips
    help_text = "The article’s own words that make the statement less certain"
    assert chips[2:] == (Chip("“appeared to”", help_text, "hedge"),)


@pytest.mark.parametrize(
    ("quote", "place", "written"),
    [
        ("Red holds West", "West", []),
        ("Red holds it", "Westland", [Chip("written as “Westland”", "", "written")]),
        ("Red holds it", "", []),
    ],
    ids=["the words have it", "they lack it", "nothing is written"],
)
def test_the_place_as_written_is_a_chip_only_when_the_words_lack_it(
    said: Made, conflict: Conflict, quote: str, place: str, written: list[Chip]
) -> None:
    made = card(said(quote=quote, place_as_written=place), conflict, WORDS)
    assert list(made.chips[2:]) == written


@pytest.mark.parametrize(
    ("claimant", "side", "carrier"),
    [
        ("The Paper", "outlet", "in its own voice"),
        ("the paper (photo caption)", "outlet", "in its own voice"),
        ("The Paper", "red", "in The Paper"),
        ("a reporter", "outlet", "in The Paper"),
    ],
    ids=["itself", "itself, in other letters", "a side of that name", "somebody else"],
)
def test_an_outlet_speaks_in_its_own_voice_or_is_the_carrier(
    said: Made, conflict: Conflict, claimant: str, side: str, carrier: str
) -> None:
    assert card(said(claimant=claimant, claimant_side=side), conflict, WORDS).carrier == carrier


@pytest.mark.parametrize(
    ("quote", "place", "parts"),
    [
        ("took Rukha today", "Rukha", ("took ", "Rukha", " today")),
        ("took RUKHA today", "Rukha", ("took ", "RUKHA", " today")),
        ("Rukha, then Rukha", "Rukha", ("", "Rukha", ", then Rukha")),
        ("took it", "Rukha", ("took it", "", "")),
        ("took it", "", ("took it", "", "")),
        ("Straße nach Rukha", "Rukha", ("Straße nach ", "Rukha", "")),
        ("Straße nach RUKHA", "Rukha", ("Straße nach RUKHA", "", "")),
        ("Straße", "", ("Straße", "", "")),
    ],
    ids=[
        "as written",
        "another case",
        "at the start",
        "not in the words",
        "no place",
        "a letter that folds longer",
        "such a letter and another case",
        "such a letter and no place",
    ],
)
def test_the_place_as_written_is_marked_in_the_words(
    quote: str, place: str, parts: tuple[str, str, str]
) -> None:
    assert quoted(quote, place) == parts


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 9, 5), date(2021, 9, 5), "about 5 Sep"),
        (date(2021, 9, 3), date(2021, 9, 5), "about 3–5 Sep"),
        (None, date(2021, 9, 5), "about a time up to 5 Sep"),
        (None, None, "undated"),
    ],
)
def test_days_are_said_as_they_are_known(
    said: Made, first: date | None, last: date | None, words: str
) -> None:
    assert about(said(date_from=first, date_to=last), WORDS) == words


@pytest.mark.parametrize(
    ("first", "last", "basis", "words"),
    [
        (date(2021, 9, 5), date(2021, 9, 6), "dateline", "published 5–6 Sep"),
        (date(2021, 9, 5), date(2021, 9, 5), "Inferred: a guess", "published 5 Sep, inferred"),
        (None, date(2021, 9, 5), "dateline", ""),
        (date(2021, 9, 5), None, "dateline", ""),
        (None, None, "inferred", ""),
    ],
    ids=["dated", "inferred", "no first day", "no last day", "none"],
)
def test_a_day_of_publication_is_said_with_whether_it_is_inferred(
    said: Made, first: date | None, last: date | None, basis: str, words: str
) -> None:
    carrier = said().carrier._replace(published_from=first, published_to=last, published_basis=basis)
    assert published(carrier, WORDS) == words


def test_inferred_days_of_panjshir_are_said_to_be_inferred() -> None:
    carriers = {one.carrier.source_id: one.carrier for one in panjshir_told("rokha").statements}
    assert published(carriers["cnn"], WORDS) == "published 5–6 Sep, inferred"
    assert published(carriers["tass"], WORDS) == "published 30 Aug"


@pytest.mark.parametrize(
    ("sources", "carried"),
    [
        (["a"], ""),
        (["a", "a"], ""),
        (["a", "b"], "one statement, in 2 outlets"),
        (["a", "b", "a", "c"], "one statement, in 3 outlets"),
    ],
    ids=["one", "one twice", "two", "three"],
)
def test_one_statement_in_several_outlets_is_one_card(
    said: Made, conflict: Conflict, sources: list[str], carried: str
) -> None:
    carrier = said().carrier
    same: list[Statement] = [
        said(report_id=f"r{n}", carrier=carrier._replace(source_id=source))
        for n, source in enumerate(sources, start=1)
    ]
    (made,) = cards(same, conflict, WORDS)
    assert made.carried == carried
    assert (made.id, [one.id for one in made.wordings]) == ("r1", [one.report_id for one in same[1:]])
    assert made.wordings == tuple(card(one, conflict, WORDS) for one in same[1:])


@pytest.mark.parametrize(
    "different",
    [
        {"origin_id": "o2"},
        {"area_id": "east"},
        {"claim": "captured"},
        {"party": "blue"},
        {"polarity": "denies"},
        {"scope": "all_of"},
    ],
    ids=lambda value: next(iter(value)),
)
def test_another_origin_area_or_reading_is_another_card(
    said: Made, conflict: Conflict, different: dict[str, str]
) -> None:
    made = cards([said(), said(report_id="r2", **different), said(report_id="r3")], conflict, WORDS)
    assert [(one.id, [other.id for other in one.wordings]) for one in made] == [("r1", ["r3"]), ("r2", [])]


def test_another_wording_or_speakers_name_is_the_same_statement(said: Made, conflict: Conflict) -> None:
    other = said(report_id="r2", quote="West is ours", claimant="another", note="x", credibility="4")
    assert len(cards([said(), other], conflict, WORDS)) == 1


def test_massouds_statement_about_andarab_is_carried_by_three_outlets() -> None:
    told = panjshir_told("andarab").statements
    one_origin = [one for one in told if one.origin_id == "massoud-statement-5sep"]
    made = cards(one_origin, panjshir(), WORDS)
    assert len(made) < len(one_origin)
    assert made[0].carried == "one statement, in 3 outlets"


def test_in_another_language_a_card_translates_everything_but_the_words_themselves(
    said: Made, conflict: Conflict
) -> None:
    texts = {
        "Red holds West": "غرب در دست سرخ",
        "a reporter": "گزارشگر",
        "a note": "یادداشت",
        "The Paper": "روزنامه",
        "may": "شاید",
    }
    one = said(note="a note", hedge="may", sentence="Red may hold West")
    dari = card(one, replace(conflict, translations={"fa": texts}), load_words("fa"))
    assert "".join(dari.quote) == "Red holds West"
    assert (dari.translation, dari.speaker, dari.note) == ("غرب در دست سرخ", "گزارشگر", "یادداشت")
    assert dari.carrier == "در روزنامه"
    assert [chip.text for chip in dari.chips if chip.kind == "hedge"] == ["«may»، شاید"]
    english = card(one, replace(conflict, translations={"fa": texts}), WORDS)
    assert (english.translation, english.speaker) == ("", "a reporter")


def test_who_runs_an_outlet_is_said_at_its_name(said: Made, conflict: Conflict) -> None:
    one = said(carrier=said().carrier._replace(about="Owned by nobody."))
    assert card(one, conflict, WORDS).carrier_help == "Owned by nobody."


def test_a_card_leads_to_the_words_in_the_article_and_in_its_archived_copy(
    said: Made, conflict: Conflict
) -> None:
    where = {"url": "https://news.example/a", "archive_url": "https://archive.example/a"}
    one = said(quote="Red holds all of the West", carrier=said().carrier._replace(**where))
    html = card_html(card(one, conflict, WORDS), "", WORDS)
    fragment = "#:~:text=Red%20holds%20all%20of%20the%20West"
    for address, name in zip(where.values(), ("Read it in the article", "Archived copy"), strict=True):
        assert f'<a href="{address}{fragment}" rel="noreferrer nofollow">{name}</a>' in html
    assert "<a " not in card_html(card(said(), conflict, WORDS), "", WORDS)


def test_a_quote_is_cited_in_quotation_marks_and_a_cell_without(said: Made, conflict: Conflict) -> None:
    spoken = said(claimant="Ann", claimant_side="red")
    assert (
        "Ann, in The Paper, “Red holds West”, about 5 September 2021"
        in card(spoken, conflict, WORDS).citation
    )
    cell = card(said(evidence="table", cell="control=1", cell_row="7"), conflict, WORDS)
    assert "in the table: control = 1, row 7, about 5 September 2021" in cell.citation
    assert f'data-cite="{cell.citation}">' in card_html(cell, "", WORDS)
    assert not set(cell.citation) & set('“”«»"')


def test_a_citation_cannot_leave_its_attribute(said: Made, conflict: Conflict) -> None:
    html = card_html(card(said(quote='a "b" <i>'), conflict, WORDS), "", WORDS)
    assert "a &#34;b&#34; &lt;i&gt;" in html.split("data-cite=")[1].split(">Copy")[0]
