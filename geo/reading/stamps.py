"""Files as the system describes them: equal stamps, and nothing was written."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from geo.reading.file_names import FOLDER_FILES


class Stamp(NamedTuple):
    """A file as the system describes it: bytes, nanoseconds since 1970.

    Programs can set `modified_ns`, and some set it back after a change; `changed_ns` only the system sets.
    """

    name: str
    size: int
    modified_ns: int
    inode: int
    changed_ns: int


def signature(folder: Path, names: Sequence[str] = FOLDER_FILES) -> tuple[Stamp, ...]:
    """Return the stamp of each known file: equal = nothing was written."""
    found = []
    for name in names:
        try:
            stat = (folder / name).stat()
        except OSError:
            continue
        found.append(stamp_of(name, stat))
    return tuple(found)


def stamp_of(name: str, stat: os.stat_result) -> Stamp:
    """Return what tells a file from another of its name and from itself before a change."""
    return Stamp(name, stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_ctime_ns)
