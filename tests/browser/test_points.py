"""Places at a point in Chromium: signs of one size on the screen, chosen by hand and by key like any area."""

from collections.abc import Callable
from typing import Any

import crowds
import pytest
from map_frame import files_of, map_files, message, open_map
from playwright.sync_api import expect
from walks import PANJSHIR, Walk

from geo.reading.conflict import conflict_of

__all__ = ["map_files", "open_map"]

DAY = "2021-09-05"
LOST = crowds.feature(9999, {"type": "Point", "coordinates": [0, 0]})
LAND = crowds.feature(9998, {"type": "Polygon", "coordinates": crowds.square(37, 33, 2)})


@pytest.fixture(scope="session")
def walk() -> Walk:
    """Return one conflict alone: the maps here are made up."""
    return PANJSHIR


@pytest.fixture
def open_towns(open_map: Callable[..., Any]) -> Callable[..., Any]:
    """Return what opens a map of so many towns, one lost at sea, and of one district under them."""

    def opened(count: int, **options: Any) -> Any:
        features = [*crowds.towns(count), LOST, LAND]
        rows = [*crowds.held(count), *crowds.fought(count, every=3), crowds.held_by("red", 9998, DAY)]
        made = conflict_of(crowds.folder(features, rows))
        return open_map(message(DAY), fetched=files_of(made), **options)

    return opened


def sign(page: Any, area: str) -> Any:
    """Return the sign of a place."""
    at = page.evaluate("id => geoPaint.frame.indexOf.get(id)", area)
    handle = page.evaluate_handle("i => geoPaint.frame.views[0].paths[i]", at)
    return handle.as_element()


def widths(page: Any) -> set[int]:
    """Return the widths on the screen of all signs in sight, in pixels."""
    script = """() => { const { paths, places } = geoPaint.frame.views[0];
      return places.map((i) => Math.round(paths[i].getBoundingClientRect().width)).filter(Boolean); }"""
    return set(page.evaluate(script))


@pytest.mark.parametrize(("count", "width"), [(629, 1400), (629, 390), (62, 950)])
def test_every_place_is_a_sign_of_its_colours_and_of_one_size(
    open_towns: Any, count: int, width: int
) -> None:
    page = open_towns(count, width=width)
    expect(page.locator("path.leaflet-interactive")).to_have_count(count + 2)
    (size,) = widths(page)
    assert 8 <= size <= 22
    fills = page.evaluate("""() => geoPaint.frame.views[0].places.map((i) =>
        geoPaint.frame.views[0].paths[i].getAttribute('fill'))""")
    assert any(fill.startswith("url(") for fill in fills)
    assert len(set(fills)) >= 4


def test_a_sign_keeps_its_size_within_limits_while_the_map_grows(open_towns: Any) -> None:
    page = open_towns(629)
    (before,) = widths(page)
    zoom = "n => { const v = geoPaint.frame.views[0]; v.map.setZoom(v.homeZoom + n, {animate: false}); }"
    page.evaluate(zoom, 3)
    (after,) = widths(page)
    assert before < after <= 22


def test_a_lost_place_is_named_under_the_map_and_does_not_stretch_it(open_towns: Any) -> None:
    page = open_towns(62)
    expect(page.locator(".gp-notice")).to_have_text(
        "Far from all the others and left out of view: Ariha 9999."
    )
    inside = page.evaluate("geoPaint.frame.views[0].map.getBounds().contains([0, 0])")
    assert not inside


def test_a_place_is_chosen_by_a_click_and_ringed(open_towns: Any) -> None:
    page = open_towns(62)
    sign(page, "a7").click(force=True)
    assert page.evaluate("choices.at(-1).area") == "a7"
    expect(page.locator("path.gp-ring.gp-select-inner")).to_have_count(1)
    raised = page.locator("path.gp-ring.gp-raised")
    assert raised.get_attribute("fill") == sign(page, "a7").get_attribute("fill")
    page.evaluate("geoPaint.frame.paint(10)")
    assert raised.get_attribute("fill") == sign(page, "a7").get_attribute("fill")


def test_a_place_on_a_district_is_hit_before_the_district(open_towns: Any) -> None:
    page = open_towns(62)
    inside = page.evaluate("""() => { const f = geoPaint.frame; return f.views[0].places.find((i) => {
        const [x, y] = f.geometry.areas[i].label;
        return x > 37.1 && x < 38.9 && y > 33.1 && y < 34.9; }); }""")
    area = page.evaluate("i => geoPaint.frame.geometry.areas[i].id", inside)
    sign(page, area).click(force=True)
    assert page.evaluate("choices.at(-1).area") != "a9998"


def test_a_place_is_reached_and_chosen_by_key_where_areas_are(open_towns: Any) -> None:
    page = open_towns(12)
    path = sign(page, "a3")
    assert path.get_attribute("tabindex") == "0"
    assert path.get_attribute("aria-label").startswith("Tell Rifaat 3: ")
    page.keyboard.press("Tab")
    path.focus()
    expect(page.locator(".gp-tip")).to_contain_text("Tell Rifaat 3")
    expect(page.locator("path.gp-focus")).to_have_count(1)
    page.keyboard.press("Enter")
    assert page.evaluate("choices.at(-1).area") == "a3"


def test_names_of_places_touch_neither_each_other_nor_a_sign(open_towns: Any) -> None:
    page = open_towns(330, width=1400)
    touching = page.evaluate("""() => {
      const box = (node) => node.getBoundingClientRect();
      const names = [...document.querySelectorAll('.gp-label')].map(box);
      const { paths, places } = geoPaint.frame.views[0];
      const signs = places.map((i) => box(paths[i]));
      const meet = (a, b) =>
        a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
      const hit = (one) => [...names, ...signs].some((other) => other !== one && meet(one, other));
      return [names.length, names.filter(hit).length];
    }""")
    assert touching[0] > 20
    assert touching[1] == 0


def test_outlines_on_canvas_leave_places_above_them_as_shapes(open_towns: Any) -> None:
    page = open_towns(62, renderer="canvas")
    expect(page.locator("path.leaflet-interactive")).to_have_count(63)
    assert page.locator("canvas.leaflet-zoom-animated").count() == 1


HIDDEN = """() => {
  const box = document.querySelector(".gp-map").getBoundingClientRect();
  const badge = document.querySelector(".gp-badge").getBoundingClientRect();
  const { paths, places } = geoPaint.frame.views[0], under = (a, b) =>
    a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  return places.filter((i) => {
    const at = paths[i].getBoundingClientRect();
    const cut = at.left < box.left || at.right > box.right || at.top < box.top || at.bottom > box.bottom;
    return cut || under(at, badge);
  }).length;
}"""


@pytest.mark.parametrize("width", [1400, 390])
def test_the_first_view_shows_every_place_whole_and_none_under_the_badge(open_map: Any, width: int) -> None:
    corners = [(36, 32), (36, 36), (36, 34), (39, 32), (39, 36), (42, 32), (42, 36)]
    places = [crowds.feature(n, {"type": "Point", "coordinates": at}) for n, at in enumerate(corners)]
    made = conflict_of(crowds.folder(places, [*crowds.held(len(places))]))
    page = open_map(message(DAY), fetched=files_of(made), width=width)
    assert page.evaluate(HIDDEN) == 0
    keys = page.locator(".gp-legend .gp-key")
    assert set(keys.evaluate_all("all => all.map((one) => getComputedStyle(one).borderRadius)")) == {"50%"}


def test_keys_are_rectangles_where_any_area_has_an_outline(open_towns: Any) -> None:
    keys = open_towns(62).locator(".gp-legend .gp-key")
    assert set(keys.evaluate_all("all => all.map((one) => getComputedStyle(one).borderRadius)")) == {"0px"}
