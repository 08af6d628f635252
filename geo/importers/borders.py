"""Borders as they come -> `districts.geojson`: any format, any properties, any coordinate system."""

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd

from geo.importers.border_properties import Columns, collection, columns_of, properties_of
from geo.importers.layers import features_of
from geo.importers.outlines import as_areas, in_degrees, mended
from geo.reading import DISTRICTS, DataError, Problem, bytes_of, read_areas, rule


def areas_of(
    path: Path,
    *,
    id_column: str | None = None,
    name_column: str | None = None,
    parent_column: str | None = None,
    repair: bool = False,
) -> tuple[bytes, list[Problem]]:
    """Read the areas of a file, or of a conflict's folder.

    Parameters
    ----------
    id_column, name_column, parent_column
        Properties of the file; None = `area_id`, `name`, and what the file has as `province`. Without an
        id, ids are made from the names.
    repair
        Whether outlines that cross themselves are mended.

    Returns
    -------
    districts, notices
        `districts.geojson`, in EPSG:4326; and what was left out, mended, or cannot be shown. A file or
        folder that is one of ours already stays as it is, byte for byte, unless it is repaired.

    Raises
    ------
    DataError
        If the file cannot be read, lacks a property or has an id twice, or if none of it can be shown.
    """
    file = path / DISTRICTS if path.is_dir() else path
    chosen = (id_column, name_column, parent_column)
    if path.is_dir() or (not any(chosen) and file.suffix.lower() in {".geojson", ".json", ""}):
        data = bytes_of(file)
        if not repair and _is_ours(data):
            return data, read_areas(data)[1]
    features = features_of(file)
    columns = columns_of(file, [str(name) for name in features.columns], chosen)
    data, notices = _written(file, features, columns, repair=repair)
    return data, [*notices, *_set_aside(data, repaired=repair)]


def _is_ours(data: bytes) -> bool:
    """Return whether a file has our own properties: others are told by the names of theirs."""
    return b'"FeatureCollection"' in data and b'"area_id"' in data


def _set_aside(data: bytes, *, repaired: bool) -> Iterator[Problem]:
    """Yield the areas that the map will not show, and how one that crosses itself could be mended."""
    for problem in read_areas(data)[1]:
        crossed = getattr(problem.rule, "key", "") == "not_simple"
        yield problem._replace(suggestion="--repair mends it") if crossed and not repaired else problem


def _written(
    file: Path, features: gpd.GeoDataFrame, columns: Columns, *, repair: bool
) -> tuple[bytes, list[Problem]]:
    """Return the areas of the features as GeoJSON, and what was left out or mended."""
    table = properties_of(file, features, columns)
    labels = [f"feature {n} ({area_id})" for n, area_id in enumerate(table["area_id"], start=1)]
    outlines, reasons = as_areas(in_degrees(file, features.geometry))
    notes = [(place, said) for place, said in enumerate(reasons) if said]
    if repair:
        outlines, mendings = mended(outlines)
        notes += mendings
    notices = [Problem(file.name, None, f"{labels[place]} geometry", "", said) for place, said in notes]
    kept = [place for place, outline in enumerate(outlines) if outline is not None]
    if not kept:
        raise DataError([Problem(file.name, None, None, "", rule("no_areas")), *notices])
    return collection(table.iloc[kept], outlines[kept]), notices
