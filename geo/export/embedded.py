"""The record of an export, written where each format has room for it, and read back."""

import html
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from geo.export.provenance import SCHEMA, Record, as_json, seal_of, sha256
from geo.reading import DataError

PNG_START: Final = 33
"""Bytes of a PNG before its second chunk: signature and IHDR."""

KEYWORD: Final = b"provenance"
MEMBER: Final = "provenance.json"
"""The record's name inside a ZIP file."""

SIDECAR: Final = "-metadata.json"
"""Added to a CSV file's name: the place that W3C "CSV on the Web" gives to a table's metadata."""

LONGEST_RECORD: Final = 1_000_000

ELEMENTS: Final = {
    ".svg": ('<metadata id="provenance">', "</metadata>"),
    ".html": ('<script type="application/json" id="provenance">', "</script>"),
}
"""Where text formats carry the record."""


class Found(NamedTuple):
    """A record as read from an export, and whether the export is unchanged since it was sealed."""

    record: Record
    untouched: bool


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


def record_of(name: str, export: bytes, sidecar: bytes | None = None) -> Found:
    """Return the record that an export carries.

    Parameters
    ----------
    name
        The file's name; its extension says where to look.
    export
        The file's bytes.
    sidecar
        Of a CSV file: the bytes of the metadata file beside it, None = there is none.

    Raises
    ------
    DataError
        If the extension is unknown, or no record is found.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise DataError.at(name, f"is not an export: its name should end in one of {', '.join(READERS)}")
    try:
        found = READERS[ending](export, sidecar)
    except (ValueError, LookupError, struct.error, zipfile.BadZipFile, zlib.error) as error:
        raise DataError.at(name, f"has no readable provenance: {error}") from error
    if found is None or not isinstance(found.record, dict) or found.record.get("provenance") != SCHEMA:
        hint = f"{name}{SIDECAR} belongs next to it" if ending == ".csv" else ""
        raise DataError.at(name, "has no provenance from this program", suggestion=hint)
    return found


def _from_png(export: bytes, _: bytes | None) -> Found | None:
    (size,) = struct.unpack(">I", export[PNG_START : PNG_START + 4])
    body = export[PNG_START + 4 : PNG_START + 8 + min(size, LONGEST_RECORD)]
    kind, _, text = body.partition(b"\0")
    if kind != b"tEXt" + KEYWORD:
        return None
    record = json.loads(text)
    bare = export[:PNG_START] + export[PNG_START + 12 + size :]
    return Found(record, record.get("output") == sha256(bare))


def _from_element(ending: str) -> Callable[[bytes, bytes | None], Found | None]:
    opening, closing = (part.encode() for part in ELEMENTS[ending])

    def reader(export: bytes, _: bytes | None) -> Found | None:
        text = export.partition(opening)[2].partition(closing)[0]
        return _sealed(export, json.loads(html.unescape(text.decode("ascii")))) if text else None

    return reader


def _from_pdf(export: bytes, _: bytes | None) -> Found | None:
    match = re.search(rb"/Keywords \(([^()]{1,1000000})\)", export)
    return _sealed(export, json.loads(re.sub(rb"\\(.)", rb"\1", match[1]))) if match else None


def _from_geojson(export: bytes, _: bytes | None) -> Found | None:
    return _sealed(export, json.loads(export)["provenance"])


def _from_csv(export: bytes, sidecar: bytes | None) -> Found | None:
    if sidecar is None:
        return None
    record = json.loads(sidecar)["provenance"]
    return Found(record, record.get("output") == sha256(export))


def _from_zip(export: bytes, _: bytes | None) -> Found | None:
    with zipfile.ZipFile(io.BytesIO(export)) as archive:
        if archive.getinfo(MEMBER).file_size > LONGEST_RECORD:
            return None
        record = json.loads(archive.read(MEMBER))
        inputs = {name: _member_sha256(archive, name) for name in archive.namelist() if name != MEMBER}
    return Found(record, inputs == record.get("inputs"))


def _member_sha256(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as member:
        return sha256(member.read())


def _sealed(export: bytes, record: Record) -> Found:
    return Found(record, record.get("output") == seal_of(export, record))


READERS: Final[dict[str, Callable[[bytes, bytes | None], Found | None]]] = {
    ".png": _from_png,
    ".svg": _from_element(".svg"),
    ".html": _from_element(".html"),
    ".pdf": _from_pdf,
    ".geojson": _from_geojson,
    ".csv": _from_csv,
    ".zip": _from_zip,
}
