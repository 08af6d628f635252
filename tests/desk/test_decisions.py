"""What a person decides is written as it was decided, and can be taken back, today or after a restart."""

import csv
import json

import pytest

from geo.desk import (
    ACCEPTED,
    REFUSED,
    accept,
    accept_all,
    completed,
    folder_state,
    learn,
    proposed,
    refuse,
    undo,
)
from geo.desk.folder import _LAST
from geo.reading import DataError
from geo.reading.vocabulary import NameKind


def ids(folder, name="control_reports.csv"):
    with (folder / name).open(newline="") as file:
        return [row["report_id"] for row in csv.DictReader(file)]


def decision(folder, draft, coder="ana"):
    found = proposed(folder_state(folder), draft.row["source_id"], coder)
    return next(one.decision for one in found if one.id == draft.id)


def test_a_single_coders_row_is_settled_by_accepting(folder, drafts, pressed):
    (line,) = accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    assert ids(folder) == ids(folder, "coding/ana.csv") == [line.report_id] == ["gazette1-01-marches"]
    assert decision(folder, drafts[0]) == ACCEPTED


def test_nobody_waits_for_what_was_just_saved_but_for_what_another_hand_writes(
    folder, drafts, pressed, monkeypatch
):
    waited = []
    monkeypatch.setattr("geo.reading.folder.SETTLED_SECONDS", 0.25)
    monkeypatch.setattr("geo.reading.folder.time.sleep", waited.append)
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    assert len(folder_state(folder).own("ana")) == 1
    waited.clear()
    accept(folder, "ana", pressed(), drafts[1], drafts[1].row)
    assert (len(folder_state(folder).own("ana")), waited) == (2, [])
    names = folder / "names.csv"
    names.write_text("spelling,area_id\n", encoding="utf-8")
    folder_state(folder)
    assert waited


def test_with_a_second_coder_a_row_is_in_the_coders_file_alone(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    accept(folder, "ben", pressed(), drafts[1], drafts[1].row)
    accept(folder, "ana", pressed(), drafts[2], drafts[2].row)
    assert ids(folder) == []
    assert (len(ids(folder, "coding/ana.csv")), len(ids(folder, "coding/ben.csv"))) == (2, 1)


def test_a_second_coder_sees_nothing_of_the_first_ones_decisions(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    refuse(folder, "ana", pressed(), drafts[1])
    source = drafts[0].row["source_id"]
    assert {one.decision for one in proposed(folder_state(folder), source, "ben")} == {""}


def test_an_accepted_draft_is_not_accepted_twice(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    assert accept(folder, "ana", pressed("Enter"), drafts[0], drafts[0].row) == ()
    assert len(ids(folder)) == 1


def test_the_log_tells_who_decided_what_when_and_what_was_changed(folder, drafts, pressed):
    press = pressed()
    accept(folder, "ana", press, drafts[0], {**drafts[0].row, "note": "odd", "hedge": ""})
    refuse(folder, "ana", pressed("x"), drafts[1])
    accepted, refused = folder_state(folder).log
    assert (accepted.coder, accepted.action, accepted.candidate) == ("ana", "accept", drafts[0].id)
    assert accepted.time == press.at.isoformat(timespec="microseconds")
    assert accepted.changed == "note"
    assert json.loads(accepted.row)["note"] == "odd"
    assert accepted.version
    assert (refused.action, refused.candidate, refused.report_id) == ("refuse", drafts[1].id, "")
    assert json.loads(refused.row)["quote"] == drafts[1].row["quote"]
    assert decision(folder, drafts[1]) == REFUSED


def test_undo_takes_back_one_press_after_another_across_a_restart(folder, drafts, pressed):
    before = (folder / "control_reports.csv").read_bytes()
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    refuse(folder, "ana", pressed(), drafts[1])
    _LAST.clear()
    assert [line.candidate for line in undo(folder, "ana", pressed("u"))] == [drafts[1].id]
    assert (decision(folder, drafts[0]), decision(folder, drafts[1])) == (ACCEPTED, "")
    undo(folder, "ana", pressed("u"))
    assert decision(folder, drafts[0]) == ""
    assert ids(folder) == ids(folder, "coding/ana.csv") == []
    assert (folder / "control_reports.csv").read_bytes().splitlines()[1:] == before.splitlines()[1:]
    assert [line.action for line in folder_state(folder).log] == ["accept", "refuse", "undo", "undo"]
    assert undo(folder, "ana", pressed("u")) == ()


def test_a_row_that_a_story_cites_can_be_taken_back(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    (line,) = accept(folder, "ana", pressed(), drafts[1], drafts[1].row)
    (folder / "story.md").write_text(f"## Step\n/?date=2031-05-09\n\nSo they say [{line.report_id}].\n")
    assert [len(steps) for steps in folder_state(folder).conflict.stories.values()] == [1]
    undo(folder, "ana", pressed("u"))
    assert line.report_id in {problem.value for problem in folder_state(folder).conflict.rejected}


def test_undo_leaves_what_another_coder_did(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    assert undo(folder, "ben", pressed("u")) == ()


def test_one_question_is_accepted_and_taken_back_as_one(folder, drafts, pressed):
    pairs = [(draft, draft.row) for draft in drafts[2:6]]
    lines = accept_all(folder, "ana", pressed(), pairs)
    assert len(ids(folder)) == len(lines) == 4
    assert len(undo(folder, "ana", pressed("u"))) == 4
    assert ids(folder) == []


def test_one_question_is_accepted_whole_or_not(folder, drafts, pressed):
    pairs = [(drafts[2], drafts[2].row), (drafts[3], {**drafts[3].row, "area_id": "atlantis"})]
    with pytest.raises(DataError, match="atlantis"):
        accept_all(folder, "ana", pressed(), pairs)
    assert ids(folder) == []


def test_a_decision_further_back_can_be_taken_back_alone(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    accept(folder, "ana", pressed(), drafts[1], drafts[1].row)
    undo(folder, "ana", pressed("click"), drafts[0].id)
    assert ids(folder) == [drafts[1].row["report_id"]]


def test_a_row_changed_by_hand_is_not_taken_back(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    path = folder / "control_reports.csv"
    path.write_text(path.read_text().replace(drafts[0].row["quote"], "other words"))
    with pytest.raises(DataError, match="was changed by hand since it was accepted"):
        undo(folder, "ana", pressed("u"))


def test_a_row_from_a_selection_is_made_whole_and_found_again(folder, pressed):
    state = folder_state(folder)
    text = state.text("gazette1")
    start = text.index("Pulzar is with the River League")
    span = (start, start + len("Pulzar is with the River League"))
    fields = {"area_id": "pulzar", "scope": "named", "claim": "present", "party": "league"}
    fields |= {"claimant": "The Invented Gazette", "claimant_side": "outlet", "date_to": "2031-05-02"}
    row = completed(state, "ana", "gazette1", fields, span)
    accept(folder, "ana", pressed(), None, row)
    own = [one for one in proposed(folder_state(folder), "gazette1", "ana") if one.decision == ACCEPTED]
    assert [(one.start, one.end) for one in own] == [span]
    assert own[0].row["quote"] in own[0].row["sentence"]
    assert own[0].row["voice_id"] == "the-invented-gazette"
    undo(folder, "ana", pressed("click"), own[0].id)
    assert ids(folder) == []


def test_a_learned_name_is_read_from_then_on_and_forgotten_on_undo(folder, drafts, pressed):
    learn(folder, "ana", pressed(), "Old Port", NameKind.AREA, "sarin")
    learn(folder, "ana", pressed(), "Tala Ardan", NameKind.PERSON, "guard")
    assert (folder / "names.csv").read_text().splitlines()[1:] == [
        "Old Port,sarin,,",
        "Tala Ardan,,person,guard",
    ]
    undo(folder, "ana", pressed("u"))
    assert (folder / "names.csv").read_text().splitlines()[1:] == ["Old Port,sarin,,"]


@pytest.mark.parametrize(
    ("spelling", "kind", "refers_to", "says"),
    [
        ("Old Port", NameKind.AREA, "sarn", "is not an area or group"),
        ("Tala Ardan", NameKind.PERSON, "gard", "is not what a name of its kind refers to"),
        ("Zarnab", NameKind.AREA, "sarin", "it stands for"),
    ],
)
def test_a_name_that_breaks_a_rule_is_not_learned(  # noqa: PLR0913, PLR0917
    folder, pressed, spelling, kind, refers_to, says
):
    with pytest.raises(DataError, match=says):
        learn(folder, "ana", pressed(), spelling, kind, refers_to)
    assert not (folder / "names.csv").exists()


def test_a_row_on_which_a_key_event_rests_can_be_taken_back_and_the_event_waits_for_it(
    folder, drafts, pressed
):
    (first,) = accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    (second,) = accept(folder, "ana", pressed(), drafts[1], drafts[1].row)
    day = folder_state(folder).conflict.last_reported_day
    event = f'\n[[events]]\nday = {day}\ntext = "Something."\nreports = ["{second.report_id}"]\n'
    with (folder / "conflict.toml").open("a", encoding="utf-8") as file:
        file.write(event)
    assert len(folder_state(folder).conflict.events) == 1
    undo(folder, "ana", pressed("u"))
    assert ids(folder) == [first.report_id]
    assert folder_state(folder).conflict.events == ()
