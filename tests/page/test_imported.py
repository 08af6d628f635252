"""A map made from events opens where there is something to see, and says what it does not show."""

from pathlib import Path

import pytest
from importers.test_importers import AREAS, UCDP, table
from streamlit.testing.v1 import AppTest

from geo.importers import import_events, read_ucdp

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
