"""How long the timeline of a large conflict takes, by engine, from Parquet to Parquet; prints the figures.

``python -m benchmarks.scale_bench [--millions 1,10] [--engines memory,local]``; a part of ``make bench``.

A large conflict is as many wars of a million statements and 4,000 areas as asked for, beside each other. Each
run is a process of its own: wall and processor seconds with its children's, and the most memory that it, or
its largest child, had at once. Equal = the same rows, by area and day, as the first engine's. The start of a
Spark session stands apart, and is in no other figure; Spark is the one that ``make try-spark`` installs.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.servers import ROOT
from benchmarks.war import ACTORS, War, war
from benchmarks.watched import Watched
from geo.scale import Job, plan, reports_table, run_local, run_memory, run_spark
from geo.scale.bucket import Rule
from geo.scale.spark import session as spark_session

AREAS, STATEMENTS = 4000, 1_000_000
SPARK: Final = ROOT / "build" / "spark"
FIGURES: Final = ("start_s", "wall_s", "cpu_s", "peak_mb", "rows")


@dataclass(frozen=True)
class Stored:
    """Reports that are stored as the rule reads them."""

    path: Path

    @property
    def identity(self) -> str:
        """The file."""
        return str(self.path)

    def statements(self) -> Mapping[str, int]:
        """Return how many statements speak of each area or group."""
        counts: dict[str, int] = {}
        with pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(columns=["area_id"]):
                found = pc.value_counts(batch.column(0))
                for value, count in zip(*(found.field(i).to_pylist() for i in (0, 1)), strict=True):
                    counts[value] = counts.get(value, 0) + count
        return counts

    def batches(self) -> Iterator[pa.Table]:
        """Yield the reports."""
        with pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(131_072):
                yield pa.Table.from_batches([batch])


def named(one: War, number: int) -> tuple[pa.Table, list[str], dict[str, tuple[str, ...]]]:
    """Return a war's reports, areas and groups under names of their own."""
    reports = reports_table(one.reports)
    for column in ("area_id", "report_id"):
        place = reports.schema.get_field_index(column)
        texts = pc.binary_join_element_wise(f"w{number}", reports[column], "-")
        reports = reports.set_column(place, reports.schema.field(column), texts)
    rows = pc.add(reports["row"], number * STATEMENTS)
    reports = reports.set_column(0, reports.schema.field("row"), rows)
    groups = {
        f"w{number}-{name}": tuple(f"w{number}-{area}" for area in some) for name, some in one.groups.items()
    }
    return reports, [f"w{number}-{area}" for area in one.areas], groups


def job_of(folder: Path, millions: int, *, whole: bool) -> Job:
    """Return the job of so many wars, written to the folder at the first call."""
    file = folder / f"{millions}.parquet"
    areas: list[str] = []
    groups: dict[str, tuple[str, ...]] = {}
    one = war(AREAS, STATEMENTS)
    made = (named(one, number) for number in range(millions))
    if file.is_file():
        listed = [(f"w{number}-", one) for number in range(millions)]
        for prefix, each in listed:
            areas += [prefix + area for area in each.areas]
            groups |= {
                prefix + name: tuple(prefix + area for area in some) for name, some in each.groups.items()
            }
    else:
        with pq.ParquetWriter(file, pa.schema(reports_table(one.reports.head(1)).schema)) as writer:
            for reports, more, under in made:
                writer.write_table(reports)
                areas, groups = areas + more, groups | under
    given: dict[str, Any] = {name: one.inputs[name] for name in ("own_side", "rivals")}
    sides = tuple(sorted({*ACTORS.values(), *one.reports["claimant_side"].astype(str).unique()}))
    rule = Rule(**given, sides=sides, narrator="everyone", known=None, window_days=3, stale_days=7)
    source = Stored(file)
    return Job(source, plan(areas, groups, source.statements(), 1 if whole else 0), rule)


def measured(folder: Path, millions: int, engine: str) -> str:
    """Run one engine in this process; return its figures and the sum of its rows as JSON."""
    job = job_of(folder, millions, whole=engine == "memory")
    out = folder / f"out-{millions}-{engine}"
    began = time.perf_counter()
    if engine == "spark":
        spark_session()
    started, start = time.perf_counter() - began, time.perf_counter()
    with Watched() as watched:
        rows = run_memory(job, out.with_suffix(".parquet")) if engine == "memory" else RUN[engine](job, out)
    wall = time.perf_counter() - start
    told = (started, wall, watched.seconds, watched.peak / 2**20, rows)
    return json.dumps({**dict(zip(FIGURES, told, strict=True)), "sum": sum_of(out)})


RUN: Final[dict[str, Callable[[Job, Path], int]]] = {"local": run_local, "spark": run_spark}


def sum_of(out: Path) -> str:
    """Return a sum over all rows, whatever their order."""
    files = sorted(out.glob("part-*.parquet")) or [out.with_suffix(".parquet")]
    total = 0
    for file in files:
        for batch in pq.ParquetFile(file).iter_batches(50_000):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                total += int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=8).digest())
    return f"{total % 2**64:016x}"


def measure(sizes: Mapping[int, Sequence[str]]) -> list[dict[str, Any]]:
    """Return the figures of each engine at each size in millions; `failed`: what a stopped one said last."""
    found = []
    with tempfile.TemporaryDirectory() as where:
        for millions, engines in sizes.items():
            sums: list[str] = []
            for engine in engines:
                row = {"millions": millions, "engine": engine, **run(Path(where), millions, engine)}
                sums += [row["sum"]] if "sum" in row else []
                found.append(row | {"equal": row.get("sum") == sums[0] if len(sums) > 1 else None})
    return found


def run(folder: Path, millions: int, engine: str) -> dict[str, Any]:
    """Return the figures of an engine in a process of its own."""
    call = [sys.executable, "-m", "benchmarks.scale_bench", "--one", str(folder), str(millions), engine]
    paths = [str(ROOT), *([str(SPARK)] if engine == "spark" else [])]
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=known)
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["killed"])[-1]}
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Measure each size and engine, and print the figures as JSON."""
    options = argparse.ArgumentParser()
    options.add_argument("--millions", default="1,10")
    options.add_argument("--engines", default="memory,local")
    options.add_argument("--one", nargs=3)
    asked = options.parse_args()
    if asked.one:
        print(measured(Path(asked.one[0]), int(asked.one[1]), asked.one[2]))
        return
    sizes = dict.fromkeys(map(int, asked.millions.split(",")), asked.engines.split(","))
    print(json.dumps(measure(sizes), indent=1))


if __name__ == "__main__":
    main()
