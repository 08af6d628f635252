"""Every command that writes, killed at every moment: what was there is whole, what is new is whole."""

import shutil

import pytest
from export_views import DATA
from faults import contents, killed_at_every_moment
from folders import write_folder
from typer.testing import CliRunner

from geo.__main__ import app

EVENTS = """event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,\
admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,notes
AFG1,05 September 2021,1,Battles,Armed clash,Red,Rebel group,Blue,State forces,Valley,West,,West,35.5,69.5,1,\
Radio,Clashes in West.
"""


def run(*arguments):
    told = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize(
    ("command", "old"),
    [
        (("export", "{}/areas.geojson", "--folder", "{}/folder"), "areas.geojson"),
        (("package", "{}/folder"), "folder/datapackage.json"),
    ],
    ids=["export", "package"],
)
def test_a_killed_command_leaves_the_old_file_or_the_new_one(tmp_path, command, old):
    shutil.copytree(DATA, tmp_path / "folder")
    (tmp_path / old).write_bytes(b"old")
    before = contents(tmp_path)
    for _ in killed_at_every_moment(lambda: run(*(part.format(tmp_path) for part in command))):
        now = contents(tmp_path)
        assert now == before or now[old].endswith(b"}\n" if old.endswith("package.json") else b"}")
    assert contents(tmp_path)[old] != b"old"
    assert contents(tmp_path).keys() == before.keys()


@pytest.mark.parametrize(
    "command",
    [("new", "{}/mine"), ("import", "acled", "{}/events.csv", "--areas", "{}/areas", "--out", "{}/mine")],
    ids=["new", "import"],
)
def test_a_killed_command_leaves_a_whole_folder_or_none(tmp_path, command):
    (tmp_path / "events.csv").write_text(EVENTS)
    shutil.copy(write_folder(tmp_path / "map") / "districts.geojson", tmp_path / "areas")
    for _ in killed_at_every_moment(lambda: run(*(part.format(tmp_path) for part in command))):
        if (tmp_path / "mine").exists():
            break
    run("check", tmp_path / "mine")
