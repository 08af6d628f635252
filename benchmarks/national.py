"""What a map of a whole country costs: import, check, first map, step, one file, PNG, sheet, at four sizes.

The tables are those of `benchmarks.stand_ins`, each import a single command. Every command runs in a process
of its own; its seconds include the start of Python and its libraries.
"""

import datetime as dt
import gzip
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser

from benchmarks import steps
from benchmarks.browser import Target, chromium
from benchmarks.servers import ROOT, serve
from benchmarks.stand_ins.__main__ import MAKERS
from benchmarks.stand_ins.commands import import_arguments
from geo.reading import load_conflict

CASES: Final = ("district_table", "districts", "acled", "ged", "towns")
"""62, 329, 330 and 400 areas, 629 points."""

EXPORTS: Final = {"one_file": "map.html", "png": "map.png", "sheet": "sheet.png"}
STEPS: Final = 8


class Taken(NamedTuple):
    """What a command took.

    Attributes
    ----------
    peak_mb
        Resident memory at its highest.
    failed
        The last line it said, if it failed; "" = it did what was asked.
    """

    seconds: float
    peak_mb: int
    failed: str


def measure(cases: tuple[str, ...] = CASES) -> list[dict[str, Any]]:
    """Return the figures of each case."""
    with tempfile.TemporaryDirectory() as given, chromium() as browser:
        return [measured(name, Path(given), browser) for name in cases]


def measured(name: str, given: Path, browser: Browser) -> dict[str, Any]:
    """Return the figures of one case; what an import that failed leads to is not measured."""
    files, folder = given / f"{name}-files", given / name
    files.mkdir()
    MAKERS[name](files)
    found: dict[str, Any] = {"case": name, "import": taken(import_arguments(name, files, folder))}
    if found["import"]["failed"]:
        return found
    conflict = load_conflict(folder)
    found |= {"areas": len(conflict.areas), "reports": len(conflict.reports)}
    found["check"] = taken(["check", str(folder)])
    for what, file in EXPORTS.items():
        found[what] = taken(["export", str(given / file), "--folder", str(folder)])
    if not found["one_file"]["failed"]:
        data = (given / EXPORTS["one_file"]).read_bytes()
        found["one_file"] |= {"mb": megabytes(data), "gzip_mb": megabytes(gzip.compress(data))}
    return found | {"page": page(folder, conflict.first_day, browser)}


def page(folder: Path, first: dt.date, browser: Browser) -> dict[str, Any]:
    """Return the first map and the steps of the page from a month after the first day on."""
    start = first + dt.timedelta(days=30)
    way = steps.Way(
        "national",
        "dashboard.py",
        Target(("badge",), "path.leaflet-interactive", steps.PANEL),
        f"?date={start.isoformat()}",
    )
    with serve(ROOT / way.script, "--conflict", str(folder)) as server:
        return steps.measure(browser, server, way, STEPS)


def taken(arguments: list[str]) -> dict[str, Any]:
    """Run `python -m geo` and return what it took; `check` may find something, which is no failure."""
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "geo", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as command:
        said = command.stdout.read() if command.stdout else ""
        _, status, used = os.wait4(command.pid, 0)
        command.returncode = os.waitstatus_to_exitcode(status)
    failed = command.returncode != 0 and arguments[0] != "check"
    last = said.strip().splitlines()[-1] if failed and said.strip() else ""
    return Taken(round(time.monotonic() - started, 1), round(used.ru_maxrss / 1024), last)._asdict()


def megabytes(data: bytes) -> float:
    """Return the size in millions of bytes."""
    return round(len(data) / 1e6, 2)
