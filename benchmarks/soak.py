"""Half an hour of readers, uploads and edits at once.

`python -m benchmarks.soak [--minutes 30] [--viewers 10]`; `make soak`.

Viewers take a step a second; one visitor after the other sends a good or a broken upload and leaves; the
folder is edited, broken and mended. Printed is a line per slice of time: steps, how quickly they were
answered, uploads, edits, and memory of the server without its children. The exit code is 1 if a step was
not answered, an exception was logged or memory is not flat: the median of the last slice may differ by
`FLAT` from that of the second; the first is for warming up.
"""

import argparse
import asyncio
import itertools
import shutil
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.report import table
from benchmarks.servers import ROOT, Server, serve
from benchmarks.uploader import BROKEN, NOTHING, OPENED, Uploader
from benchmarks.viewers import PACE, SEED, Viewer, walk

FLAT: Final = 0.1
"""Share by which memory may change after warming up."""

SAMPLE_SECONDS: Final = 5.0
EDIT_SECONDS: Final = 7.0
UPLOAD_SECONDS: Final = 5.0
SLICES: Final = 6
HEADS: Final = ("minutes", "steps", "p50 / p95, ms", "slowest, ms", "uploads", "edits", "memory, MB")
LOGGED: Final = ("Traceback", "Uncaught")


class Event(NamedTuple):
    """Something that happened: seconds since the start, its kind, and a figure (milliseconds, megabytes)."""

    at: float
    kind: str
    figure: float = 0.0


class Soak:
    """What happens to one server, and when.

    Parameters
    ----------
    server
        The page of `folder`.
    folder
        A copy that may be edited.
    seconds
        How long it takes.
    """

    def __init__(self, server: Server, folder: Path, seconds: float) -> None:
        self.server, self.folder, self.seconds = server, folder, seconds
        self.events: list[Event] = []
        self.wrong: list[str] = []
        self.begin = 0.0

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return asyncio.get_running_loop().time() - self.begin

    async def run(self, viewers: int) -> None:
        """Let everybody do what they do until the time is over."""
        async with AsyncExitStack() as stack:
            readers = [await Viewer.at(self.server.url, stack) for _ in range(viewers)]
            walks = [walk(self.folder, SEED + number) for number in range(viewers)]
            next(walks[0])  # reads the folder
            self.begin = asyncio.get_running_loop().time()
            tasks = [
                self._scrub(one, its, number / viewers)
                for number, (one, its) in enumerate(zip(readers, walks, strict=True))
            ]
            tasks += [self._every(SAMPLE_SECONDS, self._sample), self._every(EDIT_SECONDS, self._edits())]
            tasks += [self._every(UPLOAD_SECONDS, self._uploads())]
            await asyncio.gather(*tasks)

    async def _every(self, pause: float, act: Callable[[], Awaitable[None]]) -> None:
        while self.now < self.seconds:
            await act()
            await asyncio.sleep(pause)

    async def _scrub(self, viewer: Viewer, steps: Iterator[Any], shift: float) -> None:
        for turn in itertools.count():
            due = turn * PACE + shift
            if due > self.seconds:
                return
            await asyncio.sleep(max(due - self.now, 0))
            try:
                await viewer.take(next(steps))
            except TimeoutError:
                self.wrong.append(f"a step was not answered after {self.now:.0f} s")
                return
            self.events.append(Event(self.now, "step", (self.now - due) * 1000))

    async def _sample(self) -> None:
        self.events.append(Event(self.now, "memory", self.server.process.memory_info().rss / 1e6))

    def _edits(self) -> Callable[[], Awaitable[None]]:
        """Return what makes one edit after the other: another note, a broken table, the good one again."""
        table_of_reports = self.folder / "control_reports.csv"
        good = table_of_reports.read_text(encoding="utf-8")
        numbers = itertools.count()

        async def edit() -> None:
            number = next(numbers)
            line = good.rstrip("\n").rsplit("\n", 1)[-1]
            twin = line.replace(line.split(",", 1)[0], f"soak-{number}", 1)
            text = [f"{good.rstrip()}\n{twin}\n", "not,a,table\n1,2\n", good][number % 3]
            table_of_reports.write_text(text, encoding="utf-8")
            self.events.append(Event(self.now, "edit"))

        return edit

    def _uploads(self) -> Callable[[], Awaitable[None]]:
        """Return what lets one visitor after the other send something, put it away or not, and leave."""
        numbers = itertools.count()

        async def upload() -> None:
            number = next(numbers)
            files = sent(number)
            visitor = await Uploader.at(self.server.url)
            try:
                outcome = await visitor.open(files)
                if outcome.startswith((BROKEN, NOTHING)) or (outcome == OPENED) != (number % 3 != 2):
                    self.wrong.append(f"upload {number}: {outcome}")
                if outcome == OPENED and number % 2:
                    await visitor.put_away()
            except TimeoutError:
                self.wrong.append(f"upload {number} was not answered")
            finally:
                await visitor.leave()
            self.events.append(Event(self.now, "upload"))

        return upload


def sent(number: int) -> Mapping[str, bytes]:
    """Return the files of an upload: each differs from those before, every third is broken."""
    names = ("conflict.toml", "districts.geojson", "control_reports.csv", "sources.csv")
    files = {name: (ROOT / "data" / name).read_bytes() for name in names}
    files["conflict.toml"] = files["conflict.toml"].replace(b'title = "', f'title = "{number} '.encode(), 1)
    if number % 3 == 2:
        files["districts.geojson"] = files["districts.geojson"][:-40]
    return files


def slices(events: Sequence[Event], seconds: float) -> Iterator[Sequence[object]]:
    """Yield a line of the table for each slice of the time."""
    for number in range(SLICES):
        begin, end = number * seconds / SLICES, (number + 1) * seconds / SLICES
        here = [one for one in events if begin <= one.at < end]
        steps = sorted(one.figure for one in here if one.kind == "step") or [0.0]
        memory = [one.figure for one in here if one.kind == "memory"] or [0.0]
        cuts = statistics.quantiles(steps, n=20, method="inclusive") if len(steps) > 1 else steps * 19
        yield (
            f"{begin / 60:.0f}–{end / 60:.0f}",
            len(steps),
            f"{cuts[9]:.0f} / {cuts[18]:.0f}",
            f"{steps[-1]:.0f}",
            sum(one.kind == "upload" for one in here),
            sum(one.kind == "edit" for one in here),
            f"{statistics.median(memory):.0f} ({min(memory):.0f}–{max(memory):.0f})",
        )


def growth(events: Sequence[Event], seconds: float) -> float:
    """Return by which share memory differs between the last slice and the second, after warming up."""

    def median(number: int) -> float:
        begin, end = number * seconds / SLICES, (number + 1) * seconds / SLICES
        return statistics.median(
            one.figure for one in events if one.kind == "memory" and begin <= one.at < end
        )

    return median(SLICES - 1) / median(1) - 1


def main() -> None:
    """Run, print the table, and say what was wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--viewers", type=int, default=10)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as given:
        folder, log = Path(given) / "conflict", Path(given) / "log"
        shutil.copytree(ROOT / "data", folder)
        with serve(ROOT / "dashboard.py", "--conflict", str(folder), log=log) as server:
            soak = Soak(server, folder, asked.minutes * 60)
            asyncio.run(soak.run(asked.viewers))
        said = log.read_text(encoding="utf-8", errors="replace")
    print(table(HEADS, slices(soak.events, soak.seconds)))
    grown = growth(soak.events, soak.seconds)
    soak.wrong += [f"{said.count(word)} times {word!r} in the log" for word in LOGGED if word in said]
    soak.wrong += [f"memory changed by {grown:+.0%}"] if abs(grown) > FLAT else []
    print(f"\nmemory {grown:+.1%} since warming up; " + ("; ".join(soak.wrong[:20]) or "nothing was wrong"))
    sys.exit(bool(soak.wrong))


if __name__ == "__main__":
    main()
