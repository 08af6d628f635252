"""Files saved whole: after a full disk, a refusal or a crash there is the old file or the new one."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from geo.reading.errors import DataError, rule

UNFINISHED: Final = ".unfinished"
"""End of the name of what is still being written; only a process that is killed leaves one behind."""


def save_file(path: Path, data: bytes) -> None:
    """Put a file in its place, whole.

    Raises
    ------
    DataError
        If it cannot be written; what was there before is unchanged.
    """
    save_files(path.parent, {path.name: data})


def save_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files that belong together in a folder: none is replaced before all are on the disk.

    Raises
    ------
    DataError
        If one cannot be written; all that were there before are unchanged.
    """
    waiting: dict[Path, Path] = {}
    try:
        with _told(folder / next(iter(files), "")):
            for name, data in files.items():
                path = (folder / name).resolve()  # a link stays, and what it leads to is replaced
                waiting[path] = _beside(path)
                _refuse_protected(path)
                _written(waiting[path], data, like=path)
            for path, made in waiting.items():
                made.replace(path)
            _sync_folders({path.parent for path in waiting})
    finally:
        for made in waiting.values():
            with suppress(OSError):  # it was renamed, or never made
                made.unlink()


@contextmanager
def saved(path: Path) -> Iterator[Path]:
    """Give a place to write a large file to, piece by piece; it takes its own place when all of it is there.

    Raises
    ------
    DataError
        If it cannot be written; what was there before is unchanged.
    """
    whole = path.resolve()
    made = _beside(whole)
    try:
        with _told(path):
            _refuse_protected(whole)
            yield made
            with made.open("rb") as file:
                os.fsync(file.fileno())
            made.replace(whole)
            _sync_folders({whole.parent})
    finally:
        with suppress(OSError):  # it was renamed, or never made
            made.unlink()


def save_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of files, by path inside it, that does not exist yet or is empty: all of them or none.

    A new folder appears whole. One that exists stays the same folder, since somebody may be in it, and
    the files move into it one by one, the first last.

    Raises
    ------
    DataError
        If the folder is not empty, or one of the files cannot be written; then nothing is left of any.
    """
    with _told(folder):
        if there := folder.exists():
            refuse_full(folder)
        with _parents(folder.resolve()) as whole:
            made = whole / f".{secrets.token_hex(4)}{UNFINISHED}" if there else _beside(whole)
            try:
                _fill(made, files)
                _move_in(made, whole, files) if there else made.rename(whole)
                _sync_folders({whole, whole.parent})
            finally:
                shutil.rmtree(made, ignore_errors=True)


def refuse_full(folder: Path) -> None:
    """Raise if a folder is not empty: what somebody has is not overwritten."""
    if any(folder.iterdir()):
        raise DataError.at(folder, rule("folder_not_empty"))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn a refusal of the system into one error that says why."""
    try:
        yield
    except OSError as error:
        raise DataError.at(path, rule("cannot_write", reason=error.strerror or str(error))) from error


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{UNFINISHED}")


def _refuse_protected(path: Path) -> None:
    """Raise if a file may not be written: renaming would replace it all the same."""
    if path.exists():
        path.open("r+b").close()


def _written(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a new file and wait until the disk has it; its permissions are those of `like`, if it exists."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like and like.exists():
        shutil.copymode(like, path)


@contextmanager
def _parents(folder: Path) -> Iterator[Path]:
    """Make the folders above a folder; on an error those that were not there are gone again."""
    absent = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield folder
    except BaseException:
        for parent in absent:
            with suppress(OSError):
                parent.rmdir()
        raise


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        _written(folder / name, data)
    _sync_folders({folder, *((folder / name).parent for name in files)})


def _move_in(made: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Move what was made into the folder, the first of the files last; on an error take it out again."""
    tops = dict.fromkeys(name.split("/")[0] for name in reversed(list(files)))
    moved: list[Path] = []
    try:
        for name in tops:
            moved.append((made / name).rename(folder / name))  # noqa: PERF401 (those moved before an error)
    except OSError:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _sync_folders(folders: Iterable[Path]) -> None:
    """Wait until the disk has the names of the files; Windows cannot be asked to."""
    for folder in folders if os.name != "nt" else ():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
