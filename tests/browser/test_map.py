"""The painting script in Chromium: what is drawn, what the reader can do, what follows the slider."""

from collections.abc import Callable
from typing import Any

import pytest
from map_frame import map_files, message, open_map

__all__ = ["map_files", "open_map"]

Open = Callable[..., Any]
AREAS = 10


def date_of(page: Any) -> str:
    return str(page.locator("#control-date").get_attribute("data-date"))


def fill_of(page: Any, area: str) -> str:
    """Return the fill of an area's shape."""
    script = "id => geoPaint.frame.views[0].paths[geoPaint.frame.indexOf.get(id)].getAttribute('fill')"
    return str(page.evaluate(script, area))


def show(page: Any, **said: Any) -> None:
    page.evaluate("said => geoPaint.show(said)", message(**said))


def view(page: Any, number: int = 0) -> dict[str, float]:
    script = """n => {
      const { map } = geoPaint.frame.views[n];
      return { zoom: map.getZoom(), ...map.getCenter() };
    }"""
    seen: dict[str, float] = page.evaluate(script, number)
    return seen


def test_ten_areas_are_drawn_without_any_request_to_another_machine(open_map: Open) -> None:
    page = open_map()
    assert page.locator("path.leaflet-interactive").count() == AREAS
    assert page.foreign == []


@pytest.mark.parametrize(
    ("day", "area", "colours"),
    [
        pytest.param("2021-08-29", "rokha", 0, id="silence is white"),
        pytest.param("2021-08-30", "rokha", 1, id="one holder is one colour"),
        pytest.param("2021-09-05", "rokha", 2, id="a dispute is a hatch of both"),
        pytest.param("2021-09-05", "dara", 2, id="a denied hold is a hatch with white"),
        pytest.param("2021-09-05", "bazarak", 1, id="fighting is no hatch"),
    ],
)
def test_only_a_dispute_is_hatched(open_map: Open, day: str, area: str, colours: int) -> None:
    fill = fill_of(open_map(message(day=day)), area)
    assert fill.startswith("url(#") == (colours == 2)
    assert (fill == "#ffffff") == (colours == 0)


def test_stripes_of_a_hatch_have_equal_widths(open_map: Open) -> None:
    page = open_map()
    widths = page.eval_on_selector_all("pattern rect", "bars => bars.map(bar => bar.getAttribute('width'))")
    assert len(set(widths)) == 1


def test_a_step_touches_only_areas_whose_look_changed_and_keeps_the_view(open_map: Open) -> None:
    page = open_map(message(day="2021-09-01"))
    page.evaluate("geoPaint.frame.views[0].map.setZoom(9.7, {animate: false})")
    before = view(page)
    page.evaluate(
        """window.touched = 0;
        const pane = document.querySelector('.leaflet-overlay-pane');
        new MutationObserver(all => { window.touched += all.length; })
          .observe(pane, {attributes: true, subtree: true, attributeFilter: ['fill', 'd']});"""
    )
    show(page, day="2021-09-02")
    page.wait_for_timeout(50)
    assert (date_of(page), page.evaluate("touched"), view(page)) == ("2021-09-02", 0, before)
    show(page, day="2021-09-05")
    page.wait_for_timeout(50)
    assert 0 < page.evaluate("touched") <= AREAS
    assert view(page) == before


def test_a_click_on_an_area_is_told_at_once_and_outlined(open_map: Open) -> None:
    page = open_map()
    page.locator("path[aria-label^='Khenj']").dispatch_event("click")
    choice = page.evaluate("choices.at(-1)")
    assert (choice["area"], choice["day"]) == ("khenj", "2021-09-05")
    assert page.locator(".gp-select-inner").count() == 1


def test_a_name_stands_for_its_area_also_where_it_reaches_over_a_neighbour(open_map: Open) -> None:
    page = open_map(message())
    box = page.locator(".gp-name", has_text="Rokha").bounding_box()
    page.mouse.click(box["x"] + 3, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    assert [choice["area"] for choice in page.evaluate("choices")] == ["rokha", "rokha"]


def test_a_second_click_on_the_same_area_is_another_choice(open_map: Open) -> None:
    page = open_map()
    for _ in range(2):
        page.evaluate("geoPaint.frame.choose('dara', null)")
    first, second = page.evaluate("choices")
    assert second["n"] > first["n"]


def test_every_shape_is_reached_and_chosen_by_keyboard(open_map: Open) -> None:
    page = open_map()
    shapes = page.locator("path[role=button]")
    assert shapes.count() == AREAS
    shape = page.locator("path[aria-label^='Rokha: disputed']")
    shape.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("choices.at(-1).area") == "rokha"


def test_pointing_at_an_area_says_its_name_status_and_age(open_map: Open) -> None:
    page = open_map(message(day="2021-09-02"))
    page.evaluate("geoPaint.frame.views[0].hover(geoPaint.frame.indexOf.get('andarab'), {x: 90, y: 90})")
    tip = page.locator(".gp-tip").first.inner_text()
    assert tip.startswith("Andarab")
    assert "Taliban, reported" in tip
    assert "3 days old" in tip


@pytest.mark.parametrize(("width", "names"), [(950, 10), (620, 10), (390, 7)])
def test_no_label_sits_on_another_and_the_small_districts_have_theirs(
    open_map: Open, width: int, names: int
) -> None:
    page = open_map(width=width)
    boxes = page.evaluate("geoPaint.frame.views[0].labels.taken")
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            apart = (
                one["x1"] <= other["x0"]
                or other["x1"] <= one["x0"]
                or one["y1"] <= other["y0"]
                or other["y1"] <= one["y0"]
            )
            assert apart, (one, other)
    shown = set(page.locator(".gp-name").all_text_contents())
    assert {"Rokha", "Anaba", "Shutul"} <= shown
    assert len(shown) >= names


def test_a_narrow_frame_has_names_and_marks_without_words_and_does_not_scroll_sideways(
    open_map: Open,
) -> None:
    page = open_map(width=390)
    assert not any(page.locator(".gp-word").all_text_contents())
    assert page.locator(".gp-label .gp-mark-fighting").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_finger_can_hit_rokha_on_a_phone(open_map: Open) -> None:
    page = open_map(width=390)
    box = page.locator("path[aria-label^='Rokha']").bounding_box()
    assert min(box["width"], box["height"]) >= 44


def test_the_legend_repeats_pattern_and_word(open_map: Open) -> None:
    page = open_map()
    texts = page.locator(".gp-legend li").all_inner_texts()
    assert [text for text in texts if "disputed" in text]
    assert page.locator(".gp-legend .gp-mark-fighting").count() == 1


def test_data_is_text_and_never_markup(open_map: Open) -> None:
    page = open_map()
    page.evaluate(
        """name => {
          const { frame } = geoPaint;
          frame.geometry.areas[0].name = name;
          frame.strip.draw();
          frame.views[0].labels.place();
          frame.views[0].hover(0, {x: 50, y: 50});
        }""",
        '<img src=x onerror="window.hit=1">',
    )
    page.wait_for_timeout(50)
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0


def test_the_strip_is_a_table_with_headers_and_a_sentence_a_cell(open_map: Open) -> None:
    page = open_map()
    cell = page.locator("tr[data-area=rokha] td[data-date='2021-09-05']")
    assert cell.get_attribute("aria-label").startswith("Rokha, 5 September: disputed, Taliban / NRF")
    assert page.locator("tbody th[scope=row]").count() == AREAS
    assert page.locator("thead th[scope=col]").count() == 14
    assert page.locator("caption").count() == 1


def test_a_cell_selects_area_and_day(open_map: Open) -> None:
    page = open_map()
    page.locator("tr[data-area=dara] td[data-date='2021-08-30']").click()
    choice = page.evaluate("choices.at(-1)")
    assert (choice["area"], choice["day"], date_of(page)) == ("dara", "2021-08-30", "2021-08-30")


def test_arrow_keys_move_between_cells_and_enter_chooses(open_map: Open) -> None:
    page = open_map(message(area="rokha"))
    assert page.locator(".gp-cell[tabindex='0']").count() == 1
    page.locator(".gp-cell[tabindex='0']").focus()
    for key in ("ArrowUp", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    choice = page.evaluate("choices.at(-1)")
    assert (choice["area"], choice["day"]) == ("paryan", "2021-09-04")


def test_a_step_marks_its_day_in_the_strip(open_map: Open) -> None:
    page = open_map()
    show(page, day="2021-09-01")
    page.wait_for_timeout(50)
    assert page.locator(".gp-today").get_attribute("data-day") == "2021-09-01"


def test_two_maps_stay_together_and_outline_where_they_differ(open_map: Open) -> None:
    compare = {"day": None, "states": "nrf", "url": "nrf.json", "title": "NRF"}
    page = open_map(message(narrator="taliban", title="Taliban", compare=compare))
    page.locator(".gp-differ-outer").first.wait_for(state="attached")
    assert page.locator(".gp-map").count() == 2
    assert page.locator("h2.gp-title").all_inner_texts() == ["Taliban", "NRF"]
    page.evaluate("geoPaint.frame.views[0].map.setView([35.3, 69.5], 10, {animate: false})")
    assert view(page, 1) == pytest.approx(view(page, 0), abs=1e-2)
    page.evaluate("geoPaint.frame.views[1].map.panBy([60, -30], {animate: false})")
    assert view(page, 0) == pytest.approx(view(page, 1), abs=1e-2)
    page.evaluate("geoPaint.frame.choose('rokha', null)")
    assert page.locator(".gp-select-inner").count() == 2
    show(page)
    page.wait_for_timeout(50)
    assert page.locator(".gp-map").count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_reader_and_area_colours_do_not(open_map: Open, theme: str) -> None:
    page = open_map(theme=theme)
    assert page.locator(".gp").get_attribute("data-theme") == theme
    assert fill_of(page, "bazarak") == "#0072b2"


def test_play_stops_at_the_last_day_and_says_so(open_map: Open) -> None:
    page = open_map(message(day="2021-09-04"))
    page.locator(".gp-speed").click()
    page.locator(".gp-speed").click()
    page.locator(".gp-play").click()
    page.locator(".gp-play[aria-pressed=false]").wait_for()
    assert date_of(page) == "2021-09-06"
    assert "last day" in page.locator("[aria-live]").inner_text()
    assert page.evaluate("choices.at(-1).day") == "2021-09-06"


def test_play_pauses_and_tells_the_day_reached(open_map: Open) -> None:
    page = open_map(message(day="2021-08-25"))
    page.locator(".gp-play").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(1100)
    page.keyboard.press("Enter")
    assert page.locator(".gp-play").get_attribute("aria-pressed") == "false"
    assert page.evaluate("choices.at(-1).day") == date_of(page) == "2021-08-26"


AROUND = """<!doctype html><html><body class="stApp">
<div class="st-key-other"><input type="range" aria-valuetext="2021-08-26"></div>
<div class="st-key-day"><input type="range" min="0" max="12" value="11" aria-valuetext="2021-09-05"></div>
<div class="st-key-day_back"><button>back</button></div>
<div class="st-key-day_next"><button>next</button></div>
<iframe src="map.html" style="width:900px;height:900px;border:0"></iframe>
<script>const input = document.querySelector(".st-key-day input");
  window.drag = (iso) => { input.dispatchEvent(new PointerEvent("pointerdown", {bubbles: true}));
    input.setAttribute("aria-valuetext", iso); };</script></body></html>"""


def painted(page: Any) -> str:
    page.wait_for_timeout(120)
    return str(page.frame_locator("iframe").locator("#control-date").get_attribute("data-date"))


def framed(page: Any, script: str, *values: Any) -> Any:
    return page.frames[1].evaluate(script, *values)


def test_the_day_under_the_thumb_is_painted_while_it_is_dragged(open_map: Open) -> None:
    page = open_map(around=AROUND)
    for iso in ("2021-09-03", "2021-09-01", "2021-08-30"):
        page.evaluate("iso => drag(iso)", iso)
    assert painted(page) == "2021-08-30"
    assert framed(page, "choices") == []


def test_another_slider_of_the_page_paints_nothing(open_map: Open) -> None:
    page = open_map(around=AROUND)
    page.evaluate(
        "document.querySelector('.st-key-other input').setAttribute('aria-valuetext', '2021-08-28')"
    )
    assert painted(page) == "2021-09-05"


def test_an_older_answer_of_the_server_does_not_undo_the_thumb(open_map: Open) -> None:
    page = open_map(around=AROUND)
    page.evaluate("drag('2021-09-01')")
    assert painted(page) == "2021-09-01"
    framed(page, "said => geoPaint.show(said)", message(day="2021-09-03"))
    assert painted(page) == "2021-09-01"
    framed(page, "said => geoPaint.show(said)", message(day="2021-09-01"))
    framed(page, "said => geoPaint.show(said)", message(day="2021-09-04"))
    assert painted(page) == "2021-09-04"


@pytest.mark.parametrize(("button", "day"), [("day_back", "2021-09-04"), ("day_next", "2021-09-06")])
def test_the_pages_buttons_paint_before_the_server_answers(open_map: Open, button: str, day: str) -> None:
    page = open_map(around=AROUND)
    page.locator(f".st-key-{button} button").click()
    assert painted(page) == day


def test_a_hand_on_the_slider_stops_play(open_map: Open) -> None:
    page = open_map(message(day="2021-08-25"), around=AROUND)
    play = page.frame_locator("iframe").locator(".gp-play")
    play.click()
    assert play.get_attribute("aria-pressed") == "true"
    page.locator(".st-key-day input").focus()
    page.keyboard.press("ArrowLeft")
    assert play.get_attribute("aria-pressed") == "false"


def test_without_the_observer_the_message_on_release_still_paints(open_map: Open) -> None:
    page = open_map(around=AROUND, watch=False)
    page.evaluate("drag('2021-09-01')")
    assert painted(page) == "2021-09-05"
    framed(page, "said => geoPaint.show(said)", message(day="2021-09-01"))
    assert painted(page) == "2021-09-01"


def test_canvas_and_svg_paint_the_same_days(open_map: Open) -> None:
    page = open_map(renderer="canvas")
    assert page.locator(".leaflet-overlay-pane canvas").count() == 1
    show(page, day="2021-08-29")
    page.wait_for_timeout(50)
    colours = page.evaluate("geoPaint.frame.views[0].layers.map((layer) => layer.options.fillColor)")
    assert set(colours) == {"#ffffff"}


def test_a_frame_that_was_hidden_is_laid_out_when_it_is_shown(open_map: Open) -> None:
    page = open_map()
    before = view(page)
    page.evaluate("document.getElementById('here').style.display = 'none'")
    page.wait_for_timeout(80)
    page.evaluate("document.getElementById('here').style.display = ''")
    page.wait_for_timeout(80)
    assert view(page)["zoom"] == pytest.approx(before["zoom"], abs=0.01)


def test_states_that_do_not_arrive_are_said_to_be_missing(open_map: Open) -> None:
    page = open_map()
    said = message(day="2021-09-01") | {"states": "gone", "url": "gone.json"}
    assert page.evaluate("said => geoPaint.show(said).catch(() => 'failed')", said) == "failed"
    assert "Reload" in page.locator("[role=alert]").inner_text()
    page.errors.clear()


def test_clicks_that_the_server_lost_are_said_again(open_map: Open) -> None:
    page = open_map(message(day="2021-09-03"), around=AROUND)
    for _ in range(2):
        page.locator(".st-key-day_next button").click()
    framed(page, "said => geoPaint.show(said)", message(day="2021-09-04"))
    assert painted(page) == "2021-09-05"
    page.wait_for_timeout(900)
    assert framed(page, "choices.at(-1).day") == "2021-09-05"


def test_a_late_answer_does_not_turn_play_back(open_map: Open) -> None:
    page = open_map(message(day="2021-08-25"))
    page.locator(".gp-speed").click()
    page.locator(".gp-speed").click()
    page.locator(".gp-play").click()
    page.wait_for_timeout(600)
    before = date_of(page)
    show(page, day="2021-08-25", area="rokha")
    assert date_of(page) >= before > "2021-08-25"
    assert page.locator(".gp-select-inner").count() == 1


BIG = """() => {
  const { frame } = geoPaint;
  const areas = Array.from({length: 400}, (_, i) => ({id: `a${i}`, name: `Area ${i}`}));
  const look = {status: "unreported", fills: [], colours: [], marks: [], outline: "dotted",
    sentence: "silence"};
  const states = new geoPaint.States({key: "big", first: "2021-01-01", days: 300, looks: [look],
    changes: areas.map(() => []), newest: areas.map(() => [])});
  const world = {words: frame.words, geometry: {areas}, choose: () => {},
    indexOf: new Map(areas.map((area, i) => [area.id, i]))};
  window.big = new geoPaint.Strip(world, document.querySelector(".gp-strip"));
  big.show(states);
  big.mark(states, 0, null);
}"""


def test_the_strip_of_a_big_conflict_is_a_window_that_says_so_and_moves(open_map: Open) -> None:
    page = open_map()
    page.evaluate(BIG)
    rows, columns = page.evaluate("[big.rows, big.columns]")
    assert rows == 60
    assert columns <= 120
    assert (
        page.locator(".gp-window")
        .inner_text()
        .startswith(f"Areas 1 to 60 of 400, days 1 to {columns} of 300")
    )
    page.get_by_role("button", name="Areas below").click()
    assert page.locator("tbody th").first.inner_text() == "Area 60"
    page.get_by_role("button", name="Later days").click()
    assert page.evaluate("big.left") == columns


def test_arrow_keys_carry_the_window_of_a_big_conflict_along(open_map: Open) -> None:
    page = open_map()
    page.evaluate(BIG)
    page.locator("tr[data-area=a59] td").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentNode.dataset.area") == "a60"


def test_a_day_outside_the_window_brings_the_window_along(open_map: Open) -> None:
    page = open_map()
    page.evaluate(BIG)
    page.evaluate("big.mark(big.states, 250, null)")
    page.wait_for_timeout(400)
    assert page.evaluate("big.left <= 250 && 250 < big.left + big.columns")
    assert page.locator(".gp-today").get_attribute("data-day") == "2021-09-08"
