"""Disks that are full or refuse, and processes killed at any moment: what a writer must come through."""

import errno
import multiprocessing
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MOMENTS = ("fsync", "replace", "rename")
"""Calls of the system between which a writer's work on the disk becomes another."""


@contextmanager
def mounted(folder: Path, *, size: str = "64k") -> Iterator[Path]:
    """Mount a small disk of memory on a folder; the test is skipped where that is not allowed."""
    folder.mkdir(exist_ok=True)
    asked = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if asked.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def make_read_only(disk: Path) -> None:
    """Let a mounted disk refuse every change, from the superuser too."""
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)


def refuse_after(monkeypatch: pytest.MonkeyPatch, number: int, name: str = "fsync") -> None:
    """Let the disk be full at a call of the system."""
    real, left = getattr(os, name), iter(range(number))

    def full(*arguments, **options):
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments, **options)

    monkeypatch.setattr(os, name, full)


def killed_at_every_moment(write: Callable[[], None]) -> Iterator[int]:
    """Write in a process that is killed (SIGKILL) at its 1st, 2nd, … call, until it gets to its end.

    Yields after each kill, so that the disk can be looked at as the killed process left it.
    """
    for number in range(200):
        child = multiprocessing.get_context("fork").Process(target=_killed, args=(write, number))
        child.start()
        child.join(60)
        if child.exitcode == 0:
            assert number, "there was no moment to be killed at"
            return
        assert child.exitcode == -signal.SIGKILL
        yield number
    pytest.fail("the writer never came to its end")


def _killed(write: Callable[[], None], number: int) -> None:
    left = iter(range(number))

    def deadly(real):
        def call(*arguments, **options):
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return call

    for name in MOMENTS:
        setattr(os, name, deadly(getattr(os, name)))
    write()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every finished file of a folder and of those in it; what a killed process left is not one."""
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path): (folder / path).read_bytes() for path in inside if ".unfinished" not in str(path)}


def left_over(folder: Path) -> list[Path]:
    """Return what is still being written in a folder or in those inside it."""
    return list(folder.rglob("*.unfinished*"))
