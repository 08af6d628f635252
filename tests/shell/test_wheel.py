"""Installed from its wheel, in another folder and without the clone: the commands, the page, its example."""

import json
import shutil
import socket
import urllib.request
from pathlib import Path
from urllib.parse import urlparse

import pytest
from installed import ROOT, installed, run, serving

from benchmarks.stand_ins.commands import import_arguments
from geo.shell.new import new_folder
from geo.shell.serve import serve_command

ALSO_THIS_MACHINE = "127.0.0.2"
"""Reached by a server that listens on every address, and not by one that listens on 127.0.0.1."""

PAGE = """
import geo, sys
from streamlit.testing.v1 import AppTest
from geo.shell.serve import HOME
assert geo.__file__.startswith(sys.prefix), geo.__file__
app = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60).run()
assert not app.exception and not app.error, app
print(*(block.value for block in app.get("html")))
"""


def said(*command: str, folder: Path) -> str:
    told = run(*command, folder=folder)
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


def test_the_wheel_has_the_page_its_settings_and_its_example_byte_for_byte() -> None:
    (home,) = installed().glob("lib/python*/site-packages/geo/installed")
    ours = ["dashboard.py", ".streamlit/config.toml", *(f"data/{path.name}" for path in ROOT.glob("data/*"))]
    held = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert {name for name in held if "__pycache__" not in name} == set(ours)
    assert [name for name in ours if (home / name).read_bytes() != (ROOT / name).read_bytes()] == []


def test_a_conflict_made_elsewhere_passes_the_check(tmp_path: Path) -> None:
    assert "python -m geo serve mine" in said("panjshir-map", "new", "mine", folder=tmp_path)
    assert "mine" in said("panjshir-map", "check", "mine", folder=tmp_path)


def test_a_table_and_borders_become_a_conflict_elsewhere(tmp_path: Path) -> None:
    for file in ("control.csv", "borders.geojson"):
        shutil.copy(ROOT / "examples" / "district_table" / file, tmp_path)
    arguments = import_arguments("district_table", tmp_path, tmp_path / "map")
    assert "1,230 cells read" in said("panjshir-map", *arguments, folder=tmp_path)
    assert "rejected 0" in said("panjshir-map", "check", "map", folder=tmp_path)


def test_commands_are_about_the_example_where_there_is_no_data(tmp_path: Path) -> None:
    told = json.loads(said("python", "-m", "geo", "status", "2021-09-05", "--json", folder=tmp_path))
    assert "bazarak" in {state["area_id"] for state in told}


def test_the_page_runs_from_the_installation(tmp_path: Path) -> None:
    assert "Who is reported to hold Panjshir" in said("python", "-c", PAGE, folder=tmp_path)


def test_a_folder_that_lacks_a_file_is_refused_before_a_server_starts(tmp_path: Path) -> None:
    told = run("panjshir-map", "serve", "nothing", folder=tmp_path)
    assert (told.returncode, "is not a folder" in told.stderr) == (1, True)


def test_the_server_has_the_settings_of_the_clone_and_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        with urllib.request.urlopen(f"{address}/_stcore/host-config", timeout=20) as told:  # noqa: S310
            assert json.load(told)["allowedOrigins"] == []
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((ALSO_THIS_MACHINE, urlparse(address).port), timeout=5).close()


def test_serve_names_the_folder_so_that_it_holds_wherever_the_page_runs(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    new_folder(Path("mine"))
    command = serve_command(Path("mine"), 8765)
    assert command[-2:] == ["--conflict", str(tmp_path / "mine")]
    assert "--server.port=8765" in command
