"""The view's address and embed code, in page and one-file map: copied, and where they work."""

from collections.abc import Callable
from pathlib import Path

from axe import checked
from folders import CONFLICT, write_folder
from page_parts import Parts
from playwright.sync_api import Locator, Page, expect

from geo.export.found_record import record_of

PASTED = "navigator.clipboard.readText()"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page, name: str) -> str:
    """Return what a button of the dialog copies, once it says so."""
    dialog = page.get_by_role("dialog", name="Share this view")
    button = dialog.get_by_role("button", name=f"Copy: {name}")
    button.click()
    expect(button.locator("xpath=following-sibling::*[@role='status']")).to_have_text("copied")
    pasted: str = page.evaluate(PASTED)
    return pasted


def test_a_view_is_shared_by_keyboard_with_its_address_and_embed_code(opened: Callable[..., Page]) -> None:
    page = opened("date=2021-09-04&area=rokha", **CLIPBOARD)
    button = page.get_by_role("button", name="Share", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    expect(dialog.locator(".note")).to_contain_text("computer")
    address = copied(page, "Address of this view")
    assert address == page.url
    assert "date=2021-09-04" in address
    code = copied(page, "Code that shows it inside another page")
    assert code.startswith('<iframe src="')
    assert 'title="Who is reported to hold Panjshir' in code
    assert "&amp;narrator=everyone" in code
    assert ("&amp;embed=true" in code) is address.startswith("http")
    of_view, of_quote = (
        page.get_by_text(f"Picture {what}").first for what in ("of the map", "of this quote")
    )
    for button_of_a_server in (of_view, of_quote):
        expect(button_of_a_server).to_be_visible(visible=address.startswith("http"))
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_a_public_address_is_shared_instead_of_this_machine(open_page, serve, tmp_path) -> None:
    folder = write_folder(
        tmp_path / "small", conflict=f'address = "https://map.example/"\n{CONFLICT}'.encode()
    )
    page = open_page("?area=west", base=serve(folder), **CLIPBOARD)
    Parts(page)
    page.get_by_role("button", name="Share", exact=True).click()
    assert copied(page, "Address of this view").startswith("https://map.example/?")
    assert "127.0.0.1" not in copied(page, "Code that shows it inside another page")
    expect(page.get_by_role("dialog").locator(".note")).to_be_hidden()


def test_a_view_embedded_in_another_page_is_the_map(open_page) -> None:
    page = open_page("?date=2021-09-04&embed=true")
    Parts(page)
    expect(page.get_by_role("button", name="Share", exact=True)).to_be_visible()


def test_the_citation_says_that_nobody_else_can_open_its_address(open_page, serve, tmp_path) -> None:
    here = "Only this computer can open the address below"
    page = open_page("?view=take")
    expect(page.get_by_text(here)).to_be_visible()
    folder = write_folder(
        tmp_path / "small", conflict=f'address = "https://map.example/"\n{CONFLICT}'.encode()
    )
    page = open_page("?view=take", base=serve(folder))
    expect(page.get_by_text("https://map.example/").first).to_be_visible()
    expect(page.get_by_text(here)).to_have_count(0)


def saved(dialog: Locator, kind: str) -> dict[str, object]:
    """Return the record inside the picture that a button of the dialog saves."""
    with dialog.page.expect_download() as waited:
        dialog.get_by_role("button", name=f"Save as {kind}").click()
    file = Path(waited.value.path())
    found = record_of(waited.value.suggested_filename, file.read_bytes())
    assert found.untouched
    return dict(found.record)


def test_a_quote_and_the_view_are_saved_as_pictures_that_are_drawn_when_asked_for(open_page) -> None:
    page = open_page("?date=2021-09-05&area=rokha")
    parts = Parts(page)
    card = parts.panel.locator("[data-report='southfront-08-rokha']")
    card.get_by_role("button", name="Picture of this quote").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Picture of this quote")
    expect(dialog.get_by_role("img", name="SouthFront, “heavy clashes")).to_be_visible()
    expect(dialog.get_by_text("no public one is set")).to_be_visible()
    for kind in ("PNG", "SVG"):
        assert saved(dialog, kind)["report"] == "southfront-08-rokha"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Picture of the map").click()
    dialog = page.get_by_role("dialog", name="Picture of the map")
    picture = dialog.get_by_role("img", name="5 September 2021, narrator: Everyone")
    for width, height in ((390, 844), (1400, 900)):
        page.set_viewport_size({"width": width, "height": height})
        for seen in (picture, *dialog.get_by_role("button", name="Save as").all()):
            expect(seen).to_be_in_viewport(ratio=0.99)
    assert checked(page).serious == ()
    record = saved(dialog, "PNG")
    assert (record["kind"], record["area"], record["report"]) == ("map.png", "rokha", None)
