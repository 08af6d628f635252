"""What an engine is asked for: reports, the plan of buckets, the rule; and by what it is known again."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from geo.reading import (
    ADVANCE,
    EVERYONE,
    FILES,
    OTHERS,
    REPORT_COLUMNS,
    RULE_VERSION,
    Conflict,
    DataError,
    around_of,
    conflict_from,
    key_of,
    load_conflict,
    parts_of,
    read_folder,
    read_reports,
    rule,
    sha256_of,
)
from geo.reading import PARQUET as FILE
from geo.reading import REPORTS as CSV
from geo.scale.bucket import Rule
from geo.scale.plan import Plan, plan
from geo.scale.source import InMemory, InParquet, Source
from geo.timeline import inputs_of

if TYPE_CHECKING:
    from geo.reading import Areas, Known

Numbers = npt.NDArray[np.int64]

AROUND: Final = tuple(name for name in FILES if name != CSV)
NEEDED_AROUND: Final = ("conflict.toml", "districts.geojson")
CUT_ROWS: Final = 1_000_000
"""Reports that are cut at once, some 200 MB."""

NO_REPORTS: Final = (",".join(REPORT_COLUMNS) + "\n").encode()


@dataclass(frozen=True)
class Job:
    """All that an engine needs."""

    source: Source
    plan: Plan
    rule: Rule

    @property
    def fingerprint(self) -> str:
        """The same for the same reports, buckets and rule, in every process."""
        told = [RULE_VERSION, self.source.identity, repr(self.plan.parts), *map(_told, self.rule)]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def cut(self) -> Iterator[tuple[int, pa.Table]]:
        """Yield a bucket's number and some of its reports; one of a group goes once to each that needs it."""
        for reports in _gathered(self.source.batches()):
            rows, buckets = self._needing(reports["area_id"])
            order = np.argsort(buckets, kind="stable")
            sorted_by_bucket = reports.take(pa.array(rows[order]))
            numbers, starts = np.unique(buckets[order], return_index=True)
            for number, start, stop in zip(numbers, starts, [*starts[1:], len(order)], strict=True):
                yield int(number), sorted_by_bucket.slice(start, stop - start)

    def _needing(self, places: pa.ChunkedArray) -> tuple[Numbers, Numbers]:
        """Return rows and buckets in pairs: a row as often as there are buckets that need it."""
        coded = places.combine_chunks().dictionary_encode()
        needed = [self.plan.of_place.get(place, ()) for place in coded.dictionary.to_pylist()]
        many = np.array([len(some) for some in needed])
        first = np.cumsum(many) - many
        code = coded.indices.to_numpy()
        rows = np.repeat(np.arange(len(code)), many[code])
        nth = np.arange(len(rows)) - np.repeat(np.cumsum(many[code]) - many[code], many[code])
        buckets = np.fromiter(chain.from_iterable(needed), np.int64, many.sum())
        return rows, buckets[first[code[rows]] + nth]


def _gathered(batches: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """Yield several batches as one: each piece of a bucket costs a write, and there are many buckets."""
    waiting: list[pa.Table] = []
    for batch in batches:
        waiting.append(batch)
        if sum(one.num_rows for one in waiting) >= CUT_ROWS:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)


def _told(part: object) -> str:
    """Return a part of a rule as text that does not depend on the order of a set."""
    if isinstance(part, dict):
        return json.dumps(
            {key: sorted(value) if isinstance(value, frozenset) else value for key, value in part.items()}
        )
    return str(part)


def job_of(folder: Path, narrator: str = EVERYONE, known: date | None = None, buckets: int = 0) -> Job:
    """Return the job of a folder whose reports are `control_reports.parquet`, else `control_reports.csv`.

    Parameters
    ----------
    narrator, known
        As `geo.timeline.timeline` takes them; the narrator is checked here, on the whole conflict.
    buckets
        As `geo.scale.plan.plan` takes it.

    Raises
    ------
    DataError
        If a file is broken, or both files of reports are there.
    ValueError
        If the narrator is none of this conflict's.
    """
    file = folder / FILE
    if file.is_file() and (folder / CSV).is_file():
        raise DataError.at(file, rule("reports_twice", other=CSV))
    source: Source
    if file.is_file():
        around = read_folder(folder, AROUND, required=NEEDED_AROUND)
        source = InParquet(file, *without_reports(around, folder))
    else:
        source = InMemory(load_conflict(folder))
    conflict = source.conflict
    if narrator not in (EVERYONE, OTHERS, *conflict.sides):
        raise ValueError(f"narrator {narrator!r} is none of {', '.join((EVERYONE, *conflict.sides, OTHERS))}")
    given = inputs_of(conflict)
    areas, groups = given.pop("areas"), given.pop("groups")
    made = plan(areas, groups, source.statements(), buckets)
    return Job(source, made, Rule(**given, narrator=narrator, known=known))


def key_without_reports(files: Mapping[str, bytes]) -> str:
    """Return the key of the conflict that `without_reports` makes of the files."""
    return key_of(sha256_of({**files, CSV: NO_REPORTS}))


def without_reports(
    files: Mapping[str, bytes], folder: Path, areas: "Areas | None" = None
) -> tuple[Conflict, "Known"]:
    """Return the conflict that files make which have no reports, and what a report may refer to.

    `areas` are those of `geo.reading.findings.Findings`; without them there may be `ADVANCE` of them.

    Raises
    ------
    DataError
        With every problem of every broken file.
    """
    files = {**files, CSV: NO_REPORTS}
    around = around_of(files, ADVANCE, areas)
    made = conflict_from(parts_of(around, read_reports(NO_REPORTS, around.known)), files, folder)
    return made, around.known
