"""The visitor who sends files, and the uploads that the fuzzer sends: what holds without a server."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("psutil", reason="of the dev extra")
pytest.importorskip("websockets", reason="of the dev extra")

sys.path.insert(0, str(Path(__file__).parent / "fuzz"))
import fuzz_upload
from fuzz_upload import Run, Witness, judge, note, short
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from uploads import HOSTILE, MARK, WAYS, Upload, hostile, upload

from benchmarks.uploader import BROKEN, NOTHING, OPENED, REFUSED, Answer
from geo.reading import DataError
from geo.reading.upload import load_upload

LIGHT = range(len(WAYS))


def drawn(**texts):
    """Return the message that draws an element."""
    told = ForwardMsg()
    for kind, (name, value) in texts.items():
        setattr(getattr(told.delta.new_element, kind), name, value)
    return told


def finished(status):
    told = ForwardMsg()
    told.script_finished = status
    return told


NEW = ForwardMsg()
NEW.new_session.SetInParent()
DOOR = drawn(file_uploader=("id", "$$ID-x-upload_1"))
BACK = drawn(button=("id", "$$ID-x-upload_back"))
OTHER_TEXT = drawn(text=("body", "set aside"))
ALERT = drawn(alert=("body", "Your files cannot be shown:"))
TEXT = drawn(text=("body", "upload: is not a readable zip file: 3\nmore"))
EXCEPTION = drawn(exception=("type", "KeyError"))


@pytest.mark.parametrize(
    ("messages", "outcome"),
    [
        ([BACK], OPENED),
        ([ALERT, TEXT, DOOR], REFUSED + "upload: is not a readable zip file: 3"),
        ([OTHER_TEXT, DOOR], NOTHING),
        ([BACK, EXCEPTION], BROKEN + "KeyError "),
        ([BACK, NEW, DOOR], NOTHING),
    ],
    ids=["opened", "refused", "no answer", "exception", "only the last run counts"],
)
def test_an_answer_is_read_from_what_the_last_run_drew(messages, outcome):
    answer = Answer()
    ends = [answer.take(told) for told in messages]
    assert not any(ends)
    assert answer.outcome() == outcome


def test_a_run_that_ends_for_the_next_one_is_not_the_end():
    answer = Answer()
    assert not answer.take(finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert answer.take(finished(ForwardMsg.FINISHED_SUCCESSFULLY))


def test_the_same_seed_and_number_make_the_same_upload_and_others_another():
    assert [upload(7, number) for number in LIGHT] == [upload(7, number) for number in LIGHT]
    assert [upload(7, number) for number in LIGHT] != [upload(8, number) for number in LIGHT]
    assert {upload(7, number).kind for number in LIGHT} == set(WAYS)


def test_hostile_uploads_come_after_one_of_each_way(monkeypatch):
    monkeypatch.setattr("uploads.hostile", lambda kind, _: {kind: b""})
    kinds = [upload(7, number).kind for number in range(2 * (len(WAYS) + HOSTILE))]
    assert sum(kind.startswith("hostile: ") for kind in kinds) == 2 * HOSTILE
    assert hostile("bzip2", None)["packed.zip"].startswith(b"PK")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", LIGHT)
def test_only_good_uploads_must_open_and_they_do_with_the_mark_on_them(number, seed):
    made = upload(seed, number)
    try:
        opened = load_upload(next(iter(made.files.values())) if len(made.files) == 1 else made.files)
    except DataError:
        assert not made.good
    else:
        assert not made.good or MARK in opened.title


def test_an_outcome_is_counted_by_the_first_words_of_the_rule():
    told = "refused: x.csv, row 1,204, area_id: 'no: where isn't it' is not an area of the map, of 12 areas"
    assert short(told) == "refused: is not an area of the map,"
    assert short("not taken: HTTP 413") == "not taken: HTTP 413"


@pytest.mark.parametrize(
    ("kind", "outcome", "failures"),
    [
        ("good, a zip", OPENED, 0),
        ("good, a zip", fuzz_upload.LEFT, 0),
        ("good, a zip", REFUSED + "upload: x", 1),
        ("cut", REFUSED + "upload: x", 0),
        ("cut", "not taken: HTTP 413", 0),
        ("cut", NOTHING, 1),
        ("cut", BROKEN + "KeyError", 1),
        ("cut", f"{fuzz_upload.UNANSWERED}: x", 1),
    ],
)
def test_an_upload_fails_if_it_is_good_and_does_not_open_or_has_no_answer(kind, outcome, failures):
    run = Run(0, 0, 1)
    note(run, 3, Upload(kind, {}), outcome)
    assert len(run.failures) == failures


def test_a_viewer_notices_the_mark():
    viewer = Witness(None)
    viewer.finished(TEXT.SerializeToString())
    assert viewer.seen == 0
    viewer.finished(drawn(text=("body", f"of {MARK}.zip")).SerializeToString())
    assert viewer.seen == 1


class Gone:
    """A server that is, or is not, there."""

    def __init__(self, status):
        self.process = self
        self.is_running, self.status, self.memory_mb = (lambda: True), (lambda: status), (lambda: 1.0)


@pytest.mark.parametrize(
    ("status", "log", "seen", "failure"),
    [
        ("zombie", "", 0, "the server died"),
        ("running", "x\nTraceback (most", 0, "'Traceback' logged 1 times"),
        ("running", "Uncaught app execution", 0, "'Uncaught app' logged 1 times"),
        ("running", "", 2, "viewers were sent 2 messages"),
    ],
)
def test_a_run_fails_if_the_server_died_or_logged_an_exception_or_showed_an_upload(
    status, log, seen, failure
):
    run = Run(0, 0, 1, seen=seen)
    judge(run, Gone(status), log)
    assert [failure in told for told in run.failures] == [True]
    quiet = Run(0, 0, 1)
    judge(quiet, Gone("running"), "all is well")
    assert quiet.failures == []
