# ruff: noqa: T201, S311 (a program for a developer)
"""Uploads sent for minutes to the real page through its own door, while viewers step beside them.

    python tests/fuzz/fuzz_upload.py --minutes 20      (make fuzz-upload MINUTES=20)

Exit code 1 if the server died, an exception was logged or drawn, a step or an upload was not answered, a
good upload did not open, or a viewer was sent a text of an upload. The uploads: `uploads.py`, by seed.
"""

import argparse
import asyncio
import os
import re
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from uploads import MARK, ROOT, Upload, upload
from websockets import ConnectionClosed

from benchmarks.report import table
from benchmarks.servers import Server, serve
from benchmarks.uploader import BROKEN, NOTHING, OPENED, REFUSED, Uploader
from benchmarks.viewers import PACE, Step, Viewer, walk

LEFT = "left before the answer"
UNANSWERED = "unanswered"
ALONE, DURING, ANSWERS = "steps alone", "steps during uploads", "answers to uploads"
WORDS = 7
"""So many of a rule's first words are told."""


@dataclass
class Run:
    """What is asked of a run, and what it has seen."""

    quiet: float
    seconds: float
    seed: int
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    times: dict[str, list[float]] = field(default_factory=lambda: {ALONE: [], DURING: [], ANSWERS: []})
    failures: list[str] = field(default_factory=list)
    seen: int = 0
    memory: list[float] = field(default_factory=list)
    made: int = 0


class Witness(Viewer):
    """A viewer who notices if a message to it has a text of an upload."""

    seen = 0

    def finished(self, data: str | bytes) -> bool:
        """Look for the mark, then as any viewer."""
        self.seen += MARK.encode() in (data if isinstance(data, bytes) else data.encode())
        return super().finished(data)


class Sender(Uploader):
    """A visitor who notices the mark of its own upload: it is where a viewer would see it."""

    own = 0

    async def receive(self) -> ForwardMsg:
        """Look for the mark, then as any visitor."""
        told = await super().receive()
        Sender.own += MARK.encode() in told.SerializeToString()
        return told


async def look(run: Run, server: Server, viewer: Witness, steps: Iterator[Step]) -> None:
    """Step once a second; a step's time counts from when it was due."""
    clock = asyncio.get_running_loop().time
    begin = clock()
    for turn in range(int((run.quiet + run.seconds) / PACE)):
        due = begin + turn * PACE
        await asyncio.sleep(max(due - clock(), 0))
        if clock() > begin + run.quiet + run.seconds:
            break
        try:
            await viewer.take(next(steps))
        except (TimeoutError, ConnectionClosed, OSError) as error:
            run.failures.append(f"a step was not answered: {error!r}")
            break
        took = (clock() - due) * 1000
        run.times[ALONE if due < begin + run.quiet else DURING].append(took)
        run.memory.append(server.memory_mb())
    run.seen += viewer.seen


async def send(run: Run, server: Server, pool: ProcessPoolExecutor, chance: Random) -> None:
    """Send uploads one after the other until the time is over."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(run.quiet)
    end, visitor = loop.time() + run.seconds, None
    while loop.time() < end and alive(server):
        number, run.made = run.made, run.made + 1
        made = await loop.run_in_executor(pool, upload, run.seed, number)
        try:
            visitor = visitor or await Sender.at(server.url)
            outcome = await sent(run, visitor, made, hurried=chance.random() < 0.1)
            if outcome == OPENED and chance.random() < 0.7:
                await visitor.put_away()
            elif outcome in {OPENED, LEFT} or chance.random() < 0.2:
                await visitor.leave()
                visitor = None
        except (TimeoutError, ConnectionClosed, OSError, RuntimeError) as error:
            outcome, visitor = f"{UNANSWERED}: {error!r}", None
        note(run, number, made, outcome)
    if visitor:
        await visitor.leave()


async def sent(run: Run, visitor: Uploader, made: Upload, *, hurried: bool) -> str:
    """Return what became of an upload; a hurried visitor does not wait for it."""
    if not hurried:
        clock = asyncio.get_running_loop().time
        begin = clock()
        outcome = await visitor.open(made.files)
        run.times[ANSWERS].append((clock() - begin) * 1000)
        return outcome
    try:
        return await asyncio.wait_for(visitor.open(made.files), 0.5)
    except TimeoutError:
        return LEFT


def note(run: Run, number: int, made: Upload, outcome: str) -> None:
    """Count an outcome; an upload that went wrong is a failure with its number."""
    run.outcomes[made.kind, short(outcome)] += 1
    wrong = outcome.startswith((BROKEN, UNANSWERED, NOTHING))
    if wrong or (made.good and outcome not in {OPENED, LEFT}):
        run.failures.append(f"upload {number} of seed {run.seed} ({made.kind}): {outcome}")


def short(outcome: str) -> str:
    """Return an outcome with only the first words of the rule, without place, value and numbers."""
    if not outcome.startswith(REFUSED):
        return outcome
    told = outcome.removeprefix(REFUSED).partition(": ")[2] or outcome
    words = re.sub(r"\d[\d,.]*", "N", re.sub(r"'.*' ", "", told)).split()
    return REFUSED + " ".join(words[:WORDS])


async def fuzz(run: Run, server: Server, viewers: int, uploaders: int) -> None:
    """Let viewers step and visitors send uploads."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=os.nice, initargs=(10,))
    async with AsyncExitStack() as stack:
        stack.callback(pool.shutdown, cancel_futures=True)
        walks = [walk(ROOT / "data", run.seed + number) for number in range(viewers)]
        watching = [(await Witness.at(server.url, stack), steps) for steps in walks]
        run.memory.append(server.memory_mb())
        sending = [send(run, server, pool, Random(f"{run.seed} {n}")) for n in range(uploaders)]
        await asyncio.gather(*(look(run, server, *one) for one in watching), *sending)


def alive(server: Server) -> bool:
    """Return whether the process that was started is still there."""
    return server.process.is_running() and server.process.status() != "zombie"


def judge(run: Run, server: Server, log: str) -> None:
    """Add what the server itself shows to the failures."""
    if not alive(server):
        run.failures.append("the server died")
    else:
        run.memory.append(server.memory_mb())
    for words in ("Traceback", "Uncaught app"):
        if count := log.count(words):
            run.failures.append(f"'{words}' logged {count} times: {log[log.index(words) :][:3000]}")
    if not Sender.own and any(became == OPENED for _, became in run.outcomes):
        run.failures.append("the mark is not even in the messages to those who sent it")
    if run.seen:
        run.failures.append(f"viewers were sent {run.seen} messages with a text of an upload")


def rows(run: Run) -> Iterator[tuple[object, ...]]:
    """Yield what is told of a run."""
    yield "uploads", run.outcomes.total()
    for name, times in run.times.items():
        if len(times) > 1:
            cut = statistics.quantiles(times, n=100, method="inclusive")
            yield (
                f"{name}: p50 / p95 / longest, ms",
                " / ".join(f"{ms:.0f}" for ms in (cut[49], cut[94], max(times))) + f" of {len(times)}",
            )
    first, last = run.memory[0], run.memory[-1]
    yield "memory before / most / after, MB", f"{first} / {max(run.memory)} / {last}"
    yield "messages with a text of an upload: to viewers / to those who sent it", f"{run.seen} / {Sender.own}"
    yield "failures", len(run.failures)


def main() -> int:
    """Run, print the tables and the failures; return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=20)
    options.add_argument("--quiet", type=float, default=30, help="seconds without uploads at first")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--viewers", type=int, default=2)
    options.add_argument("--uploaders", type=int, default=2)
    asked = options.parse_args()
    run = Run(asked.quiet, asked.minutes * 60, asked.seed)
    with tempfile.TemporaryDirectory() as given:
        log = Path(given) / "log"
        with serve(ROOT / "dashboard.py", log=log) as server:
            asyncio.run(fuzz(run, server, asked.viewers, asked.uploaders))
            judge(run, server, log.read_text(encoding="utf-8", errors="replace"))
    print(table(("upload", "became", "times"), ((*key, n) for key, n in sorted(run.outcomes.items()))))
    print("\n" + table(("what", "measured"), rows(run)))
    print(*(f"\nFAILED: {failure}" for failure in run.failures))
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
