"""In Chromium: an article dropped and coded by keys alone; the maps told before are those that come."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from axe import checked
from coding_folder import press
from desk_page import DESK, DeskPage, folder_to_code
from panjshir import conflict
from playwright.sync_api import Page, expect
from shared import shared
from tabs import USUAL, Tabs

from geo.desk import Registration, folder_state, register, standing
from geo.looks import looks
from geo.reading import Status
from geo.sentences import Account
from geo.shell.check import check_folder
from geo.words import load_words

ARTICLE = """Local media report battles in Panjshir

The Taliban captured Shutul district on Sunday, local media reported.

The Taliban captured Anaba district on Sunday, Taliban spokesman Zabihullah Mujahid said on Twitter.

The Taliban captured Khenj district on Sunday, Taliban spokesman Zabihullah Mujahid said.

The Taliban took control of Rukha district, local media reported.

The Taliban took control of Paryan district, local media reported.

The Taliban took control of Dara district, local media reported.

Resistance forces captured Andarab district on Saturday, resistance spokesman Fahim Dashti said.

Heavy fighting continued in Bazarak on Sunday, local media reported.

The Taliban captured Kapisa province on Monday, local media reported.

The Taliban captured Parwan province on Monday, local media reported.

Resistance forces held Rokha district on Sunday, resistance spokesman Fahim Dashti said.

The Taliban captured Bazarak on Sunday, Taliban spokesman Zabihullah Mujahid said.

Resistance fighters held Dara district on Sunday, resistance spokesman Fahim Dashti said.
"""


SILENT = (Status.UNREPORTED, (), "none", ())
NAMES = dict(conflict().areas["name"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_to_code(tmp_path / "conflict")


@pytest.fixture
def address(folder: Path, serve: Callable[..., str]) -> str:
    return serve(folder, *DESK)


def registered(page: Page, address: str, text: str = ARTICLE) -> DeskPage:
    """Return the desk with a new article open: dropped, its form filled in by keys."""
    page.goto(address)
    page.locator("input[type=file]").set_input_files(
        {"name": "battles.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    expect(page.get_by_text("battles.txt")).to_be_visible()
    page.get_by_label("Outlet").focus()
    for typed in ("Khaama Press", "", "2021-09-05", "", "dateline"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    # until a file has arrived the button is off, and the focus goes past it
    button = page.get_by_role("button", name="Register and read it")
    expect(button).to_be_enabled(timeout=60_000)
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".geo-desk").wait_for(timeout=60_000)
    desk = DeskPage(page)
    desk.ready()
    page.wait_for_function("!document.activeElement.matches('button')")  # the keys are no longer the form's
    return desk


@pytest.fixture
def battles(tmp_path: Path) -> Path:
    """Return a folder in which the article is registered already."""

    def write(made: Path) -> Path:
        to_code = folder_to_code(made / "conflict")
        days = dict.fromkeys(("published_from", "published_to", "article_day"), "2021-09-05")
        about = Registration("Khaama Press", "battles", basis="dateline", **days)
        register(to_code, press(), "A", ("battles.txt", ARTICLE.encode()), about)
        return to_code

    return Path(shutil.copytree(shared().folder_of("battles", write), tmp_path / "battles"))


@pytest.fixture
def at_work(page: Page, battles: Path, serve: Callable[..., str]) -> DeskPage:
    """Return the desk with that article open."""
    page.goto(f"{serve(battles, *DESK)}/?article=khaama-press")
    page.locator(".geo-desk").wait_for(timeout=60_000)
    desk = DeskPage(page)
    desk.ready()
    return desk


@pytest.fixture
def page(tabs: Tabs, taken: Callable[..., Page]) -> Page:
    tab: Page = taken(tabs.empty(), tabs.put_back)
    tab.set_viewport_size(USUAL)
    return tab


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "control_reports.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(folder: Path) -> dict[tuple[str, date], object]:
    """Return what everyone's map shows of each area on each day of early September."""
    conflict = folder_state(folder).conflict
    if conflict.reports.empty:
        return {(area, date(2021, 9, number)): SILENT for area in NAMES for number in range(1, 10)}
    looked = looks(Account(conflict).timeline, conflict, load_words())
    found = {}
    for day in (date(2021, 9, number) for number in range(1, 10)):
        there = looked.changes[looked.changes["day"] <= str(day)].drop_duplicates("area_id", keep="last")
        last = dict(zip(there["area_id"], there["look"], strict=True))
        there = {area: looked.table[last.get(area, 0)] for area in NAMES}
        found |= {
            (area, day): (one.status, one.fills, one.strength, one.marks) for area, one in there.items()
        }
    return found


def log(folder: Path) -> list[str]:
    return [line.action for line in folder_state(folder).log]


def test_an_article_is_dropped_and_coded_by_keys_alone(page: Page, address: str, folder: Path) -> None:
    desk = registered(page, address)
    assert "battles" in page.locator(".desk-title").inner_text()

    def accept() -> None:
        told, before = desk.change, shown(folder)
        assert desk.whole
        desk.press("Enter")
        assert desk.said.startswith("Accepted: ")
        changed = {area for (area, _), look in shown(folder).items() if look != before[area, _]}
        assert told.startswith("If you accept: Nothing on the map changes") is (not changed)
        for area, name in NAMES.items():
            assert (f"{name}: " in told or f"{name} and" in told or f"{name}, " in told) is (
                area in changed
            ), told

    assert log(folder) == ["register"]
    page.set_viewport_size({"width": 1366, "height": 768})  # a small laptop: both maps above the buttons
    below = page.locator(".desk-maps").bounding_box()
    assert below
    assert below["y"] + below["height"] <= page.locator(".desk-buttons").bounding_box()["y"]
    page.set_viewport_size({"width": 1400, "height": 900})
    accept()
    desk.choose("p", "bazarak")
    assert desk.field("area_id").startswith("Bazarak")
    assert len(rows(folder)) == 1, "a correction writes nothing before it is accepted"
    accept()
    desk.choose("d", "..5")
    assert desk.field("days").startswith("up to 5 September")
    accept()
    desk.press("x")
    assert desk.said.startswith("Refused: ")
    while desk.counts["accepted"] < 11:
        if desk.whole:
            accept()
        else:  # a sentence to look at
            desk.press("j")
    desk.press("u")
    assert desk.said.startswith("Taken back")
    assert desk.counts["accepted"] == 10

    written = rows(folder)
    assert len(written) == 10
    assert {row["source_id"] for row in written} == {"khaama-press"}
    assert not check_folder(folder, folder / "articles", load_words(), whole=True).broken
    assert log(folder) == ["register", *["accept"] * 3, "refuse", *["accept"] * 8, "undo"]
    lines = [line for line in standing(folder_state(folder).log) if line.action == "accept"]
    assert [line.changed for line in lines if line.changed] == ["area_id", "date_from date_basis"]
    assert {line.coder for line in lines} == {"A"}


def test_a_killed_server_and_a_reload_keep_article_and_decisions(
    page: Page, folder: Path, restarted: Callable[..., str]
) -> None:
    desk = registered(page, restarted(folder, *DESK))
    desk.press("Enter")
    first = desk.counts
    restarted(folder, *DESK)
    page.reload()
    page.locator(".geo-desk").wait_for()
    assert desk.counts == first
    desk.press("u")
    assert desk.said.startswith("Taken back")
    assert rows(folder) == []


def test_a_row_starts_from_a_selection_and_asks_for_what_it_lacks(
    page: Page, address: str, folder: Path
) -> None:
    desk = registered(page, address, "Title\n\nShops in Rukha were open, he added.\n")
    page.locator(".desk-text [data-s]", has_text="Shops in").first.evaluate(
        """span => { const text = span.firstChild, range = new Range();
          const from = text.data.indexOf('Shops in');
          range.setStart(text, from); range.setEnd(text, from + 'Shops in Rukha were open'.length);
          getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    desk.press("n")
    expect(page.locator(".desk-input")).to_be_focused()
    page.keyboard.type("holds")
    desk.press("Enter")
    expect(page.locator(".desk-input")).to_be_focused()
    page.keyboard.type("tal")
    desk.press("Enter")
    assert page.locator(".desk-quote").inner_text().strip("“”") == "Shops in Rukha were open"
    desk.press("Enter")
    (row,) = rows(folder)
    assert (row["area_id"], row["claim"], row["party"]) == ("rokha", "holds", "taliban")
    assert row["quote"] == "Shops in Rukha were open"


def test_a_key_typed_into_a_field_or_with_a_modifier_decides_nothing(
    at_work: DeskPage, battles: Path
) -> None:
    desk, page = at_work, at_work.page
    page.keyboard.press("c")
    page.keyboard.type("xu")
    page.keyboard.press("Escape")
    for key in ("Control+x", "Alt+u", "Meta+Enter"):
        page.keyboard.press(key)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    desk.press("j")
    assert log(battles) == ["register"]


def test_keys_pressed_while_the_desk_is_busy_are_done_in_order_and_decide_no_card_that_was_not_seen(
    at_work: DeskPage, battles: Path
) -> None:
    desk, page = at_work, at_work.page
    page.keyboard.press("Enter")
    for key in (*"pbazarak", "Enter"):  # the first card's Enter is under way
        page.keyboard.press(key)
    page.locator(".desk-row[data-field=area_id].changed").wait_for()
    desk.ready()
    assert desk.field("area_id").startswith("Bazarak")
    assert log(battles) == ["register", "accept"]
    desk.press("j")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    desk.ready()
    expect(page.locator(".desk-said")).to_contain_text("Enter was pressed before this card was shown")
    assert desk.said.startswith("Accepted: ")
    assert log(battles).count("accept") == 2, "two of the three were pressed before the next card was seen"


def test_a_typed_speaker_is_the_one_on_the_list_and_can_be_kept_as_typed(at_work: DeskPage) -> None:
    desk, page = at_work, at_work.page
    desk.choose("w", "zabi")
    assert desk.field("claimant").endswith("Zabihullah Mujahid")
    page.keyboard.press("w")
    expect(page.locator(".desk-input")).to_be_focused()
    page.keyboard.type("zabi")
    page.keyboard.press("ArrowUp")
    desk.press("Enter")
    assert desk.field("claimant") == "zabi"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_axe_finds_nothing_on_the_desk(at_work: DeskPage, language: str) -> None:
    desk, page = at_work, at_work.page
    address = f"{page.url}&lang={language}"
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 1400, "height": 900})
        page.goto(address)
        page.locator(f"html[lang={language}]").wait_for(state="attached")
        page.locator(".geo-desk").wait_for()
        assert checked(page).findings == ()
        page.keyboard.press("p")
        page.locator(".desk-input").wait_for()
        assert checked(page).findings == ()
        page.keyboard.press("Escape")
        desk.press("Enter")
        page.set_viewport_size({"width": 390, "height": 844})
        assert checked(page).findings == ()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(color_scheme="null")


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_a_request_that_was_handed_on_gets_no_desk(browser, address: str, header: str) -> None:
    context = browser.new_context(extra_http_headers={header: "for=127.0.0.1"})
    page = context.new_page()
    page.goto(f"{address}/?article=anadolu")
    expect(page.get_by_text("The desk is not open to you")).to_be_visible()
    assert page.get_by_role("button", name="Desk").count() == 0
    assert page.locator(".geo-desk, .st-key-desk_articles").count() == 0
    context.close()
