"""Measure everything in one run and write `docs/benchmarks.md`, with all figures in `docs/benchmarks.json`.

`python -m benchmarks [--quick] [--only browser,viewers,timeline,reading,national,engines]`; a part that is
left out keeps the figures of the previous run.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from benchmarks import drag, machine, national, report, scale_bench, steps, viewers
from benchmarks.browser import chromium
from benchmarks.servers import PAGES, ROOT, serve
from benchmarks.terrain import write_folder
from benchmarks.war import war
from benchmarks.worlds import Size, write

FEW, ALL = 0.05, 1.0
REPORTS = {10: 1_000, 400: 20_000, 4000: 100_000}
"""Number of areas -> number of reports in the made-up war."""


class Plan(NamedTuple):
    """How much is measured: sizes in areas, steps for our page and its rivals, days of a drag, viewers."""

    sizes: tuple[int, ...]
    steps: int
    rival_steps: tuple[int, ...]
    days: int
    timeline: tuple[str, ...]
    reading: tuple[str, ...]
    viewers: tuple[int, ...] = (1, 5, 20, 50)
    seconds: float = 30
    countries: tuple[str, ...] = national.CASES
    engines: Mapping[int, tuple[str, ...]] = MappingProxyType(
        {1: ("memory", "local", "spark"), 10: ("local", "spark"), 50: ("local", "spark")}
    )
    """Millions of statements -> engines; 10 million are too many for one machine's memory."""


FULL = Plan(
    (10, 400, 4000), 20, (12, 8, 3), 78, ("1000,10000,100000,1000000", "5"), ("10000", "100000", "1000000")
)
QUICK = Plan(
    (10, 400),
    4,
    (3, 2),
    20,
    ("1000,10000", "3"),
    ("10000",),
    (1, 5),
    5,
    ("district_table",),
    {1: ("memory", "local")},
)
PARTS = ("browser", "viewers", "timeline", "reading", "national", "engines")


def main() -> None:
    """Run the requested parts and write the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="small sizes and counts, under three minutes")
    options.add_argument("--only", default=",".join(PARTS))
    options.add_argument("--sizes", help="numbers of areas, for example 10,400")
    options.add_argument("--out", type=Path, default=ROOT / "docs")
    asked = options.parse_args()
    plan = QUICK if asked.quick else FULL
    plan = plan._replace(sizes=tuple(map(int, asked.sizes.split(",")))) if asked.sizes else plan
    figures = asked.out / "benchmarks.json"
    known = json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}
    measures: dict[str, Callable[[Plan], Any]] = {
        "viewers": lambda plan: viewers.measure(plan.viewers, plan.seconds),
        "timeline": timeline,
        "reading": reading,
        "national": lambda plan: national.measure(plan.countries),
        "engines": lambda plan: scale_bench.measure(plan.engines),
    }

    def keep() -> None:
        taken = {"seconds": round(time.monotonic() - started), "quick": asked.quick}
        known["machine"] = machine.facts() | taken
        figures.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
        (asked.out / "benchmarks.md").write_text(report.written(known), encoding="utf-8")

    started = time.monotonic()
    for part in asked.only.split(","):
        if part == "browser":
            known[part] = {}
            for _ in pages(plan, known[part]):
                keep()
        else:
            known[part] = measures[part](plan)
        say(f"{part} done")
        keep()


def say(text: str) -> None:
    """Print the progress of the run."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def pages(plan: Plan, found: dict[str, Any]) -> Iterator[int]:
    """Measure every page at every size in one Chromium, into `found`; yields after each size."""
    found |= {"sizes": {}, "network": {}}
    with tempfile.TemporaryDirectory() as given, chromium() as browser:
        found["chromium"] = browser.version
        for number, areas in enumerate(plan.sizes):
            few = write(Size(areas, FEW), Path(given) / Size(areas, FEW).name)
            every = write(Size(areas, ALL), Path(given) / Size(areas, ALL).name)
            found["sizes"][str(areas)] = {
                "ways": {**rivals(browser, few, plan, number), **own(browser, few, areas, plan)},
                "drag": {"5": dragged(browser, few, plan), "100": dragged(browser, every, plan)},
            }
            say(f"{areas} areas done")
            yield areas
        found["network"] = networks(browser, Path(given) / Size(plan.sizes[0], FEW).name)


def rivals(browser: Browser, folder: Path, plan: Plan, number: int) -> dict[str, Any]:
    """Measure the bare slider, then each alternative."""
    found = {}
    for way in (steps.BARE, *steps.RIVALS):
        count = plan.steps if way is steps.BARE else plan.rival_steps[min(number, len(plan.rival_steps) - 1)]
        with serve(PAGES / way.script, str(folder / "world.json")) as server:
            found[way.name] = steps.measure(browser, server, way, count)
        say(f"  {way.name}: {found[way.name]['step'].median} ms")
    return found


def own(browser: Browser, folder: Path, areas: int, plan: Plan) -> dict[str, Any]:
    """Measure our page, with and without the slider observer, and with a realistic war."""
    found = {}
    battle = folder.with_name(f"{folder.name}-war")
    write_folder(war(areas, REPORTS[areas]), battle)
    for way in (steps.ours(), steps.ours(blind=True), steps.WAR):
        with serve(ROOT / way.script, "--conflict", str(battle if way is steps.WAR else folder)) as server:
            found[way.name] = steps.measure(browser, server, way, plan.steps)
        say(f"  {way.name}: {found[way.name]['step'].median} ms")
    return found


def dragged(browser: Browser, folder: Path, plan: Plan) -> dict[str, Any]:
    """Measure drags with both renderers, and folium's slider in a static page."""
    way = steps.ours()
    with serve(ROOT / way.script, "--conflict", str(folder)) as server:
        found = {name: drag.measure(browser, server, way, name, plan.days) for name in drag.RENDERERS}
    static = folder / "static" / "index.html"
    static.parent.mkdir()
    command = [sys.executable, str(PAGES / "time_slider.py"), str(folder / "world.json"), str(static)]
    subprocess.run(command, check=True)
    found["time_slider"] = drag.time_slider(browser, static, plan.days)
    return found


def networks(browser: Browser, folder: Path) -> dict[str, Any]:
    """Which ways draw a map with every other host cut off."""
    found = {}
    for way in steps.RIVALS:
        with serve(PAGES / way.script, str(folder / "world.json")) as server:
            found[way.name] = steps.needs_network(browser, server, way)
    way = steps.ours()
    with serve(ROOT / way.script, "--conflict", str(folder)) as server:
        found[way.name] = steps.needs_network(browser, server, way)
    page = folder / "remote.html"
    command = [
        sys.executable,
        str(PAGES / "time_slider.py"),
        str(folder / "world.json"),
        str(page),
        "--remote",
    ]
    subprocess.run(command, check=True)
    found["TimeSliderChoropleth, static page"] = drag.needs_network(browser, page)
    return found


def timeline(plan: Plan) -> Any:
    """Figures of `benchmarks.timeline_bench`."""
    sizes, repeats = plan.timeline
    command = [sys.executable, "-m", "benchmarks.timeline_bench", "--reports", sizes, "--repeats", repeats]
    return json.loads(subprocess.check_output(command, cwd=ROOT))


def reading(plan: Plan) -> list[Any]:
    """Figures of `benchmarks.reading_bench`, each size in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reading_bench"]
    return [json.loads(subprocess.check_output([*command, rows], cwd=ROOT)) for rows in plan.reading]


if __name__ == "__main__":
    main()
