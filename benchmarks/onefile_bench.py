"""The one-file map dragged, and made of a large table: `python -m benchmarks.onefile_bench`.

The large table has 329 areas and 11,951 rows, each with its words (`benchmarks.big_table`).
"""

import gzip
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.big_table import write_big_table
from benchmarks.browser import chromium
from benchmarks.servers import ROOT
from geo.export.files import exported
from geo.export.onefile import map_html, size
from geo.export.onefile.cut import Cut
from geo.reading import Conflict, DataError, load_conflict
from geo.view import View

RUNS = 5
DRAG = """() => new Promise((done) => {
  const slider = document.getElementById("day"), seen = new Set(), times = [];
  let n = 0;
  const frame = (at) => {
    times.push(at);
    slider.value = String(n % 13);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    seen.add(document.querySelector("#control-date").dataset.date);
    if (++n < 91) requestAnimationFrame(frame);
    else done({ rate: 90000 / (times[90] - times[0]), days: seen.size });
  };
  requestAnimationFrame(frame);
})"""
SHOWN = "#control-date[data-date]"


def main() -> None:
    """Drag through all days of Panjshir, a day a frame, some times over; make and open the large table."""
    with tempfile.TemporaryDirectory() as given, chromium() as browser:
        print(drag(browser, Path(given) / "map.html"))
        for line in large(browser, Path(given)):
            print(line, flush=True)


def drag(browser: Browser, path: Path) -> str:
    """Return how many frames a second a drag paints."""
    conflict = load_conflict(ROOT / "data")
    path.write_bytes(map_html(conflict, View(conflict.last_reported_day)))
    page, _ = opened(browser, path)
    drags = [page.evaluate(DRAG) for _ in range(RUNS)]
    rates = sorted(one["rate"] for one in drags)
    spread = f"{rates[0]:.0f}–{rates[-1]:.0f}"
    return f"{median(rates):.0f} frames a second ({spread}), {drags[0]['days']} days painted"


def large(browser: Browser, folder: Path) -> Iterator[str]:
    """Yield what the large table's file, its refusal, its sheet and its timeline take."""
    conflict = load_conflict(write_big_table(folder / "table"))
    view, path = View(conflict.last_reported_day), folder / "large.html"
    wall, cpu = time.perf_counter(), time.process_time()
    made = map_html(conflict, view)
    path.write_bytes(made)
    sizes = f"{len(made) / 1e6:.1f} MB, gzipped {len(gzip.compress(made)) / 1e6:.2f} MB"
    yield f"map.html: {taken(wall, cpu)}, {sizes}"
    times = sorted(opened(browser, path)[1] for _ in range(RUNS))
    yield f"opens in {median(times):.2f} s ({times[0]:.2f}–{times[-1]:.2f})"
    yield refusal(conflict, view)
    for name in ("sheet.png", "timeline.csv"):
        wall, cpu = time.perf_counter(), time.process_time()
        file = exported(conflict, view, name)[name]
        rows = f", {len(file.splitlines()) - 1} rows" if name.endswith(".csv") else ""
        yield f"{name}: {taken(wall, cpu)}{rows}"


def refusal(conflict: Conflict, view: View) -> str:
    """Return what a file that is too large says, and how soon."""
    most, size.MOST_TEXTS = size.MOST_TEXTS, 100_000
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        size.refuse_too_large(Cut(conflict), view.words)
    except DataError as error:
        return f"refused: {taken(wall, cpu)}\n{error}"
    finally:
        size.MOST_TEXTS = most
    return "not refused"


def taken(wall: float, cpu: float) -> str:
    """Return the seconds since then, and how many of them this process worked."""
    return f"{time.perf_counter() - wall:.2f} s ({time.process_time() - cpu:.2f} s of processor time)"


def opened(browser: Browser, path: Path) -> tuple[Page, float]:
    """Return the page of a file, and the seconds from asking for it until the map shows its day."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    started = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.locator(SHOWN).first.wait_for()
    return page, time.perf_counter() - started


if __name__ == "__main__":
    main()
