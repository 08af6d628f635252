"""`geo import table`: long and wide tables, CSV, Parquet and Excel; no row is lost without its reason."""

from pathlib import Path

import pandas as pd
import pytest
from folders import feature, geojson, square, write_folder
from how_many import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from geo.__main__ import app
from geo.importers.table import ImportedTable, Told, import_table
from geo.importers.table_file import Shape
from geo.reading import DataError, load_conflict
from geo.reading.conflict import Conflict

LONG = Shape(place="place", date="day", holder="who")
DISTRICTS = geojson(
    [
        feature("north", square(69, 36), province="Upper"),
        feature("south", square(69, 34), name="Same", province="Upper"),
        feature("far", square(71, 34), name="Same", province="Lower"),
    ]
)


@pytest.fixture
def imported(tmp_path):
    """Return a function that imports rows and loads the folder."""

    def made(
        rows: list[dict[str, object]], shape: Shape = LONG, ending: str = ".csv", **told: object
    ) -> tuple[ImportedTable, Conflict]:
        frame, file = pd.DataFrame(rows), tmp_path / f"control{ending}"
        if ending == ".parquet":
            frame.to_parquet(file)
        elif ending == ".xlsx":
            frame.to_excel(file, index=False)
        else:
            frame.to_csv(file, index=False)
        known = Told(shape, told.pop("mapping", None), "The List", **told)
        done = import_table(file, known, DISTRICTS, tmp_path / "out")
        return done, load_conflict(tmp_path / "out")

    return made


def row(day: str, who: object = "red", place: str = "west", **more: object) -> dict[str, object]:
    return {"place": place, "day": day, "who": who} | more


def told(conflict: Conflict) -> list[tuple[str, str, str, str, str]]:
    """Return area, holder, first day, last day and cell of each report."""
    rows = conflict.reports[["area_id", "party", "date_from", "date_to", "cell"]].itertuples(index=False)
    return [(str(area), str(who), f"{a:%m-%d}", f"{b:%m-%d}", cell) for area, who, a, b, cell in rows]


def test_a_long_table_becomes_a_folder_whose_cells_are_its_evidence(imported, tmp_path):
    done, made = imported([row("2021-05-01"), row("2021-05-08"), row("2021-05-15", "blue")])
    assert (done.cells, done.kept, dict(done.silent), done.problems) == (3, 3, {}, [])
    assert told(made) == [
        ("west", "red", "05-01", "05-08", "who=red"),
        ("west", "blue", "05-15", "05-15", "who=blue"),
    ]
    assert not made.rejected
    assert set(made.reports["evidence"]) == {"table"}
    assert made.reports["cell_row"].tolist() == ["2", "4"]
    assert made.reports["last_row"].tolist() == ["3", ""]
    assert made.sources["outlet"].item() == "The List"
    assert len(made.sources["text_sha256"].item()) == 64
    header = (tmp_path / "out" / "control_reports.csv").read_text().splitlines()[0]
    assert header == "area_id,date_from,date_to,party,cell,cell_row"


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_each_format_reads_the_same(imported, ending):
    rows = [row("2021-05-01", 1.0), row("2021-05-02", 0.0)]
    done, made = imported(rows, ending=ending, mapping={"1": "Reds", "0": ""})
    assert (done.cells, done.kept, sum(done.silent.values())) == (2, 1, 1)
    assert told(made) == [("west", "reds", "05-01", "05-01", "who=1" if ending != ".csv" else "who=1.0")]
    assert f"{made.reports['until'].iloc[0]:%m-%d}" == "05-02"


def test_days_of_a_parquet_file_may_be_dates(imported):
    rows = [row("x") | {"day": pd.Timestamp("2021-05-01")}]
    assert told(imported(rows, ending=".parquet")[1])[0][2] == "05-01"


def test_a_column_a_day(imported):
    rows = [{"place": "west", "2021-05-01": "red", "2021-05-02": "red", "2021-05-03": "", "people": 5}]
    done, made = imported(rows, Shape(place="place"))
    assert (done.cells, done.kept, dict(done.silent)) == (3, 2, {"": 1})
    assert told(made) == [("west", "red", "05-01", "05-02", "2021-05-01=red")]
    assert made.reports["end_cell"].tolist() == ["2021-05-03="]
    assert f"{made.reports['until'].iloc[0]:%m-%d}" == "05-03"


def test_a_column_an_area(imported):
    rows = [{"day": "2021-05-01", "West": "red", "East": "blue", "Nowhere": "red"}]
    done, made = imported(rows, Shape(date="day"))
    assert {one[:2] for one in told(made)} == {("west", "red"), ("east", "blue")}
    assert [problem.value for problem in done.problems] == ["Nowhere"]
    assert done.cells == done.kept + len(done.problems) == 3


@pytest.mark.parametrize(
    ("last", "until"),
    [("2021-05-07", "05-05"), ("2021-05-05", None), ("2021-05-06", None)],
    ids=["a gap", "the next begins within", "the next begins the day after"],
)
def test_until_ends_the_position_the_day_after(imported, last, until):
    shape = LONG._replace(until="until")
    rows = [
        row("2021-05-01", until="2021-05-04"),
        row({"2021-05-07": "2021-05-07"}.get(last, "2021-05-05"), "red", until=""),
    ]
    _, made = imported(rows, shape)
    ends = made.reports["until"].iloc[0]
    assert (f"{ends:%m-%d}" if pd.notna(ends) else None) == until


def test_values_that_are_not_mapped_are_counted_apart_from_those_that_say_nothing(imported):
    rows = [row("2021-05-01", 1), row("2021-05-02", 2), row("2021-05-03", 3), row("2021-05-04", 3)]
    done, _ = imported(rows, mapping={"1": "Reds", "2": ""})
    assert done.silent == {"2": 1}
    assert {value: told.cells for value, told in done.unmapped.items()} == {"3": 2}


@pytest.mark.parametrize(
    "mapping", [None, {"Blue Front": "Blue Front", "RED": "RED"}], ids=["as written", "mapped"]
)
def test_spellings_that_differ_by_case_and_spaces_alone_are_one_holder(imported, mapping):
    rows = [row("2021-05-01", "Blue Front"), row("2021-05-02", " blue  front"), row("2021-05-03", "RED")]
    done, made = imported(rows, mapping=mapping)
    assert {actor.name for actor in made.actors.values()} == {"Blue Front", "RED"}
    assert done.joined == {"blue  front": "Blue Front"}
    assert (done.kept, done.unmapped) == (3, {})


def test_a_spelling_that_is_mapped_itself_goes_before_one_that_is_alike(imported):
    rows = [row("2021-05-01", "a"), row("2021-05-02", "A"), row("2021-05-03", "-1")]
    done, made = imported(rows, mapping={"a": "Reds", "A": "Blues", "1": "Blues"})
    assert [one[1] for one in told(made)] == ["reds", "blues"]
    assert (done.joined, [*done.unmapped]) == ({}, ["-1"])


def said_of(tmp_path, table: str, *more: str) -> tuple[int, list[str], str]:
    """Return the exit code of an import by the shell, its lines, and the folder's settings."""
    (tmp_path / "t.csv").write_text(table)
    (tmp_path / "areas.geojson").write_bytes(DISTRICTS)
    arguments = ["import", "table", str(tmp_path / "t.csv"), "--areas", str(tmp_path / "areas.geojson")]
    arguments += ["--outlet", "The List", "--place", "place", "--date", "day", "--holder", "who", *more]
    done = CliRunner().invoke(app, [*arguments, "--out", str(tmp_path / "out")])
    settings = tmp_path / "out" / "conflict.toml"
    return done.exit_code, done.output.splitlines(), settings.read_text() if settings.is_file() else ""


SPELT = "place,day,who\nwest,2021-05-01,Red\nwest,2021-05-02,Bleu Front\nwest,2021-05-03,2\n"


def test_a_value_that_is_not_mapped_is_told_with_the_one_that_it_may_be(tmp_path):
    _, lines, settings = said_of(tmp_path, SPELT, "--map", "red=Red,Blue Front=Blue Front,2=")
    assert lines[:4] == [
        "3 cells read: 1 names a holder, 1 says nothing (2: 1), 1 is not in --map, 0 are lost",
        f"1 report in {tmp_path / 'out'}",
        "not in --map: 'Bleu Front', 1 cell; did you mean 'Blue Front'?",
        "'Red' is read as 'red'",
    ]
    limit = (
        "names nobody there on that day, or somebody whom this map leaves out (Bleu Front); not that nobody"
    )
    assert limit in settings


def test_a_mapping_of_none_of_the_values_is_refused_with_the_values(tmp_path):
    code, lines, _ = said_of(tmp_path, SPELT, "--map", "Blue Front=Blue Front")
    assert code == 1
    assert "  'Bleu Front' is not in --map (1 cell) (did you mean 'Blue Front'?)" in lines
    assert "  'Red' is not in --map (1 cell)" in lines


def test_equal_cells_in_a_row_are_counted_as_the_one_report_that_the_check_counts(tmp_path):
    rows = "".join(f"west,2021-05-{day:02},Red\n" for day in range(1, 30, 2)) + "east,2021-05-01,Red\n"
    _, lines, _ = said_of(tmp_path, f"place,day,who\n{rows * 70}")
    assert lines[0] == "1,120 cells read: 1,120 name a holder, 0 say nothing, 0 are lost"
    assert lines[1] == f"1,120 cells are 2 reports in {tmp_path / 'out'}: equal cells in a row are one"
    checked = CliRunner().invoke(app, ["check", str(tmp_path / "out")]).output
    assert ": 2 reports," in checked
    assert "quotes" not in checked


def test_a_name_that_several_areas_have_is_told_with_the_option_that_tells_them_apart(tmp_path):
    code, lines, _ = said_of(tmp_path, "place,day,who\nwest,2021-05-01,Red\nSame,2021-05-01,Red\n")
    assert code == 0
    assert any(
        "(--place-parent tells apart Same, Upper (south) and Same, Lower (far))" in one for one in lines
    )


def test_rows_that_are_lost_are_in_the_limits_of_the_map(imported):
    rows = [row("2021-05-01"), row("2021-05-02", place="Nowhere"), row("2021-05-03", place="No place")]
    _, made = imported(rows)
    assert made.limits[1] == "2 of the table’s 3 rows are not on this map: place not found."
    assert "or that its row about the area is not on this map" in made.limits[0]


def test_a_map_without_lost_rows_says_nothing_of_them(imported):
    _, made = imported([row("2021-05-01")])
    white = "White means that the table of The List names nobody there on that day, not that nobody holds it."
    assert made.limits == (white,)


def test_more_values_than_colours_keep_the_most_frequent_and_call_the_rest_other(imported):
    rows = [row(f"2021-05-{day:02}", f"group {day % 10}") for day in range(1, 29)]
    done, made = imported(rows)
    assert len(made.actors) == 8
    assert made.actors["other-holders"].name == "Other holders"
    assert done.kept == 28


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"place": "Nowhere"}, "is not on the map"),
        ({"place": "Same"}, "is the name of more than one area"),
        ({"day": "soon"}, "is not a day"),
        ({"day": "2021-05-09", "until": "2021-05-01"}, "is before the first day"),
        ({"until": "later"}, "is not a day"),
    ],
    ids=["unknown", "homonym", "day", "backwards", "until"],
)
def test_a_row_that_is_lost_is_listed_with_its_reason(imported, tmp_path, change, said):
    shape = LONG._replace(until="until")
    done, _ = imported([row("2021-05-01", until=""), row("2021-05-02", until="") | change], shape)
    (problem,) = done.problems
    assert said in problem.rule
    assert problem.row == 3
    listed = pd.read_csv(tmp_path / "out" / "unmatched.csv")
    assert listed["row"].tolist() == [3]


def test_a_place_that_is_not_on_the_map_is_answered_with_areas_of_similar_names(imported, tmp_path):
    done, _ = imported(
        [row("2021-05-01"), row("2021-05-02", place="Norrth"), row("2021-05-03", place="Norrth")]
    )
    assert done.problems[0].suggestion == "near: North, Upper (north)"
    listed = pd.read_csv(tmp_path / "out" / "names_suggested.csv")
    assert listed[["spelling", "area_id", "parent", "rows"]].to_numpy().tolist() == [
        ["Norrth", "north", "Upper", 2]
    ]


def test_the_unit_above_tells_places_of_one_name_apart(imported):
    shape = LONG._replace(above="above")
    done, made = imported([row("2021-05-01", place="Same", above="Lower")], shape)
    assert not done.problems
    assert told(made)[0][0] == "far"


@settings(max_examples=examples(20), deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["west", "east", "Nowhere", "Same", "valley"]),
            st.sampled_from(["2021-05-01", "2021-05-02", "2021-05-04", "soon", ""]),
            st.sampled_from(["red", "blue", "", "x"]),
        ),
        min_size=1,
    )
)
def test_kept_silent_unmapped_and_lost_cells_are_all_cells(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("sums")
    frame = pd.DataFrame([("west", "2021-05-01", "red"), *rows], columns=["place", "day", "who"])
    frame.to_csv(folder / "t.csv", index=False)
    known = Told(LONG, {"red": "Red", "blue": "Blue"}, "L")
    done = import_table(folder / "t.csv", known, DISTRICTS, folder / "out")
    unmapped = sum(value.cells for value in done.unmapped.values())
    read = done.kept + sum(done.silent.values()) + unmapped + len(done.problems)
    assert read == done.cells == len(frame)
    assert not load_conflict(folder / "out").rejected


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (LONG._replace(holder="owner"), "owner: is no column of the table, which has place, day, who"),
        (Shape(), "--place: is needed"),
        (Shape(place="place"), "has no column whose name is a day"),
    ],
    ids=["missing", "no shape", "no day"],
)
def test_a_wrong_shape_is_one_error(imported, shape, said):
    with pytest.raises(DataError, match=said):
        imported([row("2021-05-01")], shape)


def test_a_map_with_more_holders_than_colours_is_refused(imported):
    with pytest.raises(DataError, match="more than 8"):
        imported([row("2021-05-01")], mapping={str(n): f"g{n}" for n in range(9)})


def test_a_table_on_a_folder_that_exists_has_its_actors_and_groups(tmp_path):
    base = write_folder(tmp_path / "base")
    (tmp_path / "t.csv").write_text("district,day,control\nWest,1 May 2021,1\nvalley,2021-05-02,0\n")
    arguments = ["import", "table", str(tmp_path / "t.csv"), "--areas", str(base), "--outlet", "The List"]
    arguments += ["--place", "district", "--date", "day", "--holder", "control", "--map", "1=red,0=Blue"]
    done = CliRunner().invoke(app, [*arguments, "--out", str(tmp_path / "out"), "--published", "2021-06-01"])
    assert done.exit_code == 0, done.output
    assert "2 cells read: 2 name a holder, 0 say nothing, 0 are lost" in done.output
    made = load_conflict(tmp_path / "out")
    assert [one[:2] for one in told(made)] == [("valley", "blue"), ("west", "red")]
    assert made.actors["red"].names == load_conflict(base).actors["red"].names
    assert made.actors["red"].side == "red"
    assert "valley" in made.groups
    assert f"{made.sources['published_to'].item():%Y-%m-%d}" == "2021-06-01"


def test_an_actor_that_the_folder_does_not_have_is_named_with_those_it_has(tmp_path):
    base = write_folder(tmp_path / "base")
    (tmp_path / "t.csv").write_text("place,day,who\nwest,2021-05-01,green\n")
    known = Told(LONG, None, "The List", base=base)
    with pytest.raises(DataError, match=r"'green' is not an actor .*one of: red, blue"):
        import_table(tmp_path / "t.csv", known, geojson(), tmp_path / "out")


@pytest.mark.parametrize("text", ["", "\0", "a"], ids=["empty", "binary", "no rows"])
@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_a_file_that_is_no_table_is_one_error(tmp_path, text, ending):
    file = Path(tmp_path / f"t{ending}")
    file.write_text(text)
    with pytest.raises(DataError, match="t"):
        import_table(file, Told(LONG, None, "L"), DISTRICTS, tmp_path / "out")
