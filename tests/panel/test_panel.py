"""geo.panel.panel: every statement on one card, its words first, everything escaped."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import made_up
import pytest
from panjshir import FIFTH, account, conflict, told

from geo.panel.areas import list_html
from geo.panel.cards import about, cards, published, quoted
from geo.panel.html import isolated, rendered
from geo.panel.panel import Panel, panel, panel_html, status_word
from geo.sentences import Subject
from geo.words import load_words

WORDS = load_words("en")
DAYS = [date(2021, 8, 24) + timedelta(days=n) for n in range(0, 15, 2)]


def html_of(made: Panel) -> str:
    """Return a panel as HTML."""
    return rendered("panel.html.j2", WORDS, panel=made, fit=str)


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
        ("dara", "1 speaker · 1 original statement · 1 article · 1 speaker read as denying it"),
        ("rokha", "1 for the NRF, 1 for the Taliban · 2 original statements · 2 articles"),
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
    assert made[0].carried == "one statement, in 3 outlets"


def test_an_inferred_day_of_publication_is_said_to_be_inferred() -> None:
    carriers = {one.carrier.source_id: one.carrier for one in told("rokha").statements}
    assert published(carriers["cnn"], WORDS) == "published 5–6 Sep, inferred"
    assert published(carriers["tass"], WORDS) == "published 30 Aug"


def test_days_are_said_as_they_are_known() -> None:
    said = {one.report_id: one for one in told("rokha").statements}
    assert about(said["cnn-03-rokha"], WORDS) == "about 5 Sep"
    assert about(said["anadolu-07-rokha"], WORDS) == "about a time up to 5 Sep"
    assert about(said["cnn-03-rokha"]._replace(date_from=None, date_to=None), WORDS) == "undated"


def test_a_grade_is_folded_and_says_whose_it_is_and_how_far_coders_agreed() -> None:
    html = html_of(panel(*told("rokha")))
    shown = re.sub(r'<details class="grade">.*?</details>', "", html, flags=re.DOTALL)
    assert "Admiralty" in html
    assert "Admiralty" not in shown
    assert re.search(
        r"given by the coder: .{0,200}agreed little on these grades \(alpha 0\.38 to 0\.61\)", html
    )


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
        (
            "به گفته CNN: «the group’s men, 5 of 7» (دره)",
            "rtl",
            "به گفته <bdi>CNN</bdi>: «<bdi>the group’s men, 5 of 7</bdi>» (دره)",
        ),
        ("<b>گفت & AT&T</b>", "rtl", "&lt;<bdi>b</bdi>&gt;گفت &amp; <bdi>AT&amp;T&lt;/b</bdi>&gt;"),
        ("می\u200cگوید که", "ltr", "<bdi>می\u200cگوید که</bdi>"),
    ],
    ids=[
        "two names",
        "markup",
        "none",
        "a sentence from the right",
        "words from the left in it",
        "markup in it",
        "a joined word",
    ],
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


def test_a_name_is_written_once_where_the_page_is_in_its_language() -> None:
    subject = Subject(conflict(), "rokha", FIFTH, load_words("fa"))
    shown = panel(subject, account().area("rokha", FIFTH), account().said("rokha", FIFTH))
    assert (shown.name, shown.local_names) == ("رخه", ())
    assert panel(*told("rokha")).local_names == (("fa", "رخه"),)


@cache
def made(area_id: str) -> Panel:
    """Return a panel of a made-up conflict: Reds concede West to Blue, who denies that Red took it."""
    blue = {"party": "blue", "quote": "Blue holds West"}
    reds = {"claimant": "Reds’ Ann", "claimant_side": "red", "voice_id": "red"}
    denial = {"claimant": "Blues’ Bob", "claimant_side": "blue", "voice_id": "blue", "polarity": "denies"}
    said = (
        blue | reds | {"origin_id": "o1"},
        blue | {"origin_id": "o2"},
        denial | {"claim": "captured", "party": "red", "quote": "no"},
        {"area_id": "valley", "scope": "part_of", "claim": "fighting", "party": ""},
        {"date_to": "", "claim": "present"},
    )
    account = made_up.Account(made_up.conflict(*said))
    subject = Subject(account.conflict, area_id, FIFTH, WORDS)
    return panel(subject, account.area(area_id, FIFTH), account.said(area_id, FIFTH))


def test_a_panel_begins_with_what_its_area_shows_and_who_says_so() -> None:
    west = made("west")
    assert (west.area_id, west.name, west.status, west.status_word) == (
        "west",
        "West",
        "conceded",
        "Blues, its rival admits it",
    )
    assert (west.counts, west.against) == ("2 speakers · 2 original statements · 1 article", ("Reds’ Ann",))
    assert (west.marks, west.nothing, west.local_names) == ((), "", ())


def test_a_panel_follows_each_origin_that_it_shows() -> None:
    found = [(chain.origin_id, chain.begins, chain.speakers, chain.votes) for chain in made("west").chains]
    assert found[:2] == [
        ("o1", "Blue holds West", ("Reds’ Ann",), True),
        ("o2", "Blue holds West", ("The Paper",), True),
    ]
    assert [chain[1:] for chain in found[2:]] == [("no", ("Blues’ Bob",), False)]


def test_the_parts_of_a_panel_are_titled_counted_and_folded() -> None:
    parts = [
        (part.key, part.title, part.count, part.folded, [card.id for card in part.cards])
        for part in made("west").sections
    ]
    assert parts == [
        ("votes", "Who says so", 2, False, ["r1", "r2"]),
        ("other", "Also said about it", 1, False, ["r3"]),
        ("whole", "About Valley as a whole", 1, True, ["r4"]),
        ("undated", "Undated: colours nothing", 1, True, ["r5"]),
    ]


def test_an_area_of_which_nothing_is_said_says_so() -> None:
    north = made("north")
    assert (north.nothing, north.counts, north.sections, north.chains) == (
        "No statement about North up to this day.", "", (), ()
    )  # fmt: skip


def test_several_wholes_and_holders_are_all_named() -> None:
    about = {"scope": "all_of", "claim": "fighting", "party": ""}
    told_of = made_up.Account(
        made_up.conflict(
            {"claimant": "Reds", "claimant_side": "red", "voice_id": "red"},
            {"party": "blue", "claimant": "Blues", "claimant_side": "blue", "voice_id": "blue"},
            about | {"area_id": "valley"},
            about | {"area_id": "land"},
        )
    )
    area = told_of.area("west", FIFTH)
    both = made_up.control(status="claimed", holders=("red", "blue"))
    assert status_word(told_of.conflict, both, WORDS) == "Reds and Blues, by their own word"
    whole = panel(
        Subject(told_of.conflict, "west", FIFTH, WORDS), area, told_of.said("west", FIFTH)
    ).sections[-1]
    assert (whole.title, whole.count) == ("About Valley and Land as a whole", 2)


def test_a_translation_stands_below_the_quote_and_is_marked_as_ours() -> None:
    account = made_up.account({"quote": "Red holds West"})
    texts = {"fa": {"Red holds West": "غرب در دست سرخ"}}
    told_of = made_up.Account(replace(account.conflict, translations=texts))
    html = panel_html(told_of, "west", FIFTH, load_words("fa"))
    assert re.search(
        r"</blockquote>\n<p class=\"ours\" lang=\"fa\"><span>ترجمه ما:</span> غرب در دست سرخ</p>", html
    )
    assert "ours" not in panel_html(told_of, "west", FIFTH, WORDS)


def test_opposing_speakers_and_wider_statements_are_told_apart() -> None:
    wide = {"area_id": "valley", "scope": "all_of"}
    told_of = made_up.account(
        {"voice_id": "a"},
        {"voice_id": "b"},
        {"party": "blue", "voice_id": "c"},
        wide | {"voice_id": "d"},
        wide | {"party": "blue", "voice_id": "e"},
    )
    subject = Subject(told_of.conflict, "west", FIFTH, WORDS)
    west = panel(subject, told_of.area("west", FIFTH), told_of.said("west", FIFTH))
    assert west.counts.startswith("2 for the Reds, 1 for the Blues · ")
    titles = [part.title for part in west.sections]
    assert titles[1:] == ["Wider statements for the Reds", "Wider statements for the Blues"]


def test_an_area_where_a_hold_is_only_denied_says_so_first() -> None:
    subject = Subject(conflict(), "dara", date(2021, 9, 6), WORDS, "nrf")
    nrf = account("nrf")
    dara = panel(subject, nrf.area("dara", subject.day), nrf.said("dara", subject.day))
    assert (dara.status, dara.status_word, dara.marks) == (
        "unreported",
        "Denied: Taliban",
        ("“appeared to”", "said of a wider area"),
    )
    assert (dara.sections[0].key, dara.sections[0].title) == ("denied", "What is denied")


def test_a_newer_word_about_a_wider_place_is_not_folded_away() -> None:
    shown = [(part.key, part.folded) for part in panel(*told("bazarak")).sections]
    assert ("newer", False) in shown
