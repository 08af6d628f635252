"""The keys of page and one-file map: what they are is shown, and Escape leaves one thing at a time."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

Opened = Callable[..., Page]

ROOM = """input => {
  const style = getComputedStyle(input);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const sign = input.parentElement.querySelector("kbd").getBoundingClientRect();
  const from = input.getBoundingClientRect().left + parseFloat(style.paddingLeft);
  return sign.left - from - pen.measureText(input.placeholder).width;
}"""
"""Pixels between the hint of the search box and the sign of its key."""


def test_the_list_of_keys_opens_by_its_key_and_by_the_mouse_and_escape_keeps_the_area(opened: Opened) -> None:
    page = opened("date=2021-09-05&area=rokha")
    page.set_viewport_size({"width": 1400, "height": 900})
    search = page.get_by_role("combobox", name="Search", exact=True)
    expect(search).to_have_attribute("placeholder", "Search places, speakers, words")
    assert search.evaluate(ROOM) > 0

    keys = page.get_by_role("dialog", name="Keys of this page")
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    told = dict(keys.get_by_role("listitem").evaluate_all(LINES))
    assert told["F"] == "full screen, and back"
    assert {"← →", "Home End", "Space", "Tab Enter", "↑ ↓ ← →", "N P", "/", "Escape", "?"} < set(told)
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="Keys of this page").click()
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Close").click()
    expect(keys).to_be_hidden()
    expect(page.get_by_role("heading", name="Rokha")).to_be_visible()

    search.focus()
    page.keyboard.type("?")
    expect(search).to_have_value("?")
    expect(keys).to_be_hidden()


LINES = """all => all.map((line) => {
  const [keys, said] = line.children;
  return [[...keys.children].map((key) => key.textContent).join(" "), said.textContent];
})"""


def test_escape_hides_an_explanation_first_and_leaves_the_area_when_pressed_again(opened: Opened) -> None:
    page = opened("date=2021-09-05&area=rokha")
    name, word = page.get_by_role("heading", name="Rokha"), page.locator(".geo-panel [title][tabindex]").first

    def shown() -> Any:
        return word.evaluate("word => getComputedStyle(word, '::after').content !== 'none'")

    word.focus()
    assert shown()
    page.keyboard.press("Escape")
    assert not shown()
    expect(name).to_be_visible()
    word.blur()
    word.focus()
    page.keyboard.press("Enter")
    assert not shown()
    page.keyboard.press("Escape")
    word.blur()
    word.hover()
    page.keyboard.press("Escape")
    expect(word).to_be_visible()  # the panel of the area is still there
    page.keyboard.press("Escape")
    expect(name).to_be_hidden()
