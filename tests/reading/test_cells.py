"""Cells of a table: which rows they are, equal ones read as one, and what a hand-made table may leave out."""

from datetime import date

import pytest
from folders import CONFLICT, files, reports, sources

from geo.reading.conflict import Conflict, conflict_of
from geo.reading.errors import DataError

TABLE = '[defaults]\nevidence = "table"\n'


def table(text: str, defaults: str = TABLE, **more: bytes) -> Conflict:
    """Return the conflict of a hand-made table with one source, the Paper."""
    return conflict_of(files(conflict=(CONFLICT + defaults).encode(), reports=text.encode(), **more))


def told(conflict: Conflict) -> list[tuple[str, str, date, date, int, str]]:
    """Return id, holder, first and last day, days and first row of each report."""
    names = ["report_id", "party", "date_from", "date_to", "cell_days", "cell_row"]
    rows = conflict.reports[names].itertuples(index=False)
    return [(i, str(who), a.date(), b.date(), days, row) for i, who, a, b, days, row in rows]


def may(day: int) -> date:
    return date(2021, 5, day)


def test_a_hand_made_table_needs_only_place_day_and_holder():
    made = table("area_id,date,party\nWest,2021-05-01,red\nvalley,2021-05-02,blue\n")
    assert not made.rejected
    first, second = made.reports.to_dict("records")
    assert (first["evidence"], first["claim"], first["polarity"]) == ("table", "holds", "asserts")
    assert (first["report_id"], first["voice_id"], first["claimant"]) == ("paper-2", "paper", "The Paper")
    assert (first["claimant_side"], first["cell"], first["cell_row"]) == ("outlet", "party=red", "2")
    assert (first["scope"], second["scope"]) == ("named", "all_of")
    assert first["statement_id"] == first["origin_id"] == "paper-2"


def test_equal_cells_without_another_between_them_are_one_report():
    made = table(
        "area_id,date,party,cell,cell_row\n"
        "west,2021-05-01,red,c=1,10\nwest,2021-05-08,red,c=1,20\neast,2021-05-02,blue,c=2,30\n"
        "west,2021-05-15,red,c=1,40\n"
    )
    assert told(made) == [
        ("paper-2", "red", may(1), may(15), 3, "10"),
        ("paper-4", "blue", may(2), may(2), 1, "30"),
    ]
    assert made.reports["last_row"].tolist() == ["40", ""]
    assert made.reports["cell_runs"].map(len).tolist() == [6, 2]
    assert made.reports["until"].isna().all()


def test_cells_of_days_that_follow_one_another_are_one_run_of_days():
    days = "".join(f"west,2021-05-{day:02},red\n" for day in (1, 2, 3, 5))
    (runs,) = table(f"area_id,date,party\n{days}").reports["cell_runs"]
    first = (may(1) - date(1970, 1, 1)).days
    assert runs == (first, first + 2, first + 4, first + 4)


@pytest.mark.parametrize(
    ("between", "until"),
    [("west,2021-05-08,blue", may(8)), ("west,2021-05-08,", may(8)), ("east,2021-05-08,blue", None)],
    ids=["another holder", "nobody", "another place"],
)
def test_a_cell_between_two_equal_ones_parts_them(between, until):
    made = table(f"area_id,date,party\nwest,2021-05-01,red\n{between}\nwest,2021-05-15,red\n")
    reds = [one for one in told(made) if one[1] == "red"]
    assert len(reds) == (2 if until else 1)
    first = made.reports.iloc[0]["until"]
    assert (first.date() if until else None) == until


def test_the_cell_of_nobody_that_ends_a_position_is_kept():
    made = table(
        "area_id,date,party,cell,cell_row\n"
        "west,2021-05-01,red,c=1,10\nwest,2021-05-08,,c=2,20\nwest,2021-05-15,red,c=1,30\n"
        "west,2021-05-20,blue,c=3,40\n"
    )
    assert made.reports["end_cell"].tolist() == ["c=2", "", ""]
    assert made.reports["end_row"].tolist() == ["20", "", ""]


def test_equal_cells_of_columns_that_are_days_are_one_report():
    made = table(
        "area_id,date,party,cell\nwest,2021-05-01,red,2021-05-01=Red\nwest,2021-05-02,red,2 May 2021=Red\n"
        "west,2021-05-03,red,2021-05-03=R\n"
    )
    assert made.reports["cell"].tolist() == ["2021-05-01=Red", "2021-05-03=R"]


def test_equal_words_of_different_cells_are_not_one_report():
    made = table("area_id,date,party,cell\nwest,2021-05-01,red,c=1\nwest,2021-05-02,red,c=2\n")
    assert [one[2:4] for one in told(made)] == [(may(1), may(1)), (may(2), may(2))]


def test_days_end_on_the_eve_of_the_tables_next_cell():
    made = table(
        "area_id,date_from,date_to,party\nwest,2021-05-01,2021-05-31,red\nwest,2021-05-10,2021-05-12,blue\n"
    )
    assert [one[2:5] for one in told(made)] == [(may(1), may(9), 9), (may(10), may(12), 3)]


def test_on_one_day_a_cell_that_names_somebody_counts_before_one_that_names_nobody():
    made = table("area_id,date,party\nwest,2021-05-01,\nwest,2021-05-01,red\n")
    assert [one[1] for one in told(made)] == ["red"]
    assert made.reports["until"].isna().all()


def test_eight_hundred_years_of_a_cell_are_one_run():
    made = table("area_id,date_from,date_to,party\nwest,1800-01-01,2200-12-31,red\n")
    assert [len(one) for one in made.reports["cell_runs"]] == [2]
    assert made.reports["cell_days"].tolist() == [146_462]


def test_two_tables_of_one_voice_do_not_replace_each_other():
    made = table(
        "area_id,date,party,source_id\nwest,2021-05-01,red,paper\nwest,2021-05-02,blue,list\n",
        TABLE + 'voice_id = "v"\nclaimant = "V"\n',
        sources=sources({"source_id": "list"}),
    )
    assert made.reports["until"].isna().all()
    assert len(made.reports) == 2


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"quote": "Red holds"}, "quote", "a table’s cell has none"),
        ({"sentence": "Red holds."}, "sentence", "a table’s cell has none"),
        ({"hedge": "perhaps"}, "hedge", "a table’s cell has none"),
        ({"cell": "one"}, "cell", "is not column=value"),
        ({"cell_row": "x"}, "cell_row", "is not the number of a row"),
        ({"evidence": "rumour"}, "evidence", "is neither quote nor table"),
        ({"evidence": "quote", "quote": "Red", "cell": "a=b"}, "cell", "belongs to a table"),
        ({"evidence": "quote", "quote": "Red", "cell_row": "7"}, "cell_row", "belongs to a table"),
        ({"evidence": "", "quote": "", "cell": "", "cell_row": ""}, "quote", "is empty"),
        ({"party": "", "claim": "captured"}, "party", ""),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else None,
)
def test_a_broken_row_of_a_table_is_set_aside(cells, column, said):
    row = {"evidence": "table", "quote": "", "cell": "control=1", "cell_row": "7"} | cells
    if row["evidence"] == "quote":
        row = {"cell": "", "cell_row": ""} | cells
    made = conflict_of(files(reports=reports({}, row)))
    assert any(problem.column == column and said in problem.rule for problem in made.rejected), made.rejected


@pytest.mark.parametrize(
    ("defaults", "where", "said"),
    [
        ('evidense = "table"', "defaults.evidense", "evidence"),
        ('evidence = "hearsay"', "defaults.evidence", "quote"),
        ("credibility = 6", "defaults.credibility", "'6'"),
        ('claimant_side = "green"', "defaults.claimant_side", "one of"),
        ('source_id = "papper"', "defaults.source_id", "paper?"),
        ('party = "red"', "defaults.party", ""),
    ],
    ids=["unknown key", "unknown word", "a number", "no side", "no source", "not boilerplate"],
)
def test_a_wrong_default_is_one_error_that_says_what_was_expected(defaults, where, said):
    with pytest.raises(DataError, match=where) as error:
        table("area_id,date,party\nwest,2021-05-01,red\n", f"[defaults]\n{defaults}\n")
    assert len(error.value.problems) == 1
    assert said in str(error.value)


def test_a_default_fills_empty_cells_only():
    made = conflict_of(
        files(
            conflict=(CONFLICT + '[defaults]\nreliability = "B"\n').encode(),
            reports=reports({"reliability": ""}, {"reliability": "D"}),
        )
    )
    assert made.reports["reliability"].tolist() == ["C", "B", "D"]


def test_a_file_of_quotes_still_needs_its_columns():
    with pytest.raises(DataError, match="quote"):
        conflict_of(files(reports=b"area_id,date_to,party\nwest,2021-05-01,red\n"))


@pytest.mark.parametrize(("count", "refused"), [(200, False), (201, True)])
def test_more_tables_than_can_stand_beside_each_other_are_refused(count, refused):
    rows = "".join(f"west,2021-05-01,red,v{number}\n" for number in range(count))
    if refused:
        with pytest.raises(DataError, match="more than 200 tables"):
            table(f"area_id,date,party,voice_id\n{rows}")
    else:
        assert len(table(f"area_id,date,party,voice_id\n{rows}").reports) == count
