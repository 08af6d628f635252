"""The one-file map in Chromium, opened from disk: by hand, by keyboard, by address, in a frame."""

import io
import json
import re
from datetime import date, timedelta

import crowds
import pytest
from axe import checked
from onefile_reader import File, Pair, Shown
from panjshir import DATA
from playwright.sync_api import expect
from shared import one_file
from still import still
from undated import undated_folder

from geo.export.cite import EMBED_HEIGHT, embed_snippet
from geo.export.onefile import map_html
from geo.reading.conflict import Conflict, load_conflict
from geo.view import View

BADGE = "#control-date"
NASTY = "</script><img src=x onerror=alert(1)><!--"


@pytest.fixture(scope="session")
def conflict() -> Conflict:
    return load_conflict(DATA)


@pytest.fixture
def open_file(open_file, requests):
    """Return what opens a file and notes what its page asks for, and in `problems` what it complains of."""

    def opened(address: str = "", **options):
        problems = []
        heard = {
            "request": lambda request: requests.append(request.url),
            "console": lambda said: problems.append(said.text),
            "pageerror": lambda error: problems.append(str(error)),
        }
        page = open_file(address, heard=heard, **options)
        page.problems = problems
        return page

    return opened


def expect_day(page, day: str) -> None:
    expect(page.locator(BADGE).first).to_have_attribute("data-date", day)


def click_area(page, name: str) -> None:
    page.locator(f"path[aria-label^='{name}']").first.dispatch_event("click")


def expect_heading(page, name: str) -> None:
    expect(page.locator("#panel h2")).to_have_text(name)


def wait_for_address(page, part: str) -> None:
    page.wait_for_function("part => location.hash.includes(part)", arg=part)


def test_ten_areas_are_drawn_and_nothing_but_the_file_is_asked_for(open_file, requests) -> None:
    page = open_file()
    expect(page.locator("path.leaflet-interactive.gp-area")).to_have_count(10)
    still(page)
    assert requests == [one_file().as_uri()]
    assert page.problems == []


def test_the_slider_moves_the_map_the_words_and_the_address(open_file) -> None:
    page = open_file()
    slider = page.locator("#day")
    slider.focus()
    slider.press("Home")
    wait_for_address(page, "date=2021-08-25")
    expect_day(page, "2021-08-25")
    expect(page.locator("#day-words")).to_have_text("Wednesday 25 August 2021")
    slider.press("ArrowRight")
    wait_for_address(page, "date=2021-08-26")
    expect(slider).to_have_attribute("aria-valuetext", "Thursday 26 August 2021")


DRAG = """() => {
  const slider = document.getElementById("day"), seen = [];
  for (let day = 0; day < 13; day += 1) {
    slider.value = String(day);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    seen.push(document.querySelector("#control-date").dataset.date);
  }
  return seen;
}"""


def test_every_day_under_the_thumb_is_painted_at_once(open_file) -> None:
    # how many frames a second that makes: benchmarks/onefile_bench.py
    page = open_file("#date=2021-09-05")
    assert page.evaluate(DRAG) == [str(date(2021, 8, 25) + timedelta(days=n)) for n in range(13)]


def test_dragging_with_the_mouse_paints_while_the_thumb_moves(open_file) -> None:
    page = open_file()
    box = page.locator("#day").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.83, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 12, middle, steps=12)
    expect_day(page, "2021-08-25")
    page.mouse.up()
    wait_for_address(page, "date=2021-08-25")


@pytest.mark.parametrize(
    ("button", "day"), [("#back", "2021-09-04"), ("#next", "2021-09-06")], ids=["before", "after"]
)
def test_the_buttons_go_a_day_back_and_on(open_file, button: str, day: str) -> None:
    page = open_file("#date=2021-09-05")
    page.click(button)
    wait_for_address(page, day)
    expect_day(page, day)


@pytest.mark.parametrize(
    ("button", "start", "day"),
    [
        ("Previous change", "2021-09-05", "2021-09-03"),
        ("Next change", "2021-08-25", "2021-08-30"),
        ("Next change", "2021-09-04&narrator=nrf", "2021-09-05"),
    ],
)
def test_the_buttons_go_to_the_change_before_and_after(open_file, button: str, start: str, day: str) -> None:
    page = open_file(f"#date={start}")
    page.get_by_role("button", name=button).press("Enter")
    wait_for_address(page, day)
    expect_day(page, day)


def test_there_is_no_change_beyond_the_first_and_the_last(open_file) -> None:
    page = open_file("#date=2021-08-30")
    expect(page.locator("#change-back")).to_be_disabled()
    page.locator("#day").press("End")
    expect(page.locator("#change-next")).to_be_disabled()
    expect(page.locator("#change-back")).to_be_enabled()


@pytest.mark.parametrize("width", [390, 1400])
def test_the_sentence_of_the_day_changes_and_moves_nothing_below_it(open_file, width: int) -> None:
    page = open_file("#date=2021-09-05", width=width)
    lead = page.locator("#lead [data-part=lead]")
    expect(lead).to_contain_text("three of the seven districts of Panjshir are disputed")
    top = page.locator(".steps").bounding_box()["y"]
    page.click("#back")
    expect(lead).to_contain_text(
        "On 4 September, all seven districts of Panjshir are reported held by the NRF. All"
    )
    assert page.locator(".steps").bounding_box()["y"] == top
    if width < 820:  # where there is one column, the second clock is folded away
        page.locator(".geo-choose summary").click()
    page.select_option("#known", "2021-09-03")
    expect(lead).to_contain_text("On 4 September, as known on 3 September, ")


@pytest.mark.parametrize("width", [390, 1400])
def test_no_narrators_sentence_is_longer_than_its_place(open_file, conflict, width: int) -> None:
    page = open_file("#date=2021-09-05", width=width)
    empty = page.locator("#lead").evaluate("box => parseFloat(getComputedStyle(box).minHeight)")
    for narrator in ("everyone", *conflict.sides, "others"):
        for day in ("2021-08-25", "2021-08-30", "2021-09-03", "2021-09-05", "2021-09-06"):
            page.evaluate("hash => { location.hash = hash; }", f"#date={day}&narrator={narrator}")
            wait_for_address(page, f"narrator={narrator}")
            expect_day(page, day)
            tall = page.locator("#lead").bounding_box()["height"]
            assert tall <= empty + 1, (narrator, day, page.locator("#lead").inner_text())


def test_play_runs_to_the_last_day_and_the_address_follows(open_file) -> None:
    page = open_file("#date=2021-09-03")
    for _ in range(2):
        page.click("#play .gp-speed")
    page.click("#play .gp-play")
    wait_for_address(page, "date=2021-09-06")
    page.locator("#play .gp-play[aria-pressed=false]").wait_for()
    expect(page.locator("#day")).to_have_value("12")


def test_a_narrator_repaints_and_stands_in_the_address(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    expect(page.locator("#panel .badge")).to_contain_text("Disputed")
    page.locator("input[value=taliban]").check(force=True)
    wait_for_address(page, "narrator=taliban")
    expect(page.locator("#panel .badge")).not_to_contain_text("Disputed")
    shape = page.locator("path[aria-label^='Rokha']").first
    expect(shape).not_to_have_attribute("aria-label", re.compile("disputed"))


def test_what_was_known_then_repaints_and_says_so(open_file) -> None:
    page = open_file("#date=2021-09-05&area=khenj")
    page.select_option("#known", "2021-09-04")
    wait_for_address(page, "known=2021-09-04")
    expect(page.locator("#panel .badge")).to_contain_text("NRF")
    expect(page.locator("#clock")).to_contain_text("as known on 4 September")


def test_an_area_shows_every_report_that_names_it(open_file, conflict) -> None:
    page = open_file("#date=2021-09-06")
    click_area(page, "Rokha")
    wait_for_address(page, "area=rokha")
    expect_heading(page, "Rokha")
    shown = page.locator("#panel [data-report]").evaluate_all("all => all.map(one => one.dataset.report)")
    assert set(conflict.reports.loc[conflict.reports["area_id"] == "rokha", "report_id"]) <= set(shown)


def test_a_quote_stands_there_word_for_word(open_file, conflict) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    quote = conflict.reports.set_index("report_id").loc["cnn-03-rokha", "quote"]
    expect(page.locator("#q-cnn-03-rokha blockquote")).to_have_text(f"“{quote}”")


@pytest.mark.parametrize("area", ["rokha", "dara"])
@pytest.mark.parametrize("narrator", ["everyone", "nrf"])
def test_an_address_restores_its_view(open_file, area: str, narrator: str) -> None:
    page = open_file(f"#date=2021-09-03&area={area}&narrator={narrator}&known=2021-09-06")
    expect_day(page, "2021-09-03")
    expect_heading(page, area.capitalize())
    expect(page.locator(f"input[value={narrator}]")).to_be_checked()
    expect(page.locator("#known")).to_have_value("2021-09-06")


def test_another_address_in_the_same_window_is_followed(open_file) -> None:
    page = open_file()
    page.evaluate("location.hash = '#date=2021-08-30&area=paryan'")
    page.locator("#panel h2", has_text="Paryan").wait_for()
    expect_day(page, "2021-08-30")


@pytest.mark.parametrize(
    "address",
    [
        "#date=2021-13-45",
        "#area=atlantis",
        "#narrator=__proto__",
        "#known=never",
        f"#area={NASTY}",
        "#date=2021-09-01&date=2021-09-02",
    ],
)
def test_nonsense_in_the_address_is_ignored_and_said(open_file, address: str) -> None:
    page = open_file(address)
    expect(page.locator("#notice")).to_contain_text("was ignored")
    expect_day(page, "2021-09-05")
    assert page.problems == []


def test_the_list_leads_to_an_area_and_back(open_file) -> None:
    page = open_file("#date=2021-09-05")
    page.locator("#panel a[data-area=dara]").click()
    expect_heading(page, "Dara")
    page.locator("#panel .back a").click()
    wait_for_address(page, "narrator=everyone")
    expect(page.locator("#panel .areas li")).to_have_count(10)


def test_what_changed_leads_to_the_words(open_file) -> None:
    page = open_file("#date=2021-09-05")
    link = page.locator("#changed a[data-area=anaba]").first
    report = link.get_attribute("data-reports").split()[0]
    link.click()
    page.locator(f"#q-{report}.revealed").wait_for()


def test_a_cell_of_the_strip_chooses_area_and_day(open_file) -> None:
    page = open_file()
    page.locator("td.gp-cell[aria-label^='Shutul, 3 September']").click()
    wait_for_address(page, "date=2021-09-03")
    expect_heading(page, "Shutul")


def test_what_was_opened_stays_open_on_the_next_day(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    page.locator("#panel details.whole > summary").click()
    page.click("#next")
    wait_for_address(page, "date=2021-09-06")
    expect(page.locator("#panel details.whole")).to_have_attribute("open", "")


def test_the_view_can_be_cited_with_its_quotes(open_file, conflict) -> None:
    page = open_file("#date=2021-09-05&area=rokha&narrator=everyone")
    page.locator("#cite > summary").click()
    sentence = page.locator("#cite-sentence")
    expect(sentence).to_contain_text("Rokha on 5 September 2021, narrator: Everyone, all articles known")
    expect(sentence).to_contain_text(conflict.key)
    expect(page.locator("#cite-bibtex")).to_contain_text(f"@misc{{{conflict.id}-2021-09-05-")
    expect(page.locator("#cite-ris")).to_contain_text("TY  - MAP")
    expect(page.locator("#cite-footnotes")).to_contain_text("Belal Kareemi, Taliban spokesman, in CNN, “")
    expect(page.locator("#cite")).not_to_contain_text(re.compile(r"\{(view|address|accessed|day)\}"))


@pytest.mark.parametrize("width", [390, 700, 1400])
def test_nothing_scrolls_sideways(open_file, width: int) -> None:
    page = open_file("#date=2021-09-05&area=rokha", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_hundred_percent_zoom_does_not_scroll_sideways(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha", width=700, height=450, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


@pytest.mark.parametrize("width", [320, 600, 1000])
def test_the_embed_snippet_is_high_enough(open_file, tmp_path, width: int) -> None:
    host = tmp_path / "host.html"
    host.write_text(
        f"<!doctype html><body style='margin:0'>{embed_snippet('A map', one_file(also='fa').as_uri())}</body>"
    )
    page = open_file(width=width, path=host)
    frame = page.frame_locator("iframe")
    frame.locator(f"{BADGE}[data-date]").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    inner = page.frames[1]
    assert inner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    legend = inner.evaluate("() => document.querySelector('.gp-legend').getBoundingClientRect().bottom")
    assert legend <= EMBED_HEIGHT


def test_the_keyboard_alone_does_everything(open_file) -> None:
    page = open_file("#date=2021-09-05")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "story-start"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_address(page, "area=anaba")
    expect_heading(page, "Anaba")
    page.locator("#day").focus()
    page.keyboard.press("End")
    wait_for_address(page, "date=2021-09-06")
    page.locator("input[name=narrator]:checked").focus()
    page.keyboard.press("ArrowRight")
    wait_for_address(page, "narrator=taliban")
    page.locator("path[aria-label^='Dara']").first.focus()
    page.keyboard.press("Enter")
    wait_for_address(page, "area=dara")


def test_a_change_of_day_is_announced(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    page.click("#back")
    page.locator("[aria-live=polite]", has_text="Rokha, 4 September").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("address", ["#date=2021-09-05", "#date=2021-09-05&area=rokha"], ids=["all", "area"])
def test_axe_finds_nothing_serious(open_file, theme: str, width: int, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = open_file(address, width=width, color_scheme=theme, bypass_csp=True)
    for one in ("cite", "sources", "about"):
        page.locator(f"#{one} > summary").click()
    found = axe.Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert not grave, json.dumps(
        [(one["id"], [n["html"][:160] for n in one["nodes"][:4]]) for one in grave], indent=1
    )


def test_it_prints_with_its_quotes(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    pypdf = pytest.importorskip("pypdf")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(print_background=True)))
    text = " ".join(one.extract_text() for one in printed.pages)
    assert "Sunday 5 September 2021" in text
    assert "which are still under" in text
    assert "#date=2021-09-05&area=rokha" in text.replace(" ", "")


def test_on_a_phone_the_words_come_up_as_a_sheet_over_the_map(open_file) -> None:
    page = open_file("#date=2021-09-05", width=390, height=844)
    grip = page.get_by_role("button", name="Larger")
    expect(grip).to_be_hidden()
    click_area(page, "Rokha")
    expect(page.locator("#panel h2")).to_be_in_viewport()
    expect(page.locator(BADGE)).to_be_in_viewport()
    grip.click()
    expect(grip).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect_heading(page, "All areas on this day")


@pytest.mark.parametrize("width", [390, 1400])
def test_the_language_is_switched_keeps_the_view_and_is_taken_back(open_file, width: int) -> None:
    both = one_file(also="fa")
    page = open_file("#date=2021-09-04&area=rokha&narrator=nrf", path=both, width=width)
    expect_heading(page, "Rokha")
    english = page.title()
    page.get_by_role("radio", name="دری").click(force=True)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "fa")
    expect_heading(page, "رخه")
    expect_day(page, "2021-09-04")
    expect(page.locator("input[value=nrf]")).to_be_checked()
    expect(page.get_by_role("radio", name="دری")).to_be_checked()
    assert page.title() != english
    assert "lang=fa" in page.url
    expect(page.locator("#control-date")).to_contain_text("سپتمبر")
    if width > 390:
        assert checked(page).serious == ()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#next")
    wait_for_address(page, "date=2021-09-05")
    page.go_back()
    wait_for_address(page, "date=2021-09-04")
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect_heading(page, "Rokha")
    assert page.problems == []


SUNDAY = Shown("2021-09-05", "everyone", "all")
PAIRS = [
    ("narrator", SUNDAY._replace(narrator="taliban"), SUNDAY._replace(narrator="nrf")),
    ("date", SUNDAY, SUNDAY._replace(day="2021-08-30")),
    ("known", SUNDAY._replace(known="2021-09-04"), SUNDAY),
    ("known", SUNDAY, SUNDAY._replace(known="2021-09-04")),
    ("narrator", SUNDAY, SUNDAY._replace(narrator="others")),
]
SAID = """() => ["partings", "words"].map(
  (id) => document.getElementById(id).textContent.replace(/\\s+/g, " ").trim())"""


ON_BOTH = "() => [...document.querySelectorAll('.gp-badge')].map((badge) => badge.dataset.date)"
PAINTED = "() => [...document.querySelectorAll(\"path[aria-label^='Paryan']\")].map((path) => path.ariaLabel)"


def test_two_maps_side_by_side_are_told_as_python_tells_them(open_file) -> None:
    page, held = open_file("#date=2021-09-05"), File(one_file().read_text(encoding="utf-8"))
    for kind, one, other in PAIRS:
        beside = {"narrator": other.narrator, "date": other.day, "known": other.known}[kind]
        address = f"#date={one.day}&narrator={one.narrator}&known={one.known}&compare={kind}:{beside}"
        page.evaluate("hash => { location.hash = hash; }", address)
        pair = Pair(held, kind, one, other)
        titles = [pair.title(shown) for shown in pair.both]
        expect(page.locator("h2.gp-title")).to_have_text(titles)
        expect(page.locator(".pair-title")).to_have_text(titles)
        seen = [" ".join(re.sub("<[^>]*>", "", html).split()) for html in (pair.partings(), pair.lists())]
        assert [" ".join(text.split()) for text in page.evaluate(SAID)] == seen
        assert page.evaluate(ON_BOTH) == [one.day, other.day]
        for label, shown in zip(page.evaluate(PAINTED), pair.both, strict=True):
            assert pair.look(shown, held.areas.index("paryan"))["sentence"] in label
    assert page.locator(".geo-partings h3").count() == 1  # told by others with less certainty
    assert checked(page).serious == ()
    assert page.problems == []


@pytest.mark.parametrize("width", [390, 1400])
def test_a_second_map_is_chosen_followed_and_taken_back(open_file, width: int) -> None:
    page = open_file("#date=2021-09-05&narrator=taliban", width=width)
    if width == 390:
        page.locator(".geo-choose summary").click()
    page.get_by_role("combobox", name="Side by side").select_option("narrator")
    wait_for_address(page, "compare=narrator%3Anrf")
    expect(page.locator(".gp-half")).to_have_count(2)
    expect(page.get_by_role("button", name="Zoom in")).to_have_count(2)
    page.get_by_role("combobox", name="with").select_option("others")
    wait_for_address(page, "compare=narrator%3Aothers")
    parted = page.locator(".geo-partings li a").first
    area = parted.get_attribute("data-area")
    parted.click()
    wait_for_address(page, f"area={area}")
    page.click("#back")
    days = ".gp-badge[data-date='2021-09-04']"
    expect(page.locator(days)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for wanted in (f"area={area}", "compare=narrator%3Aothers", "compare=narrator%3Anrf", "narrator=taliban"):
        page.go_back()
        wait_for_address(page, wanted)
    expect(page.locator(".gp-half")).to_have_count(1)
    expect(page.locator("#partings")).to_be_empty()
    assert page.problems == []


def test_back_undoes_a_choice_and_a_whole_drag_is_one_step(open_file) -> None:
    page = open_file("#date=2021-09-05&narrator=everyone")
    click_area(page, "Rokha")
    wait_for_address(page, "area=rokha")
    page.get_by_role("radio", name="NRF").check(force=True)
    wait_for_address(page, "narrator=nrf")
    for day in (10, 9, 8):
        page.locator("#day").evaluate(
            "(one, day) => { one.value = day; one.dispatchEvent(new Event('input')); }", day
        )
        wait_for_address(page, f"date=2021-09-0{day - 6}")
    page.locator("#day").evaluate("one => one.dispatchEvent(new Event('change'))")
    for wanted in ("date=2021-09-05", "narrator=everyone", ""):
        page.go_back()
        wait_for_address(page, wanted)
    expect_heading(page, "All areas on this day")
    expect_day(page, "2021-09-05")


def test_a_notice_about_the_address_moves_nothing_and_goes_with_a_choice(open_file) -> None:
    page = open_file("#date=nonsense")
    top = page.locator("#map").bounding_box()["y"]
    expect(page.locator("#notice")).to_be_visible()
    click_area(page, "Rokha")
    expect(page.locator("#notice")).to_be_hidden()
    assert page.locator("#map").bounding_box()["y"] == top


def test_without_a_day_of_publication_the_file_has_no_second_clock_but_obeys_an_address(
    open_file, tmp_path
) -> None:
    undated = load_conflict(undated_folder(tmp_path))
    path = tmp_path / "map.html"
    path.write_bytes(map_html(undated, View(undated.last_reported_day)))
    page = open_file(path=path)
    expect_day(page, "2021-09-05")
    expect(page.locator("#known")).to_be_hidden()
    page = open_file("#known=2021-09-04", path=path)
    expect_day(page, "2021-09-05")
    expect(page.locator("#clock")).to_contain_text("no source has a day of publication")
    expect(page.locator("#notes")).to_contain_text("Silent: nothing in these reports says")
    expect(page.locator("path[aria-label$='no statement']")).to_have_count(10)
    page.select_option("#known", "2021-09-01")
    wait_for_address(page, "known=2021-09-01")
    page.select_option("#known", "")
    expect(page.locator("path[aria-label$='no statement']")).not_to_have_count(10)
    assert page.problems == []


TOPS = """() => {
  const slider = document.getElementById("day"), tops = new Set();
  for (let day = 0; day <= Number(slider.max); day += 1) {
    slider.value = String(day);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    if (document.querySelector("#notes .geo-silence")) continue;
    tops.add(Math.round(document.getElementById("map").getBoundingClientRect().top + scrollY));
  }
  return [...tops];
}"""


@pytest.mark.parametrize("width", [1400, 390])
def test_the_map_stays_where_it_is_while_days_go_by(open_file, tmp_path, width: int) -> None:
    path = tmp_path / "map.html"
    rows = [
        crowds.held_by("red", area, f"2021-09-{day:02}") | {"origin_id": f"o{day}-{area}"}
        for day in (1, 4, 15)
        for area in range(12)
    ]
    aging = crowds.districts(12, rows)
    path.write_bytes(map_html(aging, View(aging.last_reported_day)))
    page = open_file(path=path, width=width, height=844)
    page.locator(f"{BADGE}[data-date]").wait_for()
    assert len(page.evaluate(TOPS)) == 1


def test_no_explanation_leaves_the_panel(open_file) -> None:
    page = open_file("#date=2021-09-05&area=rokha")
    explained = page.locator("#panel [title][tabindex]")
    expect(explained.first).to_be_visible()
    for one in [each for each in explained.all() if each.is_visible()]:
        one.focus()
        assert (
            page.evaluate(
                "() => document.getElementById('panel').scrollWidth - "
                "document.getElementById('panel').clientWidth"
            )
            <= 0
        )


def test_no_area_cuts_off_a_degree_and_a_small_map_has_none(open_file) -> None:
    wide = open_file("#date=2021-09-05", width=1400)
    degrees = wide.locator(".leaflet-gp-degrees-pane text")
    expect(degrees.first).to_have_text("35.25° N")
    layers = ".leaflet-gp-ground-pane, .leaflet-overlay-pane, .leaflet-gp-degrees-pane"
    height = "panes => panes.map((one) => [Number(getComputedStyle(one).zIndex), one.className])"
    order = [name for _, name in sorted(wide.locator(layers).evaluate_all(height))]
    assert "ground" in order[0]
    assert "degrees" in order[-1]
    narrow = open_file("#date=2021-09-05", width=390)
    expect(narrow.locator(".leaflet-gp-ground-pane path").first).to_be_attached()
    expect(narrow.locator(".leaflet-gp-degrees-pane text")).to_have_count(0)
