"""Frames a second while the slider of the one-file map is dragged: `python -m benchmarks.onefile_bench`."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.browser import chromium
from benchmarks.servers import ROOT
from geo.export.onefile import map_html
from geo.reading.conflict import load_conflict
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


def main() -> None:
    """Drag through all days of Panjshir, a day a frame, some times over."""
    conflict = load_conflict(ROOT / "data")
    with tempfile.TemporaryDirectory() as given, chromium() as browser:
        path = Path(given) / "map.html"
        path.write_bytes(map_html(conflict, View(conflict.last_reported_day)))
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(path.as_uri())
        page.locator("#control-date[data-date]").first.wait_for()
        drags = [page.evaluate(DRAG) for _ in range(RUNS)]
    rates = sorted(drag["rate"] for drag in drags)
    spread = f"{rates[0]:.0f}–{rates[-1]:.0f}"
    print(f"{median(rates):.0f} frames a second ({spread}), {drags[0]['days']} days painted")


if __name__ == "__main__":
    main()
