"""The page on a conflict that is looked up: opened, first map, steps, a panel; prints a table.

``python -m benchmarks.big_page [--millions 1,10] [--areas 40000] [--folder KEPT] [--browser]``

A made-up war over so many areas, as Parquet; its timeline is made by the command of the docs. Then what
the server does is timed in a process of its own, and the page in Chromium, beside a bare page of one slider.
"""

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks import steps, worlds
from benchmarks.browser import arrive, chromium, visit
from benchmarks.report import table
from benchmarks.servers import PAGES, ROOT, serve
from benchmarks.terrain import write_folder
from benchmarks.war import War, war
from geo.paint import compact_json
from geo.panel import Clock, changes_html, lead_html, list_html, notes_html, panel_html
from geo.reading import read_folder
from geo.reading.parquet import PARQUET
from geo.reading.vocabulary import SOURCE_COLUMNS
from geo.scale.job import AROUND, NEEDED_AROUND
from geo.scale.looked_up import account_of, account_of_area, shapes_of, states_of
from geo.scale.opening import open_stored
from geo.scale.windows import ONE_DAY
from geo.words import load_words

WRITTEN: Final = (
    "report_id", "statement_id", "origin_id", "area_id", "place_as_written", "scope", "claim", "polarity",
    "party", "claimant", "voice_id", "claimant_side", "source_id", "quote", "reliability", "credibility",
)  # fmt: skip
MILLION: Final = 1_000_000
VERTICES: Final = 12
PROVINCE_AREAS: Final = 40
"""More than in other wars: a conflict has at most 2,000 groups."""

STEPS: Final = 8
COLD_MS: Final = 600_000
"""Milliseconds in which a server that has just started must have drawn the map."""

FEW_AREAS: Final = worlds.Size(10, 0.05)
"""Of the world that the bare page counts the days of."""

HEADS: Final = ("what", "wall s", "processor s")


def write(folder: Path, areas: int, millions: int) -> None:
    """Write a war of so many reports: as many wars over the same areas and days as millions."""
    articles = []
    with ExitStack() as stack:
        writer = None
        for number in range(millions):
            made = war(areas, MILLION, seed=number, province=PROVINCE_AREAS)
            articles.append(made.sources)
            if writer is None:
                write_folder(replace(made, reports=made.reports.head(0)), folder, VERTICES)
                (folder / "control_reports.csv").unlink()
            named = named_reports(made, number)
            writer = writer or stack.enter_context(pq.ParquetWriter(folder / PARQUET, named.schema))
            writer.write_table(named)
    sources = pd.concat(articles)
    sources = sources[~sources.index.duplicated()].reindex(columns=SOURCE_COLUMNS[1:])
    sources.to_csv(folder / "sources.csv", date_format="%Y-%m-%d")


def named_reports(made: War, number: int) -> pa.Table:
    """Return a war's reports as text, its ids under names of their own."""
    ids = ("report_id", "statement_id", "origin_id")
    columns = {name: pa.array(made.reports[name].astype("str").fillna(""), pa.string()) for name in WRITTEN}
    columns |= {name: pc.binary_join_element_wise(f"m{number}", columns[name], "-") for name in ids}
    days = {name: made.reports[name].to_numpy() for name in ("date_from", "date_to")}
    return pa.table(columns | {name: pa.array(day).cast(pa.date32()) for name, day in days.items()})


def timed(name: str, work: Callable[[], Any]) -> Any:
    """Return what the work returns; print its seconds of wall and of processor as JSON."""
    wall, spent = time.perf_counter(), time.process_time()
    made = work()
    print(json.dumps([name, time.perf_counter() - wall, time.process_time() - spent]), flush=True)
    return made


def server_side(folder: Path) -> None:
    """Time what the server does for a first map, for steps and for a panel."""
    files = read_folder(folder, AROUND, required=NEEDED_AROUND)
    conflict = timed("open", lambda: open_stored(files, folder))
    timed("shapes of the areas", lambda: shapes_of(conflict))
    day, words = conflict.last_reported_day - dt.timedelta(days=40), load_words()
    account = timed("days looked up", lambda: account_of(conflict, "everyone", None, day))
    timed("their states", lambda: compact_json(states_of(account, words)))
    for name, at in (("first words", day), ("step", account.ends[0] + 2 * ONE_DAY), ("step again", day)):
        timed(f"{name}: control", lambda at=at: account.control(at))
        timed(f"{name}: list", lambda at=at: list_html(account, at, words, link, whole=False))
        timed(f"{name}: notes", lambda at=at: notes_html(account, at, words))
        timed(f"{name}: sentence", lambda at=at: lead_html(account, at, Clock("", ""), words))
        timed(f"{name}: changes", lambda at=at: changes_html(account, at, words, link))
    area = str(conflict.areas.index[len(conflict.areas) // 2])
    timed("panel", lambda: panel_html(account_of_area(account, area), area, day, words))
    print(json.dumps(["peak MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0]))


def link(area: str, report: str = "") -> str:
    """Return an address."""
    return f"?area={area}#{report}"


def in_browser(folder: Path) -> dict[str, Any]:
    """Return first map and steps in Chromium, and those of a bare page of one slider."""
    way = steps.WAR._replace(query="?date=2020-06-01", buttons=False)
    with chromium() as browser:
        with serve(ROOT / way.script, "--conflict", str(folder)) as server:
            with visit(browser) as page:
                cold = arrive(page, server.url + way.query, way.target, COLD_MS)
            ours = {"cold": cold, **steps.measure(browser, server, way, STEPS)}
        with tempfile.TemporaryDirectory() as given:
            world = worlds.write(FEW_AREAS, Path(given)) / "world.json"
            with serve(PAGES / steps.BARE.script, str(world)) as server:
                bare = steps.measure(browser, server, steps.BARE, STEPS)
    return {"ours": ours, "bare": bare}


def make_timeline(folder: Path) -> None:
    """Make what the page looks a folder's map up in, by the command of the docs."""
    command = ["geo", "timeline", str(folder), str(folder / "timeline"), "--engine", "local", "--page"]
    subprocess.run([sys.executable, "-m", *command], check=True, cwd=ROOT, capture_output=True)


def measured(folder: Path) -> None:
    """Make the timeline, then print the figures."""
    start = time.perf_counter()
    make_timeline(folder)
    print(f"timeline for the page: {time.perf_counter() - start:.0f} s")
    call = [sys.executable, "-m", "benchmarks.big_page", "--server", str(folder)]
    told = subprocess.run(call, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout
    rows = [json.loads(line) for line in told.splitlines()]
    print(table(HEADS, [[name, f"{wall:.3f}", f"{spent:.3f}"] for name, wall, spent in rows]), flush=True)


def main() -> None:
    """Measure each size."""
    options = argparse.ArgumentParser()
    options.add_argument("--millions", default="1")
    options.add_argument("--areas", type=int, default=40_000)
    options.add_argument("--folder", type=Path, help="kept, and used again; else a temporary one")
    options.add_argument("--browser", action="store_true", help="Chromium as well")
    options.add_argument("--server", type=Path)
    asked = options.parse_args()
    if asked.server:
        server_side(asked.server)
        return
    with tempfile.TemporaryDirectory() as where:
        for millions in map(int, asked.millions.split(",")):
            folder = (asked.folder or Path(where)) / f"{millions}"
            if not folder.is_dir():
                write(folder, asked.areas, millions)
            print(f"{millions} M reports, {asked.areas} areas", flush=True)
            measured(folder)
            if asked.browser:
                print(json.dumps(in_browser(folder), indent=1, default=str), flush=True)


if __name__ == "__main__":
    main()
