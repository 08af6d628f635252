"""geo.page.desk.acts: each message of the page is acted on once, and only a decision writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from geo.desk import folder_state
from geo.page.desk.acts import hear
from geo.page.desk.corrected import row_of
from geo.page.desk.items import after, chosen
from geo.page.desk.session import Desk
from geo.page.desk.told import told
from geo.words import load_words

ROOT = Path(__file__).parents[2]
WORDS = load_words()
TEXT = """The Taliban captured Shutul district on Sunday, local media reported.

The Taliban captured Anaba and Khenj districts on Sunday, local media reported.

“Panjshir is the only province outside Taliban control,” a resident of Rokha said.
"""
SOURCE = "wire,Wire,Battles,2021-09-05,2021-09-05,2021-09-05,dateline,en,,,,,wire.txt\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "conflict"
    shutil.copytree(ROOT / "data", folder)
    for name in ("control_reports.csv", "sources.csv"):
        header = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)[0]
        (folder / name).write_text(header + (SOURCE if name == "sources.csv" else ""), encoding="utf-8")
    (folder / "articles").mkdir()
    (folder / "articles" / "wire.txt").write_text(TEXT, encoding="utf-8")
    yield Desk(folder, "A", source_id="wire")
    st.session_state.clear()


def current(desk: Desk):
    items = desk.items(desk.state)
    return chosen(items, desk.current)


def say(desk: Desk, act: str, **more: object) -> None:
    message = {"n": desk.heard + 1, "key": "Enter", "act": act, "item": current(desk).id, **more}
    hear(desk, message, WORDS)


def accepted(desk: Desk) -> list[str]:
    return [row["area_id"] for row in folder_state(desk.folder).own("A")]


def test_a_message_is_acted_on_once(desk: Desk) -> None:
    message = {"n": 7, "key": "Enter", "act": "accept", "item": current(desk).id}
    hear(desk, message, WORDS)
    hear(desk, message | {"item": current(desk).id}, WORDS)
    assert accepted(desk) == ["shutul"]


@pytest.mark.parametrize("act", ["go", "set", "new", "apart", "nothing", ""])
def test_what_is_no_decision_writes_nothing(desk: Desk, act: str) -> None:
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
    say(desk, act, field="area_id", value="rokha", start=0, end=12)
    assert {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()} == before


def test_a_decision_without_a_key_writes_nothing_and_says_so(desk: Desk) -> None:
    say(desk, "accept", key="")
    assert accepted(desk) == []
    assert desk.failed


def test_what_was_proposed_chosen_again_is_no_change(desk: Desk) -> None:
    draft = current(desk).first
    say(desk, "set", field="area_id", value="rokha")
    assert row_of(desk, desk.state, draft)["area_id"] == "rokha"
    say(desk, "set", field="area_id", value="shutul")
    assert desk.changed[draft.id] == {}


def test_days_that_mean_nothing_are_a_problem_of_the_card(desk: Desk) -> None:
    say(desk, "set", field="days", value="Sunday")
    card = told(desk, desk.state, WORDS)["card"]
    assert not card["whole"]
    assert any(one.startswith("days: ") for one in card["problems"])
    say(desk, "accept")
    assert desk.failed
    assert accepted(desk) == []


def test_a_row_from_the_same_sentence_takes_over_all_but_the_place(desk: Desk) -> None:
    start = TEXT.index("Khenj")
    say(desk, "new", start=start, end=start + len("Khenj districts"))
    draft = current(desk).first
    shared = ("area_id", "claim", "party", "claimant_side", "date_from", "date_to", "scope")
    assert [draft.row[name] for name in shared] == [
        "khenj", "captured", "taliban", "third_party", "2021-09-05", "2021-09-05", "named",
    ]  # fmt: skip


def test_rows_by_complement_are_one_question_until_they_are_put_apart(desk: Desk) -> None:
    items = desk.items(desk.state)
    (question,) = [item for item in items if len(item.drafts) > 1]
    desk.current = question.id
    places = told(desk, desk.state, WORDS)["card"]["places"]
    assert len(places) == len(question.drafts)
    say(desk, "apart")
    assert all(len(item.drafts) == 1 for item in desk.items(desk.state))


def test_a_question_is_accepted_and_taken_back_as_one(desk: Desk) -> None:
    (question,) = [item for item in desk.items(desk.state) if len(item.drafts) > 1]
    desk.current = question.id
    say(desk, "accept")
    assert len(accepted(desk)) == len(question.drafts)
    say(desk, "undo")
    assert accepted(desk) == []


def test_the_last_decided_goes_on_to_the_first_that_is_open(desk: Desk) -> None:
    items = desk.items(desk.state)
    assert after(items, items[0].id) == items[1].id
    assert after(items, items[-1].id) == items[0].id
    assert after([], "x") == ""


def test_an_article_without_statements_takes_a_row_from_a_selection(desk: Desk) -> None:
    (desk.folder / "articles" / "wire.txt").write_text("Shops in Rukha were open.\n", encoding="utf-8")
    assert current(desk) is None
    hear(desk, {"n": 1, "key": "n", "act": "new", "start": 0, "end": 14}, WORDS)
    row = current(desk).first.row
    assert (row["area_id"], row["place_as_written"], row["claimant_side"]) == ("rokha", "Rukha", "outlet")
    assert told(desk, desk.state, WORDS)["card"]["open"] == "claim"


@pytest.mark.parametrize("act", ["accept", "refuse", "undo", "go", "new", "quote"])
def test_a_key_with_nothing_to_decide_writes_nothing(desk: Desk, act: str) -> None:
    (desk.folder / "articles" / "wire.txt").write_text("Nothing.\n", encoding="utf-8")
    hear(desk, {"n": 1, "key": "n", "act": act}, WORDS)
    assert accepted(desk) == []
    assert not (desk.folder / "coding_log.csv").exists()
