"""In Chromium: text from outside stays text in all that Streamlit reads as Markdown, and looks as written."""

import io
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from dropping import OPENED_MS, drop, zipped
from folders import CONFLICT, write_folder
from hostile import MARKED, marked, marked_folder
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from shared import one_file, shared
from still import still

from geo.export.files import exported
from geo.reading.conflict import load_conflict
from geo.view import View

FIFTH = date(2021, 9, 5)

VIEWS = ["", "&view=sources", "&view=data", "&view=take", "&area=a3", "&compare=narrator:red", "&lang=fa"]
MADE = ".stMarkdownColoredText, .stMarkdownBadge, .katex, [aria-label$=' icon']"
MADE_OF_MARKDOWN = (
    f"{MADE}, [data-testid=stMarkdownContainer] :is(strong, em, img, script, code, h1, h2, li, table, del)"
)
LINKS = (
    "[...document.querySelectorAll('a[href], area[href], svg a')].map(one => one.href.baseVal ?? one.href)"
)


@pytest.fixture(scope="module")
def folder() -> Path:
    """Return the folder that has every mark in every text."""
    return shared().folder_of("marked", marked_folder)


@pytest.fixture(scope="module")
def marked_page(served, folder: Path) -> str:
    """Return the address of its page."""
    return served(folder)


def expect_only_text(page: Page, requests: list[str]) -> None:
    """Expect no request and no link to elsewhere, and nothing made of Markdown, once the page is at rest."""
    still(page)
    ours = {"127.0.0.1", None}
    frames = [frame for frame in page.frames if frame.url != "about:blank"]
    assert [url for url in requests if urlsplit(url).hostname not in ours] == []
    links = [link for frame in frames for link in frame.evaluate(LINKS)]
    assert [link for link in links if urlsplit(link).hostname not in ours] == []
    made = "all => all.map(one => one.outerHTML)"
    assert [found for frame in frames for found in frame.locator(MADE_OF_MARKDOWN).evaluate_all(made)] == []
    assert [frame.evaluate("typeof window.ran") for frame in frames] == ["undefined"] * len(frames)


@pytest.mark.parametrize("view", VIEWS)
def test_every_mark_in_every_field_is_shown_as_text(open_page, requests, marked_page, view: str) -> None:
    page = open_page(f"?date=2021-09-05{view}", base=marked_page)
    expect(page.get_by_text(MARKED).first).to_be_attached()
    expect_only_text(page, requests)


def test_the_name_of_a_side_reads_as_written_where_narrators_are_chosen(open_page, marked_page) -> None:
    page = open_page(base=marked_page)
    page.locator(".st-key-narrator [role=combobox]").click()
    options = page.get_by_role("option").filter(has_text=MARKED)
    expect(options.first).to_be_attached()
    assert [one.text_content() for one in options.all()] == [marked(1), marked(2)]
    assert page.title() == marked(0)


def test_short_names_of_sides_read_as_written_where_narrators_stand_side_by_side(
    open_page, requests, serve, tmp_path
) -> None:
    named = CONFLICT.replace('name = "Red"', "name = ':red[z] **b** :smile: $a$'")
    page = open_page(base=serve(write_folder(tmp_path / "named", conflict=named.encode())))
    expect(page.get_by_role("radio").filter(has_text=":red[z] **b** :smile: $a$")).to_be_attached()
    expect_only_text(page, requests)


@pytest.mark.parametrize("name", ["date", "area", "narrator", "known", "compare", "view", "lang"])
def test_a_mark_in_the_address_is_shown_as_text(open_page, requests, server, name: str) -> None:
    attack = "![x](http://198.51.100.7/p)"
    page = open_page(
        f"?{name}={quote(attack)}&{name}=:smile:&{name}={quote(':red[z] $a$ -> b')}", base=server
    )
    notice = page.get_by_role("alert").first
    expect(notice).to_be_visible()
    assert f"{name}={attack}, :smile:, :red[z] $a$ -> b in the address was ignored" in notice.text_content()
    expect_only_text(page, requests)


def test_marks_in_unknown_keys_and_columns_are_shown_as_text(open_page, requests, serve, tmp_path) -> None:
    broken = write_folder(tmp_path / "broken", conflict=f"{MARKED!r} = 1\n{CONFLICT}".encode())
    page = open_page(base=serve(broken))
    expect(page.get_by_text(MARKED[:40]).first).to_be_visible()
    expect_only_text(page, requests)


def test_marks_in_an_upload_and_its_name_are_shown_as_text(open_page, requests, server, folder) -> None:
    page = open_page("?view=data", base=server)
    drop(page, f"{MARKED.replace('/', '')}.zip", zipped(folder))
    expect(page.get_by_role("button", name="Back to the folder")).to_be_visible(timeout=OPENED_MS)
    expect_only_text(page, requests)


def test_marks_in_what_is_wrong_with_an_upload_are_shown_as_text(
    open_page, requests, server, tmp_path
) -> None:
    broken = write_folder(tmp_path / "broken", conflict=f"{MARKED!r} = 1\n{CONFLICT}".encode())
    page = open_page("?view=data", base=server)
    drop(page, "broken.zip", zipped(broken))
    expect(page.get_by_role("alert").filter(has_text="cannot be shown")).to_be_visible()
    expect(page.get_by_text(MARKED[:40]).first).to_be_visible()
    expect_only_text(page, requests)


@pytest.mark.parametrize("address", ["", "#area=a3", f"#area={MARKED}&date={MARKED}"])
def test_the_one_file_map_shows_every_mark_as_text(open_page, requests, folder, address: str) -> None:
    page = open_page(base="data:text/html,")
    requests.clear()
    page.goto(f"{one_file(folder).as_uri()}{address}")
    expect(page.locator("#control-date[data-date]").first).to_be_attached()
    for part in ("cite", "sources", "about"):
        page.locator(f"#{part} > summary").click()
    expect_only_text(page, requests)


@pytest.mark.parametrize("view", [View(FIFTH), View(FIFTH, area="a3")], ids=["all", "area"])
def test_a_picture_has_no_link_and_asks_for_nothing(
    open_page, requests, folder, tmp_path, view: View
) -> None:
    made = exported(load_conflict(folder), view, "map.svg") | exported(load_conflict(folder), view, "map.pdf")
    assert [page.annotations or [] for page in PdfReader(io.BytesIO(made["map.pdf"])).pages] == [[]]
    (tmp_path / "map.svg").write_bytes(made["map.svg"])
    page = open_page(base="data:text/html,")
    requests.clear()
    page.goto((tmp_path / "map.svg").as_uri())
    expect_only_text(page, requests)
    assert page.evaluate("document.querySelectorAll('a, image, script, foreignObject').length") == 0
