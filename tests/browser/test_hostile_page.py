"""In Chromium: hostile text reads as text wherever it goes; an editor's mistakes never take the map away."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from dropping import OPENED_MS, drop, zipped
from folders import write_folder
from hostile import ATTACKS, hostile_folder
from page_parts import MAPS, Parts
from playwright.sync_api import Dialog, Page, expect
from shared import shared
from still import still

from geo.export.files import exported
from geo.reading.conflict import load_conflict
from geo.view import View

FIFTH = date(2021, 9, 5)
TRAP = "198.51.100.7"
VIEWS = ["", "&view=sources", "&view=data", "&view=take", "&area=a0", "&area=a1", "&area=a4", "&area=a13"]


@pytest.fixture(scope="module")
def folder() -> Path:
    """Return the hostile folder."""
    return shared().folder_of("hostile", hostile_folder)


@pytest.fixture(scope="module")
def hostile(served, folder: Path) -> str:
    """Return the address of a page of the hostile folder."""
    return served(folder)


@pytest.fixture(scope="module")
def export(folder: Path) -> Callable[[str], Path]:
    """Return what gives an export of the hostile folder."""

    def made(name: str) -> Path:
        make = lambda: exported(load_conflict(folder), View(FIFTH), name)[name]  # noqa: E731
        return shared().file(name, make)

    return made


class Watched:
    """A page that is listened to: which dialogs opened."""

    def __init__(self, page: Page, requests: list[str]) -> None:
        self.page, self.requests = page, requests
        self.dialogs: list[str] = []
        page.on("dialog", self.dismiss)

    def dismiss(self, dialog: Dialog) -> None:
        """Note a dialog that opened, and shut it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def expect_harmless(self) -> None:
        """Expect that no dialog, no script and no request came of it, once nothing changes any more."""
        still(self.page)
        frames = self.page.frames
        assert self.dialogs == []
        assert [frame.evaluate("typeof window.ran") for frame in frames] == ["undefined"] * len(frames)
        assert [url for url in self.requests if TRAP in url] == []


@pytest.fixture
def watched(open_page, requests: list[str]) -> Iterator[Watched]:
    """Return an empty page that is listened to."""
    page = Watched(open_page("about:blank", base="data:text/html,"), requests)
    yield page
    page.page.remove_listener("dialog", page.dismiss)


@pytest.mark.parametrize("view", VIEWS)
def test_a_hostile_folder_raises_no_dialog_no_script_and_no_request(watched, hostile, view) -> None:
    watched.page.goto(f"{hostile}/?date={FIFTH}{view}")
    expect(watched.page.get_by_text(ATTACKS[0]).first).to_be_attached()
    watched.expect_harmless()


def test_a_hostile_upload_is_shown_as_text(watched, server, folder) -> None:
    page = watched.page
    page.goto(f"{server}/?view=data")
    drop(page, f"{ATTACKS[1]}.zip", zipped(folder))
    expect(page.get_by_role("button", name="Back to the folder")).to_be_visible(timeout=OPENED_MS)
    page.get_by_role("radio", name=re.compile("^Map")).click()
    expect(page.frame_locator(MAPS).locator(".gp-area").first).to_be_attached()
    expect(page.get_by_text(ATTACKS[0]).first).to_be_attached()
    watched.expect_harmless()


@pytest.mark.parametrize("address", ["", "#area=a0", "#area=a2", "#area=a13", f"#area={ATTACKS[1]}"])
def test_a_hostile_one_file_map_reads_as_text(watched, export, address) -> None:
    watched.page.goto(f"{export('hostile-map.html').as_uri()}{address}")
    expect(watched.page.locator("#control-date[data-date]").first).to_be_attached()
    for part in ("cite", "sources", "about"):
        watched.page.locator(f"#{part} > summary").click()
    expect(watched.page.get_by_text(ATTACKS[2]).first).to_be_attached()
    watched.expect_harmless()


def test_a_hostile_picture_runs_nothing(watched, export) -> None:
    watched.page.goto(export("hostile-map.svg").as_uri())
    watched.expect_harmless()
    scripts = "document.querySelectorAll('script, foreignObject, [onload], [onerror], image').length"
    assert watched.page.evaluate(scripts) == 0


def test_hidden_characters_are_shown(open_page, hostile) -> None:
    page = open_page("?area=a14", base=hostile)
    expect(page.get_by_text("⟨U+202E⟩").first).to_be_attached()
    assert "\u202e" not in page.locator("body").inner_text()


def test_an_address_that_is_an_attack_is_ignored_with_a_notice(open_page, hostile) -> None:
    page = open_page(f"?area={ATTACKS[1]}&date={ATTACKS[0]}&narrator={ATTACKS[4]}", base=hostile)
    expect(page.get_by_role("alert").first).to_be_visible()
    assert page.evaluate("typeof window.ran") == "undefined"


def test_a_broken_file_leaves_the_last_good_map_and_the_readers_view(open_page, serve, tmp_path) -> None:
    folder = write_folder(tmp_path / "live")
    reports = folder / "control_reports.csv"
    good = reports.read_bytes()
    parts = Parts(open_page(f"?area=west&date={FIFTH}", base=serve(folder)))
    page, panel = parts.page, parts.panel
    parts.expect_area("West")
    stood = parts.move_map()

    reports.write_bytes(good.replace(b"claim,", b"claimed,", 1))
    touch(page)
    expect(page.get_by_text("claim: is a required column and is missing").first).to_be_visible()
    expect(panel.get_by_text("Red holds West").first).to_be_visible()
    assert (parts.view, parts.same_document) == (stood, True)

    reports.write_bytes(good.replace(b"Red holds West", b"Red still holds West"))
    touch(page)
    expect(panel.get_by_text("Red still holds West").first).to_be_visible()
    expect(page.get_by_text("claim: is a required column and is missing")).to_have_count(0)
    assert (parts.view, parts.same_document) == (stood, True)
    assert "area=west" in page.url
    assert f"date={FIFTH}" in page.url


@pytest.mark.parametrize("way", ["map", "list", "view"])
def test_the_first_click_after_an_edit_counts(open_page, serve, tmp_path, way: str) -> None:
    folder = write_folder(tmp_path / "live")
    parts = Parts(open_page(f"?date={FIFTH}", base=serve(folder)))
    expect(parts.page.locator(".geo-overview")).to_be_visible()
    reports = folder / "control_reports.csv"
    reports.write_bytes(reports.read_bytes().replace(b"Red holds West", b"Red still holds West"))
    still(parts.page)
    if way == "map":
        parts.click_area("West")
    elif way == "list":
        parts.panel.locator("a[data-area=west]").click()
    else:
        parts.page.get_by_role("radio", name="Sources").click()
    parts.expect_in_address("view=sources" if way == "view" else "area=west")
    if way != "view":
        expect(parts.panel.get_by_text("Red still holds West").first).to_be_visible()


def touch(page: Page) -> None:
    """Do what a reader does next: press a key that makes the page run again."""
    still(page)
    page.keyboard.press("r")
