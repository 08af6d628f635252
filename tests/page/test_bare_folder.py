"""The page of a folder that says only what it must: no heading, mark or line stands there for nothing."""

import re
from pathlib import Path

import pytest
from folders import feature, geojson, reports, write_folder
from streamlit.testing.v1 import AppTest

from geo.export.onefile import map_html
from geo.reading import load_conflict
from geo.view import View

ROOT = Path(__file__).parents[2]
TANGLED = [[[72, 35], [73, 36], [73, 35], [72, 36], [72, 35]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder without any optional key or file; a report and an area of it are set aside."""
    return write_folder(
        tmp_path_factory.mktemp("bare") / "bare",
        districts=geojson([feature("knot", TANGLED)]),
        reports=reports({"area_id": "nowhere"}),
    )


def page(folder: Path, monkeypatch: pytest.MonkeyPatch, **parameters: str) -> AppTest:
    monkeypatch.setenv("CONFLICT", str(folder))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params.update(parameters)
    return app.run()


def text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def one_file(folder: Path) -> str:
    conflict = load_conflict(folder)
    return map_html(conflict, View(conflict.last_reported_day)).decode()


EMPTY = re.compile(r"<(p|h[1-6]|li)( (?!id=)[^>]*)?>\s*(<bdi>\s*</bdi>)?\s*</\1>")
"""What shows nothing; an element with an id is filled by the script."""


@pytest.mark.parametrize("view", ["map", "data", "sources"])
def test_nothing_on_the_page_is_empty(folder: Path, monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    found = text(page(folder, monkeypatch, view=view))
    assert EMPTY.search(found) is None
    assert "Licence" not in found


def test_nothing_in_the_one_file_map_is_empty(folder: Path) -> None:
    found = one_file(folder)
    assert EMPTY.search(found) is None
    assert "Licence and corrections" not in found
    assert 'name="description" content="Test"' in found


def test_an_area_without_a_kind_is_named_without_an_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ">names West</span>" in text(page(folder, monkeypatch, area="west"))


def test_rows_set_aside_are_numbered_as_an_editor_does(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [table.value for table in page(folder, monkeypatch, view="data").dataframe]
    (rows,) = [list(table["row"]) for table in shown if "row" in table]
    assert sorted(rows) == ["", "3"]
