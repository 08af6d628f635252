"""An upload read in a process of its own, within limits: nothing in it can stop or slow the server."""

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any, Final

from geo.reading.child import Limits, Refused
from geo.reading.errors import DataError, rule
from geo.reading.upload import UPLOAD
from geo.reading.waiting import CAN_FORK, WAITING, answer_of_new

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict

CPU_SECONDS: Final = 5
WALL_SECONDS: Final = 60.0
"""On a busy machine the process waits: it is nice."""

DATA_BYTES: Final = 420_000_000
"""With the libraries, which the system counts apart, the process stays below `MEMORY_MB`."""

MEMORY_MB: Final = 500
LARGEST_ANSWER_BYTES: Final = 150_000_000

AT_ONCE: Final = 1
PATIENCE_SECONDS: Final = 90.0
"""So long an upload waits for its turn."""

TURN: Final = BoundedSemaphore(AT_ONCE)


def load_confined(files: Mapping[str, bytes], then: str = "") -> tuple["Conflict", Any]:
    """Return the conflict of uploaded files by name, as `load_upload` does, read in a child process.

    Parameters
    ----------
    then
        `module:function` of ours that is called with the conflict in the child, within the same limits.

    Returns
    -------
    tuple
        The conflict, and what the function made of it; None without one.

    Raises
    ------
    DataError
        As `load_upload` or the function does; if it needs more than the limits; or if its turn does not come.
    """
    with turn():
        answer = answer_of(files, then)
    if not answer:
        costly = rule("too_costly", seconds=CPU_SECONDS, size=MEMORY_MB)
        raise DataError.at(UPLOAD, costly)
    # Sound: these bytes were pickled by our own `geo.reading.child` from tables that it had checked; no byte
    # of the upload is unpickled, it only stands in those tables as text, numbers and outlines.
    read = pickle.loads(answer)  # noqa: S301
    if isinstance(read, Refused):
        raise DataError(read.problems)
    conflict, made = read
    return conflict, made


@contextmanager
def turn() -> Iterator[None]:
    """Wait until fewer than `AT_ONCE` uploads are being read.

    Raises
    ------
    DataError
        If it takes longer than `PATIENCE_SECONDS`.
    """
    if not TURN.acquire(timeout=PATIENCE_SECONDS):
        raise DataError.at(UPLOAD, rule("no_turn"))
    try:
        yield
    finally:
        TURN.release()


def answer_of(files: Mapping[str, bytes], then: str) -> bytes:
    """Return what the child answers, b"" if a limit ended it."""
    limits = Limits(CPU_SECONDS, WALL_SECONDS, DATA_BYTES, LARGEST_ANSWER_BYTES)
    return WAITING.answer(limits, files, then) if CAN_FORK else answer_of_new(limits, files, then)
