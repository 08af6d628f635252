"""The record of an export, read back from each format."""

import html
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath
from typing import Final, NamedTuple

from geo.export.embedded import ELEMENTS, KEYWORD, MEMBER, PNG_START, SIDECAR
from geo.export.provenance import SCHEMA, Record, seal_of, sha256
from geo.reading import DataError

LONGEST_RECORD: Final = 1_000_000


class Found(NamedTuple):
    """A record as read from an export, and whether the export is unchanged since it was sealed."""

    record: Record
    untouched: bool


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
