"""The page on very many areas: what is sent, the first map, a step and a drag, far and near; prints a table.

``python -m benchmarks.many_areas [--areas 48000] [--reports 100000] [--folder KEPT]``; above 50,000 areas
the reports are Parquet and the map is made in advance, as such a folder needs it.

A made-up war over so many areas of some ten vertices, in square provinces; no focus, so that the first map
is of all of it. A step's milliseconds of the processor are all that the page's main thread does, drawing
included; other work beside it counts less for them than for those of the clock.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow.parquet as pq
from playwright.sync_api import Frame, Page

from benchmarks import drag
from benchmarks.big_page import make_timeline, named_reports
from benchmarks.browser import SLIDER, Target, arrive, chromium, settle, spread, visit
from benchmarks.report import table
from benchmarks.servers import ROOT, Server, serve
from benchmarks.terrain import settings, write_folder
from benchmarks.war import REGION_PROVINCES, War, blocks, war
from geo.paint.drawn import drawn
from geo.reading.conflict import load_conflict
from geo.reading.geojson import MOST_AREAS
from geo.reading.parquet import PARQUET
from geo.scale.opening import TIMELINE
from geo.scale.prepared import read_shapes

SIDE: Final = 8
"""Areas along a province."""

VERTICES: Final = 10
STEPS: Final = 60
FEW: Final = 1000
"""Provinces that are groups where there are too many for `conflict.toml`; the others are names."""
MAP: Final = Target(("badge",))
PATIENCE_MS: Final = 900_000
QUERY: Final = "?date=2020-06-10"

LAYERS = "() => geoPaint.frame.views[0].layers.filter(Boolean).length"
BARS = "() => document.querySelectorAll('.gp-counts-bar').length"
NEARER = """nearer => { const { views: [{ map }], sheets } = geoPaint.frame;
  map.setView(map.getCenter(), sheets.near + nearer, {animate: false}); }"""
HOME = "() => geoPaint.frame.views[0].fit()"


def squared(made: War) -> War:
    """Return the war with provinces of `SIDE` areas each way, and regions of as many provinces as before."""
    row, column = np.divmod(np.arange(len(made.areas)), made.columns)
    place = (row // SIDE) * made.columns + column // SIDE
    provinces: dict[int, list[str]] = {}
    for area, at in zip(made.areas, place.tolist(), strict=True):
        provinces.setdefault(at, []).append(area)
    named = {f"p{number:03d}": tuple(areas) for number, areas in enumerate(provinces.values())}
    return replace(made, provinces=named, regions=blocks("g", tuple(named), REGION_PROVINCES))


def write(folder: Path, areas: int, reports: int) -> None:
    """Write the war as a folder without a focus; of more areas than a page reads itself, made in advance."""
    made = squared(war(areas, reports, province=SIDE * SIDE))
    write_folder(made, folder, VERTICES)
    file = folder / "conflict.toml"
    named = settings(with_few_groups(made) if areas > MOST_AREAS else made)
    kept = [line for line in named.splitlines() if not line.startswith("focus = ")]
    file.write_text("\n".join(kept), encoding="utf-8")
    if areas > MOST_AREAS:
        (folder / "control_reports.csv").unlink()
        pq.write_table(named_reports(with_few_groups(made), 0), folder / PARQUET)
        make_timeline(folder)


def with_few_groups(made: War) -> War:
    """Return the war with as many groups as `conflict.toml` has room for, and what is said of no other."""
    provinces = dict(islice(made.provinces.items(), FEW))
    regions = {name: some for name, some in made.regions.items() if {*some} <= {*provinces}}
    said = made.reports["area_id"].astype(str).isin({*made.areas, *provinces, *regions})
    return replace(made, reports=made.reports[said], provinces=provinces, regions=regions)


def sent(folder: Path) -> dict[str, Any]:
    """Return how large the shapes are and, where the page makes them itself, what they take."""
    took: dict[str, Any] = {}
    if (folder / PARQUET).is_file():
        made = read_shapes(folder / TIMELINE)
    else:
        conflict = load_conflict(folder)
        wall, spent = time.perf_counter(), time.process_time()
        made = drawn(conflict)
        took["shapes, s"] = round(time.perf_counter() - wall, 1)
        took["shapes, processor s"] = round(time.process_time() - spent, 1)
    return took | {
        "geometry, MB": round(len(made.geometry) / 1e6, 2),
        "sheets": len(made.sheets),
        "largest sheet, kB": round(max(map(len, made.sheets), default=0) / 1000),
    }


def in_browser(server: Server) -> dict[str, Any]:
    """Return the figures of Chromium; milliseconds where nothing else is said."""
    found: dict[str, Any] = {}
    with chromium() as browser:
        for name in ("first reader", "next reader"):
            with visit(browser) as page:
                found[f"first map, {name}, s"] = round(
                    arrive(page, server.url + QUERY, MAP, PATIENCE_MS) / 1000, 1
                )
        with visit(browser) as page:
            arrive(page, server.url + QUERY, MAP, PATIENCE_MS)
            settle(page, 2000)
            frame = drag.map_frame(page)
            for place, move in (("far", HOME), ("near", "() => 0"), ("nearer", "() => 0")):
                found |= at(page, frame, place, move)
    return found | {"server, MB": server.memory_mb()}


def at(page: Page, frame: Frame, place: str, move: str) -> dict[str, Any]:
    """Return what a step and a drag take at a distance."""
    frame.evaluate(move)
    if place != "far":
        frame.evaluate(NEARER, {"near": 0.05, "nearer": 2}[place])
        frame.wait_for_function(f"({LAYERS})() > 0")
    page.locator(SLIDER).first.press("Home")  # else the thumb may stand at the end to which it is dragged
    settle(page, 2000)
    with processor(page) as spent:
        script = frame.evaluate(drag.SCRIPT, drag.there_and_back(STEPS))
    dragged = drag.drag(page, STEPS)
    return {
        f"{place}: areas drawn": frame.evaluate(LAYERS),
        f"{place}: bars": frame.evaluate(BARS),
        f"{place}: a step, processor": round(spent["TaskDuration"] * 1000 / STEPS, 1),
        f"{place}: a step, wall": spread(script),
        f"{place}: slowest, wall": round(max(script), 1),
        f"{place}: a frame while dragging, wall": dragged["dragged_frame"],
        f"{place}: the thumb's day is painted": dragged["rests_right"],
    }


@contextmanager
def processor(page: Page) -> Iterator[dict[str, float]]:
    """Give a table in which, afterwards, the seconds are that the page's thread has spent meanwhile."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = metrics(session)
    spent: dict[str, float] = {}
    yield spent
    spent.update({name: value - before[name] for name, value in metrics(session).items()})
    session.detach()


def metrics(session: Any) -> dict[str, float]:
    """Return Chromium's counters by name."""
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--areas", type=int, default=48_000)
    options.add_argument("--reports", type=int, default=100_000)
    options.add_argument("--folder", type=Path, help="kept, and used again; else a temporary one")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as where:
        folder = asked.folder or Path(where) / "many"
        if not folder.is_dir():
            write(folder, asked.areas, asked.reports)
        found = sent(folder)
        with serve(ROOT / "dashboard.py", "--conflict", str(folder)) as server:
            found |= in_browser(server)
    print(table(("what", "figure"), ([name, json.dumps(figure)] for name, figure in found.items())))


if __name__ == "__main__":
    main()
