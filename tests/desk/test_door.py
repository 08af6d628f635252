"""The one door that writes: a press it needs, and whole rows whatever happens."""

import ast
import csv
import multiprocessing
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from faults import contents, killed_at_every_moment, left_over, mounted
from how_many import QUICK

import geo.desk
from geo.desk import accept, folder_state, listed, problems, proposed, refuse, standing, undo, write
from geo.desk.door import Plan, locked
from geo.reading import DataError
from geo.reading.reports import read_reports

GEO = Path(geo.__file__).parent
WRITERS = {"save_file", "save_files", "save_folder", "write_text", "write_bytes", "mkdir", "unlink"}


def rows(path):
    """Return the rows of a table, each with the cells that it fills."""
    with path.open(newline="") as file:
        return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]


def kept(folder):
    """Return the files but the lock, which stays."""
    return {name: data for name, data in contents(folder).items() if name != ".coding.lock"}


def calls(path):
    """Yield the names of what a module calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", ""))


def opens_for_writing(path):
    """Return whether a module opens a file in a mode other than reading."""
    return any(
        isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "open"
        and any(isinstance(one, ast.Constant) and set(str(one.value)) & set("wax+") for one in node.args)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def fill(path):
    """Write a file until the disk is full."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def test_only_the_door_writes():
    modules = [*(GEO / "desk").rglob("*.py"), *(GEO / "page").rglob("*.py")]
    writing = {path.name for path in modules if WRITERS & set(calls(path)) or opens_for_writing(path)}
    assert writing == {"door.py"}


def test_whatever_writes_goes_through_write_and_so_needs_a_press():
    saving = [
        node.name
        for node in ast.walk(ast.parse((GEO / "desk" / "door.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any(
            getattr(one.func, "id", "") in {"_save", "_finish"}
            for one in ast.walk(node)
            if isinstance(one, ast.Call)
        )
    ]
    assert saving == ["write"]


@pytest.mark.parametrize("nothing", [None, True, "Enter"])
def test_without_a_press_nothing_is_written(folder, drafts, nothing):
    before = contents(folder)
    with pytest.raises(TypeError, match="nothing is written without a person's press"):
        accept(folder, "ana", nothing, drafts[0], drafts[0].row)
    assert contents(folder) == before


def test_a_press_writes_once(folder, drafts, pressed):
    once = pressed()
    accept(folder, "ana", once, drafts[0], drafts[0].row)
    with pytest.raises(ValueError, match="this press has been used"):
        accept(folder, "ana", once, drafts[1], drafts[1].row)
    assert len(rows(folder / "control_reports.csv")) == 1


def test_looking_writes_nothing(folder):
    before = contents(folder)
    state = folder_state(folder)
    for one in listed(state, "ana"):
        for draft in proposed(state, one.source_id, "ana"):
            problems(state, draft.row)
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["", "a b", "../ana", "ana.csv", "-ana", "Sources", "control_reports"])
def test_a_coder_has_a_plain_name_that_is_no_files(folder, drafts, pressed, name):
    with pytest.raises(ValueError, match="is no name of a coder"):
        accept(folder, name, pressed(), drafts[0], drafts[0].row)


def test_two_coders_differ_in_more_than_case(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    with pytest.raises(ValueError, match="'Ana' differs from 'ana' only in case"):
        accept(folder, "Ana", pressed(), drafts[1], drafts[1].row)


def test_a_row_that_breaks_a_rule_is_told_and_not_written(folder, drafts, pressed):
    before = contents(folder)
    row = {**drafts[0].row, "claim": "owns", "quote": "not in the article"}
    with pytest.raises(DataError, match="'owns' is not a claim") as told:
        accept(folder, "ana", pressed(), drafts[0], row)
    assert {one.column for one in told.value.problems} == {"claim", "quote", "sentence"}
    assert kept(folder) == before


def test_four_writers_at_once_lose_no_row_and_double_none(folder, drafts, pressed, monkeypatch):
    monkeypatch.setattr("geo.desk.door.PATIENCE_SECONDS", 120)
    some = drafts[: 8 if QUICK else 16]
    by_hand = [
        (None, {**draft.row, "report_id": "", "statement_id": "", "claim": "present"})
        for draft in some[: len(some) // 2]
    ]
    work = [*((draft, draft.row) for draft in some), *by_hand]

    def writer(place):
        for draft, row in work[place::4]:
            accept(folder, "ana", pressed(), draft, row)

    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=writer, args=(place,)) for place in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(300)
    assert [one.exitcode for one in writers] == [0] * 4
    settled = rows(folder / "control_reports.csv")
    assert settled == rows(folder / "coding" / "ana.csv")
    assert Counter((row["quote"], row["area_id"], row["claim"]) for row in settled) == Counter(
        (row["quote"], row["area_id"], row["claim"]) for _, row in work
    )
    assert len({row["report_id"] for row in settled}) == len(work)
    log = rows(folder / "coding_log.csv")
    assert sorted(one["report_id"] for one in log) == sorted(row["report_id"] for row in settled)
    assert folder_state(folder).conflict.rejected == ()
    assert left_over(folder) == []


def test_a_kill_at_any_moment_leaves_whole_rows_and_the_next_press_makes_it_all_or_nothing(
    folder, drafts, pressed, tmp_path
):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    places = iter(range(100))
    chosen = [next(places)]

    def copied(place):
        return shutil.copytree(folder, tmp_path / str(place), ignore=shutil.ignore_patterns(".*"))

    copied(chosen[0])
    outcomes = set()
    for _ in killed_at_every_moment(
        lambda: accept(tmp_path / str(chosen[0]), "ana", pressed(), drafts[1], drafts[1].row)
    ):
        killed = tmp_path / str(chosen[0])
        for name in ("control_reports.csv", "coding/ana.csv", "coding_log.csv"):
            found = [row["report_id"] for row in rows(killed / name)]
            assert found in (
                [drafts[0].row["report_id"]],
                [drafts[0].row["report_id"], drafts[1].row["report_id"]],
            )
        refuse(killed, "ana", pressed(), drafts[2])
        state = folder_state(killed)
        counts = (len(state.settled), len(state.own("ana")), len(standing(state.log)))
        assert counts in {(1, 1, 2), (2, 2, 3)}
        outcomes.add(counts)
        assert not (killed / ".coding.note").exists()
        chosen[0] = next(places)
        copied(chosen[0])
    assert outcomes == {(1, 1, 2), (2, 2, 3)}
    assert len(rows(tmp_path / str(chosen[0]) / "control_reports.csv")) == 2


def test_what_a_killed_writer_had_begun_is_finished_without_undoing_a_hand_edit(
    folder, drafts, pressed, monkeypatch
):
    def dies(*_):
        raise SystemExit

    monkeypatch.setattr("geo.desk.door.save_files", dies)
    with pytest.raises(SystemExit):
        accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    monkeypatch.undo()
    path = folder / "control_reports.csv"
    mine = {**drafts[5].row, "report_id": "by-hand", "statement_id": "by-hand", "note": "mine"}
    with path.open("a", newline="") as file:
        names = path.read_text().splitlines()[0].split(",")
        csv.DictWriter(file, names, extrasaction="ignore").writerow(mine)
    refuse(folder, "ana", pressed(), drafts[1])
    assert [row["report_id"] for row in rows(path)] == ["by-hand", drafts[0].row["report_id"]]


def test_a_full_disk_leaves_all_as_it_was(folder, drafts, pressed, tmp_path):
    with mounted(tmp_path / "disk", size="512k") as disk:
        inside = Path(shutil.copytree(folder, disk / "marches"))
        accept(inside, "ana", pressed(), drafts[0], drafts[0].row)
        before = contents(inside)
        fill(disk / "filler")
        with pytest.raises(DataError, match="cannot be written: No space left on device"):
            accept(inside, "ana", pressed(), drafts[1], drafts[1].row)
        assert contents(inside) == before
        (disk / "filler").unlink()
        accept(inside, "ana", pressed(), drafts[1], drafts[1].row)
        assert len(rows(inside / "control_reports.csv")) == 2


def test_a_hand_edit_made_meanwhile_stays_letter_for_letter(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    path = folder / "control_reports.csv"
    edited = path.read_text().replace(drafts[0].row["claimant"], "“edited” by hand")
    path.write_text(edited.removesuffix("\n"))
    accept(folder, "ana", pressed(), drafts[1], drafts[1].row)
    assert path.read_text().startswith(edited)
    assert len(rows(path)) == 2


def test_a_folder_that_another_process_holds_is_told(folder, drafts, pressed, monkeypatch):
    monkeypatch.setattr("geo.desk.door.PATIENCE_SECONDS", 0.1)
    with locked(folder), pytest.raises(DataError, match="is being written by another process"):
        accept(folder, "ana", pressed(), drafts[0], drafts[0].row)


def test_a_plan_without_a_line_writes_nothing(folder, pressed):
    before = contents(folder)
    assert write(folder, "ana", pressed(), lambda _: Plan()) == ()
    assert undo(folder, "ana", pressed()) == ()
    assert kept(folder) == before


def test_what_a_press_writes_is_read_once_and_the_reports_not_at_all_if_only_the_log_tells_of_it(
    folder, drafts, pressed, monkeypatch
):
    folder_state(folder)
    read = []
    monkeypatch.setattr("geo.desk.folder.read_reports", lambda *given: read.append(1) or read_reports(*given))
    accept(folder, "ana", pressed(), drafts[0], {**drafts[0].row, "note": "of no other test"})
    assert (len(folder_state(folder).settled), len(read)) == (1, 1)
    refuse(folder, "ana", pressed(), drafts[1])
    assert (len(standing(folder_state(folder).log)), len(read)) == (2, 1)
