"""The first screen of a phone and a tablet, page and file: what is seen, what is folded."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from page_parts import MAPS
from playwright.sync_api import Locator, Page, expect

PHONE, TABLET = (390, 844), (768, 1024)
Opened = Callable[..., Page]


def frame_of(page: Page) -> Any:
    """Return the map's frame: the page itself in the one-file map."""
    return page.frame_locator(MAPS) if page.locator(".stApp").count() else page


def box(one: Locator) -> dict[str, Any]:
    """Return where an element stands on the screen."""
    found = one.bounding_box()
    assert found
    return dict(found)


@pytest.mark.parametrize("size", [PHONE, TABLET], ids=["phone", "tablet"])
def test_the_first_screen_has_sentence_time_bar_and_map_and_folds_the_choices(
    opened: Opened, size: tuple[int, int]
) -> None:
    page = opened("date=2021-09-05")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    frame = frame_of(page)
    picture, legend = frame.locator(".gp-map").first, frame.locator(".gp-legend")
    narrators = page.get_by_role("radio", name="Taliban", exact=True)
    expect(narrators).to_be_hidden()
    places = [
        page.locator(one).first for one in ("h1", "[data-part=lead]", ".geo-events .key", "#geo-ribbon")
    ]
    tops = [box(one)["y"] for one in (*places, picture)]
    assert tops == sorted(tops)
    assert box(picture)["y"] + box(picture)["height"] <= size[1]
    assert box(legend)["y"] + 20 <= size[1]
    assert box(page.locator(".geo-limits").first)["y"] > box(picture)["y"] + box(picture)["height"]
    assert box(page.locator(".geo-limits").first)["y"] < box(page.locator(".geo-panel").first)["y"]

    page.locator(".geo-choose summary").focus()
    page.keyboard.press("Enter")
    expect(narrators).to_be_visible()
    assert box(page.get_by_text("Whose account", exact=True))["height"] > 10
    assert box(narrators)["y"] < box(page.locator("[data-part=lead]"))["y"]
    page.locator("label", has=narrators).or_(narrators).last.click()
    expect(page.locator(".geo-choose")).to_contain_text("As told by Taliban")
    expect(narrators).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_until_the_maps_script_arrives_the_day_is_told_in_words(browser: Any, server: str) -> None:
    page: Page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    page.route(re.compile(r"/media/.*\.js|/component/.*/main.*\.js"), lambda route: route.abort())
    page.goto(f"{server}/?date=2021-09-05")
    lead = page.locator("[data-part=lead]")
    expect(lead).to_contain_text("three of the seven districts of Panjshir are disputed")
    expect(lead).to_be_in_viewport(ratio=1)
    expect(page.locator(".geo-panel").get_by_role("link", name="Rokha")).to_be_visible()
    page.locator(".geo-choose summary").click()
    expect(page.get_by_role("radio", name="Taliban", exact=True)).to_be_visible()
    assert page.frame_locator(MAPS).locator("#control-date").count() == 0
    page.close()


def test_on_a_wide_screen_more_than_half_of_the_first_screen_is_the_map(opened: Opened) -> None:
    page = opened("date=2021-09-05&area=rokha")
    page.set_viewport_size({"width": 1400, "height": 900})
    top = box(frame_of(page).locator(".gp-map").first)["y"]
    assert top <= 450
    for words in ("[data-part=clocks]", "[data-part=notes]"):
        assert box(page.locator(words))["y"] > top
