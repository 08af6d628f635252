"""The engine of a cluster: Spark parts the reports, its workers tell each bucket by the same rule."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from geo.reading import DataError, rule
from geo.scale.bucket import Rule, bucket
from geo.scale.checked_rows import NEEDED, Ground, checked, ground_of
from geo.scale.columns import REPORTS, TIMELINE
from geo.scale.plan import Part
from geo.scale.source import InParquet

if TYPE_CHECKING:
    from geo.scale.job import Job

LOCAL: Final = "local[2]"
"""The master where neither the caller nor `spark-submit` names one."""


def run_spark(job: "Job", out: Path, master: str = "") -> int:
    """Write the timeline of a job to a new folder of `part-*.parquet`; return its rows.

    Parameters
    ----------
    master
        Of the cluster; "" = that of `spark-submit`, else `LOCAL`.

    Raises
    ------
    DataError
        If Spark is not installed, a report breaks a rule, or `out` is there and not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise DataError.at(out, rule("folder_not_empty"))
    started = session(master)
    try:
        with tempfile.TemporaryDirectory() as place:
            _told(started, job, Path(place)).write.mode("overwrite").parquet(str(out.resolve()))
        return int(started.read.parquet(str(out.resolve())).count())
    except Exception as error:
        shutil.rmtree(out, ignore_errors=True)
        if (broken := _reason(error)) is None:
            raise
        raise DataError.at(out, rule("bad_value", reason=broken)) from error
    finally:
        started.stop()


def session(master: str = "") -> Any:  # noqa: ANN401 (Spark is optional)
    """Start a session of Spark, or return the one that runs; raise `DataError` if Spark is not installed."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise DataError.at("spark", rule("no_spark")) from error
    builder = SparkSession.builder.appName("geo timeline")
    settings = {"spark.sql.execution.arrow.pyspark.enabled": "true", "spark.ui.showConsoleProgress": "true"}
    for name, value in settings.items():
        builder = builder.config(name, value)
    if master or not _submitted():
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # local workers have what this process has
        builder = builder.master(master or LOCAL)
    return builder.getOrCreate()


def _submitted() -> bool:
    """Return whether `spark-submit` has named a master."""
    from pyspark import SparkConf  # noqa: PLC0415 (an extra)

    return bool(SparkConf().contains("spark.master"))


def _told(session: Any, job: "Job", place: Path) -> Any:  # noqa: ANN401
    """Return the timeline as a table of Spark: the reports of each bucket beside its part of the plan."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 (an extra)

    # a task for each bucket: Spark's own 200 would be mostly empty for a few, and too large for many
    session.conf.set("spark.sql.shuffle.partitions", str(len(job.plan.parts)))
    pairs = [(name, number) for name, some in job.plan.of_place.items() for number in some]
    buckets = session.createDataFrame(pairs, "area_id string, bucket int")
    parts = session.createDataFrame(
        [(part.number, json.dumps(part._asdict())) for part in job.plan.parts], "bucket int, part string"
    )
    rows = _reports(session, job, place).join(buckets.hint("broadcast"), "area_id")
    return (
        rows.groupBy("bucket")
        .cogroup(parts.groupBy("bucket"))
        .applyInArrow(_bucket(job.rule), from_arrow_schema(TIMELINE))
    )


def _reports(session: Any, job: "Job", place: Path) -> Any:  # noqa: ANN401
    """Return the reports; those of a Parquet file are checked by the workers that read them."""
    from pyspark.sql.functions import col  # noqa: PLC0415 (an extra)
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 (an extra)

    source = job.source
    if isinstance(source, InParquet):
        read = session.read.parquet(str(source.path.resolve()))
        chosen = read.select(*NEEDED, col("_metadata.row_index").alias("row"))
        return chosen.mapInArrow(_checks(ground_of(source.conflict)), from_arrow_schema(REPORTS))
    file = place / "reports.parquet"
    with pq.ParquetWriter(file, REPORTS) as writer:
        for table in source.batches():
            writer.write_table(table)
    return session.read.parquet(str(file))


def _checks(ground: Ground) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return what checks batches where they are read."""

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            row = batch.column(batch.schema.names.index("row")).to_numpy()
            yield from checked(batch, ground, row.astype(np.int64)).to_batches()

    return run


def _bucket(rule_: Rule) -> Callable[[pa.Table, pa.Table], pa.Table]:
    """Return what tells one bucket, given its reports and its part of the plan."""

    def run(reports: pa.Table, parts: pa.Table) -> pa.Table:
        if not reports.num_rows:
            return TIMELINE.empty_table()
        told = json.loads(parts["part"][0].as_py())
        groups = {group: tuple(areas) for group, areas in told["groups"].items()}
        part = Part(told["number"], tuple(told["areas"]), groups)
        return bucket(reports.select(REPORTS.names).cast(REPORTS), part, rule_)

    return run


def _reason(error: Exception) -> str | None:
    """Return the problems that a worker told; None = something else went wrong."""
    lines = str(error).splitlines()
    found = [line.split("DataError:", 1)[1].strip() for line in lines if "DataError:" in line]
    return found[0] if found else None
