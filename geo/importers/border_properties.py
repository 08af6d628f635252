"""The properties of a file of borders -> ours, and the areas with them as GeoJSON."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.importers.ids import area_ids, unique_ids
from geo.reading import AREA_PROPERTIES, NAME_COLUMN, DataError, Problem, nearest, rule

SOURCE_ID: Final = "source_id"
"""The property that keeps an id as the file of borders has it, where it could not stay."""

MOST_NAMED: Final = 30
"""So many of a file's properties are named when one is missing."""


class Columns(NamedTuple):
    """The properties that hold an area's id, its name and the unit above it; "" = none does."""

    id: str
    name: str
    parent: str


def columns_of(file: Path, there: list[str], chosen: Iterable[str | None]) -> Columns:
    """Return the properties that were chosen or are usual, whatever their case.

    Raises
    ------
    DataError
        If any that was chosen, or any for a name, is missing; once, with those that exist.
    """
    options = [name for name in there if name != "geometry"]
    by_name = {name.lower(): name for name in reversed(options)} | {name: name for name in options}
    usual = Columns("area_id", "name", "province")
    found = [
        by_name.get(name or default, by_name.get((name or default).lower(), ""))
        for name, default in zip(chosen, usual, strict=True)
    ]
    missing = [name for name, column in zip(chosen, found, strict=True) if name and not column]
    if not found[1] and not missing:
        missing = [usual.name]
    if missing:
        raise DataError([_missing(file, missing, options)])
    return Columns(*found)


def _missing(file: Path, missing: list[str], there: list[str]) -> Problem:
    near = dict.fromkeys(near for name in missing for near in nearest(name, there, most=1))
    hint = f"did you mean {' and '.join(near)}?" if near else ""
    said = rule("no_property", names=" and ".join(missing), there=", ".join(there[:MOST_NAMED]) or "none")
    return Problem(file.name, None, None, "", said, hint)


def properties_of(file: Path, features: gpd.GeoDataFrame, columns: Columns) -> pd.DataFrame:
    """Return our properties of the features, as text; the file's own are kept where they are ours too.

    Raises
    ------
    DataError
        If an id appears twice.
    """
    cells = {name: texts(features[name]) for name in features.columns if name != "geometry"}
    kept = [n for n in cells if n in AREA_PROPERTIES or NAME_COLUMN.fullmatch(n) or n == SOURCE_ID]
    table = pd.DataFrame({name: cells[name] for name in kept}, index=features.index)
    table["name"] = cells[columns.name]
    above = cells[columns.parent] if columns.parent else pd.Series("", index=features.index)
    written = cells[columns.id] if columns.id else pd.Series("", index=features.index)
    if columns.id:
        _refuse_twice(file, columns.id, written)
    table["area_id"] = area_ids(written, table["name"], above)
    if columns.parent:
        table["province"] = above
        groups = unique_ids(above[above != ""], taken=table["area_id"])
        table["parent"] = table.get("parent", above.map(groups).fillna(""))
    changed = (written != "") & (written != table["area_id"])
    if changed.any():
        table[SOURCE_ID] = written.where(changed, table.get(SOURCE_ID, ""))
        variants = table.get("name_variants", pd.Series("", index=table.index))
        table["name_variants"] = variants.where(~changed, (variants + ";" + written).str.strip(";"))
    return table


def texts(cells: pd.Series) -> pd.Series:
    """Return a property as text, "" = absent; a whole number has no decimals, as where some are absent."""
    if pd.api.types.is_float_dtype(cells) and (cells.dropna() % 1 == 0).all():
        cells = cells.astype("Int64")
    return cells.astype("object").where(cells.notna(), "").astype("str").str.strip()


def _refuse_twice(file: Path, column: str, ids: pd.Series) -> None:
    """Raise with every id that more than one feature has."""
    counted = Counter(ids[ids != ""])
    if twice := [name for name, count in counted.items() if count > 1]:
        said = rule("ids_twice", count=len(twice), names=", ".join(twice[:3]))
        raise DataError([Problem(file.name, None, column, "", said)])


def collection(table: pd.DataFrame, outlines: np.ndarray) -> bytes:
    """Return areas as a feature collection, properties that are absent left out."""
    first = [name for name in AREA_PROPERTIES if name in table]
    ordered = table[[*first, *(name for name in table if name not in first)]]
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {str(name): value for name, value in row.items() if value},
            "geometry": shapely.geometry.mapping(outline),
        }
        for row, outline in zip(ordered.to_dict("records"), outlines, strict=True)
    ]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode("utf-8", "replace")
