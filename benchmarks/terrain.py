"""The map of a made-up war: areas with irregular shared borders, and a whole conflict folder."""

from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from benchmarks.war import ACTORS, ALLIES, War
from geo.reading.vocabulary import AREA_PROPERTIES, REPORT_COLUMNS, SOURCE_COLUMNS, STORED_CRS

Points = npt.NDArray[np.float64]

WEST, SOUTH, WIDTH, HEIGHT = 61.0, 30.0, 13.0, 8.0
"""Degrees: roughly the location and size of Afghanistan."""

COLOURS: Final = {"north": "#0072B2", "south": "#E69F00", "hill": "#009E73"}


def outlines(made: War, vertices: int = 60, *, seed: int = 7) -> gpd.GeoDataFrame:
    """Return the areas as `Conflict.areas`: `vertices` each, borders shared point for point, no gaps."""
    dice = np.random.default_rng(seed)
    columns, rows = made.columns, -(-len(made.areas) // made.columns)
    nodes = np.stack(np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0)), axis=-1)
    nodes += dice.uniform(-0.2, 0.2, nodes.shape)
    scale = np.array([WIDTH / columns, HEIGHT / rows])
    per_side = max(1, vertices // 4)
    flat = borders(dice, nodes[:, :-1], nodes[:, 1:], per_side) * scale + (WEST, SOUTH)
    steep = borders(dice, nodes[:-1], nodes[1:], per_side) * scale + (WEST, SOUTH)
    row, column = np.divmod(np.arange(len(made.areas)), columns)
    up, back = steep[row, column + 1], flat[row + 1, column][:, ::-1]
    down = steep[row, column][:, ::-1]
    rings = np.concatenate([flat[row, column][:, :-1], up[:, :-1], back[:, :-1], down], axis=1)
    return gpd.GeoDataFrame(properties(made), geometry=shapely.polygons(np.round(rings, 6)), crs=STORED_CRS)


def borders(dice: np.random.Generator, start: Points, end: Points, per_side: int) -> Points:
    """Return an irregular line from each start to each end, both included."""
    share = np.linspace(0, 1, per_side + 1)[:, None]
    line = start[..., None, :] * (1 - share) + end[..., None, :] * share
    line[..., 1:-1, :] += dice.uniform(-0.25, 0.25, line[..., 1:-1, :].shape) / per_side
    return line


def properties(made: War) -> pd.DataFrame:
    """Return the areas' properties, index area_id."""
    number = np.arange(len(made.areas))
    of = {area: province for province, areas in made.provinces.items() for area in areas}
    province = [of[area] for area in made.areas]
    table = pd.DataFrame(dict.fromkeys(AREA_PROPERTIES[1:], ""), index=pd.Index(made.areas, name="area_id"))
    names = [f"District {place + 1}" for place in number]
    return table.assign(name=names, kind="district", parent=province, province=province)


def write_folder(made: War, folder: Path, vertices: int = 60) -> None:
    """Write the war as a conflict folder that `geo.reading.conflict.load_conflict` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conflict.toml").write_text(settings(made), encoding="utf-8")
    (folder / "districts.geojson").write_text(
        outlines(made, vertices).reset_index().to_json(), encoding="utf-8"
    )
    made.sources.reindex(columns=[*SOURCE_COLUMNS[1:]]).to_csv(folder / "sources.csv", date_format="%Y-%m-%d")
    made.reports[list(REPORT_COLUMNS)].to_csv(
        folder / "control_reports.csv", index=False, date_format="%Y-%m-%d"
    )


def settings(made: War) -> str:
    """Return `conflict.toml`."""
    head = [
        'id = "made-up"',
        'title = "A made-up war"',
        'summary = "Nothing here happened."',
        f'focus = "{next(iter(made.regions))}"',
    ]
    sides = [
        f'[[sides]]\nid = "{side}"\nname = "{side.title()}"\nallies = {list(ALLIES[side])}' for side in ALLIES
    ]
    actors = [
        f'[[actors]]\nid = "{actor}"\nname = "{actor.title()}"\nside = "{side}"\ncolour = "{COLOURS[actor]}"'
        for actor, side in ACTORS.items()
    ]
    groups = [
        f'[[groups]]\nid = "{group}"\nname = "Group {group}"\nkind = "province"\nmembers = {list(members)}'
        for group, members in {**made.provinces, **made.regions}.items()
    ]
    return "\n\n".join(["\n".join(head), *sides, *actors, *groups]) + "\n"
