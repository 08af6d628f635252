"""The view of what can be taken away, without a browser."""

import io
import zipfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from geo.export.files import packed
from geo.page import takeaway
from geo.page.takeaway import ON_PAGE
from geo.reading.conflict import load_conflict
from geo.view import View

ROOT = Path(__file__).parents[2]


@pytest.fixture
def page():
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params.update({"view": "take", "date": "2021-09-05", "area": "rokha"})
    return app.run()


def test_every_export_has_a_button_and_none_is_made_before_it_is_asked_for(page):
    assert not page.exception
    labels = [button.label for button in page.get("download_button")]
    assert [label.split()[0] for label in labels] == list(ON_PAGE)


def test_the_map_in_one_file_has_every_language_unless_it_is_not_wanted(page, monkeypatch):
    asked = []
    monkeypatch.setattr("geo.page.takeaway.packed", lambda *_: asked.append(_[-1]) or b"")
    state = {}
    monkeypatch.setattr("geo.page.takeaway.st", SimpleNamespace(session_state=state))
    assert page.checkbox(key=takeaway.EVERY_LANGUAGE).value is True
    for wanted in (True, False):
        state[takeaway.EVERY_LANGUAGE] = wanted
        takeaway._made(load_conflict(ROOT / "data"), View(date(2021, 9, 5)), "map.html")[1]()
    assert asked == [None, ()]


def test_the_view_can_be_cited_with_a_footnote_for_each_quote(page):
    sentence, bibtex, ris, footnotes = (block.value for block in page.code)
    assert "5 September 2021" in sentence
    assert bibtex.startswith("@misc{")
    assert ris.startswith("TY  - ")
    assert "Belal Kareemi, Taliban spokesman, in CNN" in footnotes


@pytest.mark.parametrize(("name", "parts"), [("timeline.csv", 2), ("reports.csv", 2)])
def test_a_table_is_packed_with_the_record_that_belongs_beside_it(name, parts):
    made = packed(load_conflict(ROOT / "data"), View(date(2021, 9, 5)), name)
    assert len(zipfile.ZipFile(io.BytesIO(made)).namelist()) == parts


def test_an_export_of_one_file_is_itself():
    made = packed(load_conflict(ROOT / "data"), View(date(2021, 9, 5)), "areas.geojson")
    assert made.startswith(b"{")
