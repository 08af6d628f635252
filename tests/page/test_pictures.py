"""geo.page.pictures: the dialog with a picture that a reader asked for, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.page.pictures import ASKED

ROOT = Path(__file__).parents[2]
REPORT = "southfront-08-rokha"


def shown(asked: str | None, **parameters: str) -> AppTest:
    """Return the page of Rokha on 5 September after a picture was asked for; None = none was."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params.update({"date": "2021-09-05", "area": "rokha", **parameters})
    if asked is not None:
        app.session_state[ASKED] = asked
    app.run()
    assert not app.exception
    return app


def test_a_quote_is_drawn_when_it_is_asked_for_and_once() -> None:
    app = shown(REPORT)
    assert [button.label for button in app.get("download_button")] == ["Save as PNG", "Save as SVG"]
    assert not [one.value for one in app.caption if "address" in one.value]  # the owner's affair
    app.run()
    assert list(app.get("download_button")) == []


@pytest.mark.parametrize(
    ("asked", "parameters"),
    [(None, {}), ("nowhere", {}), (REPORT, {"narrator": "nrf"}), (REPORT, {"date": "2021-09-04"})],
    ids=["nothing asked", "unknown", "of another narrator", "of a later day"],
)
def test_no_picture_is_drawn_of_what_the_view_does_not_tell(
    asked: str | None, parameters: dict[str, str]
) -> None:
    assert list(shown(asked, **parameters).get("download_button")) == []
