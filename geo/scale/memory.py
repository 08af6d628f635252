"""The engine of everyday: the whole conflict at once, in this process."""

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from geo.reading import saved
from geo.scale.bucket import bucket

if TYPE_CHECKING:
    from geo.scale.job import Job


def run_memory(job: "Job", out: Path) -> int:
    """Write the timeline of a job of one bucket to one Parquet file, in map order; return its rows.

    Raises
    ------
    DataError
        If a report breaks a rule, or `out` cannot be written.
    """
    (part,) = job.plan.parts
    found = bucket(pa.concat_tables(job.source.batches()), part, job.rule)
    with saved(out) as made:
        pq.write_table(found, made)
    return int(found.num_rows)
