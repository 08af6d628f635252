"""The files of a conflict's folder, each read whole and never while it is being written."""

import hashlib
import os
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from geo.reading.errors import DataError, Problem, rule
from geo.reading.file_names import FOLDER_FILES, IN_PLACE, REQUIRED
from geo.reading.stamps import Stamp, signature, stamp_of

LARGEST_FILE_BYTES: Final = 2_000_000_000
PATIENCE_SECONDS: Final = 3.0
SETTLED_SECONDS: Final = 0.25
"""A file that changed later than this is still being written."""


def read_folder(
    folder: Path,
    names: Sequence[str] = FOLDER_FILES,
    *,
    required: Collection[str] = REQUIRED,
    whole: Collection[Stamp] = (),
) -> dict[str, bytes]:
    """Return the bytes of each file of the folder that the project knows, none half-written.

    If the folder is being written to, wait for up to `PATIENCE_SECONDS`.

    Parameters
    ----------
    names
        Of the files, as paths inside the folder.
    required
        Those that must be there.
    whole
        Stamps of files that were surely saved whole, which nobody waits for.

    Raises
    ------
    DataError
        If the folder or a required file is missing, cannot be read, or never stops changing.
    """
    if not folder.is_dir():
        raise DataError.at(folder, rule("no_folder"))
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if wait := unsettled_seconds(folder, names, whole):
            time.sleep(wait)
            continue
        before = signature(folder, names)
        try:
            files, read = read_once(folder, names, required)
        except DataError:
            if signature(folder, names) == before:
                raise
            continue
        if read == before == signature(folder, names):
            return files
    raise DataError.at(folder, rule("keeps_changing"))


def unsettled_seconds(
    folder: Path, names: Sequence[str] = FOLDER_FILES, whole: Collection[Stamp] = ()
) -> float:
    """Return how long to wait until the newest change is `SETTLED_SECONDS` old: it may be half-written.

    A time in the future comes from another machine's clock, not from a write just now.
    """
    stamps = (stamp for stamp in signature(folder, names) if stamp not in whole)
    newest = max((stamp.modified_ns for stamp in stamps), default=0)
    age = abs(time.time() - newest / 1e9)
    return max(SETTLED_SECONDS - age, 0.0)


def read_once(
    folder: Path, names: Sequence[str] = FOLDER_FILES, required: Collection[str] = REQUIRED
) -> tuple[dict[str, bytes], tuple[Stamp, ...]]:
    """Return the bytes of each known file, and the stamps of the very files that were read.

    A folder that is swapped for another and back while it is read has the signature of before; the
    stamps tell. `DataError` with every required file that is missing, and every one that is unreadable.
    """
    files: dict[str, bytes] = {}
    stamps = []
    problems = []
    for name in names:
        try:
            files[name], stamp = _read(folder / name, name)
            stamps.append(stamp)
        except FileNotFoundError:
            if name in required and not (folder / IN_PLACE.get(name, name)).exists():
                problems.append(Problem(name, None, None, "", rule("file_missing")))
        except ValueError as error:
            problems.append(Problem(name, None, None, "", error.args[0]))
        except OSError as error:
            problems.append(Problem(name, None, None, "", rule("cannot_read", reason=error.strerror)))
    if problems:
        raise DataError(problems)
    return files, tuple(stamps)


def _read(path: Path, name: str) -> tuple[bytes, Stamp]:
    """Return a file's bytes and its stamp; `ValueError` with the rule that it breaks."""
    if not path.is_file() and path.exists():
        raise ValueError(rule("no_file"))
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError(rule("too_large", size=LARGEST_FILE_BYTES // 1_000_000))
    with path.open("rb") as file:
        stamp = stamp_of(name, os.fstat(file.fileno()))
        return file.read(), stamp


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file that somebody named.

    Raises
    ------
    DataError
        If it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError.at(path, rule("cannot_read", reason=error.strerror)) from error


def sha256_of(files: dict[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file's bytes, hexadecimal."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def key_of(sha256: Mapping[str, str]) -> str:
    """Return the key of a conflict (`Conflict.key`) that is made from files with these SHA-256."""
    text = "\n".join(f"{name} {digest}" for name, digest in sorted(sha256.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
