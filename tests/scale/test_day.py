"""What an engine has written, looked up again, is what the rule says of the day."""

from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest
from parquet_folder import in_parquet

from geo.reading import DataError, load_conflict
from geo.scale import job_of, run_local, run_memory
from geo.scale.day import Output
from geo.timeline import control, states, timeline_of
from geo.view import days

ROOT = Path(__file__).parents[2]
CONFLICT = load_conflict(ROOT / "examples" / "marches")


@pytest.fixture(scope="module", params=["file", "folder"])
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Output:
    path = tmp_path_factory.mktemp("out") / "told.parquet"
    run_memory(job_of(CONFLICT.folder, buckets=1), path)
    if request.param == "folder":
        path = path.with_name("parts")
        run_local(job_of(CONFLICT.folder, buckets=3), path)
    return Output(path, tuple(CONFLICT.areas.index), CONFLICT.stale_days)


def test_each_day_is_the_rule_s(output: Output) -> None:
    whole = timeline_of(CONFLICT)
    for day in days(CONFLICT)[::3]:
        found = control(output.timeline(day, day), day).drop(columns="history")
        pd.testing.assert_frame_equal(found, control(whole, day).drop(columns="history"))


def test_some_days_are_read_at_once_and_are_right_to_their_ends(output: Output) -> None:
    whole, all_days = timeline_of(CONFLICT), days(CONFLICT)
    first, last = all_days[len(all_days) // 3], all_days[2 * len(all_days) // 3]
    told = output.timeline(first, last, behind=False)
    assert len(told.changes) < len(whole.changes)
    for day in (first, first + timedelta(days=1), last):
        pd.testing.assert_frame_equal(states(told, day), states(whole, day))
    assert not control(told, last)["voted"].map(len).any(), "read without the reports behind"


def test_some_areas_are_read_alone(output: Output) -> None:
    wanted, day = list(CONFLICT.areas.index[2:4]), CONFLICT.last_reported_day
    told = output.timeline(CONFLICT.first_day, CONFLICT.last_day, wanted)
    assert set(told.changes["area_id"]) <= set(wanted)
    pd.testing.assert_frame_equal(
        control(told, day, wanted).drop(columns="history"),
        control(timeline_of(CONFLICT), day, wanted).drop(columns="history"),
    )


def test_no_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="is not a timeline of this program"):
        _ = Output(tmp_path / "empty", (), 7).rows
    folder = in_parquet(ROOT / "data", tmp_path / "other")
    with pytest.raises(DataError, match="is not a timeline of this program"):
        _ = Output(folder / "control_reports.parquet", (), 7).rows
