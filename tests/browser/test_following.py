"""From a card to the words in the article, and with its citation to somebody else's page: page and file."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from folders import CONFLICT, reports, sources, write_folder
from page_parts import Parts
from playwright.sync_api import Locator, Page, expect

from geo.export.onefile import map_html
from geo.reading.conflict import load_conflict
from geo.view import View, opening_day

QUOTE = "Red still holds all of West"
ARTICLE = f"<!doctype html><title>News</title><div style='height:5000px'></div><p>He said: {QUOTE}.</p>"
FRAGMENT = "#:~:text=Red%20still%20holds%20all%20of%20West"
CITED = f"a spokesman, in The Paper, “{QUOTE}”, about 5 September 2021, published 5–6 September 2021"
PASTED = "navigator.clipboard.readText()"
WHOLE = "?area=west&date=2021-09-05&narrator=everyone&known=all&compare=off&view=map"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
COPY = "https://archive.example/news"


class Paper(ThreadingHTTPServer):
    """An invented outlet on this machine, which remembers from where its readers came."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Article)
        self.referrers: list[str | None] = []

    @property
    def article(self) -> str:
        """The address of its article."""
        return f"http://127.0.0.1:{self.server_port}/news"


class Article(BaseHTTPRequestHandler):
    """The one article, whatever is asked for."""

    server: Paper

    def do_GET(self) -> None:
        """Answer with the article."""
        if self.path == "/news":
            self.server.referrers.append(self.headers["Referer"])
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(ARTICLE.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def paper() -> Iterator[Paper]:
    server = Paper()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, paper: Paper) -> Callable[..., Path]:
    """Return what gives a small folder whose source has an address; `first` begins its conflict file."""

    @cache
    def write(first: str = "") -> Path:
        where = {"source_id": "news", "url": paper.article, "archive_url": COPY}
        said = {"statement_id": "s2", "origin_id": "o2", "source_id": "news", "quote": QUOTE}
        undated = {
            "statement_id": "s3",
            "origin_id": "o3",
            "quote": "Once held",
            "date_from": "",
            "date_to": "",
        }
        return write_folder(
            tmp_path_factory.mktemp("following") / "small",
            conflict=(first + CONFLICT).encode(),
            sources=sources(where),
            reports=reports(said, undated),
        )

    return write


@pytest.fixture
def file_page(open_file, tmp_path: Path) -> Callable[..., Page]:
    """Return what opens the one-file map of a folder, without a network."""

    def opened(folder: Path, address: str = "", **options) -> Page:
        conflict = load_conflict(folder)
        path = tmp_path / "map.html"
        view = View(opening_day(conflict), language=options.pop("language", "en"))
        path.write_bytes(map_html(conflict, view))
        page = open_file(address, path=path, **options)
        page.locator("#control-date[data-date]").first.wait_for()
        return page

    return opened


def card_of(page: Page) -> Locator:
    return page.locator(".card, .wording").filter(has_text=QUOTE).first


def copied(card: Locator) -> str:
    """Return what the card's button copies, reached and pressed by keyboard, once the page says so."""
    page = card.page
    card.get_by_role("button", name="Copy with citation").focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_have_text("copied")
    pasted: str = page.evaluate(PASTED)
    return pasted


def test_a_card_of_the_page_opens_its_article_at_the_words(open_page, serve_all, folder, paper) -> None:
    page = open_page("?area=west", base=serve_all(folder()))
    Parts(page)
    card = card_of(page)
    link = card.get_by_role("link", name="Read it in the article")
    expect(link).to_have_attribute("rel", "noreferrer nofollow")
    archived = card.get_by_role("link", name="Archived copy")
    expect(archived).to_have_attribute("href", COPY + FRAGMENT)
    with page.expect_navigation():
        link.click()
    page.wait_for_function("scrollY > 3000")
    assert paper.referrers == [None]


def test_a_card_of_the_file_leads_to_the_same_words(file_page, folder, paper) -> None:
    card = card_of(file_page(folder(), "#area=west"))
    link = card.get_by_role("link", name="Read it in the article")
    expect(link).to_have_attribute("href", paper.article + FRAGMENT)
    expect(link).to_have_attribute("rel", "noreferrer nofollow")
    expect(card.get_by_role("link", name="Archived copy")).to_have_attribute("href", COPY + FRAGMENT)


def test_a_card_of_the_page_is_copied_with_its_citation_and_the_views_address(
    open_page, serve_all, folder
) -> None:
    page = open_page("?area=west", base=serve_all(folder()), **CLIPBOARD)
    Parts(page)
    pasted = copied(card_of(page))
    assert pasted == f"{CITED}. {page.url}"
    assert "date=2021-09-05" in page.url


def test_a_card_of_the_file_is_copied_without_a_network(file_page, folder) -> None:
    page = file_page(folder(), "#area=west", **CLIPBOARD)
    pasted = copied(card_of(page))
    assert pasted == f"{CITED}. #date=2021-09-05&area=west&narrator=everyone"


@pytest.mark.parametrize("address", ["https://map.example/", "https://map.example/map.html#"])
def test_a_public_address_is_cited_instead_of_this_machine(
    open_page, serve_all, file_page, folder, address: str
) -> None:
    small = folder(f'address = "{address}"\n')
    page = open_page("?area=west", base=serve_all(small), **CLIPBOARD)
    Parts(page)
    for one in (page, file_page(small, "#area=west", **CLIPBOARD)):
        cited, _, choices = copied(card_of(one)).rpartition("#" if address.endswith("#") else "?")
        assert cited == f"{CITED}. {address.rstrip('#')}"
        assert {"date=2021-09-05", "area=west", "narrator=everyone"} <= {*choices.split("&")}


def test_what_the_clipboard_refuses_is_copied_by_hand_and_what_nothing_takes_is_said(
    file_page, folder
) -> None:
    page = file_page(folder(), "#area=west", **CLIPBOARD)
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('no'); }; }")
    assert copied(card_of(page)).startswith(CITED)
    expect(card_of(page).locator("button.cite")).to_be_focused()
    page.evaluate("() => { document.execCommand = () => false; }")
    page.keyboard.press("Space")
    expect(card_of(page).get_by_role("status")).to_contain_text("does not let this page copy")


def test_sources_lists_the_statements_of_an_article_with_the_way_to_the_map(
    open_page, serve_all, folder
) -> None:
    page = open_page("?view=sources&narrator=blue", base=serve_all(folder()), **CLIPBOARD)
    listed = page.locator("details.said").filter(has_text=QUOTE)
    listed.locator("summary").focus()
    page.keyboard.press("Enter")
    listed.get_by_role("link", name="West").click()
    parts = Parts(page)
    parts.expect_area("West")
    assert {"date=2021-09-05", "area=west", "narrator=everyone"} <= {*re.split("[?&#]", page.url)}
    assert page.url.endswith("&area=west#q-r2")
    assert copied(card_of(page)).endswith("&area=west")


def test_the_address_of_one_quote_opens_what_it_is_folded_into(open_page, serve_all, folder) -> None:
    page = open_page(f"{WHOLE}#q-r3", base=serve_all(folder()))
    expect(page.locator("#q-r3")).to_be_in_viewport()


def test_sources_of_the_file_leads_to_the_same_place(file_page, folder) -> None:
    page = file_page(folder(), "#narrator=blue")
    page.locator("#sources > summary").click()
    listed = page.locator("details.said").filter(has_text=QUOTE)
    listed.locator("summary").click()
    listed.get_by_role("link", name="West").click()
    expect(page.locator("#panel h2")).to_have_text("West")
    page.wait_for_function("location.hash === '#date=2021-09-05&area=west&narrator=everyone'")
    expect(page.locator("#q-r2")).to_be_in_viewport()
