"""A folder with timelines beside its reports: its map is looked up, an area is told by its own statements."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from geopandas.testing import assert_geodataframe_equal
from parquet_folder import in_parquet, made_in_advance, run
from streamlit.testing.v1 import AppTest

from geo.paint.drawn import drawn
from geo.panel import Clock, changes_html, lead_html, list_html, panel_html, searched
from geo.reading import Conflict, DataError, in_words, load_conflict, read_folder
from geo.reading.districts import read_areas
from geo.reading.geojson import Bounds
from geo.scale.job import AROUND, NEEDED_AROUND
from geo.scale.looked_up import account_of, account_of_area, searched_of, shapes_of, states_of
from geo.scale.opening import is_stored, names_of, open_stored
from geo.scale.stored import StoredConflict
from geo.sentences import Account
from geo.timeline import states as states_on
from geo.view import days, offered, read, tabs
from geo.words import load_words

ROOT = Path(__file__).parents[2]
WORDS = load_words()
WAY = r" · <a [^>]*>[^<]*</a>"
"""From a change to its quotes; looked up, it has none."""


def opened(folder: Path) -> StoredConflict:
    return open_stored(read_folder(folder, AROUND, required=NEEDED_AROUND), folder)


@contextmanager
def changed(file: Path, how: Callable[[bytes], bytes]) -> Iterator[None]:
    """Have a file otherwise for a while."""
    data = file.read_bytes()
    file.write_bytes(how(data))
    try:
        yield
    finally:
        file.write_bytes(data)


def renamed(data: bytes) -> bytes:
    """Return a file of the same size that calls an area otherwise."""
    return data.replace(b"Rokha", b"Other")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("stored") / "data"
    return made_in_advance(ROOT / "data", made, 30, ("everyone", "nrf"))


@pytest.fixture(scope="module")
def stored(folder: Path) -> StoredConflict:
    return opened(folder)


@pytest.fixture(scope="module")
def whole() -> Conflict:
    return load_conflict(ROOT / "data")


def test_the_days_are_those_of_the_reports(stored: StoredConflict, whole: Conflict) -> None:
    assert days(stored) == days(whole)
    assert stored.last_reported_day == whole.last_reported_day
    assert stored.facts["everyone"].windows.size > 1, "so that borders of windows are crossed"


@pytest.mark.parametrize("narrator", ["everyone", "nrf"])
def test_every_day_of_every_narrator_is_the_rule_s(
    stored: StoredConflict, whole: Conflict, narrator: str
) -> None:
    told = Account(whole, narrator)
    for day in days(whole):
        account = account_of(stored, narrator, None, day)
        pd.testing.assert_frame_equal(states_on(account.timeline, day), states_on(told.timeline, day))


def test_what_changed_is_told_as_from_all_reports(stored: StoredConflict, whole: Conflict) -> None:
    told = Account(whole)
    for day in days(whole)[1:]:
        account = account_of(stored, "everyone", None, day)
        made = [re.sub(WAY, "", changes_html(one, day, WORDS, _link)) for one in (account, told)]
        if day in account.changing:
            assert made[0] == made[1], "but for the way to the quotes"
        assert account.changing.get(day) == told.changing.get(day)


def test_of_many_changes_the_first_are_told_and_the_rest_counted_as_from_all_reports(
    stored: StoredConflict, whole: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.panel.changed.MOST_CHANGED", 2)
    told, more = Account(whole), 0
    for day in whole_days(whole):
        account = account_of(stored, "everyone", None, day)
        made = [re.sub(WAY, "", changes_html(one, day, WORDS, _link)) for one in (account, told)]
        if day in account.changing:
            assert made[0] == made[1]
            more += "more" in made[0]
    assert more


def test_hedges_of_a_day_are_read_at_once(
    stored: StoredConflict, whole: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    read = StoredConflict.of_areas
    monkeypatch.setattr(
        StoredConflict, "of_areas", lambda one, areas: asked.append(areas) or read(one, areas)
    )
    for day in whole_days(whole):
        asked.clear()
        changes_html(account_of(stored, "everyone", None, day), day, WORDS, _link)
        assert len(asked) <= 1, (day, asked)


def test_a_panel_is_that_of_all_reports(stored: StoredConflict, whole: Conflict) -> None:
    for narrator in ("everyone", "nrf"):
        told = Account(whole, narrator)
        for day in (whole.first_day, whole.last_reported_day, whole.last_day):
            account = account_of(stored, narrator, None, day)
            for area in whole.areas.index:
                own = account_of_area(account, area)
                assert panel_html(own, area, day, WORDS) == panel_html(told, area, day, WORDS), (area, day)


def test_the_script_gets_a_window_with_the_numbers_of_the_whole_period(
    stored: StoredConflict, whole: Conflict
) -> None:
    day = days(whole)[len(days(whole)) // 2]
    account = account_of(stored, "everyone", None, day)
    made, told = states_of(account, WORDS), states_of(Account(whole), WORDS)
    for name in ("first", "days", "about", "published", "inferred"):
        assert made[name] == told[name], name
    at = (day - whole.first_day).days
    assert 0 <= made["from"] <= at <= made["to"] < made["days"]
    assert made["turns"]["day"] == [one for one in told["turns"]["day"] if made["from"] <= one <= made["to"]]
    for area in range(len(whole.areas)):
        assert _look(made, area, at) == _look(told, area, at)


def whole_days(whole: Conflict) -> list[date]:
    return [day for day in days(whole)[1:] if day <= whole.last_reported_day]


def _look(states: dict[str, Any], area: int, day: int) -> str:
    row = states["changes"][area]
    looks = [look for start, look in zip(row[::2], row[1::2], strict=True) if start <= day]
    return str(states["looks"][looks[-1] if looks else 0]["sentence"])


def test_only_what_was_made_is_offered(stored: StoredConflict) -> None:
    assert offered(stored) == ("everyone", "nrf")
    assert tabs(stored) == ("map",)
    asked = {"narrator": ["taliban"], "known": ["2021-09-05"], "view": ["data"]}
    view, notices = read(asked, stored)
    assert (view.narrator, view.known, view.tab, len(notices)) == ("everyone", None, "map", 3)


def test_the_list_says_what_the_map_shows(stored: StoredConflict, whole: Conflict) -> None:
    day = whole.last_reported_day
    account = account_of(stored, "everyone", None, day)
    made = list_html(account, day, WORDS, _link, whole=False)
    told = list_html(Account(whole), day, WORDS, _link, whole=False)
    assert "“appeared to”" in made
    assert _rows(made) == _rows(told)
    said = lead_html(account, day, Clock("today", ""), WORDS)
    assert "as a rival admits" in said, "who it is, is not looked up for all areas"


def _rows(html: str) -> list[str]:
    """Return the areas of a list, without the admissions below them, which need all votes."""
    return re.findall(r"<li>.*?</li>", html, re.DOTALL)[:10]


def _link(area: str, report: str = "") -> str:
    return f"?area={area}#{report}"


def test_the_page_shows_it_with_an_area_s_quotes_and_says_what_is_not_there(
    folder: Path, whole: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICT", str(folder))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    app.query_params["area"] = "rokha"
    app.run()
    assert not app.exception
    text = "\n".join(element.proto.body for element in app.get("html"))
    assert panel_html(Account(whole), "rokha", whole.last_reported_day, WORDS) in text
    (told,) = [one.value for one in app.info]
    assert "made from them in advance" in told
    assert "Everyone and NRF" in told
    app.slider(key="day").set_value(whole.first_day).run()
    assert not app.exception
    assert app.query_params["date"] in ([whole.first_day.isoformat()], whole.first_day.isoformat())


def test_with_too_many_reports_and_no_timeline_the_command_is_told(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = in_parquet(ROOT / "data", tmp_path / "data")
    (made / "timeline").mkdir()
    assert is_stored(folder)
    assert not is_stored(made), "a timeline that was not made for the page is none of its business"
    monkeypatch.setattr("geo.scale.opening.MOST_ROWS", 10)
    assert is_stored(made)
    with pytest.raises(DataError, match=r"geo timeline FOLDER FOLDER/timeline --engine local --page"):
        opened(made)


def test_reports_newer_than_the_timeline_are_refused(folder: Path) -> None:
    file, text = folder / "conflict.toml", (folder / "conflict.toml").read_text(encoding="utf-8")
    file.write_text(text + "\n# changed\n", encoding="utf-8")
    with pytest.raises(DataError, match="is newer than the timeline beside it"):
        opened(folder)
    file.write_text(text, encoding="utf-8")
    assert opened(folder).looked_up == ("everyone", "nrf")


def test_areas_and_shapes_are_those_of_the_map_and_nothing_is_checked_again(
    folder: Path, whole: Conflict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.reading.districts.read_areas", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr("geo.scale.looked_up.drawn", lambda *_: pytest.fail("drawn again"))
    stored = opened(folder)
    assert_geodataframe_equal(stored.areas, whole.areas)
    assert shapes_of(stored) == drawn(whole)
    assert stored.names == whole.names


@pytest.mark.parametrize("language", ["en", "fa"])
def test_places_are_searched_as_in_all_reports_and_nothing_is_made_for_it(
    stored: StoredConflict, whole: Conflict, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = load_words(language)
    monkeypatch.setattr("geo.scale.looked_up.searched_json", lambda *_: pytest.fail("made in advance"))
    found = json.loads(searched_of(stored.in_language(language), words))
    assert found["places"] == searched(whole.in_language(language), words)["places"]
    assert found["said"] == []


def test_areas_that_were_set_aside_are_told_as_by_their_reader(tmp_path: Path) -> None:
    made = in_parquet(ROOT / "data", tmp_path / "data")
    file = made / "districts.geojson"
    document = json.loads(file.read_bytes())
    document["features"] += [{"type": "Feature", "properties": {"area_id": "x"}, "geometry": None}]
    file.write_text(json.dumps(document), encoding="utf-8")
    assert run(made, made / "timeline", "--engine", "local", "--page").exit_code == 0
    told = opened(made).rejected
    assert [*told] == read_areas(file.read_bytes())[1]
    assert in_words(told[-1].rule, load_words("fa")) != told[-1].rule, "in every language"


@pytest.mark.parametrize(
    "name",
    ["_areas/areas.parquet", "_shapes/geometry.json", "_days/00000.parquet", "_statements/00000.parquet"],
)
def test_a_file_that_was_cut_is_refused_with_the_command(folder: Path, name: str) -> None:
    file = folder / "timeline" / name
    with changed(file, lambda data: data[:-9]):
        with pytest.raises(DataError, match=f"timeline/{name}: is not as geo timeline wrote it; remove"):
            opened(folder)
        file.unlink()
        with pytest.raises(DataError, match="is not as geo timeline wrote it"):
            opened(folder)
    assert opened(folder)


def test_areas_of_another_folder_are_refused_though_they_are_as_large(folder: Path) -> None:
    file = folder / "timeline" / "_shapes" / "geometry.json"
    with changed(file, renamed), pytest.raises(DataError, match="is not as geo timeline wrote it"):
        opened(folder)


def test_what_another_version_made_for_the_page_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.scale.page_files.PAGE_VERSION", "next")
    with pytest.raises(DataError, match="has no timeline beside it that the page can use; make it with"):
        opened(folder)


def test_a_map_that_was_edited_is_newer_than_the_timeline(folder: Path) -> None:
    file = folder / "districts.geojson"
    with changed(file, renamed), pytest.raises(DataError, match="is newer than the timeline beside it"):
        opened(folder)


def test_a_map_that_is_made_in_advance_has_bounds_of_its_own(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.scale.job.ADVANCE", Bounds(areas=6))
    told = run(folder, tmp_path / "out", "--engine", "local", "--page")
    assert told.exit_code == 1
    assert "districts.geojson\n  has more than 6 areas" in told.output
    monkeypatch.setattr("geo.scale.job.ADVANCE", Bounds(spellings=6))
    with pytest.raises(DataError, match="has more than 6 names and variants"):
        opened(folder)


def test_a_timeline_made_anew_is_a_change(folder: Path) -> None:
    assert {"timeline/_page.json", "timeline-nrf/_page.json"} < set(names_of(folder))


def test_a_row_without_its_quote_stops_what_is_made_for_the_page(tmp_path: Path) -> None:
    made = in_parquet(ROOT / "data", tmp_path / "data")
    table = pq.read_table(made / "control_reports.parquet")
    quotes = [*table["quote"].to_pylist()[:-1], ""]
    place = table.schema.get_field_index("quote")
    pq.write_table(table.set_column(place, "quote", pa.array(quotes)), made / "control_reports.parquet")
    told = run(made, tmp_path / "out", "--engine", "local", "--page")
    assert told.exit_code == 1
    assert f"control_reports.parquet\n  row {len(quotes)}, quote: is empty" in told.output


@pytest.mark.parametrize("more", [("--known", "2021-09-05"), ("--engine", "memory")])
def test_files_for_the_page_are_refused_where_they_cannot_be(tmp_path: Path, more: tuple[str, ...]) -> None:
    made = in_parquet(ROOT / "data", tmp_path / "data")
    out = tmp_path / ("one.parquet" if "memory" in more else "out")
    told = run(made, out, "--engine", "local", "--page", *more)
    assert told.exit_code == 1
    assert "cannot be made for the page" in told.output
