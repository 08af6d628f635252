"""`datapackage.json`: the folder as a Frictionless Data Package, made from the code's own schema.

Source of the format: the Data Package standard, version 1 (profile `data-package`).
"""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from geo.reading import schema
from geo.reading.cells import of_table
from geo.reading.file_names import STORIES
from geo.reading.schema import Column, Kind, Need
from geo.reading.tables import read_header
from geo.reading.text import text_of
from geo.reading.vocabulary import OTHER_SIDES

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict
    from geo.reading.records import Header

FILE: Final = "datapackage.json"
TABLES: Final = {
    "control_reports.csv": (schema.REPORTS, "report_id"),
    "sources.csv": (schema.SOURCES, "source_id"),
    "places.csv": (schema.PLACES, ""),
    "names.csv": (schema.SPELLINGS, ""),
    "translations.csv": (schema.TRANSLATIONS, ""),
}
OTHERS: Final = {
    "districts.geojson": "application/geo+json",
    "river.geojson": "application/geo+json",
    "outline.geojson": "application/geo+json",
    "conflict.toml": "application/toml",
    "control_reports.parquet": "application/vnd.apache.parquet",
    "relief.tif": "image/tiff",
    "relief.png": "image/png",
    **dict.fromkeys(STORIES, "text/markdown"),
}
TYPES: Final = {Kind.DAY: "date", Kind.NUMBER: "number"}
LICENCE: Final = "other-at"
"""The standard's name for a licence that asks for attribution; the conflict file's text is its title."""


def data_package(conflict: "Conflict", files: Mapping[str, bytes]) -> bytes:
    """Return the package of a folder's files as JSON, with a type for every column that is not text."""
    about = {
        "profile": "data-package",
        "name": conflict.id.lower(),
        "title": conflict.title,
        "description": conflict.summary or conflict.title,
        "licenses": [{"name": LICENCE, "title": conflict.licence or "not stated"}],
        "sources": package_sources(conflict.sources),
        "resources": [*table_resources(conflict, files), *other_resources(files)],
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def package_sources(sources: pd.DataFrame) -> list[dict[str, str]]:
    """Return the articles as the package's sources."""
    return [
        {"title": f"{outlet}: {title}"} | ({"path": url} if url else {})
        for outlet, title, url in zip(sources["outlet"], sources["title"], sources["url"], strict=True)
    ]


def table_resources(conflict: "Conflict", files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Return the CSV files with the schema of the columns that they have, in their order."""
    found = []
    for name, (columns, key) in TABLES.items():
        if name in files:
            text = text_of(name, files[name])
            header = read_header(name, text, schema.names(columns))
            found.append(
                {
                    "name": name.removesuffix(".csv"),
                    "path": name,
                    "profile": "tabular-data-resource",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": text.encoding,
                    "dialect": {"delimiter": header.delimiter},
                    "schema": table_schema(conflict, columns, header, key),
                }
            )
    return found


def table_schema(
    conflict: "Conflict", columns: Sequence[Column], header: "Header", key: str
) -> dict[str, Any]:
    """Return the fields, the key, and the link from reports to sources."""
    known = {column.name: column for column in columns}
    needs = {Need.FILLED, Need.QUOTES} - ({Need.QUOTES} if of_table(conflict.reports).any() else set())
    fields = [
        field(known[name], words(conflict, known[name]), needed=known[name].need in needs)
        if name in known
        else {"name": name, "type": "any"}
        for name in header.names
    ]
    keys: dict[str, Any] = {"primaryKey": key} if key else {}
    if key == "report_id":
        reference = {"resource": "sources", "fields": "source_id"}
        keys["foreignKeys"] = [{"fields": "source_id", "reference": reference}]
    return {"fields": fields, "missingValues": [""], **keys}


def field(column: Column, allowed: Sequence[str], *, needed: bool) -> dict[str, Any]:
    """Return a column as a field."""
    limits: dict[str, Any] = {"required": True} if needed else {}
    limits |= {"enum": list(allowed)} if allowed else {}
    kind = {"name": column.name, "type": TYPES.get(column.kind, "string"), "description": column.about}
    return kind | ({"constraints": limits} if limits else {})


def words(conflict: "Conflict", column: Column) -> tuple[str, ...]:
    """Return the closed list of a column: of the schema, or of the conflict."""
    lists = {"party": tuple(conflict.actors), "claimant_side": (*conflict.sides, *OTHER_SIDES)}
    return lists.get(column.name, column.words)


def other_resources(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Return the files that are not tables."""
    return [
        {"name": name.replace(".", "-"), "path": name, "format": name.split(".")[-1], "mediatype": media}
        for name, media in OTHERS.items()
        if name in files
    ]
