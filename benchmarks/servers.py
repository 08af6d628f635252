"""A Streamlit server on the loopback address, started and stopped by its process."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).parent.parent
PAGES = Path(__file__).parent / "pages"
OPTIONS = {
    "server.headless": "true",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}


class Server(NamedTuple):
    """A running page."""

    url: str
    process: psutil.Process

    def memory_mb(self) -> float:
        """Resident memory of the server and its children in megabytes."""
        every = (self.process, *self.process.children(recursive=True))
        return round(sum(one.memory_info().rss for one in every) / 1e6, 1)


def free_port() -> int:
    """Return a port that nothing listens on; two benchmarks at once get two."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextlib.contextmanager
def serve(script: Path, *arguments: str, folder: Path = ROOT, log: Path | None = None) -> Iterator[Server]:
    """Yield a Streamlit server that runs a script, once it answers; with the settings of a folder.

    What it says goes to the file `log`, if there is one.
    """
    port = free_port()
    options = [f"--{name}={value}" for name, value in {**OPTIONS, "server.port": str(port)}.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options, "--", *arguments]
    with running(command, port, folder, log) as server:
        yield server


@contextlib.contextmanager
def behind_proxy(processes: int, conflict: Path) -> Iterator[Server]:
    """Yield the page of a folder served by so many processes behind nginx, as docs/hosting.md has it."""
    port = free_port()
    command = [sys.executable, str(ROOT / "tools" / "hosting.py"), "--processes", str(processes)]
    command += ["--port", str(port), "--conflict", str(conflict)]
    with running(command, port, ROOT) as server:
        yield server


@contextlib.contextmanager
def running(command: list[str], port: int, folder: Path, log: Path | None = None) -> Iterator[Server]:
    """Yield the server that a command starts at a port, once it answers; stop it at the end."""
    with Path(log or os.devnull).open("wb") as told:
        started = subprocess.Popen(command, cwd=folder, stdout=told, stderr=told)
    try:
        url = f"http://127.0.0.1:{port}/"
        await_answer(url + "_stcore/health")
        yield Server(url, psutil.Process(started.pid))
    finally:
        started.terminate()
        started.wait(timeout=20)


def await_answer(url: str, seconds: float = 40) -> None:
    """Wait until an address answers."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
