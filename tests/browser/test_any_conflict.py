"""What the page does for Panjshir it does for any conflict: the same walk over both folders."""

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlparse

import pytest

from geo.conflict import load_conflict
from geo.control import control
from geo.timeline import timeline_of

ROOT = Path(__file__).parents[2]
FOLDERS = ("data", "examples/marches")
BADGE = "#control-date[data-date]"


@pytest.fixture(scope="module", params=FOLDERS)
def folder(request) -> Path:
    return ROOT / request.param


@pytest.fixture(scope="module")
def conflict(folder):
    return load_conflict(folder)


@pytest.fixture(scope="module")
def base(serve, folder) -> str:
    return serve(CONFLICT=str(folder))


@pytest.fixture
def opened(open_page, base):
    def opened(query: str):
        page = open_page(query, base=base)
        frame = page.frame_locator("iframe[title*='st_folium']")
        frame.locator(BADGE).first.wait_for()
        return page, frame

    return opened


def chosen_area(conflict):
    """Return the last day that a report is about, and the area of which most voted on it."""
    day = conflict.last_reported_day
    table = control(timeline_of(conflict), day)
    return day, table["voted"].map(len).idxmax(), table


def badge(frame) -> str:
    return frame.locator(BADGE).first.get_attribute("data-date")


def test_every_area_is_drawn_and_no_request_leaves_the_machine(opened, conflict, requests) -> None:
    _, frame = opened("")
    shapes = frame.locator(".gp-half").first.locator("path.leaflet-interactive.gp-area")
    assert shapes.count() == len(conflict.areas)
    assert {urlparse(url).hostname for url in requests} <= {"127.0.0.1", None}


def test_a_click_shows_every_report_that_voted(opened, conflict) -> None:
    day, area, table = chosen_area(conflict)
    page, frame = opened(f"?date={day}")
    name = conflict.areas.loc[area, "name"]
    frame.locator(f"path[aria-label^='{name}:']").first.dispatch_event("click")
    page.locator(".geo-panel [data-report]").first.wait_for()
    shown = page.locator(".geo-panel [data-report]").evaluate_all("all => all.map(one => one.dataset.report)")
    assert set(table.loc[area, "voted"]) <= set(shown)


def test_a_step_repaints_the_same_map_and_the_address_keeps_it(opened, conflict) -> None:
    day = conflict.last_reported_day
    page, frame = opened(f"?date={day}")
    frame.locator("body").evaluate("body => { body.ownerDocument.defaultView.stillHere = true; }")
    page.locator(".st-key-day input[type=range]").press("ArrowLeft")
    before = (day - timedelta(days=1)).isoformat()
    page.wait_for_url(lambda url: f"date={before}" in url)
    assert badge(frame) == before
    assert frame.locator("body").evaluate("body => body.ownerDocument.defaultView.stillHere")


def test_a_cell_of_the_strip_selects_and_two_maps_keep_in_step(opened, conflict) -> None:
    first_side, second_side = list(conflict.sides)[:2]
    area = conflict.areas.index[0]
    page, frame = opened(f"?narrator={first_side}&compare=narrator:{second_side}")
    frame.locator(".gp-half").nth(1).wait_for()
    frame.locator(f"tr[data-area={area}] td").first.click()
    page.wait_for_url(lambda url: f"area={area}" in url)
    days = frame.locator(".gp-badge[data-date]").evaluate_all("all => all.map(one => one.dataset.date)")
    assert len(days) == 2
    assert len(set(days)) == 1


def test_play_stops_on_the_last_day(opened, conflict) -> None:
    eve: date = conflict.last_day - timedelta(days=1)
    page, frame = opened(f"?date={eve}")
    frame.get_by_role("button", name="Play").click()
    page.wait_for_url(lambda url: f"date={conflict.last_day}" in url)
    assert badge(frame) == conflict.last_day.isoformat()
