"""What the workers of one run have in common: made by the one who needs it first, put away by the last."""

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from geo.export.onefile import map_html
from geo.reading.conflict import load_conflict
from geo.view import View

DATA = Path(__file__).parents[1] / "data"


class Shared:
    """A folder of things that are made once in a run, however many workers ask for them.

    Parameters
    ----------
    folder
        The same for all workers of the run, and for no other run.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._inside = (folder / "inside").open("w")
        fcntl.flock(self._inside, fcntl.LOCK_SH)

    def file(self, name: str, make: Callable[[], bytes]) -> Path:
        """Return a file; who comes first makes it, who comes meanwhile waits for it."""
        with self._alone(name):
            path = self.folder / name
            if not path.exists():
                path.write_bytes(make())
        return path

    def folder_of(self, name: str, write: Callable[[Path], Path]) -> Path:
        """Return a folder; who comes first writes what is in it."""

        def make() -> bytes:
            folder = self.folder / name
            folder.mkdir()
            return str(write(folder)).encode()

        return Path(self.file(f"{name}.folder", make).read_text())

    def server(self, name: str, start: Callable[[], tuple[str, int]]) -> str:
        """Return the address of a server; who comes first starts it and says its address and process."""
        told = self.file(f"{name}.server", lambda: "\n".join(map(str, start())).encode())
        return told.read_text().splitlines()[0]

    def leave(self) -> None:
        """If no other worker is left, stop the servers and take the folder away."""
        with self._inside, suppress(BlockingIOError):
            # asking gives up the own share, so of two who leave at once one is the last
            fcntl.flock(self._inside, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for told in self.folder.glob("*.server"):
                with suppress(ProcessLookupError):
                    os.kill(int(told.read_text().splitlines()[1]), signal.SIGTERM)
            shutil.rmtree(self.folder)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


@cache
def shared() -> Shared:
    """Return what this run shares; all its workers have the same name for it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
    return Shared(Path(tempfile.gettempdir()) / f"panjshir-tests-{run}")


def one_file(folder: Path = DATA, language: str = "en", also: str = "") -> Path:
    """Return the one-file map of a folder in a language, and perhaps another, on its last reported day."""

    def make() -> bytes:
        conflict = load_conflict(folder).in_language(language)
        view = View(conflict.last_reported_day, language=language)
        return map_html(conflict, view, also=(also,) if also else ())

    return shared().file(f"{folder.name}-{language}{also}.html", make)
