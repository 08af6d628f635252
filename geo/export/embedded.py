"""The record of an export, written where each format has room for it, and read back."""

import struct
import zlib
from collections.abc import Mapping
from typing import Any, Final

from geo.export.provenance import Record, as_json, sha256

PNG_START: Final = 33
"""Bytes of a PNG before its second chunk: signature and IHDR."""

KEYWORD: Final = b"provenance"
MEMBER: Final = "provenance.json"
"""The record's name inside a ZIP file."""

SIDECAR: Final = "-metadata.json"
"""Added to a CSV file's name: the place that W3C "CSV on the Web" gives to a table's metadata."""


ELEMENTS: Final = {
    ".svg": ('<metadata id="provenance">', "</metadata>"),
    ".html": ('<script type="application/json" id="provenance">', "</script>"),
}
"""Where text formats carry the record."""


def png_with(png: bytes, record: Mapping[str, Any]) -> bytes:
    """Return a PNG with the record in a text chunk, sealed with the SHA-256 of the PNG without it."""
    text = as_json({**record, "output": sha256(png)}).encode("ascii")
    body = b"tEXt" + KEYWORD + b"\0" + text
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:PNG_START] + chunk + png[PNG_START:]


def element_with(record: Record, ending: str) -> str:
    """Return the element that carries the record inside SVG or HTML."""
    opening, closing = ELEMENTS[ending]
    return f"{opening}{as_json(record)}{closing}"
