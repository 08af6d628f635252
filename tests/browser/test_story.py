"""The story and full screen, on the page and in the one-file map: told by keys and buttons, on any screen."""

import re
from typing import Any

import pytest
from axe import checked
from page_parts import MAPS
from playwright.sync_api import Locator, Page, expect

SIZES = ((1920, 1080), (1280, 720))
FRAME = """const frame = document.querySelector("iframe[title*='st_folium']");
  const inside = frame ? frame.contentDocument : document;
  const map = inside.querySelector(".gp-map");"""
FILLED = f"""() => {{ {FRAME}
  const above = frame ? frame.getBoundingClientRect().top : 0;
  const bottom = above + map.getBoundingClientRect().bottom;
  const strip = inside.querySelector(".gp-strip").offsetHeight;
  return innerHeight - 40 <= bottom && bottom <= innerHeight && !strip;
}}"""
"""Whether the map reaches down to the window's end, but for a small margin, the strip away."""

USUAL = f"""() => {{ {FRAME}
  const height = parseFloat(inside.querySelector(".gp").style.getPropertyValue("--gp-map-height"));
  return map.getBoundingClientRect().height === height && inside.querySelector(".gp-strip").offsetHeight > 0;
}}"""
"""Whether the map is as high as on the page, the strip below it."""

TYPE = "one => parseFloat(getComputedStyle(one).fontSize)"


def map_of(page: Page) -> Any:
    """Return the document that the map is drawn in."""
    return page.frame_locator(MAPS) if page.url.startswith("http") else page


def clear(one: dict[str, float], other: dict[str, float]) -> bool:
    """Return whether two boxes keep off each other."""
    across = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
    return across or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]


def expect_step(page: Page, number: int) -> Locator:
    """Wait until a step is told, and return it."""
    expect(page.locator(".geo-story")).to_have_attribute("data-step", str(number))
    return page.locator(".geo-story")


def expect_view(page: Page, *parts: str) -> None:
    """Wait until address and map have come to a view."""
    for part in parts:
        page.wait_for_url(re.compile(re.escape(part)))
    day = next(part.removeprefix("date=") for part in parts if part.startswith("date="))
    expect(map_of(page).locator("#control-date[data-date]").first).to_have_attribute("data-date", day)


def test_the_story_is_told_by_keys_and_buttons_and_opens_what_it_cites(opened: Any) -> None:
    page = opened("date=2021-09-05")
    page.get_by_role("button", name="Story in 7 steps").click()
    expect(expect_step(page, 1)).to_contain_text("1 of 7")
    expect_view(page, "date=2021-08-30", "narrator=everyone")
    page.keyboard.press("n")
    expect_step(page, 2)
    page.keyboard.press("n")
    step = expect_step(page, 3)
    expect_view(page, "date=2021-09-05", "area=rokha")

    step.get_by_role("button", name="CNN").click()
    quote = step.get_by_role("dialog")
    expect(quote.locator("blockquote")).to_have_text(
        "“Bazarak and Rokha districts, which are still under the control of the NRF”"
    )
    page.keyboard.press("Escape")
    expect(quote).to_have_count(0)
    expect_view(page, "date=2021-09-05", "area=rokha")

    page.get_by_role("radio", name="NRF", exact=True).click()
    expect_view(page, "date=2021-09-05", "narrator=nrf")
    expect_step(page, 3)
    page.get_by_role("button", name="Back to this step’s view").click()
    expect_view(page, "date=2021-09-05", "narrator=everyone")
    page.keyboard.press("p")
    expect_step(page, 2)
    assert checked(page).serious == ()
    page.get_by_role("button", name="Leave the story").click()
    expect(page.locator(".geo-story")).to_have_count(0)
    expect_view(page, "date=2021-09-05")


def test_letters_that_are_typed_are_no_keys(opened: Any) -> None:
    page = opened("date=2021-09-05")
    page.get_by_role("button", name="Story in 7 steps").click()
    expect_step(page, 1)
    page.get_by_role("combobox", name="Search").press_sequentially("nf")
    expect(page.get_by_role("combobox", name="Search")).to_have_value("nf")
    expect_step(page, 1)
    expect(page.locator("html[data-geo-full]")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_full_screen_fills_the_screen_in_larger_type_and_escape_leaves_it(
    opened: Any, width: int, height: int
) -> None:
    page = opened("date=2021-09-05&area=rokha")
    page.set_viewport_size({"width": width, "height": height})
    words = page.locator(".geo-panel .why").first
    page.wait_for_function(USUAL)
    usual = words.evaluate(TYPE)
    page.get_by_role("button", name="Full screen").click()
    expect(page.locator("html[data-geo-full]")).to_have_count(1)
    root = page.locator("html")
    assert root.evaluate("one => one.scrollWidth") <= width
    assert root.evaluate("one => one.scrollHeight") <= height
    assert words.evaluate(TYPE) > usual * 1.05
    page.wait_for_function(FILLED)
    chosen = map_of(page).locator(".gp-label", has=page.get_by_text("Rokha", exact=True))
    for seen in (
        page.locator("h1"),
        page.get_by_text("Claims, not facts"),
        chosen,
        page.locator(".geo-lead"),
        map_of(page).locator(".gp-legend"),
        page.locator("#geo-ribbon"),
        words,
    ):
        expect(seen).to_be_in_viewport()

    size = map_of(page).locator(".gp-map").first.bounding_box()
    assert size["width"] * size["height"] > 0.52 * width * height
    legend = map_of(page).locator(".gp-legend").bounding_box()
    for label in map_of(page).locator(".gp-label").all():
        assert clear(label.bounding_box(), legend)

    words.hover()
    page.mouse.wheel(0, 3000)  # which Chromium leaves unanswered where a document fills the screen
    expect(words).not_to_be_in_viewport()

    map_of(page).locator("path[aria-label^='Andarab']").first.click()
    expect(page.locator("#geo-name-andarab")).to_be_in_viewport()
    page.get_by_role("button", name="Story in 7 steps").click()
    expect_step(page, 1)
    page.keyboard.press("PageDown")
    expect(expect_step(page, 2)).to_be_in_viewport()
    assert root.evaluate("one => one.scrollWidth") <= width
    page.wait_for_function(FILLED)

    page.keyboard.press("Escape")
    expect(page.locator("html[data-geo-full]")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    expect_step(page, 2)
    page.wait_for_function(USUAL)


def test_f_and_escape_lead_in_and_out_from_the_map_too_and_a_phone_has_no_full_screen(opened: Any) -> None:
    page = opened("date=2021-09-05&area=rokha")
    shape = map_of(page).locator("path[aria-label^='Rokha']").first
    shape.focus()
    page.keyboard.press("f")
    expect(page.locator("html[data-geo-full]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("html[data-geo-full]")).to_have_count(0)
    expect_view(page, "date=2021-09-05", "area=rokha")
    page.wait_for_function("() => !document.fullscreenElement")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("button", name="Full screen")).to_be_hidden()
    page.locator("h1").press("f")
    start = page.get_by_role("button", name="Story in 7 steps")
    expect(start).to_be_hidden()  # the sheet begins with the area that is open
    page.locator("h1").press("Escape")
    start.press("Enter")
    expect(expect_step(page, 1)).to_be_in_viewport()
    expect(map_of(page).locator(".gp-map").first).to_be_in_viewport()
    expect(page.locator("html[data-geo-full]")).to_have_count(0)
