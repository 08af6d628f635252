"""Hostile text is data: kept to the letter, shown as text, run by nobody."""

import pytest
from hostile import ATTACKS, hostile_folder
from typer.testing import CliRunner

from geo.__main__ import app
from geo.reading.conflict import load_conflict
from geo.reading.datapackage import data_package
from geo.reading.folder import read_folder

HIDDEN = {"\u202e", "\u202c", "\u200b", "\x1b"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return hostile_folder(tmp_path_factory.mktemp("hostile") / "<b>folder</b>")


@pytest.fixture(scope="module")
def conflict(folder):
    return load_conflict(folder)


def test_no_row_is_lost_to_its_text(conflict):
    assert len(conflict.reports) == 2 * len(ATTACKS)
    assert len(conflict.areas) == len(ATTACKS)
    assert conflict.rejected == ()
    assert {problem.column for problem in conflict.notices} == {"url"}


def test_text_is_kept_to_the_letter(conflict):
    assert set(conflict.reports["quote"]) == set(ATTACKS)
    assert list(conflict.areas["name"]) == list(ATTACKS)


def test_only_web_addresses_are_left(conflict):
    assert set(conflict.sources["url"]) == {""}


@pytest.mark.parametrize(
    "command", [("check",), ("status", "2021-09-05", "--folder")], ids=["check", "status"]
)
def test_a_terminal_obeys_none_of_it(folder, command):
    told = CliRunner().invoke(app, [*command, str(folder)])
    assert not HIDDEN & {*told.output}
    assert "Traceback" not in told.output


def test_the_data_package_is_made_of_it(conflict, folder):
    assert b"<script>" in data_package(conflict, read_folder(folder))
