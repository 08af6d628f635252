"""Where an engine's reports come from: a conflict in memory, or a Parquet file that is never read whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geo.reading import OTHER_SIDES, Claim, DataError, Polarity, Problem, Scope, rule
from geo.scale.columns import REPORTS, reports_table

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.reading.errors import Rule

FILE: Final = "control_reports.parquet"
NEEDED: Final = (
    "report_id", "area_id", "scope", "claim", "polarity", "party",
    "claimant_side", "voice_id", "date_from", "date_to", "source_id",
)  # fmt: skip
BATCH_ROWS: Final = 131_072
MOST_PROBLEMS: Final = 20

Ints = npt.NDArray[np.int64]


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


@dataclass(frozen=True)
class InParquet:
    """The reports of `control_reports.parquet`: rows of quotes, checked as they are read.

    Parameters
    ----------
    conflict
        All of the folder but its reports.
    """

    path: Path
    conflict: "Conflict"

    @property
    def identity(self) -> str:
        """The conflict's content, and the file's size and time."""
        stat = self.path.stat()
        return f"{self.conflict.key} {stat.st_size} {stat.st_mtime_ns}"

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
        published = self.conflict.sources["published_to"]
        days = pa.array(published.to_numpy().astype("datetime64[s]"), pa.timestamp("s")).cast(pa.date32())
        ids, start = pa.array(published.index.astype("str")), 0
        for batch in self._read(list(NEEDED)):
            filled = {name: _filled(batch, name) for name in NEEDED}
            _refuse_broken(filled, self.conflict, start)
            source = pc.index_in(filled["source_id"], ids)
            size = batch.num_rows
            nothing = {
                "until": pa.nulls(size, pa.date32()),
                "cell_runs": pa.nulls(size, pa.list_(pa.int64())),
            }
            row = np.arange(start, start + size, dtype=np.int64)
            made = {**filled, **nothing, "row": row, "published_to": days.take(source)}
            made["cell_days"] = np.zeros(size, dtype=np.int64)
            yield pa.table({name: made[name] for name in REPORTS.names}, schema=REPORTS)
            start += size

    def _read(self, columns: list[str]) -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(self.path) as file:
            names = file.schema_arrow.names
            if missing := [name for name in NEEDED if name not in names]:
                raise DataError([Problem(FILE, None, name, "", rule("column_missing")) for name in missing])
            yield from file.iter_batches(BATCH_ROWS, columns=columns, use_threads=True)


def _counted(places: Any) -> dict[str, int]:  # noqa: ANN401 (an array of Arrow, whole or in chunks)
    counts = pc.value_counts(places.cast(pa.string()))
    return dict(zip(counts.field("values").to_pylist(), counts.field("counts").to_pylist(), strict=True))


def _filled(batch: pa.RecordBatch, name: str) -> pa.Array:
    """Return a column as the rule reads it: a day, null = absent, or a word, "" = absent."""
    column = batch.column(batch.schema.names.index(name))
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if not name.startswith("date_"):
        return pc.fill_null(column.cast(pa.string()), "")
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = pc.if_else(pc.equal(column, ""), pa.scalar(None, column.type), column)
    try:
        return column.cast(pa.date32())
    except pa.ArrowInvalid as error:
        raise DataError([Problem(FILE, None, name, str(error), rule("no_day"))]) from error


Check = Callable[[Mapping[str, pa.Array]], pa.Array]


def _checks(conflict: "Conflict") -> list[tuple[str, "Rule", Check]]:
    """Return column, rule and which rows break it, as `geo.reading.reports` has them."""
    areas, groups = list(map(str, conflict.areas.index)), list(conflict.groups)
    of_group = pa.array(groups, pa.string())
    wide = pa.array([Scope.ALL_OF.value, Scope.PART_OF.value])
    return [
        ("area_id", rule("unknown_area_or_group"), _outside("area_id", [*areas, *groups])),
        ("scope", rule("unknown_scope"), _outside("scope", Scope)),
        ("claim", rule("unknown_claim"), _outside("claim", Claim)),
        ("polarity", rule("unknown_polarity"), _outside("polarity", Polarity)),
        ("party", rule("unknown_actor"), _outside("party", [*conflict.actors, ""])),
        ("claimant_side", rule("unknown_side"), _outside("claimant_side", [*conflict.sides, *OTHER_SIDES])),
        ("source_id", rule("unknown_source"), _outside("source_id", conflict.sources.index)),
        ("report_id", rule("empty"), lambda rows: pc.equal(rows["report_id"], "")),
        ("voice_id", rule("empty"), lambda rows: pc.equal(rows["voice_id"], "")),
        ("scope", rule("named_group"), lambda rows: _but(pc.is_in(rows["area_id"], of_group), rows, wide)),
        ("date_from", rule("after_date_to"), lambda rows: pc.greater(rows["date_from"], rows["date_to"])),
        ("date_from", rule("date_to_missing"), _without_end),
    ]


def _outside(name: str, allowed: Iterable[object]) -> Check:
    known = pa.array([str(one) for one in allowed], pa.string())
    return lambda rows: pc.invert(pc.is_in(rows[name], known))


def _but(chosen: pa.Array, rows: Mapping[str, pa.Array], scopes: pa.Array) -> pa.Array:
    return pc.and_not(chosen, pc.is_in(rows["scope"], scopes))


def _without_end(rows: Mapping[str, pa.Array]) -> pa.Array:
    return pc.and_(pc.is_valid(rows["date_from"]), pc.is_null(rows["date_to"]))


def _refuse_broken(rows: Mapping[str, pa.Array], conflict: "Conflict", start: int) -> None:
    """Raise the first problems of a batch whose first row is the `start`-th."""
    problems = [
        Problem(FILE, start + int(place) + 1, name, str(rows[name][int(place)].as_py() or ""), broken)
        for name, broken, check in _checks(conflict)
        for place in _places(check(rows))
    ]
    if problems:
        raise DataError(sorted(problems, key=lambda one: one.row or 0)[:MOST_PROBLEMS])


def _places(broken: pa.Array) -> Ints:
    """Return the first places at which a rule is broken."""
    return np.flatnonzero(pc.fill_null(broken, False).to_numpy(zero_copy_only=False))[:MOST_PROBLEMS]
