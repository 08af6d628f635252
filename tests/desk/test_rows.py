"""A table's file gains and loses rows, and all else in it stays as somebody wrote it."""

import pytest

from geo.desk.rows import one_line, rows_in, with_rows, without_rows
from geo.reading import DataError

COLUMNS = ("id", "quote", "note")
NEW = {"id": "b", "quote": "=1+1, “said”", "note": "n"}


@pytest.mark.parametrize(
    ("data", "starts"),
    [
        (b'id,quote,note\na,"x\n  y",\n', b'id,quote,note\na,"x\n  y",\n'),
        (b"id,quote,note\r\na,x,\r\n", b"id,quote,note\r\na,x,\r\n"),
        (b"id;quote;note;mine\na;x;;kept", b"id;quote;note;mine\na;x;;kept\n"),
        (b"\xef\xbb\xbfid,quote,note\na,x,\n", b"\xef\xbb\xbfid,quote,note\na,x,\n"),
        ("id,quote,note\na,Ð,\n".encode("utf-16"), "id,quote,note\na,Ð,\n".encode()),
        (b"", b"id,quote,note\n"),
    ],
    ids=["a cell of two lines", "Windows", "semicolons, another column, no end", "BOM", "UTF-16", "new"],
)
def test_rows_are_added_behind_what_is_there(data, starts):
    made = with_rows("t.csv", data, [NEW], COLUMNS)
    assert made.startswith(starts)
    assert rows_in("t.csv", made, COLUMNS)[-1] == NEW


def test_a_column_that_is_lacking_is_added_only_if_it_is_filled():
    assert with_rows("t.csv", b"id\na\n", [{"id": "b", "note": ""}], COLUMNS) == b"id\na\nb\n"
    wider = with_rows("t.csv", b"id\na\n", [{"id": "b", "note": "n"}], COLUMNS)
    assert wider == b"id,note\na,\nb,n\n"


def test_a_column_under_its_other_name_is_filled():
    made = with_rows(
        "t.csv", b"id,date\na,2021-01-01\n", [{"id": "b", "date_to": "2021-01-02"}], ("id", "date_to")
    )
    assert made == b"id,date\na,2021-01-01\nb,2021-01-02\n"


def test_only_the_records_that_are_named_go():
    data = b'id,quote,note\na,"x\ny",\n\nb,"a,b",\r\nc,z,\n'
    assert without_rows("t.csv", data, "id", ["b"], COLUMNS) == b'id,quote,note\na,"x\ny",\n\nc,z,\n'
    assert without_rows("t.csv", data, "id", ["a", "c"], COLUMNS) == b'id,quote,note\n\nb,"a,b",\r\n'


def test_a_table_with_a_broken_record_is_told_and_not_shortened():
    with pytest.raises(DataError, match="has 2 cells where the header has 3"):
        rows_in("t.csv", b"id,quote,note\na,x\n", COLUMNS)


def test_a_cell_is_one_line():
    assert one_line(" a\r\n  b \n") == "a b"
