"""A map that is looked up, by keys and with the thumb beyond the stretch of days that the page has."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from page_parts import Parts
from parquet_folder import made_in_advance
from playwright.sync_api import Page, expect
from walks import PANJSHIR

from geo.panel import panel_html
from geo.reading import load_conflict
from geo.scale.page_files import read_facts
from geo.scale.windows import Windows
from geo.sentences import Account
from geo.words import load_words

AREA = "rokha"
ONE_DAY = timedelta(days=1)
THUMB = ".st-key-day div:has(> div > input[type=range])"
TRACK = ".st-key-day [data-testid=stSlider]"
MIDDLE = "one => { const box = one.getBoundingClientRect(); return box.left + box.width / 2; }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_in_advance(PANJSHIR.folder, tmp_path_factory.mktemp("windows") / "data", 12)


@pytest.fixture(scope="module")
def windows(folder: Path) -> Windows:
    facts = read_facts(folder / "timeline")
    assert facts
    assert facts.windows.size > 3, "so that there is a stretch that is not the next one"
    return facts.windows


def test_keys_and_thumb_go_beyond_the_days_that_the_page_has(
    open_page: Callable[..., Page], serve_all: Callable[..., str], folder: Path, windows: Windows
) -> None:
    edge = windows.ends(0)[1]
    parts = Parts(open_page(f"?date={edge}&area={AREA}", base=serve_all(folder)))
    parts.expect_day(edge)
    before = parts.move_map()
    parts.slider.press("ArrowRight")
    expect_all(parts, edge + ONE_DAY)
    parts.slider.press("ArrowLeft")
    expect_all(parts, edge)

    mouse, track = parts.page.mouse, parts.page.locator(TRACK).bounding_box()
    assert track
    height = track["y"] + track["height"] / 2
    mouse.move(parts.page.locator(THUMB).evaluate(MIDDLE), height_of(parts))
    mouse.down()
    mouse.move(track["x"] + track["width"] - 4, height, steps=8)
    expect_thumb(parts, windows.last)
    expect(parts.badge).to_have_attribute("data-date", edge.isoformat())
    mouse.up()
    expect_all(parts, windows.last)
    assert parts.view == before
    assert parts.same_document


def height_of(parts: Parts) -> float:
    box = parts.page.locator(THUMB).bounding_box()
    assert box
    return float(box["y"] + box["height"] / 2)


def expect_all(parts: Parts, day: date) -> None:
    """Wait until map, clock, panel, time bar and address are those of a day."""
    parts.expect_day(day)
    parts.expect_in_address(f"date={day}")
    told = panel_html(Account(load_conflict(PANJSHIR.folder)), AREA, day, load_words("en"))
    expect_thumb(parts, day)
    wanted = set(re.findall(r'data-report="([^"]+)"', told))
    expect(parts.panel.locator("[data-report]")).to_have_count(told.count('data-report="'))
    assert parts.shown() == wanted
    assert abs(parts.page.locator(".geo-ribbon-now").evaluate(MIDDLE) - spot(parts, day)) < 2


def expect_thumb(parts: Parts, day: date) -> None:
    """Wait until the thumb stands on a day: microseconds since 1970."""
    micros = (day - date(1970, 1, 1)).days * 86_400_000_000
    expect(parts.slider).to_have_value(str(micros))


def spot(parts: Parts, day: date) -> float:
    """Return where a day stands in the time bar."""
    box = parts.page.locator("#geo-ribbon").bounding_box()
    assert box
    return float(box["x"] + ((day - PANJSHIR.first).days + 0.5) / PANJSHIR.days * box["width"])
