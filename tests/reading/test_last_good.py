"""The last good state of a folder: kept when files break, and given to all but one who read what changed."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from folders import reports, write_folder

from geo.reading import folder as module
from geo.reading.errors import DataError
from geo.reading.last_good import LastGood

REPORTS = "control_reports.csv"
AT_ONCE_S = 0.2
"""Far below the quarter of a second for which a file must rest."""


@pytest.fixture
def folder(tmp_path):
    """Return a good folder that was last written long ago."""
    path = write_folder(tmp_path / "live")
    for file in path.iterdir():
        os.utime(file, (1, 1))
    return path


class Reader:
    """Makes the reports' bytes of a folder, and counts how often; refuses those that say so."""

    def __init__(self, folder):
        self.times = 0
        self.good = LastGood(folder, self.make)

    def make(self, files):
        self.times += 1
        if b"broken" in files[REPORTS]:
            raise DataError.at(REPORTS, "is broken")
        return files[REPORTS]


def old(path, data):
    """Write a file as if long ago."""
    path.write_bytes(data)
    os.utime(path, (2, 2))


def test_a_folder_that_breaks_keeps_what_was_good_and_says_what_is_wrong_until_it_is_mended(folder):
    reader, good = Reader(folder), (folder / REPORTS).read_bytes()
    assert reader.good.now() == (good, None)
    old(folder / REPORTS, b"broken")
    kept, error = reader.good.now()
    assert (kept, str(error)) == (good, f"{REPORTS}: is broken")
    old(folder / REPORTS, good + b"\n")
    assert reader.good.now() == (good + b"\n", None)


def test_each_content_is_made_once_be_it_good_or_broken_and_however_often_it_is_asked_for_or_touched(folder):
    reader = Reader(folder)
    for data in (b"good", b"broken"):
        old(folder / REPORTS, data)
        reader.times = 0
        answers = []
        for when in range(3, 9):
            answers.append(reader.good.now())
            os.utime(folder / REPORTS, (when, when))
        assert reader.times == 1
        assert [str(error) for _, error in answers] == [str(answers[0][1])] * 6


def test_a_file_that_is_missing_for_a_while_leaves_no_error_behind(folder):
    reader = Reader(folder)
    before = reader.good.now()
    (folder / REPORTS).rename(folder / "away")
    assert "is not in the folder" in str(reader.good.now()[1])
    (folder / "away").rename(folder / REPORTS)
    assert reader.good.now() == before
    assert reader.times == 1


def test_a_folder_that_was_never_good_says_what_is_wrong(folder):
    old(folder / REPORTS, b"broken")
    made, error = Reader(folder).good.now()
    assert (made, str(error)) == (None, f"{REPORTS}: is broken")


def test_all_who_come_first_wait_for_one_reading(folder):
    reader = Reader(folder)
    (folder / REPORTS).write_bytes(b"just written")
    with ThreadPoolExecutor(8) as viewers:
        seen = list(viewers.map(lambda _: reader.good.now(), range(8)))
    assert seen == [(b"just written", None)] * 8
    assert reader.times == 1


EDITOR = """
import sys, time
path, rows = sys.argv[1:]
number = 0
while True:
    number += 1
    open(path, "w").write(rows.replace("NUMBER", str(number)))
    time.sleep(1 / 50)
"""
"""Somebody who saves all the time, in a process of their own: no thread of ours keeps them from it."""


def test_while_a_folder_keeps_changing_one_thread_waits_and_everyone_else_is_answered_at_once(
    folder, monkeypatch
):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 1.5)
    reader = Reader(folder)
    before = reader.good.now()[0]
    path, rows = str(folder / REPORTS), reports({"note": "NUMBER"}).decode()
    seconds = float(os.environ.get("EDITED_SECONDS", module.PATIENCE_SECONDS + 1))
    editor = subprocess.Popen([sys.executable, "-c", EDITOR, path, rows])
    while (folder / REPORTS).read_bytes() == before:
        time.sleep(0.01)
    until = time.monotonic() + seconds

    def view(_):
        answers = []
        while time.monotonic() < until:
            start = time.perf_counter()
            made = reader.good.now()[0]
            answers.append((time.perf_counter() - start, made))
            time.sleep(0.02)
        return answers

    with ThreadPoolExecutor(6) as viewers:
        seen = [answer for answers in viewers.map(view, range(6)) for answer in answers]
    editor.kill()
    editor.wait()
    waited = [took for took, _ in seen if took > AT_ONCE_S]
    assert {made for _, made in seen} == {before}
    assert 1 <= len(waited) <= seconds / module.PATIENCE_SECONDS + 1
    assert len(seen) > 50 * len(waited)
    (folder / REPORTS).write_bytes(reports({"note": "the last"}))
    assert reader.good.now() == ((folder / REPORTS).read_bytes(), None)
