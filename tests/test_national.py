"""Tables of the size of public ones become maps by one command each, and no row is lost in silence."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from how_many import QUICK
from shared import shared
from typer.testing import CliRunner, Result

from benchmarks.stand_ins.__main__ import MAKERS
from benchmarks.stand_ins.commands import IMPORTS, import_arguments
from benchmarks.stand_ins.control import CAPITAL_ROWS, TOWN_ROWS, towns
from benchmarks.stand_ins.events import GED_ROWS, NEAR_ROWS
from geo.__main__ import app
from geo.export.onefile import Cut
from geo.export.onefile.size import Ledger, ways
from geo.importers.unmatched import UNMATCHED
from geo.reading import Conflict, load_conflict
from geo.timeline import control, timeline_of
from geo.words import load_words

SUMS = re.compile(r"^[\d,]+ (rows|cells) read: .*$", re.MULTILINE)
"""What an import says of all rows: how many there were, kept, silent or skipped, and lost."""


class Case(NamedTuple):
    """A stand-in that was imported: its table, the folder it became, what the command said."""

    name: str
    table: Path
    folder: Path
    said: str


CASES = ("districts", "acled", "towns", "ged", "ged_near", "capitals")
"""In a quick run the first two are tried: a table of holders, and one of events."""


@pytest.fixture(scope="module", params=CASES[:2] if QUICK else CASES)
def case(request: pytest.FixtureRequest) -> Case:
    """Return a stand-in, imported once in a run by the command that `IMPORTS` has for it."""
    name = request.param
    folder = shared().folder_of(f"national-{name}", lambda made: write(name, made))
    return Case(name, folder / IMPORTS[name][1], folder / "out", (folder / "said.txt").read_text())


def write(name: str, folder: Path) -> Path:
    if name == "towns":
        towns(folder, rows=TOWN_ROWS // 10)  # all of them: benchmarks.national
    else:
        MAKERS[name](folder)
    told = CliRunner().invoke(app, import_arguments(name, folder, folder / "out"))
    assert told.exit_code == 0, told.output
    (folder / "said.txt").write_text(told.output)
    return folder


KEPT: dict[str, Callable[[Case], int]] = {
    "districts": lambda case: int((pd.read_csv(case.table)["control"] != 2).sum()),
    "towns": lambda case: int((pd.read_parquet(case.table)["controller"] != "Contested").sum()),
    "ged": lambda _: GED_ROWS,
    "ged_near": lambda _: NEAR_ROWS,
    "acled": lambda case: int((~pd.read_csv(case.table)["sub_event_type"].isin(NEITHER)).sum()),
    "capitals": lambda _: CAPITAL_ROWS,
}
"""How many rows a map must keep, counted in the table itself."""

NEITHER = ("Peaceful protest", "Arrests")
"""Events of ACLED that are about neither fighting nor control."""


@pytest.fixture(scope="module")
def conflict(case: Case) -> Conflict:
    return load_conflict(case.folder)


@pytest.fixture(scope="module")
def checked(case: Case) -> Result:
    """Return what `check` says of what the import wrote."""
    return CliRunner().invoke(app, ["check", str(case.folder)])


def rows_of(path: Path) -> int:
    return len(pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path, dtype=str))


def sums(case: Case) -> list[int]:
    """Return what the import said: all rows, those kept, those silent or skipped, those lost."""
    found = SUMS.search(case.said)
    assert found, case.said
    said = re.sub(r"\([^)]*\)", "", found[0])  # which values say nothing
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", said)]


def test_every_row_is_kept_silent_skipped_or_listed_with_its_reason(case: Case) -> None:
    numbers = sums(case)
    listed = pd.read_csv(case.folder / UNMATCHED, dtype=str, keep_default_na=False)
    assert numbers[0] == rows_of(case.table) == sum(numbers[1:])
    assert numbers[-1] == listed["row"].nunique()
    assert "" not in set(listed["rule"])


def test_an_import_keeps_as_many_rows_as_are_about_its_map(case: Case) -> None:
    assert sums(case)[1] == KEPT[case.name](case)


def test_the_check_finds_nothing_to_mend_in_what_an_import_wrote(checked: Result, conflict: Conflict) -> None:
    assert (checked.exit_code, conflict.rejected) == (0, ()), checked.output


def test_the_report_of_an_import_and_its_check_fit_on_a_screen(case: Case, checked: Result) -> None:
    assert max(len(case.said.splitlines()), len(checked.output.splitlines())) <= 60


def mapped(case: Case) -> pd.DataFrame:
    """Return a table's place, date and holder, by the names that the map has for them; "" = nobody."""
    if case.name == "towns":
        table = pd.read_parquet(case.table)[["town", "date", "controller"]]
    else:
        table = pd.read_csv(case.table)
        table = table[
            ["place", "date", "holder"] if case.name == "capitals" else ["distid", "date", "control"]
        ]
    table.columns = ["place", "date", "holder"]
    named = table["holder"].replace({0: "Government", 1: "Insurgents", 2: "", "Contested": ""})
    return table.assign(holder=named, date=pd.to_datetime(table["date"]))


@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
def test_the_map_of_a_table_shows_its_newest_cell_for_each_place(
    case: Case, conflict: Conflict, share: float
) -> None:
    if IMPORTS[case.name][0] != "table":
        pytest.skip("a table of events")
    table = mapped(case)
    day = sorted(table["date"].unique())[int(share * (table["date"].nunique() - 1))]
    newest = table[table["date"] <= day].sort_values("date", kind="stable").groupby("place").last()["holder"]
    shown = control(timeline_of(conflict), pd.Timestamp(day).date())["holders"]
    names = [", ".join(conflict.actors[holder].name for holder in holders) for holders in shown]
    by_place = pd.Series(names, index=originals(case, conflict))
    assert by_place[newest.index].to_dict() == newest.to_dict()


def originals(case: Case, conflict: Conflict) -> pd.Index:
    """Return what the table calls each area: the id before it was made a slug, or the name."""
    if case.name == "districts":
        return conflict.areas.index.str.upper()
    return pd.Index(conflict.areas["name"])


def test_the_whole_map_may_be_one_file_or_a_part_is_named_that_may(case: Case, conflict: Conflict) -> None:
    ledger, cut = Ledger(conflict), Cut(conflict)
    assert ledger.fits(cut) == (case.name != "ged_near")  # 128,000 words on its panels
    assert ledger.fits(cut) or len(ways(ledger, cut, load_words())) == 2
