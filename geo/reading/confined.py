"""An upload read in a process of its own, within limits: nothing in it can stop or slow the server."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Final

from geo.reading.child import LENGTH_BYTES
from geo.reading.conflict import Conflict
from geo.reading.errors import DataError, rule
from geo.reading.upload import UPLOAD

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

ROOT: Final = Path(__file__).parents[2]
START: Final = "import os; getattr(os, 'nice', int)(10); from geo.reading.child import main; main({}, {}, {})"
"""Nice before anything is imported: the server goes first."""

ALONE: Final = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MALLOC_ARENA_MAX"), "1") | {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PROJ_NETWORK": "OFF",
}
"""One thread, no memory set aside in advance, nothing fetched."""


def load_confined(files: Mapping[str, bytes]) -> Conflict:
    """Return the conflict of uploaded files by name, as `load_upload` does, read in a child process.

    Raises
    ------
    DataError
        As `load_upload` does; if it needs more than the limits; or if its turn does not come.
    """
    with turn():
        answer = answer_of(files)
    if not answer:
        costly = rule("too_costly", seconds=CPU_SECONDS, size=MEMORY_MB)
        raise DataError.at(UPLOAD, costly)
    # Sound: these bytes were pickled by our own `geo.reading.child` from tables that it had checked; no byte
    # of the upload is unpickled, it only stands in those tables as text, numbers and outlines.
    read = pickle.loads(answer)  # noqa: S301
    if not isinstance(read, Conflict):
        raise DataError(read)
    return read


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


def answer_of(files: Mapping[str, bytes]) -> bytes:
    """Return what the child answers, b"" if a limit ended it."""
    code = START.format(CPU_SECONDS, DATA_BYTES, LARGEST_ANSWER_BYTES)
    with subprocess.Popen(  # noqa: S603 (our own code; the upload goes to its standard input)
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | ALONE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        clock = Timer(WALL_SECONDS, child.kill)
        clock.start()
        try:
            answer = spoken(child, files)
        finally:
            clock.cancel()
            child.kill()
    return answer


def spoken(child: "subprocess.Popen[bytes]", files: Mapping[str, bytes]) -> bytes:
    """Send the files, which the child reads to their end before it answers; return its answer."""
    if child.stdin is None or child.stdout is None:
        return b""
    with suppress(BrokenPipeError), child.stdin as sent:
        for name, data in files.items():
            plain = name.encode("utf-8", "replace")
            sent.write(
                len(plain).to_bytes(LENGTH_BYTES, "big") + plain + len(data).to_bytes(LENGTH_BYTES, "big")
            )
            sent.write(data)
    answer = child.stdout.read()
    return answer if child.wait() == 0 else b""
