"""A file of borders, in any of the usual formats -> its features with their properties."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geopandas as gpd

from geo.reading import LARGEST_FILE_BYTES, DataError, rule

PARQUET: Final = (".parquet", ".geoparquet")
INSIDE: Final = (".shp", ".gpkg", ".geojson", ".json", ".topojson", ".fgb")
KINDS: Final = (*INSIDE, ".zip", *PARQUET)
"""Ends of the names that are read; other formats of GDAL could open addresses on the network."""

MOST_FILES: Final = 1_000
"""In a zip."""


def features_of(path: Path) -> gpd.GeoDataFrame:
    """Read GeoJSON, TopoJSON, GeoPackage, FlatGeobuf, GeoParquet or a Shapefile, also inside a zip.

    Returns
    -------
    features
        One row per feature in the file's order, RangeIndex; its properties, and geometry in the file's
        own coordinate system, None if it names none.

    Raises
    ------
    DataError
        If the file cannot be read, is of another format, or has no layer with shapes or several.
    """
    _refuse(path)
    try:
        found = gpd.read_parquet(path) if path.suffix.lower() in PARQUET else _layer(path)
    except (RuntimeError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise DataError.at(path, rule("no_borders", reason=str(error).splitlines()[0])) from error
    plain = found if found.geometry.name == "geometry" else found.rename_geometry("geometry")
    return plain.reset_index(drop=True)


def _refuse(path: Path) -> None:
    """Raise if there is no such file, if it is too large, or if it is not a file of borders by its name."""
    if not path.is_file():
        raise DataError.at(path, rule("no_file"))
    if path.suffix.lower() not in KINDS:
        raise DataError.at(path, rule("borders_kind", kinds=", ".join(KINDS)))
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise DataError.at(path, rule("too_large", size=LARGEST_FILE_BYTES // 1_000_000))


def _layer(path: Path) -> gpd.GeoDataFrame:
    """Return the one layer of a file that has shapes."""
    layers = [(source, name) for source in _sources(path) for name in _with_shapes(source)]
    if len(layers) != 1:
        names = ", ".join(name for _, name in layers)
        raise DataError.at(path, rule("several_layers", names=names) if names else rule("no_layer"))
    source, name = layers[0]
    return gpd.read_file(source, layer=name, on_invalid="ignore")


def _sources(path: Path) -> Iterator[str]:
    """Yield the file as GDAL names it; of a zip, each file of borders inside, in whatever folder."""
    if path.suffix.lower() != ".zip":
        yield str(path)
        return
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()[:MOST_FILES]
    for name in names:
        hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
        if name.lower().endswith(INSIDE) and not hidden:
            yield f"/vsizip/{{{path.resolve()}}}/{name}"


def _with_shapes(source: str) -> Iterator[str]:
    """Yield the names of the layers that are not mere tables."""
    layers = gpd.list_layers(source)
    yield from layers["name"][layers["geometry_type"].notna()].astype("str")
