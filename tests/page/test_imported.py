"""A map made by an import opens where there is something to see, and says what it does not show."""

from pathlib import Path

import pytest
from importers.test_importers import AREAS, UCDP, table
from streamlit.testing.v1 import AppTest

from geo.export.onefile import map_html
from geo.export.picture.credits import footer_lines
from geo.importers import import_events, read_ucdp
from geo.importers.table import Told, import_table
from geo.importers.table_file import Shape
from geo.reading import load_conflict
from geo.view import View

ROOT = Path(__file__).parents[2]
LATER = {"where_prec": "4", "date_start": "2021-09-20", "date_end": "2021-09-20"}


def test_an_import_of_fighting_alone_opens_on_its_last_fight_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_events(read_ucdp("ged.csv", table(UCDP, LATER)), AREAS, tmp_path / "out")
    monkeypatch.setenv("CONFLICT", str(tmp_path / "out"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not app.exception
    assert "2021-09-05" in app.query_params["date"]
    html = "".join(element.proto.body for element in app.get("html"))
    assert "It does not show who holds an area." in html
    assert "No area has a colour: UCDP GED records no transfer of territory here." in html


LEFT_OUT = (
    "White means that the table of The List names nobody there on that day, or somebody whom this map "
    "leaves out (Blue), or that its row about the area is not on this map; not that nobody holds it."
)
LOST = "1 of the table’s 3 rows is not on this map: place not found."


def test_page_file_and_picture_say_which_rows_of_a_table_they_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "control.csv"
    file.write_text("place,day,who\nWest,2021-05-01,1\nEast,2021-05-02,Blue\nNowhere,2021-05-03,1\n")
    told = Told(Shape(place="place", date="day", holder="who"), {"1": "Reds"}, "The List")
    import_table(file, told, AREAS, tmp_path / "out")
    monkeypatch.setenv("CONFLICT", str(tmp_path / "out"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    conflict = load_conflict(tmp_path / "out")
    view = View(conflict.last_reported_day)
    page = "".join(element.proto.body for element in app.get("html"))
    for said in (page, map_html(conflict, view).decode(), "\n".join(footer_lines(conflict, view))):
        assert f"{LEFT_OUT} {LOST}" in said
