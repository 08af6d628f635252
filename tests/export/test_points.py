"""Places at a point in pictures and tables: drawn, named, marked; one too far away is named below."""

import json
from datetime import date
from functools import cache
from typing import Any

import crowds
import pytest
from folders import files, geojson, place, reports

from geo.export.picture import picture
from geo.export.picture.background import background
from geo.export.picture.credits import footer_lines
from geo.export.picture.page import Page
from geo.export.picture.plan import SIGN_RADII, Extent, Plan
from geo.export.picture.points import name_points
from geo.export.picture.scene import scene
from geo.export.tables import areas_geojson
from geo.reading.conflict import Conflict, conflict_of
from geo.view import View

DAY = date(2021, 9, 5)
VIEW = View(day=DAY)
MIXED = conflict_of(
    files(
        districts=geojson([place("town", 69.5, 35.5), place("port", 70.5, 35.2)]),
        reports=reports({"area_id": "town"}),
    )
)


@cache
def towns(count: int) -> Conflict:
    rows = [*crowds.held(count), *crowds.fought(count, every=4)]
    return conflict_of(crowds.folder(crowds.towns(count), rows))


class Written(Page):
    """A page that remembers what is written and which signs are drawn."""

    def __init__(self) -> None:
        super().__init__(700, 540)
        self.texts: list[str] = []
        self.signs = 0

    def text(self, at: tuple[float, float], text: str, face: Any, **style: Any) -> None:
        self.texts.append(text)
        super().text(at, text, face, **style)

    def sign(self, *arguments: Any, **style: Any) -> None:
        self.signs += 1
        super().sign(*arguments, **style)


def planned(conflict: Conflict, width: float = 660, height: float = 500) -> Plan:
    return Plan(Written(), Extent(0, 0, width, height), background(conflict, VIEW.words))


@pytest.mark.parametrize(
    ("count", "width", "height"), [(3, 660, 500), (62, 660, 500), (629, 660, 500), (629, 200, 150)]
)
def test_every_place_in_sight_has_a_sign_of_one_size(count: int, width: float, height: float) -> None:
    plan = planned(towns(count), width, height)
    whole = [sign for sign in plan.points.values() if sign.within(plan.box.buffer(-8))]
    assert len(plan.points) == count
    radii = {round((sign.bounds[2] - sign.bounds[0]) / 2, 3) for sign in whole}
    assert len(radii) == 1
    assert SIGN_RADII[0] <= radii.pop() <= SIGN_RADII[1]


@pytest.mark.parametrize("count", [12, 62, 330, 629])
def test_every_mark_of_a_place_is_drawn_with_or_without_its_name(count: int) -> None:
    conflict, plan = towns(count), planned(towns(count))
    shown = scene(conflict, VIEW).on(DAY)
    name_points(plan, shown)
    assert plan.page.signs == sum(len(one.look.marks) for one in shown.values()) >= count // 4


def test_names_stand_beside_signs_and_touch_none_of_them() -> None:
    plan = planned(towns(62))
    before = len(plan.seats.taken)
    name_points(plan, scene(towns(62), VIEW).on(DAY))
    assert len(plan.page.texts) > 30
    assert len(plan.seats.taken) == before + len(plan.page.texts)


def test_a_place_lies_above_the_area_around_it() -> None:
    plan = planned(MIXED)
    assert (list(plan.areas), list(plan.points)) == (["west", "east"], ["town", "port"])
    assert plan.areas["west"].contains(plan.points["town"])


@pytest.mark.parametrize("name", ["map.png", "map.svg", "map.pdf", "sheet.png"])
@pytest.mark.parametrize("conflict", [MIXED, towns(3)], ids=["mixed", "places alone"])
def test_every_picture_is_drawn_of_places(name: str, conflict: Conflict) -> None:
    assert picture(conflict, VIEW, name)


def test_a_place_too_far_away_is_named_under_the_picture() -> None:
    lost = [*crowds.towns(30), crowds.feature(99, {"type": "Point", "coordinates": [0, 0]})]
    conflict = conflict_of(crowds.folder(lost, list(crowds.held(30))))
    assert "Far from all the others and left out of view: Tell Rifaat 99." in footer_lines(conflict, VIEW)
    assert len(planned(conflict).points) == 30
    assert not any("Far from" in line for line in footer_lines(towns(12), VIEW))


def test_a_place_is_a_point_in_the_exported_areas() -> None:
    made = json.loads(areas_geojson(MIXED, VIEW))
    kinds = {one["id"]: (one["geometry"]["type"], one["properties"]["status"]) for one in made["features"]}
    assert kinds["town"] == ("Point", "claimed")
    assert kinds["west"][0] == "Polygon"
