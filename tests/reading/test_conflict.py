"""A folder becomes a conflict, or says everything that is wrong with it."""

from pathlib import Path

import pytest
from folders import CONFLICT, files, geojson, reports, write_folder

from geo.reading.conflict import conflict_of, load_conflict
from geo.reading.errors import DataError

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def panjshir():
    return load_conflict(DATA)


def test_the_panjshir_folder_loads_with_nothing_rejected(panjshir):
    assert not panjshir.rejected
    assert len(panjshir.areas) == 10
    assert len(panjshir.reports) >= 55
    assert panjshir.river is not None


def test_days_run_from_the_first_to_the_last_that_a_report_is_about(panjshir):
    assert (str(panjshir.first_day), str(panjshir.last_reported_day)) == ("2021-08-25", "2021-09-05")
    assert str(panjshir.last_day) == "2021-09-06"


def test_publication_stands_beside_every_report(panjshir):
    assert panjshir.reports["published_to"].notna().all()


def test_a_groups_areas_come_in_the_order_of_the_map():
    assert conflict_of(files()).groups["valley"].areas == ("west", "east")


def test_every_broken_file_is_told_at_once(tmp_path):
    folder = write_folder(tmp_path, conflict=b"id = ", districts=b"{}", reports=b"a,b\n", sources=b"")
    with pytest.raises(DataError, match="is not TOML") as error:
        load_conflict(folder)
    assert {p.file for p in error.value.problems} == {
        "conflict.toml", "districts.geojson", "control_reports.csv", "sources.csv",
    }  # fmt: skip


def test_a_missing_file_is_told(tmp_path):
    (write_folder(tmp_path) / "sources.csv").unlink()
    with pytest.raises(DataError, match=r"sources\.csv: is not in the folder"):
        load_conflict(tmp_path)


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(DataError, match="is not a folder"):
        load_conflict(tmp_path / "nowhere")


def test_broken_rows_are_set_aside_and_the_others_kept():
    conflict = conflict_of(files(reports=reports({"area_id": "north"}, {"claim": "owns"}, {})))
    assert list(conflict.reports["report_id"]) == ["r1", "r4"]
    assert [(p.row, p.column) for p in conflict.rejected] == [(3, "area_id"), (4, "claim")]


@pytest.mark.parametrize(
    ("side", "actor", "rival"), [("red", "blue", True), ("red", "red", False), ("outlet", "red", False)]
)
def test_rivals_are_other_sides_of_the_conflict(side, actor, rival):
    assert conflict_of(files()).rivals(side, actor) is rival


def test_an_alliance_holds_both_ways():
    allied = CONFLICT.replace('name = "Blue"\n\n[[actors]]', 'name = "Blue"\nallies = ["red"]\n\n[[actors]]')
    conflict = conflict_of(files(conflict=allied.encode()))
    assert not conflict.rivals("red", "blue")
    assert not conflict.rivals("blue", "red")


def test_equal_files_have_equal_keys():
    assert conflict_of(files()).key == conflict_of(files()).key
    assert conflict_of(files()).key != conflict_of(files(districts=geojson(source="x"))).key


def test_a_conflict_comes_back_to_its_own_language_by_way_of_another():
    texts = '[texts.fa]\ntitle = "کوچک"\n[texts.ps]\nsummary = "لنډ"\n'
    small = conflict_of(files(conflict=f"{CONFLICT}\n{texts}".encode()))
    dari = small.in_language("fa")
    assert dari.title == "کوچک"
    assert dari.in_language("en").title == dari.in_language("ps").title == small.title
    assert dari.in_language("ps").in_language("fa").summary == small.summary
