"""Borders come in any usual format, under any property names, in any coordinate system."""

import json
import zipfile

import geopandas as gpd
import pytest
import shapely
from folders import geojson, write_folder

from geo.importers.borders import areas_of
from geo.reading import DataError, read_areas

BOXES = [shapely.box(69, 35, 70, 36), shapely.box(70, 35, 71, 36)]
BOWTIE = shapely.Polygon([(71, 35), (72, 36), (72, 35), (71, 36)])
NAMED = {"id_column": "PCODE", "name_column": "Name EN"}


def frame(*more, **columns):
    """Return two districts of one name in two provinces, and further shapes."""
    shapes = [*BOXES, *more]
    known = {
        "PCODE": [f"AF {n:02}" for n in range(len(shapes))],
        "Name EN": ["Dara", "Dara", *(f"More {n}" for n in range(len(more)))],
        "Prov": ["Panjshir", "Nangarhar", *("Panjshir" for _ in more)],
    }
    return gpd.GeoDataFrame(known | columns, geometry=shapes, crs="EPSG:4326")


def saved(folder, name, table):
    """Write a table under a name; a zip holds a Shapefile in a folder of its own."""
    path = folder / name
    if name.endswith(".zip"):
        table.to_file(folder / "inner.shp", driver="ESRI Shapefile")
        with zipfile.ZipFile(path, "w") as packed:
            for part in folder.glob("inner.*"):
                packed.write(part, f"borders of 2021/{part.name}")
    elif name.endswith(".parquet"):
        table.to_parquet(path)
    else:
        table.to_file(path)
    return path


def shown(path, **options):
    """Return the areas that are read from a file, and the notices."""
    data, notices = areas_of(path, **(NAMED | options))
    return read_areas(data)[0], notices


def raw(path, **options):
    return json.loads(areas_of(path, **(NAMED | options))[0])["features"]


@pytest.mark.parametrize("name", ["b.geojson", "b.gpkg", "b.zip", "b.shp", "b.parquet", "b.fgb"])
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32642"])
def test_every_format_in_every_coordinate_system_gives_the_same_areas(tmp_path, name, crs):
    areas, notices = shown(saved(tmp_path, name, frame().to_crs(crs)), parent_column="Prov")
    assert sorted(areas.index) == ["af-00", "af-01"]
    assert sorted(areas["province"]) == ["Nangarhar", "Panjshir"]
    assert sorted(areas["parent"]) == ["nangarhar", "panjshir"]
    assert shapely.hausdorff_distance(areas.geometry["af-00"], BOXES[0]) < 1e-5
    assert notices == []


def test_topojson_is_read(tmp_path):
    ring = [[69, 35], [70, 35], [70, 36], [69, 36], [69, 35]]
    one = {"type": "Polygon", "arcs": [[0]], "properties": {"PCODE": "1", "Name EN": "Dara"}}
    topology = {
        "type": "Topology",
        "objects": {"districts": {"type": "GeometryCollection", "geometries": [one]}},
        "arcs": [ring],
    }
    (tmp_path / "b.json").write_text(json.dumps(topology))
    areas, _ = shown(tmp_path / "b.json")
    assert areas.loc["1", "name"] == "Dara"


def test_the_folder_of_a_conflict_is_taken_as_it_is(tmp_path):
    folder = write_folder(tmp_path / "conflict")
    assert areas_of(folder) == (geojson(), [])
    assert areas_of(folder / "districts.geojson") == (geojson(), [])


def test_properties_that_are_missing_are_named_together_with_those_that_exist(tmp_path):
    with pytest.raises(DataError) as caught:
        areas_of(saved(tmp_path, "b.gpkg", frame()), id_column="PKODE", name_column="nome")
    (problem,) = caught.value.problems
    assert "has no property PKODE and nome; it has: PCODE, Name EN, Prov" in str(problem)
    assert "did you mean PCODE" in problem.suggestion


def test_a_file_without_a_name_says_which_properties_there_are(tmp_path):
    with pytest.raises(DataError, match="has no property name; it has: PCODE, Name EN, Prov"):
        areas_of(saved(tmp_path, "b.geojson", frame()))


def test_properties_are_found_whatever_their_case(tmp_path):
    areas, _ = shown(saved(tmp_path, "b.gpkg", frame()), id_column="pcode", name_column="NAME EN")
    assert [*areas.index] == ["af-00", "af-01"]


def test_an_id_that_is_none_is_made_one_and_the_original_is_kept_as_a_variant(tmp_path):
    path = saved(tmp_path, "b.gpkg", frame(PCODE=["AF/01", "AF02"]))
    first, second = (one["properties"] for one in raw(path))
    assert (first["area_id"], first["source_id"], first["name_variants"]) == ("af-01", "AF/01", "AF/01")
    assert (second["area_id"], "source_id" in second) == ("AF02", False)


def test_ids_that_become_the_same_are_told_apart(tmp_path):
    areas, _ = shown(saved(tmp_path, "b.gpkg", frame(PCODE=["AF 01", "af-01"])))
    assert [*areas.index] == ["af-01-2", "af-01"]


def test_a_number_that_became_a_fraction_is_the_number(tmp_path):
    areas, _ = shown(saved(tmp_path, "b.gpkg", frame(PCODE=[101.0, 102.0])))
    assert [*areas.index] == ["101", "102"]


def test_an_id_that_two_areas_have_is_refused(tmp_path):
    path = saved(tmp_path, "b.gpkg", frame(BOWTIE, PCODE=["AF01", "AF01", "AF02"]))
    with pytest.raises(DataError, match="PCODE: is no id: 1 of its values appear more than once"):
        areas_of(path, **NAMED)


def test_without_ids_they_are_made_of_the_names_and_of_what_is_above_where_two_are_alike(tmp_path):
    path = saved(tmp_path, "b.gpkg", frame(shapely.box(71, 35, 72, 36)))
    areas, _ = shown(path, id_column=None, parent_column="Prov")
    assert [*areas.index] == ["dara-panjshir", "dara-nangarhar", "more-0"]


def test_an_outline_that_crosses_itself_is_named_and_mended_only_when_asked(tmp_path):
    path = saved(tmp_path, "b.gpkg", frame(BOWTIE))
    areas, (notice,) = shown(path)
    assert [*areas.index] == ["af-00", "af-01"]
    assert "feature 3 (af-02) geometry: has an outline that is not simple" in str(notice)
    assert notice.suggestion == "--repair mends it"
    areas, (notice,) = shown(path, repair=True)
    assert areas.geometry["af-02"].area == pytest.approx(0.5)
    assert "crossed itself (Self-intersection[71.5 35.5]); it is mended and has 2 parts now" in str(notice)


def test_a_map_of_ours_is_mended_when_asked(tmp_path):
    table = frame(BOWTIE).rename(columns={"PCODE": "area_id", "Name EN": "name"})
    areas, notices = shown(saved(tmp_path, "b.geojson", table), id_column=None, name_column=None, repair=True)
    assert (len(areas), len(notices)) == (3, 1)


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        (None, "has no outline; it is left out"),
        (shapely.Polygon(), "has no outline; it is left out"),
        (shapely.LineString([(69, 35), (70, 36)]), "is a LineString, neither an area nor a place"),
        (shapely.MultiPoint([(69, 35), (70, 36)]), "is a MultiPoint, neither an area nor a place"),
        (
            shapely.GeometryCollection([shapely.box(71, 35, 72, 36), shapely.Point(71, 35)]),
            "is a GeometryCollection: its polygons are the area, the rest is left out",
        ),
    ],
    ids=["missing", "empty", "line", "points", "collection"],
)
def test_a_shape_that_is_no_area_is_left_out_and_told(tmp_path, shape, says):
    areas, (notice,) = shown(saved(tmp_path, "b.geojson", frame(shape)))
    assert says in str(notice)
    assert len(areas) == (3 if "polygons" in says else 2)


def test_heights_are_left_out(tmp_path):
    high = shapely.force_3d(shapely.box(71, 35, 72, 36), z=2000)
    assert not shown(saved(tmp_path, "b.gpkg", frame(high)))[0].geometry["af-02"].has_z


def test_points_are_places(tmp_path):
    towns = frame().set_geometry([shapely.Point(69, 35), shapely.MultiPoint([(70, 35)])])
    both = raw(saved(tmp_path, "b.geojson", frame(towns.geometry[0], towns.geometry[1])))
    assert [one["geometry"]["type"] for one in both] == ["Polygon", "Polygon", "Point", "Point"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("b.gpkg", b"x" * 200, "cannot be read as borders"),
        ("b.zip", b"PK\x03\x04", "cannot be read as borders"),
        ("b.parquet", b"PAR1", "cannot be read as borders"),
        ("b.geojson", b"{}", "cannot be read as borders"),
        ("b.vrt", b"<OGRVRTDataSource/>", "is no file of borders by its name; these are read: .shp"),
    ],
)
def test_what_is_no_file_of_borders_is_refused(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DataError, match=says):
        areas_of(tmp_path / name, **NAMED)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DataError, match="is not a file"):
        areas_of(tmp_path / "b.gpkg", **NAMED)
    with pytest.raises(DataError, match="cannot be read: No such file"):
        areas_of(tmp_path)


def test_a_file_of_several_layers_names_them(tmp_path):
    for layer in ("provinces", "districts"):
        frame().to_file(tmp_path / "b.gpkg", layer=layer)
    with pytest.raises(DataError, match=r"several layers with shapes.*: provinces, districts; save one"):
        areas_of(tmp_path / "b.gpkg", **NAMED)


def test_metres_without_a_coordinate_system_are_not_taken_for_degrees(tmp_path):
    metres = frame().to_crs("EPSG:32642").set_crs(None, allow_override=True)
    with pytest.raises(DataError, match="names no coordinate system, and its numbers are not degrees"):
        areas_of(saved(tmp_path, "b.parquet", metres), **NAMED)


def test_rounding_never_makes_an_outline_cross_itself(tmp_path):
    thin = shapely.Polygon([(71, 35), (72, 35.00000001), (72, 36), (71.5, 35.000000006), (71, 36)])
    areas, notices = shown(saved(tmp_path, "b.gpkg", frame(thin)))
    assert (len(areas), notices) == (3, [])
