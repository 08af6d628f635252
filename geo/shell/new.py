"""`geo new` and `geo package`: a small example folder, and the description of a folder for other tools."""

from pathlib import Path
from typing import Final

from geo.reading import (
    DATAPACKAGE,
    SETTINGS,
    conflict_of,
    data_package,
    load_conflict,
    read_folder,
    save_file,
    save_folder,
)

TEMPLATE: Final = Path(__file__).parent / "template"


def new_folder(folder: Path) -> None:
    """Write the template into a folder that does not exist yet or is empty.

    Raises
    ------
    DataError
        If the folder is not empty, or cannot be written.
    """
    files = {path.relative_to(TEMPLATE).as_posix(): path.read_bytes() for path in _template()}
    known = read_folder(TEMPLATE)
    save_folder(folder, {**files, DATAPACKAGE: data_package(conflict_of(known), known)})


def _template() -> list[Path]:
    """Return the files of the template, `conflict.toml` first: without it a folder is no conflict yet."""
    files = [path for path in TEMPLATE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return sorted(files, key=lambda path: (path.name != SETTINGS, path))


def write_package(folder: Path) -> Path:
    """Write the folder's `datapackage.json` and return its path.

    Raises
    ------
    DataError
        If the folder is broken or cannot be written.
    """
    path = folder / DATAPACKAGE
    save_file(path, data_package(load_conflict(folder), read_folder(folder)))
    return path
