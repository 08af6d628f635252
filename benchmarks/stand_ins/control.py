"""Stand-ins for tables of control: districts over a year, towns day by day, a list made by hand."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from benchmarks.stand_ins.land import crossed, land, points_in
from geo.reading.saving import save_file
from geo.reading.vocabulary import STORED_CRS

DISTRICTS, PROVINCES, DISTRICT_ROWS, CHANGES = 329, 34, 11_951, 137
TOWNS, TOWN_ROWS = 629, 725_888
CAPITALS, CAPITAL_ROWS = 34, 62
CONTESTED = 20
"""Changes that pass through a cell that says neither."""

SELF_CROSSING = (20, 111, 250)
"""Numbers of the districts whose outline crosses itself."""


def districts(folder: Path) -> None:
    """Write `control_2021.csv`, and its borders as a GeoPackage and as a zipped Shapefile in metres."""
    country = land(DISTRICTS, PROVINCES, seed=2021)
    areas = country.areas.rename(
        columns={
            "code": "DIST_CODE",
            "name": "DIST_NA_EN",
            "province": "PROV_NA_EN",
            "province_code": "PROV_CODE",
        }
    )
    shapes = areas.geometry.to_list()
    for n in SELF_CROSSING:
        shapes[n] = crossed(max(getattr(shapes[n], "geoms", [shapes[n]]), key=lambda part: part.area))
    areas = areas.set_geometry(gpd.GeoSeries(shapes, crs=STORED_CRS))
    areas.to_file(folder / "districts_2021.gpkg", layer="dist", driver="GPKG")
    areas.to_crs("EPSG:32639").to_file(folder / "districts_2021.shp.zip", driver="ESRI Shapefile")
    save_file(folder / "control_2021.csv", csv_bytes(control_2021(areas)))


def control_2021(areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return a row per district and date with control 0, 1 or 2; 137 changes, some cells missing."""
    dice = np.random.default_rng(11951)
    days = pd.date_range("2020-12-07", periods=-(-DISTRICT_ROWS // DISTRICTS), freq="10D")
    held = np.repeat(dice.choice([0, 1], len(areas), p=[0.75, 0.25])[None], len(days), axis=0)
    for number, area in enumerate(dice.permutation(len(areas))[: CHANGES - CONTESTED]):
        day = int(dice.integers(len(days) // 2, len(days) - 2))
        held[day:, area] = 1 - held[0, area]
        if number < CONTESTED:
            held[day - 1, area] = 2
    at = np.stack(np.meshgrid(np.arange(len(days)), np.arange(len(areas)), indexing="ij"), axis=2).reshape(
        -1, 2
    )
    first = np.flatnonzero(at[:, 0] > 0)
    gone = dice.choice(
        first[held[at[first, 0], at[first, 1]] == held[at[first, 0] - 1, at[first, 1]]],
        len(at) - DISTRICT_ROWS,
        replace=False,
    )
    at = np.delete(at, gone, axis=0)
    chosen = areas.iloc[at[:, 1]].reset_index(drop=True)
    return pd.DataFrame(
        {
            "distid": chosen["DIST_CODE"],
            "district": chosen["DIST_NA_EN"],
            "province": chosen["PROV_NA_EN"],
            "date": days[at[:, 0]].strftime("%Y-%m-%d"),
            "control": held[at[:, 0], at[:, 1]],
            "pop_k": dice.integers(8, 400, len(at)),
        }
    )


def towns(folder: Path, rows: int = TOWN_ROWS) -> None:
    """Write `towns.parquet`, a row per town and day, and `towns.geojson`, the towns as points."""
    country, dice = land(120, 14, seed=629), np.random.default_rng(725_888)
    places = points_in(dice, country, TOWNS)
    save_file(folder / "towns.geojson", places.to_json().encode())
    days = -(-rows // TOWNS)
    held = np.repeat(dice.choice(4, TOWNS, p=[0.5, 0.3, 0.1, 0.1])[None].astype("int8"), days, axis=0)
    for town in range(TOWNS):
        for day in np.sort(dice.integers(1, days, int(dice.poisson(1.5)))):
            held[day:, town] = dice.integers(0, 4)
    names = np.array(["Government", "Opposition", "Northern Forces", "Contested"])
    at = np.arange(TOWNS * days)[:rows]
    day, town = np.divmod(at, TOWNS)
    table = pd.DataFrame(
        {
            "town_no": places["town_no"].to_numpy()[town],
            "town": places["asciiname"].to_numpy()[town],
            "date": pd.date_range("2014-01-01", periods=days).to_numpy()[day],
            "controller": names[held[day, town]],
        }
    )
    table.to_parquet(folder / "towns.parquet", index=False)


def capitals(folder: Path) -> None:
    """Write `capitals.csv`, 62 lines made by hand, and `capitals.geojson`, the places as points."""
    country, dice = land(120, CAPITALS, seed=62), np.random.default_rng(62)
    places = points_in(dice, country, CAPITALS)[["asciiname", "geometry"]]
    save_file(folder / "capitals.geojson", places.rename(columns={"asciiname": "name"}).to_json().encode())
    first = [(place, int(dice.integers(0, 5)), "Government") for place in range(CAPITALS)]
    later = dice.choice(CAPITALS, CAPITAL_ROWS - CAPITALS, replace=False)
    rows = [*first, *((place, int(dice.integers(5, 10)), "Insurgents") for place in later)]
    days = pd.date_range("2021-08-06", periods=10)
    table = [
        (places["asciiname"][place], days[day].strftime("%Y-%m-%d"), holder) for place, day, holder in rows
    ]
    table.sort(key=lambda row: row[1])
    save_file(folder / "capitals.csv", csv_bytes(pd.DataFrame(table, columns=["place", "date", "holder"])))


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Return the table as CSV in UTF-8."""
    return table.to_csv(index=False, lineterminator="\n").encode()
