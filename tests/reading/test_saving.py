"""What is saved is there whole or not at all: on a full disk, on one that refuses, after a kill."""

import errno
import os
import stat
from pathlib import Path

import pytest
from faults import contents, killed_at_every_moment, left_over, make_read_only, mounted, refuse_after

from geo.reading.errors import DataError
from geo.reading.saving import save_file, save_files, save_folder, saved

OLD = {"a.csv": b"old", "b.json": b"old too"}
NEW = {"a.csv": b"new" * 9, "b.json": b"new too"}
TREE = {"conflict.toml": b"1", "sources.csv": b"2", "articles/one.txt": b"3", "articles/two.txt": b"4"}


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the old files."""
    made = tmp_path / "here"
    made.mkdir()
    for name, data in OLD.items():
        (made / name).write_bytes(data)
    return made


def test_a_saved_file_replaces_the_old_one_and_leaves_nothing_else(folder):
    save_file(folder / "a.csv", b"new")
    assert contents(folder) == OLD | {"a.csv": b"new"}
    assert left_over(folder) == []


def test_a_saved_file_keeps_the_permissions_of_the_old_one_and_a_new_one_has_the_usual(folder):
    (folder / "a.csv").chmod(0o640)
    (folder / "plain").write_bytes(b"")
    save_files(folder, {"a.csv": b"new", "fresh": b"new"})
    modes = [stat.S_IMODE((folder / name).stat().st_mode) for name in ("a.csv", "fresh", "plain")]
    assert modes[0] == 0o640
    assert modes[1] == modes[2]


def test_a_file_is_saved_through_a_link_and_the_link_stays(folder, tmp_path):
    (tmp_path / "link.csv").symlink_to(folder / "a.csv")
    save_file(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (folder / "a.csv").read_bytes() == b"new"
    assert left_over(tmp_path) == []


def test_a_file_that_may_not_be_written_is_not_replaced(folder, monkeypatch):
    real = Path.open

    def refused(path, mode="r", **options):  # the superuser may write everything
        if mode == "r+b":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, mode, **options)

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(DataError, match=r"a\.csv: cannot be written: Permission denied"):
        save_file(folder / "a.csv", b"new")
    monkeypatch.undo()
    assert contents(folder) == OLD


def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_name_after(folder, monkeypatch):
    calls = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(
            os, name, lambda *given, real=real, name=name: (calls.append(name), real(*given))[1]
        )
    save_files(folder, NEW)
    assert calls == ["fsync", "fsync", "replace", "replace", "fsync"]


@pytest.mark.parametrize("number", range(2))
def test_files_that_belong_together_stay_old_when_the_disk_is_full(folder, monkeypatch, number):
    refuse_after(monkeypatch, number)
    with pytest.raises(DataError, match="cannot be written: No space left on device"):
        save_files(folder, NEW)
    assert contents(folder) == OLD
    assert left_over(folder) == []


def test_a_really_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    with mounted(tmp_path / "disk") as disk:
        (disk / "a.csv").write_bytes(b"old")
        with pytest.raises(DataError, match=r"a\.csv: cannot be written: No space left on device"):
            save_file(disk / "a.csv", bytes(100_000))
        assert contents(disk) == {"a.csv": b"old"}
        assert left_over(disk) == []


def test_a_really_full_disk_leaves_nothing_of_a_folder(tmp_path):
    with mounted(tmp_path / "disk") as disk:
        with pytest.raises(DataError, match="mine: cannot be written: No space left on device"):
            save_folder(disk / "deep" / "mine", {**TREE, "large": bytes(100_000)})
        assert list(disk.iterdir()) == []


def test_a_disk_that_refuses_leaves_all_as_it_was(tmp_path):
    with mounted(tmp_path / "disk") as disk:
        (disk / "a.csv").write_bytes(b"old")
        make_read_only(disk)
        with pytest.raises(DataError, match=r"a\.csv: cannot be written: Read-only file system"):
            save_file(disk / "a.csv", b"new")
        with pytest.raises(DataError, match="mine: cannot be written: Read-only file system"):
            save_folder(disk / "mine", TREE)
        assert contents(disk) == {"a.csv": b"old"}


def test_a_killed_writer_leaves_each_file_old_or_new_and_never_half(folder):
    for _ in killed_at_every_moment(lambda: save_files(folder, NEW)):
        assert all(data in {OLD[name], NEW[name]} for name, data in contents(folder).items())
        assert contents(folder).keys() == OLD.keys()
    assert contents(folder) == NEW


def test_a_killed_maker_of_a_folder_leaves_all_of_it_or_none(tmp_path):
    folder = tmp_path / "mine"
    for _ in killed_at_every_moment(lambda: save_folder(folder, TREE)):
        assert contents(tmp_path) in ({}, {f"mine/{name}": data for name, data in TREE.items()})
        if folder.exists():  # killed while it waited for the disk
            break
    else:
        assert contents(folder) == TREE


def test_a_killed_maker_in_an_empty_folder_leaves_no_half_file_and_the_first_file_only_with_all_others(
    tmp_path,
):
    places = iter(range(100))

    def write():
        save_folder(tmp_path / str(place), TREE)

    place = next(places)
    (tmp_path / str(place)).mkdir()
    for _ in killed_at_every_moment(write):
        made = contents(tmp_path / str(place))
        assert made.items() <= TREE.items()
        assert "conflict.toml" not in made or made == TREE
        place = next(places)
        (tmp_path / str(place)).mkdir()
    assert contents(tmp_path / str(place)) == TREE


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_folder_that_cannot_be_finished_leaves_nothing(tmp_path, monkeypatch, call, there):
    folder = tmp_path / "mine"
    if there:
        folder.mkdir()
    refuse_after(monkeypatch, 1 if there else 0, call)
    with pytest.raises(DataError, match="mine: cannot be written: No space left on device"):
        save_folder(folder, TREE)
    assert list(tmp_path.iterdir()) == ([folder] if there else [])
    assert contents(tmp_path) == {}
    assert left_over(tmp_path) == []


def test_an_empty_folder_stays_the_same_folder(tmp_path, monkeypatch):
    before = tmp_path.stat().st_ino
    monkeypatch.chdir(tmp_path)
    save_folder(tmp_path.relative_to(tmp_path), TREE)
    assert tmp_path.stat().st_ino == before
    assert contents(tmp_path) == TREE


def test_a_folder_that_holds_something_is_refused_and_left_alone(folder):
    with pytest.raises(DataError, match="already exists and is not empty"):
        save_folder(folder, TREE)
    assert contents(folder) == OLD


def piece_by_piece(path):
    """Write a large file as an engine does."""
    with saved(path) as made, made.open("wb") as file:
        for _ in range(3):
            file.write(b"new")


def half(path):
    """Begin to write a large file, and fail."""
    with saved(path) as made:
        made.write_bytes(b"half")
        raise ZeroDivisionError


def test_a_large_file_is_the_old_one_or_the_new_one_whenever_its_writer_is_killed(folder):
    for _ in killed_at_every_moment(lambda: piece_by_piece(folder / "a.csv")):
        assert contents(folder)["a.csv"] in {b"old", b"new" * 3}
    assert contents(folder) == OLD | {"a.csv": b"new" * 3}


def test_a_large_file_on_a_full_disk_or_of_a_writer_that_fails_leaves_the_old_one(tmp_path):
    with mounted(tmp_path / "small") as disk:
        (disk / "a.csv").write_bytes(b"old")
        with pytest.raises(DataError, match="cannot be written"), saved(disk / "a.csv") as made:
            made.write_bytes(b"x" * 200_000)
        assert contents(disk) == {"a.csv": b"old"}
        with pytest.raises(ZeroDivisionError):
            half(disk / "a.csv")
        assert contents(disk) == {"a.csv": b"old"}
        assert not left_over(disk)
