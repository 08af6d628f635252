"""One server of each folder for all workers, one Chromium a worker; no request leaves the machine."""

import os
import shutil
import signal
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from forked import Server, forked
from opening import FAILED, open_file, open_page, open_tab, opened, requests, tabs, taken, turned, visit
from playwright.sync_api import expect, sync_playwright
from shared import shared
from tabs import PATIENCE_MS
from walks import PANJSHIR, WALKS, Walk

__all__ = ["open_file", "open_page", "open_tab", "opened", "requests", "tabs", "taken", "turned", "visit"]

ROOT = Path(__file__).parent.parent.parent
expect.set_options(timeout=PATIENCE_MS)
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
"""The last one cuts off every other machine; a route would do it too, but takes the browser its cache."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder; without Chromium they are skipped, unless they are required."""
    there = chromium() is not None or os.environ.get("BROWSER") == "required"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not there:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def chromium() -> str | None:
    """Return the path of Chromium, None when there is none; its headless shell is the quicker one."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def started(folder: Path, port: int | None = None, *options: str) -> Server:
    """Return a running server of the page for a folder, once it answers.

    `options` are the page's own, such as ``--desk``.
    """
    server = forked(folder, port or free_port(), options)
    wait_for(f"{server.address}/_stcore/health")
    return server


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def serving() -> Iterator[Callable[..., str]]:
    """Give what starts a server for a folder, and gives its address; stop all servers in the end."""
    running: list[Server] = []

    def start(folder: Path, *options: str) -> str:
        running.append(started(folder, None, *options))
        return running[-1].address

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Return what starts a server for a folder that the test alone writes to, and gives its address."""
    yield from serving()


@pytest.fixture(scope="module")
def serve_all() -> Iterator[Callable[..., str]]:
    """Return what gives the address of a server for a folder that no test of a module writes to."""
    for start in serving():
        yield cache(start)


@pytest.fixture
def restarted() -> Iterator[Callable[[Path], str]]:
    """Return what starts a server, or kills it (SIGKILL) and starts another one at the same address."""
    running: list[Server] = []

    def stop() -> int | None:
        if not running:
            return None
        running[-1].stop(signal.SIGKILL)
        return running[-1].port

    def start(folder: Path, *options: str) -> str:
        port = stop()
        running.append(started(folder, port, *options))
        return running[-1].address

    yield start
    stop()


@pytest.fixture(scope="session")
def served() -> Callable[[Path], str]:
    """Return what gives the address of a server for a folder that no test writes to."""

    def address(folder: Path) -> str:
        return shared().server(folder.name, lambda: started(folder))

    return address


def wait_for(address: str, seconds: float = 60) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 (our own server)
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="session")
def server(served: Callable[[Path], str]) -> str:
    """Return the address of a server of the project's own conflict."""
    return served(PANJSHIR.folder)


@pytest.fixture(scope="session", params=WALKS, ids=lambda walk: walk.folder.name)
def walk(request: pytest.FixtureRequest) -> Walk:
    """Return each conflict, with what a reader of it must meet."""
    return request.param


@pytest.fixture(scope="session")
def walk_server(served: Callable[[Path], str], walk: Walk) -> str:
    """Return the address of a server of the walk's conflict."""
    return served(walk.folder)


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    with sync_playwright() as running:
        launched = running.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield launched
        launched.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Note which tests failed: nobody else gets their tabs."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
