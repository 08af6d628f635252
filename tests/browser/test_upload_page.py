"""A conflict dropped on the page: for that visitor alone, and put away again; what is none is refused."""

import re

from dropping import drop, zipped
from page_parts import Parts
from playwright.sync_api import expect
from walks import MARCHES, PANJSHIR


def title(page, words: str):
    """Return the page's title."""
    return page.get_by_role("heading", name=re.compile(words)).first


def test_a_dropped_zip_is_shown_to_that_visitor_alone_and_can_be_put_away(open_page) -> None:
    page = open_page("?view=data")
    drop(page, "marches.zip", zipped(MARCHES.folder))
    expect(title(page, MARCHES.title)).to_be_visible()
    other = open_page()
    expect(title(other, PANJSHIR.title)).to_be_visible()
    page.get_by_role("radio", name="Map", exact=True).click()
    Parts(page)
    expect(page.get_by_text("This is the map of the files that you opened")).to_be_visible()
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => location.reload(), 0)")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    page.get_by_role("button", name="Back to the folder").click()
    expect(title(page, PANJSHIR.title)).to_be_visible()


def test_a_dropped_file_that_is_no_conflict_is_refused_with_reasons(open_page) -> None:
    page = open_page("?view=data")
    drop(page, "notes.zip", b"no zip")
    expect(page.get_by_text("is not a readable zip file")).to_be_visible()
    expect(title(page, PANJSHIR.title)).to_be_visible()
