"""The search box in Chromium, page and file alike: by keyboard from a name to all that somebody said."""

import re
from collections.abc import Callable

from panjshir import conflict
from playwright.sync_api import Page, expect

Opened = Callable[[str], Page]


def test_all_that_dashti_said_is_found_by_keyboard_with_places_and_days(opened: Opened) -> None:
    page = opened("narrator=taliban&date=2021-09-04")
    box = page.get_by_role("combobox", name="Search")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("DASHTÍ")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text(
        "Fahim Dashti, NRF spokesman"
    )
    quotes = conflict().reports.query("claimant == 'Fahim Dashti, NRF spokesman'")["quote"].unique()
    own = f"{len(quotes)} statements by speakers of that name"
    for told in ("1 speaker", own, "1 statement by somebody else, with that name in it"):
        expect(page.locator(".geo-search [role=status]")).to_contain_text(told)
    options = page.get_by_role("group", name=own).get_by_role("option")
    expect(options).to_have_count(len(quotes))
    expect(page.get_by_role("option").first).to_contain_text(f"{len(quotes)} statements")
    top = page.locator("#geo-ribbon").bounding_box()["y"]
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "geo-found-0")
    expect(page.locator("#geo-found-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    said = page.get_by_role("listbox").get_by_role("option")
    expect(said.first).to_contain_text("Paryan")
    expect(said.first).to_contain_text("a time up to 5 Sep")
    assert page.locator("#geo-ribbon").bounding_box()["y"] == top  # the head is as high as before
    expect(said).to_have_count(len(quotes))
    for quote in quotes:
        expect(said.filter(has_text=quote)).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.locator("[data-report^='cnn-']:focus")
    expect(card).to_contain_text("Fahim Dashti")
    chosen = {"date=2021-09-05", "narrator=everyone", "area=paryan"}
    page.wait_for_url(lambda url: chosen <= {*re.split("[?&#]", url)})
    expect(box).to_have_attribute("aria-expanded", "false")


def test_a_place_is_found_by_a_spelling_of_the_folder_and_leads_to_its_panel(opened: Opened) -> None:
    page = opened("")
    box = page.get_by_role("combobox", name="Search")
    box.fill("عنابة")
    expect(page.get_by_role("option").first).to_contain_text("Anaba")
    box.fill("Unaba")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", name="Anaba")).to_be_focused()


def test_escape_shuts_the_list_then_empties_the_box_and_backspace_leaves_a_speaker(opened: Opened) -> None:
    page = opened("")
    box = page.get_by_role("combobox", name="Search")
    box.fill("nothing like that")
    expect(page.locator(".geo-search [role=status]")).to_have_text("Nothing found.")
    box.press("Escape")
    expect(page.locator(".geo-search .popup")).to_be_hidden()
    expect(box).to_have_value("nothing like that")
    box.press("Escape")
    expect(box).to_have_value("")
    box.fill("mujahid")
    box.press("Enter")
    chip = page.get_by_role("button", name="Search everything again, not only Zabihullah Mujahid")
    expect(chip).to_be_visible()
    box.press("Backspace")
    expect(chip).to_be_hidden()


def test_a_slash_is_written_where_somebody_types(opened: Opened) -> None:
    page = opened("")
    box = page.get_by_role("combobox", name="Search")
    box.fill("a")
    box.press("/")
    expect(box).to_have_value("a/")
