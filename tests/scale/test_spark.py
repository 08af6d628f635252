"""The engine of a cluster, in a real session of two local workers; without Spark or Java it is skipped."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquet_folder import in_parquet, rows, run

from geo.scale import job_of, run_memory

ROOT = Path(__file__).parents[2]


@pytest.fixture
def spark() -> None:
    there = find_spec("pyspark") and shutil.which("java")
    if not there and os.environ.get("SPARK") != "required":
        pytest.skip("no Spark, or no Java")


@pytest.mark.usefixtures("spark")
def test_spark_tells_what_memory_tells(tmp_path: Path) -> None:
    folder = in_parquet(ROOT / "data", tmp_path / "parquet")
    run_memory(job_of(folder, buckets=1), tmp_path / "one.parquet")
    for source, name in ((folder, "parquet"), (ROOT / "data", "csv")):
        told = run(source, tmp_path / f"out-{name}", "--engine", "spark", "--buckets", 3)
        assert told.exit_code == 0, told.output
        assert rows(tmp_path / f"out-{name}") == rows(tmp_path / "one.parquet")


@pytest.mark.usefixtures("spark")
def test_a_row_that_a_worker_refuses_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    folder = in_parquet(ROOT / "data", tmp_path / "parquet")
    file = folder / "control_reports.parquet"
    table = pq.read_table(file)
    claims = ["held", *table["claim"].to_pylist()[1:]]
    pq.write_table(table.set_column(table.schema.get_field_index("claim"), "claim", pa.array(claims)), file)
    told = run(folder, tmp_path / "out", "--engine", "spark")
    assert told.exit_code == 1
    assert "is not a claim" in told.output
    assert not (tmp_path / "out").exists()


def test_without_spark_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    told = run(ROOT / "data", tmp_path / "out", "--engine", "spark")
    assert told.exit_code == 1
    assert "panjshir-map[spark]" in told.output
