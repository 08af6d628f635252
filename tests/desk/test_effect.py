"""What accepting a row would do to everyone's map is told before, and is what happens after."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from how_many import examples

from geo.desk import accept, folder_state, preview, problems
from geo.sentences import Account, state_in_words
from geo.words import load_words

DATA = Path(__file__).parents[2] / "data"
SVG = "{http://www.w3.org/2000/svg}"
CNN = {"voice_id": "cnn", "claimant_side": "outlet", "claimant": "CNN"}


@pytest.fixture(scope="module")
def panjshir():
    return folder_state(DATA)


def row(state, like="cnn-03-rokha", **changes):
    """Return a new row that is like one that is there."""
    found = next(one for one in state.settled if one["report_id"] == like)
    return {**found, "report_id": "new", "statement_id": "new", "origin_id": "new", **changes}


def shown(svg, area):
    """Return the fill of an area, and what is written and drawn of marks."""
    root = ET.fromstring(svg)  # noqa: S314 (our own)
    (path,) = (one for one in root.iter() if one.get("data-area") == area)
    texts = [one.text for one in root.iter(f"{SVG}text")]
    return path.get("fill"), texts, {one.get("data-mark") for one in root.iter()} - {None}


def test_a_change_of_holder_is_told_with_its_days_and_drawn(panjshir):
    made = preview(panjshir, "ana", row(panjshir, area_id="andarab", **CNN), load_words())
    assert made.lines == ("Andarab: Taliban, reported → NRF, reported, from 5 Sep on.",)
    assert made.before["andarab"].fills == ("#E69F00",)
    assert made.after["andarab"].fills == ("#0072B2",)
    assert shown(made.svg_before, "andarab")[0] != shown(made.svg_after, "andarab")[0] == "#0072b2"
    assert "Andarab" in shown(made.svg_after, "andarab")[1]


def test_a_mark_alone_is_told_and_drawn(panjshir):
    fighting = row(panjshir, area_id="shutul", claim="fighting", party="", **CNN)
    made = preview(panjshir, "ana", fighting, load_words())
    assert made.lines == ("Shutul: fighting reported, 5 Sep.",)
    assert shown(made.svg_after, "shutul")[2] - shown(made.svg_before, "shutul")[2] == {"fighting"}


def test_a_dispute_is_a_hatch_and_the_area_is_outlined(panjshir):
    made = preview(panjshir, "ana", row(panjshir, area_id="bazarak", party="taliban", **CNN), load_words())
    assert made.after["bazarak"].status == "disputed"
    fill = shown(made.svg_after, "bazarak")[0]
    assert fill.startswith("url(#hatch-")
    root = ET.fromstring(made.svg_after)  # noqa: S314
    assert any(f"url(#{one.get('id')})" == fill for one in root.iter(f"{SVG}pattern"))
    widths = {one.get("data-area"): one.get("stroke-width") for one in root.iter() if one.get("data-area")}
    assert float(widths["bazarak"]) > float(widths["rokha"])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"date_from": "", "date_to": ""}, "a statement without a day colours nothing"),
        ({"area_id": "panjshir", "scope": "part_of"}, "where in the wider place is not said"),
        ({"claim": "present"}, "presence is not control"),
        ({"claim": "advancing"}, "an advance is not control"),
        (
            {"area_id": "panjshir", "scope": "all_of", "claim": "fighting", "party": ""},
            "only a statement that names",
        ),
        ({"area_id": "bazarak", "scope": "all_but", **CNN}, "narrower statements about the place"),
        ({"area_id": "bazarak", "scope": "all_but"}, "newer positions about the place count"),
        ({}, "it says what the map shows already"),
    ],
    ids=["undated", "part of", "present", "advancing", "wide fighting", "outvoted", "replaced", "same"],
)
def test_where_nothing_changes_it_is_told_why(panjshir, changes, why):
    made = preview(panjshir, "ana", row(panjshir, **changes), load_words())
    assert made.lines[0].startswith(f"Nothing on the map changes: {why}")
    assert made.differences == ()


def test_a_row_that_is_not_whole_has_no_preview(panjshir):
    made = preview(panjshir, "ana", row(panjshir, area_id=""), load_words())
    assert (made.day, made.svg_before, made.differences) == (None, "", ())
    assert made.lines == ("What it would change is shown once the row is whole.",)


def test_in_dari_it_is_told_in_dari(panjshir):
    made = preview(panjshir, "ana", row(panjshir, area_id="andarab", **CNN), load_words("fa"))
    assert made.lines[0].startswith("اندراب:")
    assert "اندراب" in shown(made.svg_after, "andarab")[1]


def test_what_is_told_before_is_what_the_map_shows_after(folder, drafts, pressed):
    words = load_words()
    for draft in drafts[: examples(14)]:
        state = folder_state(folder)
        assert problems(state, draft.row) == []
        told = preview(state, "ana", draft.row, words)
        accept(folder, "ana", pressed(), draft, draft.row)
        after = folder_state(folder).conflict
        account, old = Account(after), Account(state.conflict)
        for one in told.differences:
            for day in {one.first, one.last}:
                said = state_in_words(after, account.area(one.area_id, day), words)
                before = state_in_words(after, old.area(one.area_id, day), words)
                assert before == said or f"{before} → {said}" in one.text
        changed = {one.area_id for one in told.differences}
        day = after.last_reported_day
        for area in map(str, after.areas.index):
            now, was = account.area(area, day), old.area(area, day)
            assert area in changed or (now.status, now.holders) == (was.status, was.holders)


def test_a_second_coder_sees_nothing_of_the_first_ones_rows_in_the_preview(folder, drafts, pressed):
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    state = folder_state(folder)
    made = preview(state, "ben", {**drafts[0].row, "report_id": "mine"}, load_words())
    assert made.differences
    assert all(one.before.status == "unreported" for one in made.differences)
