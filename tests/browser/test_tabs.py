"""A page that a test has left is turned to the next one's view, but only while it is as an opened one."""

from page_parts import Parts
from tabs import Tabs

LEFT = (
    "document.querySelector('.geo-search input').value = 'x'",
    "document.querySelector('iframe').contentWindow.geoPaint.frame.views[0].map.zoomIn()",
)
"""What no address tells."""


def test_a_page_is_turned_while_it_is_as_an_opened_one_and_opened_anew_otherwise(
    tabs: Tabs, server: str
) -> None:
    page = tabs.shown(server, "?date=2021-09-05&area=dara")
    for left in LEFT:
        page.evaluate("window.marked = true")
        tabs.keep(server, page)
        page = tabs.shown(server, "?date=2021-09-04&area=rokha")
        Parts(page).expect_area("Rokha")
        assert page.evaluate("window.marked")
        page.evaluate(left)
        tabs.keep(server, page)
        page = tabs.shown(server, "?date=2021-09-05")
        Parts(page).expect_area("All areas on this day")
        assert not page.evaluate("window.marked")
    tabs.keep(server, page)
