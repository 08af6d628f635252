"""A folder whose reports are Parquet is read as one whose reports are CSV."""

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from parquet_folder import in_parquet

from geo.desk.folder import folder_state
from geo.panel import panel_html
from geo.reading import Conflict, DataError, load_conflict, parquet
from geo.reading.file_names import FILES
from geo.reading.parquet import PARQUET, read_parquet
from geo.reading.stamps import signature
from geo.reading.upload import gathered
from geo.sentences import Account
from geo.words import load_words

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_parquet(ROOT / "data", tmp_path / "parquet")


def parquet_of(**columns: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file)
    return file.getvalue()


def whole(conflict: Conflict) -> pd.DataFrame:
    return conflict.reports.drop(columns="row")


@pytest.mark.parametrize("name", ["data", "examples/marches"])
def test_the_reports_are_those_of_the_csv_file(tmp_path: Path, name: str) -> None:
    csv, made = load_conflict(ROOT / name), load_conflict(in_parquet(ROOT / name, tmp_path / "made"))
    pd.testing.assert_frame_equal(whole(made), whole(csv))
    assert made.reports["row"].tolist()[0] == 1
    assert [one._replace(row=None, file="") for one in made.rejected] == [
        one._replace(row=None, file="") for one in csv.rejected
    ]
    assert made.sha256.keys() - csv.sha256.keys() == {PARQUET}


def test_a_panel_says_the_same(folder: Path) -> None:
    words = load_words()
    both = (Account(load_conflict(one)) for one in (ROOT / "data", folder))
    told = [panel_html(one, "bazarak", one.conflict.last_reported_day, words) for one in both]
    assert told[0] == told[1]


def test_cells_of_any_kind_become_the_text_of_a_csv_file() -> None:
    data = parquet_of(
        a=pa.array([date(2021, 9, 5), None]),
        b=pa.array([datetime(2021, 9, 5, 12, tzinfo=UTC), None]),
        c=pa.array([" x ", "x"]).dictionary_encode(),
        d=pa.array([69.5, None]),
        e=pa.array(["'=1", None]),
    )
    cells = read_parquet("f", data, ["a", "b", "c", "d", "e", "g"], optional=["g"]).cells
    assert cells.loc[1].tolist() == ["2021-09-05", "2021-09-05", "x", "69.5", "'=1", ""]
    assert cells.loc[2].tolist() == ["", "", "x", "", "", ""]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PAR1 nothing", "f: cannot be read as Parquet"),
        (parquet_of(a=["x"]), "f, b: is a required column"),
        (parquet_of(a=["x"], b=[["x"]]), "f: cannot be read as Parquet"),
    ],
    ids=["not Parquet", "a column missing", "a list in a cell"],
)
def test_a_broken_file_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(DataError, match=told):
        read_parquet("f", data, ["a", "b"])


def test_too_many_rows_are_refused_with_the_command_that_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MOST_ROWS", 1)
    assert len(read_parquet("f", parquet_of(a=["x"]), ["a"]).cells) == 1
    with pytest.raises(DataError, match=r"has 2 rows, more than the 1 .* geo timeline FOLDER"):
        read_parquet("f", parquet_of(a=["x", "y"]), ["a"])


def test_a_broken_row_is_set_aside_with_its_number(folder: Path) -> None:
    table = pq.read_table(folder / PARQUET)
    place = table.schema.get_field_index("claim")
    claims = table["claim"].to_pylist()
    claims[2] = "rules"
    pq.write_table(table.set_column(place, "claim", pa.array(claims)), folder / PARQUET)
    (broken,) = load_conflict(folder).rejected
    assert (broken.file, broken.row, broken.column, broken.value) == (PARQUET, 3, "claim", "rules")


def test_both_files_of_reports_are_one_too_many(folder: Path) -> None:
    (folder / "control_reports.csv").write_bytes((ROOT / "data" / "control_reports.csv").read_bytes())
    with pytest.raises(DataError, match="keep one of the two files of reports"):
        load_conflict(folder)


def test_without_either_file_the_csv_is_missed(folder: Path) -> None:
    (folder / PARQUET).unlink()
    with pytest.raises(DataError, match=r"control_reports\.csv: is"):
        load_conflict(folder)


def test_a_change_of_the_file_is_seen_and_an_upload_does_not_take_it(folder: Path) -> None:
    assert PARQUET in {stamp.name for stamp in signature(folder)}
    assert PARQUET not in FILES
    assert gathered({PARQUET: b""}) == {}


def test_the_desk_writes_csv_alone(folder: Path) -> None:
    with pytest.raises(DataError, match=r"control_reports\.parquet: is not written by the desk"):
        folder_state(folder)
