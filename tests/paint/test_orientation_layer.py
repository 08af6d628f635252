"""Places, river and outline: what replaces online tiles, and the tool that builds all four files."""

import json
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import get_coordinates

from geo.reading.vocabulary import PLACE_COLUMNS, STORED_CRS

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data"
FACTS = PROJECT.parent / "shared" / "facts"
METRES = "EPSG:32642"  # UTM zone 42 north, for distances within the map

needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the folder of facts is not beside the project")

ON_A_BORDER = ["Gulbahar", "Salang Pass", "Khawak Pass", "Parandeh Pass"]
DOWNSTREAM = ["Paryan", "Dasht-e-Rewat", "Khenj", "Astana", "Bazarak", "Rokha", "Anaba", "Gulbahar"]
IN_AREAS = {
    "Bazarak": "bazarak",
    "Rokha": "rokha",
    "Anaba": "anaba",
    "Khenj": "khenj",
    "Paryan": "paryan",
    "Shutul": "shutul",
    "Dara": "dara",
    "Malimah": "dara",
    "Astana": "bazarak",
    "Dasht-e-Rewat": "khenj",
    "Banu": "andarab",
    "Charikar": "parwan",
    "Jabal Saraj": "parwan",
    "Mahmud-e-Raqi": "kapisa",
    "Mir Samir": "paryan",
}


@cache
def raw(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@cache
def districts():
    return gpd.read_file(DATA / "districts.geojson").set_index("area_id").geometry


@cache
def places():
    table = pd.read_csv(DATA / "places.csv", keep_default_na=False)
    points = gpd.points_from_xy(table["lon"], table["lat"], crs=STORED_CRS)
    return gpd.GeoDataFrame(table, geometry=points).set_index("name")


@cache
def river():
    return gpd.read_file(DATA / "river.geojson").to_crs(METRES).geometry.item()


@pytest.mark.parametrize("name", ["districts.geojson", "river.geojson", "outline.geojson"])
def test_a_file_says_its_source_accuracy_and_licence_inside(name):
    assert all(len(raw(name)[member]) >= 9 for member in ("source", "accuracy", "licence"))


@pytest.mark.parametrize("name", ["districts.geojson", "river.geojson", "outline.geojson"])
def test_a_change_to_one_feature_changes_one_line(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith('{"type": "Feature",') for line in lines) == len(raw(name)["features"])


def test_the_places_table_has_the_columns_of_the_format_and_the_nineteen_places():
    header = (DATA / "places.csv").read_text(encoding="utf-8").splitlines()[0]
    assert tuple(header.split(",")) == PLACE_COLUMNS
    assert sorted(places().index) == sorted([*IN_AREAS, *ON_A_BORDER])


@pytest.mark.parametrize(("place", "area"), IN_AREAS.items())
def test_a_place_lies_inside_its_area(place, area):
    assert places()["area_id"][place] == area
    assert districts()[area].contains(places().geometry[place])


@pytest.mark.parametrize("place", ON_A_BORDER)
def test_a_place_without_an_area_lies_on_a_border_as_exactly_as_borders_are_drawn(place):
    borders = districts().boundary.to_crs(METRES)
    assert places()["area_id"][place] == ""
    assert borders.distance(places().to_crs(METRES).geometry[place]).min() <= 1000


@pytest.mark.parametrize("place", DOWNSTREAM)
def test_the_river_passes_within_one_km_of_a_settlement(place):
    assert river().distance(places().to_crs(METRES).geometry[place]) <= 1000


def test_the_river_runs_downstream_through_the_settlements_without_a_zigzag():
    along = [river().project(places().to_crs(METRES).geometry[place]) for place in DOWNSTREAM]
    assert along == sorted(along)
    steps = pd.DataFrame(get_coordinates(river())).diff().dropna().to_numpy()
    turns = [(a @ b) / ((a @ a) * (b @ b)) ** 0.5 for a, b in pairwise(steps)]
    assert river().is_simple
    assert min(turns) > 0.94  # no bend sharper than 20 degrees


def test_the_river_says_that_it_is_schematic():
    (feature,) = raw("river.geojson")["features"]
    assert feature["geometry"]["type"] == "LineString"
    assert feature["properties"]["schematic"] is True
    assert "chematic" in feature["properties"]["note"]


def test_the_outline_holds_the_whole_map_and_its_capital():
    country, capital = gpd.read_file(DATA / "outline.geojson").geometry
    assert country.is_valid
    assert country.geom_type == "Polygon"
    assert country.contains(districts().union_all())
    assert country.contains(capital)


@needs_facts
def test_the_tool_builds_the_committed_files_from_the_facts(tmp_path):
    subprocess.run([sys.executable, PROJECT / "tools" / "build_geometry.py", FACTS, tmp_path], check=True)
    for name in ("districts.geojson", "places.csv", "river.geojson", "outline.geojson"):
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name
