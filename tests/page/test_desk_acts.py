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


def card(desk: Desk) -> dict:
    return told(desk, desk.state, WORDS)["card"]


def test_an_id_that_a_settled_row_has_is_no_problem_of_the_card(desk: Desk) -> None:
    row = row_of(desk, desk.state, current(desk).first)
    say(desk, "accept")
    settled = folder_state(desk.folder).settled
    second = Desk(desk.folder, "B", source_id="wire")
    assert [one["report_id"] for one in settled] == [row["report_id"]]
    log = desk.folder / "coding_log.csv"
    log.write_text(log.read_text(encoding="utf-8").replace(",accept,", ",settle,"), encoding="utf-8")
    assert current(second).first.row["report_id"] == row["report_id"]
    assert card(second)["problems"] == []
    say(second, "accept")
    assert accepted_by(second) == ["shutul"]


def accepted_by(desk: Desk) -> list[str]:
    return [row["area_id"] for row in folder_state(desk.folder).coded[desk.coder]]


def test_other_words_bring_their_own_place_and_whole_words(desk: Desk) -> None:
    start = TEXT.index("aptured Anaba")
    say(desk, "quote", start=start, end=start + len("aptured Ana"))
    row = row_of(desk, desk.state, current(desk).first)
    assert (row["quote"], row["place_as_written"], row["area_id"]) == ("captured Anaba", "Anaba", "anaba")
    assert card(desk)["problems"] == []


def test_a_place_that_the_person_chose_stays_under_other_words(desk: Desk) -> None:
    say(desk, "set", field="area_id", value="rokha")
    start = TEXT.index("captured Anaba")
    say(desk, "quote", start=start, end=start + len("captured Anaba"))
    row = row_of(desk, desk.state, current(desk).first)
    assert (row["place_as_written"], row["area_id"]) == ("Anaba", "rokha")


def test_learning_a_name_keeps_the_statement_and_its_correction(desk: Desk) -> None:
    (desk.folder / "articles" / "wire.txt").write_text(
        "The Taliban captured Shutul district on Sunday, local media reported.\n\n"
        "The Taliban captured Rhokhah district on Sunday, local media reported.\n",
        encoding="utf-8",
    )
    text = desk.state.text("wire")
    start = text.index("captured Rhokhah")
    say(desk, "new", start=start, end=start + len("captured Rhokhah district"))
    say(desk, "set", field="area_id", value="rokha")
    say(desk, "set", field="claim", value="captured")
    assert card(desk)["lesson"].startswith("“Rhokhah” = Rokha")
    say(desk, "learn")
    assert card(desk)["text"] == "captured Rhokhah district"
    assert card(desk)["lesson"] == ""
    assert row_of(desk, desk.state, current(desk).first)["area_id"] == "rokha"


def test_undo_says_what_it_took_back_and_in_which_article(desk: Desk) -> None:
    say(desk, "accept")
    assert desk.said.startswith("Accepted: Shutul")
    say(desk, "undo")
    assert desk.said.startswith("Taken back: accepting Shutul")
    assert "stays on the map" not in desk.said
    say(desk, "refuse")
    desk.source_id = "second"
    (desk.folder / "articles" / "second.txt").write_text("Nothing.\n", encoding="utf-8")
    with (desk.folder / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE.replace("wire,Wire", "second,Second").replace("wire.txt", "second.txt"))
    hear(desk, {"n": desk.heard + 1, "key": "u", "act": "undo"}, WORDS)
    assert (
        desk.said == "Taken back: refusing Shutul (Panjshir) · captured · Taliban, in another article (Wire)."
    )


def test_a_row_made_of_a_sentence_to_look_at_decides_it(desk: Desk) -> None:
    (desk.folder / "articles" / "wire.txt").write_text(LOOKED_AT, encoding="utf-8")
    before = [item for item in desk.items(desk.state) if item.first.tier == "look"]
    assert before, "the text must have a sentence to look at"
    first = before[0].first
    say(desk, "new", start=first.start, end=first.start + len("Nobody knew who held Rokha"))
    for field, value in (("area_id", "rokha"), ("claim", "holds"), ("party", "taliban")):
        say(desk, "set", field=field, value=value)
    say(desk, "accept")
    assert accepted(desk) == ["rokha"]
    assert first.id not in [item.id for item in desk.items(desk.state)]
    say(desk, "undo")
    assert first.id in [item.id for item in desk.items(desk.state)]


LOOKED_AT = "Nobody knew who held Rokha on Sunday, a resident said.\n"


def test_a_refused_statement_tells_no_change_and_an_accepted_one_what_it_did(desk: Desk) -> None:
    item = current(desk)
    before = card(desk)["lines"]
    say(desk, "refuse")
    desk.current = item.id
    assert card(desk)["lines"] == []
    say(desk, "undo")
    say(desk, "accept")
    desk.current = item.id
    assert card(desk)["lines"] == before != []


def test_speakers_of_names_csv_and_of_the_article_are_suggested_to_a_new_coder(desk: Desk) -> None:
    values = [value for value, _ in told(desk, desk.state, WORDS)["choices"]["claimant"]]
    assert "Zabihullah Mujahid" in values
    assert values[0] == current(desk).first.row["claimant"]


def test_the_page_says_when_all_is_decided(desk: Desk) -> None:
    while not current(desk).decision:
        say(desk, "refuse")
    desk.tell("")
    assert told(desk, desk.state, WORDS)["said"] == "Every statement of this article is decided."


def test_the_maps_signs_are_those_that_occur_in_them(desk: Desk) -> None:
    texts = [text for _, text in card(desk)["legend"]]
    assert any("Taliban" in text for text in texts)
    assert not any("NRF" in text or "Resistance" in text for text in texts)


def quote(desk: Desk, words: str) -> None:
    start = desk.state.text("wire").index(words)
    say(desk, "quote", start=start, end=start + len(words))


def test_the_place_goes_with_the_words_back_and_forth(desk: Desk) -> None:
    draft = current(desk).first
    quote(desk, "captured Anaba")
    quote(desk, "captured Shutul")
    row = row_of(desk, desk.state, draft)
    assert (row["area_id"], row["place_as_written"]) == ("shutul", "Shutul")


def test_words_whose_only_name_is_unknown_leave_the_place_open(desk: Desk) -> None:
    (desk.folder / "articles" / "wire.txt").write_text(
        "The Taliban captured Shutul district on Sunday after taking the capital, Kabul, local media said.\n",
        encoding="utf-8",
    )
    quote(desk, "taking the capital, Kabul")
    row = row_of(desk, desk.state, current(desk).first)
    assert (row["area_id"], row["place_as_written"]) == ("", "Kabul")
    assert any(one.startswith("place: ") for one in card(desk)["problems"])


def test_a_known_speaker_brings_their_side_unless_it_was_chosen(desk: Desk) -> None:
    draft = current(desk).first
    assert row_of(desk, desk.state, draft)["claimant_side"] == "third_party"
    say(desk, "set", field="claimant", value="Zabihullah Mujahid")
    assert row_of(desk, desk.state, draft)["claimant_side"] == "taliban"
    (side,) = [one for one in card(desk)["fields"] if one["name"] == "claimant_side"]
    assert side["reason"] == "", "the proposed side's reason was another speaker"
    say(desk, "set", field="claimant_side", value="nrf")
    assert row_of(desk, desk.state, draft)["claimant_side"] == "nrf"
    say(desk, "set", field="claimant", value="A man nobody knows")
    assert row_of(desk, desk.state, draft)["claimant_side"] == "nrf"


def test_a_selection_that_says_something_itself_takes_over_who_speaks_alone(desk: Desk) -> None:
    words = "districts on Sunday"
    start = TEXT.index(words)
    say(desk, "new", start=start, end=start + len(words))
    row = current(desk).first.row
    assert (row["claim"], row["party"]) == ("", "")
    assert row["claimant_side"] == "third_party"
    assert card(desk)["open"] == "area_id"


def test_undoing_a_row_that_was_settled_says_that_it_stays(desk: Desk) -> None:
    say(desk, "accept")
    (row,) = folder_state(desk.folder).settled
    log = desk.folder / "coding_log.csv"
    accepted_line = log.read_text(encoding="utf-8").splitlines()[-1]
    settling = accepted_line.replace(accepted_line.split(",")[0], "other").replace(",A,", ",C,")
    with log.open("a", encoding="utf-8") as file:
        file.write(settling.replace(",accept,", ",settle,") + "\n")
    say(desk, "undo")
    assert "the row stays on the map" in desk.said
    assert folder_state(desk.folder).settled == (row,)


def test_with_others_a_row_is_said_to_wait_for_settling(desk: Desk) -> None:
    assert card(desk)["settles"]
    other = Desk(desk.folder, "B", source_id="wire")
    say(other, "refuse")
    assert not card(desk)["settles"]
    say(desk, "accept")
    assert "when the article is settled" in desk.said


def test_an_accepted_row_is_marked_at_the_words_that_it_quotes(desk: Desk) -> None:
    draft = current(desk).first
    quote(desk, "captured Shutul")
    say(desk, "accept")
    (shown,) = [item.first for item in desk.items(desk.state) if item.first.id == draft.id]
    assert TEXT[shown.start : shown.end] == "captured Shutul"
