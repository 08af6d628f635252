"""The story as it is told: which steps a map can show, and the words behind each sentence."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import panjshir
import pytest
from folders import REPORT, csv_of, files
from panjshir import DATA

from geo.panel.panel import panel_html
from geo.panel.story import checked, steps, story_html, view_of
from geo.reading.conflict import Conflict, conflict_of
from geo.reading.vocabulary import REPORT_COLUMNS
from geo.sentences import Account
from geo.view import View
from geo.words import load_words

STEP = "## Step\n[map]({address})\n\nRed holds it [r1].\n"
GOOD = "/?date=2021-09-05"
FIFTH = date(2021, 9, 5)


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return panjshir.conflict()


def told(address: str, settings: str = "") -> tuple[int, list[str]]:
    folder = files()
    text = settings.encode() + folder["conflict.toml"]
    made = checked(
        conflict_of(folder | {"story.md": STEP.format(address=address).encode(), "conflict.toml": text})
    )
    return len(steps(made, "en")), [str(problem) for problem in made.rejected]


@pytest.mark.parametrize(
    ("address", "settings"),
    [
        (GOOD, ""),
        ("?date=2021-09-05&area=west&narrator=red&known=all", ""),
        ("https://map.example/panjshir/?date=2021-09-05", 'address = "https://map.example/panjshir/"\n'),
    ],
    ids=["the day alone", "all that it may say", "the published address"],
)
def test_an_address_of_the_map_is_told(address: str, settings: str) -> None:
    assert told(address, settings) == (1, [])


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://elsewhere.example/?date=2021-09-05", "is not an address of this map"),
        ("/other?date=2021-09-05", "is not an address of this map"),
        (f"{GOOD}#q-r1", "is not an address of this map"),
        ("/?area=west", "names no day"),
        ("/?date=2021-09-04", "'date=2021-09-04' means nothing on this map"),
        (f"{GOOD}&area=north", "'area=north' means nothing on this map"),
        (f"{GOOD}&area=", "'area=' means nothing on this map"),
        (f"{GOOD}&narrator=green", "'narrator=green' means nothing on this map"),
        (f"{GOOD}&view=data", "'view=data' means nothing on this map"),
        (f"{GOOD}&date=2021-09-06", "means nothing on this map"),
        (f"{GOOD}&date=2021-09-05", "means nothing on this map"),
        (f"{GOOD}&narrator=blue", "'r1' is not there for the step’s narrator, blue, as known on all"),
        (f"{GOOD}&known=2021-09-05", "'r1' is not there for the step’s narrator, everyone, as known on 2021"),
    ],
    ids=[
        "another site", "another page", "a quote", "no day", "the eve of the map", "an unknown area",
        "an empty one", "an unknown narrator", "a parameter not for steps", "two days",
        "a day twice",
        "another side’s words", "not published by then",
    ],
)  # fmt: skip
def test_a_step_that_the_map_cannot_show_is_set_aside(address: str, line: str) -> None:
    count, aside = told(address)
    assert count == 0
    assert len(aside) == 1, aside
    assert aside[0].startswith("story.md, row 1: ")
    assert line in aside[0]


def test_what_is_about_later_days_cannot_be_cited(conflict: Conflict) -> None:
    step = steps(conflict, "en")[1]
    early = step.address.replace("2021-09-05", "2021-09-02")
    text = (DATA / "story.md").read_text(encoding="utf-8").replace(step.address, early, 2)
    known = {path.name: path.read_bytes() for path in DATA.iterdir() if path.is_file()}
    made = checked(conflict_of(known | {"story.md": text.encode()}))
    assert {problem.value for problem in made.rejected} >= set(step.reports)
    assert "speaks of days after 2021-09-02" in str(made.rejected[0])


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_step_of_the_example_opens_the_words_that_it_cites(conflict: Conflict, language: str) -> None:
    words, quotes = load_words(language), conflict.reports.set_index("report_id")["quote"]
    for number, step in enumerate(steps(conflict, language)):
        html = unescape(story_html(conflict, steps(conflict, language), number, words, lambda *_: "#there"))
        assert words.say("page.story_at", number=number + 1, count=7) in html
        for report in step.reports:
            assert f"“{quotes[report]}”" in html
            assert re.search(rf'<li data-reports="[^"]*{report}[ "]', html)
        opened = re.findall(r'popovertarget="([^"]+)"', html)
        assert opened == re.findall(r'popover id="([^"]+)"', html)
        assert len(set(opened)) == len(opened) > 0


def test_both_languages_tell_the_same_steps(conflict: Conflict) -> None:
    both = [[(one.address, one.reports) for one in steps(conflict, language)] for language in ("en", "fa")]
    assert both[0] == both[1]


def test_what_the_example_quotes_stands_in_what_it_cites(conflict: Conflict) -> None:
    sentences = conflict.reports.set_index("report_id")["sentence"]
    for step in steps(conflict, "en"):
        for one in step.sentences:
            for quoted in re.findall("“(.+?)”", one.text):
                assert any(quoted in sentences[report] for report in one.reports), quoted


def test_what_a_step_cites_of_its_area_has_a_card_in_the_panel(conflict: Conflict) -> None:
    words = load_words("en")
    for step in steps(conflict, "en"):
        view = view_of(step, conflict, "en")
        if view.area:
            html = panel_html(Account(conflict, view.narrator, view.known), view.area, view.day, words)
            assert [
                one for one in step.reports if one.endswith(view.area) and f'id="q-{one}"' not in html
            ] == []


def test_a_language_without_a_story_is_told_the_plain_one() -> None:
    made = conflict_of(files() | {"story.md": STEP.format(address=GOOD).encode()})
    html = story_html(made, steps(made, "fa"), 0, load_words("fa"), lambda *_: "#there")
    assert 'lang="en" dir="auto"' in html


def test_a_folder_without_a_story_has_no_step(tmp_path: Path) -> None:
    assert steps(conflict_of(files()), "en") == ()


def test_a_step_shows_the_view_of_its_address_in_the_readers_language() -> None:
    address = "?date=2021-09-05&area=west&narrator=red&known=2021-09-06"
    made = conflict_of(files() | {"story.md": STEP.format(address=address).encode()})
    view = view_of(steps(made, "fa")[0], made, "fa")
    assert view == View(FIFTH, narrator="red", known=date(2021, 9, 6), area="west", language="fa")


def test_a_story_in_the_readers_language_needs_no_mark_of_another() -> None:
    plain, dari = (
        STEP.format(address=GOOD),
        STEP.format(address=GOOD).replace("Red holds it", "سرخ آن را دارد"),
    )
    made = conflict_of(files() | {"story.md": plain.encode(), "story.fa.md": dari.encode()})
    there = steps(made, "fa")
    assert "سرخ" in there[0].sentences[0].text
    html = story_html(made, there, 0, load_words("fa"), lambda *_: "#there")
    assert 'lang="en" dir="auto"' not in html


def test_a_sentence_names_the_outlet_and_the_rows_of_each_statement_that_it_cites() -> None:
    text = f"## Step\n[map]({GOOD})\n\nRed holds both [r1, r2, r3].\n"
    both = {"statement_id": "s", "origin_id": "o", "quote": "Red holds both"}
    rows = [
        REPORT,
        REPORT | both | {"report_id": "r2"},
        REPORT | both | {"report_id": "r3", "area_id": "east"},
    ]
    made = conflict_of(files(reports=csv_of(rows, REPORT_COLUMNS)) | {"story.md": text.encode()})
    html = story_html(
        made, steps(made, "en"), 0, load_words(), lambda area, day, report: f"#{area}/{day}/{report}"
    )
    assert re.findall(r'<li data-reports="([^"]*)"', html) == ["r1", "r2 r3"]
    assert html.count("The Paper") >= 2
    assert "#east/2021-09-05/r3" in html
