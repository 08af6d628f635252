"""A walk without a mouse: from the top to the slider, to Rokha, its quotes, narrator, second clock, back."""

from collections.abc import Callable

import pytest

BADGE = "#control-date"
MOST_TABS = 60

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


def opened(open_page, query: str):
    """Return the page with its map drawn, and the map's frame."""
    page = open_page(query)
    frame = page.frame_locator("iframe[title*='st_folium']")
    frame.locator(f"{BADGE}[data-date]").wait_for()
    page.wait_for_timeout(500)
    return page, frame


def test_the_first_stops_skip_to_the_words(open_page) -> None:
    page, _ = opened(open_page, "?date=2021-09-05&area=rokha")
    tab_to(page, lambda now: now["text"] == "Skip to the words behind the map", most=3)
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'geo-words'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#geo-words') !== null")


def test_a_walk_without_a_mouse(open_page) -> None:
    page, frame = opened(open_page, "?date=2021-09-04")
    slider = tab_to(page, lambda now: now["type"] == "range")
    assert slider["tag"] == "INPUT"
    page.keyboard.press("ArrowRight")
    frame.locator(f"{BADGE}[data-date='2021-09-05']").wait_for()
    page.wait_for_url("**date=2021-09-05**")

    cell = tab_to(page, lambda now: bool(now["date"]))
    assert cell["ring"]
    while "Rokha" not in focus(page)["text"]:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**area=rokha**")
    page.get_by_text("which are still under the control of the NRF").first.wait_for()

    tab_to(page, lambda now: now["role"] == "radio" and now["text"] == "Everyone", "Shift+Tab")
    page.keyboard.press("ArrowRight")
    if "narrator=taliban" not in page.url:
        page.keyboard.press("Space")
    page.wait_for_url("**narrator=taliban**")

    tab_to(page, lambda now: "as known" in now["text"])
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox")
    box.wait_for()
    tab_to(page, lambda now: now["role"] == "combobox")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("4 September")
    page.keyboard.press("Enter")
    page.wait_for_url("**known=2021-09-04**")
    page.keyboard.press("Escape")

    tab_to(page, lambda now: "Back to everything known" in now["text"])
    page.keyboard.press("Enter")
    page.wait_for_url("**known=all**")
    tab_to(page, lambda now: "All areas" in now["text"])
    page.keyboard.press("Enter")
    page.wait_for_function("!location.search.includes('area=')")


def test_a_shape_of_the_map_is_chosen_with_enter(open_page) -> None:
    page, _ = opened(open_page, "?date=2021-09-05")
    shape = tab_to(page, lambda now: now["tag"] == "path" and now["text"].startswith("Rokha"))
    assert shape["role"] == "button"
    page.keyboard.press("Enter")
    page.wait_for_url("**area=rokha**")


def test_an_entry_of_the_list_is_chosen_with_enter(open_page) -> None:
    page, _ = opened(open_page, "?date=2021-09-05")
    entry = tab_to(page, lambda now: now["tag"] == "A" and now["area"] == "rokha")
    assert entry["ring"]
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Rokha").wait_for()


def test_in_dari_the_arrow_to_the_left_goes_to_the_next_day(open_page) -> None:
    page, frame = opened(open_page, "?date=2021-09-04&lang=fa")
    tab_to(page, lambda now: now["type"] == "range")
    page.keyboard.press("ArrowLeft")
    frame.locator(f"{BADGE}[data-date='2021-09-05']").wait_for()
