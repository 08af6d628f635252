"""Take pictures of the map at every width, at 100 and 200 %: ``python tools/screens.py FOLDER [LANGUAGE …]``.

The dashboard and the one-file map, an area chosen and two maps side by side, in each language, at 390 to 1920
pixels; at 200 % a page has half as many of its own pixels. Prints a line for each that is wider than its
window. For looking at. Needs Chromium and the extra `test`.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page
from screenshots import ROOT, chromium, serving

WIDTHS = (390, 600, 768, 900, 1024, 1400, 1920)
ZOOMS = (1, 2)
HEIGHT = 900
MAP = "#control-date[data-date]"
ROKHA = "date=2021-09-05&area=rokha"
TWO = "date=2021-09-05&narrator=taliban&compare=narrator:nrf"
WIDER = """() => {
  const inner = document.querySelector("[data-testid=stMain]") ?? document.documentElement;
  return Math.max(inner.scrollWidth - inner.clientWidth, document.documentElement.scrollWidth - innerWidth);
}"""


class Screen(NamedTuple):
    """One picture: its file name, the address, the width of the window and how far it is zoomed in."""

    name: str
    address: str
    width: int
    zoom: int


def screens(base: str, files: dict[str, Path]) -> Iterator[Screen]:
    """Yield every picture of the page at `base`, and of the one-file map of each language."""
    for language, file in files.items():
        addresses = {
            "page": f"{base}/?{ROKHA}&lang={language}",
            "two": f"{base}/?{TWO}&lang={language}",
            "file": f"{file.as_uri()}#{ROKHA}",
        }
        for (what, address), width, zoom in product(addresses.items(), WIDTHS, ZOOMS):
            yield Screen(f"{what}-{language}-{width}-{zoom}00", address, width, zoom)


def settled(page: Page, address: str) -> None:
    """Wait until the map of an address is drawn."""
    page.goto(address)
    where = page if address.startswith("file:") else page.frame_locator("iframe[title*='st_folium']")
    where.locator(MAP).first.wait_for()
    page.wait_for_timeout(1500)


def take(browser: Browser, screen: Screen, folder: Path) -> int:
    """Save the first screenful as a picture, and return by how many pixels it is too wide."""
    size = {"width": screen.width // screen.zoom, "height": HEIGHT // screen.zoom}
    page = browser.new_page(viewport=size, device_scale_factor=screen.zoom)  # type: ignore[arg-type]
    page.set_default_timeout(60_000)
    settled(page, screen.address)
    page.screenshot(path=folder / f"{screen.name}.png")
    wider = int(page.evaluate(WIDER))
    page.close()
    return wider


def written(folder: Path, languages: list[str]) -> dict[str, Path]:
    """Return the one-file map of each language, written into the folder."""
    files = {language: (folder / f"{language}-map.html").resolve() for language in languages}
    for language, file in files.items():
        command = [sys.executable, "-m", "geo", "export", str(file), "--language", language]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 (our own)
    return files


def main(folder: Path, languages: list[str]) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    files = written(folder, languages)
    with serving() as base, chromium() as browser:
        for screen in screens(base, files):
            wider = take(browser, screen, folder)
            if wider > 0:
                print(f"{screen.name}: {wider} px wider than its window", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["en", "fa"])
