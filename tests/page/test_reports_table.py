"""geo.page.reports_table: what people read first, filtered, with the columns of the file added."""

from pathlib import Path

import pytest
from folders import reports, write_folder
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the Data view of a small folder."""
    said = {"quote": "Ré\u202eds fled", "claimant": "a shépherd", "claim": "left", "date_to": "2021-09-06"}
    folder = write_folder(tmp_path / "small", reports=reports(said, {"area_id": "valley", "scope": "all_of"}))
    monkeypatch.setenv("CONFLICT", str(folder))
    made = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    made.query_params["view"] = "data"
    made.run()
    assert not made.exception
    return made


def test_it_opens_on_what_people_read(app: AppTest) -> None:
    table = app.dataframe[0].value
    assert list(table) == ["Day", "Place", "Claim", "Speaker", "Quote"]
    assert [str(cell) for cell in table.iloc[1]] == [
        "2021-09-06", "West", "read as: Red left", "a shépherd", "Ré⟨U+202E⟩ds fled"
    ]  # fmt: skip
    assert table["Place"].tolist() == ["West", "West", "Valley"]


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [("SHEPHERD fled", [1]), ("valley", [2]), ("red", [0, 1, 2]), ("valley fled", []), ("", [0, 1, 2])],
)
def test_rows_are_filtered_by_every_word_as_names_are_compared(
    app: AppTest, wanted: str, rows: list[int]
) -> None:
    app.text_input(key="data_filter").set_value(wanted).run()
    assert app.dataframe[0].value.index.tolist() == rows
    assert f"{len(rows)} row" in app.caption[0].value


def test_columns_of_the_file_are_added_and_tables_come_as_csv(app: AppTest) -> None:
    app.multiselect(key="data_columns").set_value(["report_id", "claim", "quote"]).run()
    assert app.dataframe[0].value["report_id"].tolist() == ["r1", "r2", "r3"]
    buttons = [one.proto.label for one in app.get("download_button")]
    assert buttons[:2] == ["reports.csv", "timeline.csv"]
