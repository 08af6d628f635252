"""The story on the page, without a browser: its buttons choose views, all else stays one click away."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.words import load_words

ROOT = Path(__file__).parents[2]


@pytest.fixture
def app() -> AppTest:
    """Return the page of the project's own conflict."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()


def step(app: AppTest) -> str:
    """Return the step that is told, "" if none."""
    told = [one.proto.body for one in app.get("html") if 'data-part="story" data-step' in one.proto.body]
    return told[0] if told else ""


def shown(app: AppTest) -> tuple[object, ...]:
    """Return day, narrator and area of the view."""
    area = app.query_params.get("area", "")
    return app.slider(key="day").value, app.segmented_control(key="narrator").value, "".join(area)


def click(app: AppTest, key: str) -> AppTest:
    return app.button(key=f"story_{key}").click().run()


def test_the_story_is_told_step_by_step_and_the_view_follows(app: AppTest) -> None:
    assert not step(app)
    assert app.button(key="story_start").label == "Story in 7 steps"
    click(app, "start")
    assert "1 of 7" in step(app)
    assert app.button(key="story_back").disabled
    assert shown(app) == (date(2021, 8, 30), "everyone", "")
    for _ in range(4):
        click(app, "next")
    assert "5 of 7" in step(app)
    assert shown(app) == (date(2021, 9, 5), "nrf", "paryan")
    click(app, "back")
    assert shown(app) == (date(2021, 9, 5), "taliban", "")
    for _ in range(3):
        click(app, "next")
    assert app.button(key="story_next").disabled
    assert not app.exception


def test_another_narrator_is_one_click_away_and_so_is_the_way_back(app: AppTest) -> None:
    click(app, "start")
    assert "story_again" not in {button.key for button in app.button}
    app.segmented_control(key="narrator").set_value("nrf").run()
    assert shown(app) == (date(2021, 8, 30), "nrf", "")
    assert "1 of 7" in step(app)
    click(app, "again")
    assert shown(app) == (date(2021, 8, 30), "everyone", "")


def test_who_leaves_the_story_keeps_the_view(app: AppTest) -> None:
    click(click(click(app, "start"), "next"), "next")
    app.button(key="story_end").click().run()
    assert not step(app)
    assert shown(app) == (date(2021, 9, 5), "everyone", "rokha")


def test_a_step_sets_the_day_of_knowledge_too_and_the_next_one_takes_it_back(app: AppTest) -> None:
    for key in ("start", *["next"] * 5):
        click(app, key)
    assert "".join(app.query_params["known"]) == "2021-09-05"
    click(app, "next")
    assert "".join(app.query_params["known"]) == "all"


def test_the_step_stays_when_the_language_changes(app: AppTest) -> None:
    click(click(app, "start"), "next")
    app.segmented_control(key="language").set_value("fa").run()
    assert load_words("fa").say("page.story_at", number=2, count=7) in step(app)
    assert "دست‌کم چهار ولسوالی" in step(app)


def test_a_folder_without_a_story_has_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICT", str(ROOT / "examples" / "marches"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not app.exception
    assert not any(str(button.key).startswith("story") for button in app.button)


def test_what_cannot_be_told_is_counted_and_listed_and_the_other_steps_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (ROOT / "data").iterdir():
        text = path.read_bytes().replace(b"area=rokha&narrator=everyone", b"area=rokha&narrator=nrf")
        (tmp_path / path.name).write_bytes(text)
    monkeypatch.setenv("CONFLICT", str(tmp_path))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert app.button(key="story_start").label == "Story in 6 steps"
    assert any("2 rows were set aside" in info.value for info in app.info)
