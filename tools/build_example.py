"""Draw the invented Marches: twelve areas with shared, irregular borders, a river and places.

Writes `examples/marches/{districts,river}.geojson` and `places.csv`. The land lies in the open South
Atlantic, so that nobody takes it for a real one. The same seed gives the same bytes.
"""

import json
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

import pandas as pd
import shapely

from geo.reading import write_csv

FOLDER: Final = Path(__file__).parent.parent / "examples" / "marches"
SEED: Final = 1987
DECIMALS: Final = 4
SUBDIVISIONS: Final = 3
WANDER: Final = 0.09
"""How far a border strays from a straight line, per length."""

Point: TypeAlias = tuple[float, float]

AREAS: Final = {
    "zarnab": ("Zarnab", "زرناب", "Zarnob;Zar Nab", "upper", (0.30, -40.20)),
    "kuhdar": ("Kuhdar", "کوهدر", "Koh-e-Dar;Kohdar", "upper", (0.62, -40.12)),
    "sangrud": ("Sangrud", "سنگ‌رود", "Sang Rud;Sangrod", "upper", (0.95, -40.18)),
    "tirabad": ("Tirabad", "تیرآباد", "Tir Abad", "upper", (0.50, -40.42)),
    "mirkuh": ("Mirkuh", "میرکوه", "Mir Koh;Mirkoh", "upper", (0.84, -40.43)),
    "lalezan": ("Lalezan", "لاله‌زن", "Lala Zan", "lower", (0.26, -40.62)),
    "navdasht": ("Navdasht", "نودشت", "Naw Dasht;Nowdasht", "lower", (0.55, -40.70)),
    "pulzar": ("Pulzar", "پلزر", "Pol-e-Zar;Polzar", "lower", (0.83, -40.72)),
    "gulrud": ("Gulrud", "گل‌رود", "Gol Rud;Golrod", "lower", (0.44, -40.93)),
    "bagharan": ("Bagharan", "باغاران", "Bagh Aran", "lower", (0.76, -40.95)),
    "sarin": ("Port Sarin", "بندر سارین", "Sarin", "", (1.12, -40.80)),
    "khushk": ("Khushk", "خشک", "Khoshk", "", (1.20, -40.48)),
}
"""area_id: name, name_fa, name_variants, parent, centre."""

PROVINCES: Final = {"upper": "Upper Marches", "lower": "Lower Marches", "": "Free Coast"}
COAST: Final = [
    (0.05, -40.25), (0.35, -39.95), (0.95, -39.92), (1.30, -40.20), (1.42, -40.62),
    (1.28, -41.00), (0.85, -41.18), (0.35, -41.13), (0.02, -40.75),
]  # fmt: skip
RIVER: Final = ("kuhdar", "tirabad", "navdasht", "gulrud")
MORE_PLACES: Final = (
    ("Snow Pass", "گردنه برف", 0.675, -40.295, "pass", ""),
    ("Old Lighthouse", "فانوس کهنه", 1.19, -40.93, "village", "sarin"),
    ("White Peak", "کوه سپید", 0.98, -40.05, "peak", "sangrud"),
)


def rounded(point: Sequence[float]) -> Point:
    """Return the point to `DECIMALS`."""
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def cells() -> dict[str, list[Point]]:
    """Return each area's corners, counterclockwise: the land nearest to its centre."""
    centres = [shapely.Point(row[-1]) for row in AREAS.values()]
    land = shapely.Polygon(COAST)
    parts = shapely.voronoi_polygons(shapely.MultiPoint(centres), extend_to=land).geoms
    found = {}
    for area_id, centre in zip(AREAS, centres, strict=True):
        (cell,) = [part for part in parts if part.contains(centre)]
        ring = shapely.orient_polygons(cell.intersection(land)).exterior
        found[area_id] = [rounded(point) for point in ring.coords]
    return found


def wandering(start: Point, end: Point) -> list[Point]:
    """Return the points of a border after its start; from the other side, the same ones reversed."""
    if start > end:
        return [*wandering(end, start)[-2::-1], end]
    dice = random.Random(f"{SEED} {start} {end}")  # noqa: S311 (a drawing, not a secret)
    line = [start, end]
    for _ in range(SUBDIVISIONS):
        line = [point for pair in pairwise(line) for point in halved(*pair, dice)]
        line.append(end)
    return line[1:]


def halved(start: Point, end: Point, dice: random.Random) -> Iterator[Point]:
    """Yield the start and a middle point off the straight line."""
    yield start
    off = dice.uniform(-WANDER, WANDER)
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    yield rounded((middle[0] - off * (end[1] - start[1]), middle[1] + off * (end[0] - start[0])))


def features() -> Iterator[str]:
    """Yield one feature per line."""
    for area_id, corners in cells().items():
        ring = [corners[0]]
        for start, end in pairwise(corners):
            ring += wandering(start, end)
        name, name_fa, variants, parent, _ = AREAS[area_id]
        about = {"area_id": area_id, "name": name, "name_fa": name_fa, "name_variants": variants}
        about |= {"kind": "district", "parent": parent, "province": PROVINCES[parent]}
        shape = {"type": "Polygon", "coordinates": [ring]}
        yield json.dumps({"type": "Feature", "properties": about, "geometry": shape}, ensure_ascii=False)


def collection(lines: Iterator[str], **about: str) -> str:
    """Return a feature collection, one feature per line."""
    head = ",\n".join(f'"{key}": {json.dumps(text)}' for key, text in about.items())
    return f'{{"type": "FeatureCollection",\n{head},\n"features": [\n' + ",\n".join(lines) + "\n]}\n"


def river() -> Iterator[str]:
    """Yield the river: a wandering line through the centres."""
    centres = [AREAS[area_id][-1] for area_id in RIVER] + [(0.38, -41.13)]
    line = [centres[0]]
    for start, end in pairwise(centres):
        line += wandering(start, end)
    about = {"name": "Marches river", "name_fa": "رود مرزبوم", "kind": "river"}
    shape = {"type": "LineString", "coordinates": line}
    yield json.dumps({"type": "Feature", "properties": about, "geometry": shape}, ensure_ascii=False)


def places() -> pd.DataFrame:
    """Return a town in each area, a pass, a village and a peak."""
    towns = [(name, name_fa, *centre, "town", i) for i, (name, name_fa, _, _, centre) in AREAS.items()]
    return pd.DataFrame([*towns, *MORE_PLACES], columns=["name", "name_fa", "lon", "lat", "kind", "area_id"])


def main() -> None:
    """Write the three files."""
    about = {"source": "INVENTED: drawn by tools/build_example.py.", "licence": "CC0"}
    accuracy = "None: this land does not exist."
    (FOLDER / "districts.geojson").write_text(
        collection(features(), **about, accuracy=accuracy), encoding="utf-8"
    )
    (FOLDER / "river.geojson").write_text(collection(river(), **about, accuracy=accuracy), encoding="utf-8")
    (FOLDER / "places.csv").write_bytes(write_csv(places()))


if __name__ == "__main__":
    main()
