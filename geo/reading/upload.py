"""A conflict from an uploaded zip or set of files: within limits, in memory, for one visitor."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from geo.reading.conflict import Conflict, conflict_of
from geo.reading.errors import DataError, rule
from geo.reading.file_names import FILES

LARGEST_UPLOAD_BYTES: Final = 50_000_000
LARGEST_UNPACKED_BYTES: Final = 200_000_000
LARGEST_RATIO: Final = 200
"""Unpacked bytes per packed byte of a member; real CSV and GeoJSON stay under 50."""

FREE_RATIO_BYTES: Final = 1_000_000
"""A member smaller than this may have any ratio."""

MOST_MEMBERS: Final = 100
UPLOAD: Final = "upload"


def load_upload(upload: bytes | Mapping[str, bytes]) -> Conflict:
    """Return the conflict of a zip's bytes, or of files by name; nothing is written to disk.

    Raises
    ------
    DataError
        If a limit is exceeded, a path leads outside the zip, or the files are broken.
    """
    return conflict_of(unzipped(upload) if isinstance(upload, bytes) else gathered(upload))


def gathered(upload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the known files of an upload by plain name; a single zip is opened."""
    if sum(map(len, upload.values())) > LARGEST_UNPACKED_BYTES:
        raise DataError.at(UPLOAD, rule("too_large", size=LARGEST_UNPACKED_BYTES // 1_000_000))
    zips = [data for name, data in upload.items() if name.lower().endswith(".zip")]
    if len(zips) == len(upload) == 1:
        return unzipped(zips[0])
    known = plain_names(upload)
    return {plain: upload[name] for name, plain in known.items()}


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the known files of a zip, each read only as far as the limits allow."""
    if len(data) > LARGEST_UPLOAD_BYTES:
        raise DataError.at(UPLOAD, rule("too_large", size=LARGEST_UPLOAD_BYTES // 1_000_000))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = checked_members(archive)
            return read_members(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise DataError.at(UPLOAD, rule("broken_zip", reason=str(error))) from error
    except (UnicodeDecodeError, ValueError, IndexError, struct.error, MemoryError, OverflowError) as error:
        raise DataError.at(UPLOAD, rule("no_zip")) from error


def checked_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the known files of the zip by plain name, before any byte of them is unpacked."""
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if len(infos) > MOST_MEMBERS:
        raise DataError.at(UPLOAD, rule("too_many_files", count=len(infos), most=MOST_MEMBERS))
    for info in infos:
        refuse_odd(info)
    names = plain_names([info.filename for info in infos])
    by_name = {info.filename: info for info in infos}
    return {plain: by_name[name] for name, plain in names.items()}


def refuse_odd(info: zipfile.ZipInfo) -> None:
    """Raise if a member is a link, needs a password, or is packed by a method that few programs know."""
    if stat.S_ISLNK(info.external_attr >> 16):
        raise DataError.at(UPLOAD, rule("zip_link", name=info.filename))
    if info.flag_bits & 1:
        raise DataError.at(UPLOAD, rule("zip_locked", name=info.filename))
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise DataError.at(UPLOAD, rule("zip_method", name=info.filename))


def plain_names(names: Iterable[str]) -> dict[str, str]:
    """Return the plain name of each path that is a known file, in whatever folder.

    Raises
    ------
    DataError
        If a path is absolute or leads outside the zip, or two are the same file.
    """
    found: dict[str, str] = {}
    for name in names:
        path = _path_inside(name)
        if path.name not in FILES or "__MACOSX" in path.parts:
            continue
        if name in found or path.name in found.values():
            raise DataError.at(UPLOAD, rule("zip_twice", name=path.name))
        found[name] = path.name
    return found


def _path_inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        raise DataError.at(UPLOAD, rule("zip_path", name=name))
    return path


def read_members(archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    """Return the members' bytes; the size that a member declares is not trusted."""
    left = LARGEST_UNPACKED_BYTES
    files: dict[str, bytes] = {}
    for name, info in members.items():
        allowed = min(left, max(info.compress_size * LARGEST_RATIO, FREE_RATIO_BYTES))
        with archive.open(info) as member:
            files[name] = member.read(allowed + 1)
        if len(files[name]) > allowed:
            raise DataError.at(UPLOAD, rule("unpacks_too_large", most=LARGEST_RATIO, name=name))
        left -= len(files[name])
    return files
