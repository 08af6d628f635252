"""`geo import table`: long and wide tables, CSV, Parquet and Excel; no row is lost without its reason."""

from pathlib import Path

import pandas as pd
import pytest
from folders import feature, geojson, square, write_folder
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


def test_values_that_are_not_mapped_are_silent_and_counted(imported):
    rows = [row("2021-05-01", 1), row("2021-05-02", 2), row("2021-05-03", 3), row("2021-05-04", 3)]
    done, _ = imported(rows, mapping={"1": "Reds", "2": ""})
    assert done.silent == {"2": 1, "3": 2}


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


@settings(max_examples=20, deadline=None)
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
def test_kept_silent_and_lost_cells_are_all_cells(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("sums")
    frame = pd.DataFrame([("west", "2021-05-01", "red"), *rows], columns=["place", "day", "who"])
    frame.to_csv(folder / "t.csv", index=False)
    known = Told(LONG, {"red": "Red", "blue": "Blue"}, "L")
    done = import_table(folder / "t.csv", known, DISTRICTS, folder / "out")
    assert done.kept + sum(done.silent.values()) + len(done.problems) == done.cells == len(frame)
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
    assert "2 cells read: 2 name a holder, 0 are silent, 0 are lost" in done.output
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
