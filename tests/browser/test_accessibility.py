"""Read by any means: axe-core finds nothing serious, nothing scrolls sideways, paper and motion are kept."""

import io

import pytest
from axe import SCHEMES, VIEWS, checked
from playwright.sync_api import expect
from pypdf import PdfReader
from shared import one_file

WIDE, PHONE = 1400, 390
FEW = [
    ("map, an area chosen", WIDE, "light"),
    ("side by side", PHONE, "dark"),
    ("data", PHONE, "light"),
    ("sources in Dari", WIDE, "dark"),
    ("map in Dari", PHONE, "forced colours"),
]
"""A few cells of the table in docs/accessibility.md, which `tools/axe_table.py` fills."""


def drawn(page, address: str):
    """Return the page once its view is there, the map's frame painted where it has one."""
    page.locator("h1").wait_for()
    if "view=" not in address:
        frame = page.frame_locator("iframe[title*='st_folium']")
        frame.locator("#control-date[data-date]").wait_for()
    return page


@pytest.mark.parametrize(("view", "width", "scheme"), FEW, ids=lambda value: str(value).replace(" ", "-"))
def test_axe_finds_nothing_serious(open_page, view: str, width: int, scheme: str) -> None:
    page = drawn(open_page(VIEWS[view], width=width, **SCHEMES[scheme]), VIEWS[view])
    told = checked(page)
    assert told.serious == ()
    assert told.frames is ("view=" not in VIEWS[view])


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("fa", "light")])
def test_axe_finds_nothing_serious_in_the_one_file_map(open_file, language: str, scheme: str) -> None:
    page = open_file("#area=rokha", path=one_file(language=language), color_scheme=scheme)
    page.locator("#control-date[data-date]").wait_for()
    assert checked(page).serious == ()


@pytest.mark.parametrize(
    ("width", "address"),
    [(PHONE, "?area=rokha&lang=fa"), (PHONE, "?view=sources"), (PHONE, "?view=data"), (700, "?area=rokha")],
    ids=["phone, Dari", "phone, sources", "phone, data", "1400 pixels at 200 %"],
)
def test_nothing_scrolls_sideways(open_page, width: int, address: str) -> None:
    page = drawn(open_page(address, width=width), address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0


def test_page_and_frame_say_their_language_and_direction(open_page) -> None:
    page = drawn(open_page("?lang=fa"), "")
    assert page.locator("html").get_attribute("lang") == "fa"
    assert page.locator("html").get_attribute("dir") == "rtl"
    frame = page.frame_locator("iframe[title*='st_folium']")
    assert frame.locator(".gp").get_attribute("lang") == "fa"
    assert frame.locator("#control-date").inner_text() == "۵ سپتمبر ۲۰۲۱ (۱۴ سنبله ۱۴۰۰)"  # noqa: RUF001


def test_a_quote_keeps_its_language_in_a_dari_page(turned) -> None:
    page = drawn(turned("?lang=fa&area=rokha"), "")
    quote = page.locator(".geo-panel blockquote").first
    quote.wait_for()
    assert quote.get_attribute("lang") == "en"
    assert quote.evaluate("quote => getComputedStyle(quote).direction") == "ltr"


@pytest.mark.parametrize(("language", "side"), [("en", 1), ("fa", -1)])
def test_the_days_of_slider_and_strip_run_the_same_way(open_page, language: str, side: int) -> None:
    page = drawn(open_page(f"?lang={language}&date=2021-09-05"), "")
    frame = page.frame_locator("iframe[title*='st_folium']")
    heads = [frame.locator(f"thead th[data-day='2021-{day}']") for day in ("08-25", "09-06")]
    first, last = (head.evaluate("head => head.getBoundingClientRect().x") for head in heads)
    assert (last - first) * side > 0
    page.wait_for_function(
        """side => { const thumb = document.querySelector('.st-key-day div:has(> div > input[type=range])');
          return (parseFloat(thumb.style.left) - 50) * side > 0; }""",
        arg=side,
    )


def test_a_change_of_language_stands_in_the_address_and_turns_the_page(turned) -> None:
    page = drawn(turned("?date=2021-09-05"), "")
    page.get_by_role("radio", name="دری").click()
    page.wait_for_url("**lang=fa**")
    page.locator("html[dir=rtl]").wait_for(state="attached")
    page.get_by_role("radio", name="English").click()
    page.locator("html[dir=ltr]").wait_for(state="attached")
    page.wait_for_function("!location.search.includes('lang=')")


def test_two_maps_stay_side_by_side_when_the_language_changes(turned) -> None:
    page = drawn(turned("?date=2021-09-05&narrator=taliban&compare=narrator:nrf"), "")
    for name, direction in (("دری", "rtl"), ("English", "ltr")):
        page.get_by_role("radio", name=name).click()
        page.locator(f"html[dir={direction}]").wait_for(state="attached")
        expect(page.locator(".pair-title")).to_have_count(2)
        assert "compare=narrator%3Anrf" in page.url or "compare=narrator:nrf" in page.url


def test_a_reader_who_wants_no_motion_gets_none(open_page) -> None:
    page = drawn(open_page("?area=rokha", reduced_motion="reduce"), "")
    moving = """() => [...document.querySelectorAll('.stApp *')].filter(one => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'; }).length"""
    assert page.evaluate(moving) == 0


def test_paper_gets_map_legend_panel_and_sources_and_no_control(turned) -> None:
    page = drawn(turned("?date=2021-09-05&area=rokha"), "")
    page.locator(".geo-panel blockquote").first.wait_for()
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    for said in (
        "date=2021-09-05&area=rokha",
        "Rokha",
        "Sunday 5 September 2021",
        "Anadolu",
        "Khenj",
        "What all sources together say",
    ):
        assert said in text
    for control in ("Play", "All areas", "side by side"):
        assert control not in text


def test_a_step_is_announced_politely(open_page) -> None:
    page = drawn(open_page("?date=2021-09-04&area=rokha"), "")
    frame = page.frame_locator("iframe[title*='st_folium']")
    page.get_by_role("button", name="Next day").click()
    heard = frame.locator("[aria-live=polite]", has_text="Rokha, 5 September 2021: disputed")
    heard.wait_for(state="attached")


def test_a_step_names_the_areas_that_changed_as_the_list_below_the_map_does(open_page) -> None:
    page = drawn(open_page("?date=2021-09-04"), "")
    frame = page.frame_locator("iframe[title*='st_folium']")
    page.get_by_role("button", name="Next day").click()
    heard = frame.locator("[aria-live=polite]")
    expect(heard).to_contain_text("5 September 2021. 8 areas changed: ")
    page.locator(".geo-changes", has_text="since 4 September").wait_for()
    listed = page.locator(".geo-changes li b").all_inner_texts()
    assert heard.inner_text().split("changed: ")[1] == f"{', '.join(listed)}."


def test_the_slider_is_called_day_and_says_it_in_words(turned) -> None:
    page = drawn(turned("?date=2021-09-04"), "")
    slider = page.get_by_role("slider", name="Day", exact=True)
    expect(slider).to_have_attribute("aria-valuetext", "4 September 2021")
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "5 September 2021")


COLOURS = """() => {
  const of = (one, pseudo) => getComputedStyle(one, pseudo);
  const frame = document.querySelector("iframe[title*='st_folium']").contentDocument;
  const all = (place, root = frame) => [...root.querySelectorAll(place)];
  const thumb = document.querySelector(".st-key-day div:has(> div > input[type=range])");
  return {
    keys: all(".gp-key").map((one) => of(one).background),
    cells: all(".gp-grid tbody .gp-cell").map((one) => of(one).backgroundImage),
    shapes: all("path.gp-area").map((one) => of(one).fill),
    paper: of(document.querySelector(".stApp")).backgroundColor,
    thumb: of(thumb).backgroundColor,
    chosen: of(document.querySelector(".st-key-narrator [aria-checked=true]")).backgroundColor,
    others: of(document.querySelector(".st-key-narrator [aria-checked=false]")).backgroundColor,
    view: of(document.querySelector(".st-key-view [aria-checked=true] p")).color,
  };
}"""


def test_forced_colours_leave_fill_and_hatch_slider_and_choice(open_page) -> None:
    page = drawn(open_page("?date=2021-09-05", forced_colors="active"), "")
    frame = page.frame_locator("iframe[title*='st_folium']")
    frame.locator(".gp-cell").first.wait_for()
    seen = page.evaluate(COLOURS)
    assert len(set(seen["keys"])) > 5
    assert any("gradient" in one for one in seen["keys"])
    assert any("gradient" in one for one in seen["cells"])
    assert len(set(seen["shapes"])) > 2
    assert seen["thumb"] != seen["paper"]
    assert seen["chosen"] != seen["others"]
    assert seen["view"] != seen["paper"]


def test_an_explanation_is_shown_by_touch_and_hidden_by_escape(open_page) -> None:
    page = drawn(open_page("?date=2021-09-05&area=rokha", width=PHONE, has_touch=True), "")
    chip = page.locator(".geo-panel .chip[role=button]").first
    shown = """chip => getComputedStyle(chip, '::after').content.includes(chip.title)"""
    assert not chip.evaluate(shown)
    chip.tap()
    assert chip.evaluate(shown)
    chip.press("Escape")
    assert not chip.evaluate(shown)
    chip.press("Enter")
    assert chip.evaluate(shown)
