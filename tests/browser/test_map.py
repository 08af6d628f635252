"""The painting script in Chromium, for each conflict: what is drawn, what the reader can do, what follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from map_frame import files_of, map_files, message, open_map
from playwright.sync_api import expect
from still import frames
from walks import PANJSHIR, Walk

from geo.reading.conflict import load_conflict

__all__ = ["map_files", "open_map"]

Open = Callable[..., Any]
BADGE = "#control-date"
STRIPES = "pattern[patternTransform] rect"
COLOURS = """fill => fill.startsWith("url(#")
  ? document.querySelectorAll(`${fill.slice(4, -1)} rect`).length : Number(fill !== "#ffffff")"""
IMAGE = "one => getComputedStyle(one).backgroundImage"


def date_of(page: Any) -> str:
    return str(page.locator(BADGE).get_attribute("data-date"))


def expect_date(page: Any, day: object) -> None:
    expect(page.locator(BADGE)).to_have_attribute("data-date", str(day))


def fill_of(page: Any, area: str) -> str:
    """Return the fill of an area's shape."""
    script = "id => geoPaint.frame.views[0].paths[geoPaint.frame.indexOf.get(id)].getAttribute('fill')"
    return str(page.evaluate(script, area))


def show(page: Any, day: date, **said: Any) -> None:
    page.evaluate("said => geoPaint.show(said)", message(day, **said))


def before(day: date, days: int = 1) -> date:
    return day - timedelta(days=days)


def view(page: Any, number: int = 0) -> dict[str, float]:
    script = """n => {
      const { map } = geoPaint.frame.views[n];
      return { zoom: map.getZoom(), ...map.getCenter() };
    }"""
    seen: dict[str, float] = page.evaluate(script, number)
    return seen


def last_choice(page: Any) -> tuple[str, str]:
    """Return area and day of what the frame told last."""
    choice = page.evaluate("choices.at(-1)")
    return choice["area"], choice["day"]


def test_every_area_is_drawn_without_any_request_to_another_machine(open_map: Open, walk: Walk) -> None:
    page = open_map()
    expect(page.locator("path.leaflet-interactive.gp-area")).to_have_count(len(walk.areas))
    assert page.foreign == []


def test_only_a_dispute_is_hatched_and_silence_is_white(open_map: Open, walk: Walk) -> None:
    page = open_map()
    for day, area, colours, why in walk.fills:
        show(page, date.fromisoformat(day))
        expect_date(page, day)
        frames(page)
        assert page.evaluate(COLOURS, fill_of(page, area)) == colours, why


def test_own_word_and_denial_have_a_look_of_their_own_on_map_legend_and_strip(open_map: Open) -> None:
    page = open_map(message(PANJSHIR.day, "nrf"), fetched=files_of(load_conflict(PANJSHIR.folder), ("nrf",)))
    fills = {area: fill_of(page, area) for area in ("paryan", "khenj", "rokha")}
    assert fills["rokha"] == "#ffffff"
    assert page.locator(fills["paryan"][4:-1] + " circle").get_attribute("fill") == "#ffffff"
    assert page.locator(fills["khenj"][4:-1] + " circle").get_attribute("stroke") == "#8a8578"
    said = ("NRF, by their own word", "denied, no holder named", "no statement")
    keys = page.locator(".gp-legend li")
    drawn = [keys.filter(has_text=text).locator(".gp-key").evaluate(IMAGE) for text in said]
    strip = page.locator(".gp-strip")
    cells = [
        strip.locator(f"[aria-label^='{name}, 5 September']").evaluate(IMAGE)
        for name in ("Paryan", "Khenj", "Rokha")
    ]
    assert drawn == cells
    assert len(set(drawn)) == len(said)
    expect(keys.filter(has_text="denied").locator(".gp-mark-denied")).to_have_count(1)


def test_stripes_of_a_hatch_have_equal_widths(open_map: Open) -> None:
    page = open_map()
    widths = page.eval_on_selector_all(STRIPES, "bars => bars.map(bar => bar.getAttribute('width'))")
    assert len(set(widths)) == 1


def test_a_step_touches_only_areas_whose_look_changed_and_keeps_the_view(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.still))
    page.evaluate("geoPaint.frame.views[0].map.setZoom(9.7, {animate: false})")
    stood = view(page)
    page.evaluate(
        """window.touched = 0;
        const pane = document.querySelector('.leaflet-overlay-pane');
        new MutationObserver(all => { window.touched += all.length; })
          .observe(pane, {attributes: true, subtree: true, attributeFilter: ['fill', 'd']});"""
    )
    show(page, walk.still + timedelta(days=1))
    expect_date(page, walk.still + timedelta(days=1))
    frames(page)
    assert (page.evaluate("touched"), view(page)) == (0, stood)
    show(page, walk.day)
    page.wait_for_function("touched > 0")
    frames(page)
    assert page.evaluate("touched") <= len(walk.areas)
    assert view(page) == stood


def test_a_click_on_an_area_is_told_at_once_and_outlined(open_map: Open, walk: Walk) -> None:
    page = open_map()
    page.locator(f"path[aria-label^='{walk.other.name}']").dispatch_event("click")
    assert last_choice(page) == (walk.other.id, str(walk.day))
    expect(page.locator(".gp-select-inner")).to_have_count(1)


def test_a_name_stands_for_its_area_also_where_it_reaches_over_a_neighbour(
    open_map: Open, walk: Walk
) -> None:
    page = open_map()
    box = page.locator(".gp-name", has_text=walk.quarrel.name).bounding_box()
    page.mouse.click(box["x"] + 3, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    assert [choice["area"] for choice in page.evaluate("choices")] == [walk.quarrel.id] * 2


def test_a_second_click_on_the_same_area_is_another_choice(open_map: Open, walk: Walk) -> None:
    page = open_map()
    for _ in range(2):
        page.evaluate("id => geoPaint.frame.choose(id, null)", walk.other.id)
    first, second = page.evaluate("choices")
    assert second["n"] > first["n"]


def test_every_shape_is_reached_and_chosen_by_keyboard(open_map: Open, walk: Walk) -> None:
    page = open_map()
    expect(page.locator("path[role=button]")).to_have_count(len(walk.areas))
    page.locator(f"path[aria-label^='{walk.quarrel.name}: disputed']").focus()
    page.keyboard.press("Enter")
    assert last_choice(page) == (walk.quarrel.id, str(walk.day))


def test_pointing_at_an_area_says_its_name_status_and_age(open_map: Open, walk: Walk) -> None:
    day, place, words = walk.aged
    page = open_map(message(day))
    page.evaluate(
        "id => geoPaint.frame.views[0].pointer.hover(geoPaint.frame.indexOf.get(id), {x: 90, y: 90})",
        place.id,
    )
    tip = page.locator(".gp-tip").first.inner_text()
    assert tip.startswith(place.name)
    for word in words:
        assert word in tip


@pytest.mark.parametrize("width", [950, 620, 390])
def test_no_label_sits_on_another_and_the_small_districts_have_theirs(
    open_map: Open, walk: Walk, width: int
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
    assert set(walk.always_named) <= shown
    assert len(shown) >= walk.named[width]


def test_a_narrow_frame_has_names_and_marks_without_words_and_does_not_scroll_sideways(
    open_map: Open, walk: Walk
) -> None:
    page = open_map(message(walk.fought), width=390)
    expect(page.locator(".gp-label .gp-mark-fighting").first).to_be_visible()
    assert not any(page.locator(".gp-word").all_text_contents())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_finger_can_hit_the_area_of_the_quarrel_on_a_phone(open_map: Open, walk: Walk) -> None:
    page = open_map(width=390)
    box = page.locator(f"path[aria-label^='{walk.quarrel.name}']").bounding_box()
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
          frame.views[0].pointer.hover(0, {x: 50, y: 50});
        }""",
        '<img src=x onerror="window.hit=1">',
    )
    frames(page)
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0


def test_the_strip_is_a_table_with_headers_and_a_sentence_a_cell(open_map: Open, walk: Walk) -> None:
    page = open_map()
    cell = page.locator(f"tr[data-area={walk.quarrel.id}] td[data-date='{walk.day}']")
    assert cell.get_attribute("aria-label").startswith(walk.label)
    rows = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.dataset.area)")
    assert [row for row in rows if row] == list(walk.areas)
    expect(page.locator("tbody th[scope=row]")).to_have_count(len(walk.areas))
    expect(page.locator("thead th[scope=col]")).to_have_count(walk.days + 1)
    expect(page.locator("caption")).to_have_count(1)


def test_the_totals_follow_the_day_and_add_up(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.first))
    said = page.locator(".gp-totals-said")
    expect(said.locator("b")).to_contain_text(f"{len(walk.areas)} areas:")
    before = said.inner_text()
    show(page, walk.day)
    expect(said).not_to_have_text(before, use_inner_text=True)
    numbers = [int(text.split()[-1]) for text in said.locator("span").all_inner_texts()]
    assert sum(numbers) == len(walk.areas)
    cells = page.locator(".gp-totals td")
    expect(cells).to_have_count(walk.days)
    told = cells.nth((walk.day - walk.first).days).get_attribute("aria-label")
    assert all(text in told for text in said.locator("span").all_inner_texts())


def test_the_bars_say_how_many_days_of_publication_are_inferred(open_map: Open, walk: Walk) -> None:
    day, said = walk.inferred
    titles = "bars => bars.map(bar => bar.title)"
    about, published = (
        open_map().locator(f".gp-bars-{kind} td").evaluate_all(titles) for kind in ("about", "published")
    )
    assert published[(day - walk.first).days] == said
    assert not [title for title in [*about, *published[: (day - walk.first).days]] if "inferred" in title]


def test_a_cell_selects_area_and_day(open_map: Open, walk: Walk) -> None:
    page = open_map()
    page.locator(f"tr[data-area={walk.other.id}] td[data-date='{walk.still}']").click()
    expect_date(page, walk.still)
    assert last_choice(page) == (walk.other.id, str(walk.still))


def test_arrow_keys_move_between_cells_and_enter_chooses(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.day, area=walk.quarrel.id))
    expect(page.locator(".gp-cell[tabindex='0']")).to_have_count(1)
    page.locator(".gp-cell[tabindex='0']").focus()
    for key in ("ArrowUp", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    assert last_choice(page) == (walk.above, str(walk.eve))


def test_a_step_marks_its_day_in_the_strip(open_map: Open, walk: Walk) -> None:
    page = open_map()
    show(page, walk.still)
    expect(page.locator(".gp-today")).to_have_attribute("data-day", str(walk.still))


def test_two_maps_stay_together_and_outline_where_they_differ(open_map: Open, walk: Walk) -> None:
    one, other = walk.sides
    compare = {"day": None, "states": other, "url": f"{other}.json", "title": walk.titles[1]}
    page = open_map(message(walk.day, one, title=walk.titles[0], compare=compare))
    page.locator(".gp-differ-outer").first.wait_for(state="attached")
    expect(page.locator(".gp-map")).to_have_count(2)
    expect(page.locator("h2.gp-title")).to_have_text(list(walk.titles))
    lat, lng = view(page)["lat"] + 0.05, view(page)["lng"] + 0.05
    page.evaluate("at => geoPaint.frame.views[0].map.setView(at, 10, {animate: false})", [lat, lng])
    assert view(page, 1) == pytest.approx(view(page, 0), abs=1e-2)
    page.evaluate("geoPaint.frame.views[1].map.panBy([60, -30], {animate: false})")
    assert view(page, 0) == pytest.approx(view(page, 1), abs=1e-2)
    page.evaluate("id => geoPaint.frame.choose(id, null)", walk.quarrel.id)
    expect(page.locator(".gp-select-inner")).to_have_count(2)
    show(page, walk.day)
    expect(page.locator(".gp-map")).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_reader_and_area_colours_do_not(open_map: Open, walk: Walk, theme: str) -> None:
    page = open_map(theme=theme)
    expect(page.locator(".gp")).to_have_attribute("data-theme", theme)
    assert fill_of(page, walk.plain.id) == walk.colour


def test_play_stops_at_the_last_day_and_says_so(open_map: Open, walk: Walk) -> None:
    page = open_map(message(before(walk.last, 2)))
    page.locator(".gp-speed").click()
    page.locator(".gp-speed").click()
    page.locator(".gp-play").click()
    expect_date(page, walk.last)
    expect(page.locator(".gp-play")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[aria-live]")).to_contain_text("last day")
    page.wait_for_function("day => choices.at(-1).day === day", arg=str(walk.last))


def test_play_pauses_and_tells_the_day_reached(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.first))
    page.locator(".gp-play").focus()
    page.keyboard.press("Enter")
    expect_date(page, walk.first + timedelta(days=1))
    page.keyboard.press("Enter")
    expect(page.locator(".gp-play")).to_have_attribute("aria-pressed", "false")
    reached = date_of(page)
    page.wait_for_function("day => choices.at(-1).day === day", arg=reached)
    assert str(walk.first) < reached < str(walk.last)


def around(walk: Walk) -> str:
    """Return a page like Streamlit's, with sliders and buttons around the frame; `drag` moves the thumb."""
    return f"""<!doctype html><html><body class="stApp">
<div class="st-key-other"><input type="range" aria-valuetext="{walk.first}"></div>
<div class="st-key-day"><input type="range" min="0" max="12" value="11" aria-valuetext="{walk.day}"></div>
<div class="st-key-day_back"><button>back</button></div>
<div class="st-key-day_next"><button>next</button></div>
<iframe src="map.html" style="width:900px;height:900px;border:0"></iframe>
<script>const input = document.querySelector(".st-key-day input");
  window.drag = (iso) => {{ input.dispatchEvent(new PointerEvent("pointerdown", {{bubbles: true}}));
    input.setAttribute("aria-valuetext", iso); }};</script></body></html>"""


def badge_in(page: Any) -> Any:
    return page.frame_locator("iframe").locator(BADGE)


def expect_painted(page: Any, day: date) -> None:
    expect(badge_in(page)).to_have_attribute("data-date", str(day))


def expect_stays(page: Any, day: date) -> None:
    """Expect that nothing repaints the frame within some frames."""
    frames(page, 12)
    expect_painted(page, day)


def framed(page: Any, script: str, *values: Any) -> Any:
    return page.frames[1].evaluate(script, *values)


def answer(page: Any, day: date) -> None:
    """Let the server say a day."""
    framed(page, "said => geoPaint.show(said)", message(day))


def test_the_day_under_the_thumb_is_painted_while_it_is_dragged(open_map: Open, walk: Walk) -> None:
    page = open_map(around=around(walk))
    for days in (2, 4, 6):
        page.evaluate("iso => drag(iso)", str(before(walk.day, days)))
    expect_painted(page, before(walk.day, 6))
    assert framed(page, "choices") == []


def test_another_slider_of_the_page_paints_nothing(open_map: Open, walk: Walk) -> None:
    page = open_map(around=around(walk))
    page.evaluate(
        "iso => document.querySelector('.st-key-other input').setAttribute('aria-valuetext', iso)",
        str(walk.still),
    )
    expect_stays(page, walk.day)


def test_an_older_answer_of_the_server_does_not_undo_the_thumb(open_map: Open, walk: Walk) -> None:
    page = open_map(around=around(walk))
    thumb = before(walk.day, 4)
    page.evaluate("iso => drag(iso)", str(thumb))
    expect_painted(page, thumb)
    answer(page, before(walk.day, 2))
    expect_stays(page, thumb)
    answer(page, thumb)
    answer(page, walk.eve)
    expect_painted(page, walk.eve)


@pytest.mark.parametrize(("button", "days"), [("day_back", -1), ("day_next", 1)])
def test_the_pages_buttons_paint_before_the_server_answers(
    open_map: Open, walk: Walk, button: str, days: int
) -> None:
    page = open_map(message(walk.eve), around=around(walk))
    page.locator(f".st-key-{button} button").click()
    expect_painted(page, walk.eve + timedelta(days=days))


def test_a_hand_on_the_slider_stops_play(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.first), around=around(walk))
    play = page.frame_locator("iframe").locator(".gp-play")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    page.locator(".st-key-day input").focus()
    page.keyboard.press("ArrowLeft")
    expect(play).to_have_attribute("aria-pressed", "false")


def test_without_the_observer_the_message_on_release_still_paints(open_map: Open, walk: Walk) -> None:
    page = open_map(around=around(walk), watch=False)
    page.evaluate("iso => drag(iso)", str(walk.still))
    expect_stays(page, walk.day)
    answer(page, walk.still)
    expect_painted(page, walk.still)


def test_canvas_and_svg_paint_the_same_days(open_map: Open, walk: Walk) -> None:
    page, other = open_map(renderer="canvas"), open_map()
    expect(page.locator(".leaflet-overlay-pane canvas")).to_have_count(1)
    for day in (walk.still, walk.day):
        for one in (page, other):
            show(one, day)
            expect_date(one, day)
            frames(one)
        colours = page.evaluate("geoPaint.frame.views[0].layers.map((layer) => layer.options.fillColor)")
        for area, colour in zip(walk.areas, colours, strict=True):
            assert fill_of(other, area).startswith("url(#") or fill_of(other, area) == colour


def test_a_frame_that_was_hidden_is_laid_out_when_it_is_shown(open_map: Open) -> None:
    page = open_map()
    before = view(page)
    page.evaluate("document.getElementById('here').style.display = 'none'")
    frames(page)
    page.evaluate("document.getElementById('here').style.display = ''")
    frames(page)
    assert view(page)["zoom"] == pytest.approx(before["zoom"], abs=0.01)


def test_states_that_do_not_arrive_are_said_to_be_missing(open_map: Open, walk: Walk) -> None:
    page = open_map()
    said = message(walk.still) | {"states": "gone", "url": "gone.json"}
    assert page.evaluate("said => geoPaint.show(said).catch(() => 'failed')", said) == "failed"
    assert "Reload" in page.locator("[role=alert]").inner_text()
    page.errors.clear()


def test_clicks_that_the_server_lost_are_said_again(open_map: Open, walk: Walk) -> None:
    page = open_map(message(before(walk.day, 2)), around=around(walk))
    for _ in range(2):
        page.locator(".st-key-day_next button").click()
    answer(page, walk.eve)
    expect_painted(page, walk.day)
    page.frames[1].wait_for_function("day => choices.at(-1).day === day", arg=str(walk.day))


def test_a_late_answer_does_not_turn_play_back(open_map: Open, walk: Walk) -> None:
    page = open_map(message(walk.first))
    page.locator(".gp-speed").click()
    page.locator(".gp-speed").click()
    page.locator(".gp-play").click()
    expect_date(page, walk.first + timedelta(days=1))
    reached = date_of(page)
    show(page, walk.first, area=walk.quarrel.id)
    assert date_of(page) >= reached > str(walk.first)
    expect(page.locator(".gp-select-inner")).to_have_count(1)


BIG = """() => {
  const { frame } = geoPaint;
  const areas = Array.from({length: 400}, (_, i) => ({id: `a${i}`, name: `Area ${i}`}));
  const look = {status: "unreported", fills: [], colours: [], marks: [], outline: "dotted",
    sentence: "silence"};
  const states = new geoPaint.States({key: "big", first: "2021-01-01", days: 300, looks: [look],
    changes: areas.map(() => []), newest: areas.map(() => [])});
  const parents = new geoPaint.Parents({areas});
  const world = {words: frame.words, geometry: {areas}, parents, choose: () => {},
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
    page.evaluate("new Promise((rested) => setTimeout(rested, 400))")  # snapping back comes late
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
    page.wait_for_function("big.left <= 250 && 250 < big.left + big.columns")
    assert page.locator(".gp-today").get_attribute("data-day") == "2021-09-08"


def test_the_small_map_follows_the_zoom_and_an_arrow_leads_to_the_capital(open_map: Open) -> None:
    page = open_map(message(PANJSHIR.day), fetched=files_of(load_conflict(PANJSHIR.folder)))
    extent, way = page.locator(".gp-extent"), page.locator(".gp-way")
    wide = float(extent.get_attribute("width"))
    expect(way).to_have_text("Kabul, 120 km")
    page.evaluate("geoPaint.frame.views[0].map.panBy([0, -60], {animate: false})")
    expect(way).to_have_text("Kabul, 120 km")  # from the focus, wherever the map's middle is
    page.evaluate("geoPaint.frame.views[0].map.setZoom(geoPaint.frame.views[0].map.getZoom() - 2)")
    expect(way).to_be_hidden()
    assert float(extent.get_attribute("width")) > wide


def test_an_area_under_the_keyboard_has_an_outline_of_its_own_above_all_others(open_map: Open) -> None:
    page = open_map(message(PANJSHIR.day), fetched=files_of(load_conflict(PANJSHIR.folder)))
    page.locator(".gp-map").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator("path.gp-focus")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    expect(page.locator("path.gp-focus")).to_have_count(0)
