"""Two coders of one article: what each sees, when both are compared, and how their rows are settled."""

import json

import pytest
from coding_folder import (
    ARTICLE,
    coded_folder,
    drafts,
    empty_folder,
    press,
    refuse_rest,
    select,
    settled_ids,
    take,
)

from geo.desk import finish, folder_state, preview, undo
from geo.desk.coded_statements import cases
from geo.desk.coders import coders_of, drafts_shown, finished, helped, may_compare, seen_by
from geo.desk.settled import Choice, may_settle, settle
from geo.desk.undone import settled_by, unsettle
from geo.reading import DataError
from geo.words import load_words


@pytest.fixture
def folder(tmp_path):
    return empty_folder(tmp_path)


def code_both(folder):
    take(folder, "ann", range(3))
    refuse_rest(folder, "ann")
    take(folder, "bob", [0])
    take(folder, "bob", [1], claim="captured")
    refuse_rest(folder, "bob")


@pytest.fixture
def both(tmp_path):
    """Return a folder where ann and bob have finished: one row alike, one other in its claim, one ann's."""
    return coded_folder(tmp_path, "coded-by-both", code_both)


def open_cases(folder):
    return cases(folder_state(folder), ARTICLE, ("ann", "bob"))


def test_a_single_coders_rows_are_settled_and_a_second_one_unsettles_them(folder):
    take(folder, "ann", range(3))
    assert len(settled_ids(folder)) == 3
    take(folder, "bob", [0])
    assert settled_ids(folder) == []
    assert [len(rows) for rows in folder_state(folder).coded.values()] == [3, 1]


def test_refusing_begins_an_article_too(folder):
    take(folder, "ann", [0])
    refuse_rest(folder, "bob")
    assert settled_ids(folder) == []


def test_rows_of_an_article_that_the_second_coder_has_not_begun_stay_settled(folder):
    take(folder, "ann", [0])
    take(folder, "bob", [])
    finish(folder, "bob", press(), "courier")
    assert len(settled_ids(folder)) == 1


def test_rows_that_were_there_before_the_desk_stay(folder):
    take(folder, "ann", [0, 1])
    (folder / "coding" / "ann.csv").unlink()
    take(folder, "bob", [2])
    assert len(settled_ids(folder)) == 2


def test_nothing_of_the_first_coder_reaches_the_second(folder):
    take(folder, "ann", range(3), claimant="a very own name", note="a very own note")
    refuse_rest(folder, "ann")
    listed = drafts(folder, "bob")
    assert {draft.decision for draft in listed} == {""}
    seen = seen_by(folder_state(folder), "bob")
    assert (seen.settled, seen.coded["ann"], len(seen.conflict.reports)) == ((), (), 0)
    told = preview(seen, "bob", listed[0].row, load_words("en"))
    everything = repr((seen.files, seen.log, seen.conflict.reports.to_dict(), listed, told))
    assert "very own" not in everything
    assert not seen.alone("bob")


def test_a_coder_sees_the_own_rows_and_a_folder_of_one_coder_is_unchanged(folder):
    take(folder, "ann", [0])
    now = folder_state(folder)
    assert seen_by(now, "ann") is now
    take(folder, "bob", [1])
    assert [draft.decision for draft in drafts(folder, "ann")][:2] == ["accepted", ""]


def test_both_coders_ids_are_those_that_a_single_coder_would_get(folder):
    take(folder, "ann", range(2))
    take(folder, "bob", range(2))
    ann, bob = folder_state(folder).coded.values()
    assert [row["report_id"] for row in ann] == [row["report_id"] for row in bob]


def test_codings_are_compared_once_both_are_finished_or_by_a_third(folder):
    take(folder, "ann", [0])
    refuse_rest(folder, "ann")
    assert not may_compare(folder_state(folder), "bob", ARTICLE)
    take(folder, "bob", [0])
    now = folder_state(folder)
    assert [may_compare(now, one, ARTICLE) for one in ("ann", "bob", "cyd")] == [False, False, True]
    refuse_rest(folder, "bob")
    now = folder_state(folder)
    assert [may_compare(now, one, ARTICLE) for one in ("ann", "bob", "cyd")] == [True, True, True]


def test_what_both_coded_alike_is_settled_at_once_and_the_rest_by_a_third(both):
    alike, other, alone = open_cases(both)
    assert (alike.agreed, other.differs, alone.coders) == (True, ("claim",), ("ann",))
    settle(both, "ann", press(), [Choice(alike, alike.rows[0])])
    assert settled_ids(both) == [alike.rows[0]["report_id"]]
    for case in (other, alone):
        with pytest.raises(DataError, match="a third person settles it"):
            settle(both, "bob", press(), [Choice(case, case.rows[0])])
    settle(both, "cyd", press(), [Choice(other, other.rows[1], "the later words")])
    settle(both, "cyd", press(), [Choice(alone, None, "a plan, no fact")])
    assert open_cases(both) == []
    (first, second) = folder_state(both).settled
    assert (first["note"], second["claim"], second["note"]) == ("", "captured", "the later words")
    assert [len(rows) for rows in folder_state(both).coded.values()] == [3, 2]


def test_the_log_tells_of_each_settled_case(both):
    _, other, alone = open_cases(both)
    settle(both, "cyd", press(), [Choice(other, {**other.rows[0], "claim": "left"}, "neither")])
    settle(both, "cyd", press(), [Choice(alone, None, "no fact")])
    edited, refused = folder_state(both).log[-2:]
    assert (edited.action, edited.candidate, edited.changed) == ("settle", other.key, "claim")
    assert (refused.report_id, json.loads(refused.row)) == ("", {"note": "no fact"})


def test_settling_can_be_taken_back(both):
    alike = open_cases(both)[0]
    settle(both, "cyd", press(), [Choice(alike, alike.rows[0])])
    undo(both, "cyd", press())
    assert (settled_ids(both), len(open_cases(both))) == ([], 3)


def test_a_person_takes_back_what_they_settled_last_in_an_article_and_nothing_else(both):
    alike, other, alone = open_cases(both)
    settle(both, "cyd", press(), [Choice(alike, alike.rows[0]), Choice(alone, None)])
    settle(both, "eve", press(), [Choice(other, other.rows[1])])
    assert unsettle(both, "cyd", press(), "elsewhere") == ()
    assert len(unsettle(both, "cyd", press(), ARTICLE)) == 2
    assert settled_by(folder_state(both), "cyd", ARTICLE) == []
    assert settled_ids(both) == [folder_state(both).log[-3].report_id]
    assert [case.key for case in open_cases(both)] == [alike.key, alone.key]
    assert unsettle(both, "cyd", press(), ARTICLE) == ()
    assert [len(rows) for rows in folder_state(both).coded.values()] == [3, 2]


def test_a_case_that_has_changed_is_not_settled(both):
    other = open_cases(both)[1]
    undo(both, "bob", press(), next(d.id for d in drafts(both, "bob") if d.row["claim"] == "captured"))
    with pytest.raises(DataError, match="no longer as it was shown"):
        settle(both, "cyd", press(), [Choice(other, other.rows[0])])


def test_a_settled_row_gets_an_id_that_is_free(both):
    _, other, alone = open_cases(both)
    settle(both, "cyd", press(), [Choice(alone, {**alone.rows[0], "report_id": other.rows[0]["report_id"]})])
    settle(both, "cyd", press(), [Choice(other, other.rows[0])])
    assert len(set(settled_ids(both))) == 2


def test_the_rows_of_an_articles_only_coder_are_settled_by_that_coder(both):
    take(both, "ann", [])
    now = folder_state(both)
    (draft, *_) = [one for one in drafts_shown(now, "courier", "ann", unassisted=False) if one.tier == "row"]
    from geo.desk import accept  # noqa: PLC0415

    accept(both, "ann", press(), draft, draft.row)
    refuse_rest(both, "ann", "courier")
    now = folder_state(both)
    assert coders_of(now, "courier") == ("ann",)
    (case,) = cases(now, "courier", ("ann",))
    assert [may_settle(now, one, case) for one in ("ann", "bob")] == [True, False]
    settle(both, "ann", press(), [Choice(case, case.rows[0])])
    assert settled_ids(both) == [draft.row["report_id"]]
    assert cases(folder_state(both), "courier", ("ann",)) == []


def test_without_help_only_the_own_rows_are_shown_and_the_log_says_so(folder):
    take(folder, "ann", [0])
    refuse_rest(folder, "ann")
    shown = drafts_shown(folder_state(folder), ARTICLE, "bob", unassisted=True)
    assert shown == []
    words = drafts(folder, "ann")[0].row["quote"]
    cells = {"area_id": "marches", "claim": "holds", "party": "guard", "scope": "all_of"}
    cells |= {"claimant": "its commander", "claimant_side": "guard", "date_to": "2031-05-01"}
    select(folder, "bob", words, **cells)
    (own,) = drafts_shown(folder_state(folder), ARTICLE, "bob", unassisted=True)
    assert (own.row["quote"], own.decision, own.reasons) == (words, "accepted", {})
    now = folder_state(folder)
    assert (helped(now, "ann", ARTICLE), helped(now, "bob", ARTICLE)) == (("assisted",), ("unassisted",))
    assert not finished(now, "bob", ARTICLE)
    finish(folder, "bob", press("unassisted"), ARTICLE)
    assert finished(folder_state(folder), "bob", ARTICLE)
    undo(folder, "bob", press("unassisted"))
    assert not finished(folder_state(folder), "bob", ARTICLE)
