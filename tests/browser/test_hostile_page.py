"""In Chromium: hostile text reads as text, and an editor's mistakes never take the map away."""

import pytest
from folders import write_folder
from hostile import ATTACKS, hostile_folder

VIEWS = ["", "&view=sources", "&view=data", "&area=a0", "&area=a1", "&area=a4", "&area=a13"]


@pytest.fixture(scope="module")
def hostile(serve, tmp_path_factory):
    """Return the address of a page of the hostile folder."""
    return serve(CONFLICT=str(hostile_folder(tmp_path_factory.mktemp("hostile"))))


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_text_raises_no_dialog_no_script_and_no_request(open_page, hostile, requests, view):
    page = open_page("about:blank", base="data:text/html,")
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{hostile}/?date=2021-09-05{view}")
    page.get_by_text(ATTACKS[0]).first.wait_for(state="attached")
    page.wait_for_timeout(1500)
    assert dialogs == []
    assert [frame.evaluate("typeof window.ran") for frame in page.frames] == ["undefined"] * len(page.frames)
    assert [url for url in requests if "198.51.100.7" in url] == []


def frame_of(page):
    """Return the map's frame, its map drawn."""
    frame = page.frame_locator("iframe[title*='st_folium']")
    frame.locator("#control-date").first.wait_for()
    return frame


def test_hidden_characters_are_shown(open_page, hostile):
    page = open_page("?area=a14", base=hostile)
    page.get_by_text("⟨U+202E⟩").first.wait_for(state="attached")
    assert "\u202e" not in page.locator("body").inner_text()


def test_an_address_that_is_an_attack_is_ignored_with_a_notice(open_page, hostile):
    page = open_page(f"?area={ATTACKS[1]}&date={ATTACKS[0]}&narrator={ATTACKS[4]}", base=hostile)
    page.get_by_role("alert").first.wait_for()
    assert page.evaluate("typeof window.ran") == "undefined"


def test_a_broken_file_leaves_the_last_good_map_and_the_readers_view(open_page, serve, tmp_path):
    folder = write_folder(tmp_path / "live")
    reports = folder / "control_reports.csv"
    good = reports.read_bytes()
    page = open_page("?area=west&date=2021-09-05", base=serve(CONFLICT=str(folder)))
    frame_of(page)
    panel = page.locator(".geo-panel").first
    panel.get_by_role("heading", name="West").wait_for()

    reports.write_bytes(good.replace(b"claim,", b"claimed,", 1))
    touch(page)
    page.get_by_text("claim: is a column that must be there").first.wait_for()
    assert panel.get_by_text("Red holds West").first.is_visible()

    reports.write_bytes(good.replace(b"Red holds West", b"Red still holds West"))
    touch(page)
    panel.get_by_text("Red still holds West").first.wait_for()
    page.get_by_text("claim: is a column that must be there").first.wait_for(state="detached")
    assert "area=west" in page.url


def touch(page):
    """Do what a reader does next: press a key that makes the page run again."""
    page.wait_for_timeout(400)
    page.keyboard.press("r")
