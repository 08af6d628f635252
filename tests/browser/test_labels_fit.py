"""Names on the map, as Chromium draws them: none touches another, none lies on a neighbour."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from how_many import QUICK
from map_frame import HOST, answer, files_of, frame_html, message
from playwright.sync_api import Page
from tabs import Tabs
from wide_world import SIZES, wide

Opened = Callable[[int, int, int], Page]

TOUCHING = """() => {
  const boxes = [...document.querySelectorAll('.gp-labels text')].filter((text) => text.textContent)
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  const high = (a, b) => a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
  const touch = (a, b) => a.left < b.right && b.left < a.right && high(a, b);
  const after = (a, i) => boxes.slice(i + 1).filter(([, b]) => touch(a, b));
  return boxes.flatMap(([name, a], i) => after(a, i).map(([other]) => [name, other]));
}"""
ON_OTHERS = """() => {
  const paths = [...document.querySelectorAll('path.leaflet-interactive')];
  const under = (x, y) => paths.findIndex((path) =>
    path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse())));
  return [...document.querySelectorAll('.gp-label')].filter((label) => {
    const box = label.querySelector('.gp-name').getBoundingClientRect();
    const found = new Set();
    for (let i = 1; i <= 11; i += 1)
      for (const y of [box.top + 4, (box.top + box.bottom) / 2, box.bottom - 5])
        found.add(under(box.left + (box.width * i) / 12, y));
    found.delete(-1);
    return found.size > 1;
  }).map((label) => label.textContent);
}"""


@cache
def files(areas: int) -> dict[str, bytes]:
    """Return what the frame of a world of so many areas fetches."""
    conflict = wide(areas)
    return files_of(conflict) | {"map.html": frame_html(message(conflict.last_day), {}).encode()}


@pytest.fixture
def opened(tabs: Tabs, taken: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Return what opens a world at a width, so many half steps nearer."""
    page = taken(tabs.empty(), tabs.put_back)

    def opens(areas: int, width: int, zoom: int) -> Page:
        page.set_viewport_size({"width": width, "height": 1100})
        page.route("**/*", lambda route: answer(route, files(areas), []))
        page.goto(f"{HOST}/map.html")
        page.locator("#control-date[data-date]").wait_for()
        for _ in range(zoom):
            page.evaluate("void geoPaint.frame.views[0].map.zoomIn(0.5, {animate: false})")
        return page

    yield opens
    page.unroute_all()


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("areas", SIZES[:2] if QUICK else SIZES)
def test_no_two_names_touch_and_none_lies_on_a_neighbour(opened: Opened, areas: int, width: int) -> None:
    page = opened(areas, width, 0 if areas < width / 20 else 5)
    assert page.locator(".gp-name").count() > 0
    assert page.evaluate(TOUCHING) == []
    if width == 1400 or areas > 60:
        assert page.evaluate(ON_OTHERS) == []
