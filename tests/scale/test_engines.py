"""`geo timeline`: engines write the same table, go on where they were stopped, refuse what is broken."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquet_folder import in_parquet, rows, run

from geo.reading import load_conflict
from geo.scale import Job, job_of, local, run_local, run_memory
from geo.scale.columns import timeline_table
from geo.timeline import timeline_of

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "data", ROOT / "examples" / "marches"]


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    return in_parquet(ROOT / "data", tmp_path / "parquet")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
@pytest.mark.parametrize("narrator", ["everyone", "others"])
def test_every_engine_writes_what_the_rule_says(tmp_path: Path, folder: Path, narrator: str) -> None:
    known = None if narrator == "everyone" else load_conflict(folder).last_day
    told = timeline_table(timeline_of(load_conflict(folder), narrator, known))
    wanted = told.sort_by([("area_id", "ascending"), ("day", "ascending")]).to_pylist()
    assert wanted
    run_memory(job_of(folder, narrator, known, 1), tmp_path / "one.parquet")
    assert pq.read_table(tmp_path / "one.parquet").equals(told), "in map order"
    count = run_local(job_of(folder, narrator, known, 3), tmp_path / "parts")
    assert rows(tmp_path / "one.parquet") == rows(tmp_path / "parts") == wanted
    assert count == len(wanted)


@pytest.mark.parametrize("at_once", [1, 7, 1000])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: one.name)
def test_each_bucket_gets_every_report_about_its_places_once_and_in_order(
    folder: Path, at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.scale.job.CUT_ROWS", at_once)
    monkeypatch.setattr("geo.scale.source.BATCH_ROWS", 5)
    job = job_of(in_parquet(folder, tmp_path / "parquet"), buckets=3)
    every = pa.concat_tables(job.source.batches()).to_pylist()
    cut: dict[int, list[Any]] = {part.number: [] for part in job.plan.parts}
    for number, reports in job.cut():
        cut[number] += reports.to_pylist()
    for part in job.plan.parts:
        wanted = [row for row in every if row["area_id"] in {*part.areas, *part.groups}]
        assert cut[part.number] == wanted, part.number


def test_reports_in_parquet_are_told_as_in_csv(tmp_path: Path, parquet: Path) -> None:
    for folder, name in ((ROOT / "data", "csv.parquet"), (parquet, "parquet.parquet")):
        told = run(folder, tmp_path / name, "--engine", "local", "--buckets", 2)
        assert told.exit_code == 0, told.output
    assert rows(tmp_path / "csv.parquet") == rows(tmp_path / "parquet.parquet")
    assert "2 of 2 buckets told" in told.output
    assert not list(tmp_path.glob(".*")), "the tool cleans up what is its own"


def test_what_a_stopped_run_has_finished_is_kept(tmp_path: Path, parquet: Path) -> None:
    job, out = job_of(parquet, buckets=4), tmp_path / "out"
    run_local(job, out)
    before = rows(out)
    kept, lost = out / "part-00001.parquet", out / "part-00002.parquet"
    stamp = kept.stat().st_mtime_ns
    lost.unlink()
    told = []
    run_local(job_of(parquet, buckets=4), out, lambda done, every: told.append((done, every)))
    assert told == [(3, 4), (4, 4)]
    assert kept.stat().st_mtime_ns == stamp
    assert rows(out) == before
    assert sorted(path.name for path in out.iterdir() if path.name[0] == "_") == ["_job.json"]


def test_a_cut_that_was_stopped_is_made_anew(
    tmp_path: Path, parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, out, whole = job_of(parquet, buckets=3), tmp_path / "out", Job.cut

    def stopped(self: Job) -> Any:
        yield next(iter(whole(self)))
        raise KeyboardInterrupt

    monkeypatch.setattr(Job, "cut", stopped)
    with pytest.raises(KeyboardInterrupt):
        run_local(job, out)
    assert not list(out.glob("part-*"))
    monkeypatch.undo()
    run_local(job, out)
    run_memory(job_of(parquet, buckets=1), tmp_path / "one.parquet")
    assert rows(out) == rows(tmp_path / "one.parquet")


@pytest.mark.parametrize("there", ["forkserver", "spawn"])
def test_processes_are_forked_from_one_that_has_imported_all_where_the_system_can(
    monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    monkeypatch.setattr(local, "get_all_start_methods", lambda: ["spawn", there])
    assert local._context().get_start_method() == there


@pytest.mark.parametrize("changed", ["narrator", "reports"])
def test_results_of_another_job_are_not_mixed_in(tmp_path: Path, parquet: Path, changed: str) -> None:
    out = tmp_path / "out"
    run_local(job_of(parquet, buckets=2), out)
    if changed == "reports":
        table = pq.read_table(parquet / "control_reports.parquet")
        pq.write_table(table.slice(1), parquet / "control_reports.parquet")
    told = run(
        parquet,
        out,
        "--engine",
        "local",
        "--buckets",
        2,
        *(["--narrator", "nrf"] if changed == "narrator" else []),
    )
    assert told.exit_code == 1
    assert "was not made by this job" in told.output


def test_a_folder_with_something_else_in_it_stays_as_it_is(tmp_path: Path, parquet: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    told = run(parquet, tmp_path, "--engine", "local")
    assert told.exit_code == 1
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("area_id", "rohka", "'rohka' is not an area or group of the map"),
        ("claim", "held", "'held' is not a claim"),
        ("party", "someone", "'someone' is not an actor"),
        ("claimant_side", "", "is not a side"),
        ("voice_id", "", "is empty"),
        ("source_id", "nowhere", "'nowhere' is not a source"),
        ("scope", "part_of", None),
        ("date_from", date(2031, 1, 1), "is after date_to"),
    ],
)
def test_a_broken_row_is_named_with_file_row_column_and_rule(
    tmp_path: Path, parquet: Path, column: str, value: object, says: str | None
) -> None:
    file = parquet / "control_reports.parquet"
    table = pq.read_table(file)
    place = table["scope"].to_pylist().index("all_of") if says is None else 4
    cells = table[column].to_pylist()
    cells[place] = "named" if says is None else value
    pq.write_table(table.set_column(table.schema.get_field_index(column), column, pa.array(cells)), file)
    told = run(parquet, tmp_path / "out.parquet")
    assert told.exit_code == 1
    assert "control_reports.parquet" in told.output
    assert str(place + 1) in told.output
    assert column in told.output
    assert (says or "cannot be used with a group") in told.output
    assert not (tmp_path / "out.parquet").exists()


def test_a_missing_column_two_files_and_a_wrong_name_are_told(tmp_path: Path, parquet: Path) -> None:
    assert run(parquet, tmp_path / "out").exit_code == 2
    assert "ends in .parquet" in run(parquet, tmp_path / "out").output
    assert "narrator" in run(parquet, tmp_path / "o.parquet", "--narrator", "nobody").output
    shutil.copy(ROOT / "data" / "control_reports.csv", parquet)
    assert "keep one of the two" in run(parquet, tmp_path / "o.parquet").output
    (parquet / "control_reports.csv").unlink()
    file = parquet / "control_reports.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["voice_id"]), file)
    assert "voice_id" in run(parquet, tmp_path / "o.parquet").output
