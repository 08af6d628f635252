"""A walk without a mouse: from the top to the slider, to an area, quotes, narrator, second clock, back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import write_folder
from page_parts import Parts
from playwright.sync_api import Locator, Page, expect
from still import still
from walks import Walk, reports_that_name

Visit = Callable[..., Parts]
MOST_TABS = 80

WHERE = """() => {
  let one = document.activeElement, chain = [];
  while (one && one.tagName === 'IFRAME' && one.contentDocument) { one = one.contentDocument.activeElement; }
  const box = one.getBoundingClientRect(), style = one.ownerDocument.defaultView.getComputedStyle(one);
  return {tag: one.tagName, id: one.id, role: one.getAttribute('role'), area: one.dataset && one.dataset.area,
    date: one.dataset && one.dataset.date,
    text: (one.getAttribute('aria-label') || one.textContent || '').trim(),
    type: one.type || '', key: (one.closest('[class*=st-key-]') || {className: ''}).className,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0};
}"""


def focus(page) -> dict:
    """Return what has the focus, in the page or in a frame."""
    return page.evaluate(WHERE)


def tab_to(page, wanted: Callable[[dict], bool], key: str = "Tab", *, most: int = MOST_TABS) -> dict:
    """Press a key until what is wanted has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press(key)
        now = focus(page)
        if wanted(now):
            return now
        seen.append(now["text"][:20] or now["tag"])
    pytest.fail(f"not reached: {seen}")


def settled(visit: Visit, query: str) -> Parts:
    """Return the page once its controls take keys."""
    parts = visit(query, anew=True)
    expect(parts.slider).to_be_attached()
    still(parts.page)
    return parts


def test_the_first_stops_skip_to_the_words(visit: Visit, walk: Walk) -> None:
    page = settled(visit, f"?date={walk.day}&area={walk.quarrel.id}").page
    tab_to(page, lambda now: now["text"] == "Skip to the words behind the map", most=3)
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'geo-words'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#geo-words') !== null")


def test_a_walk_without_a_mouse(visit: Visit, walk: Walk) -> None:
    parts = settled(visit, f"?date={walk.eve}")
    page = parts.page
    slider = tab_to(page, lambda now: now["type"] == "range")
    assert slider["tag"] == "INPUT"
    page.keyboard.press("ArrowRight")
    expect(parts.badge).to_have_attribute("data-date", str(walk.day))
    parts.expect_in_address(f"date={walk.day}")

    cell = tab_to(page, lambda now: bool(now["date"]))
    assert cell["ring"]
    for _ in walk.areas:
        if walk.quarrel.name in focus(page)["text"]:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    parts.expect_in_address(f"area={walk.quarrel.id}")
    expect(parts.panel.get_by_text(walk.words[0]).first).to_be_visible()

    tab_to(page, lambda now: now["role"] == "radio" and now["text"] == "Everyone", "Shift+Tab")
    page.keyboard.press("ArrowRight")
    if f"narrator={walk.sides[0]}" not in page.url:
        page.keyboard.press("Space")
    parts.expect_in_address(f"narrator={walk.sides[0]}")

    tab_to(page, lambda now: "as known" in now["text"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="As known on")).to_be_visible()
    tab_to(page, lambda now: now["role"] == "combobox" and now["text"] == "As known on")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(walk.known_option)
    page.keyboard.press("Enter")
    parts.expect_in_address(f"known={walk.known}")
    page.keyboard.press("Escape")
    still(page)

    tab_to(page, lambda now: "Back to everything known" in now["text"])
    page.keyboard.press("Enter")
    parts.expect_in_address("known=all")
    still(page)  # a panel that is still being drawn takes the focus with it
    tab_to(page, lambda now: "All areas" in now["text"])
    page.keyboard.press("Enter")
    page.wait_for_function("!location.search.includes('area=')")


def test_a_shape_of_the_map_is_chosen_with_enter(visit: Visit, walk: Walk) -> None:
    parts = settled(visit, f"?date={walk.day}")
    wanted = walk.quarrel.name
    shape = tab_to(parts.page, lambda now: now["tag"] == "path" and now["text"].startswith(wanted))
    assert shape["role"] == "button"
    parts.page.keyboard.press("Enter")
    parts.expect_in_address(f"area={walk.quarrel.id}")


def test_an_entry_of_the_list_is_chosen_with_enter(visit: Visit, walk: Walk) -> None:
    parts = settled(visit, f"?date={walk.day}")
    entry = tab_to(parts.page, lambda now: now["tag"] == "A" and now["area"] == walk.quarrel.id)
    assert entry["ring"]
    parts.page.keyboard.press("Enter")
    parts.expect_area(walk.quarrel.name)
    assert reports_that_name(walk, walk.quarrel.id) <= parts.shown()


def test_tab_lands_on_the_chosen_account_and_in_dari_the_left_arrow_goes_to_the_next_day(
    visit: Visit, walk: Walk
) -> None:
    parts = settled(visit, f"?date={walk.eve}&lang=fa&narrator={walk.sides[-1]}")
    tab_to(parts.page, lambda now: now["role"] == "radio" and "st-key-narrator" in now["key"])
    assert parts.page.evaluate("document.activeElement.ariaChecked") == "true"
    tab_to(parts.page, lambda now: now["type"] == "range")
    parts.page.keyboard.press("ArrowLeft")
    expect(parts.badge).to_have_attribute("data-date", str(walk.day))


def test_the_skip_link_is_out_of_sight_until_it_has_the_focus_with_a_summary_or_without(
    open_page: Callable[..., Page], serve: Callable[[Path], str], tmp_path: Path
) -> None:
    bare = write_folder(tmp_path / "bare")
    parts = Parts(open_page(base=serve(bare)))
    skip = parts.page.locator(".geo-skip")
    still(parts.page)
    assert below_top(skip) <= 0
    tab_to(parts.page, lambda now: now["text"] == "Skip to the words behind the map", most=3)
    assert below_top(skip) > 0


def below_top(element: Locator) -> float:
    """Return how far an element's lower edge is below the window's upper one, in pixels."""
    box = element.bounding_box()
    assert box is not None
    return box["y"] + box["height"]
