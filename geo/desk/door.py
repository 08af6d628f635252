"""The one door through which a person's decisions are written; without a `Press` nothing is.

What a press means is planned from the folder as it is under the lock, checked, and saved whole: first as a
note of what is to be written, then the files, then the note is removed. A process that is killed in between
leaves the note, and the next press finishes what it tells.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from filelock import FileLock, Timeout

from geo.desk import log
from geo.desk.folder import CODER, FolderState, folder_state, remember_saved, state_of
from geo.desk.press import Press
from geo.desk.rows import rows_in, with_rows, without_rows
from geo.reading import FILES, SETTINGS, STORIES, DataError, rule, save_file, save_files

LOCK: Final = ".coding.lock"
NOTE: Final = ".coding.note"
PATIENCE_SECONDS: Final = 10.0

_SPENT: Final[WeakSet[Press]] = WeakSet()


@dataclass(frozen=True)
class Change:
    """Rows that a table's file gains or loses; made twice, it changes nothing more.

    Attributes
    ----------
    file
        Path inside the folder.
    key
        Column by which a row that is there is known; `remove` has its values.
    """

    file: str
    columns: tuple[str, ...]
    key: str
    add: tuple[Mapping[str, str], ...] = ()
    remove: tuple[str, ...] = ()

    def made(self, data: bytes) -> bytes:
        """Return the file with the change."""
        if self.remove and data:
            data = without_rows(self.file, data, self.key, self.remove, self.columns)
        there = {row[self.key] for row in rows_in(self.file, data, self.columns)} if data else set()
        added = [row for row in self.add if row[self.key] not in there]
        return with_rows(self.file, data, added, self.columns) if added else data


@dataclass(frozen=True)
class Plan:
    """What a press writes: lines of the log, changes of tables, and new texts by their path inside."""

    lines: tuple[log.Line, ...] = ()
    changes: tuple[Change, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def files(self, there: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the whole new content of each file that changes, the log last."""
        logged = Change(log.FILE, log.COLUMNS, "id", add=tuple(one._asdict() for one in self.lines))
        found = {name: text.encode() for name, text in self.texts.items()}
        for change in (*self.changes, logged):
            found[change.file] = change.made(found.get(change.file, there.get(change.file, b"")))
        return found


def write(
    folder: Path, coder: str, press: Press, plan: Callable[[FolderState], Plan]
) -> tuple[log.Line, ...]:
    """Write what a press means, all of it or nothing, and return its lines of the log.

    Parameters
    ----------
    press
        Of a person; it serves once.
    plan
        What is to be written, given the folder as it is now. No lines = nothing.

    Raises
    ------
    TypeError
        Without a press.
    ValueError
        If the press was used before, or the coder's name is none.
    DataError
        If the folder is broken, locked or cannot be written, or would have a row set aside afterwards.
    """
    _spend(press)
    folder = Path(folder).resolve()
    with locked(folder):
        _finish(folder)
        state = folder_state(folder)
        named(coder, state)
        made = _stamped(plan(state), press)
        if made.lines:
            _save(folder, made, _checked(state, made))
        return made.lines


def _spend(press: Press) -> None:
    if not isinstance(press, Press):
        raise TypeError("nothing is written without a person's press")
    if press in _SPENT:
        raise ValueError("this press has been used")
    _SPENT.add(press)


def _stamped(plan: Plan, press: Press) -> Plan:
    """Return a plan whose lines tell whether candidates were shown to who coded."""
    lines = (one._replace(mode=press.mode) if one.action in log.CODES else one for one in plan.lines)
    return replace(plan, lines=tuple(lines))


def named(coder: str, state: FolderState) -> None:
    """Raise `ValueError` if a coder's name is none, a file's, or differs from another's only in case."""
    if (
        not CODER.fullmatch(coder) or f"{coder.casefold()}.csv" in FILES
    ):  # a zip of the folder would mix them up
        raise ValueError(f"{coder!r} is no name of a coder: letters, digits, - and _")
    alike = [one for one in state.coders if one.casefold() == coder.casefold() and one != coder]
    if alike:
        raise ValueError(f"{coder!r} differs from {alike[0]!r} only in case")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against every other writer of the desk.

    Raises
    ------
    DataError
        If another one holds it for too long, or it cannot be written.
    """
    try:
        lock = FileLock(folder / LOCK, timeout=PATIENCE_SECONDS)
        with lock:
            yield
    except Timeout as error:
        raise DataError.at(folder, rule("locked")) from error
    except OSError as error:
        raise DataError.at(folder, rule("cannot_write", reason=error.strerror or str(error))) from error


def _checked(state: FolderState, plan: Plan) -> dict[str, bytes]:
    """Return the files of a plan; raise if the folder would be broken, or have a row set aside anew."""
    files = plan.files(state.files)
    after = state_of(state.folder, {**state.files, **files})
    # events and steps of a story may rest on a row that is taken back: they are set aside, and come with it
    told = [one for one in after.conflict.rejected if one.file not in {SETTINGS, *STORIES}]
    before = {(one.file, one.column, one.value, one.rule) for one in state.conflict.rejected}
    worse = [one for one in told if (one.file, one.column, one.value, one.rule) not in before]
    if worse:
        raise DataError(worse)
    return files


def _save(folder: Path, plan: Plan, files: Mapping[str, bytes]) -> None:
    """Save all files, the log last, with a note of the plan while they are being put in place."""
    for inside in {Path(name).parent for name in files}:
        (folder / inside).mkdir(exist_ok=True)
    save_file(folder / NOTE, json.dumps(asdict(plan), ensure_ascii=False).encode())
    try:
        save_files(folder, files)
    except DataError:
        if not _begun(folder, files):
            (folder / NOTE).unlink()
        raise
    (folder / NOTE).unlink()
    remember_saved(folder, tuple(files))


def _begun(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Return whether one of the files is already in place."""
    there = ((folder / name, data) for name, data in files.items())
    return any(path.is_file() and path.read_bytes() == data for path, data in there)


def _finish(folder: Path) -> None:
    """Finish what a killed process had begun to save, in the files as they are now."""
    note = folder / NOTE
    if not note.is_file():
        return
    told = json.loads(note.read_bytes())
    changes = (Change(**{name: _tuples(value) for name, value in one.items()}) for one in told["changes"])
    plan = Plan(tuple(log.Line(*one) for one in told["lines"]), tuple(changes), told["texts"])
    state = folder_state(folder)
    if plan.lines[0].id not in {one.id for one in state.log}:
        save_files(folder, plan.files(state.files))
    note.unlink()


def _tuples(value: Any) -> Any:  # noqa: ANN401 (what JSON has)
    return tuple(value) if isinstance(value, list) else value
