"""The process that reads one upload and is gone, within limits; `geo.reading.waiting` starts it.

Where the system can fork, a process that has imported everything waits (`wait`), and each upload is read in a
fork of it, so that the libraries are imported once and not for every upload.
"""

import gc
import os
import pickle
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from geo.reading.errors import DataError
from geo.reading.upload import load_upload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.reading.errors import Problem

LENGTH_BYTES: Final = 8
TOO_MUCH: Final = 3
"""Exit code: the upload needs more memory than it may, or its answer is too long."""


IDLE_SECONDS: Final = 900.0
"""A process that nobody has needed for so long ends; the next upload starts another."""

DONE: Final = b"+"
ENDED: Final = b"-"
"""What the waiting process says of a fork: it has answered, or a limit ended it."""


class Limits(NamedTuple):
    """What the reading of one upload may use.

    Attributes
    ----------
    cpu_seconds, wall_seconds
        Processor time, and time in all.
    data_bytes
        Memory, of which the libraries' data take 130 MB; their own pages do not count.
    answer_bytes
        The longest answer.
    """

    cpu_seconds: int
    wall_seconds: float
    data_bytes: int
    answer_bytes: int


class Refused(NamedTuple):
    """The answer where there is no conflict: why."""

    problems: "Sequence[Problem]"


def main(limits: Limits, then: str) -> None:
    """Read the files from standard input and write the answer to standard output.

    Parameters
    ----------
    then
        `module:function` of ours that makes something of the conflict here, within the same limits; "" =
        nothing.
    """
    limit(limits)
    try:
        answer = pickle.dumps(read(sys.stdin.buffer, then), protocol=5)
    except MemoryError:
        sys.exit(TOO_MUCH)
    if len(answer) > limits.answer_bytes:
        sys.exit(TOO_MUCH)
    sys.stdout.buffer.write(answer)


def limit(limits: Limits) -> None:
    """Let the system end this process when it passes a limit (not on Windows, which has none)."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 (not on Windows)
        import signal  # noqa: PLC0415

        signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (limits.data_bytes, limits.data_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def wait(control: int, then: str) -> None:
    """Read each upload that comes in a fork, until the server is gone or asks for nothing.

    Parameters
    ----------
    control
        Descriptor of a socket. A message holds `Limits` and, beside it, the descriptors that the fork takes
        as its standard input and output; the reply is `DONE` or `ENDED`.
    then
        As for `main`; imported before anything is asked.
    """
    if then:
        resolve_name(then)
    import_module("pandera.pandas")  # the forks need it where a row breaks a rule
    gc.freeze()
    with socket.socket(fileno=control) as server:
        server.settimeout(IDLE_SECONDS)
        with suppress(TimeoutError, ConnectionError):
            while asked := socket.recv_fds(server, 1_000, 2):
                message, descriptors = asked[:2]
                if not message:
                    return
                server.sendall(forked(Limits(*pickle.loads(message)), descriptors, then))  # noqa: S301 (our own)


def forked(limits: Limits, descriptors: list[int], then: str) -> bytes:
    """Read one upload in a fork, and say how it ended."""
    child = os.fork()
    if not child:
        answer_and_end(limits, descriptors, then)
    for descriptor in descriptors:
        os.close(descriptor)
    return DONE if os.waitpid(child, 0)[1] == 0 else ENDED


def answer_and_end(limits: Limits, descriptors: list[int], then: str) -> None:
    """Read one upload from the first descriptor, answer to the second, and end this process."""
    code = TOO_MUCH
    try:
        for standard, descriptor in enumerate(descriptors):
            os.dup2(descriptor, standard)
        os.closerange(3, max(descriptors) + 1)  # and the socket to the server
        main(limits, then)
        sys.stdout.buffer.flush()
        code = 0
    finally:
        os._exit(code)  # without the clearing up of the process that it was copied from


def read(stream: BinaryIO, then: str) -> object:
    """Return the conflict of the files and what was made of it, or the problems for which there is none."""
    try:
        conflict = load_upload(files_of(stream))
        made: Any = resolve_name(then)(conflict) if then else None
    except DataError as error:
        return Refused(error.problems)
    return conflict, made


def files_of(stream: BinaryIO) -> "Mapping[str, bytes]":
    """Return the files by name: each is the length of its name, its name, its length and its bytes."""
    files: dict[str, bytes] = {}
    while length := stream.read(LENGTH_BYTES):
        name = stream.read(int.from_bytes(length, "big")).decode()
        files[name] = stream.read(int.from_bytes(stream.read(LENGTH_BYTES), "big"))
    return files
