"""A small well-formed folder to break: two areas side by side, one group, two sides, one source."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from geo.reading.vocabulary import REPORT_COLUMNS, SOURCE_COLUMNS

CONFLICT = """
id = "test-1"
title = "Test"
time_zone = "Asia/Kabul"
focus = "valley"

[[sides]]
id = "red"
name = "Red"
name_fa = "سرخ"

[[sides]]
id = "blue"
name = "Blue"

[[actors]]
id = "red"
name = "Red"
side = "red"
colour = "#E69F00"

[[actors]]
id = "blue"
name = "Blue"
side = "blue"
colour = "#0072B2"

[[groups]]
id = "valley"
name = "Valley"
kind = "province"
members = ["east", "west"]
"""

REPORT = {
    "report_id": "r1",
    "statement_id": "s1",
    "origin_id": "o1",
    "area_id": "west",
    "place_as_written": "West",
    "lon": "",
    "lat": "",
    "scope": "named",
    "claim": "holds",
    "polarity": "asserts",
    "party": "red",
    "claimant": "a spokesman",
    "voice_id": "red",
    "claimant_side": "red",
    "source_id": "paper",
    "date_from": "2021-09-05",
    "date_to": "2021-09-05",
    "date_basis": "says so",
    "quote": "Red holds West",
    "quote_prefix": "",
    "sentence": "",
    "hedge": "",
    "evidence": "",
    "cell": "",
    "cell_row": "",
    "reliability": "C",
    "credibility": "3",
    "note": "",
}

SOURCE = {
    "source_id": "paper",
    "outlet": "The Paper",
    "title": "West is held",
    "article_day": "2021-09-05",
    "published_from": "2021-09-05",
    "published_to": "2021-09-06",
    "published_basis": "dateline",
    "language": "en",
}


def square(west: float, south: float, size: float = 1) -> list[list[list[float]]]:
    """Return the rings of a square polygon."""
    east, north = west + size, south + size
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(area_id: str, rings: object, /, **properties: object) -> dict[str, object]:
    """Return a polygon feature."""
    named = {"area_id": area_id, "name": area_id.title(), "parent": "valley", **properties}
    return {"type": "Feature", "properties": named, "geometry": {"type": "Polygon", "coordinates": rings}}


def place(area_id: str, lon: float, lat: float, /, **properties: object) -> dict[str, object]:
    """Return a point feature: a place."""
    return feature(area_id, [], **properties) | {"geometry": {"type": "Point", "coordinates": [lon, lat]}}


def geojson(features: Sequence[object] = (), **members: object) -> bytes:
    """Return a feature collection: west and east, and further features."""
    both = [feature("west", square(69, 35), name_variants="Westland;Gharb"), feature("east", square(70, 35))]
    return json.dumps({"type": "FeatureCollection", "features": [*both, *features], **members}).encode()


def csv_of(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    """Return rows as CSV, absent columns empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def reports(*changes: Mapping[str, str]) -> bytes:
    """Return a reports file: the good row r1, then one row per set of changes (r2, r3, …)."""
    rows = [REPORT | {"report_id": f"r{n}"} | dict(change) for n, change in enumerate(changes, start=2)]
    return csv_of([REPORT, *rows], REPORT_COLUMNS)


GOOD_REPORTS = reports()


def sources(*changes: Mapping[str, str]) -> bytes:
    """Return a sources file: the good row, then one row per set of changes."""
    return csv_of([SOURCE, *(SOURCE | dict(change) for change in changes)], SOURCE_COLUMNS)


def files(**replaced: bytes) -> dict[str, bytes]:
    """Return the good folder's files by name, some replaced (`conflict`, `districts`, …)."""
    known = {
        "conflict.toml": replaced.get("conflict", CONFLICT.encode()),
        "districts.geojson": replaced.get("districts", geojson()),
        "control_reports.csv": replaced.get("reports", reports()),
        "sources.csv": replaced.get("sources", sources()),
    }
    optional = {"outline": "outline.geojson", "names": "names.csv", "story": "story.md"}
    optional |= {"tif": "relief.tif", "png": "relief.png"}
    return known | {file: replaced[name] for name, file in optional.items() if name in replaced}


def write_folder(folder: Path, **replaced: bytes) -> Path:
    """Write the good folder's files, some replaced, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files(**replaced).items():
        (folder / name).write_bytes(data)
    return folder
