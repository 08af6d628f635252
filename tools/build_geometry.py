"""Build the map's geometry from a folder of geographic facts: districts, places, river, outline.

A developer's tool, run whenever the facts change; the map itself reads only its output.
Where the facts come from and how good they are: ``docs/geography.md``.
"""

import argparse
import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from shapely import LineString, Polygon, get_coordinates, normalize, orient_polygons, polygonize
from smooth_line import smooth_line

Row: TypeAlias = Mapping[str, str]
Ring: TypeAlias = Sequence[tuple[float, float]]

AREA_PROPERTIES: Final = ("name", "name_fa", "name_variants", "kind", "parent", "province")

DISTRICTS_STATEMENT: Final = {
    "source": "Hand-built from border waypoints that were checked against public-domain district mapping of "
    "2014 (Panjshir with seven districts) and against named passes. A border is the straight lines between "
    "its waypoints.",
    "accuracy": "Drawn to about 1 km (waypoints rounded to 0.01 degree): enough for a district map, not for "
    "a front line. Public mappings disagree on the lines between Anaba, Rokha and Bazarak and on Andarab; "
    "an eighth Panjshir district, Abshar, is in some lists of 2018-21, but no published outline of it was "
    "found.",
    "licence": "CC BY 4.0",
}
RIVER_STATEMENT: Final = {
    "source": "Hand-built: a smooth line through the Panjshir valley's settlements, in downstream order.",
    "accuracy": "Schematic: right at the settlements, a guess between them. Not a surveyed course.",
    "licence": "CC BY 4.0",
}
OUTLINE_STATEMENT: Final = {
    "source": "Hand-built from the country's outline to 0.1 degree; Kabul's position is common knowledge.",
    "accuracy": "Drawn to about 10 km: for a small locator only.",
    "licence": "CC BY 4.0",
}

RIVER_SETTLEMENTS: Final = (
    "Paryan",
    "Dasht-e-Rewat",
    "Khenj",
    "Astana",
    "Bazarak",
    "Rokha",
    "Anaba",
    "Gulbahar",
)
"""Downstream. Shutul, Dara and Malimah lie in side valleys and are left out."""

RIVER_PROPERTIES: Final = {
    "name": "Panjshir river",
    "name_fa": "دریای پنجشیر",
    "kind": "river",
    "schematic": True,
    "note": "Schematic: joins the valley's settlements from Paryan down to Gulbahar; the river begins above "
    "and flows on below.",
}
KABUL_PROPERTIES: Final = {
    "name": "Kabul",
    "name_fa": "کابل",
    "kind": "capital",
    "source": "common knowledge",
}
KABUL_POSITION: Final = "[69.17, 34.53]"


def read(facts: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of one table of the facts."""
    with (facts / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def district_rings(waypoints: Iterable[Row]) -> dict[str, Ring]:
    """Return each unit's outer ring, counter-clockwise, by the unit's name in lower case.

    A border is read once and used for both its units, so shared points are the same numbers.
    """
    borders: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in sorted(waypoints, key=lambda row: (row["border"], int(row["seq"]))):
        key = (row["border"], row["unit_a"].lower(), row["unit_b"].lower())
        borders[key].append((float(row["lon"]), float(row["lat"])))
    units = sorted({unit for _, *pair in borders for unit in pair} - {"outside"})
    return {
        unit: closed_ring(unit, [LineString(line) for key, line in borders.items() if unit in key[1:]])
        for unit in units
    }


def closed_ring(unit: str, borders: Sequence[LineString]) -> Ring:
    """Return the one ring that the borders close, starting at its westernmost point.

    Raises
    ------
    ValueError
        If the borders form no ring or several, or one border is left over.
    """
    polygons = polygonize(borders).geoms
    length = sum(border.length for border in borders)
    if len(polygons) != 1 or not math.isclose(polygons[0].length, length):
        message = f"the borders of {unit} do not close exactly one ring"
        raise ValueError(message)
    return counter_clockwise(get_coordinates(polygons[0]).tolist())


def counter_clockwise(ring: Ring) -> Ring:
    """Return the ring by the right-hand rule, starting at its westernmost point."""
    polygon = orient_polygons(normalize(Polygon(ring)))
    return [(lon, lat) for lon, lat in get_coordinates(polygon)]


def written(ring: Ring, decimals: int) -> str:
    """Return positions as JSON with a fixed number of decimals."""
    return "[" + ", ".join(f"[{lon:.{decimals}f}, {lat:.{decimals}f}]" for lon, lat in ring) + "]"


def feature(properties: Mapping[str, object], geometry_type: str, coordinates: str) -> str:
    """Return one feature as one line of GeoJSON."""
    said = json.dumps(properties, ensure_ascii=False)
    geometry = f'{{"type": "{geometry_type}", "coordinates": {coordinates}}}'
    return f'{{"type": "Feature", "properties": {said}, "geometry": {geometry}}}'


def write_collection(path: Path, statement: Mapping[str, str], features: Iterable[str]) -> None:
    """Write a feature collection that states its source, one feature per line."""
    head = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in statement.items())
    body = ",\n".join(features)
    path.write_text(f'{{"type": "FeatureCollection",\n{head}"features": [\n{body}\n]}}\n', encoding="utf-8")


SPELLINGS: Final = {"Khawak Pass": "کوتل خاواک"}
"""Names in Dari as Afghan pages write them, where the facts have another spelling."""


def build_districts(facts: Path, data: Path) -> None:
    """Write ``districts.geojson``: one polygon per unit, in the order of the facts."""
    rings = district_rings(read(facts, "border_waypoints.csv"))
    features = []
    for unit in read(facts, "units.csv"):
        properties = {"area_id": unit["unit"]} | {name: unit[name] for name in AREA_PROPERTIES}
        features.append(feature(properties, "Polygon", f"[{written(rings[unit['unit']], 2)}]"))
    write_collection(data / "districts.geojson", DISTRICTS_STATEMENT, features)


def build_places(facts: Path, data: Path) -> None:
    """Write ``places.csv``: one row per place; no area means that it lies on a border."""
    with (data / "places.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["name", "name_fa", "lon", "lat", "kind", "area_id"])
        rows = [
            row | {"name_fa": SPELLINGS.get(row["name"], row["name_fa"])} for row in read(facts, "places.csv")
        ]
        writer.writerows(row.values() for row in rows)


def build_river(facts: Path, data: Path) -> None:
    """Write ``river.geojson``: the schematic river as one line, downstream."""
    places = {row["name"]: (float(row["lon"]), float(row["lat"])) for row in read(facts, "places.csv")}
    course = smooth_line([places[name] for name in RIVER_SETTLEMENTS])
    line = feature(RIVER_PROPERTIES, "LineString", written(course, 3))
    write_collection(data / "river.geojson", RIVER_STATEMENT, [line])


def build_outline(facts: Path, data: Path) -> None:
    """Write ``outline.geojson``: the country for the locator, then its capital."""
    points = [(float(row["lon"]), float(row["lat"])) for row in read(facts, "country_outline.csv")]
    country = {"name": "Afghanistan", "name_fa": "افغانستان", "kind": "country"}
    features = [
        feature(country, "Polygon", f"[{written(counter_clockwise(points), 1)}]"),
        feature(KABUL_PROPERTIES, "Point", KABUL_POSITION),
    ]
    write_collection(data / "outline.geojson", OUTLINE_STATEMENT, features)


def main() -> None:
    """Build all four files from the folder of facts given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "facts", type=Path, help="folder with border_waypoints, units, places, country_outline (CSV)"
    )
    parser.add_argument("data", type=Path, nargs="?", default=Path("data"), help="folder to write to")
    folders = parser.parse_args()
    for build in (build_districts, build_places, build_river, build_outline):
        build(folders.facts, folders.data)


if __name__ == "__main__":
    main()
