"""A folder is read whole: what changes meanwhile is read again, what is half-written is waited for."""

import itertools
import os
import threading
import time

import pytest
from folders import GOOD_REPORTS, reports, sources, write_folder

from geo.reading import folder as module
from geo.reading.conflict import load_conflict
from geo.reading.errors import DataError
from geo.reading.folder import read_folder, unsettled_seconds
from geo.reading.stamps import Stamp, signature


@pytest.fixture
def folder(tmp_path):
    """Return a good folder that was last written long ago."""
    path = write_folder(tmp_path)
    for file in path.iterdir():
        os.utime(file, (1, 1))
    return path


def test_the_signature_changes_when_a_file_is_written(folder):
    before = signature(folder)
    (folder / "sources.csv").write_bytes((folder / "sources.csv").read_bytes())
    assert signature(folder) != before


def test_the_signature_changes_when_a_file_comes_or_goes(folder):
    before = signature(folder)
    (folder / "places.csv").write_bytes(b"name,lon,lat\n")
    assert signature(folder) != before


def test_the_signature_changes_with_the_content_though_size_time_and_inode_stay(folder):
    before, path = signature(folder), folder / "sources.csv"
    data, was = path.read_bytes(), path.stat()
    path.write_bytes(data.replace(b"The Paper", b"The Pepar"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    now = path.stat()
    assert (now.st_size, now.st_mtime_ns, now.st_ino) == (was.st_size, was.st_mtime_ns, was.st_ino)
    assert signature(folder) != before


def test_a_folder_that_is_swapped_and_back_while_it_is_read_is_read_again(folder, tmp_path, monkeypatch):
    other = write_folder(tmp_path / "other", reports=reports({"quote": "Another folder"}))
    for file in other.iterdir():
        os.utime(file, (1, 1))
    real, reads = module._read, iter([other / "control_reports.csv"])

    def swapped(path, name):
        return real(next(reads, path) if name == "control_reports.csv" else path, name)

    monkeypatch.setattr(module, "_read", swapped)
    assert read_folder(folder)["control_reports.csv"] == GOOD_REPORTS


def test_a_folder_that_is_replaced_again_and_again_is_read_from_one_of_them(tmp_path):
    there, stop = tmp_path / "there", threading.Event()
    kinds = [
        {"reports": reports(*[{"quote": word}] * 50), "sources": sources({"source_id": word})}
        for word in "ab"
    ]
    for kind, name in zip(kinds, ["there", "waiting"], strict=True):
        for file in write_folder(tmp_path / name, **kind).iterdir():
            os.utime(file, (1, 1))

    def swap():
        while not stop.is_set():
            there.rename(tmp_path / "old")
            (tmp_path / "waiting").rename(there)
            (tmp_path / "old").rename(tmp_path / "waiting")
            time.sleep(0.002)

    swapper = threading.Thread(target=swap)
    swapper.start()
    seen = []
    until = time.monotonic() + 20
    while len(seen) < 30 and time.monotonic() < until:
        try:
            seen.append(read_folder(there))
        except DataError:
            time.sleep(0.001)  # between two renames; asked again at once, the swapper would not get its turn
    stop.set()
    swapper.join()
    assert seen
    whole = [(kind["reports"], kind["sources"]) for kind in kinds]
    assert all((files["control_reports.csv"], files["sources.csv"]) in whole for files in seen)


def test_a_settled_folder_is_read_at_once(folder):
    start = time.perf_counter()
    read_folder(folder)
    assert time.perf_counter() - start < module.SETTLED_SECONDS


def test_a_half_written_file_is_not_shown(folder):
    whole = GOOD_REPORTS
    half = threading.Event()

    def write_slowly():
        with (folder / "control_reports.csv").open("wb") as file:
            for start in range(0, len(whole), len(whole) // 6 + 1):
                file.write(whole[start : start + len(whole) // 6 + 1])
                file.flush()
                half.set()
                time.sleep(module.SETTLED_SECONDS / 3)

    writer = threading.Thread(target=write_slowly)
    writer.start()
    half.wait()
    read = read_folder(folder)
    writer.join()
    assert read["control_reports.csv"] == whole


def test_nobody_waits_for_a_file_that_was_surely_saved_whole(folder):
    names = ("sources.csv", "coding/ana.csv")
    (folder / "coding").mkdir()
    (folder / "coding" / "ana.csv").write_bytes(b"1")
    os.utime(folder / "sources.csv", (1, 1))
    whole = signature(folder, names)
    assert unsettled_seconds(folder, names) > 0
    assert unsettled_seconds(folder, names, whole) == 0
    assert read_folder(folder, names, required=(), whole=whole)["coding/ana.csv"] == b"1"


def test_a_folder_that_never_rests_is_told(folder, monkeypatch):
    count = itertools.count()
    monkeypatch.setattr(module, "signature", lambda *_: (Stamp("x", 0, 0, 0, next(count)),))
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.1)
    with pytest.raises(DataError, match="keeps changing while it is being read"):
        read_folder(folder)


def test_a_file_that_is_a_folder_is_told(folder):
    (folder / "places.csv").mkdir()
    with pytest.raises(DataError, match=r"places\.csv: is not a file"):
        load_conflict(folder)


def test_a_file_that_is_too_large_is_told_before_it_is_read(folder, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE_BYTES", 10)
    with pytest.raises(DataError, match="is larger than"):
        read_folder(folder)


def test_a_pipe_does_not_hang_the_reader(folder):
    (folder / "places.csv").unlink(missing_ok=True)
    os.mkfifo(folder / "places.csv")
    with pytest.raises(DataError, match=r"places\.csv: is not a file"):
        read_folder(folder)
