"""The quick way through a plain CSV file and the careful way through any file say the same."""

import pytest
from how_many import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.reading.errors import DataError
from geo.reading.plain_records import plain_records
from geo.reading.records import Header, any_records
from geo.reading.text import text_of

HEADER = Header(["a", "b", "c"], ",", 1)
PIECES = st.sampled_from(
    ["x", "y", ",", '"', '""', "\n", "\r\n", "\r", " ", "'", ";", "é", "a,b,c\n", "\u2028", "\x0b"]
)


def careful(data):
    problems = []
    try:
        found = any_records("x.csv", text_of("x.csv", data), HEADER, [0, 1, 2], problems)
    except DataError:
        return None
    return [list(found.lines), *(column.to_pylist() for column in found.columns)], problems


@settings(max_examples=examples(400), deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_plain_file_is_read_alike_both_ways(body):
    data = ("a,b,c\n" + body).encode()
    quick = plain_records(text_of("x.csv", data), HEADER, [0, 1, 2])
    if quick is not None:
        told = [list(quick.lines), *(column.to_pylist() for column in quick.columns)], []
        assert told == careful(data)


def test_a_quote_that_opens_in_the_last_line_takes_the_careful_way():
    data = b'a,b,c\nx,x","'
    assert plain_records(text_of("x.csv", data), HEADER, [0, 1, 2]) is None


def test_a_plain_file_takes_the_quick_way():
    data = b'a,b,c\n1,"two, 2",3\n4,5,6\n'
    assert plain_records(text_of("x.csv", data), HEADER, [0, 1, 2]) is not None


@pytest.mark.parametrize(
    "body",
    ['1,"two\nlines",3\n', "1,2,3\n\n4,5,6\n", "1,2\n", '1,"2,3', "1,2,3\r4,5,6\n", ",,\n"],
    ids=["quoted-newline", "blank-line", "short-row", "open-quote", "lone-return", "empty-cells"],
)
def test_a_file_that_is_not_plain_takes_the_careful_way(body):
    assert plain_records(text_of("x.csv", b"a,b,c\n" + body.encode()), HEADER, [0, 1, 2]) is None
