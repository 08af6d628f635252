"""The time bar, on the page and in the one-file map: days, how many areas look how, the way to a day."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import crowds
import pytest
from page_parts import Parts
from playwright.sync_api import Page, expect
from shared import one_file
from tabs import USUAL
from walks import PANJSHIR

from geo.export.onefile import map_html
from geo.reading.conflict import conflict_of
from geo.view import usual
from geo.words import load_words

Opens = Callable[..., Page]
FIRST, DAYS = PANJSHIR.first, PANJSHIR.days
TURNS = (date(2021, 8, 30), date(2021, 9, 3), date(2021, 9, 5), date(2021, 9, 6))
QUARREL = (
    "5 September: NRF 1 · Taliban 6 · one side says so, its rival denies it 1"
    " · disputed: sources differ 2 · 8 areas change"
)
DARI = load_words("fa")
SIZES = pytest.mark.parametrize("width", [390, 1400])
SPOT = """(root, day) => {
  const box = root.getBoundingClientRect();
  const days = Number(getComputedStyle(root).getPropertyValue("--geo-days"));
  const share = (day + 0.5) / days;
  const turned = getComputedStyle(root).direction === "rtl";
  const x = box.left + (turned ? 1 - share : share) * box.width;
  return [x, box.bottom - 20];
}"""
MIDDLE = "one => { const box = one.getBoundingClientRect(); return box.left + box.width / 2; }"
SEEN = """one => {
  const box = one.getBoundingClientRect();
  const hidden = one.querySelector("p");  // on the page the name is hidden, and a style draws what is seen
  const said = hidden ? getComputedStyle(hidden, "::after").content : one.innerText;
  return { top: box.top, from: box.left, to: box.right, said };
}"""
LAYERS = """all => all.map((one) => [getComputedStyle(one).backgroundColor, one.style.clipPath])"""


COVERED = """() => {
  const scroller = document.querySelector("[data-testid=stMain]") || document.scrollingElement;
  const bar = document.querySelector(".st-key-day_bar, .bar");
  const covered = [];
  for (const one of document.querySelectorAll(".geo-panel :is(a, button, summary, [tabindex='0'])")) {
    if (!one.checkVisibility() || one.closest("[popover]")) continue;
    scroller.scrollTop = scroller.scrollHeight;
    one.focus();
    const box = one.getBoundingClientRect();
    if (box.top < bar.getBoundingClientRect().bottom - 1) covered.push(one.textContent);
  }
  scroller.scrollTop = scroller.scrollHeight;
  return covered;
}"""


class Bar:
    """The time bar and the thumb below it."""

    def __init__(self, page: Page, thumb: str, badge: Any) -> None:
        self.page, self.badge = page, badge
        self.root, self.now = page.locator("#geo-ribbon"), page.locator(".geo-ribbon-now")
        self.thumb = page.locator(thumb)
        expect(self.now).to_be_visible()

    def spot(self, day: date) -> tuple[float, float]:
        """Return where the day stands in the bar."""
        x, y = self.root.evaluate(SPOT, (day - FIRST).days)
        return x, y

    def go(self, day: date) -> None:
        """Click on a day."""
        self.page.mouse.click(*self.spot(day))

    def expect_day(self, day: date) -> None:
        """Wait until map, frame and label stand on a day."""
        expect(self.badge).to_have_attribute("data-date", day.isoformat())
        expect(self.page.locator(".geo-ribbon-days .now")).to_have_attribute(
            "data-at", str((day - FIRST).days)
        )
        assert abs(self.now.evaluate(MIDDLE) - self.spot(day)[0]) < 1.5


@pytest.fixture(params=["page", "file"])
def bar(
    request: pytest.FixtureRequest, open_page: Opens, turned: Opens, open_file: Opens
) -> Callable[..., Bar]:
    """Return what opens the bar of a view, on the page and in the one-file map."""

    def on_page(width: int, **chosen: str) -> Bar:
        query = f"?{address_of(chosen)}"
        parts = Parts(turned(query) if width == USUAL["width"] else open_page(query, width=width))
        return Bar(parts.page, ".st-key-day div:has(> div > input[type=range])", parts.badge)

    def in_file(width: int, **chosen: str) -> Bar:
        path = one_file(language=chosen.pop("lang", "en"))
        page = open_file(f"#{address_of(chosen)}", path=path, width=width)
        badge = page.locator("#control-date[data-date]").first
        badge.wait_for()
        return Bar(page, "#day", badge)

    return on_page if request.param == "page" else in_file


def address_of(chosen: Mapping[str, str]) -> str:
    """Return choices as an address has them."""
    return "&".join(f"{name}={value}" for name, value in chosen.items())


@SIZES
def test_a_click_on_a_day_goes_there(bar: Callable[..., Bar], width: int) -> None:
    opened = bar(width, date="2021-09-05")
    opened.expect_day(date(2021, 9, 5))
    opened.go(date(2021, 8, 30))
    opened.expect_day(date(2021, 8, 30))
    opened.page.wait_for_url(lambda url: "date=2021-08-30" in url)


def test_in_dari_the_first_day_is_on_the_right(bar: Callable[..., Bar]) -> None:
    opened = bar(390, date="2021-09-05", lang="fa")
    assert opened.spot(FIRST)[0] > opened.spot(PANJSHIR.last)[0]
    opened.expect_day(date(2021, 9, 5))
    opened.go(date(2021, 8, 26))
    opened.expect_day(date(2021, 8, 26))
    assert opened.page.locator(".geo-ribbon-ticks i").all_inner_texts() == [
        DARI.number(count) for count in (10, 4, 8, 3)
    ]
    silent, held = opened.page.locator(".geo-ribbon-bands i.silent"), PANJSHIR.last - timedelta(days=1)
    assert silent.evaluate("one => one.style.clipPath").startswith("polygon(100% ")
    opened.go(held)
    opened.expect_day(held)


def test_a_screen_reader_and_a_pointer_are_told_how_many_areas_change(bar: Callable[..., Bar]) -> None:
    opened = bar(1400, date="2021-09-05")
    heard = opened.page.get_by_role("list", name="Days on which the map changes")
    expect(heard.get_by_role("listitem")).to_have_count(len(TURNS))
    expect(heard.get_by_role("listitem").nth(2)).to_have_text(QUARREL)
    ticks = opened.page.locator(".geo-ribbon-ticks i")
    assert ticks.evaluate_all("all => all.map(one => one.dataset.turn)") == [
        str((day - FIRST).days) for day in TURNS
    ]
    assert ticks.all_inner_texts() == ["10", "4", "8", "3"]
    weights = ticks.evaluate_all("all => all.map(one => getComputedStyle(one).fontWeight)")
    assert weights == ["700", "400", "400", "400"]
    for at, day in enumerate(TURNS):
        assert abs(ticks.nth(at).evaluate(MIDDLE) - opened.spot(day)[0]) < 1.5
    below = opened.page.locator(".geo-ribbon-bands").bounding_box()
    assert ticks.nth(2).bounding_box()["y"] >= below["y"] + below["height"] - 1
    expect(opened.page.locator(".geo-events .key")).to_contain_text("areas that change")
    opened.page.mouse.move(*opened.spot(date(2021, 9, 5)))
    expect(opened.page.get_by_title(QUARREL)).to_have_count(1)


def test_bands_have_the_colours_of_the_legend_each_paleness_by_itself(bar: Callable[..., Bar]) -> None:
    opened = bar(1400, date="2021-09-05")
    colours = [colour for colour, _ in opened.page.locator(".geo-ribbon-bands i").evaluate_all(LAYERS)]
    firm_taliban, firm_nrf = "rgb(230, 159, 0)", "rgb(0, 114, 178)"
    assert {firm_taliban, firm_nrf} <= set(colours)
    assert len([one for one in colours if one not in {firm_taliban, firm_nrf, "rgba(0, 0, 0, 0)"}]) == 3


def test_the_line_under_the_days_sentence_leads_to_what_changed_and_lets_nothing_move(
    bar: Callable[..., Bar],
) -> None:
    opened = bar(1400, date="2021-09-04")
    page, line = opened.page, opened.page.locator("[data-part=turned]:visible")
    expect(line).to_have_text("No area changed on the map.")
    top = opened.root.bounding_box()["y"]
    opened.go(date(2021, 8, 30))
    expect(line).to_contain_text(re.compile(r"^\s*10 areas changed on the map:\s+Anaba,\s+Bazarak,"))
    expect(line).to_contain_text("and 2 more")
    assert opened.root.bounding_box()["y"] == top
    line.get_by_role("link", name="Shutul").click()
    expect(page.get_by_role("heading", name="Shutul")).to_be_visible()
    page.wait_for_url(lambda url: "date=2021-08-30" in url and "area=shutul" in url)


def test_on_a_phone_the_steps_stand_in_one_line_and_those_to_a_change_say_so(bar: Callable[..., Bar]) -> None:
    page = bar(390, date="2021-09-04").page
    names = ("Previous change", "Previous day", "Play", "Next day", "Next change")
    steps = [page.get_by_role("button", name=name).evaluate(SEEN) for name in names]
    tops = [one["top"] for one in steps]
    assert max(tops) - min(tops) < 2
    edges = [edge for one in steps for edge in (one["from"], one["to"])]
    assert edges == sorted(edges)
    assert 0 <= edges[0] < edges[-1] <= 390
    assert ["change" in one["said"] for one in steps] == [True, False, False, False, True]


@SIZES
def test_the_frame_follows_the_thumb_and_stands_above_it(bar: Callable[..., Bar], width: int) -> None:
    opened = bar(width, date="2021-09-05")
    slider = opened.page.locator(".st-key-day input, #day").first
    for key, day in (("Home", FIRST), ("End", PANJSHIR.last), ("ArrowLeft", date(2021, 9, 5))):
        slider.press(key)
        opened.expect_day(day)
        if opened.page.locator(".stApp").count():
            assert abs(opened.thumb.evaluate(MIDDLE) - opened.spot(day)[0]) < 2


def test_a_mark_opens_to_its_words_and_leads_to_its_day(bar: Callable[..., Bar]) -> None:
    opened = bar(390, date="2021-09-05", area="rokha")
    mark = opened.page.get_by_role("button", name=re.compile("^Monday 30 August 2021: A source in Panjshir"))
    assert abs(mark.evaluate(MIDDLE) - opened.spot(date(2021, 8, 30))[0]) < 1.5
    mark.focus()
    opened.page.keyboard.press("Enter")
    said = opened.page.get_by_role("dialog", name="Monday 30 August 2021")
    expect(said).to_contain_text("the only pocket of resistance to the Taliban")
    expect(said).to_contain_text("unnamed source in Panjshir, by phone")
    opened.page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    mark.click()
    box = said.bounding_box()
    assert box
    assert 0 <= box["x"] <= 390 - box["width"]
    said.get_by_role("link", name="Monday 30 August 2021").click()
    expect(said).to_be_hidden()
    opened.expect_day(date(2021, 8, 30))


@SIZES
def test_the_bar_stays_in_reach_and_covers_nothing_that_has_the_focus(
    bar: Callable[..., Bar], width: int
) -> None:
    opened = bar(width, date="2021-09-05", area="rokha")
    # from the end of the page back to each word that can be reached: none comes to lie under the bar
    covered = opened.page.evaluate(COVERED)
    assert covered == []
    box = opened.root.bounding_box()
    assert box
    assert 0 <= box["y"] < 200
    play = opened.page.get_by_role("button", name="Play", exact=True)
    expect(play).to_be_in_viewport(ratio=1)


def test_a_year_of_a_change_every_second_day_fits_and_is_thinned(open_file: Opens, tmp_path: Path) -> None:
    first, areas = date(2021, 1, 1), 12
    rows = []
    for number in range(0, 367, 2):  # both ends are named
        day = (first + timedelta(days=number)).isoformat()
        area, party = f"a{number % areas}", ("red", "blue")[number // 7 % 2]
        rows.append({"area_id": area, "party": party, "date_from": day, "date_to": day})
    conflict = conflict_of(crowds.folder([crowds.district(n, areas) for n in range(areas)], rows))
    (path := tmp_path / "map.html").write_bytes(map_html(conflict, usual(conflict)))
    page = open_file(path=path, width=390, height=800)
    page.locator("#control-date[data-date]").first.wait_for()
    bar = page.locator("#geo-ribbon").bounding_box()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    names = [one.bounding_box() for one in page.locator(".geo-ribbon-days span").all()]
    assert 2 <= len(names) <= 8
    assert bar["x"] - 0.5 <= names[0]["x"], "that of the first day is not cut"
    assert names[-1]["x"] + names[-1]["width"] <= bar["x"] + bar["width"] + 0.5
    assert 50 <= page.locator(".geo-ribbon-ticks i").count() <= bar["width"] / 3 + 1
    assert set(page.locator(".geo-ribbon-ticks i").all_inner_texts()) == {""}
    page.mouse.click(bar["x"] + bar["width"] - 0.2, bar["y"] + bar["height"] - 20)
    expect(page.locator("#control-date").first).to_have_attribute("data-date", str(conflict.last_day))
