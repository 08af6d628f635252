"""The page of two codings: for whom it is, what it shows, and that a click settles."""

from pathlib import Path

import pytest
from coding_folder import ARTICLE, coded_folder, refuse_rest, settled_ids, take
from streamlit.testing.v1 import AppTest

from geo.desk import folder_state
from geo.page import loading
from geo.page.desk import allowed, component
from geo.words import load_words

PAGE = Path(__file__).parents[2] / "dashboard.py"


def code(found):
    take(found, "ann", range(3))
    refuse_rest(found, "ann")
    take(found, "bob", [0])
    take(found, "bob", [1], claim="captured", note="a very own note")
    refuse_rest(found, "bob")


@pytest.fixture
def folder(tmp_path):
    """Return a folder where ann and bob have finished: one row alike, one other in its claim, one ann's."""
    return coded_folder(tmp_path, "coded-by-both-with-a-note", code)


@pytest.fixture
def open_desk(folder, monkeypatch):
    """Return what opens the article at the desk of a coder."""

    def opened(coder, *, unassisted=False, **address):
        monkeypatch.setattr(allowed, "options", lambda: allowed.Options(True, coder, unassisted))
        monkeypatch.setattr(allowed, "refusal", lambda: "")
        monkeypatch.setattr(loading, "folder", lambda _: folder)
        told = []
        monkeypatch.setattr(component, "draw", lambda message, _: told.append(message))
        page = AppTest.from_file(str(PAGE), default_timeout=60)
        page.query_params["article"] = ARTICLE
        for name, value in address.items():
            page.query_params[name] = value
        page.run()
        assert not page.exception
        return page, told

    return opened


def words_on(page):
    return " ".join(
        str(one.value) for kind in ("header", "subheader", "caption", "info") for one in page.get(kind)
    ) + " ".join(str(one.proto.body) for one in page.get("html"))


def click(page, key):
    page.button(key=key).click().run()
    assert not page.exception
    return page


def test_a_third_person_sees_the_figures_and_settles_with_a_note(open_desk, folder):
    page, _ = open_desk("cyd")
    click(page, "desk_compare")
    said = words_on(page)
    assert "ann, with the reader’s proposals: 3 rows" in said
    assert "found by both: 2 statements" in said
    assert ">-</td>" in said
    assert "nan" not in said.lower().replace("governance", "")
    assert "differs in: claim" in said
    click(page, "settle_all")
    assert settled_ids(folder) == ["gazette1-01-marches"]
    key = "ann:gazette1-02-upper bob:gazette1-02-upper"
    page.text_input(key=f"settle_note_{key}").input("bob reads it rightly").run()
    click(page, f"settle_take_bob_{key}")
    row = folder_state(folder).settled[1]
    assert (row["claim"], row["note"]) == ("captured", "a very own note; bob reads it rightly")
    click(page, "settle_none_ann:gazette1-03-lalezan")
    assert "Nothing is left to settle." in words_on(page)
    click(page, "settle_back")
    click(page, "settle_back")
    assert settled_ids(folder) == ["gazette1-01-marches"]
    assert page.button(key=f"settle_take_bob_{key}")
    click(page, "settle_back")
    assert settled_ids(folder) == []
    assert "settle_back" not in {button.key for button in page.button}


def test_an_edited_row_is_neither_coders(open_desk, folder):
    page, _ = open_desk("cyd")
    click(page, "desk_compare")
    key = "ann:gazette1-02-upper bob:gazette1-02-upper"
    page.selectbox(key=f"settle_0_claim_{key}").select("present").run()
    click(page, f"settle_edited_0_{key}")
    (row,) = folder_state(folder).settled
    assert row["claim"] == "present"
    assert folder_state(folder).log[-1].changed == "claim"


def test_one_of_the_two_settles_only_what_both_agree_on(open_desk):
    page, _ = open_desk("ann")
    click(page, "desk_compare")
    assert load_words().say("agreement.third_only") in words_on(page)
    assert [one.key for one in page.button if str(one.key).startswith("settle_")] == ["settle_all"]


def test_nothing_of_the_first_coder_is_on_the_page_of_a_second_who_has_not_finished(folder, open_desk):
    take(folder, "bob", [2], claim="left", claimant="somebody very secret", note="nothing for eve")
    _, told = open_desk("dan")
    assert "very secret" not in repr(told)
    assert "very own" not in repr(told)
    assert {one["state"] for one in told[-1]["items"]} <= {"proposed", "look"}


def test_without_help_no_candidate_is_sent_to_the_page(open_desk):
    page, told = open_desk("dan", unassisted=True)
    assert told[-1]["items"] == []
    assert page.button(key="desk_finish")


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_page_is_in_the_readers_language(open_desk, language):
    page, _ = open_desk("cyd", lang=language)
    click(page, "desk_compare")
    assert load_words(language).say("agreement.alpha_lead")[:30] in words_on(page)


def test_a_reload_of_another_view_stays_there(open_desk):
    def at_the_desk(page):
        return any(str(one.key) == "desk_view" for one in page.get("button_group"))

    assert at_the_desk(open_desk("ann")[0])
    assert not at_the_desk(open_desk("ann", desk="no")[0])
