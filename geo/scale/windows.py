"""The intervals of a timeline by stretches of days, so that a day is found without reading all."""

import shutil
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.scale.columns import TIMELINE
from geo.scale.day import SHOWN

if TYPE_CHECKING:
    from geo.scale.day import Output

FOLDER: Final = "_days"
"""Inside an engine's output; readers of Parquet folders skip names that begin so."""

WINDOW_ROWS: Final = 300_000
"""Intervals that a window is made for: some 4 MB of states in the browser."""

ONE_DAY: Final = timedelta(days=1)


class Windows(NamedTuple):
    """The period cut into stretches of `width` days from its first day to its last."""

    first: date
    last: date
    width: int

    def number(self, day: date) -> int:
        """Return which stretch a day of the period is in, from 0."""
        return (day - self.first).days // self.width

    def ends(self, number: int) -> tuple[date, date]:
        """Return the first and the last day of a stretch."""
        start = self.first + number * self.width * ONE_DAY
        return start, min(start + (self.width - 1) * ONE_DAY, self.last)

    @property
    def size(self) -> int:
        """How many there are."""
        return self.number(self.last) + 1


def windows_for(rows: int, areas: int, first: date, last: date) -> Windows:
    """Return the widest windows that have about `WINDOW_ROWS` intervals, at least a day each."""
    days = (last - first).days + 1
    room = max(WINDOW_ROWS - areas, areas)  # every area has a row that began before
    return Windows(first, last, max(1, min(days, room * days // max(rows, 1))))


def write_windows(output: "Output", made: Windows) -> None:
    """Write what holds in each stretch, and on its eve, to a file of its own, without the reports behind."""
    folder = output.path / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    columns = [*SHOWN, "until"]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(pq.ParquetWriter(_file(output.path, number), _schema(columns)))
            for number in range(made.size)
        ]
        for batch in output.dataset.to_batches(columns=columns):
            for number, writer in enumerate(writers):
                writer.write_table(_holding(pa.Table.from_batches([batch]), *made.ends(number)))


def read_window(path: Path, number: int) -> pa.Table:
    """Return what holds in a stretch of days."""
    return pq.read_table(_file(path, number))


def _file(path: Path, number: int) -> Path:
    return path / FOLDER / f"{number:05}.parquet"


def _schema(columns: list[str]) -> pa.Schema:
    return pa.schema([TIMELINE.field(name) for name in columns])


def _holding(table: Any, first: date, last: date) -> pa.Table:  # noqa: ANN401 (of Arrow)
    open_end = pc.fill_null(pc.greater_equal(table["until"], pa.scalar(first - ONE_DAY)), True)
    return table.filter(pc.and_(pc.less_equal(table["day"], pa.scalar(last)), open_end))
