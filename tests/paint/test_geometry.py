"""The districts against small tables copied from the facts, and their topology without them."""

import csv
import json
import re
from collections import defaultdict
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import LineString, polygonize

from geo.reading.vocabulary import AREA_PROPERTIES, EQUAL_AREA_CRS

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data"
FACTS = PROJECT.parent / "shared" / "facts"

needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the folder of facts is not beside the project")

# area, km² as public mappings give it (low, high), neighbours
UNITS = {
    "anaba": (164, 186, "kapisa rokha shutul"),
    "bazarak": (345, 394, "andarab dara khenj rokha shutul"),
    "dara": (708, 713, "bazarak kapisa khenj rokha"),
    "khenj": (685, 689, "bazarak dara paryan"),
    "paryan": (1422, 1429, "khenj"),
    "rokha": (113, 164, "anaba bazarak dara kapisa shutul"),
    "shutul": (224, 227, "anaba andarab bazarak kapisa parwan rokha"),
    "andarab": (807, 1029, "bazarak parwan shutul"),
    "parwan": (5567, 5594, "andarab kapisa shutul"),
    "kapisa": (1879, 1893, "anaba dara parwan rokha shutul"),
}
AREAS = sorted(UNITS)
PANJSHIR = {"anaba", "bazarak", "dara", "khenj", "paryan", "rokha", "shutul"}


@cache
def raw(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def districts():
    return gpd.read_file(DATA / "districts.geojson").set_index("area_id").geometry


def ring(area):
    """Return the area's positions as the file has them, first = last."""
    geometry = next(
        f["geometry"] for f in raw("districts.geojson")["features"] if f["properties"]["area_id"] == area
    )
    assert geometry["type"] == "Polygon"
    assert len(geometry["coordinates"]) == 1
    return [tuple(position) for position in geometry["coordinates"][0]]


def edges(area):
    return set(pairwise(ring(area)))


def backwards(some_edges):
    return {(b, a) for a, b in some_edges}


@cache
def waypoint_outlines():
    """Return each unit's outline as the waypoints give it, built without the project's own tool."""
    lines = defaultdict(lambda: defaultdict(list))
    with (FACTS / "border_waypoints.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            for unit in (row["unit_a"], row["unit_b"]):
                lines[unit.lower()][row["border"]].append((float(row["lon"]), float(row["lat"])))
    return {
        unit: polygonize([LineString(line) for line in borders.values()]).geoms[0]
        for unit, borders in lines.items()
        if unit != "outside"
    }


def test_the_ten_areas_are_on_the_map_each_once():
    assert sorted(f["properties"]["area_id"] for f in raw("districts.geojson")["features"]) == AREAS


def test_an_area_has_exactly_the_properties_of_the_format():
    assert {tuple(f["properties"]) for f in raw("districts.geojson")["features"]} == {AREA_PROPERTIES}


def test_the_seven_districts_belong_to_panjshir_and_the_others_to_no_group():
    parents = {
        f["properties"]["area_id"]: f["properties"]["parent"] for f in raw("districts.geojson")["features"]
    }
    assert parents == {area: "panjshir" if area in PANJSHIR else "" for area in AREAS}


def test_border_positions_are_written_with_two_to_four_decimals():
    text = (DATA / "districts.geojson").read_text(encoding="utf-8")
    numbers = re.findall(r"(?<=[\[ ])\d+\.?(\d*)(?=[,\]])", text[text.index('"features"') :])
    assert {len(decimals) for decimals in numbers} <= {2, 3, 4}
    assert len(numbers) == 2 * sum(len(ring(area)) for area in AREAS)


@pytest.mark.parametrize("area", AREAS)
def test_an_area_in_km2_is_within_five_percent_of_the_public_range(area):
    low, high, _ = UNITS[area]
    area_km2 = districts().to_crs(EQUAL_AREA_CRS).area[area] / 1e6
    assert 0.95 * low <= area_km2 <= 1.05 * high


@pytest.mark.parametrize("area", AREAS)
def test_neighbours_by_a_shared_line_are_exactly_those_listed(area):
    shared = districts().drop(area).intersection(districts()[area])
    assert sorted(area for area, line in shared.items() if line.length > 0) == UNITS[area][2].split()


def test_no_two_areas_touch_in_a_point_only():
    shared = [districts()[a].intersection(districts()[b]) for a, b in combinations(AREAS, 2)]
    assert all(line.is_empty or line.length > 0 for line in shared)


@pytest.mark.parametrize(("one", "other"), [(a, b) for a in AREAS for b in UNITS[a][2].split() if a < b])
def test_a_shared_border_is_the_same_points_from_both_sides(one, other):
    common = edges(one) & backwards(edges(other))
    measured = districts()[one].intersection(districts()[other]).length
    assert sum(LineString(edge).length for edge in common) == pytest.approx(measured)


def test_an_outer_edge_belongs_to_one_area_and_an_inner_edge_to_two():
    every = [edge for area in AREAS for edge in edges(area)]
    assert len(every) == len(set(every))
    outer = set(every) - backwards(every)
    coast = polygonize([LineString(edge) for edge in outer]).geoms
    assert len(coast) == 1
    assert coast[0].equals(districts().union_all())


def test_areas_leave_no_gap_and_do_not_overlap():
    union = districts().union_all()
    assert union.geom_type == "Polygon"
    assert not union.interiors
    assert union.area == pytest.approx(sum(area.area for area in districts()), rel=1e-12)


@pytest.mark.parametrize("area", AREAS)
def test_an_area_is_valid_and_repeats_no_point(area):
    assert districts()[area].is_valid
    assert len(set(ring(area))) == len(ring(area)) - 1


@pytest.mark.parametrize("area", AREAS)
def test_an_outer_ring_runs_counter_clockwise(area):
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring(area)))
    assert ring(area)[0] == ring(area)[-1]
    assert doubled > 0


@needs_facts
@pytest.mark.parametrize("area", AREAS)
def test_an_area_covers_what_the_waypoints_give(area):
    built, expected = districts()[area], waypoint_outlines()[area]
    assert built.intersection(expected).area / built.union(expected).area >= 0.95


@pytest.mark.parametrize("area", AREAS)
def test_the_document_gives_the_measured_area(area):
    text = (PROJECT / "docs" / "geography.md").read_text(encoding="utf-8")
    cells = re.search(rf"^\| `{area}` \|(.*)\|$", text, re.MULTILINE).group(1).split("|")
    low, high, neighbours = UNITS[area]
    measured = round(districts().to_crs(EQUAL_AREA_CRS).area[area] / 1e6)
    expected = [f"{measured:,}", f"{low:,}–{high:,}", neighbours.replace(" ", ", ")]
    assert [cell.strip() for cell in cells] == expected
