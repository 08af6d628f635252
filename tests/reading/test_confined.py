"""An upload is read in a process of its own; past a limit it is refused in one sentence, and others go on."""

import signal
import threading
import time

import pytest
from folders import files

from geo.reading import confined
from geo.reading.confined import load_confined
from geo.reading.conflict import conflict_of
from geo.reading.errors import DataError, Rule, rule

COSTLY = r"^upload: needs more than an upload may use \(5 seconds of processor time, 500 MB of memory\)"


COSTLY_FILES = {**files(), "places.csv": b"name,name_fa,lon,lat,kind,area_id\n" + b"a,b,900,1,k,\n" * 600_000}


@pytest.fixture(
    params=[pytest.param(True, marks=pytest.mark.skipif(not confined.CAN_FORK, reason="cannot fork")), False]
)
def ways(request, monkeypatch):
    """Read in a fork of the waiting process, and in a new process as where the system cannot fork."""
    monkeypatch.setattr(confined, "CAN_FORK", request.param)


@pytest.mark.usefixtures("ways")
def test_a_good_upload_is_what_it_is_when_it_is_read_here():
    here, there = conflict_of(files()), load_confined(files())[0]
    assert there.key == here.key
    assert there.reports.equals(here.reports)
    assert there.areas.equals(here.areas)
    assert there.areas.crs == here.areas.crs


def test_problems_come_back_with_their_rules_so_that_they_can_be_told_in_any_language():
    with pytest.raises(DataError, match=r"conflict\.toml: is not in the folder") as caught:
        load_confined({"sources.csv": files()["sources.csv"]})
    assert all(isinstance(problem.rule, Rule) for problem in caught.value.problems)


def test_names_that_are_no_text_are_as_good_as_others():
    assert len(load_confined({**files(), "\udcff": b"x", "": b"y"})[0].reports) == 1


@pytest.mark.parametrize(
    ("limit", "value"),
    [("CPU_SECONDS", 1), ("DATA_BYTES", 50_000_000), ("WALL_SECONDS", 0.05), ("LARGEST_ANSWER_BYTES", 100)],
)
@pytest.mark.usefixtures("ways")
def test_an_upload_past_a_limit_is_refused_in_one_sentence(monkeypatch, limit, value):
    told = rule("too_costly", seconds=value if limit == "CPU_SECONDS" else 5, size=500)
    monkeypatch.setattr(confined, limit, value)
    with pytest.raises(DataError) as caught:
        load_confined(COSTLY_FILES if limit in {"CPU_SECONDS", "WALL_SECONDS"} else files())
    assert [problem.rule for problem in caught.value.problems] == [told]


@pytest.mark.skipif(not confined.CAN_FORK, reason="cannot fork")
@pytest.mark.parametrize("gone", [signal.SIGKILL, signal.SIGTERM])
def test_the_waiting_process_serves_one_upload_after_the_other_and_is_started_again_when_it_is_gone(gone):
    load_confined(files())
    first = confined.WAITING._process
    assert len(load_confined(files())[0].reports) == 1
    assert confined.WAITING._process is first
    first.send_signal(gone)
    first.wait()
    assert len(load_confined(files())[0].reports) == 1
    assert confined.WAITING._process is not first


@pytest.mark.skipif(not confined.CAN_FORK, reason="cannot fork")
def test_what_one_upload_leaves_in_memory_is_not_there_for_the_next():
    with pytest.raises(DataError, match="is not in the folder"):
        load_confined({"conflict.toml": files()["conflict.toml"]})
    with pytest.raises(DataError, match=r"conflict\.toml: is not in the folder"):
        load_confined({"sources.csv": files()["sources.csv"]})
    assert len(load_confined(files())[0].reports) == 1


def test_one_upload_waits_for_the_other(monkeypatch):
    inside, most = [], []

    def answer_of(*_):
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.05)
        inside.pop()
        return b""

    def load():
        with pytest.raises(DataError, match=COSTLY):
            load_confined({})

    monkeypatch.setattr(confined, "answer_of", answer_of)
    threads = [threading.Thread(target=load) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


def test_who_waits_too_long_for_a_turn_is_told_to_try_again(monkeypatch):
    monkeypatch.setattr(confined, "PATIENCE_SECONDS", 0.01)
    with confined.turn(), pytest.raises(DataError, match="other uploads are being read; try again"):
        load_confined(files())


def test_a_turn_is_given_back_after_a_refusal(monkeypatch):
    monkeypatch.setattr(confined, "DATA_BYTES", 1_000_000)
    monkeypatch.setattr(confined, "PATIENCE_SECONDS", 1)
    for _ in range(2):
        with pytest.raises(DataError, match=COSTLY):
            load_confined(files())
