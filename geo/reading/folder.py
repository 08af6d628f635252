"""The files of a conflict's folder, each read whole and never while it is being written."""

import hashlib
import time
from pathlib import Path
from typing import Final

from geo.reading.errors import DataError, Problem, rule

REQUIRED: Final = ("conflict.toml", "districts.geojson", "control_reports.csv", "sources.csv")
OPTIONAL: Final = ("places.csv", "translations.csv", "river.geojson", "outline.geojson")
FILES: Final = REQUIRED + OPTIONAL
LARGEST_FILE_BYTES: Final = 2_000_000_000
PATIENCE_SECONDS: Final = 3.0
SETTLED_SECONDS: Final = 0.25
"""A file that changed later than this is still being written."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of the folder that the project knows, none half-written.

    If the folder is being written to, wait for up to `PATIENCE_SECONDS`.

    Raises
    ------
    DataError
        If the folder or a required file is missing, cannot be read, or never stops changing.
    """
    if not folder.is_dir():
        raise DataError.at(folder, rule("no_folder"))
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if wait := unsettled_seconds(folder):
            time.sleep(wait)
            continue
        before = signature(folder)
        files = read_once(folder)
        if signature(folder) == before:
            return files
    raise DataError.at(folder, rule("keeps_changing"))


def unsettled_seconds(folder: Path) -> float:
    """Return how long to wait until the newest change is `SETTLED_SECONDS` old: it may be half-written.

    A time in the future comes from another machine's clock, not from a write just now.
    """
    newest = max((changed_ns for _, _, changed_ns, _ in signature(folder)), default=0)
    age = abs(time.time() - newest / 1e9)
    return max(SETTLED_SECONDS - age, 0.0)


def read_once(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each known file; raise with every required one that is missing or unreadable."""
    files: dict[str, bytes] = {}
    problems = []
    for name in FILES:
        try:
            files[name] = _read(folder / name)
        except FileNotFoundError:
            if name in REQUIRED:
                problems.append(Problem(name, None, None, "", rule("file_missing")))
        except ValueError as error:
            problems.append(Problem(name, None, None, "", error.args[0]))
        except OSError as error:
            problems.append(Problem(name, None, None, "", rule("cannot_read", reason=error.strerror)))
    if problems:
        raise DataError(problems)
    return files


def _read(path: Path) -> bytes:
    """Return a file's bytes; `ValueError` with the rule that it breaks."""
    if not path.is_file() and path.exists():
        raise ValueError(rule("no_file"))
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise ValueError(rule("too_large", size=LARGEST_FILE_BYTES // 1_000_000))
    return path.read_bytes()


def signature(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    """Return name, size, modification time and inode of each known file: equal = nothing was written."""
    found = []
    for name in FILES:
        try:
            stat = (folder / name).stat()
        except OSError:
            continue
        found.append((name, stat.st_size, stat.st_mtime_ns, stat.st_ino))
    return tuple(found)


def sha256_of(files: dict[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file's bytes, hexadecimal."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
