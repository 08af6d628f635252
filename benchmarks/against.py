"""Steps of this page beside those of another checkout, in turns: `python -m benchmarks.against FOLDER`.

Nothing is written: the table says by how much this checkout's medians differ.
"""

import argparse
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks import steps
from benchmarks.__main__ import FEW
from benchmarks.browser import chromium
from benchmarks.servers import ROOT, serve
from benchmarks.worlds import Size, write

KINDS = ("step", "step_settled", "button", "button_settled")


def main() -> None:
    """Measure both checkouts, one after the other, so many rounds, and print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("other", type=Path, help="folder of the other checkout")
    options.add_argument("--areas", type=int, default=10)
    options.add_argument("--steps", type=int, default=20)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    found: dict[tuple[str, Path], list[float]] = defaultdict(list)
    checkouts = (asked.other.resolve(), ROOT)
    with tempfile.TemporaryDirectory() as given, chromium() as browser:
        size = Size(asked.areas, FEW)
        folder = write(size, Path(given) / size.name)
        for _ in range(asked.rounds):
            for checkout in checkouts:
                with serve(checkout / "dashboard.py", "--conflict", str(folder)) as server:
                    taken = steps.measure(browser, server, steps.ours(), asked.steps)
                for kind, value in figures(taken).items():
                    found[kind, checkout].append(value)
    print("| ms, median of rounds | other | this | ratio |\n|---|---:|---:|---:|")
    for kind in ("first_map", *KINDS):
        other, this = (statistics.median(found[kind, checkout]) for checkout in checkouts)
        print(f"| {kind} | {other:.0f} | {this:.0f} | {this / other:.2f} |")


def figures(taken: dict[str, Any]) -> dict[str, float]:
    """Return the median of each kind of step, and the time of the first map."""
    return {"first_map": float(taken["first_map"]), **{kind: float(taken[kind].median) for kind in KINDS}}


if __name__ == "__main__":
    main()
