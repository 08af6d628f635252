"""Stand-ins for UCDP GED and ACLED exports, in their public columns, over invented districts."""

from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely

from benchmarks.stand_ins.control import csv_bytes
from benchmarks.stand_ins.land import Dice, Land, land, names_of
from geo.reading.saving import save_file

ABROAD_ROWS, GED_ROWS = 5_200, 800
NEAR_ROWS: Final = 16_566
ACLED_ROWS: Final = 2_734
SPELLINGS: Final = (("sh", "ch"), ("kot", "kowt"), ("pur", "poor"), ("g", "gh"), ("a", "aa"), ("i", "ee"))
"""How somebody else writes the same name."""

ACLED_TYPES: Final = (
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Violence against civilians", "Attack"),
    ("Battles", "Non-state actor overtakes territory"),
    ("Battles", "Government regains territory"),
    ("Strategic developments", "Non-violent transfer of territory"),
    ("Protests", "Peaceful protest"),
    ("Strategic developments", "Arrests"),
)


def ged(folder: Path) -> None:
    """Write `ged_sample.csv`, events of four continents of which 800 lie in the 400 districts of a map."""
    country, dice = land(400, 30, seed=400), np.random.default_rng(400)
    write_areas(country, folder / "districts_400.geojson")
    inside = ged_events(dice, country, GED_ROWS, actors=actors_of(dice, 12), country_name="Lalaland")
    abroad = ged_events(dice, country, ABROAD_ROWS, actors=actors_of(dice, 60), country_name="elsewhere")
    abroad["longitude"] = dice.uniform(-110, -20, ABROAD_ROWS).round(4)
    abroad["adm_1"], abroad["adm_2"] = (
        "Far State",
        [f"Far County {n}" for n in dice.integers(0, 900, ABROAD_ROWS)],
    )
    abroad["where_coordinates"] = "Far town"
    mixed = pd.concat([inside, abroad]).sample(frac=1, random_state=4)
    save_file(folder / "ged_sample.csv", csv_bytes(mixed.assign(id=np.arange(len(mixed)) + 1)))


def ged_near(folder: Path) -> None:
    """Write `ged_near.csv`: every row has coordinates, a third has a district's name in another spelling."""
    country, dice = land(272, 14, seed=16), np.random.default_rng(16_566)
    write_areas(country, folder / "districts_272.geojson")
    table = ged_events(dice, country, NEAR_ROWS, actors=actors_of(dice, 25), country_name="Lalaland")
    other = dice.random(NEAR_ROWS) < 1 / 3
    table.loc[other, "adm_2"] = [other_spelling(name) for name in table.loc[other, "adm_2"]]
    save_file(folder / "ged_near.csv", csv_bytes(table))


def ged_events(dice: Dice, country: Land, rows: int, *, actors: list[str], country_name: str) -> pd.DataFrame:
    """Return so many events with the columns of GED that name who, where, when and who says so."""
    at = districts_of(dice, country, rows)
    start = pd.Timestamp("2016-01-01") + pd.to_timedelta(dice.integers(0, 1200, rows), unit="D")
    lasts = pd.to_timedelta(dice.choice([0, 0, 0, 1, 6, 30], rows), unit="D")
    violence = dice.choice([1, 1, 2, 3], rows)
    first, second = two_of(dice, actors, rows)
    lon, lat = points_inside(dice, country, at)
    name = country.areas["name"].to_numpy()[at]
    stamp = "%Y-%m-%d 00:00:00.000"
    outlets = np.array([f"The {word} Post" for word in names_of(dice, 40)])[dice.integers(0, 40, rows)]
    precise = dice.choice([1, 2, 3, 4, 5, 6], rows, p=[0.45, 0.2, 0.2, 0.1, 0.03, 0.02])
    return pd.DataFrame(
        {
            "id": np.arange(rows) + 100_001,
            "relid": [f"LAL-2016-1-{n}" for n in range(rows)],
            "year": start.year,
            "type_of_violence": violence,
            "conflict_name": "Lalaland: Government",
            "side_a": first,
            "side_b": np.where(violence == 3, "Civilians", second),
            "source_article": [
                f"{outlet}, {day:%Y-%m-%d}, fighting reported"
                for outlet, day in zip(outlets, start, strict=True)
            ],
            "source_office": outlets,
            "source_headline": [f"Fighting in {place}, several dead" for place in name],
            "source_original": "",
            "where_prec": precise,
            "where_coordinates": [f"{place} town" for place in name],
            "where_description": "",
            "adm_1": country.areas["province"].to_numpy()[at],
            "adm_2": np.where(precise <= 3, [f"{place} district" for place in name], ""),
            "latitude": lat,
            "longitude": lon,
            "country": country_name,
            "date_prec": dice.choice([1, 2, 3, 4], rows, p=[0.7, 0.15, 0.1, 0.05]),
            "date_start": start.strftime(stamp),
            "date_end": (start + lasts).strftime(stamp),
            "best": dice.integers(1, 30, rows),
        }
    )


def acled(folder: Path) -> None:
    """Write `acled.csv`: dates with a time of day, dozens of actors, over `districts_330.geojson`."""
    country, dice = land(330, 34, seed=330), np.random.default_rng(ACLED_ROWS)
    write_areas(country, folder / "districts_330.geojson")
    at = districts_of(dice, country, ACLED_ROWS)
    first, second = two_of(dice, actors_of(dice, 45), ACLED_ROWS)
    lon, lat = points_inside(dice, country, at)
    kind = dice.choice(len(ACLED_TYPES), ACLED_ROWS, p=[0.4, 0.2, 0.12, 0.06, 0.04, 0.03, 0.1, 0.05])
    day = pd.Timestamp("2021-05-01") + pd.to_timedelta(dice.integers(0, 140, ACLED_ROWS), unit="D")
    name, province = (country.areas[column].to_numpy()[at] for column in ("name", "province"))
    types = np.array(ACLED_TYPES)[kind]
    table = pd.DataFrame(
        {
            "event_id_cnty": [f"LAL{n}" for n in range(ACLED_ROWS)],
            "event_date": day.strftime("%Y-%m-%dT00:00:00.000Z"),
            "year": day.year,
            "time_precision": dice.choice([1, 2, 3], ACLED_ROWS, p=[0.85, 0.1, 0.05]),
            "disorder_type": "Political violence",
            "event_type": types[:, 0],
            "sub_event_type": types[:, 1],
            "actor1": first,
            "inter1": dice.choice(["State forces", "Rebel group", "Political militia"], ACLED_ROWS),
            "actor2": np.where(types[:, 0] == "Violence against civilians", "Civilians (Lalaland)", second),
            "inter2": dice.choice(["State forces", "Rebel group", "Civilians"], ACLED_ROWS),
            "country": "Lalaland",
            "admin1": province,
            "admin2": name,
            "admin3": "",
            "location": [f"{place} bazaar" for place in name],
            "latitude": lat,
            "longitude": lon,
            "geo_precision": dice.choice([1, 2, 3], ACLED_ROWS, p=[0.5, 0.4, 0.1]),
            "source": np.array(names_of(dice, 30))[dice.integers(0, 30, ACLED_ROWS)],
            "notes": [
                f"On this day, {a} was in a {what.lower()} in {place}, {up}."
                for a, what, place, up in zip(first, types[:, 1], name, province, strict=True)
            ],
            "fatalities": dice.integers(0, 12, ACLED_ROWS),
            "timestamp": 1_640_000_000,
        }
    )
    save_file(folder / "acled.csv", csv_bytes(table.sort_values("event_date")))


def write_areas(country: Land, path: Path) -> None:
    """Write the districts as GeoJSON under the property names of a map of boundaries."""
    renamed = country.areas.rename(columns={"code": "ADM2_PCODE", "name": "ADM2_EN", "province": "ADM1_EN"})
    save_file(path, renamed.drop(columns="province_code").to_json().encode())


def districts_of(dice: Dice, country: Land, rows: int) -> np.ndarray[Any, Any]:
    """Return the district of each event: few have many events, most have few."""
    weight = dice.pareto(1.1, len(country.areas)) + 0.05
    return dice.choice(len(country.areas), rows, p=weight / weight.sum())


def points_inside(dice: Dice, country: Land, at: np.ndarray[Any, Any]) -> tuple[Any, Any]:
    """Return longitude and latitude of a place in each of these districts: one of its three towns."""
    inside = country.areas.representative_point()
    size = np.sqrt(shapely.area(country.areas.geometry.to_numpy())) / 12
    town = dice.integers(0, 3, len(at))
    shift = np.array([[0, 0], [1, 0.4], [-0.7, 0.8]])[town] * size[at][:, None]
    lon, lat = inside.x.to_numpy()[at] + shift[:, 0], inside.y.to_numpy()[at] + shift[:, 1]
    return lon.round(4), lat.round(4)


def actors_of(dice: Dice, count: int) -> list[str]:
    """Return invented armed actors, the government first."""
    kinds = ("Front", "Brigade", "Movement", "Army", "Militia")
    return [
        f"Government of {names_of(dice, 1)[0]}",
        *(f"{n} {kinds[i % 5]}" for i, n in enumerate(names_of(dice, count - 1))),
    ]


def two_of(dice: Dice, actors: list[str], rows: int) -> tuple[Any, Any]:
    """Return two different actors for each event, the first ones of the list far more often."""
    weight = 1 / np.arange(1, len(actors) + 1) ** 1.2
    first = dice.choice(len(actors), rows, p=weight / weight.sum())
    second = (first + dice.integers(1, len(actors), rows)) % len(actors)
    return np.array(actors)[first], np.array(actors)[second]


def other_spelling(name: str) -> str:
    """Return the name as somebody else writes it."""
    for ours, theirs in SPELLINGS:
        if ours in name:
            return name.replace(ours, theirs, 1)
    return name
