"""Which files were made for the page, and whether they are as they were written."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from geo.reading import DataError, Problem, rule
from geo.scale import prepared, statements, windows

FOLDERS: Final = (prepared.FOLDER, prepared.SHAPES, statements.FOLDER, windows.FOLDER)
HASHED: Final = (prepared.FOLDER, prepared.SHAPES)
"""Their files are used in place of checked ones; of the others, which may be large, the size tells."""


class Mark(NamedTuple):
    """By what a file is known again: its bytes, and their SHA-256, "" = not asked for."""

    size: int
    sha256: str


def inventory(out: Path) -> dict[str, Mark]:
    """Return the mark of each file by its path inside the output."""
    files = (file for folder in FOLDERS for file in sorted((out / folder).glob("*")))
    return {f"{file.parent.name}/{file.name}": _mark(file) for file in files}


def refuse_changed(out: Path, marks: Mapping[str, Iterable[object]]) -> None:
    """Raise if a file of an inventory is not there or is not as it was written.

    Raises
    ------
    DataError
        With each of them, and the command that makes them anew.
    """
    now = inventory(out)
    changed = [name for name, mark in marks.items() if now.get(name) != tuple(mark)]
    if changed:
        broken = rule("timeline_broken")
        raise DataError(Problem(f"{out.name}/{name}", None, None, "", broken) for name in changed)


def _mark(file: Path) -> Mark:
    if file.parent.name not in HASHED:
        return Mark(file.stat().st_size, "")
    with file.open("rb") as read:
        return Mark(file.stat().st_size, hashlib.file_digest(read, "sha256").hexdigest())
