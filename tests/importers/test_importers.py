"""Exports of ACLED and UCDP GED become folders; rows without a place are listed, not guessed."""

import csv
import io
import re
import tomllib

import pytest
from faults import refuse_after
from folders import feature, geojson, square
from how_many import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from geo.__main__ import app
from geo.importers import import_events, read_acled, read_ucdp
from geo.importers.ids import toml_string, unique_ids
from geo.reading.conflict import conflict_of, load_conflict
from geo.reading.errors import DataError
from geo.reading.file_names import REQUIRED
from geo.reading.names import ID

AREAS = geojson([feature("south", square(69, 34), name="Same"), feature("far", square(71, 34), name="Same")])
AREAS = AREAS.replace(b'"parent": "valley"', b'"parent": "valley", "province": "Valley"')

ACLED = {
    "event_id_cnty": "AFG1",
    "event_date": "05 September 2021",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Taliban",
    "inter1": "Rebel group",
    "actor2": "NRF: National Resistance Front",
    "inter2": "State forces",
    "admin1": "Valley",
    "admin2": "West",
    "admin3": "",
    "location": "West",
    "latitude": "35.5",
    "longitude": "69.5",
    "geo_precision": "1",
    "source": "Afghan Paper; Radio",
    "notes": "=On 5 September 2021, clashes in West.",
}
UCDP = {
    "id": "400",
    "type_of_violence": "1",
    "side_a": "Government of Land",
    "side_b": "Rebels",
    "source_article": "Agency 2021-09-05, Clashes in West",
    "source_headline": "Clashes in West",
    "source_original": "police",
    "where_prec": "3",
    "where_coordinates": "West district",
    "adm_1": "Valley province",
    "adm_2": "West district",
    "latitude": "35.5",
    "longitude": "69.5",
    "date_prec": "2",
    "date_start": "2021-09-04 00:00:00.000",
    "date_end": "2021-09-05 00:00:00.000",
}
WRITABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
OFF = {"latitude": "", "longitude": ""}
ATTACK = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
TAKEN = {"event_type": "Battles", "sub_event_type": "Non-state actor overtakes territory"}


def table(good, *changes):
    text = io.StringIO()
    writer = csv.DictWriter(text, [*good])
    writer.writeheader()
    key = next(iter(good))
    writer.writerows([good, *(good | {key: f"A{n}"} | change for n, change in enumerate(changes))])
    return text.getvalue().encode()


@pytest.fixture
def imported(tmp_path):
    """Return the function that imports rows and returns the import and its second report."""

    def made(read, data, **options):
        done = import_events(read("export.csv", data), AREAS, tmp_path / "out", **options)
        conflict = load_conflict(tmp_path / "out")
        assert not conflict.rejected
        return done, conflict

    return made


def test_a_battle_is_fighting_without_a_party(imported):
    _, conflict = imported(read_acled, table(ACLED))
    row = conflict.reports.iloc[0]
    assert (row["claim"], row["party"], row["scope"], row["area_id"]) == ("fighting", "", "named", "west")


def test_source_and_notes_are_kept_as_they_are(imported):
    _, conflict = imported(read_acled, table(ACLED))
    row = conflict.reports.iloc[0]
    assert (row["evidence"], row["quote"], row["cell_row"]) == ("table", "", "2")
    assert row["cell"] == f"notes={ACLED['notes']}"
    assert row["claimant"] == ACLED["source"]
    assert conflict.sources["outlet"].item() == "ACLED"
    assert ACLED["source"] in conflict.sources["title"].item()


@pytest.mark.parametrize(
    ("kind", "claim", "party"),
    [
        (("Battles", "Non-state actor overtakes territory"), "captured", "taliban"),
        (("Battles", "Government regains territory"), "captured", "nrf-national-resistance-front"),
        (("Strategic developments", "Non-violent transfer of territory"), "captured", "taliban"),
        (("Explosions/Remote violence", "Air/drone strike"), "attacked", "taliban"),
        (("Violence against civilians", "Attack"), "attacked", "taliban"),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else value,
)
def test_an_acled_event_is_the_claim_that_it_says(imported, kind, claim, party):
    _, conflict = imported(read_acled, table(ACLED, {"event_type": kind[0], "sub_event_type": kind[1]}))
    row = conflict.reports.iloc[1]
    assert (row["claim"], row["party"]) == (claim, party)


def test_events_that_say_nothing_of_control_are_counted(imported):
    done, _ = imported(
        read_acled, table(ACLED, {"event_type": "Protests", "sub_event_type": "Peaceful protest"})
    )
    assert (done.reports, done.skipped) == (1, {"Protests": 1})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"admin2": "Nowhere", "location": "Noplace"} | OFF, "'Nowhere' is not on the map"),
        ({"admin2": "Westt", "location": ""} | OFF, "is not on the map (near: West, Valley (west) and East"),
        ({"admin1": "", "geo_precision": "3"}, "'West' is known only to the country"),
        (
            {"admin2": "Same"} | OFF,
            "of more than one area (it names Same, Valley (south) and Same, Valley (far))",
        ),
        ({"admin1": "Elsewhere", "geo_precision": "3"}, "'Elsewhere' is no province of the map"),
        ({"event_date": "soon"}, "event_date: 'soon' is not a day"),
        ({"event_date": "5/9/2021"}, "is not a day (2021-09-05 or 2021-05-09?)"),
        ({"notes": ""}, "is empty: a report needs its words"),
        ({"event_id_cnty": "AFG1"}, "event_id_cnty: 'AFG1' appears twice (row 2 has it)"),
        (TAKEN | {"actor1": "", "actor2": ""}, "actor1: is empty, but somebody took the place"),
    ],
    ids=["unknown", "near", "vague", "homonym", "province", "day", "two_days", "notes", "twice", "captor"],
)
def test_a_row_without_a_place_is_listed(imported, tmp_path, change, says):
    done, conflict = imported(read_acled, table(ACLED, change))
    assert len(conflict.reports) == 1
    assert says in str(done.problems[0])
    assert "export.csv,3," in (tmp_path / "out" / "unmatched.csv").read_text()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ([], None),
        (
            [{"admin2": "Nowhere"} | OFF | {"location": ""}],
            "1 of the table’s 2 rows is not on this map: place not found.",
        ),
        (
            [
                {"event_date": "soon", "notes": ""},
                {"event_date": "soon"},
                {"admin1": "Elsewhere", "geo_precision": "3"},
            ],
            "3 of the table’s 4 rows are not on this map: no day that can be read (2), place not found (1).",
        ),
    ],
    ids=["none", "one", "several, one for two reasons"],
)
def test_rows_that_are_lost_are_in_the_limits_of_the_map(imported, changes, says):
    _, conflict = imported(read_acled, table(ACLED, *changes))
    told = [one for one in conflict.limits if "not on this map" in one]
    assert told == [says] * bool(says)


def test_an_exact_point_places_a_row_whose_names_are_unknown(imported):
    _, conflict = imported(read_acled, table(ACLED, {"admin2": "Nowhere", "location": "Noplace"}))
    assert conflict.reports["area_id"][1] == "west"
    assert "placed by its coordinates" in conflict.reports["note"][1]


def test_a_place_known_by_its_province_is_somewhere_in_it(imported):
    _, conflict = imported(read_acled, table(ACLED, {"geo_precision": "3"}))
    assert (conflict.reports["area_id"][1], conflict.reports["scope"][1]) == ("valley", "part_of")


@pytest.mark.parametrize(("precision", "known"), [("1", True), ("2", False), ("3", False)])
def test_a_day_that_is_not_exact_has_no_lower_bound(imported, precision, known):
    _, conflict = imported(read_acled, table(ACLED, {"time_precision": precision}))
    assert conflict.reports["date_from"].notna()[1] == known


@pytest.mark.parametrize(
    ("kind", "claim", "party"), [("1", "fighting", ""), ("3", "attacked", "government-of-land")]
)
def test_a_ucdp_event_is_fighting_or_a_one_sided_attack(imported, kind, claim, party):
    _, conflict = imported(read_ucdp, table(UCDP, {"type_of_violence": kind}))
    row = conflict.reports.iloc[1]
    assert (row["claim"], row["party"], row["area_id"]) == (claim, party, "west")
    assert (str(row["date_from"].date()), str(row["date_to"].date())) == ("2021-09-04", "2021-09-05")


def test_a_table_of_another_kind_lacks_columns():
    with pytest.raises(DataError, match="is a required column and is missing"):
        read_acled("export.csv", table(UCDP))


def test_actors_beyond_the_colours_are_one_and_their_names_stay_in_the_note(imported):
    bands = [ATTACK | {"actor1": f"Band {n // 2}"} for n in range(24)]
    done, conflict = imported(read_acled, table(ACLED, *bands))
    assert (done.reports, done.lost) == (25, 0)
    assert [actor.name for actor in conflict.actors.values()][-1] == "Other armed actors"
    assert len(conflict.actors) == 8
    others = conflict.reports[conflict.reports["party"] == "other-armed-actors"]
    assert len(others) == 2 * 5
    assert "party as the table has it: Band 11" in others["note"].iloc[-1]


def test_actors_are_those_of_the_events_on_the_map(imported):
    far = [ATTACK | {"actor1": f"Far {n % 9}", "admin2": "", "location": "Far away"} | OFF for n in range(90)]
    _, conflict = imported(read_acled, table(ACLED, *far, ATTACK))
    assert [*conflict.actors] == ["taliban", "nrf-national-resistance-front"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("1", ["band-0", "other-armed-actors"]),
        ("2", ["band-0", "taliban", "other-armed-actors"]),
        ("taliban; Band 1", ["taliban", "band-1", "other-armed-actors"]),
        ("Band 1,Taliban", ["band-1", "taliban", "other-armed-actors"]),
    ],
)
def test_actors_are_as_many_or_those_that_are_asked_for(imported, wanted, ids):
    rows = [
        ATTACK | {"actor1": name} for name in ("Band 0", "Band 0", "Band 0", "Taliban", "Taliban", "Band 1")
    ]
    _, conflict = imported(read_acled, table(ACLED, *rows), actors=wanted)
    assert [*conflict.actors] == ids


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("Talban", "'Talban' takes part in no event on the map (there are: Taliban)"),
        ("0", "'0' is not possible: at most 8 actors have a colour"),
        ("9", "'9' is not possible: at most 8 actors have a colour"),
        (
            ";".join(f"Band {n}" for n in range(8)),
            "at most 7 actors have a colour (one of the 8 colours is for the others, such as Band 8",
        ),
        (";".join(f"Band {n}" for n in range(9)), "at most 8 actors have a colour"),
    ],
)
def test_actors_that_cannot_be_shown_are_refused(imported, wanted, says):
    rows = [ATTACK | {"actor1": f"Band {n}"} for n in range(10)]
    with pytest.raises(DataError) as caught:
        imported(read_acled, table(ACLED, *rows), actors=wanted)
    assert says in str(caught.value)


def test_an_attack_by_nobody_named_is_fighting(imported):
    _, conflict = imported(read_acled, table(ACLED, ATTACK | {"actor1": ""}))
    row = conflict.reports.iloc[1]
    assert (row["claim"], row["party"]) == ("fighting", "")
    assert "the table does not say who attacked" in row["note"]


@pytest.mark.parametrize(
    ("written", "basis"),
    [
        ("05 September 2021", "the day"),
        ("5 Sep 2021", "the day"),
        ("2021-09-05", "the day"),
        ("2021-09-05T00:00:00.000Z", "the day"),
        ("2021-09-05 00:00:00", "the day"),
        ("2021-09-05T19:30:00+04:30", "the day; written 2021-09-05T19:30:00+04:30"),
    ],
)
def test_a_day_is_read_as_the_web_the_api_and_programs_write_it(imported, written, basis):
    _, conflict = imported(read_acled, table(ACLED, {"event_date": written}))
    row = conflict.reports.iloc[1]
    assert str(row["date_to"].date()) == "2021-09-05"
    assert row["date_basis"].endswith(basis)


def test_every_row_is_a_report_or_skipped_or_lost(imported, tmp_path):
    rows = [
        {"event_type": "Protests", "sub_event_type": "Peaceful protest"},
        {"admin2": "Nowhere", "location": "Noplace"} | OFF,
        {"event_date": "soon", "notes": ""},
        {"event_id_cnty": "AFG1"},
        ATTACK,
    ]
    data = table(ACLED, *rows) + b"cut,off\n"
    done, conflict = imported(read_acled, data)
    assert (done.rows, done.reports, sum(done.skipped.values()), done.lost) == (7, 2, 1, 4)
    with (tmp_path / "out" / "unmatched.csv").open() as file:
        lost = {line["row"] for line in csv.DictReader(file)}
    assert lost == {"4", "5", "6", "8"}
    assert {*conflict.reports["row"]} == {2, 3}


@settings(
    deadline=None, max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "actor1": st.sampled_from(["", "X" * 1200, "Everyone", "outlet", "=A1"]),
                "source": st.sampled_from(["", "S" * 1200, "\n", "outlet", "'=1"]),
                "location": st.text(WRITABLE, max_size=20),
                "admin2": st.sampled_from(["", "West", "Same", "N" * 1200]),
                "longitude": st.sampled_from(["", "nan", "inf", "69.5", "1e9", "70"]),
                "geo_precision": st.sampled_from(["", "1", "2", "3", "9"]),
                "event_date": st.sampled_from(["", "2021-09-05T00:00:00Z", "5/9/2021", "99999-01-01"]),
                "event_id_cnty": st.text(WRITABLE, max_size=5),
                "sub_event_type": st.sampled_from(["", TAKEN["sub_event_type"]]),
            },
        ),
        max_size=8,
    )
)
def test_whatever_the_rows_are_the_sums_agree_and_every_report_passes(tmp_path_factory, changes):
    out = tmp_path_factory.mktemp("imported") / "out"
    done = import_events(read_acled("export.csv", table(ACLED, *changes)), AREAS, out)
    assert done.rows == done.reports + sum(done.skipped.values()) + done.lost
    conflict = conflict_of({name: (out / name).read_bytes() for name in REQUIRED})
    assert (len(conflict.reports), conflict.rejected) == (done.reports, ())


@pytest.mark.parametrize(("name", "row"), [("acled", ACLED), ("ucdp", UCDP)])
def test_the_command_imports_and_says_how_many(tmp_path, name, row):
    (tmp_path / "export.csv").write_bytes(table(row))
    (tmp_path / "map.geojson").write_bytes(AREAS)
    arguments = [
        "import",
        name,
        f"{tmp_path}/export.csv",
        "--areas",
        f"{tmp_path}/map.geojson",
        "--out",
        f"{tmp_path}/out",
    ]
    told = CliRunner().invoke(app, arguments)
    assert (told.exit_code, "1 report in" in told.output) == (0, True)
    again = CliRunner().invoke(app, arguments)
    assert (again.exit_code, "already exists" in again.output) == (1, True)


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=20))
def test_ids_of_any_names_are_ids_and_differ(names):
    ids = unique_ids(names)
    assert len(set(ids.values())) == len(set(names))
    assert all(re.fullmatch(ID, i) for i in ids.values())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_stands_in_the_conflict_file(name):
    assert tomllib.loads(f"name = {toml_string(name)}")["name"] == name


@pytest.mark.parametrize("number", range(5))
def test_an_import_that_cannot_be_finished_leaves_nothing(tmp_path, monkeypatch, number):
    refuse_after(monkeypatch, number)
    with pytest.raises(DataError, match="out: cannot be written: No space left on device"):
        import_events(read_acled("acled.csv", table(ACLED)), AREAS, tmp_path / "above" / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "point"),
    [
        ({}, (69.5, 35.5)),
        ({"geo_precision": "2"}, (69.5, 35.5)),
        ({"geo_precision": "3"}, None),
        ({"longitude": "", "latitude": ""}, None),
        ({"longitude": "690"}, None),
    ],
    ids=["exact", "near", "province", "absent", "outside the world"],
)
def test_an_event_keeps_the_point_that_its_table_gives(imported, change, point):
    _, conflict = imported(read_acled, table(ACLED, change))
    row = conflict.reports.iloc[1]
    assert (tuple(row[["lon", "lat"]]) if point else row[["lon", "lat"]].isna().all()) == (point or True)
