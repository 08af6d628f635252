"""The process that reads one upload and is gone, within limits; `geo.reading.confined` starts it."""

import pickle
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final

from geo.reading.errors import DataError
from geo.reading.upload import load_upload

if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTH_BYTES: Final = 8
TOO_MUCH: Final = 3
"""Exit code: the upload needs more memory than it may, or its answer is too long."""


def main(cpu_seconds: int, data_bytes: int, answer_bytes: int) -> None:
    """Read the files from standard input and write the answer to standard output.

    Parameters
    ----------
    cpu_seconds, data_bytes
        Processor time and memory in all, of which the start takes 1 s and 130 MB; the libraries' own pages
        do not count.
    answer_bytes
        The longest answer.
    """
    limit(cpu_seconds, data_bytes)
    try:
        answer = pickle.dumps(read(sys.stdin.buffer), protocol=5)
    except MemoryError:
        sys.exit(TOO_MUCH)
    if len(answer) > answer_bytes:
        sys.exit(TOO_MUCH)
    sys.stdout.buffer.write(answer)


def limit(cpu_seconds: int, data_bytes: int) -> None:
    """Let the system end this process when it passes a limit (not on Windows, which has none)."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (data_bytes, data_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(stream: BinaryIO) -> object:
    """Return the conflict of the files, or the problems for which there is none."""
    try:
        return load_upload(files_of(stream))
    except DataError as error:
        return error.problems


def files_of(stream: BinaryIO) -> "Mapping[str, bytes]":
    """Return the files by name: each is the length of its name, its name, its length and its bytes."""
    files: dict[str, bytes] = {}
    while length := stream.read(LENGTH_BYTES):
        name = stream.read(int.from_bytes(length, "big")).decode()
        files[name] = stream.read(int.from_bytes(stream.read(LENGTH_BYTES), "big"))
    return files
