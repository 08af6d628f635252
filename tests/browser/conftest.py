"""One server of each folder for all workers, one Chromium a worker; no request leaves the machine."""

import os
import shutil
import signal
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from forked import Server, forked
from page_parts import Parts
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from shared import one_file, shared
from walks import PANJSHIR, WALKS, Walk

ROOT = Path(__file__).parent.parent.parent
PATIENCE_MS = 20_000
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


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Return what starts a server for a folder that the test alone writes to, and gives its address."""
    running: list[Server] = []

    def start(folder: Path, *options: str) -> str:
        running.append(started(folder, None, *options))
        return running[-1].address

    yield start
    for server in running:
        server.stop()


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


@pytest.fixture
def visit(open_page: Callable[..., Page], walk_server: str) -> Callable[..., Parts]:
    """Return what opens the walk's page at an address, its map drawn."""
    return lambda query="", **options: Parts(open_page(query, base=walk_server, **options))


@pytest.fixture(scope="session")
def browser():
    """Return a running Chromium."""
    with sync_playwright() as running:
        launched = running.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield launched
        launched.close()


@pytest.fixture
def requests() -> list[str]:
    """Return the list of all addresses that the test's pages asked for."""
    return []


@pytest.fixture(scope="session")
def contexts(browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return what gives a context with such options, the same for the same: pages share its cache only."""
    made: dict[str, BrowserContext] = {}

    def context(**options) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(**options)
        return made[key]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def open_page(contexts, server: str, requests: list[str]):
    """Return what opens the page at an address; other machines are cut off, and requests are kept."""
    pages = []

    def opened(query: str = "", *, width: int = 1400, height: int = 900, base: str = "", **options):
        page = contexts(**options).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.on("request", lambda request: requests.append(request.url))
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{base or server}/{query}")
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.fixture(params=["page", "file"])
def opened(request, browser, open_page) -> Iterator[Callable[..., Page]]:
    """Return what opens the page, or the one-file map without a network, with some choices."""
    made = []

    def opens(choices: str = "", **options) -> Page:
        if request.param == "page":
            page: Page = open_page(f"?{choices}", **options)
            Parts(page)
        else:
            made.append(browser.new_context(offline=True, **options))
            page = made[-1].new_page()
            page.goto(f"{one_file().as_uri()}#{choices}")
            page.locator("#control-date[data-date]").first.wait_for()
        page.locator("#geo-find").wait_for(state="attached")  # on a phone it is folded away
        return page

    yield opens
    for context in made:
        context.close()
