"""What a piece of work takes: processor seconds and memory of this process and all its children."""

import os
import resource
from threading import Event, Thread
from typing import Final, Self

import psutil

PID: Final = os.getpid()
EVERY_SECONDS: Final = 0.2


class Watched:
    """While it is open, `peak` is the most bytes that one process held; closed, `seconds` what was spent."""

    def __init__(self) -> None:
        self.peak, self.seconds = 0, 0.0
        self._before = 0.0
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._before = used()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._done.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._done.wait(EVERY_SECONDS):
            self._look()

    def _look(self) -> None:
        self.peak = max(self.peak, *(_memory(one) for one in _family()))
        self.seconds = max(self.seconds, used() - self._before)


def used() -> float:
    """Return processor seconds of this process and its children, ended ones too."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime + sum(map(_spent, _family()))


def _family() -> list[psutil.Process]:
    this = psutil.Process()
    return [this, *this.children(recursive=True)]


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has ended
        return 0


def _spent(process: psutil.Process) -> float:
    """Return processor seconds of a process, and of those children of a child that have ended."""
    try:
        spent = process.cpu_times()
    except psutil.Error:  # it has ended
        return 0.0
    below = 0.0 if process.pid == PID else spent.children_user + spent.children_system
    return float(spent.user + spent.system + below)
