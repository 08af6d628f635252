"""Tables of the size of public ones become maps by one command each, and no row is lost in silence."""

from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from shared import shared
from typer.testing import CliRunner

from benchmarks.stand_ins.__main__ import MAKERS
from benchmarks.stand_ins.commands import IMPORTS, import_arguments
from geo.__main__ import app
from geo.importers.written import UNMATCHED
from geo.reading import Conflict, load_conflict


class Case(NamedTuple):
    """A stand-in that was imported: its table, the folder it became, what the command said."""

    name: str
    table: Path
    folder: Path
    said: str


@pytest.fixture(scope="module", params=["ged", "ged_near", "acled"])
def case(request: pytest.FixtureRequest) -> Case:
    """Return a stand-in, imported once in a run by the command that `IMPORTS` has for it."""
    name = request.param
    folder = shared().folder_of(f"national-{name}", lambda made: write(name, made))
    return Case(name, folder / IMPORTS[name][1], folder / "out", (folder / "said.txt").read_text())


def write(name: str, folder: Path) -> Path:
    MAKERS[name](folder)
    told = CliRunner().invoke(app, import_arguments(name, folder, folder / "out"))
    assert told.exit_code == 0, told.output
    (folder / "said.txt").write_text(told.output)
    return folder


@pytest.fixture(scope="module")
def conflict(case: Case) -> Conflict:
    return load_conflict(case.folder)


def rows_of(path: Path) -> int:
    return len(pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path, dtype=str))


def test_every_row_is_a_report_or_skipped_or_listed_with_its_reason(case: Case) -> None:
    reports = rows_of(case.folder / "control_reports.csv")
    listed = pd.read_csv(case.folder / UNMATCHED, dtype=str, keep_default_na=False)
    lost = listed["row"].nunique()
    skipped = rows_of(case.table) - reports - lost
    assert (
        f"{rows_of(case.table):,} rows read: {reports:,} reports, {skipped:,} skipped, {lost:,} lost"
        in case.said
    )
    assert set(listed["rule"]) & {""} == set()


def test_the_check_finds_nothing_to_mend_in_what_an_import_wrote(case: Case, conflict: Conflict) -> None:
    told = CliRunner().invoke(app, ["check", str(case.folder)])
    assert (told.exit_code, conflict.rejected) == (0, ()), told.output


def test_the_report_of_an_import_and_its_check_fit_on_a_screen(case: Case) -> None:
    told = CliRunner().invoke(app, ["check", str(case.folder)])
    assert max(len(case.said.splitlines()), len(told.output.splitlines())) <= 60
