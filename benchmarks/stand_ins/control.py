"""Stand-ins for tables of control: districts over a year, towns day by day, a list made by hand."""

from pathlib import Path
from typing import Any, Final, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd

from benchmarks.stand_ins.land import Dice, crossed, land, points_in
from geo.reading.saving import save_file
from geo.reading.vocabulary import STORED_CRS

Numbers = np.ndarray[Any, np.dtype[np.int64]]

PROPERTIES: Final = {
    "code": "DIST_CODE",
    "name": "DIST_NA_EN",
    "province": "PROV_NA_EN",
    "province_code": "PROV_CODE",
}


class Size(NamedTuple):
    """How large a table of districts is.

    Attributes
    ----------
    changes
        How often a district's cell differs from the one before.
    contested
        How many of them are to a cell that says neither, and the same number away from one.
    crossing
        Numbers of the districts whose outline crosses itself.
    """

    districts: int
    provinces: int
    rows: int
    changes: int
    contested: int
    crossing: tuple[int, ...]
    seed: int


NATIONAL: Final = Size(329, 34, 11_951, 137, 20, (20, 111, 250), 2021)
SMALL: Final = Size(62, 8, 1_230, 40, 6, (17,), 62)
TOWNS, TOWN_ROWS = 629, 725_888
CAPITALS, CAPITAL_ROWS = 34, 62


def districts(folder: Path) -> None:
    """Write `control_2021.csv`, and its borders as a GeoPackage and as a zipped Shapefile in metres."""
    areas = country_of(NATIONAL)
    areas.to_file(folder / "districts_2021.gpkg", layer="dist", driver="GPKG")
    areas.to_crs("EPSG:32639").to_file(folder / "districts_2021.shp.zip", driver="ESRI Shapefile")
    save_file(folder / "control_2021.csv", csv_bytes(control_of(areas, NATIONAL)))


def district_table(folder: Path) -> None:
    """Write `control.csv` and `borders.geojson`: the practice files of docs/your_conflict.md."""
    areas = country_of(SMALL)
    save_file(folder / "borders.geojson", areas.to_json().encode())
    save_file(folder / "control.csv", csv_bytes(control_of(areas, SMALL).drop(columns="pop_k")))


def country_of(size: Size) -> gpd.GeoDataFrame:
    """Return the districts under the property names of some public map, a few crossing themselves."""
    country = land(size.districts, size.provinces, seed=size.seed)
    areas = country.areas.rename(columns=PROPERTIES)
    shapes = areas.geometry.to_list()
    for n in size.crossing:
        shapes[n] = crossed(max(getattr(shapes[n], "geoms", [shapes[n]]), key=lambda part: part.area))
    return areas.set_geometry(gpd.GeoSeries(shapes, crs=STORED_CRS))


def control_of(areas: gpd.GeoDataFrame, size: Size) -> pd.DataFrame:
    """Return a row per district and date with control 0, 1 or 2; some cells are missing."""
    dice = np.random.default_rng(size.rows)
    days = pd.date_range("2020-12-07", periods=-(-size.rows // len(areas)), freq="10D")
    held = np.repeat(dice.choice([0, 1], len(areas), p=[0.75, 0.25])[None], len(days), axis=0)
    for number, area in enumerate(dice.permutation(len(areas))[: size.changes - size.contested]):
        day = int(dice.integers(len(days) // 2, len(days) - 2))
        held[day:, area] = 1 - held[0, area]
        if number < size.contested:
            held[day - 1, area] = 2
    day, area = np.divmod(np.delete(np.arange(held.size), missing_from(held, size, dice)), len(areas))
    chosen = areas.iloc[area].reset_index(drop=True)
    return pd.DataFrame(
        {
            "distid": chosen["DIST_CODE"],
            "district": chosen["DIST_NA_EN"],
            "province": chosen["PROV_NA_EN"],
            "date": days[day].strftime("%Y-%m-%d"),
            "control": held[day, area],
            "pop_k": dice.integers(8, 400, len(day)),
        }
    )


def missing_from(held: Numbers, size: Size, dice: Dice) -> Numbers:
    """Return which cells, counted day by day, the table lacks: only such as repeat the one before."""
    repeated = np.flatnonzero(held[1:] == held[:-1]) + held.shape[1]
    return dice.choice(repeated, held.size - size.rows, replace=False)


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
