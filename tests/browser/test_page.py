"""The page in Chromium, without a network, for each conflict: by hand, by keyboard, by address."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from urllib.parse import urlparse

import pytest
from page_parts import MAPS, Parts
from playwright.sync_api import expect
from still import still
from walks import Walk, in_words, reports_that_name

from geo.panel import Clock, changes_html, lead_html, turned_html
from geo.reading.conflict import load_conflict
from geo.sentences import Account
from geo.view import days
from geo.words import load_words

Visit = Callable[..., Parts]
LOCAL = {"127.0.0.1", None}
HELD = """() => [...document.querySelectorAll("iframe")].some(
  (one) => one.contentWindow.geoPaint?.frame?.ahead?.held)"""
SAID = """(body, days) => {
  const { frame } = body.ownerDocument.defaultView.geoPaint;
  const seen = (one) => [...one.children].filter((part) => part.checkVisibility());
  const text = (one) => seen(one).map((part) => part.textContent).join("").replace(/\\s+/g, " ").trim();
  return days.map((iso) => {
    frame.preview(iso);
    return [...frame.watch.page.querySelectorAll(".geo-said")].map(text);
  });
}"""
LINKED = """(body, day) => {
  const { frame } = body.ownerDocument.defaultView.geoPaint;
  frame.preview(day);
  const changes = frame.watch.page.querySelector(".geo-ahead .geo-changes");
  return [changes.querySelector("a[data-reports]").getAttribute("href"), getComputedStyle(changes).opacity];
}"""
RESTS = "body => !body.ownerDocument.defaultView.geoPaint.frame.play.playing"


def test_every_area_is_drawn_and_no_request_leaves_the_machine(
    visit: Visit, walk: Walk, requests: list[str]
) -> None:
    parts = visit(anew=True)
    expect(parts.shapes).to_have_count(len(walk.areas))
    still(parts.page)
    assert requests
    assert {urlparse(url).hostname for url in requests} <= LOCAL


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_scrolls_sideways(visit: Visit, walk: Walk, width: int) -> None:
    parts = visit(f"?area={walk.quarrel.id}", width=width)
    parts.expect_area(walk.quarrel.name)
    wide = parts.page.evaluate("document.documentElement.scrollWidth")
    main = parts.page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth - main.clientWidth")
    assert wide <= width
    assert main <= 0


def test_a_click_shows_every_statement_that_names_the_area_of_both_sides(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}")
    parts.click_area(walk.quarrel.name)
    parts.expect_area(walk.quarrel.name)
    for words in walk.words:
        expect(parts.panel.get_by_text(words).first).to_be_visible()
    assert reports_that_name(walk, walk.quarrel.id) <= parts.shown()


def test_clicking_another_area_switches(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?area={walk.quarrel.id}")
    parts.click_area(walk.other.name)
    parts.expect_area(walk.other.name)
    parts.expect_in_address(f"area={walk.other.id}")


def test_an_area_can_be_chosen_again_after_it_was_put_away(visit: Visit, walk: Walk) -> None:
    parts = visit()
    for _ in range(2):
        parts.click_area(walk.quarrel.name)
        parts.expect_area(walk.quarrel.name)
        parts.page.locator(".st-key-area_none button").click()
        expect(parts.page.locator(".geo-overview")).to_be_visible()


def test_choosing_from_the_list_does_not_load_the_page_anew(visit: Visit, walk: Walk) -> None:
    parts = visit()
    parts.page.evaluate("window.stillHere = true")
    parts.panel.locator(f"a[data-area={walk.quarrel.id}]").click()
    parts.expect_area(walk.quarrel.name)
    assert parts.page.evaluate("window.stillHere")


def test_the_address_restores_day_and_area(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.still}&area={walk.other.id}&narrator={walk.sides[1]}&known=all", anew=True)
    parts.expect_day(walk.still)
    parts.expect_area(walk.other.name)
    expect(parts.page.get_by_role("radio", name=walk.titles[1])).to_be_checked()


def test_a_slider_step_repaints_without_rebuilding_or_moving_the_map(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}")
    parts.expect_day(walk.day)
    before = parts.move_map()
    parts.slider.press("ArrowLeft")
    parts.expect_day(walk.eve)
    parts.expect_in_address(f"date={walk.eve}")
    assert parts.view == before
    assert parts.same_document


def test_the_map_follows_the_thumb_while_it_is_held_and_the_words_when_it_is_let_go(
    visit: Visit, walk: Walk
) -> None:
    parts = visit(f"?date={walk.day}")
    parts.expect_day(walk.day)
    # the thumb is where its input is; the input itself is a hidden pixel
    thumb = parts.page.locator(".st-key-day div:has(> div > input[type=range])").bounding_box()
    track = parts.page.locator(".st-key-day [data-testid=stSlider]").bounding_box()
    mouse, height = parts.page.mouse, thumb["y"] + thumb["height"] / 2
    mouse.move(thumb["x"] + thumb["width"] / 2, height)
    mouse.down()
    mouse.move(track["x"] + 4, height, steps=8)
    expect(parts.badge).to_have_attribute("data-date", walk.first.isoformat())
    assert f"date={walk.first}" not in parts.page.url
    lead = parts.page.locator(".geo-lead:visible")
    said = lead.inner_text()
    assert f"{walk.first.day} {walk.first:%B}" in said
    mouse.up()
    parts.expect_day(walk.first)
    parts.expect_in_address(f"date={walk.first}")
    expect(lead).to_have_text(said)


def test_words_keep_up_with_every_day_under_the_thumb(visit: Visit, walk: Walk) -> None:
    conflict = load_conflict(walk.folder)
    parts = visit(f"?date={walk.day}")
    parts.expect_day(walk.day)
    body = parts.frame.locator("body")
    body.page.wait_for_function(HELD)
    shown = body.evaluate(SAID, [str(day) for day in days(conflict)])
    told, words = Account(conflict), load_words("en")
    for day, seen in zip(days(conflict), shown, strict=True):
        lead = lead_html(told, day, Clock(words.plain_day(day), ""), words)
        turned, changes = (
            composed(told, day, words, lambda *_: "?") for composed in (turned_html, changes_html)
        )
        assert seen == [text_of(lead), text_of(turned), text_of(changes)], day
    href, opacity = body.evaluate(LINKED, str(walk.eve))
    assert re.search(rf"date={walk.eve}&.*area=[a-z]+#q-", href)
    assert opacity == "1"


def text_of(html: str) -> str:
    """Return the text of a piece of HTML, blanks folded."""
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


def test_keys_pressed_faster_than_the_server_answers_end_where_they_should(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}")
    parts.expect_day(walk.day)
    for key in ["ArrowLeft"] * 5 + ["ArrowRight"] * 2:
        parts.slider.press(key)
    parts.expect_day(walk.day - timedelta(days=3))


@pytest.mark.parametrize(("button", "days"), [("Previous day", -1), ("Next day", 1)])
def test_the_buttons_go_a_day_back_and_on(visit: Visit, walk: Walk, button: str, days: int) -> None:
    parts = visit(f"?date={walk.eve}")
    parts.expect_day(walk.eve)
    parts.page.get_by_role("button", name=button).click()
    parts.expect_day(walk.eve + timedelta(days=days))


def test_the_buttons_go_to_the_change_before_and_after(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}")
    parts.expect_day(walk.day)
    parts.page.get_by_role("button", name="Previous change").press("Enter")
    expect(parts.badge).not_to_have_attribute("data-date", walk.day.isoformat())
    expect(parts.frame.locator("body")).to_be_visible()
    parts.page.get_by_role("button", name="Next change").click()
    parts.expect_day(walk.day)


@pytest.mark.parametrize("width", [390, 1400])
def test_the_sentence_of_the_day_changes_and_moves_nothing_below_it(
    visit: Visit, walk: Walk, width: int
) -> None:
    parts = visit(f"?date={walk.day}", width=width)
    parts.expect_day(walk.day)
    lead, time = parts.page.locator("[data-part=lead]"), parts.page.locator(".st-key-day_steps")
    before, top = lead.inner_text(), time.bounding_box()["y"]
    parts.slider.press("Home")
    parts.expect_day(walk.first)
    expect(lead).not_to_have_text(before)
    assert time.bounding_box()["y"] == top


def test_the_browsers_back_button_takes_back_a_choice(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}&area={walk.other.id}")
    parts.expect_day(walk.day)
    parts.slider.press("ArrowLeft")
    parts.expect_in_address(f"date={walk.eve}")
    parts.page.go_back()
    parts.expect_day(walk.day)


def test_two_maps_keep_in_step_and_their_differences_are_listed(visit: Visit, walk: Walk) -> None:
    one, other = walk.sides
    parts = visit(f"?narrator={one}&compare=narrator:{other}&date={walk.day}")
    expect(parts.frame.locator(".gp-half")).to_have_count(2)
    expect(parts.frame.locator("h2.gp-title")).to_have_text(list(walk.titles))
    expect(parts.page.get_by_text(walk.part)).to_be_visible()
    parts.slider.press("ArrowLeft")
    parts.expect_day(walk.eve)
    days = parts.frame.locator(".gp-badge[data-date]").evaluate_all("all => all.map(one => one.dataset.date)")
    assert days == [walk.eve.isoformat()] * 2


def test_a_narrator_who_says_nothing_is_told_and_the_map_is_not_rebuilt(visit: Visit, walk: Walk) -> None:
    narrator, day = walk.breaks_silence
    parts = visit(f"?narrator={narrator}&date={day}")
    parts.expect_day(day)
    before = parts.move_map()
    expect(parts.page.locator(".geo-silence")).to_have_count(0)
    parts.slider.press("ArrowLeft")
    expect(parts.page.locator(".geo-silence")).to_be_visible()
    assert parts.same_document
    assert parts.view == before


def test_a_cell_of_the_strip_selects_area_and_day(visit: Visit, walk: Walk) -> None:
    parts = visit()
    parts.frame.locator(f"tr[data-area={walk.other.id}] td[data-date='{walk.still}']").click()
    parts.expect_area(walk.other.name)
    parts.expect_in_address(f"date={walk.still}")
    parts.expect_day(walk.still)


def test_play_runs_to_the_last_day_and_stops_there(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.last - timedelta(days=2)}")
    parts.page.get_by_role("button", name="Play").click()
    parts.expect_day(walk.last)
    expect(parts.page.get_by_role("button", name="Play")).to_be_visible()


def test_a_hand_on_the_slider_stops_play(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.first}")
    parts.expect_day(walk.first)
    play = parts.page.locator("#geo-play .gp-play")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    parts.slider.press("ArrowRight")
    expect(play).to_have_attribute("aria-pressed", "false")
    still(parts.page)
    reached = parts.badge.get_attribute("data-date")
    assert parts.frame.locator("body").evaluate(RESTS)
    still(parts.page)
    assert parts.badge.get_attribute("data-date") == reached != walk.last.isoformat()


def test_the_words_behind_a_change_are_one_click_away(visit: Visit, walk: Walk) -> None:
    place, report, words = walk.change
    parts = visit(f"?date={walk.day}")
    parts.page.locator(f".geo-changes a[data-area={place.id}]").first.click()
    expect(parts.page.locator(f"#q-{report}")).to_contain_text(words)


def test_the_second_clock_is_set_and_taken_back(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?known={walk.known}&area={walk.quarrel.id}")
    expect(parts.page.get_by_text("only what was certainly published by then").first).to_be_visible()
    parts.page.get_by_role("button", name="Back to everything known").click()
    parts.expect_in_address("known=all")


def test_a_finger_can_hit_the_area_on_a_phone(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?area={walk.quarrel.id}", width=390, height=844)
    parts.expect_area(walk.quarrel.name)
    box = parts.shape(walk.quarrel.name).bounding_box()
    assert min(box["width"], box["height"]) >= 24


def test_the_title_is_the_conflicts_and_the_first_day_shown_is_the_last_reported(
    visit: Visit, walk: Walk
) -> None:
    parts = visit(anew=True)
    expect(parts.page.get_by_role("heading", name=re.compile(walk.title)).first).to_be_visible()
    expect(parts.page.locator("#geo-day")).to_contain_text(in_words(walk.day))


def test_on_a_phone_the_words_come_up_as_a_sheet_over_the_map(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}", width=390, height=844)
    parts.click_area(walk.quarrel.name)
    parts.expect_area(walk.quarrel.name)
    expect(parts.panel.get_by_role("heading", name=walk.quarrel.name)).to_be_in_viewport()
    expect(parts.badge).to_be_in_viewport()
    grip = parts.page.get_by_role("button", name="Larger")
    grip.click()
    expect(grip).to_have_attribute("aria-expanded", "true")
    assert parts.panel.evaluate("one => one.closest('[data-testid=stColumn]').offsetHeight > 600")
    parts.page.keyboard.press("Escape")
    expect(grip).to_have_attribute("aria-expanded", "false")
    parts.page.keyboard.press("Escape")
    parts.expect_area("All areas on this day")
    expect(grip).to_have_count(0)


def test_beside_the_map_there_is_no_sheet(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.day}&area={walk.quarrel.id}", width=900)
    parts.expect_area(walk.quarrel.name)
    expect(parts.page.get_by_role("button", name="Larger")).to_be_hidden()
    words, picture = (parts.page.locator(place).first.bounding_box() for place in (".geo-panel", MAPS))
    assert words["x"] >= picture["x"] + picture["width"]
    assert min(words["width"], picture["width"]) > 300


def test_two_maps_have_both_lists_and_a_linked_list_of_where_they_differ(visit: Visit, walk: Walk) -> None:
    first, second = list(walk.narrator_names())[1:3]
    parts = visit(f"?date={walk.day}&narrator={first}&compare=narrator:{second}")
    expect(parts.page.locator(".pair-title")).to_have_count(2)
    parted = parts.page.locator(".geo-partings li a").first
    name = parted.inner_text()
    expect(parts.frame.get_by_role("button", name="Zoom in")).to_have_count(2)
    expect(parts.frame.get_by_role("button", name="Zoom in").last).to_be_visible()
    parted.click()
    parts.expect_area(name)


def test_a_notice_about_the_address_moves_nothing_when_it_goes(visit: Visit, walk: Walk) -> None:
    parts = visit("?date=nonsense")
    notice = parts.page.locator(".st-key-notices_address")
    expect(notice).to_contain_text("was ignored")
    top = parts.page.locator(MAPS).bounding_box()["y"]
    parts.click_area(walk.quarrel.name)
    expect(notice).to_have_count(0)
    assert parts.page.locator(MAPS).bounding_box()["y"] == top


def test_without_a_server_the_map_goes_on_and_says_that_it_is_away(visit: Visit, walk: Walk) -> None:
    parts = visit(f"?date={walk.eve}", anew=True)
    away = parts.frame.get_by_text("The server is away")
    expect(away).to_be_hidden()
    app = parts.page.locator(".stApp")
    app.evaluate("app => app.setAttribute('data-test-connection-state', 'PINGING_SERVER')")
    expect(away).to_be_visible()
    parts.page.get_by_role("button", name="Next day").click()
    expect(parts.badge).to_have_attribute("data-date", walk.day.isoformat())
    app.evaluate("app => app.setAttribute('data-test-connection-state', 'CONNECTED')")
    expect(away).to_be_hidden()
