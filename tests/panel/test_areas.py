"""geo.panel.areas: the list of all areas, each with its colour, its state and its link."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from panjshir import account, table
from panjshir import conflict as panjshir

from geo.panel.areas import Row, admissions_in_words, area_rows, list_html
from geo.sentences import Account, AreaControls
from geo.words import load_words

WORDS = load_words("en")
DAY = date(2021, 9, 13)
TODAY = {"date_to": "2021-09-13"}
OUTLET = {"claimant_side": "outlet", "voice_id": "paper"}
BY_BLUE = {"claimant_side": "blue", "voice_id": "blue"}
DENIES = {"polarity": "denies"}
HILLS = '\n[[groups]]\nid = "hills"\nname = "Hills"\nmembers = ["a2"]\n'

Made = Callable[..., Any]


def link(*asked: str) -> str:
    """Return an address that shows what it was asked for."""
    return "?" + "&".join(asked)


def shown(account: Account, day: date = DAY, **options: Any) -> str:
    """Return the list as HTML."""
    return list_html(account, day, WORDS, link, **options)


HOLES = "radial-gradient(circle, #ffffff 0.00px 1.12px, transparent 1.52px) 0 0 / 5.00px 5.00px, #e69f00"
RINGS = (
    "radial-gradient(circle, transparent 0.84px, #8a8578 1.24px 1.52px, transparent 1.92px)"
    " 0 0 / 6.00px 6.00px, #ffffff"
)

STATES = [
    pytest.param("west", "Red, reported", "reported", "#f9e7bf", ("stale, 8 days old",), id="stale"),
    pytest.param("east", "Red, reported", "reported", "#e69f00", (), id="firm"),
    pytest.param("a1", "Red, by their own word", "claimed", HOLES, (), id="claimed"),
    pytest.param("a2", "Red, reported", "reported", "#f4d48c", ("said of a wider area",), id="wide"),
    pytest.param(
        "a3",
        "disputed: Red, denied",
        "blank",
        "repeating-linear-gradient(135deg, #e69f00 0px 4px, #ffffff 4px 8px)",
        ("others say otherwise",),
        id="denied, and white in the hatch",
    ),
    pytest.param(
        "a4",
        "disputed: Red and Blue",
        "disputed",
        "repeating-linear-gradient(135deg, #e69f00 0px 4px, #0072b2 4px 8px)",
        (),
        id="disputed",
    ),
    pytest.param(
        "a5",
        "Blue, its rival admits it",
        "conceded",
        "#0072b2",
        ("fighting reported", "1 day old"),
        id="marked",
    ),
    pytest.param("a6", "no statement", "unreported", "", (), id="silent"),
]


@pytest.fixture(name="many")
def every_state(told: Made, settings: str) -> Account:
    """Return an account in which each area shows another state on `DAY`."""
    rows = [
        OUTLET | {"area_id": "west", "date_to": "2021-09-05"},
        OUTLET | TODAY | {"area_id": "east"},
        TODAY | {"area_id": "a1"},
        OUTLET | TODAY | {"area_id": "hills", "scope": "all_of"},
        TODAY | {"area_id": "a3"},
        TODAY | BY_BLUE | DENIES | {"area_id": "a3"},
        OUTLET | TODAY | {"area_id": "a4"},
        OUTLET | TODAY | {"area_id": "a4", "party": "blue"},
        {"area_id": "a5", "party": "blue", "date_to": "2021-09-12"},
        OUTLET | TODAY | {"area_id": "a5", "claim": "fighting", "party": ""},
    ]
    made: Account = told(*rows, areas=6, settings=settings + HILLS)
    assert not made.conflict.rejected
    return made


@pytest.mark.parametrize(("area_id", "state", "status", "fill", "marks"), STATES)
def test_an_area_is_listed_with_its_state_its_colour_as_painted_and_its_marks(  # noqa: PLR0913, PLR0917
    many: Account, area_id: str, state: str, status: str, fill: str, marks: tuple[str, ...]
) -> None:
    rows = {row.id: row for row in area_rows(many.conflict, many.areas(DAY), WORDS, link)}
    name = {"west": "West", "east": "East"}.get(area_id, f"Hill {area_id[1:]}")
    assert rows[area_id] == Row(area_id, name, state, status, fill, marks, f"?{area_id}")


def test_a_hold_that_is_only_denied_is_not_listed_like_silence(told: Made) -> None:
    denied = told(BY_BLUE | DENIES | TODAY | {"area_id": "east"})
    rows = {row.id: row for row in area_rows(denied.conflict, denied.areas(DAY), WORDS, link)}
    assert [(rows[area].status, rows[area].fill) for area in ("west", "east")] == [
        ("unreported", ""),
        ("denied", RINGS),
    ]


def test_areas_are_listed_in_the_order_of_the_map(many: Account) -> None:
    rows = area_rows(many.conflict, many.areas(DAY), WORDS, link)
    assert [row.id for row in rows] == ["west", "east", "a1", "a2", "a3", "a4", "a5", "a6"]


@pytest.mark.parametrize(
    ("area_id", "colour"),
    [("anaba", "#e69f00"), ("parwan", "#f4d48c"), ("bazarak", "#0072b2")],
    ids=["named by an outlet", "said of a wider area", "conceded"],
)
def test_a_colour_of_panjshir_is_as_pale_as_it_is_sure(area_id: str, colour: str) -> None:
    rows = {row.id: row for row in area_rows(panjshir(), AreaControls(table()), WORDS, str)}
    assert rows[area_id].fill == colour


HTML = """\
<section class="geo-panel geo-overview" data-part="list">
<h2>All areas on this day</h2>
<p class="quiet">Choose an area, here or on the map, to read the words behind its colour.</p>
<ul class="areas">
<li><a href="?west" data-area="west" target="_self">
<span class="swatch unreported"></span>
<span class="area"><bdi>West</bdi></span><span class="state">no statement</span></a></li>
<li><a href="?east" data-area="east" target="_self">
<span class="swatch claimed" style="background:HOLES"></span>
<span class="area"><bdi>East</bdi></span><span class="state">Red, by their own word\
<i> · 1 day old</i></span></a></li>
<li><a href="?a1" data-area="a1" target="_self">
<span class="swatch blank" style="background:repeating-linear-gradient(135deg\
, #e69f00 0px 4px, #ffffff 4px 8px)"></span>
<span class="area"><bdi>Hill 1</bdi></span><span class="state">disputed: Red, denied\
<i> · others say otherwise</i>\
<i> · 1 day old</i></span></a></li>
<li><a href="?a2" data-area="a2" target="_self">
<span class="swatch conceded" style="background:#0072b2"></span>
<span class="area"><bdi>Hill 2</bdi></span><span class="state">Blue, its rival admits it\
<i> · 1 day old</i></span></a></li>
</ul>
<p class="admitted"><b>Said against their own side:</b> a spokesman (Hill 2)</p></section>
""".replace("HOLES", HOLES)


def test_the_list_is_a_part_of_the_page_with_a_swatch_a_state_and_a_link_per_area(told: Made) -> None:
    made = told(
        {"area_id": "east"},
        {"area_id": "a1"},
        BY_BLUE | DENIES | {"area_id": "a1", "claimant": "another"},
        {"area_id": "a2", "party": "blue"},
        areas=2,
    )
    assert shown(made, date(2021, 9, 6)).strip() == HTML.strip()


def test_names_in_the_list_are_text_and_never_markup(told: Made) -> None:
    made = told({})
    named = made.conflict.areas.assign(name=["<b>West</b>", "East\u202e"])
    html = shown(Account(replace(made.conflict, areas=named)))
    assert "<bdi>&lt;b&gt;West&lt;/b&gt;</bdi>" in html
    assert "<bdi>East⟨U+202E⟩</bdi>" in html


@pytest.mark.parametrize(
    ("areas", "named", "more"),
    [
        (37, 39, ""),
        (38, 40, ""),
        (39, 40, "1 more area: search for it above."),
        (40, 40, "2 more areas: search for them above."),
    ],
)
def test_a_list_that_is_too_long_names_forty_areas_and_counts_the_rest(
    told: Made, areas: int, named: int, more: str
) -> None:
    html = shown(told({"area_id": "west"}, areas=areas), whole=False)
    assert html.count("<li>") == named
    assert html.count(f'<p class="quiet">{more}</p>') == bool(more)
    assert ("more area" in html) == bool(more)
    assert 'data-area="a1"' in html


def test_a_whole_list_names_every_area(told: Made) -> None:
    html = shown(told({}, areas=41))
    assert html.count("<li>") == 43
    assert "more area" not in html


@pytest.mark.parametrize(
    ("whole", "areas", "admits"),
    [(False, 38, True), (False, 39, False), (True, 39, True)],
    ids=["all are named", "some are only counted", "whole"],
)
def test_admissions_are_said_when_all_their_areas_are_listed(
    told: Made, whole: bool, areas: int, admits: bool
) -> None:
    html = shown(told({"area_id": "a1", "party": "blue"}, areas=areas), whole=whole)
    assert ("a spokesman (Hill 1)" in html) is admits
    assert ("Said against their own side" in html) is admits


def test_speakers_against_their_own_interest_are_joined_with_their_areas(told: Made) -> None:
    made = told(
        {"area_id": "west", "party": "blue"},
        {"area_id": "east", "party": "blue"},
        BY_BLUE | {"area_id": "a1", "claimant": "another"},
        {"area_id": "a2"},
        areas=2,
    )
    control = made.control(date(2021, 9, 5))
    said = list(admissions_in_words(made, control, WORDS))
    assert said == ["a spokesman (West and East)", "another (Hill 1)"]
    assert "</b> a spokesman (West and East); another (Hill 1)</p>" in shown(made, date(2021, 9, 5))


def test_nothing_selected_lists_all_areas_of_panjshir_with_links() -> None:
    html = list_html(account(), date(2021, 9, 5), WORDS, lambda area: f"?area={area}")
    assert html.count("<li>") == len(panjshir().areas)
    assert 'href="?area=rokha"' in html
    assert "disputed: Taliban and NRF" in html


def test_the_list_speaks_the_language_of_the_page(told: Made) -> None:
    made = told({"area_id": "east"})
    named = made.conflict.areas.assign(name_fa=pd.Series({"west": "غرب", "east": "شرق"}))
    html = list_html(Account(replace(made.conflict, areas=named)), date(2021, 9, 5), load_words("fa"), link)
    assert (
        '<span class="area"><bdi>شرق</bdi></span><span class="state"><bdi>Red</bdi>، به گفته خود</span>'
        in html
    )


def test_a_denial_in_the_list_keeps_the_words_that_weaken_it_and_says_that_no_area_is_named() -> None:
    html = list_html(account("nrf"), date(2021, 9, 6), WORDS, link)
    denied = re.findall(r'<span class="state">(denied: .*?)</span>', html)
    assert denied == ["denied: Taliban<i> · “appeared to”</i><i> · said of a wider area</i>"] * 4
    everyone = list_html(account(), date(2021, 9, 5), WORDS, link)
    assert "disputed: Taliban, denied<i> · “appeared to”</i>" in everyone


def test_a_long_list_is_folded_under_what_its_areas_lie_in(told: Made) -> None:
    made = told({"area_id": "west"}, areas=40)
    parents = ["valley", "valley", *["North"] * 39, ""]
    there = made.conflict.areas.assign(parent=parents)
    html = shown(Account(replace(made.conflict, areas=there)))
    assert re.findall(r"<summary>(.*)</summary>", html) == [
        "Valley (2 areas)", "North (39 areas)", "Other areas (1 area)"
    ]  # fmt: skip
    assert html.count("<li>") == 42
    assert 'data-area="west" data-since="2021-09-05"' in html


@pytest.mark.parametrize(("areas", "parent"), [(28, "north"), (40, "valley")], ids=["few", "one parent"])
def test_few_areas_or_one_parent_are_not_folded(told: Made, areas: int, parent: str) -> None:
    made = told({"area_id": "west"}, areas=areas)
    there = made.conflict.areas.assign(parent=["valley", "valley", *[parent] * areas])
    html = shown(Account(replace(made.conflict, areas=there)))
    assert "<details" not in html
    assert "data-since" not in html


def test_a_very_long_list_without_parents_is_folded_under_first_letters(told: Made) -> None:
    made = told({"area_id": "west"}, areas=110)
    html = shown(Account(made.conflict))
    letters = re.findall(r"<summary>(\S+) \((\d+) areas?\)</summary>", html)
    assert [letter for letter, _ in letters] == sorted({letter for letter, _ in letters})
    assert ("W", "1") in letters
    assert sum(int(count) for _, count in letters) == html.count("<li>") == 111


def test_a_folded_list_knows_the_day_of_each_area_s_last_change(told: Made) -> None:
    made = told({"area_id": "west", "date_to": "2021-09-05"}, areas=40)
    there = made.conflict.areas.assign(parent=["valley", "valley", *["North"] * 40])
    account = Account(replace(made.conflict, areas=there))
    for day, since in ((4, ""), (5, "2021-09-05"), (6, "2021-09-05")):
        html = shown(account, date(2021, 9, day))
        found = re.search(r'data-area="west" data-since="([^"]*)"', html)
        assert found
        assert found[1] == since
