"""The last good state of a folder: one thread reads what changed, and nobody else waits for it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from geo.reading.errors import DataError
from geo.reading.file_names import FOLDER_FILES
from geo.reading.folder import read_folder, sha256_of
from geo.reading.stamps import Stamp, signature

Made = TypeVar("Made")


class LastGood(Generic[Made]):
    """What is made of a folder's files, made again when they change, kept when they break.

    Parameters
    ----------
    folder
        The folder; it is looked at each time that `now` is asked.
    make
        Makes it of the files' bytes by name; `DataError` when it cannot.
    read, names
        Reads the files; names those whose change is a change. None = all that a folder has.
    """

    def __init__(
        self,
        folder: Path,
        make: Callable[[Mapping[str, bytes]], Made],
        *,
        read: Callable[[], dict[str, bytes]] | None = None,
        names: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self.folder, self._make = folder, make
        self._read = read or (lambda: read_folder(folder))
        self._names = names or (lambda: FOLDER_FILES)
        self._reading = Lock()
        self._seen: tuple[Stamp, ...] | None = None
        self._sha256: Mapping[str, str] = {}
        self._refused: DataError | None = None
        self._now: tuple[Made | None, DataError | None] = None, None

    @property
    def fresh(self) -> bool:
        """Whether `now` will find nothing to read."""
        return signature(self.folder, self._names()) == self._seen

    def now(self) -> tuple[Made | None, DataError | None]:
        """Return what was last made without error, and what is wrong with the files since.

        The first to ask after a change waits until the files have settled, are read and made into
        something; those who ask meanwhile get the last good state at once, and wait only if there is none.
        """
        if not self.fresh and self._reading.acquire(blocking=self._now[0] is None):
            try:
                self._read_again()
            finally:
                self._reading.release()
        return self._now

    def _read_again(self) -> None:
        """Read the folder; what cannot be read is tried again next time, what is broken when it changes."""
        stamps = signature(self.folder, self._names())
        if stamps == self._seen:  # another thread read it while this one waited
            return
        try:
            files = self._read()
        except DataError as error:
            self._now = self._now[0], error
        except OSError as error:
            self._now = self._now[0], DataError.at(self.folder, error.strerror or str(error))
        else:
            self._make_again(files)
            self._seen = stamps

    def _make_again(self, files: dict[str, bytes]) -> None:
        """Make it of the files, once per content."""
        sha256 = sha256_of(files)
        if sha256 != self._sha256:
            try:
                self._now, self._refused = (self._make(files), None), None
            except DataError as error:
                self._refused = error
            self._sha256 = sha256
        self._now = self._now[0], self._refused
