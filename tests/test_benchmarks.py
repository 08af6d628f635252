"""The benchmarks' own worlds and verdicts: a figure is only worth quoting if these hold."""

import datetime as dt
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

pytest.importorskip("psutil", reason="of the dev extra")

from benchmarks import report, soak, targets
from benchmarks.viewers import walk
from benchmarks.worlds import DAYS, FIRST, Size, holders, write
from geo.reading import DataError, load_upload
from geo.reading.conflict import load_conflict
from geo.timeline import control, timeline_of

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(("areas", "share", "changing"), [(10, 0.05, 1), (40, 0.05, 2), (10, 1.0, 10)])
def test_the_same_number_of_areas_changes_every_day(areas: int, share: float, changing: int) -> None:
    held = holders(Size(areas, share))
    assert {int((a != b).sum()) for a, b in zip(held[1:], held[:-1], strict=True)} == {changing}


def test_a_world_is_a_conflict_whose_map_shows_the_holders_that_rivals_are_given(tmp_path: Path) -> None:
    size = Size(12, 0.25)
    conflict = load_conflict(write(size, tmp_path))
    assert conflict.rejected == ()
    assert {len(shape.exterior.coords) for shape in conflict.areas.geometry} == {61}
    last = control(timeline_of(conflict, "everyone", None), FIRST + dt.timedelta(days=DAYS - 1))
    expected = [(("west", "east")[holder],) for holder in holders(size)[-1]]
    assert list(last["holders"]) == expected


def test_neighbours_share_their_border(tmp_path: Path) -> None:
    areas = load_conflict(write(Size(9, 1.0), tmp_path)).areas
    middle, right = areas.geometry.iloc[4], areas.geometry.iloc[5]
    assert middle.intersection(right).length > 0
    assert middle.intersection(right).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("measured", "met"), [(0.99, "yes"), (1.0, "yes"), (1.004, "yes"), (1.006, "**no**")]
)
def test_a_target_is_met_up_to_the_printed_precision(measured: float, met: str) -> None:
    assert targets.row("step", measured, 1, "×", 2)[-1] == met


def test_a_report_without_figures_says_so_in_empty_tables() -> None:
    facts = {"day": "today", "processor": "p", "cores": 2, "memory_gb": 1, "system": "s", "load": [0]}
    facts |= {"seconds": 1, "quick": True, "python": "3", "versions": {"pandas": "3"}}
    text = report.written({"machine": facts})
    assert "A quick run" in text
    assert "|target|measured|asked|met|" in text


@pytest.mark.parametrize(
    ("cpu", "p95", "first", "met"),
    [(40, 60, 160, ["yes"] * 3), (41, 61, 161, ["**no**"] * 3)],
    ids=["as asked", "over"],
)
def test_many_viewers_are_judged_against_the_bare_page(
    cpu: float, p95: float, first: float, met: list[str]
) -> None:
    bare = {"p50": 30, "p95": 40, "cpu_ms": 40}
    page = {"p50": 30, "p95": p95, "cpu_ms": cpu, "a_second": 20, "late": 0, "memory_mb": 300}
    figures = {"viewers": targets.MANY, "bare": bare, "page": page, "first": {"cpu_ms": first}}
    assert [row[-1] for row in targets.judged({"viewers": [figures]})] == met
    assert not list(targets.judged({"viewers": [figures | {"viewers": 5}]}))
    (line,) = report.viewers([figures])
    assert line[:3] == (targets.MANY, "30 / 40", f"30 / {p95}")


def country(sheet: float, failed: str = "") -> dict[str, object]:
    """Return the figures of a map of 329 areas whose sheet took so long, or failed."""
    took = {"seconds": 2.0, "peak_mb": 300, "failed": ""}
    found = dict.fromkeys(report.COMMANDS, took) | {"case": "districts", "areas": 329, "reports": 137}
    found["one_file"] = took | {"mb": 15.0, "gzip_mb": 3.1}
    found["sheet"] = took | {"seconds": sheet, "peak_mb": 900, "failed": failed}
    return found | {"page": {"first_map": 1500, "step": [9.0, 8, 10], "step_settled": [99.0, 90, 110]}}


def test_a_map_of_a_country_is_judged_by_its_one_file_and_its_sheet() -> None:
    judged = list(targets.judged({"national": [country(30.4)]}))
    assert [row[-1] for row in judged] == ["yes", "yes", "**no**", "**no**"]
    assert not list(targets.judged({"national": [country(30.4) | {"case": "towns"}]}))


def test_a_row_of_a_country_has_the_highest_memory_and_says_what_failed() -> None:
    (row,) = report.national([country(1.0, failed="too large")])
    assert row[:3] == ("districts", "329", "137")
    assert row[-2:] == ("failed: too large", "900")
    assert len(row) == len(report.NATIONAL_HEADS)


def test_an_import_that_failed_is_a_row_too() -> None:
    refused = {"seconds": 1.0, "peak_mb": 200, "failed": "no event on this map"}
    (row,) = report.national([{"case": "acled", "import": refused}])
    assert (row[3], set(row[4:-1])) == ("failed: no event on this map", {"–"})
    assert len(row) == len(report.NATIONAL_HEADS)


def test_a_walk_takes_days_narrators_and_areas_and_is_the_same_for_the_same_seed() -> None:
    steps = list(islice(walk(DATA, 1), 100))
    assert list(islice(walk(DATA, 1), 100)) == steps
    assert any("area=" in step.query for step in steps)
    assert any("narrator=nrf" in step.query for step in steps)
    assert sum(not step.query for step in steps) > 50
    assert not any(step.query for step in islice(walk(None, 1), 100))


def soaked(last: float) -> list[soak.Event]:
    """Return ten minutes of events: a step a second, memory at 300 MB and at the end so many."""
    steps = [soak.Event(at, "step", 20.0 + at % 2) for at in range(600)]
    return steps + [soak.Event(at, "memory", last if at >= 500 else 300.0) for at in range(0, 600, 5)]


@pytest.mark.parametrize(("last", "grown"), [(300, 0), (345, 0.15), (255, -0.15)])
def test_a_soak_says_by_how_much_memory_changed_after_warming_up(last: float, grown: float) -> None:
    assert soak.growth(soaked(last), 600) == pytest.approx(grown)


def test_a_soak_is_told_slice_by_slice() -> None:
    lines = list(soak.slices([*soaked(300), soak.Event(7, "upload"), soak.Event(130, "edit")], 600))
    assert [line[1] for line in lines] == [100] * soak.SLICES
    assert lines[0] == ("0–2", 100, "20 / 21", "21", 1, 0, "300 (300–300)")
    assert lines[1][4:6] == (0, 1)


def test_every_third_upload_of_a_soak_is_broken_and_each_is_another() -> None:
    titles = {soak.sent(number)["conflict.toml"] for number in range(6)}
    assert len(titles) == 6
    whole = [conflict_opens(soak.sent(number)) for number in range(3)]
    assert whole == [True, True, False]


def conflict_opens(files: Mapping[str, bytes]) -> bool:
    """Return whether files are a conflict."""
    try:
        load_upload(files)
    except DataError:
        return False
    return True


def engine(millions: int, wall: float, **other: object) -> dict[str, object]:
    """Return the figures of the engine of one machine."""
    taken = {"start_s": 0.0, "wall_s": wall, "cpu_s": wall, "peak_mb": 3 * 1024.0, "rows": 9, "equal": None}
    return {"millions": millions, "engine": "local", **taken, **other}


@pytest.mark.parametrize(
    ("wall", "peak", "met"),
    [(60, 4096.0, ["yes"] * 4), (61, 4200.0, ["**no**"] * 3 + ["yes"])],
    ids=["as asked", "over"],
)
def test_an_engine_is_judged_by_its_growth_and_its_memory(wall: float, peak: float, met: list[str]) -> None:
    found = [engine(1, 1), engine(50, wall, peak_mb=peak, equal=True)]
    assert [row[-1] for row in targets.judged({"engines": found})] == met


def test_an_engine_that_stopped_or_differs_says_so() -> None:
    found = [engine(1, 1), {"millions": 1, "engine": "spark", "failed": "no Java"}, engine(1, 2, equal=False)]
    rows = list(report.engines(found))
    assert rows[1][2] == "stopped: no Java"
    assert [row[-1] for row in rows] == ["–", "", "no"]
    assert [row[-1] for row in targets.judged({"engines": found})] == ["**no**"]
