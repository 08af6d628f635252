"""docs/your_conflict.md, followed to the letter with the files that it names: every command works."""

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geo.__main__ import app
from geo.reading import load_conflict
from geo.shell.serve import serve_command

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs" / "your_conflict.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", TUTORIAL, re.DOTALL)
    for line in block.strip().splitlines()
    if line.startswith("python -m geo ")
]
TABLE = "control.csv"


def obeyed(command: str) -> Result:
    return CliRunner().invoke(app, shlex.split(command)[3:])


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Result]]:
    """Each command of the tutorial, given in a copy of the practice folder, and what it said."""
    folder = tmp_path_factory.mktemp("tutorial") / "district_table"
    shutil.copytree(ROOT / "examples" / "district_table", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield {command: obeyed(command) for command in COMMANDS if " serve " not in command}


def test_the_tutorial_goes_from_the_import_to_a_file_to_share() -> None:
    verbs = [shlex.split(command)[3] for command in COMMANDS]
    assert list(dict.fromkeys(verbs)) == ["import", "check", "serve", "export"]


def test_every_command_of_the_tutorial_works(followed: dict[str, Result]) -> None:
    failed = {command: told.output for command, told in followed.items() if told.exit_code}
    assert failed == {}


def test_the_import_and_the_check_say_what_the_tutorial_shows(followed: dict[str, Result]) -> None:
    shown = re.findall(r"```\n((?:1,230 cells|my-map: ).*?)```", TUTORIAL, re.DOTALL)
    said = "".join(told.output for told in followed.values())
    assert len(shown) == 2
    assert [one for one in shown if one not in said] == []


def test_the_mended_district_of_the_tutorial_is_the_one_that_the_import_names(
    followed: dict[str, Result],
) -> None:
    borders = (ROOT / "examples" / "district_table" / "borders.geojson").read_text(encoding="utf-8")
    mended = json.loads(borders)["features"][17]["properties"]
    assert "Sharikot, feature 18" in TUTORIAL
    assert mended["DIST_NA_EN"] == "Sharikot"
    assert f"feature 18 ({mended['DIST_CODE']})" in followed[COMMANDS[0]].output


@pytest.mark.usefixtures("followed")
def test_what_the_tutorial_makes_is_a_map_with_all_its_districts_and_both_holders() -> None:
    conflict = load_conflict(Path("my-map"))
    assert (len(conflict.areas), conflict.rejected) == (62, ())
    assert {actor.name for actor in conflict.actors.values()} == {"Insurgents", "Government"}
    assert Path("map.html").stat().st_size < 15_000_000


@pytest.mark.usefixtures("followed")
def test_the_dashboard_of_the_tutorial_is_that_of_the_new_folder() -> None:
    (command,) = [shlex.split(one) for one in COMMANDS if " serve " in one]
    assert serve_command(Path(command[4]), 8501)[-1] == str(Path("my-map").resolve())


@pytest.mark.usefixtures("followed")
def test_the_lines_that_the_tutorial_adds_below_the_title_are_read() -> None:
    (lines,) = re.findall(r"```\n(licence = .*?)```", TUTORIAL, re.DOTALL)
    path = Path("my-map/conflict.toml")
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title = "))
    path.write_text(text.replace(title, f"{title}\n{lines}"), encoding="utf-8")
    assert load_conflict(Path("my-map")).stale_days == 11


@pytest.mark.usefixtures("followed")
def test_the_keys_that_the_tutorial_tells_to_edit_are_in_the_file() -> None:
    settings = tomllib.loads(Path("my-map/conflict.toml").read_text(encoding="utf-8"))
    assert {"title", "summary"} <= set(settings)
    assert all({"name", "colour"} <= set(actor) for actor in settings["actors"])


def test_the_first_lines_that_the_tutorial_shows_are_those_of_the_table() -> None:
    first = (ROOT / "examples" / "district_table" / TABLE).read_text(encoding="utf-8").splitlines()[:3]
    assert "\n".join(first) in TUTORIAL
