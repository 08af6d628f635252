"""The list of many areas in Chromium: sorted, folded; kept while the day changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from map_frame import HOST, answer, files_of, frame_html, message
from playwright.sync_api import Page, expect
from tabs import Tabs
from wide_world import SHARED, wide

from geo.paint import ASSETS
from geo.panel import list_html
from geo.reading.conflict import Conflict
from geo.sentences import Account
from geo.words import load_words

WORDS = load_words("en")
DARI = "کوهستان"
DAY, NEXT = date(2020, 1, 20), date(2020, 1, 21)


@cache
def conflict() -> Conflict:
    made = wide(62)
    dari = [DARI if place == 7 else "" for place in range(len(made.areas))]
    return replace(made, areas=made.areas.assign(name_fa=dari))


def html(day: date) -> str:
    return list_html(Account(conflict()), day, WORDS, lambda area, _="": f"#area={area}")


@cache
def listed_files() -> dict[str, bytes]:
    """Return what the frame fetches, with the list below the map."""
    style = f"<style>{(ASSETS / 'panel.css').read_text()}</style>"
    frame = frame_html(message(DAY), {"watch": False})
    page = f'{frame}{style}<div id="words">{html(DAY)}</div>'
    return files_of(conflict()) | {"map.html": page.encode()}


@pytest.fixture
def listed(tabs: Tabs, taken: Callable[..., Page]) -> Iterator[Page]:
    page = taken(tabs.empty(), tabs.put_back)
    page.set_viewport_size({"width": 900, "height": 1200})
    page.route("**/*", lambda route: answer(route, listed_files(), []))
    page.goto(f"{HOST}/map.html")
    page.locator(".list-tools select").wait_for()
    yield page
    page.unroute_all()


def names(page: Any) -> list[str]:
    return list(page.locator(".areas li:visible .area").all_inner_texts())


def put(page: Any, day: date) -> None:
    """Put the list of another day, as page and one-file map do."""
    page.evaluate("made => { document.getElementById('words').innerHTML = made; }", html(day))
    page.locator(".list-tools select").wait_for()


def test_areas_are_folded_under_what_they_lie_in_and_stay_open_while_the_day_changes(listed: Any) -> None:
    expect(listed.locator(".family summary")).to_have_count(8)
    assert names(listed) == []
    listed.locator(".family summary").nth(1).press("Enter")
    opened = names(listed)
    assert len(opened) == 8
    put(listed, NEXT)
    assert names(listed) == opened


def test_the_order_and_the_focus_stay_while_the_day_changes(listed: Any) -> None:
    order = listed.locator(".list-tools select")
    order.select_option("name")
    order.focus()
    before = names(listed)
    put(listed, NEXT)
    expect(order).to_be_focused()
    assert names(listed) == before


def test_the_list_is_sorted_by_name_by_state_and_by_last_change(listed: Any) -> None:
    order = listed.locator(".list-tools select")
    order.select_option("name")
    assert len(names(listed)) == 62
    assert names(listed) == sorted(names(listed), key=str.casefold)
    order.select_option("since")
    since = listed.locator(".areas li:visible a").evaluate_all("all => all.map(one => one.dataset.since)")
    assert since == sorted(since, reverse=True)
    assert since[0] == DAY.isoformat()
    order.select_option("state")
    said = listed.locator(".areas li:visible .state").evaluate_all(
        "all => all.map(one => one.firstChild.data)"
    )
    assert said == sorted(said, key=str.casefold)
    order.select_option("place")
    assert names(listed) == []


def test_areas_of_the_same_name_are_told_apart(listed: Any) -> None:
    listed.locator(".list-tools select").select_option("name")
    alike = [name for name in names(listed) if name.startswith(SHARED)]
    assert len(set(alike)) == len(alike) > 1
