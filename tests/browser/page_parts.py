"""Where things stand on the page in Chromium, and what is waited for before they are looked at."""

from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, expect
from walks import in_words

BADGE = "#control-date"
SLIDER = ".st-key-day input[type=range]"
MAPS = "iframe[title*='st_folium']"
VIEW = """body => {
  const { map } = body.ownerDocument.defaultView.geoPaint.frame.views[0];
  return [map.getZoom(), map.getCenter().lat, map.getCenter().lng];
}"""
MOVE = """body => {
  const { map } = body.ownerDocument.defaultView.geoPaint.frame.views[0];
  map.setZoom(map.getZoom() + 1, {animate: false});
  map.panBy([40, -25], {animate: false});
  body.ownerDocument.defaultView.stillHere = true;
}"""


class Parts:
    """The page, its map's frame, its panel."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame = page.frame_locator(MAPS)
        self.panel = page.locator(".geo-panel").first
        self.slider = page.locator(SLIDER)
        expect(self.badge).to_be_visible()

    @property
    def badge(self) -> Locator:
        """The badge of the first map, once it shows a day."""
        return self.frame.locator(f"{BADGE}[data-date]").first

    @property
    def shapes(self) -> Locator:
        """The areas of the first map."""
        return self.frame.locator(".gp-half").first.locator("path.leaflet-interactive.gp-area")

    def shape(self, name: str) -> Locator:
        """Return the shape of an area, by its accessible name."""
        return self.frame.locator(".gp-half").first.locator(f"path[aria-label^='{name}']").first

    def click_area(self, name: str) -> None:
        """Click an area's shape."""
        self.shape(name).dispatch_event("click")

    def expect_day(self, day: date) -> None:
        """Wait until map and page have come to a day."""
        expect(self.badge).to_have_attribute("data-date", day.isoformat())
        expect(self.page.locator("#geo-day")).to_contain_text(in_words(day))

    def expect_area(self, name: str) -> None:
        """Wait until the panel is about an area."""
        expect(self.panel.get_by_role("heading", name=name)).to_be_visible()

    def expect_in_address(self, part: str) -> None:
        """Wait until the address has a part."""
        self.page.wait_for_url(lambda url: part in url)

    def shown(self) -> set[str]:
        """Return the ids of the reports that the panel shows."""
        ids = "all => all.map(one => one.dataset.report)"
        return set(self.panel.locator("[data-report]").evaluate_all(ids))

    def move_map(self) -> list[Any]:
        """Zoom and shift the map, mark its document, and return where it stands then."""
        self.frame.locator("body").evaluate(MOVE)
        return self.view

    @property
    def view(self) -> list[Any]:
        """Zoom and centre of the first map."""
        seen: list[Any] = self.frame.locator("body").evaluate(VIEW)
        return seen

    @property
    def same_document(self) -> bool:
        """Whether the map is still the one that `move_map` marked."""
        return bool(
            self.frame.locator("body").evaluate("body => body.ownerDocument.defaultView.stillHere === true")
        )
