"""CSV written by us runs in no spreadsheet and is read back unchanged."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.safe_csv import write_csv
from geo.reading.tables import read_table

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text == text.strip() and text.strip()
)


@pytest.mark.parametrize("cell", ["=1+1", "+1 x", "-x", "@SUM(A1)", "\tx", "\rx", "'=x", "''=x"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(cell):
    data = write_csv(pd.DataFrame({"note": [cell]}, dtype="str"))
    assert data.decode().split("\n", 1)[1].lstrip('"')[0] == "'"


@pytest.mark.parametrize("cell", ["-1.5", "+3", "69.46", "’quoted’", "'plain'", "a=b"])
def test_numbers_and_other_text_stay_as_they_are(cell):
    assert write_csv(pd.DataFrame({"note": [cell]}, dtype="str")).decode() == f"note\n{cell}\n"


@settings(deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5))
def test_what_is_written_is_read_back_unchanged(cells):
    frame = pd.DataFrame({"note": cells, "id": [f"r{n}" for n in range(len(cells))]}, dtype="str")
    assert list(read_table("x.csv", write_csv(frame), ["note", "id"]).cells["note"]) == cells


def test_a_runnable_header_is_neutralised():
    assert write_csv(pd.DataFrame({"=x": ["1"]})).startswith(b"'=x")


def test_rows_are_numbered_as_an_editor_counts_lines():
    data = b'id,note\n1,a\n\n2,"b\nc\nd"\n3,e\n'
    assert list(read_table("x.csv", data, ["id", "note"]).cells.index) == [2, 4, 7]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_finds_the_columns(mark):
    data = f"id{mark}note\n1{mark}a, b; c\n".replace("a, b; c", '"a, b; c"').encode()
    assert read_table("x.csv", data, ["id", "note"]).cells["note"].item() == "a, b; c"
