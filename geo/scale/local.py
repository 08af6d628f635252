"""The engine of one machine: reports cut into buckets on the disk, buckets told by a few processes."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from geo.reading import DataError, rule, save_file, saved
from geo.scale.bucket import Rule, bucket
from geo.scale.columns import REPORTS, TIMELINE

if TYPE_CHECKING:
    from geo.scale.job import Job
    from geo.scale.plan import Part

PROCESSES: Final = 2
NOTE: Final = "_job.json"
"""In the folder of results: which job they are of. Readers of Parquet folders skip names that begin so."""
CUT: Final = "_cut"
"""Folder of the buckets' reports, in the folder of results, until all are told."""
WHOLE: Final = "whole"
"""File in `CUT`: the cut is finished."""

Told = Callable[[int, int], None]
"""Called with how many buckets are done, of how many."""


def run_local(
    job: "Job", out: Path, told: Told = lambda _done, _all: None, processes: int = PROCESSES
) -> int:
    """Write the timeline of a job to a folder of `part-NNNNN.parquet`, or to one file; return its rows.

    What a stopped run has finished is kept by the next one of the same job. Inside a part, areas are in map
    order.

    Raises
    ------
    DataError
        If a report breaks a rule, `out` cannot be written, or is a folder with something else in it.
    """
    if out.suffix == ".parquet":
        parts = out.with_name(f".{out.name}.parts")
        rows = run_local(job, parts, told, processes)
        _together(parts, out)
        shutil.rmtree(parts)
        return rows
    _begun(job, out)
    waiting = [part for part in job.plan.parts if not _file(out, part).is_file()]
    if waiting and not (out / CUT / WHOLE).is_file():
        _cut(job, out / CUT)
    _run(job, waiting, out, told, processes)
    shutil.rmtree(out / CUT, ignore_errors=True)
    return sum(pq.read_metadata(_file(out, part)).num_rows for part in job.plan.parts)


def _file(out: Path, part: "Part") -> Path:
    return out / f"part-{part.number:05}.parquet"


def _begun(job: "Job", out: Path) -> None:
    """Begin in an empty folder, or go on in one of the same job; refuse any other."""
    note = out / NOTE
    if note.is_file() and json.loads(note.read_bytes()).get("job") == job.fingerprint:
        return
    if out.exists() and any(out.iterdir()):
        raise DataError.at(out, rule("not_of_this_job"))
    out.mkdir(parents=True, exist_ok=True)
    save_file(note, json.dumps({"job": job.fingerprint, "parts": len(job.plan.parts)}).encode())


def _cut(job: "Job", folder: Path) -> None:
    """Write the reports of each bucket to a file of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with ExitStack() as stack:
        writers: dict[int, Any] = {}
        for number, reports in job.cut():
            if number not in writers:
                file = folder / f"{number:05}.parquet"
                writers[number] = stack.enter_context(pq.ParquetWriter(file, REPORTS, compression="lz4"))
            writers[number].write_table(reports)
    save_file(folder / WHOLE, b"")


def _run(job: "Job", waiting: Sequence["Part"], out: Path, told: Told, processes: int) -> None:
    """Tell buckets in processes of their own, each of which is given its own part of the plan alone."""
    done, every = len(job.plan.parts) - len(waiting), len(job.plan.parts)
    told(done, every)
    pool = ProcessPoolExecutor(min(processes, max(1, len(waiting))), mp_context=_context())
    with pool:
        runs = [
            pool.submit(one_bucket, out / CUT / f"{part.number:05}.parquet", part, job.rule, _file(out, part))
            for part in waiting
        ]
        try:
            for run in as_completed(runs):
                run.result()
                done += 1
                told(done, every)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _context() -> BaseContext:
    """Return how processes are started: where the system can fork, as forks of one that has imported this."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def one_bucket(reports: Path, part: "Part", rule_: Rule, out: Path) -> None:
    """Tell one bucket, from its file of reports (none = nobody speaks of it) to its file of results."""
    table = pq.read_table(reports) if reports.is_file() else REPORTS.empty_table()
    found = bucket(table, part, rule_) if table.num_rows else TIMELINE.empty_table()
    with saved(out) as made:
        pq.write_table(found, made)


def _together(parts: Path, out: Path) -> None:
    """Write all parts to one file, one after the other."""
    with saved(out) as made, pq.ParquetWriter(made, TIMELINE) as writer:
        for table in _tables(parts):
            writer.write_table(table)


def _tables(parts: Path) -> Iterator[pa.Table]:
    for file in sorted(parts.glob("part-*.parquet")):
        yield pq.read_table(file)
