"""Names on the map, as Chromium draws them: none touches another, none lies on a neighbour."""

from typing import Any

import pytest
from how_many import QUICK
from map_frame import HOST, answer, frame_html, message
from wide_world import SIZES, wide

from geo.paint import ASSETS, LEAFLET, SCRIPTS, STYLES, compact_json
from geo.paint.geometry import geometry
from geo.paint.states import states
from geo.timeline import timeline_of
from geo.words import load_words

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


def files(areas: int) -> dict[str, bytes]:
    conflict, words = wide(areas), load_words("en")
    found = {name: (ASSETS / name).read_bytes() for name in (*SCRIPTS, *STYLES)}
    found |= {name: (LEAFLET / name).read_bytes() for name in ("leaflet.js", "leaflet.css")}
    found["geometry.json"] = compact_json(geometry(conflict))
    found["everyone.json"] = compact_json(states(timeline_of(conflict, "everyone"), conflict, words))
    found["map.html"] = frame_html(message(conflict.last_day), {}).encode()
    return found


def opened(browser: Any, areas: int, width: int, zoom: int) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 1100})
    made = files(areas)
    page.route("**/*", lambda route: answer(route, made, []))
    page.goto(f"{HOST}/map.html")
    page.locator("#control-date[data-date]").wait_for()
    for _ in range(zoom):
        page.evaluate("void geoPaint.frame.views[0].map.zoomIn(0.5, {animate: false})")
    return page


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("areas", SIZES[:2] if QUICK else SIZES)
def test_no_two_names_touch_and_none_lies_on_a_neighbour(browser: Any, areas: int, width: int) -> None:
    page = opened(browser, areas, width, zoom=0 if areas < width / 20 else 5)
    assert page.locator(".gp-name").count() > 0
    assert page.evaluate(TOUCHING) == []
    if width == 1400 or areas > 60:
        assert page.evaluate(ON_OTHERS) == []
    page.close()
