"""Many readers at once, a step a second each, beside a bare page in the same run.

`python -m benchmarks.viewers [--viewers 1,5,20] [--seconds 20] [--conflict FOLDER] [--processes 4]`

Each viewer is a websocket that speaks Streamlit's own protocol: it sends what the browser sends when the
thumb of the slider is let go, or an address with a narrator, a day and an area, and waits until the
script has run. A step is late if the one before it took longer than a second; its time is counted from
when it was due, so that a queue is seen.
"""

import argparse
import asyncio
import datetime as dt
import itertools
import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, AsyncExitStack
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.report import VIEWER_HEADS, table, viewers
from benchmarks.servers import PAGES, ROOT, Server, behind_proxy, serve
from benchmarks.worlds import Size, write
from geo.reading import load_conflict
from geo.view import days, narrators

PACE: Final = 1.0
"""Seconds between two steps of a viewer."""

SEED: Final = 5
FIRST_LOOKS: Final = 20
"""Views that nobody has seen, looked at one after the other."""

MICROSECONDS: Final = 1_000_000
DAY_SECONDS: Final = 86_400
PATIENCE: Final = 60.0
"""Seconds after which a step has failed."""


class Step(NamedTuple):
    """What a viewer does: a day on the slider, or an address to go to ("" = none)."""

    day: dt.date
    query: str = ""


class Told(NamedTuple):
    """What a page was asked and how it answered: milliseconds of each step, CPU of the server."""

    times: list[float]
    late: int
    cpu_ms: float
    reached: float
    """Steps a second."""

    def at(self, percent: int) -> float:
        """Milliseconds within which `percent` of the steps were answered."""
        return statistics.quantiles(self.times, n=100, method="inclusive")[percent - 1]


class Viewer:
    """One open page.

    Parameters
    ----------
    socket
        The connection of its session.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.slider = ""

    @classmethod
    async def at(cls, address: str, stack: AsyncExitStack) -> Self:
        """Return a viewer of the page at an address."""
        url = address.replace("http", "ws", 1) + "_stcore/stream"
        made = cls(await stack.enter_async_context(connect(url, max_size=None, subprotocols=["streamlit"])))  # type: ignore[list-item]
        await made.take(Step(dt.date.min))
        return made

    async def take(self, step: Step) -> None:
        """Send a step and wait until the script has run."""
        asked = BackMsg()
        asked.rerun_script.query_string = step.query
        if self.slider and not step.query:
            state = asked.rerun_script.widget_states.widgets.add(id=self.slider)
            since = (step.day - dt.date(1970, 1, 1)).days * DAY_SECONDS * MICROSECONDS
            state.double_array_value.data.append(since)
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self.finished(await self.socket.recv()):
                pass

    def finished(self, data: str | bytes) -> bool:
        """Return whether this message says that the script has run; learn the slider's name from it."""
        told = ForwardMsg()
        told.ParseFromString(data if isinstance(data, bytes) else data.encode())
        element = told.delta.new_element
        if element.WhichOneof("type") == "slider":
            self.slider = element.slider.id
        return told.WhichOneof("type") == "script_finished"


@cache
def _choices(folder: Path) -> tuple[list[dt.date], tuple[str, ...], list[str]]:
    """Return the days, narrators and areas of a folder, read once: the viewers share one thread."""
    conflict = load_conflict(folder)
    return days(conflict), narrators(conflict), list(conflict.areas.index)


def walk(folder: Path | None, seed: int) -> Iterator[Step]:
    """Yield a reader's steps without end: mostly days, now and then a narrator or an area.

    Without a folder, days of the bare page.
    """
    chance = random.Random(seed)
    if folder is None:
        first = dt.date(2021, 8, 1)
        while True:
            yield Step(first + dt.timedelta(days=chance.randrange(30)))
    every_day, told, areas = _choices(folder)
    while True:
        day, kind = chance.choice(every_day), chance.random()
        area = f"&area={chance.choice(areas)}" if kind < 0.15 else ""
        narrator = f"&narrator={chance.choice(told)}" if kind < 0.3 else ""
        yield Step(day, f"date={day}{area}{narrator}" if narrator else "")


async def watch(
    address: str, steps: Sequence[Iterator[Step]], seconds: float, server: psutil.Process
) -> Told:
    """Return how a page answers so many viewers for so long; a first second is not counted."""
    async with AsyncExitStack() as stack:
        viewers = [await Viewer.at(address, stack) for _ in steps]
        first = [next(its) for its in steps]
        times: list[float] = []
        late = 0
        clock = asyncio.get_running_loop().time
        begin = clock() + PACE

        async def look(number: int, viewer: Viewer, its: Iterator[Step]) -> None:
            nonlocal late
            for turn in itertools.count():
                due = begin + turn * PACE + number * PACE / len(viewers)
                if due > begin + seconds:
                    return
                await asyncio.sleep(max(due - clock(), 0))
                late += clock() - due > PACE
                await viewer.take(first[number] if not turn else next(its))
                times.append((clock() - due) * 1000)

        before = cpu_seconds(server)
        await asyncio.gather(*map(look, itertools.count(), viewers, steps))
        spent, took = cpu_seconds(server) - before, clock() - begin
    return Told(times, late, spent * 1000 / len(times), len(times) / took)


def cpu_seconds(server: psutil.Process) -> float:
    """Return the processor time of a server and of its children, living and ended."""
    total = 0.0
    for process in (server, *server.children(recursive=True)):
        spent = process.cpu_times()
        total += spent.user + spent.system
    ended = server.cpu_times()
    return total + ended.children_user + ended.children_system


def first_looks(folder: Path, address: str, server: psutil.Process, count: int) -> Told:
    """Return how the page answers one viewer whose every step is a view that nobody has seen."""
    conflict = load_conflict(folder)
    views = list(itertools.product(days(conflict), narrators(conflict)))
    random.Random(SEED).shuffle(views)
    steps = iter([Step(day, f"date={day}&narrator={narrator}") for day, narrator in views[:count]])
    return asyncio.run(watch(address, [steps], min(count, len(views)) * PACE - PACE, server))


def measure(
    counts: Sequence[int], seconds: float, folder: Path = ROOT / "data", processes: int = 1
) -> list[dict[str, Any]]:
    """Return a row for each number of viewers of a folder."""
    with tempfile.TemporaryDirectory() as given:
        bare = write(Size(10, 0.05), Path(given) / "bare")
        return list(measured(folder, counts, seconds, bare / "world.json", processes))


def measured(
    folder: Path, counts: Sequence[int], seconds: float, bare: Path, processes: int
) -> Iterator[dict[str, Any]]:
    """Yield a row for each number of viewers, the bare page just before ours."""
    for count in counts:
        with serve(PAGES / "bare_slider.py", str(bare), folder=PAGES) as server:  # Streamlit's own settings
            plain = watched(server, [walk(None, SEED + number) for number in range(count)], seconds)
        with page_of(folder, processes) as server:
            first = figures(first_looks(folder, server.url, server.process, FIRST_LOOKS))
            ours = watched(server, [walk(folder, SEED + number) for number in range(count)], seconds)
        yield {"viewers": count, "bare": plain, "page": ours, "first": first}


def page_of(folder: Path, processes: int) -> AbstractContextManager[Server]:
    """Return the server of a folder's page, behind a proxy if it has several processes."""
    if processes > 1:
        return behind_proxy(processes, folder)
    return serve(ROOT / "dashboard.py", "--conflict", str(folder))


def watched(server: Server, steps: Sequence[Iterator[Step]], seconds: float) -> dict[str, float]:
    """Return the figures of a page under so many viewers."""
    told = figures(asyncio.run(watch(server.url, steps, seconds, server.process)))
    return told | {"memory_mb": server.memory_mb()}


def figures(told: Told) -> dict[str, float]:
    """Return what is said of a page in the table."""
    return {
        "p50": round(told.at(50), 1),
        "p95": round(told.at(95), 1),
        "cpu_ms": round(told.cpu_ms, 1),
        "late": told.late,
        "a_second": round(told.reached, 1),
    }


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--viewers", default="1,5,20")
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--conflict", type=Path, default=ROOT / "data")
    options.add_argument("--processes", type=int, default=1, help="of the page, behind nginx")
    asked = options.parse_args()
    counts = [int(count) for count in asked.viewers.split(",")]
    rows = measure(counts, asked.seconds, asked.conflict, asked.processes)
    print(table(VIEWER_HEADS, viewers(rows)))


if __name__ == "__main__":
    main()
