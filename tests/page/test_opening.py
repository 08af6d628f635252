"""A visitor's own files: read apart, seen by nobody else, out of the server's memory once they are opened."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from folders import CONFLICT, files
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.testing.v1 import AppTest, local_script_runner

from geo.page import loading, opening, streamlit_inside
from geo.reading import confined

MINE = "Qarabagh-7f3"
OWN = files(conflict=CONFLICT.replace('title = "Test"', f'title = "{MINE}"').encode())


def page(**parameters):
    """Return the page as it is after its first run at an address."""
    app = AppTest.from_file(str(Path(__file__).parents[2] / "dashboard.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def text(app):
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def managers(monkeypatch):
    """Return the stores of uploaded files that the runs of a test make."""
    made = []

    def make(endpoint):
        made.append(MemoryUploadedFileManager(endpoint))
        return made[-1]

    monkeypatch.setattr(local_script_runner, "MemoryUploadedFileManager", make)
    return made


def sent(app, contents):
    """Send files through the door of the Data view."""
    app.file_uploader[0].set_value([(name, data, "text/plain") for name, data in contents.items()])
    return app.run()


def kept_bytes(managers):
    return sum(
        len(one.data)
        for manager in managers
        for kept in manager.file_storage.values()
        for one in kept.values()
    )


def test_the_first_view_of_opened_files_is_composed_in_the_child(managers, monkeypatch):
    def here(*_, **__):
        raise AssertionError("composed in the server")

    before = page(view="data")
    monkeypatch.setattr(loading, "shapes_of", here)
    monkeypatch.setattr(loading, "states_of", here)
    app = sent(before, {**OWN, "conflict.toml": OWN["conflict.toml"] + b"\n# not read before\n"})
    app.segmented_control(key="view").set_value("map").run()
    assert not app.exception
    assert MINE in text(app)


def test_opened_files_are_shown_and_leave_the_servers_memory(managers):
    app = sent(page(view="data"), OWN)
    assert not app.exception
    assert MINE in text(app)
    assert len(managers) > 1
    assert kept_bytes(managers) == 0


def test_refused_files_are_told_and_leave_the_servers_memory_and_the_door_is_open_again(managers):
    app = sent(page(view="data"), {"notes.zip": b"no zip"})
    assert "upload: is not a readable zip file" in app.text[0].value
    assert kept_bytes(managers) == 0
    assert MINE in text(sent(app, OWN))


def test_a_refusal_is_told_in_the_language_of_the_page():
    app = sent(page(view="data", lang="fa"), {"notes.zip": b"no zip"})
    assert "زیپ خواندنی نیست" in app.text[0].value


def test_files_past_a_limit_are_refused_in_one_sentence(monkeypatch):
    monkeypatch.setattr(confined, "DATA_BYTES", 1_000_000)
    app = sent(page(view="data"), OWN)
    assert "upload: needs more than an upload may use" in app.text[0].value


@pytest.mark.parametrize("view", ["map", "sources", "data", "take"])
def test_no_other_visitor_sees_an_upload_whatever_the_address(view):
    mine = sent(page(view="data"), OWN)
    assert MINE in text(mine)
    other = page(view=view, area="west", narrator="red", date="2021-09-05")
    assert MINE not in str(other.main) + text(other)
    assert opening.UPLOADED not in other.session_state


def test_equal_bytes_of_two_visitors_may_share_what_is_derived_and_putting_one_away_leaves_the_other():
    one, two = (sent(page(view="data"), OWN) for _ in range(2))
    one.button(key="upload_back").click().run()
    assert MINE not in text(one)
    assert MINE in text(two.run())


def record(number, size):
    return UploadedFileRec(str(number), f"{number}.csv", "text/csv", bytes(size))


@pytest.fixture
def manager(monkeypatch):
    found = MemoryUploadedFileManager("/upload")
    context = SimpleNamespace(uploaded_file_mgr=found)
    monkeypatch.setattr(streamlit_inside, "get_script_run_ctx", lambda: context)
    opening.bound_sent()
    opening.bound_sent()
    return found


def test_eight_files_of_45_megabytes_do_not_stay_in_memory(manager):
    for number in range(8):
        manager.add_file(session_id="one", file=record(number, 45_000_000))
    assert list(manager.file_storage["one"]) == ["4", "5", "6", "7"]


def test_a_session_keeps_a_hundred_files_and_no_other_session_loses_one(manager):
    manager.add_file("two", record("mine", 1))
    for number in range(101):
        manager.add_file("one", record(number, 1))
    assert list(manager.file_storage["one"]) == [str(n) for n in range(1, 101)]
    assert list(manager.file_storage["two"]) == ["mine"]


def place_of_views(app):
    """Return at which place of the page the views stand."""
    parts = app.main.children.items()
    return next(
        number for number, part in parts if getattr(part, "children", None) and part.get("button_group")
    )


def test_opened_files_move_nothing_that_stands_above_them():
    app = page(view="data")
    before = place_of_views(app)
    assert place_of_views(sent(app, OWN)) == before, "all below would be drawn anew, twice for a moment"
