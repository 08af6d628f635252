"""Areas in sheets, in Chromium: counted where they are too small, else drawn and chosen like any other."""

import json
from collections.abc import Callable
from typing import Any

import crowds
import pytest
from map_frame import files_of, map_files, message, open_map
from playwright.sync_api import expect
from walks import PANJSHIR, Walk

from geo.paint import compact_json, sheets
from geo.reading.conflict import Conflict, conflict_of

__all__ = ["map_files", "open_map"]

DAY, LATER = "2021-09-05", "2021-09-15"
COUNT = 108
PROVINCES = 9
BARS = ".gp-counts-bar"
DRAWN = "() => geoPaint.frame.views[0].layers.filter(Boolean).length"
GO = """zoom => { const { map } = geoPaint.frame.views[0];
  map.setView(map.getCenter(), zoom, {animate: false}); }"""
NEAR = "() => geoPaint.frame.sheets.near"


@pytest.fixture(scope="session")
def walk() -> Walk:
    """Return one conflict alone: the maps here are made up."""
    return PANJSHIR


def conflict() -> Conflict:
    """Return a war over a hundred districts in nine provinces, three rows and columns of them."""
    features = [crowds.district(number, COUNT) for number in range(COUNT)]
    for number, one in enumerate(features):
        row, column = divmod(number, 12)
        one["properties"]["parent"] = f"Province {row // 3 * 3 + column // 4}"
    rows = [*crowds.held(COUNT), *crowds.fought(COUNT, every=10)]
    return conflict_of(crowds.folder(features, rows))


@pytest.fixture
def open_many(open_map: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return what opens it as if its districts were many, and so small that they are not drawn at first."""
    monkeypatch.setattr(sheets, "MANY_AREAS", COUNT - 1)
    monkeypatch.setattr(sheets, "MOST_VERTICES", 60)

    def opened(**options: Any) -> Any:
        files = files_of(conflict())
        told = json.loads(files["geometry.json"])
        files["geometry.json"] = compact_json(told | {"side": told["side"] / 8})
        said = message(DAY, **options.pop("said", {}))
        return open_map(said, fetched=files, sheets="sheets.json", **options)

    return opened


def counted(page: Any) -> dict[str, int]:
    """Return the sums of all bars by what they say."""
    script = """() => { const { tally, bars } = geoPaint.frame.views[0].counts; const sums = {};
      for (const { grounds } of bars) tally.sum(grounds).counts.forEach((count, kind) => {
        const { text } = tally.kinds[kind]; if (count) sums[text] = (sums[text] ?? 0) + count; });
      return sums; }"""
    return page.evaluate(script)


def totals(page: Any) -> dict[str, int]:
    """Return how many areas show what on the day that is painted, counted one by one from the states."""
    script = """() => { const { current, day, geometry } = geoPaint.frame; const sums = {};
      geometry.areas.forEach((_, i) => { const { total } = current.at(i, day).look;
        sums[total] = (sums[total] ?? 0) + 1; });
      return sums; }"""
    return page.evaluate(script)


def test_far_away_areas_are_counted_and_near_they_are_drawn(open_many: Any) -> None:
    page = open_many(width=1400)
    expect(page.locator(BARS)).to_have_count(PROVINCES)
    names = page.locator(f"{BARS} .gp-word").all_text_contents()
    assert sorted(names) == [f"Province {number}" for number in range(PROVINCES)]
    assert page.evaluate(DRAWN) == 0
    assert counted(page) == totals(page)
    assert sum(counted(page).values()) == COUNT
    expect(page.locator(".gp-distance")).to_contain_text("108 are too small to be drawn")
    before = page.locator(BARS).first.get_attribute("aria-label")
    assert "fighting or attacks reported in" in before
    page.evaluate("day => geoPaint.frame.repaint(day)", LATER)
    assert counted(page) == totals(page)
    assert page.locator(BARS).first.get_attribute("aria-label") != before

    page.locator(BARS).first.click()  # the province fills the map
    expect(page.locator(BARS)).to_have_count(0)
    page.wait_for_function(f"({DRAWN})() > 0")
    assert page.evaluate(DRAWN) < COUNT
    expect(page.locator(".gp-distance")).to_be_hidden()
    box = page.locator(".gp-map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    chosen = page.evaluate("() => choices.at(-1).area")
    assert chosen is not None
    expect(page.locator(".gp-select-inner")).to_have_count(1)

    page.evaluate(GO, page.evaluate(NEAR) - 1)
    assert page.evaluate(DRAWN) == 0
    expect(page.locator(BARS).first).to_be_visible()


def test_an_area_chosen_from_elsewhere_is_brought_into_view(open_many: Any) -> None:
    page = open_many(width=390, said={"area": "a77"})
    expect(page.locator(".gp-select-inner")).to_have_count(1)
    there = "() => geoPaint.frame.views[0].layers[geoPaint.frame.indexOf.get('a77')] !== undefined"
    page.wait_for_function(there)
    page.evaluate("() => geoPaint.frame.views[0].fit()")
    assert page.evaluate(DRAWN) == 0
    page.evaluate("() => geoPaint.frame.choose('a3', null)")
    page.wait_for_function(there.replace("a77", "a3"))
    assert page.evaluate("""() => geoPaint.frame.views[0].map.getBounds().contains(
        [...geoPaint.frame.geometry.areas[3].label].reverse())""")


def test_a_sheet_that_does_not_come_is_said_and_asked_for_again(open_many: Any) -> None:
    page = open_many(width=950)
    page.route("**/sheet*.json", lambda route: route.abort())
    page.evaluate(GO, page.evaluate(NEAR) + 1)
    expect(page.locator(".gp-distance")).to_contain_text("did not arrive")
    page.unroute("**/sheet*.json")
    page.evaluate("() => geoPaint.frame.views[0].map.panBy([2, 2], {animate: false})")
    page.wait_for_function(f"({DRAWN})() > 0")
    expect(page.locator(".gp-distance")).to_be_hidden()
