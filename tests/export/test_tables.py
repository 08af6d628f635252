"""geo.export.tables, folder: tables to take away, and the folder as it was."""

import csv
import io
import json
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from export_views import DATA, SUNDAY, panjshir
from folders import files, reports

from geo.export.found_record import record_of
from geo.export.tables import TIMELINE_COLUMNS, areas_geojson, reports_csv, timeline_csv
from geo.export.zipped import conflict_zip
from geo.reading.conflict import conflict_of, load_conflict
from geo.reading.errors import DataError
from geo.reading.vocabulary import REPORT_COLUMNS
from geo.sentences import Account
from geo.view import View

POSITION = {"type": "array", "minItems": 2, "items": {"type": "number"}}
RING = {"type": "array", "minItems": 4, "items": POSITION}
POLYGON = {"type": "array", "minItems": 1, "items": RING}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "not": {"required": ["crs"]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "bbox": {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number"}},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "properties", "geometry"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"properties": {"type": {"const": "Polygon"}, "coordinates": POLYGON}},
                            {
                                "properties": {
                                    "type": {"const": "MultiPolygon"},
                                    "coordinates": {"type": "array", "items": POLYGON},
                                }
                            },
                        ]
                    },
                },
            },
        },
    },
}
"""RFC 7946 as far as areas need it."""


def read(files: dict[str, bytes], name: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(files[name]), keep_default_na=False)


def test_the_areas_are_geojson_by_the_standard() -> None:
    import jsonschema  # noqa: PLC0415 (seconds, which every worker would take)

    jsonschema.validate(json.loads(areas_geojson(panjshir(), SUNDAY)), GEOJSON)


def test_the_areas_open_in_geopandas_with_what_they_show() -> None:
    areas = gpd.read_file(io.BytesIO(areas_geojson(panjshir(), SUNDAY))).set_index("area_id")
    assert areas.crs == "EPSG:4326"
    assert areas.geometry.is_valid.all()
    assert areas.loc["bazarak", "status"] == "conceded"
    assert areas.loc["dara", ["blank", "denied"]].tolist() == [True, False]


def test_outer_rings_run_counter_clockwise() -> None:
    areas = gpd.read_file(io.BytesIO(areas_geojson(panjshir(), SUNDAY)))
    assert areas.geometry.exterior.is_ccw.all()


def test_an_area_lists_the_reports_behind_its_colour() -> None:
    features = json.loads(areas_geojson(panjshir(), SUNDAY))["features"]
    rokha = next(feature["properties"] for feature in features if feature["id"] == "rokha")
    assert rokha["holders"] == ["taliban", "nrf"]
    assert rokha["voted"] == ["cnn-03-rokha", "anadolu-07-rokha"]


def test_silence_has_no_age() -> None:
    early = replace(SUNDAY, day=date(2021, 8, 1))
    features = json.loads(areas_geojson(panjshir(), early))["features"]
    assert {(f["properties"]["status"], f["properties"]["age_days"]) for f in features} == {
        ("unreported", None)
    }


def test_the_timeline_has_a_row_per_area_and_change_in_a_stable_order() -> None:
    table = read(timeline_csv(panjshir(), SUNDAY), "timeline.csv")
    assert tuple(table.columns) == TIMELINE_COLUMNS
    rokha = table[table["area_id"] == "rokha"]
    assert list(rokha["day"]) == ["2021-08-30", "2021-09-05", "2021-09-06"]
    assert list(rokha["until"]) == ["2021-09-04", "2021-09-05", ""]


def test_reports_keep_the_columns_of_their_file_and_add_their_carrier() -> None:
    table = read(reports_csv(panjshir(), SUNDAY), "reports.csv")
    assert tuple(table.columns[: len(REPORT_COLUMNS)]) == REPORT_COLUMNS
    assert set(table["outlet"]) == set(panjshir().sources["outlet"])


@pytest.mark.parametrize(
    ("view", "about"),
    [
        (replace(SUNDAY, area="rokha"), {"rokha", "panjshir"}),
        (replace(SUNDAY, area="parwan"), {"parwan"}),
        (replace(SUNDAY, area="panjshir"), {"panjshir", *panjshir().groups["panjshir"].areas}),
    ],
    ids=["area and its group", "area without a group", "group and its areas"],
)
def test_reports_of_an_area_are_those_that_speak_of_it(view: object, about: set[str]) -> None:
    table = read(reports_csv(panjshir(), view), "reports.csv")
    assert set(table["area_id"]) <= about
    assert len(table)


def test_reports_of_a_narrator_are_in_its_own_words() -> None:
    table = read(reports_csv(panjshir(), replace(SUNDAY, narrator="nrf")), "reports.csv")
    assert set(table["claimant_side"]) == {"nrf"}


def test_reports_known_on_a_day_were_surely_published_by_it() -> None:
    table = read(reports_csv(panjshir(), replace(SUNDAY, known=date(2021, 9, 4))), "reports.csv")
    assert set(table["outlet"]) == {"TASS"}


@pytest.mark.parametrize("maker", [timeline_csv, reports_csv], ids=["timeline", "reports"])
def test_no_cell_of_a_table_runs_in_a_spreadsheet(maker: object) -> None:
    name, table = next(iter(maker(panjshir(), SUNDAY).items()))
    assert name.endswith(".csv")
    cells = [cell for row in csv.reader(io.StringIO(table.decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("maker", [timeline_csv, reports_csv], ids=["timeline", "reports"])
def test_a_table_and_its_metadata_name_the_same_columns(maker: object) -> None:
    files = maker(panjshir(), SUNDAY)
    (name, table), (beside, metadata) = files.items()
    assert beside == f"{name}-metadata.json"
    columns = [column["name"] for column in json.loads(metadata)["tableSchema"]["columns"]]
    assert columns == next(csv.reader(io.StringIO(table.decode())))
    assert record_of(name, table, metadata).untouched


def test_the_zip_holds_the_folder_byte_for_byte_and_is_always_the_same() -> None:
    packed = conflict_zip(panjshir(), SUNDAY)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {n: archive.read(n) for n in panjshir().sha256} == {
            n: (DATA / n).read_bytes() for n in panjshir().sha256
        }
    assert packed == conflict_zip(panjshir(), SUNDAY)
    assert record_of("conflict.zip", packed).untouched


def test_a_folder_that_changed_after_loading_is_not_packed(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    conflict = load_conflict(tmp_path / "data")
    with (tmp_path / "data" / "places.csv").open("a") as places:
        places.write("\n")
    with pytest.raises(DataError, match="changed since it was loaded"):
        conflict_zip(conflict, SUNDAY)


def test_a_conflict_without_a_folder_is_not_packed() -> None:
    with pytest.raises(DataError, match="read from a folder"):
        conflict_zip(replace(panjshir(), folder=None), SUNDAY)


def test_a_renewed_vote_makes_no_row_and_a_mark_does() -> None:
    said = [{"date_from": day, "date_to": day} for day in ("2021-09-07", "2021-09-15")]
    fight = {
        "claim": "fighting",
        "claimant_side": "outlet",
        "date_from": "2021-09-20",
        "date_to": "2021-09-20",
    }
    table = read(
        timeline_csv(conflict_of(files(reports=reports(*said, fight))), View(date(2021, 9, 20))),
        "timeline.csv",
    )
    assert table[["day", "until", "newest_vote", "renewed", "voted"]].to_numpy().tolist() == [
        ["2021-09-05", "2021-09-19", "2021-09-05", "2021-09-15", "r1"],
        ["2021-09-20", "2021-09-20", "2021-09-15", "2021-09-15", "r3"],
        ["2021-09-21", "", "2021-09-15", "2021-09-15", "r3"],
    ]


def test_the_timeline_has_a_row_for_each_change_that_the_map_shows() -> None:
    table, told = read(timeline_csv(panjshir(), SUNDAY), "timeline.csv"), Account(panjshir()).changing
    rows = [(row.day, row.area_id) for row in table.itertuples()]
    assert sorted(rows) == sorted((str(day), area) for day, areas in told.items() for area in areas)
