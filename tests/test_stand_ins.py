"""The invented tables have the size and the faults of the public ones that they stand for."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

from benchmarks.stand_ins.__main__ import MAKERS

DISTRICT = "distid"
EXAMPLE = Path(__file__).parents[1] / "examples" / "district_table"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stand_ins")
    for name, make in MAKERS.items():
        (folder / name).mkdir()
        make(folder / name)
    return folder


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("districts/control_2021.csv", 11_951),
        ("ged/ged_sample.csv", 6_000),
        ("ged_near/ged_near.csv", 16_566),
        ("acled/acled.csv", 2_734),
        ("capitals/capitals.csv", 62),
    ],
)
def test_a_table_has_as_many_rows_as_the_public_one(made: Path, file: str, rows: int) -> None:
    assert len(pd.read_csv(made / file)) == rows


def test_daily_control_of_towns_is_725888_rows_over_629_points(made: Path) -> None:
    table = pd.read_parquet(made / "towns/towns.parquet")
    points = gpd.read_file(made / "towns/towns.geojson")
    assert (len(table), set(table["town_no"])) == (725_888, set(points["town_no"]))
    assert set(points.geom_type) == {"Point"}


@pytest.mark.parametrize("borders", ["districts_2021.gpkg", "districts_2021.shp.zip"])
def test_borders_of_329_districts_have_homonyms_and_three_outlines_that_cross(
    made: Path, borders: str
) -> None:
    areas = gpd.read_file(made / "districts" / borders)
    names = areas["DIST_NA_EN"] + areas["PROV_NA_EN"]
    assert (len(areas), int((~areas.is_valid).sum())) == (329, 3)
    assert (areas["DIST_NA_EN"].duplicated().sum(), names.duplicated().sum()) == (6, 0)


def test_control_of_districts_changes_137_times(made: Path) -> None:
    table = pd.read_csv(made / "districts/control_2021.csv").sort_values([DISTRICT, "date"])
    before = table.groupby(DISTRICT)["control"].shift()
    assert ((table["control"] != before) & before.notna()).sum() == 137


def test_a_third_of_the_near_miss_names_is_on_no_map(made: Path) -> None:
    names = set(gpd.read_file(made / "ged_near/districts_272.geojson")["ADM2_EN"])
    said = pd.read_csv(made / "ged_near/ged_near.csv")["adm_2"].dropna().str.removesuffix(" district")
    assert 0.25 < (~said.isin(names)).mean() < 0.4


@pytest.mark.parametrize("name", ["borders.geojson", "control.csv"])
def test_the_practice_files_of_the_tutorial_are_those_that_the_maker_writes(made: Path, name: str) -> None:
    read = gpd.read_file if name.endswith("json") else pd.read_csv
    assert read(EXAMPLE / name).equals(read(made / "district_table" / name))
