"""Where an event is: name and coordinates must agree, one of them is enough, and nothing is guessed."""

import csv
import shutil

import pytest
import shapely
from folders import csv_of, feature, geojson, square
from importers.test_importers import ACLED, UCDP, table

from geo.importers import import_events, read_acled, read_ucdp
from geo.importers.ground import map_of
from geo.importers.placing import place_of
from geo.reading import load_conflict, read_areas

FEATURES = [
    feature("dara-p", square(71, 35), name="Dara", province="Panjshir"),
    feature("dara-n", square(72, 35), name="Dara", province="Nangarhar"),
    feature("bazarak", square(73, 35), province="Panjshir"),
]
AREAS = geojson(FEATURES)
GONE = {"latitude": "", "longitude": ""}


@pytest.fixture
def placed(tmp_path):
    """Return the function that imports one row and returns its report, or the problem that it has."""

    def made(change, *, read=read_acled, row=ACLED, areas=AREAS, **options):
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = import_events(read("export.csv", table(row, change)), areas, out, **options)
        found = load_conflict(out).reports
        return done.problems[0] if done.problems else found.iloc[1]

    return made


def at(lon, lat=35.5):
    return {"longitude": str(lon), "latitude": str(lat)}


def named(name, province="", **more):
    return {"admin2": name, "location": "Noplace", "admin1": province} | more


@pytest.mark.parametrize("precision", ["1", "2", ""])
def test_a_name_that_no_area_has_is_placed_by_coordinates_in_one_area(placed, precision):
    row = placed(named("Bazaarak", geo_precision=precision) | at(73.5))
    assert (row["area_id"], row["scope"], row["place_as_written"]) == ("bazarak", "named", "Noplace")
    assert "placed by its coordinates: no area here has its name" in row["note"]
    assert ("may lie some way off" in row["note"]) == (precision != "1")


@pytest.mark.parametrize("precision", ["1", "2", "3"])
def test_ucdp_is_placed_by_coordinates_up_to_the_district(placed, precision):
    change = {"adm_2": "Bazaarak", "where_coordinates": "x", "where_prec": precision} | at(73.5)
    assert placed(change, read=read_ucdp, row=UCDP)["area_id"] == "bazarak"


@pytest.mark.parametrize("precision", ["4", "5", "6", "7"])
def test_ucdp_that_knows_no_more_than_the_province_is_never_placed_by_coordinates(placed, precision):
    change = {"adm_2": "", "where_prec": precision, "adm_1": "Panjshir province"} | at(72.5)
    row = placed(change, read=read_ucdp, row=UCDP)
    assert (row["area_id"], row["scope"]) == ("panjshir", "part_of")


@pytest.mark.parametrize("point", [at(71), at(90), GONE], ids=["border", "outside", "none"])
def test_coordinates_in_no_area_or_on_a_border_place_nothing(placed, point):
    assert "'Bazaarak' is not on the map (near: Bazarak, Panjshir (bazarak))" in str(
        placed(named("Bazaarak", "Panjshir") | point)
    )


def test_name_and_exact_coordinates_that_disagree_set_the_row_aside_with_both(placed):
    problem = placed(named("Bazarak") | at(71.5))
    assert "'Bazarak' is another area than the one that its coordinates lie in, 136 km off" in str(problem)
    assert problem.suggestion == "named: Bazarak, Panjshir (bazarak); coordinates: Dara, Panjshir (dara-p)"


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (at(73.5), ""),
        (at(90), ""),
        (GONE, ""),
        (at(72.99), "its coordinates lie in Dara, Nangarhar (dara-n), 1 km off"),
        (at(71.5) | {"geo_precision": "2"}, "its coordinates lie in Dara, Panjshir (dara-p), 136 km off"),
    ],
    ids=["inside", "off the map", "none", "at the border", "imprecise"],
)
def test_a_name_is_enough_where_the_coordinates_do_not_contradict_it(placed, change, note):
    row = placed(named("Bazarak") | change)
    assert row["area_id"] == "bazarak"
    assert note in row["note"]
    assert ("coordinates" in row["note"]) == bool(note)


def test_a_district_of_ucdp_whose_point_lies_in_another_one_is_a_contradiction(placed):
    change = {"adm_2": "Bazarak", "where_prec": "3", "adm_1": ""} | at(71.5)
    assert "is another area than" in str(placed(change, read=read_ucdp, row=UCDP))


def test_areas_of_one_name_are_told_apart_by_their_province(placed):
    assert placed(named("Dara", "Nangarhar") | GONE)["area_id"] == "dara-n"


def test_areas_of_one_name_are_told_apart_by_coordinates(placed):
    row = placed(named("Dara") | at(72.5))
    assert row["area_id"] == "dara-n"
    assert "placed by name and coordinates: 2 areas have the name" in row["note"]


def test_areas_of_one_name_that_nothing_tells_apart_are_never_guessed(placed):
    assert "it names Dara, Panjshir (dara-p) and Dara, Nangarhar (dara-n)" in str(
        placed(named("Dara") | GONE)
    )
    assert "it names" in str(placed(named("Dara") | at(73.5)))


def test_an_area_of_the_name_in_another_province_is_told_and_not_taken(placed):
    problem = placed(named("Bazarak", "Nangarhar") | GONE)
    assert "'Bazarak' is on the map, but not in Nangarhar (Bazarak, Panjshir (bazarak))" in str(problem)


def test_on_a_map_of_provinces_the_province_is_the_area(placed):
    areas = geojson([feature("kapisa", square(71, 35), name="Kapisa")])
    row = placed({"admin1": "Kapisa province", "geo_precision": "3"} | GONE, areas=areas)
    assert (row["area_id"], row["scope"]) == ("kapisa", "named")


@pytest.mark.parametrize(("name", "found"), [("Kapisa", "kapisa"), ("Elsewhere", None)])
def test_points_are_found_by_name_alone(name, found):
    areas = read_areas(AREAS)[0].rename(index={"west": "kapisa"})
    areas.loc["kapisa", ["name", "name_variants"]] = ["Kapisa", ""]
    areas.loc["kapisa", "geometry"] = shapely.Point(69.5, 35.5)
    change = named(name) | at(69.5)
    (event,) = read_acled("export.csv", table(ACLED | change)).events
    place = place_of(event, map_of(areas, {}), "export.csv")
    assert getattr(place, "area_id", None) == found
    assert "coordinates" not in getattr(place, "note", "")


def names_file(*rows):
    return csv_of(
        [dict(zip(("spelling", "area_id"), row, strict=True)) for row in rows], ["spelling", "area_id"]
    )


def test_spellings_of_names_csv_are_used_and_kept(placed, tmp_path):
    names = names_file(("Bazaar-e Rukh", "bazarak"), ("The Five Lions", "panjshir"))
    assert placed(named("bazaar e rukh", "Nangarhar") | GONE, names=names)["area_id"] == "bazarak"
    assert (tmp_path / "out" / "names.csv").read_bytes() == names


def test_a_spelling_of_a_province_is_somewhere_in_it(placed):
    row = placed(named("The Five Lions") | GONE, names=names_file(("The Five Lions", "panjshir")))
    assert (row["area_id"], row["scope"]) == ("panjshir", "part_of")


def test_suggestions_name_the_area_its_parent_and_how_often(placed, tmp_path):
    placed(named("Bazaarak") | at(73.5))
    with (tmp_path / "out" / "names_suggested.csv").open() as file:
        (line,) = csv.DictReader(file)
    assert line == {
        "spelling": "Bazaarak",
        "area_id": "bazarak",
        "name": "Bazarak",
        "parent": "Panjshir",
        "score": "93",
        "rows": "1",
        "basis": "coordinates lie in it",
    }


def test_a_suggestion_moved_to_names_csv_places_the_row(placed, tmp_path):
    placed(named("Bazaarak") | GONE)
    suggested = (tmp_path / "out" / "names_suggested.csv").read_bytes()
    assert b"similar name" in suggested
    (tmp_path / "out").rename(tmp_path / "before")
    assert placed(named("Bazaarak") | GONE, names=suggested)["area_id"] == "bazarak"
