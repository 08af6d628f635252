"""Many areas in sheets: every area in one, its border as it is, sizes bounded, parents' borders once."""

import json
from types import SimpleNamespace
from typing import Any

import crowds
import geopandas as gpd
import numpy as np
import pytest
import shapely
from folders import square

from geo.paint import compact_json, country, sheets
from geo.paint.drawn import drawn
from geo.paint.geometry import drawing
from geo.reading.conflict import Conflict, conflict_of

MANY = 40


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let forty areas be many, and a sheet be small."""
    for module in (sheets, country):
        monkeypatch.setattr(module, "MANY_AREAS", MANY - 1)
    monkeypatch.setattr(sheets, "MOST_VERTICES", 30)


def grid(count: int) -> list[dict[str, Any]]:
    """Return equal districts in a grid, the first half in the north, the others in the south."""
    features = [crowds.district(number, count) for number in range(count)]
    for number, one in enumerate(features):
        one["properties"]["parent"] = "north" if number < count / 2 else "south"
    return features


def made(features: list[dict[str, Any]]) -> Conflict:
    """Return a conflict of districts of which nobody says anything but of the first."""
    return conflict_of(crowds.folder(features, [crowds.held_by("red", 0, "2021-09-05")]))


def rings(table: dict[str, list[int]]) -> list[list[list[np.ndarray]]]:
    """Return the polygons of each area of a sheet, as the script reads them: rings in degrees."""
    lines = iter(lines_of(table))
    polygons = iter([[next(lines) for _ in range(count)] for count in table["rings"]])
    return [[next(polygons) for _ in range(count)] for count in table["polygons"]]


def lines_of(table: dict[str, list[int]]) -> list[np.ndarray]:
    """Return lines in degrees."""
    steps = np.array(table["steps"]).reshape(-1, 2)
    parts = np.split(steps, np.cumsum(table["points"])[:-1])
    return [np.cumsum(part, axis=0) / sheets.UNIT for part in parts]


def of_area(conflict: Conflict) -> dict[str, list[list[np.ndarray]]]:
    """Return the polygons of every area, and fail if one is in two sheets or in the wrong one."""
    told = drawing(conflict)
    columns = told.geometry["areas"]
    found: dict[str, Any] = {}
    for number, table in enumerate(told.sheets):
        members = [one for one, at in zip(columns["id"], columns["sheet"], strict=True) if at == number]
        found |= zip(members, rings(table), strict=True)
    return found


def test_up_to_the_bound_areas_have_their_rings_and_there_are_no_sheets() -> None:
    told = drawing(made(grid(MANY - 1)))
    assert told.sheets == []
    assert all(area["rings"] for area in told.geometry["areas"])
    assert "sheets" not in told.geometry


def test_each_area_is_in_one_sheet_with_its_border_as_it_is() -> None:
    conflict = made(grid(MANY))
    found = of_area(conflict)
    assert sorted(found) == sorted(conflict.areas.index)
    for area, ((ring,),) in found.items():
        before = shapely.get_coordinates(conflict.areas.geometry[area])[:-1]
        assert np.abs(ring - before).max() <= 0.5 / sheets.UNIT + 1e-9


def test_holes_and_parts_stay_with_their_area() -> None:
    hollow = [*square(40, 33, 1), square(40.2, 33.2, 0.3)[0]]
    shape = {"type": "MultiPolygon", "coordinates": [hollow, square(43, 33, 0.5)]}
    found = of_area(made([*grid(MANY), crowds.feature(99, shape)]))["a99"]
    assert [len(polygon) for polygon in found] == [2, 1]
    assert sum(shapely.Polygon(one[0], one[1:]).area for one in found) == pytest.approx(1 - 0.09 + 0.25)


def test_a_place_at_a_point_is_in_no_sheet() -> None:
    told = drawing(made([*grid(MANY), crowds.feature(99, {"type": "Point", "coordinates": [40, 33]})]))
    columns = told.geometry["areas"]
    assert columns["sheet"][columns["id"].index("a99")] == -1
    assert sum(len(table["polygons"]) for table in told.sheets) == MANY


def test_a_sheet_has_so_many_vertices_and_no_more_than_its_last_area_adds() -> None:
    tables = drawing(made(grid(MANY))).sheets
    assert len(tables) > MANY * 5 / 30 - 1
    assert max(sum(table["points"]) for table in tables) <= 30 + 5


def test_a_sheet_lies_in_its_box() -> None:
    told = drawing(made(grid(MANY)))
    for (west, south, east, north), table in zip(told.geometry["sheets"], told.sheets, strict=True):
        at = np.concatenate(lines_of(table))
        assert (at.min(axis=0) >= np.array([west, south]) - 1e-5).all()
        assert (at.max(axis=0) <= np.array([east, north]) + 1e-5).all()


def test_an_area_of_very_many_vertices_is_generalised_and_the_map_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    round_one = shapely.Point(40, 33).buffer(0.5, quad_segs=200)
    conflict = made([*grid(MANY), crowds.feature(99, shapely.geometry.mapping(round_one))])
    assert not drawing(conflict).geometry["simplified"]
    monkeypatch.setattr(sheets, "MOST_OF_ONE", 100)
    assert drawing(conflict).geometry["simplified"]
    polygon = shapely.Polygon(of_area(conflict)["a99"][0][0])
    assert len(polygon.exterior.coords) <= 100
    assert polygon.area == pytest.approx(round_one.area, rel=0.01)


def test_borders_are_those_between_parents_and_the_edge_of_all_each_once() -> None:
    conflict = made(grid(MANY))
    told = drawing(conflict).geometry["borders"]
    drawn_lines = shapely.union_all([shapely.LineString(line) for line in lines_of(told)])
    halves = [shapely.union_all(some.geometry.to_numpy()) for _, some in conflict.areas.groupby("parent")]
    wanted = shapely.union_all([half.boundary for half in halves])
    assert shapely.hausdorff_distance(drawn_lines, wanted) < 0.01
    assert sum(shapely.LineString(line).length for line in lines_of(told)) == pytest.approx(
        wanted.length, 0.01
    )


def test_borders_that_are_too_many_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_BORDERS", 3)
    assert drawing(made(grid(MANY))).geometry["borders"] == {"points": [], "steps": []}


def test_every_label_lies_in_its_area() -> None:
    bow = shapely.Point(40, 33).buffer(1).difference(shapely.Point(40.2, 33).buffer(0.9))
    conflict = made([*grid(MANY), crowds.feature(99, shapely.geometry.mapping(bow))])
    labels = np.array(drawing(conflict).geometry["areas"]["label"]).reshape(-1, 2) / sheets.UNIT
    assert shapely.intersects(conflict.areas.geometry.to_numpy(), shapely.points(labels)).all()


def test_the_typical_side_is_that_of_a_district_on_the_screen() -> None:
    side = drawing(made(grid(MANY))).geometry["side"]
    degrees = crowds.WIDE / 8
    assert side == pytest.approx(degrees / 360 * 256 / np.sqrt(np.cos(np.radians(34.75))), rel=0.05)


def test_parents_say_their_areas_and_only_the_focus_is_sent_of_the_groups() -> None:
    told = drawing(made(grid(MANY))).geometry
    assert {parent["id"]: len(parent["areas"]) for parent in told["parents"]} == {"north": 20, "south": 20}
    assert told["groups"] == []


def test_the_country_behind_the_locator_is_made_of_the_cells_that_small_areas_touch() -> None:
    side, fine = 0.001, 1 / country.FINENESS
    small = [shapely.box(x * side, y, (x + 1) * side, y + side) for x in range(1000) for y in (0, 0.2)]
    shapes = np.array([*small, shapely.box(0, 0.5, 0.3, 0.6)])
    cells = country._boxed(shapes, fine)
    assert len(cells) == 3  # two rows, each in one run, and the large one
    ground = shapely.union_all(cells)
    assert shapely.covers(ground, shapes).all()
    assert ground.area < shapely.union_all(shapes).area + 4 * fine
    parts = country._together(SimpleNamespace(areas=gpd.GeoDataFrame(geometry=shapes)))
    assert shapely.total_bounds(parts) == pytest.approx(shapely.total_bounds(shapes), abs=2 * fine)


def test_what_is_served_is_the_drawing_as_json() -> None:
    shown, made_of = drawn(made(grid(MANY))), drawing(made(grid(MANY)))
    assert json.loads(shown.geometry) == json.loads(compact_json(made_of.geometry))
    assert [json.loads(sheet) for sheet in shown.sheets] == [*made_of.sheets]
