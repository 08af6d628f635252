"""A folder's relief on the screen: under the areas as ground, and faintly over their fills."""

from pathlib import Path
from typing import Any

from folders import write_folder
from made_relief import as_tiff, hills
from playwright.sync_api import Page, expect

from geo.export.onefile import map_html
from geo.reading.conflict import load_conflict
from geo.view import usual

PANES = """page => ["gp-hills", "gp-ground", "overlay", "gp-relief", "gp-labels"].map(
  (name) => Number(getComputedStyle(document.querySelector(`.leaflet-${name}-pane`)).zIndex))"""


def test_the_shade_lies_under_and_over_the_areas_and_takes_no_click(browser: Any, tmp_path: Path) -> None:
    conflict = load_conflict(write_folder(tmp_path / "folder", tif=as_tiff(hills())))
    file = tmp_path / "map.html"
    file.write_bytes(map_html(conflict, usual(conflict)))
    page: Page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(file.as_uri())
    page.locator("#control-date[data-date]").first.wait_for()
    ground, fills = (page.locator(f".leaflet-gp-{name}-pane img") for name in ("hills", "relief"))
    expect(ground).to_have_css("opacity", "1")
    expect(fills).to_have_css("opacity", "0.333")
    assert fills.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") == 250
    order = page.evaluate(PANES)
    assert order == sorted(order)
    west = page.locator("path[aria-label^='West']").bounding_box()
    shade = fills.bounding_box()
    assert west
    assert shade
    assert shade["x"] < west["x"]
    # both end at 71° E: the areas west and east are a degree wide each
    assert abs(shade["x"] + shade["width"] - west["x"] - 2 * west["width"]) < 4
    page.mouse.click(west["x"] + west["width"] / 4, west["y"] + west["height"] / 4)
    expect(page.locator("#panel h2")).to_have_text("West")
    page.emulate_media(forced_colors="active")
    expect(fills).to_be_hidden()
    page.close()
