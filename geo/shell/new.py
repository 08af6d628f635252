"""`geo new` and `geo package`: a small example folder, and the description of a folder for other tools."""

import shutil
from pathlib import Path
from typing import Final

from geo.reading import DataError, load_conflict, read_folder, rule
from geo.reading.datapackage import FILE, data_package

TEMPLATE: Final = Path(__file__).parent / "template"


def new_folder(folder: Path) -> None:
    """Write the template into a folder that does not exist yet or is empty.

    Raises
    ------
    DataError
        If the folder is not empty, or cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise DataError.at(folder, rule("folder_not_empty"))
        shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    except OSError as error:
        raise DataError.at(folder, rule("cannot_write", reason=error.strerror)) from error
    write_package(folder)


def write_package(folder: Path) -> Path:
    """Write the folder's `datapackage.json` and return its path.

    Raises
    ------
    DataError
        If the folder is broken or cannot be written.
    """
    path = folder / FILE
    package = data_package(load_conflict(folder), read_folder(folder))
    try:
        path.write_bytes(package)
    except OSError as error:
        raise DataError.at(path, rule("cannot_write", reason=error.strerror)) from error
    return path
