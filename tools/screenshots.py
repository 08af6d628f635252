"""Take the pictures of docs/screenshots in a real browser: ``python tools/screenshots.py [FOLDER]``.

Starts the dashboard on a free port of this machine, opens the views below in Chromium at 1400 and 390
pixels, light and dark, waits until the map is painted, and saves whole pages. Needs Chromium and the
extra `test`.
"""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Shot(NamedTuple):
    """One picture: file name, address of the view, width in CSS pixels, colour scheme."""

    name: str
    address: str
    width: int
    scheme: str


ROKHA = "/?date=2021-09-05&area=rokha"
TWO_SIDES = "/?date=2021-09-05&narrator=taliban&compare=narrator:nrf"
SHOTS = (
    Shot("rokha-1400-light", ROKHA, 1400, "light"),
    Shot("rokha-1400-dark", ROKHA, 1400, "dark"),
    Shot("rokha-390-light", ROKHA, 390, "light"),
    Shot("rokha-390-dark", ROKHA, 390, "dark"),
    Shot("overview-1400-light", "/?date=2021-09-04", 1400, "light"),
    Shot("compare-1400-light", f"{TWO_SIDES}&area=paryan", 1400, "light"),
    Shot("dari-1400-light", ROKHA + "&lang=fa", 1400, "light"),
    Shot("dari-390-light", ROKHA + "&lang=fa", 390, "light"),
    Shot("sources-1400-light", "/?view=sources", 1400, "light"),
)


def free_port() -> int:
    """Return a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, *, seconds: float = 60) -> None:
    """Return once the server answers; raise TimeoutError if it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise TimeoutError(f"{url} did not answer within {seconds} s")


def painted(page: Page) -> None:
    """Wait until a map frame shows its day and the page has stopped running."""
    for frame in page.frames:
        if "streamlit_folium" in frame.url:
            frame.wait_for_selector("#control-date[data-date]", timeout=30_000)
    page.wait_for_timeout(1500)


def take(browser: Browser, base: str, shot: Shot, folder: Path) -> None:
    """Save one picture of the whole page."""
    page = browser.new_page(viewport={"width": shot.width, "height": 1100}, color_scheme=shot.scheme)
    page.goto(base + shot.address)
    page.wait_for_selector(".geo-panel", timeout=60_000)
    page.wait_for_timeout(1500)
    painted(page)
    height = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 1100")
    page.set_viewport_size({"width": shot.width, "height": int(height) + 20})
    page.wait_for_timeout(800)
    page.screenshot(path=folder / f"{shot.name}.png")
    page.close()


@contextmanager
def serving(*arguments: str) -> Iterator[str]:
    """Yield the address of the dashboard, started with these arguments of its own."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--", *arguments]
    server = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - ourselves
    try:
        wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the machine's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-headless-shell")
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=path, args=FLAGS)


def main(folder: Path) -> None:
    """Start the dashboard, take every picture, stop it."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as base, chromium() as browser:
        for shot in SHOTS:
            take(browser, base, shot, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
