"""Areas: read from any coordinate system, in the order of the file, with their names."""

import json

import geopandas as gpd
import numpy as np
import pytest
from folders import feature, files, geojson, place, square
from shapely.geometry import shape

from geo.reading.conflict import conflict_of
from geo.reading.districts import read_areas
from geo.reading.errors import DataError
from geo.reading.geojson import ANY, Bounds


def projected(epsg):
    """Return the good map in another coordinate system, which it names."""
    features = json.loads(geojson())["features"]
    moved = gpd.GeoSeries([shape(f["geometry"]) for f in features], crs="EPSG:4326").to_crs(epsg)
    for one, geometry in zip(features, moved, strict=True):
        one["geometry"] = geometry.__geo_interface__
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}).encode()


@pytest.mark.parametrize("epsg", [32642, 3857, 6933])
def test_another_coordinate_system_is_converted_once_at_the_door(epsg):
    areas, problems = read_areas(projected(epsg))
    assert (areas.crs.to_epsg(), problems) == (4326, [])
    assert areas.loc["west"].geometry.bounds == pytest.approx((69, 35, 70, 36), abs=0.01)


def test_areas_keep_the_order_of_the_file():
    assert list(read_areas(geojson())[0].index) == ["west", "east"]


def test_names_in_further_languages_are_kept():
    areas, _ = read_areas(geojson([feature("north", square(71, 35), name_ru="Север", name_fa="شمال")]))
    assert (areas.loc["north", "name_ru"], areas.loc["north", "name_fa"]) == ("Север", "شمال")


def test_absent_properties_are_empty_text():
    areas, _ = read_areas(geojson())
    assert (areas.loc["west", "kind"], areas.loc["west", "province"]) == ("", "")


def test_a_list_of_variants_is_read_as_one():
    areas, _ = read_areas(geojson([feature("north", square(71, 35), name_variants=["Shimal", "Nord"])]))
    assert areas.loc["north", "name_variants"] == "Shimal;Nord"


def test_every_broken_feature_is_told_in_one_go():
    broken = [feature("a b", []), feature("west", square(71, 35)), feature("x", [])]
    _, problems = read_areas(geojson(broken))
    told = ["3 (a b) area_id", "3 (a b) geometry", "4 (west) area_id", "5 (x) geometry"]
    assert [problem.column for problem in problems] == [f"feature {one}" for one in told]


def test_no_area_left_is_an_error():
    with pytest.raises(DataError, match="has an empty outline"):
        read_areas(json.dumps({"type": "FeatureCollection", "features": [feature("x", [])]}).encode())


def test_reports_of_an_area_that_was_set_aside_are_told():
    broken = geojson([feature("north", [])])
    reports = files()["control_reports.csv"].replace(b"west,", b"north,")
    with pytest.raises(DataError, match="'north' is not an area or group"):
        conflict_of(files(districts=broken, reports=reports))


@pytest.mark.parametrize("corner", [(-180, -90, 1), (179, 89, 1)], ids=["south-west", "north-east"])
def test_the_corners_of_the_world_are_on_the_map(corner):
    areas, problems = read_areas(geojson([feature("north", square(*corner))]))
    assert ("north" in areas.index, problems) == (True, [])


def test_a_point_is_a_place_beside_areas():
    areas, problems = read_areas(geojson([place("town", 71.5, 35.5)]))
    assert (list(areas.geom_type), problems) == (["Polygon", "Polygon", "Point"], [])
    assert areas.loc["town"].geometry.coords[:] == [(71.5, 35.5)]


def test_a_point_is_converted_like_an_outline():
    moved = gpd.GeoSeries(gpd.points_from_xy([71.5], [35.5]), crs="EPSG:4326").to_crs(3857)
    crs = {"type": "name", "properties": {"name": "EPSG:3857"}}
    data = {"type": "FeatureCollection", "crs": crs, "features": [place("town", *moved[0].coords[0])]}
    assert read_areas(json.dumps(data).encode())[0].loc["town"].geometry.coords[0] == pytest.approx(
        (71.5, 35.5)
    )


def test_thousands_of_places_in_any_order_are_not_taken_for_a_tangle():
    dice = np.random.default_rng(1)
    towns = [place(f"t{n}", *at) for n, at in enumerate(dice.uniform(30, 60, (15_000, 2)).tolist())]
    assert len(read_areas(geojson(towns))[0]) == 15_002


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Bounds(areas=1), "has more than 1 areas"),
        (Bounds(vertices=9), "has more than 9 vertices"),
        (Bounds(values=9), "has more than 9 coordinates and properties"),
    ],
    ids=["areas", "vertices", "values"],
)
def test_of_too_many_areas_one_is_told_how_there_may_be_more(bounds, said):
    with pytest.raises(DataError, match=said) as found:
        read_areas(geojson(), bounds)
    assert len(found.value.problems) == 1
    with pytest.raises(DataError, match=rf"{said}\n.*may be 200,000 areas .* --engine local --page$"):
        read_areas(geojson(), bounds._replace(advance=True))


def test_areas_of_a_folder_and_of_an_upload_have_the_same_bounds():
    assert read_areas.__defaults__ == (ANY._replace(advance=True),)
