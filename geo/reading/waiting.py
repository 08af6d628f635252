"""The process that waits for uploads and is forked for each, or a new one where the system cannot fork."""

import atexit
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, Any, Final

from geo.reading.child import DONE, LENGTH_BYTES, Limits

ROOT: Final = Path(__file__).parents[2]
START: Final = "import os; getattr(os, 'nice', int)(10); from geo.reading import child; child.{}"
"""Nice before anything is imported: the server goes first."""

CAN_FORK: Final = hasattr(os, "fork") and hasattr(socket, "send_fds")
ALONE: Final = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MALLOC_ARENA_MAX"), "1") | {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PROJ_NETWORK": "OFF",
}
"""One thread, no memory set aside in advance, nothing fetched."""


class Waiting:
    """A process that has imported what reading needs and is forked for each upload; one at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._then = ""

    def answer(self, limits: Limits, files: Mapping[str, bytes], then: str) -> bytes:
        """Return what a fork answers, b"" if a limit ended it; a process that is gone is started again."""
        there = self._control if then == self._then else None
        try:
            return self._asked(there or self._started(then), limits, files)
        except ConnectionError:
            return self._asked(self._started(then), limits, files)

    def _started(self, then: str) -> socket.socket:
        """Start the process, in place of the one before it, and return the socket to it."""
        self.end()
        self._then = then
        self._control, theirs = socket.socketpair()
        with theirs:
            code = START.format(f"wait({theirs.fileno()}, {then!r})")
            self._process = process(code, stdin=subprocess.DEVNULL, pass_fds=(theirs.fileno(),))
        return self._control

    def end(self) -> None:
        """End the process, if there is one."""
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._control = self._process = None

    def _asked(self, control: socket.socket, limits: Limits, files: Mapping[str, bytes]) -> bytes:
        """Return what a fork answers to the files.

        Raises
        ------
        ConnectionError
            If the process is gone.
        """
        (their_in, our_out), (our_in, their_out) = os.pipe(), os.pipe()
        with open(our_out, "wb") as sent, open(our_in, "rb") as answered:  # noqa: PTH123 (descriptors)
            try:
                socket.send_fds(control, [pickle.dumps(tuple(limits))], [their_in, their_out])
            finally:
                os.close(their_in)
                os.close(their_out)
            send(sent, files)
            answer = answered.read()
        return answer if said(control) == DONE else b""


WAITING: Final = Waiting()
atexit.register(WAITING.end)


def said(control: socket.socket) -> bytes:
    """Return what the process says of the fork.

    Raises
    ------
    ConnectionError
        If the process is gone.
    """
    word = control.recv(1)
    if not word:
        raise ConnectionResetError
    return word


def answer_of_new(limits: Limits, files: Mapping[str, bytes], then: str) -> bytes:
    """Return what a new process answers, b"" if a limit ended it."""
    code = START.format(f"main(child.{limits}, {then!r})")
    with process(code, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        clock = Timer(limits.wall_seconds, child.kill)
        clock.start()
        try:
            if child.stdin is None or child.stdout is None:
                return b""
            send(child.stdin, files)
            answer = child.stdout.read()
            return answer if child.wait() == 0 else b""
        finally:
            clock.cancel()
            child.kill()


def process(code: str, **options: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - those of Popen
    """Return a process of ours that runs the code; uploads go to it through pipes only."""
    here: dict[str, Any] = {"cwd": ROOT, "env": os.environ | ALONE, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([sys.executable, "-c", code], **here, **options)  # noqa: S603 (our own code)


def send(stream: IO[bytes], files: Mapping[str, bytes]) -> None:
    """Send the files, which the child reads to their end before it answers, and close the stream."""
    with suppress(BrokenPipeError), stream as sent:
        for name, data in files.items():
            plain = name.encode("utf-8", "replace")
            sent.write(
                len(plain).to_bytes(LENGTH_BYTES, "big") + plain + len(data).to_bytes(LENGTH_BYTES, "big")
            )
            sent.write(data)
