"""What is put to a person: whole rows in the article's order, with ids that stay and voices that fit."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geo.desk import (
    ACCEPTED,
    Registration,
    accept,
    choices,
    folder_state,
    problems,
    proposed,
    refuse,
    register,
)
from geo.desk.ids import next_ids, numbered
from geo.desk.voices import voice_of
from geo.reading import REPORT_COLUMNS, DataError
from geo.words import load_words

DATA = Path(__file__).parents[2] / "data"
ROW = dict.fromkeys(REPORT_COLUMNS, "") | {
    "source_id": "cnn",
    "area_id": "rokha",
    "sentence": "A.",
    "claim": "holds",
}


@pytest.fixture(scope="module")
def panjshir():
    return folder_state(DATA)


def test_drafts_are_whole_rows_in_the_articles_order(folder):
    drafts = proposed(folder_state(folder), "gazette1", "ana")
    assert [draft.start for draft in drafts] == sorted(draft.start for draft in drafts)
    assert all(set(draft.row) == set(REPORT_COLUMNS) for draft in drafts)
    one = drafts[0].row
    assert (one["report_id"], one["statement_id"]) == ("gazette1-01-marches", "gazette1-01")
    assert (one["reliability"], one["credibility"], one["source_id"]) == ("F", "6", "gazette1")
    assert drafts[0].reasons["party"]


def test_rows_of_one_statement_share_its_id(folder):
    rows = [draft.row for draft in proposed(folder_state(folder), "gazette1", "ana")]
    lower = [row for row in rows if row["quote"].startswith("The Coastal Council holds all of the Lower")]
    assert {row["statement_id"] for row in lower} == {"gazette1-03"}
    assert len({row["report_id"] for row in lower}) == len(lower) == 4


def test_ids_stay_when_drafts_before_are_decided(folder, pressed):
    before = {one.id: one.row["report_id"] for one in proposed(folder_state(folder), "gazette1", "ana")}
    first, second, third, *_ = proposed(folder_state(folder), "gazette1", "ana")
    accept(folder, "ana", pressed(), third, third.row)
    refuse(folder, "ana", pressed(), first)
    accept(folder, "ana", pressed(), second, {**second.row, "claim": "captured"})
    after = {one.id: one.row["report_id"] for one in proposed(folder_state(folder), "gazette1", "ana")}
    assert {one: after[one] for one in after if one not in {first.id, second.id}} == {
        one: before[one] for one in before if one not in {first.id, second.id}
    }


def test_what_is_accepted_is_one_draft_still_when_names_are_learned(whole):
    state = folder_state(whole)
    drafts = [one for source in state.articles for one in proposed(state, source, "ana")]
    accepted = [one for one in drafts if one.decision == ACCEPTED]
    assert len(accepted) == len(state.settled)


def test_every_sentence_of_a_draft_stands_in_its_article(whole):
    state = folder_state(whole)
    for source in state.articles:
        for draft in proposed(state, source, "ben"):
            found = problems(state, {**draft.row, "report_id": "new"})
            assert {one.column for one in found} & {"quote", "sentence", "quote_prefix"} == set()


def test_an_article_whose_lines_are_broken_anywhere_can_be_quoted(folder, pressed):
    text = "The Hill Guard\nhas captured\n  the district of Lalezan."
    about = Registration("Radio Nine", "T", published_from="2031-05-12", published_to="2031-05-12")
    source = register(folder, pressed(), "ana", text, about)
    (draft,) = proposed(folder_state(folder), source, "ana")
    assert "\n" not in draft.row["quote"]
    accept(folder, "ana", pressed(), draft, draft.row)
    (again,) = proposed(folder_state(folder), source, "ana")
    assert (again.decision, again.start, again.end) == (ACCEPTED, draft.start, draft.end)


def test_an_article_that_is_not_there_is_told(folder):
    shutil.rmtree(folder / "articles")
    with pytest.raises(DataError, match="gazette1 has no article in the folder"):
        proposed(folder_state(folder), "gazette1", "ana")


@pytest.mark.parametrize(
    ("side", "speaker", "voice"),
    [
        ("taliban", "Bilal Karimi, a spokesman", "taliban"),
        ("nrf", "resistance fighters", "nrf"),
        ("outlet", "Anadolu Agency", "anadolu"),
        ("third_party", "Fahim Fetrat, a journalist from the region", "anadolu-fetrat"),
        ("third_party", "unnamed local media", "anadolu-local-media"),
        ("third_party", "a shopkeeper", "anadolu-a-shopkeeper"),
        ("third_party", "Laura Jewell, a lawyer", "laura-jewell"),
        ("taliban", "unnamed source linked to the Taliban", "anadolu-unnamed-source-linked-to-the-taliban"),
    ],
)
def test_a_voice_is_the_sides_the_outlets_or_the_speakers_own(panjshir, side, speaker, voice):
    row = ROW | {"source_id": "anadolu", "claimant_side": side, "claimant": speaker}
    assert voice_of(panjshir, row, panjshir.settled) == voice


def test_somebody_without_a_name_is_another_one_in_another_article(panjshir):
    row = ROW | {"source_id": "cnn", "claimant_side": "third_party", "claimant": "unnamed local media"}
    assert voice_of(panjshir, row, panjshir.settled) == "cnn-unnamed-local-media"


def test_numbers_go_on_after_those_that_are_there():
    own = [ROW | {"statement_id": "cnn-07", "report_id": "cnn-07-rokha"}]
    assert next_ids(ROW | {"sentence": "B."}, own)["report_id"] == "cnn-08-rokha"
    assert next_ids(ROW | {"sentence": "B."}, own, after=11)["report_id"] == "cnn-12-rokha"
    assert next_ids(ROW | {"area_id": "dara"}, own)["report_id"] == "cnn-07-dara"
    assert next_ids(ROW, own)["report_id"] == "cnn-07-rokha-2"


def test_a_number_that_another_statement_has_is_skipped():
    own = [ROW | {"statement_id": "cnn-01", "report_id": "cnn-01-rokha", "sentence": "Z."}]
    made = numbered([ROW, ROW | {"sentence": "B."}], own, "cnn")
    assert [row["statement_id"] for row in made] == ["cnn-03", "cnn-02"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_closed_list_has_a_label_for_each_word(panjshir, language):
    words = load_words(language)
    for field in ("area_id", "scope", "claim", "polarity", "party", "claimant_side"):
        listed = choices(panjshir, "ana", field, words)
        assert len({value for value, _ in listed}) == len({label for _, label in listed}) == len(listed) > 1


def test_speakers_are_the_coders_own_latest_first(panjshir):
    speakers = [value for value, _ in choices(panjshir, "ana", "claimant", load_words())]
    assert speakers[0] == panjshir.settled[-1]["claimant"]
    others = replace(
        panjshir, files={**panjshir.files, "coding/ben.csv": panjshir.files["control_reports.csv"]}
    )
    names = replace(others, files={name: data for name, data in others.files.items() if name != "names.csv"})
    assert choices(names, "ana", "claimant", load_words()) == []
    known = [value for value, _ in choices(others, "ana", "claimant", load_words())]
    assert "Zabihullah Mujahid" in known
    assert "Mujahid" not in known


def test_a_field_without_a_list_is_told(panjshir):
    with pytest.raises(ValueError, match="'note' has no list"):
        choices(panjshir, "ana", "note", load_words())
