"""A choice in the strip brings the name and verdict of the area into view, in page and one-file map."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_name_and_verdict_of_a_choice_in_the_strip_come_into_view(opened: Callable[..., Page]) -> None:
    page = opened("date=2021-09-05&area=anaba")
    frame = page.frame_locator("iframe[title*='st_folium']") if "http" in page.url else page
    expect(page.get_by_role("heading", name="Anaba")).to_be_visible()
    cell = frame.locator("tr[data-area=rokha] .gp-cell[data-date='2021-09-05']")
    cell.evaluate("cell => cell.scrollIntoView({block: 'start'})")
    cell.click()
    name = page.locator("#geo-name-rokha")
    expect(name).to_be_in_viewport()
    expect(page.locator(".geo-panel .badge").first).to_be_in_viewport()
