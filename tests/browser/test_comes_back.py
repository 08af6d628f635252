"""In Chromium: a server that was killed and started again gets its open pages back, first click and all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import write_folder
from page_parts import Parts
from playwright.sync_api import Page, expect
from still import still


@pytest.fixture
def killable(restarted: Callable[[Path], str], tmp_path: Path) -> Callable[[], str]:
    """Return what starts a server, or kills it and starts it again at the same address."""
    return lambda: restarted(write_folder(tmp_path / "live"))


WAYS = ["map", "list", "next", "view", "sources", "data", "take"]
"""What a reader clicks first; the last three start from a view without a map."""

RETURNED = ".stApp[data-test-connection-state=CONNECTED]"


MARK_RUN = """() => {
  const app = document.querySelector(".stApp"), state = "data-test-script-state";
  const seen = () => app.getAttribute(state) === "running" && app.setAttribute("data-came-back", "");
  new MutationObserver(seen).observe(app, { attributes: true, attributeFilter: [state] });
}"""
"""Notes on the page that its script ran again."""


def test_after_the_server_was_killed_open_pages_come_back_and_their_first_click_counts(
    open_page, killable: Callable[[], str]
) -> None:
    address = killable()
    pages = {way: open_page(f"?date=2021-09-05{view_of(way)}", base=address) for way in WAYS}
    for page in pages.values():
        still(page)
    stood = {way: Parts(pages[way]).move_map() for way in WAYS[:2]}
    for page in pages.values():
        page.evaluate(MARK_RUN)
    killable()
    for way, page in pages.items():
        page.locator(f"{RETURNED}[data-came-back]").wait_for()
        still(page)
        click(page, way)
        page.wait_for_url(lambda url, way=way: expected(way) in url)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    for way, before in stood.items():
        parts = Parts(pages[way])
        parts.expect_area("West")
        assert (parts.view, parts.same_document) == (before, True)


def view_of(way: str) -> str:
    """Return the address of the view that a way starts from."""
    return f"&view={way}" if way in WAYS[4:] else ""


def expected(way: str) -> str:
    """Return what the address has after the click."""
    words = {"view": "view=sources", "next": "date=2021-09-06"} | dict.fromkeys(WAYS[4:], "lang=fa")
    return words.get(way, "area=west")


def click(page: Page, way: str) -> None:
    """Make the first click."""
    if way == "map":
        Parts(page).click_area("West")
    elif way == "list":
        Parts(page).panel.locator("a[data-area=west]").click()
    elif way == "next":
        page.locator(".st-key-day_next button").click()
    elif way == "view":
        page.get_by_role("radio", name="Sources").click()
    else:
        page.get_by_role("radio", name="دری").click()
