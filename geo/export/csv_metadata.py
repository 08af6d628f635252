"""A CSV file and its metadata, in the form of the W3C's "CSV on the Web"."""

import json
from typing import TYPE_CHECKING, Final

import pandas as pd

from geo.export.embedded import SIDECAR
from geo.export.provenance import provenance, sha256
from geo.reading import Conflict, write_csv
from geo.timeline import FLAGS
from geo.words import load_words

if TYPE_CHECKING:
    from geo.view import View

LIST_MARK: Final = ";"
"""Separates the members of a list in one cell."""

ACTORS: Final = ("holders", "denied_holders")
REPORTS: Final = ("voted", "outvoted", "denying", "denied_by")
LISTS: Final = (*ACTORS, *REPORTS)
DAYS: Final = (
    "day",
    "until",
    "newest_vote",
    "renewed",
    "date_from",
    "date_to",
    "published_from",
    "published_to",
)


def with_metadata(conflict: Conflict, view: "View", name: str, table: pd.DataFrame) -> dict[str, bytes]:
    """Return a CSV file and its metadata, in the form of the W3C's "CSV on the Web"."""
    text = table.assign(
        **{day: table[day].dt.strftime("%Y-%m-%d").fillna("") for day in DAYS if day in table}
    )
    data = write_csv(text)
    record = {**provenance(conflict, view, name, day=False), "output": sha256(data)}
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": conflict.title,
        "dc:license": conflict.licence,
        "tableSchema": {"columns": [_column(column) for column in table.columns]},
        "provenance": record,
    }
    return {name: data, name + SIDECAR: json.dumps(described, ensure_ascii=False, indent=1).encode()}


def _column(name: str) -> dict[str, str]:
    words = load_words()
    datatype = "date" if name in DAYS else "boolean" if name in FLAGS else "string"
    described = {"name": name, "datatype": datatype}
    if name in LISTS:
        described["separator"] = LIST_MARK
    key = f"export.column.{name}"
    return {**described, "dc:description": words.say(key)} if words.has(key) else described
