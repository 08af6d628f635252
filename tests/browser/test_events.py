"""Fights where they were, and marks without room for a name, in Chromium."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import crowds
import pytest
from map_frame import files_of, map_files, message, open_map
from page_parts import MAPS
from playwright.sync_api import expect
from still import still
from walks import PANJSHIR, Walk

from geo.export.onefile import map_html
from geo.reading.conflict import Conflict, load_conflict
from geo.view import View

__all__ = ["map_files", "open_map"]

DAY = "2021-09-05"
SIGNS = ".gp-event"
BARE = ".leaflet-gp-signs-pane svg:not(.gp-events) > g"
HERE = {"area_id": "a5", "claim": "fighting", "party": "", "lon": "38.2", "lat": "32.7"}


@pytest.fixture(scope="session")
def walk() -> Walk:
    """Return one conflict alone: the maps here are made up."""
    return PANJSHIR


@pytest.fixture
def open_war(open_map: Callable[..., Any]) -> Callable[..., Any]:
    """Return what opens a made-up conflict on 5 September 2021."""

    def opened(conflict: Conflict, **options: Any) -> Any:
        return open_map(message(DAY), fetched=files_of(conflict), **options)

    return opened


def counted(page: Any, signs: str) -> int:
    """Return how many things the signs stand for, crowds by their number."""
    texts = [text or "1" for text in page.locator(signs).all_text_contents()]
    return sum(int(text.replace(",", "")) for text in texts)


def on_screen(page: Any, lon: float, lat: float) -> tuple[float, float]:
    """Return where a point is drawn, in pixels of the page."""
    script = """([lat, lon]) => { const { map } = geoPaint.frame.views[0];
      const box = map.getContainer().getBoundingClientRect();
      const at = map.latLngToContainerPoint([lat, lon]); return [box.left + at.x, box.top + at.y]; }"""
    x, y = page.evaluate(script, [lat, lon])
    return x, y


def test_an_event_is_drawn_where_it_was_on_its_days_alone(open_war: Any) -> None:
    page = open_war(crowds.districts(62, [HERE, HERE | {"date_from": "2021-09-07", "date_to": "2021-09-08"}]))
    box = page.locator(SIGNS).bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert middle == pytest.approx(on_screen(page, 38.2, 32.7), abs=2)
    for day, there in ((1, 0), (2, 1), (3, 1)):
        page.evaluate("day => geoPaint.frame.paint(day)", day)
        expect(page.locator(SIGNS)).to_have_count(there)


@pytest.mark.parametrize(("count", "width"), [(600, 1400), (600, 390), (16_566, 1400)])
def test_every_event_of_a_day_is_a_sign_or_counted_in_one(open_war: Any, count: int, width: int) -> None:
    made = crowds.districts(400, list(crowds.events(count, 400, 12)))
    page = open_war(made, width=width)
    rows = made.reports[made.reports["date_to"] == DAY]
    script = """rows => { const b = geoPaint.frame.views[0].map; const s = b.getSize();
      return rows.filter(([lon, lat]) => { const p = b.latLngToContainerPoint([lat, lon]);
        return p.x >= 0 && p.y >= 0 && p.x <= s.x && p.y <= s.y; }).length; }"""
    inside = page.evaluate(script, rows[["lon", "lat"]].to_numpy().tolist())
    assert counted(page, SIGNS) == inside > 20
    assert page.locator(SIGNS).count() < 600


def test_a_sign_says_its_area_and_opens_it_by_hand_and_by_key(open_war: Any) -> None:
    page = open_war(crowds.districts(62, [HERE]))
    sign = page.locator(SIGNS)
    assert sign.get_attribute("aria-label") == "Qamishli 5: 1 report of fighting or an attack"
    sign.hover()
    expect(page.locator(".gp-tip")).to_contain_text("1 report of fighting or an attack")
    sign.click()
    assert page.evaluate("[choices.length, choices.at(-1).area]") == [1, "a5"]
    sign.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("[choices.length, choices.at(-1).area]") == [2, "a5"]


def test_a_crowd_over_several_areas_comes_apart_when_it_is_opened(open_war: Any) -> None:
    near = [HERE, HERE | {"area_id": "a6", "lon": "38.25"}]
    page = open_war(crowds.districts(62, near))
    expect(page.locator(SIGNS)).to_have_text("2")
    page.locator(SIGNS).click()
    expect(page.locator(SIGNS)).to_have_count(2)
    assert page.evaluate("choices.length") == 0


def test_a_fight_drawn_where_it_was_is_not_drawn_in_the_middle_of_its_area_too(open_war: Any) -> None:
    page = open_war(crowds.districts(400, [HERE, {"area_id": "a9", "claim": "fighting", "party": ""}]))
    assert (counted(page, SIGNS), counted(page, BARE)) == (1, 1)


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("count", [62, 330, 400])
def test_every_area_with_a_mark_shows_it(open_war: Any, count: int, width: int) -> None:
    page = open_war(crowds.districts(count, list(crowds.fought(count))), width=width)
    labelled = page.locator(".gp-label .gp-mark-fighting").count()
    assert labelled + counted(page, BARE) == count
    page.evaluate("geoPaint.frame.paint(1)")
    assert page.locator(".gp-map .gp-mark-fighting").count() == 0
    page.evaluate("geoPaint.frame.paint(0)")
    assert page.locator(".gp-label .gp-mark-fighting").count() + counted(page, BARE) == count


def test_marks_of_every_kind_are_drawn_side_by_side(open_war: Any) -> None:
    both = [
        {"area_id": "a7", "claim": "fighting", "party": ""},
        {"area_id": "a7", "claim": "holds", "polarity": "denies", "party": "red", "claimant_side": "blue"},
    ]
    page = open_war(crowds.districts(400, both))
    kinds = [page.locator(f"{BARE} .gp-mark-{kind}").bounding_box()["x"] for kind in ("fighting", "denied")]
    assert kinds[1] - kinds[0] == pytest.approx(12, abs=1)


def test_a_mark_beside_a_name_is_not_drawn_twice(open_war: Any) -> None:
    page = open_war(crowds.districts(6, list(crowds.fought(6))))
    assert page.locator(".gp-label .gp-mark-fighting").count() == 6
    assert page.locator(BARE).count() == 0


@pytest.fixture(scope="session")
def fought_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two fights in one area, each with its place."""
    rows = [HERE, HERE | {"lon": "38.6", "quote": "Shells fell", "sentence": ""}]
    folder = tmp_path_factory.mktemp("fights") / "fights"
    folder.mkdir()
    for name, data in crowds.folder([crowds.district(n, 62) for n in range(62)], rows).items():
        (folder / name).write_bytes(data)
    return folder


def test_a_sign_in_the_one_file_map_opens_the_card_of_its_report(
    open_file: Callable[..., Any], fought_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"
    file.write_bytes(map_html(load_conflict(fought_folder), View(day=date(2021, 9, 5))))
    page = open_file(path=file)
    expect(page.locator(SIGNS)).to_have_count(2)
    page.locator(SIGNS).nth(1).click()
    expect(page.locator("#panel h2")).to_contain_text("Qamishli 5")
    expect(page.locator("#q-r1")).to_have_class(re.compile("revealed"))


def test_a_sign_on_the_page_opens_the_card_of_its_report(
    open_page: Callable[..., Any], served: Callable[[Path], str], fought_folder: Path
) -> None:
    page = open_page("?date=2021-09-05", base=served(fought_folder))
    signs = page.frame_locator(MAPS).locator(SIGNS)
    expect(signs).to_have_count(2)
    still(page)
    signs.nth(1).click()
    expect(page.locator("#q-r1")).to_be_visible()
    expect(page.locator("#q-r1")).to_have_class(re.compile("revealed"))
