"""Fights where they were, in pictures: on their days, counted where they crowd."""

from datetime import date
from functools import cache
from typing import Any

import crowds
import numpy as np
import pytest
import shapely

from geo.export.picture import picture
from geo.export.picture.background import background
from geo.export.picture.events import clusters, draw_events, events_in_sight
from geo.export.picture.names import Placed, write
from geo.export.picture.page import Page
from geo.export.picture.plan import Extent, Plan, Shown
from geo.export.picture.scene import scene
from geo.export.picture.seat import Seat
from geo.reading.conflict import Conflict
from geo.view import View

VIEW = View(day=date(2021, 9, 2))


class Signs(Page):
    """A page that remembers where signs stand and what is written."""

    def __init__(self) -> None:
        super().__init__(700, 540)
        self.signs: list[tuple[float, float]] = []
        self.texts: list[str] = []

    def sign(self, path: Any, at: tuple[float, float], *arguments: Any, **style: Any) -> None:
        self.signs.append(at)

    def text(self, at: tuple[float, float], text: str, *arguments: Any, **style: Any) -> None:
        self.texts.append(text)


@cache
def war(count: int) -> Conflict:
    return crowds.districts(62, list(crowds.events(count, 62, 4)))


def planned(conflict: Conflict) -> Plan:
    return Plan(Signs(), Extent(0, 0, 660, 500), background(conflict, VIEW.words))


def drawn(conflict: Conflict, day: date) -> Any:
    plan = planned(conflict)
    story = scene(conflict, VIEW)
    draw_events(plan, story, events_in_sight(plan, story, day))
    return plan.page


@pytest.mark.parametrize("count", [40, 800, 16_000])
def test_every_event_of_a_day_is_drawn_or_counted(count: int) -> None:
    page, plan, rows = drawn(war(count), VIEW.day), planned(war(count)), war(count).reports
    there = rows[rows["date_to"] == "2021-09-02"]
    at = plan.placed(plan.background.in_metres(there["lon"], there["lat"]))
    alone = len(page.signs) - len(page.texts)
    inside = int(shapely.contains_xy(plan.box, at).sum())
    assert alone + sum(int(text.replace(",", "")) for text in page.texts) == inside > 5
    assert len(page.signs) < 1000


def test_an_event_is_drawn_on_its_days_alone() -> None:
    assert drawn(war(40), VIEW.day).signs
    assert not drawn(war(40), date(2021, 8, 31)).signs
    assert not drawn(war(40), date(2021, 9, 5)).signs


@pytest.mark.parametrize("count", [62, 330, 400])
def test_every_area_with_a_mark_shows_it_and_none_shows_a_fight_twice(count: int) -> None:
    here = {"area_id": "a3", "claim": "fighting", "party": "", "lon": "36.7", "lat": "32.6"}
    rows = [row for row in crowds.fought(count) if row["area_id"] != "a3"]
    story = scene(crowds.districts(count, [here, *rows]), VIEW)
    plan, day = planned(story.conflict), date(2021, 9, 5)
    seen = events_in_sight(plan, story, day)
    bare = {area: Shown(one.look, "") for area, one in story.on(day).items()}
    placed = {area: Placed(None, Seat(*shape.centroid.coords[0], 0, 0)) for area, shape in plan.areas.items()}
    write(plan, bare, placed)
    draw_events(plan, story, seen)
    assert len(plan.page.signs) == count


def test_an_event_stands_where_it_was() -> None:
    fight = {"area_id": "a0", "claim": "fighting", "party": ""}
    corner = crowds.districts(62, [fight | {"lon": "36.01", "lat": "32.51"}])
    (at,) = drawn(corner, date(2021, 9, 5)).signs
    west, south, *_ = planned(corner).areas["a0"].bounds
    assert np.hypot(at[0] - west, at[1] - south) < 12


def test_crowded_points_are_one_and_none_is_lost() -> None:
    points = np.random.default_rng(3).uniform(0, 300, (4000, 2)).tolist()
    found = clusters(map(tuple, points), 15)
    assert sum(one.events for one in found) == 4000
    at = np.array([(one.x, one.y) for one in found])
    apart = np.hypot(*(at[:, None] - at[None]).T) + np.eye(len(at)) * 99
    assert apart.min() >= 15


@pytest.mark.parametrize("name", ["map.png", "map.pdf", "sheet.svg"])
def test_every_picture_shows_events(name: str) -> None:
    bare = crowds.districts(2, [{"area_id": "a0", "claim": "fighting", "party": ""}])
    seen = crowds.districts(
        2, [{"area_id": "a0", "claim": "fighting", "party": "", "lon": "37", "lat": "33"}]
    )
    view = View(day=date(2021, 9, 5))
    assert len(picture(seen, view, name)) != len(picture(bare, view, name))
