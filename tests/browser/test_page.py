"""The page in Chromium, without a network: by hand, by keyboard, by address."""

import io
import re
import zipfile
from urllib.parse import urlparse

import pytest
from told import DATA

from geo.conflict import load_conflict

BADGE = "#control-date"


def frame_of(page):
    """Return the map's frame, its map drawn."""
    frame = page.frame_locator("iframe[title*='st_folium']")
    frame.locator(BADGE).wait_for()
    return frame


def areas(frame):
    """Return the shapes of the first map that can be chosen."""
    return frame.locator(".gp-half").first.locator("path.leaflet-interactive.gp-area")


def shape(frame, name: str):
    """Return the shape of an area, by its accessible name."""
    return frame.locator(".gp-half").first.locator(f"path[aria-label^='{name}']").first


def panel(page):
    """Return the panel beside the map."""
    return page.locator(".geo-panel").first


def statements_that_name(area_id: str) -> set[str]:
    """Return the ids of all reports that name an area."""
    reports = load_conflict(DATA).reports
    return set(reports.loc[reports["area_id"] == area_id, "report_id"])


def shown(page) -> set[str]:
    """Return the ids of the reports that the panel shows."""
    ids = panel(page).locator("[data-report]").evaluate_all("all => all.map(one => one.dataset.report)")
    return set(ids)


def day_in(frame) -> str:
    """Return the day that the badge shows."""
    badge = frame.locator(f"{BADGE}[data-date]").first
    badge.wait_for()
    return badge.get_attribute("data-date")


def wait_for_day(page, words: str) -> None:
    """Wait until the page, not only the map, has come to a day."""
    page.locator("#geo-day", has_text=words).wait_for()


def click_in(frame, name: str) -> None:
    """Click inside an area, where its name stands."""
    shape(frame, name).dispatch_event("click")


def test_ten_areas_are_drawn_and_no_request_leaves_the_machine(open_page, requests) -> None:
    page = open_page()
    frame = frame_of(page)
    assert areas(frame).count() == 10
    page.wait_for_timeout(1000)
    assert requests
    assert {urlparse(url).hostname for url in requests} <= {"127.0.0.1", None}


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_scrolls_sideways(open_page, width: int) -> None:
    page = open_page("?area=rokha", width=width)
    frame_of(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    main = page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth - main.clientWidth")
    assert wide <= width
    assert main <= 0


def test_a_click_on_rokha_shows_every_statement_that_names_it_of_both_sides(open_page) -> None:
    page = open_page("?date=2021-09-05")
    click_in(frame_of(page), "Rokha")
    panel(page).get_by_role("heading", name="Rokha").wait_for()
    assert statements_that_name("rokha") <= shown(page)
    assert page.get_by_text("which are still under the control of the NRF").is_visible()
    assert page.get_by_text("took control of").is_visible()


def test_clicking_another_area_switches(open_page) -> None:
    page = open_page("?area=rokha")
    click_in(frame_of(page), "Dara")
    panel(page).get_by_role("heading", name="Dara").wait_for()
    page.wait_for_url(re.compile("area=dara"))


def test_the_list_of_areas_leads_to_the_same_by_keyboard_alone(open_page) -> None:
    page = open_page("?date=2021-09-05")
    frame_of(page)
    link = panel(page).locator("a[data-area=rokha]")
    for _ in range(80):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    panel(page).get_by_role("heading", name="Rokha").wait_for()
    assert statements_that_name("rokha") <= shown(page)


def test_choosing_from_the_list_does_not_load_the_page_anew(open_page) -> None:
    page = open_page()
    frame_of(page)
    page.evaluate("window.stillHere = true")
    panel(page).locator("a[data-area=rokha]").click()
    panel(page).get_by_role("heading", name="Rokha").wait_for()
    assert page.evaluate("window.stillHere")


def test_the_address_restores_day_and_area(open_page) -> None:
    page = open_page("?date=2021-08-30&area=bazarak")
    frame = frame_of(page)
    assert day_in(frame) == "2021-08-30"
    panel(page).get_by_role("heading", name="Bazarak").wait_for()
    wait_for_day(page, "Monday 30 August 2021")


def test_a_slider_step_repaints_without_rebuilding_the_map(open_page) -> None:
    page = open_page("?date=2021-09-05")
    frame = frame_of(page)
    frame.locator("body").evaluate("body => { body.ownerDocument.defaultView.stillHere = true; }")
    map_of = "body => { const v = body.ownerDocument.defaultView.geoPaint.frame.views[0]; const m = v.map;"
    frame.locator("body").evaluate(map_of + " m.setZoom(m.getZoom() + 1, {animate: false}); }")
    before = frame.locator("body").evaluate(map_of + " return [m.getZoom(), m.getCenter()]; }")
    page.locator(".st-key-day input[type=range]").press("ArrowLeft")
    wait_for_day(page, "Saturday 4 September 2021")
    assert day_in(frame) == "2021-09-04"
    after = frame.locator("body").evaluate(map_of + " return [m.getZoom(), m.getCenter()]; }")
    assert after == before
    assert frame.locator("body").evaluate("body => body.ownerDocument.defaultView.stillHere")


def test_two_maps_keep_in_step_and_their_differences_are_listed(open_page) -> None:
    page = open_page("?narrator=taliban&compare=narrator:nrf&date=2021-09-05")
    frame = frame_of(page)
    frame.locator(".gp-half").nth(1).wait_for()
    assert page.get_by_text("Paryan: Taliban say Taliban, NRF say NRF").is_visible()
    page.locator(".st-key-day input[type=range]").press("ArrowLeft")
    wait_for_day(page, "Saturday 4 September 2021")
    days = frame.locator(".gp-badge[data-date]").evaluate_all("all => all.map(one => one.dataset.date)")
    assert set(days) == {"2021-09-04"}


def test_the_map_is_not_rebuilt_when_a_notice_comes_or_goes(open_page) -> None:
    page = open_page("?narrator=taliban&date=2021-09-05")
    frame = frame_of(page)
    frame.locator("body").evaluate("body => { body.ownerDocument.defaultView.stillHere = true; }")
    page.locator(".st-key-day input[type=range]").press("ArrowLeft")
    page.locator(".geo-silence").wait_for()
    assert frame.locator("body").evaluate("body => body.ownerDocument.defaultView.stillHere")


def test_a_cell_of_the_strip_selects_area_and_day(open_page) -> None:
    page = open_page()
    frame = frame_of(page)
    cell = frame.locator("tr[data-area=dara] td").nth(5)
    cell.click()
    panel(page).get_by_role("heading", name="Dara").wait_for()
    page.wait_for_url(re.compile("date=2021-08-30"))
    assert day_in(frame) == "2021-08-30"


def test_play_runs_to_the_last_day_and_stops_there(open_page) -> None:
    page = open_page("?date=2021-09-04")
    frame = frame_of(page)
    frame.get_by_role("button", name="Play").click()
    wait_for_day(page, "Monday 6 September 2021")
    frame.get_by_role("button", name="Play").wait_for()
    assert day_in(frame) == "2021-09-06"


def test_the_words_behind_a_change_are_one_click_away(open_page) -> None:
    page = open_page("?date=2021-09-05")
    frame_of(page)
    page.locator(".geo-changes a[data-area=rokha]").first.click()
    card = page.locator("#q-cnn-03-rokha")
    card.wait_for()
    assert "Bazarak and Rokha" in card.inner_text()


def test_the_second_clock_is_set_and_taken_back(open_page) -> None:
    page = open_page("?known=2021-09-04&area=rokha")
    frame_of(page)
    assert page.get_by_text("only what was surely published by then").first.is_visible()
    page.get_by_role("button", name="Back to everything known").click()
    page.wait_for_url(re.compile("known=all"))


def zipped(folder) -> bytes:
    """Return a folder's files as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            if path.is_file():
                archive.write(path, path.name)
    return packed.getvalue()


def test_a_dropped_zip_is_shown_to_that_visitor_alone_and_can_be_put_away(open_page) -> None:
    page = open_page("?view=data")
    marches = zipped(DATA.parent / "examples" / "marches")
    file = {"name": "marches.zip", "mimeType": "application/zip", "buffer": marches}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("heading", name=re.compile("Marches")).wait_for()
    other = open_page()
    other.get_by_role("heading", name=re.compile("Panjshir")).first.wait_for()
    page.get_by_role("button", name="Back to the folder").click()
    page.get_by_role("heading", name=re.compile("Panjshir")).first.wait_for()


def test_a_dropped_file_that_is_no_conflict_is_refused_with_reasons(open_page) -> None:
    page = open_page("?view=data")
    file = {"name": "notes.zip", "mimeType": "application/zip", "buffer": b"no zip"}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("is no zip that can be read").wait_for()
    assert page.get_by_role("heading", name=re.compile("Panjshir")).first.is_visible()


def test_the_browsers_back_button_takes_back_a_choice(open_page) -> None:
    page = open_page("?date=2021-09-05&area=dara")
    frame = frame_of(page)
    wait_for_day(page, "Sunday 5 September 2021")
    page.locator(".st-key-day input[type=range]").press("ArrowLeft")
    page.wait_for_url(re.compile("date=2021-09-04"))
    page.go_back()
    wait_for_day(page, "Sunday 5 September 2021")
    frame.locator(f"{BADGE}[data-date='2021-09-05']").wait_for()


def test_keys_pressed_faster_than_the_server_answers_end_where_they_should(open_page) -> None:
    page = open_page("?date=2021-09-05")
    frame = frame_of(page)
    wait_for_day(page, "Sunday 5 September 2021")
    slider = page.locator(".st-key-day input[type=range]")
    for key in ["ArrowLeft"] * 5 + ["ArrowRight"] * 2:
        slider.press(key)
    wait_for_day(page, "Thursday 2 September 2021")
    assert day_in(frame) == "2021-09-02"


def test_an_area_can_be_chosen_again_after_it_was_put_away(open_page) -> None:
    page = open_page()
    frame = frame_of(page)
    for _ in range(2):
        click_in(frame, "Rokha")
        panel(page).get_by_role("heading", name="Rokha").wait_for()
        page.locator(".st-key-area_none button").click()
        page.locator(".geo-overview").wait_for()


def test_the_panel_is_below_the_map_on_a_phone_and_a_finger_can_hit_rokha(open_page) -> None:
    page = open_page("?area=rokha", width=390, height=844)
    box = shape(frame_of(page), "Rokha").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    heading = panel(page).get_by_role("heading", name="Rokha").bounding_box()
    assert heading["y"] > box["y"] + box["height"]
