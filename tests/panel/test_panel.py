"""geo.panel.panel: every statement on one card, its words first, everything escaped."""

import re
from datetime import date, timedelta

import pytest
from panjshir import FIFTH, account, conflict, told

from geo.panel.areas import list_html
from geo.panel.cards import about, cards, published, quoted
from geo.panel.html import isolated, rendered
from geo.panel.panel import Panel, panel, panel_html
from geo.words import load_words

WORDS = load_words("en")
DAYS = [date(2021, 8, 24) + timedelta(days=n) for n in range(0, 15, 2)]


def html_of(made: Panel) -> str:
    """Return a panel as HTML."""
    return rendered("panel.html.j2", WORDS, panel=made)


@pytest.mark.parametrize("narrator", ["everyone", "taliban", "nrf", "others"])
@pytest.mark.parametrize("area_id", ["rokha", "dara", "andarab"])
def test_every_statement_stands_on_one_card_and_one_only(area_id: str, narrator: str) -> None:
    for day in DAYS:
        found = told(area_id, day, narrator=narrator)
        shown = [
            each.id
            for section in panel(*found).sections
            for card in section.cards
            for each in (card, *card.wordings)
        ]
        assert sorted(shown) == sorted(one.report_id for one in found.statements)


def test_rokha_on_5_september_shows_every_statement_that_names_it() -> None:
    html = html_of(panel(*told("rokha")))
    reports = conflict().reports
    named = reports[(reports["area_id"] == "rokha") & (reports["date_to"] <= "2021-09-05")]
    assert len(named) >= 4
    for report_id in named["report_id"]:
        assert f'data-report="{report_id}"' in html


def test_a_disputed_area_shows_both_sides_first() -> None:
    first = panel(*told("rokha")).sections[0]
    assert first.title == "They disagree"
    assert {card.colour for card in first.cards} == {"#E69F00", "#0072B2"}


def test_a_denial_that_makes_the_dispute_stands_with_the_claim() -> None:
    first = panel(*told("dara")).sections[0]
    assert [card.edge for card in first.cards] == ["held", "denied"]


@pytest.mark.parametrize(
    ("area_id", "counts"),
    [
        ("dara", "1 voice · 1 origin · 1 carrier · denied by 1 voice"),
        ("rokha", "2 voices · 2 origins · 2 carriers"),
    ],
)
def test_a_dispute_by_denial_counts_the_voices_that_deny(area_id: str, counts: str) -> None:
    assert panel(*told(area_id)).counts == counts


@pytest.mark.parametrize(
    ("quote", "place", "parts"),
    [
        ("took Rukha today", "Rukha", ("took ", "Rukha", " today")),
        ("took RUKHA today", "Rukha", ("took ", "RUKHA", " today")),
        ("took it", "Rukha", ("took it", "", "")),
        ("took it", "", ("took it", "", "")),
        ("Straße nach Rukha", "Rukha", ("Straße nach ", "Rukha", "")),
    ],
    ids=["as written", "another case", "not in the words", "no place", "a letter that folds longer"],
)
def test_the_place_as_written_is_marked_in_the_words(quote: str, place: str, parts: tuple) -> None:
    assert quoted(quote, place) == parts


def test_data_is_escaped_and_its_hidden_characters_are_shown() -> None:
    found = told("rokha")
    evil = found.statements[0]._replace(quote="<script>x</script>\u202e", note='"><img src=x>')
    html = html_of(panel(found.subject, found.control, [evil]))
    assert "<script" not in html
    assert "<img" not in html
    assert "⟨U+202E⟩" in html


def test_one_statement_in_several_outlets_is_one_card() -> None:
    said = [one for one in told("andarab").statements if one.origin_id == "massoud-statement-5sep"]
    made = cards(said, conflict(), WORDS)
    assert len(made) < len(said)
    assert made[0].carried == "one origin, carried by 3 outlets"


def test_an_inferred_day_of_publication_is_said_to_be_inferred() -> None:
    carriers = {one.carrier.source_id: one.carrier for one in told("rokha").statements}
    assert published(carriers["cnn"], WORDS) == "published 5–6 Sep, inferred"
    assert published(carriers["tass"], WORDS) == "published 30 Aug"


def test_days_are_said_as_they_are_known() -> None:
    said = {one.report_id: one for one in told("rokha").statements}
    assert about(said["cnn-03-rokha"], WORDS) == "about 5 Sep"
    assert about(said["anadolu-07-rokha"], WORDS) == "about a time up to 5 Sep"
    assert about(said["cnn-03-rokha"]._replace(date_from=None, date_to=None), WORDS) == "undated"


def test_a_grade_is_explained_on_first_sight_and_only_then() -> None:
    assert html_of(panel(*told("rokha"))).count("grade-words") == 1


def test_what_was_published_later_is_not_there() -> None:
    assert not panel(*told("rokha", known=date(2021, 8, 29))).sections


def test_nothing_selected_lists_all_areas_with_links() -> None:
    html = list_html(account(), FIFTH, WORDS, lambda area: f"?area={area}")
    assert html.count("<li>") == len(conflict().areas)
    assert 'href="?area=rokha"' in html
    assert "disputed: Taliban and NRF" in html


def test_the_name_of_an_area_also_stands_in_dari() -> None:
    assert 'lang="fa" dir="rtl">رخه' in html_of(panel(*told("rokha", FIFTH)))


@pytest.mark.parametrize(
    ("text", "direction", "html"),
    [
        ("took غريان; جيش الشرق, in X", "ltr", "took <bdi>غريان</bdi>; <bdi>جيش الشرق</bdi>, in X"),
        ("<b>غريان</b>", "ltr", "&lt;b&gt;<bdi>غريان</bdi>&lt;/b&gt;"),
        ("took Rokha", "ltr", "took Rokha"),
        ("غريان را گرفت", "rtl", "غريان را گرفت"),
        ("می\u200cگوید که", "ltr", "<bdi>می\u200cگوید که</bdi>"),
    ],
    ids=["two names", "markup", "none", "a sentence from the right", "a joined word"],
)
def test_a_name_written_from_the_right_turns_nothing_beside_it(text: str, direction: str, html: str) -> None:
    assert isolated(text, direction) == html


def test_the_panel_of_an_area_is_a_part_of_the_page_with_its_state_and_its_cards() -> None:
    html = panel_html(account(), "rokha", FIFTH, WORDS)
    assert html.startswith('<section class="geo-panel" data-part="panel"')
    assert ">Rokha</h2>" in html
    assert '<span class="badge disputed">Disputed</span>' in html
    assert {one.report_id for one in told("rokha").statements} == set(
        re.findall(r'data-report="(.+?)"', html)
    )
    assert "anadolu-07-rokha" not in panel_html(account(), "rokha", date(2021, 9, 2), WORDS)
    assert "رخه" in panel_html(account(), "rokha", FIFTH, load_words("fa"))
