"""Two coders' rows: which code the same statement."""

import pytest
from coding_folder import TEXT, row

from geo.desk.matching import matched, spans_of


def ids(rows):
    return [(one.first["report_id"], one.second["report_id"]) for one in rows.pairs]


def test_quotes_that_share_words_where_they_stand_are_one_statement_about_an_area():
    found = matched([row("a", quote="took Rokha, and Dara")], [row("b", quote="Dara fell")], {"cnn": TEXT})
    assert ids(found) == [("a", "b")]


@pytest.mark.parametrize(
    "cells",
    [
        {"quote": "they said"},
        {"source_id": "tass"},
        {"area_id": "dara", "claim": "holds"},
        {"quote": "not in the text"},
    ],
    ids=["other words", "other article", "other area and claim", "no words of it"],
)
def test_what_shares_nothing_is_found_by_one_coder_only(cells):
    found = matched([row("a")], [row("b", **cells)], {"cnn": TEXT, "tass": TEXT})
    assert (found.pairs, len(found.only_first), len(found.only_second)) == ((), 1, 1)


def test_a_row_that_differs_in_its_area_alone_is_the_same_statement():
    found = matched([row("a")], [row("b", area_id="valley")], {"cnn": TEXT})
    assert ids(found) == [("a", "b")]


def test_the_same_area_comes_before_another_one():
    theirs = [row("far", area_id="valley"), row("near", claim="attacked", polarity="denies", party="rivals")]
    assert ids(matched([row("a")], theirs, {"cnn": TEXT})) == [("a", "near")]


def test_of_several_the_best_fit_is_taken_and_no_row_twice():
    ours = [row("a1"), row("a2", claim="left", party="rivals")]
    theirs = [row("b1", claim="left", party="rivals"), row("b2")]
    assert ids(matched(ours, theirs, {"cnn": TEXT})) == [("a1", "b2"), ("a2", "b1")]
    found = matched(ours[:1], theirs, {"cnn": TEXT})
    assert (ids(found), [one["report_id"] for one in found.only_second]) == ([("a1", "b2")], ["b1"])


def test_a_quote_stands_across_a_line_break_and_its_prefix_says_which_of_two_is_meant():
    assert [TEXT[slice(*one)] for one in spans_of(row(quote="Dara is calm."), TEXT)] == ["Dara is\ncalm."]
    assert len(spans_of(row(quote="The Guard took Rokha"), TEXT)) == 2
    (one,) = spans_of(row(quote="The Guard took Rokha", quote_prefix="on Sunday."), TEXT)
    assert one[0] == TEXT.index("The Guard", 5)
    assert spans_of(row(quote=""), TEXT) == []
