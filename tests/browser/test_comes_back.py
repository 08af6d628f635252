"""In Chromium: a server that was killed and started again gets its open pages back, first click and all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import write_folder
from page_parts import Parts
from playwright.sync_api import expect
from still import still


@pytest.fixture
def killable(restarted: Callable[[Path], str], tmp_path: Path) -> Callable[[], str]:
    """Return what starts a server, or kills it and starts it again at the same address."""
    return lambda: restarted(write_folder(tmp_path / "live"))


@pytest.mark.parametrize("way", ["map", "list", "view", "next"])
def test_after_the_server_was_killed_the_page_comes_back_and_its_first_click_counts(
    open_page, killable: Callable[[], str], way: str
) -> None:
    parts = Parts(open_page("?date=2021-09-05", base=killable()))
    page = parts.page
    still(page)
    stood = parts.move_map()
    killable()
    page.locator(".stApp[data-test-connection-state=CONNECTED][data-test-script-state=running]").wait_for()
    still(page)
    expect(parts.badge).to_be_visible()
    if way == "map":
        parts.click_area("West")
    elif way == "list":
        parts.panel.locator("a[data-area=west]").click()
    elif way == "next":
        page.locator(".st-key-day_next button").click()
    else:
        page.get_by_role("radio", name="Sources").click()
    parts.expect_in_address({"view": "view=sources", "next": "date=2021-09-06"}.get(way, "area=west"))
    if way in {"map", "list"}:
        parts.expect_area("West")
        assert (parts.view, parts.same_document) == (stood, True)
    expect(page.get_by_test_id("stException")).to_have_count(0)
