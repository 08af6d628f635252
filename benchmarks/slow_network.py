"""The first view at an emulated fast 3G: ``python -m benchmarks.slow_network``.

Prints, for the page and for a Streamlit page of one slider, the seconds until title (there: slider) and map
are drawn, what was sent, and the largest answers. Needs Chromium and the extra `test`.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import CDPSession, Page

from benchmarks.browser import chromium
from benchmarks.servers import PAGES, ROOT, serve

FAST_3G: Final = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""1.6 Mbit/s down, 0.75 up, 150 ms: bytes a second, milliseconds."""

PATIENCE_MS: Final = 70_000
LARGEST: Final = 8
MAP: Final = "#control-date[data-date]"


class Loaded(NamedTuple):
    """What a first view took: seconds to the title and to the map, if it has one, and bytes by address."""

    title: float
    map: float | None
    sent: dict[str, int]

    @property
    def megabytes(self) -> float:
        """All that was sent, as it was sent."""
        return sum(self.sent.values()) / 1e6


def counted(session: CDPSession) -> dict[str, int]:
    """Return what grows with each answer: its address and how many bytes came over the wire."""
    addresses: dict[str, str] = {}
    sent: dict[str, int] = {}
    session.on(
        "Network.requestWillBeSent", lambda one: addresses.update({one["requestId"]: one["request"]["url"]})
    )

    def finished(one: dict[str, float | str]) -> None:
        address = addresses.get(str(one["requestId"]), "?")
        sent[address] = sent.get(address, 0) + int(one["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    return sent


@contextmanager
def slowly() -> Iterator[tuple[Page, dict[str, int]]]:
    """Yield an empty page behind the slow network, and what will be sent to it."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(PATIENCE_MS)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", FAST_3G)
        yield page, counted(session)


def loaded(script: Path, title: str, *, mapped: bool) -> Loaded:
    """Return what the first view of a page takes."""
    with serve(script) as server, slowly() as (page, sent):
        page.goto(server.url)  # the server's own first run is not the network's
        page.locator(title).first.wait_for()
        sent.clear()
        page.context.clear_cookies()
        page.goto("about:blank")
        page.context.new_cdp_session(page).send("Network.clearBrowserCache")
        began = time.perf_counter()
        page.goto(server.url, wait_until="commit")
        page.locator(title).first.wait_for()
        titled, drawn = time.perf_counter() - began, None
        if mapped:
            page.frame_locator("iframe[title*='st_folium']").locator(MAP).wait_for()
            drawn = time.perf_counter() - began
        page.wait_for_timeout(1000)
        return Loaded(titled, drawn, dict(sent))


def told(name: str, one: Loaded) -> str:
    """Return a row of the table."""
    drawn = f"{one.map:.1f} s" if one.map is not None else "none"
    return f"| {name} | {one.title:.1f} s | {drawn} | {one.megabytes:.2f} MB |"


def main() -> None:
    """Print the table, and the largest answers of the page."""
    ours = loaded(ROOT / "dashboard.py", "h1", mapped=True)
    bare = loaded(PAGES / "one_slider.py", "input[type=range]", mapped=False)
    print("| page | title, slider | map | sent |\n|---|---|---|---|")
    print(told("this map", ours))
    print(told("one slider, nothing else", bare))
    print(
        f"title: {ours.title / bare.title:.2f} times as long; map: {(ours.map or 0) / bare.title:.2f} times"
    )
    ranked = sorted(ours.sent.items(), key=lambda one: -one[1])
    for address, size in ranked[:LARGEST]:
        print(f"{size / 1000:8.0f} kB  {address.split('?')[0].rsplit('/', 1)[-1]}")


if __name__ == "__main__":
    main()
