"""Where an export comes from: a record inside it, sealed with the export's own SHA-256."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import geo
from geo.reading import RULE_VERSION, Conflict

if TYPE_CHECKING:
    from geo.view import View

Record: TypeAlias = Mapping[str, Any]

PROGRAM: Final = f"panjshir-control-map {geo.__version__}"

SCHEMA: Final = "control-map-provenance/1"
"""Name and version of the record's format."""

BLANK: Final = "0" * 64
"""Placeholder for an export's own SHA-256 while that is computed."""


def provenance(conflict: Conflict, view: "View", kind: str, *, day: bool = True) -> dict[str, Any]:
    """Return the record of an export: the same view of the same files gives the same record.

    Parameters
    ----------
    conflict, view
        What was exported.
    kind
        What the export is: ``map.png``, ``timeline.csv``.
    day
        Whether the export is about one day.

    Returns
    -------
    dict
        In a stable order; `inputs` is file name -> SHA-256 of its bytes; `output` is `BLANK` until
        the export is sealed. There is no time of export: an export made again is the same, byte for byte.
    """
    return {
        "provenance": SCHEMA,
        "kind": kind,
        "conflict": conflict.id,
        "title": conflict.title,
        "day": view.day.isoformat() if day else None,
        "narrator": view.narrator,
        "known": view.known.isoformat() if view.known else None,
        "area": view.area,
        "report": view.report,
        "language": view.language,
        "rule": RULE_VERSION,
        "program": PROGRAM,
        "licence": conflict.licence,
        "corrections": conflict.corrections,
        "inputs": dict(sorted(conflict.sha256.items())),
        "output": BLANK,
    }


def as_json(record: Record, *, indent: int | None = None) -> str:
    """Return the record as ASCII JSON that is safe inside HTML, XML and PDF strings."""
    text = json.dumps(record, ensure_ascii=True, indent=indent)
    for sign in "<>&()":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def sealed(export: bytes) -> bytes:
    """Return an export with `BLANK` replaced by its own SHA-256."""
    return export.replace(BLANK.encode(), sha256(export).encode())


def seal_of(export: bytes, record: Record) -> str:
    """Return the SHA-256 that an export's record should have: that of the export before it was sealed."""
    return sha256(export.replace(str(record.get("output")).encode(), BLANK.encode()))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
