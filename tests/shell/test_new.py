"""`geo new` writes a folder that runs at once and explains itself."""

import pytest
from faults import contents, mounted, refuse_after
from typer.testing import CliRunner

from geo.__main__ import app
from geo.reading.conflict import load_conflict
from geo.reading.vocabulary import Claim, Polarity, Scope


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("new") / "mine"
    told = run("new", path)
    assert told.exit_code == 0, told.output
    return path


def test_a_new_folder_passes_the_check_with_its_articles(folder):
    told = run("check", folder, "--articles", folder / "articles")
    assert (told.exit_code, "rejected 0" in told.output) == (0, True)


@pytest.mark.parametrize(("column", "words"), [("claim", Claim), ("scope", Scope), ("polarity", Polarity)])
def test_a_new_folder_has_a_row_of_every_word(folder, column, words):
    assert set(load_conflict(folder).reports[column]) == set(words)


def test_every_example_row_says_what_it_does(folder):
    assert load_conflict(folder).reports["note"].ne("").all()


def test_a_new_folder_says_that_it_is_invented(folder):
    assert "invented" in load_conflict(folder).title.lower()


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    told = run("new", tmp_path)
    assert told.exit_code == 1
    assert "already exists and is not empty" in told.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_package_is_renewed_after_an_edit(folder):
    path = folder / "conflict.toml"
    path.write_text(path.read_text().replace('id = "my-conflict"', 'id = "renamed"'))
    assert run("package", folder).exit_code == 0
    assert '"name": "renamed"' in (folder / "datapackage.json").read_text()


def test_a_new_folder_on_a_full_disk_leaves_nothing_and_says_why(tmp_path):
    with mounted(tmp_path / "disk", size="8k") as disk:
        told = run("new", disk / "mine")
        assert told.exit_code == 1
        assert "cannot be written: No space left on device" in told.output
        assert list(disk.iterdir()) == []


def test_a_package_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    assert run("new", tmp_path / "mine").exit_code == 0
    before = contents(tmp_path)
    refuse_after(monkeypatch, 0)
    told = run("package", tmp_path / "mine")
    assert (told.exit_code, "No space left on device" in told.output) == (1, True)
    assert contents(tmp_path) == before
