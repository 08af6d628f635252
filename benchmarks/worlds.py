"""Conflict folders in which a fixed share of areas changes each day, for measuring the browser.

`benchmarks.war` makes realistic wars; here every day has the same amount of work, so that a median is
meaningful. The alternatives get the same areas, days and colours as a precomputed table.
"""

import csv
import datetime as dt
import json
import math
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from geo.reading.vocabulary import REPORT_COLUMNS, SOURCE_COLUMNS

FIRST = dt.date(2021, 8, 1)
DAYS = 40
SIDE_POINTS = 15
"""Vertices per side of an area: 60 in all."""

SEED = 20210905
PALETTE = ("#E69F00", "#0072B2")
ACTORS = ("west", "east")

SETTINGS = """
id = "bench"
title = "Benchmark"
summary = "A made-up war with the same number of changes on every day."
ends = "Made up."
stale_days = 400
[[sides]]
id = "west"
name = "West"
[[sides]]
id = "east"
name = "East"
[[actors]]
id = "west"
name = "West"
side = "west"
colour = "#E69F00"
[[actors]]
id = "east"
name = "East"
side = "east"
colour = "#0072B2"
"""


class Size(NamedTuple):
    """How many areas, and which share of them changes hands every day."""

    areas: int
    share: float

    @property
    def name(self) -> str:
        """Folder name."""
        return f"{self.areas}-{round(self.share * 100)}"


def holders(size: Size) -> np.ndarray[Any, Any]:
    """Holder (0 or 1) by day and area; at least one area changes every day."""
    dice = np.random.default_rng(SEED)
    changing = max(1, round(size.share * size.areas))
    held = dice.integers(0, 2, size.areas)
    table = [held]
    for _ in range(DAYS - 1):
        held = held.copy()
        held[dice.choice(size.areas, changing, replace=False)] ^= 1
        table.append(held)
    return np.array(table)


def corners(areas: int) -> np.ndarray[Any, Any]:
    """Corner points of an irregular grid, row by column by (longitude, latitude)."""
    dice = np.random.default_rng(SEED)
    columns = math.ceil(math.sqrt(areas))
    lon, lat = np.meshgrid(np.linspace(66, 72, columns + 1), np.linspace(33, 37, columns + 1))
    return np.stack([lon, lat], axis=2) + dice.uniform(-0.6, 0.6, (columns + 1, columns + 1, 2)) / columns


def side(start: np.ndarray[Any, Any], end: np.ndarray[Any, Any]) -> list[list[float]]:
    """Points of a shared border without its end, the same from either side."""
    along = np.linspace(0, 1, SIDE_POINTS + 1)[:-1, None]
    low = min(tuple(start), tuple(end))
    bend = np.sin(along * np.pi * 3) * (0.04 if low == tuple(start) else -0.04)
    normal = np.array([end[1] - start[1], start[0] - end[0]])
    # Seen from the other end a sine of three half-waves is itself, and its normal is turned round.
    points: list[list[float]] = (start + along * (end - start) + bend * normal).round(6).tolist()
    return points


def geojson(areas: int) -> dict[str, Any]:
    """Areas of 60 vertices that share their borders, as a feature collection."""
    grid = corners(areas)
    columns = grid.shape[1] - 1
    features = []
    for number in range(areas):
        row, column = divmod(number, columns)
        box = [grid[row, column], grid[row, column + 1], grid[row + 1, column + 1], grid[row + 1, column]]
        ring = [point for i in range(4) for point in side(box[i], box[(i + 1) % 4])]
        features.append(feature(number, [*ring, ring[0]]))
    return {"type": "FeatureCollection", "features": features}


def feature(number: int, ring: list[list[float]]) -> dict[str, Any]:
    """One area."""
    name = f"a{number:04d}"
    properties = {"area_id": name, "name": f"Area {number}"}
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": name, "properties": properties, "geometry": geometry}


def reports(held: np.ndarray[Any, Any]) -> list[list[str]]:
    """One statement, named and by an outlet, for every area's first holder and every change."""
    changed = np.ones_like(held, dtype=bool)
    changed[1:] = held[1:] != held[:-1]
    return [statement(n, int(day), int(area), held) for n, (day, area) in enumerate(np.argwhere(changed))]


def statement(number: int, day: int, area: int, held: np.ndarray[Any, Any]) -> list[str]:
    """One row of the reports table."""
    iso = (FIRST + dt.timedelta(days=day)).isoformat()
    party = ACTORS[held[day, area]]
    given = {
        "report_id": f"r{number}",
        "statement_id": f"r{number}",
        "origin_id": f"o{number}",
        "area_id": f"a{area:04d}",
        "place_as_written": f"Area {area}",
        "scope": "named",
        "claim": "holds",
        "polarity": "asserts",
        "party": party,
        "claimant": f"Correspondent {area % 50}",
        "voice_id": f"voice-{area % 50}",
        "claimant_side": "outlet",
        "source_id": f"s{day}",
        "date_to": iso,
        "quote": f"Area {area} is held by {party}",
        "reliability": "C",
        "credibility": "3",
    }
    return [given.get(column, "") for column in REPORT_COLUMNS]


def sources() -> list[list[str]]:
    """One article a day."""
    rows = []
    for day in range(DAYS):
        iso = (FIRST + dt.timedelta(days=day)).isoformat()
        given = dict.fromkeys(("article_day", "published_from", "published_to"), iso)
        given |= {
            "source_id": f"s{day}",
            "outlet": f"Paper {day % 7}",
            "title": f"Day {day}",
            "language": "en",
        }
        given |= {"published_basis": "dateline"}
        rows.append([given.get(column, "") for column in SOURCE_COLUMNS])
    return rows


def write(size: Size, folder: Path) -> Path:
    """Write the conflict folder, including `world.json` for the alternatives, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    held, areas = holders(size), geojson(size.areas)
    (folder / "conflict.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "districts.geojson").write_text(json.dumps(areas), encoding="utf-8")
    write_table(folder / "control_reports.csv", REPORT_COLUMNS, reports(held))
    write_table(folder / "sources.csv", SOURCE_COLUMNS, sources())
    world = {"first": FIRST.isoformat(), "palette": PALETTE, "days": held.tolist(), "geojson": areas}
    (folder / "world.json").write_text(json.dumps(world), encoding="utf-8")
    return folder


def write_table(path: Path, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
