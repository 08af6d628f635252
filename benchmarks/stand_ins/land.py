"""Invented countries: districts with irregular shared borders, provinces, towns, and names in syllables."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.reading.vocabulary import STORED_CRS

Dice = np.random.Generator
Points = np.ndarray[Any, np.dtype[np.float64]]

WEST, SOUTH, WIDTH, HEIGHT = 44.0, 30.0, 12.0, 8.0
"""Degrees; a box in which the country lies, whatever lies there on earth."""

STARTS: Final = (
    "ba",
    "cho",
    "da",
    "fe",
    "gul",
    "ha",
    "ka",
    "lo",
    "mi",
    "na",
    "pu",
    "ra",
    "sha",
    "ta",
    "wo",
    "ze",
)
MIDDLES: Final = ("", "ri", "la", "mo", "ne", "za", "shi", "du")
ENDS: Final = ("bar", "din", "gan", "kot", "lak", "mand", "nau", "pur", "rud", "sang", "tal", "war")
HOMONYMS: Final = 6
"""Pairs of districts with one name, in different provinces."""


class Land(NamedTuple):
    """A country.

    Attributes
    ----------
    areas
        One row per district: code, name, province, province_code, geometry; EPSG:4326.
    outline
        Its border, EPSG:4326.
    """

    areas: gpd.GeoDataFrame
    outline: shapely.Geometry


def land(n_areas: int, n_provinces: int, *, seed: int) -> Land:
    """Return a country of so many districts, small ones crowded round a few towns."""
    dice = np.random.default_rng(seed)
    bent = _bend(dice)
    outline = shapely.Point(WEST + WIDTH / 2, SOUTH + HEIGHT / 2).buffer(1)
    outline = shapely.affinity.scale(outline, WIDTH / 2 - 0.8, HEIGHT / 2 - 0.8)
    seeds = scattered(dice, outline, n_areas)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(seeds), extend_to=outline.envelope, ordered=True)
    cut = shapely.intersection(shapely.get_parts(cells), outline)
    shapes = shapely.transform(shapely.segmentize(cut, 0.08), bent)
    centres = scattered(dice, outline, n_provinces)
    province = ((seeds[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
    names = [f"{name} Province" for name in names_of(dice, n_provinces)]
    table = pd.DataFrame(
        {
            "code": [f"XL{p + 1:02d}{n + 1:03d}" for n, p in enumerate(province)],
            "name": with_homonyms(names_of(dice, n_areas), province),
            "province": [names[p] for p in province],
            "province_code": [f"XL{p + 1:02d}" for p in province],
        }
    )
    edge = shapely.transform(shapely.segmentize(outline, 0.08), bent)
    return Land(gpd.GeoDataFrame(table, geometry=shapes, crs=STORED_CRS), edge)


def _bend(dice: Dice) -> Callable[[Points], Points]:
    """Return what bends straight borders: the same for both sides of a border, as it asks only where."""
    wave, turn = dice.uniform(-9, 9, (6, 2)), dice.uniform(0, 6.3, 6)

    def bent(points: Points) -> Points:
        at = np.round(points, 6)
        phases = at @ wave.T + turn
        moved = np.stack([np.sin(phases), np.cos(phases)], axis=2).sum(axis=1) * 0.009
        return np.round(at + moved, 6)

    return bent


def scattered(dice: Dice, within: shapely.Geometry, count: int) -> Points:
    """Return points inside, a third of them crowded round a few centres, none on top of another."""
    centres = dice.uniform((WEST + 2, SOUTH + 2), (WEST + WIDTH - 2, SOUTH + HEIGHT - 2), (5, 2))
    anywhere = dice.uniform((WEST, SOUTH), (WEST + WIDTH, SOUTH + HEIGHT), (count * 6, 2))
    crowded = centres[dice.integers(0, 5, count * 3)] + dice.normal(0, 0.6, (count * 3, 2))
    every = dice.permutation(np.concatenate([anywhere, crowded]))
    inside = every[shapely.contains_xy(within, every[:, 0], every[:, 1])]
    chosen = np.empty((0, 2))
    for apart in (0.12, 0.05, 0.01):
        for point in inside:
            if len(chosen) < count and (np.hypot(*(chosen - point).T) > apart).all():
                chosen = np.vstack([chosen, point])
    return chosen


def names_of(dice: Dice, count: int) -> list[str]:
    """Return so many different invented names."""
    every = [f"{a}{b}{c}".title() for a in STARTS for b in MIDDLES for c in ENDS]
    return [every[n] for n in dice.permutation(len(every))[:count]]


def with_homonyms(names: list[str], province: Points) -> list[str]:
    """Return the names, the first ones given a second time to districts of other provinces."""
    made = list(names)
    for n in range(HOMONYMS):
        others = [m for m in range(len(names) // 2, len(names)) if province[m] != province[n]]
        made[others[n * 7 % len(others)]] = names[n]
    return made


def points_in(dice: Dice, country: Land, count: int) -> gpd.GeoDataFrame:
    """Return so many towns inside the country with a number, a name and the province; EPSG:4326."""
    at = scattered(dice, country.outline, count)
    towns = gpd.GeoDataFrame(geometry=shapely.points(np.round(at, 5)), crs=STORED_CRS)
    towns.insert(0, "town_no", np.arange(count) + 100_001)
    towns.insert(1, "asciiname", names_of(dice, count))
    return towns


def crossed(shape: shapely.Polygon) -> shapely.Polygon:
    """Return an outline that crosses itself: two of its neighbouring corners are swapped."""
    ring = [*shape.exterior.coords][:-1]
    at = len(ring) // 3
    ring[at], ring[at + 3] = ring[at + 3], ring[at]
    return shapely.Polygon([*ring, ring[0]])
