"""Where an engine's reports come from: a conflict in memory, or a Parquet file that is never read whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.reading import PARQUET as FILE
from geo.reading import DataError, Problem, rule
from geo.scale.checked_rows import NEEDED, checked, ground_of
from geo.scale.columns import reports_table

if TYPE_CHECKING:
    from geo.reading import Conflict, Known

BATCH_ROWS: Final = 131_072


class Source(Protocol):
    """Reports, batch by batch in their order, each a table of `geo.scale.columns.REPORTS`."""

    @property
    def identity(self) -> str:
        """What changes when the reports do."""

    def statements(self) -> Mapping[str, int]:
        """Return how many statements speak of each area or group."""

    def batches(self) -> Iterator[pa.Table]:
        """Yield the reports."""


@dataclass(frozen=True)
class InMemory:
    """The reports of a conflict that was read whole."""

    conflict: "Conflict"

    @property
    def identity(self) -> str:
        """The conflict's content."""
        return self.conflict.key

    @cached_property
    def table(self) -> pa.Table:
        """All of them."""
        return reports_table(self.conflict.reports)

    def statements(self) -> Mapping[str, int]:
        """Return how many statements speak of each area or group."""
        return _counted(self.table["area_id"])

    def batches(self) -> Iterator[pa.Table]:
        """Yield the reports at once."""
        yield self.table


def identity_of(reports: Path, key: str) -> str:
    """Return by what a Parquet file of reports is known again, beside the key of all that is around it."""
    stat = reports.stat()
    return f"{key} {stat.st_size} {stat.st_mtime_ns}"


@dataclass(frozen=True)
class InParquet:
    """The reports of `control_reports.parquet`: rows of quotes, checked as they are read.

    Parameters
    ----------
    conflict
        All of the folder but its reports.
    known
        What a report may refer to.
    """

    path: Path
    conflict: "Conflict"
    known: "Known"

    @property
    def identity(self) -> str:
        """The conflict's content, and the file's size and time."""
        return identity_of(self.path, self.conflict.key)

    def statements(self) -> Mapping[str, int]:
        """Return how many statements speak of each area or group."""
        counts: dict[str, int] = {}
        for batch in self._read(["area_id"]):
            for place, count in _counted(batch["area_id"]).items():
                counts[place] = counts.get(place, 0) + count
        return counts

    def batches(self) -> Iterator[pa.Table]:
        """Yield the reports.

        Raises
        ------
        DataError
            At the first batch with a row that breaks a rule; rows are counted from 1.
        """
        ground, start = ground_of(self.conflict), 0
        for batch in self._read(list(NEEDED)):
            yield checked(batch, ground, np.arange(start, start + batch.num_rows))
            start += batch.num_rows

    def _read(self, columns: list[str]) -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(self.path) as file:
            names = file.schema_arrow.names
            if missing := [name for name in NEEDED if name not in names]:
                raise DataError([Problem(FILE, None, name, "", rule("column_missing")) for name in missing])
            yield from file.iter_batches(BATCH_ROWS, columns=columns, use_threads=True)


def _counted(places: Any) -> dict[str, int]:  # noqa: ANN401 (an array of Arrow, whole or in chunks)
    counts = pc.value_counts(places.cast(pa.string()))
    return dict(zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True))
