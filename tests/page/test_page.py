"""dashboard.py without a browser: address, narrators, clocks, choices in the map, broken folders."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from folders import write_folder
from panjshir import conflict
from streamlit.testing.v1 import AppTest
from undated import undated_folder

from geo.export.onefile import map_html
from geo.page import loading, state
from geo.page import map as map_of_page
from geo.panel import first_view
from geo.reading.conflict import load_conflict
from geo.view import View

ROOT = Path(__file__).parents[2]
FIFTH = date(2021, 9, 5)


def page(**parameters: str) -> AppTest:
    """Return the page as it is after its first run at an address."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.run()


def text(app: AppTest) -> str:
    """Return all HTML of the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def address(app: AppTest) -> dict[str, str]:
    """Return the page's address."""
    found = app.query_params.items()
    return {name: value if isinstance(value, str) else value[0] for name, value in found}


def test_an_address_that_says_nothing_opens_on_the_last_day_that_a_report_is_about() -> None:
    app = page()
    assert not app.exception
    assert app.slider(key="day").value == FIFTH
    assert "Sunday 5 September 2021" in text(app)


def test_every_choice_stands_in_the_address() -> None:
    assert address(page(area="rokha")) == {
        "area": "rokha",
        "date": "2021-09-05",
        "narrator": "everyone",
        "known": "all",
        "compare": "off",
        "view": "map",
    }


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"area": "rokha"}, "<span>Sources disagree.</span> <span>Taliban spokesman Belal Kareemi"),
        ({"area": "rokha", "narrator": "nrf"}, "The NRF do not say who holds Rokha, in these reports"),
        (
            {"area": "rokha", "known": "2021-09-04"},
            "as known on 4 September: only what was certainly published",
        ),
        ({"date": "2021-08-30", "narrator": "taliban"}, "nothing that comes from the Taliban up to this day"),
        ({"date": "2021-09-06"}, "These reports end on 6 September 2021; events went on."),
        (
            {"compare": "narrator:nrf", "narrator": "taliban"},
            "Paryan</bdi></a>: Taliban say Taliban, NRF say NRF",
        ),
        ({"compare": "date:2021-08-30"}, "Paryan</bdi></a>: on 5 Sep disputed, on 30 Aug NRF"),
        ({"compare": "known:2021-09-04"}, "Paryan</bdi></a>: as known today disputed, as known on 4 Sep NRF"),
        ({"view": "sources"}, "No address: the article was supplied as text."),
        ({"view": "data"}, "eighth Panjshir district, Abshar"),
    ],
    ids=lambda value: "&".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else None,
)
def test_an_address_restores_what_it_was_taken_from(parameters: dict[str, str], words: str) -> None:
    app = page(**parameters)
    assert not app.exception
    assert words in text(app)
    assert parameters.items() <= address(app).items()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date", "2021-13-45"),
        ("date", "2031-01-01"),
        ("date", "20210905"),
        ("area", "atlantis"),
        ("area", "<script>alert(1)</script>"),
        ("narrator", "outlet"),
        ("known", "yesterday"),
        ("compare", "narrator:nobody"),
        ("compare", "mood:good"),
        ("view", "../etc"),
    ],
)
def test_nonsense_in_the_address_is_ignored_with_a_notice(name: str, value: str) -> None:
    app = page(**{name: value})
    assert not app.exception
    assert app.warning[0].value.startswith(f"{name}=")
    assert app.slider(key="day").value == FIFTH
    assert value not in address(app).values()


def test_a_parameter_that_is_not_ours_is_left_alone() -> None:
    assert address(page(utm_source="newsletter"))["utm_source"] == "newsletter"


@pytest.mark.parametrize(
    ("start", "button", "day"),
    [("2021-09-05", "day_back", "2021-09-04"), ("2021-09-04", "day_next", "2021-09-05")],
)
def test_previous_and_next_move_one_day(start: str, button: str, day: str) -> None:
    app = page(date=start)
    app.button(key=button).click().run()
    assert address(app)["date"] == day
    assert app.slider(key="day").value == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("start", "button", "day"),
    [
        ({"date": "2021-09-05"}, "change_back", "2021-09-03"),
        ({"date": "2021-09-04"}, "change_back", "2021-09-03"),
        ({"date": "2021-08-25"}, "change_next", "2021-08-30"),
        ({"date": "2021-08-25", "narrator": "nrf"}, "change_next", "2021-09-05"),
        ({"date": "2021-09-05", "known": "2021-09-04"}, "change_back", "2021-08-30"),
    ],
    ids=["from a change", "from a quiet day", "forward", "of a narrator", "as known"],
)
def test_the_buttons_go_to_the_change_before_and_after(start: dict[str, str], button: str, day: str) -> None:
    app = page(**start)
    app.button(key=button).click().run()
    assert address(app)["date"] == day
    assert app.slider(key="day").value == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "button", "disabled"),
    [
        ("2021-08-30", "change_back", True),
        ("2021-08-31", "change_back", False),
        ("2021-09-06", "change_next", True),
        ("2021-09-05", "change_next", False),
        ("2021-08-25", "day_back", True),
        ("2021-08-26", "day_back", False),
        ("2021-09-06", "day_next", True),
        ("2021-09-05", "day_next", False),
    ],
)
def test_there_is_no_step_beyond_the_first_and_the_last_day(day: str, button: str, disabled: bool) -> None:
    assert page(date=day).button(key=button).disabled is disabled


def test_the_slider_moves_the_day() -> None:
    app = page(area="rokha")
    app.slider(key="day").set_value(date(2021, 8, 30)).run()
    assert address(app)["date"] == "2021-08-30"
    assert (
        "TASS: “The northern province of Panjshir is the only pocket of resistance to the Taliban”"
        in text(app)
    )


def test_the_narrator_is_chosen_and_survives_another_view() -> None:
    app = page()
    app.get("button_group")[2].set_value("taliban").run()
    app.button_group(key="view").set_value("sources").run()
    app.button_group(key="view").set_value("map").run()
    assert address(app)["narrator"] == "taliban"


def test_nine_narrators_with_long_names_are_one_list(small: Path) -> None:
    names = [f"The {n}th united front for the liberation of the northern provinces" for n in range(4, 10)]
    sides = [
        f'[[sides]]\nid = "side{n}"\nname = "{name}"\n'
        f'[[actors]]\nid = "actor{n}"\nname = "Front {n}"\nside = "side{n}"\ncolour = "#00{n}0ff"\n'
        for n, name in enumerate(names)
    ]
    settings = small / "conflict.toml"
    settings.write_text("\n".join([settings.read_text(encoding="utf-8"), *sides]), encoding="utf-8")
    rows = pd.read_csv(small / "control_reports.csv", dtype=str, keep_default_na=False)
    said = [
        rows.head(1).assign(report_id=f"own-{n}", statement_id=f"own-{n}", claimant_side=f"side{n}")
        for n in range(len(names))
    ]
    pd.concat([rows, *said]).to_csv(small / "control_reports.csv", index=False)
    app = page()
    assert not app.exception
    assert len(app.selectbox(key="narrator").options) == 9
    app.selectbox(key="narrator").set_value("red").run()
    assert address(app)["narrator"] == "red"
    made = map_html(load_conflict(small), View(FIFTH)).decode()
    assert '<select name="narrator">' in made
    assert 'type="radio" name="narrator"' not in made


def test_the_second_clock_is_set_and_one_click_takes_it_back() -> None:
    app = page()
    app.selectbox(key="known").set_value(date(2021, 9, 4)).run()
    assert address(app)["known"] == "2021-09-04"
    assert "1 article of 5" in text(app)
    app.button(key="known_all").click().run()
    assert address(app)["known"] == "all"


@pytest.mark.parametrize("kind", ["narrator", "date", "known"])
def test_a_comparison_starts_with_something_else_than_the_first_map(kind: str) -> None:
    app = page()
    app.selectbox(key="compare").set_value(kind).run()
    assert not app.exception
    assert address(app)["compare"].startswith(f"{kind}:")
    assert "Where the two maps differ" in text(app)
    app.selectbox(key="compare").set_value("off").run()
    assert address(app)["compare"] == "off"


def test_all_areas_are_listed_with_links_that_keep_every_choice() -> None:
    html = text(page(narrator="taliban"))
    assert html.count("<li><a href=") == 10
    assert "narrator=taliban" in html
    assert "area=rokha" in html


def test_one_click_leads_back_from_an_area_to_all() -> None:
    app = page(area="rokha")
    app.button(key="area_none").click().run()
    assert "area" not in address(app)
    assert "All areas on this day" in text(app)


def test_what_changed_links_to_the_words_that_changed_it() -> None:
    html = text(page())
    assert 'data-reports="' in html
    assert "#q-" in html


@pytest.mark.parametrize(
    ("value", "area", "day"),
    [
        ({"area": "rokha", "day": "2021-09-01", "n": 1}, "rokha", date(2021, 9, 1)),
        ({"area": None, "day": "2021-09-01", "n": 2}, None, date(2021, 9, 1)),
        ({"area": "atlantis", "day": "2031-01-01", "n": 3}, None, FIFTH),
        ({"area": "rokha", "day": "soon", "n": 4}, "rokha", FIFTH),
        ({}, "dara", FIFTH),
        (None, "dara", FIFTH),
    ],
    ids=["both", "no area", "neither known", "no day", "nothing yet", "no value"],
)
def test_a_choice_in_the_map_becomes_the_readers_choice(
    monkeypatch: pytest.MonkeyPatch, value: object, area: str | None, day: date
) -> None:
    session = {"map": value, "choices": View(day=FIFTH, area="dara")}
    for module in (map_of_page, state):
        monkeypatch.setattr(module, "st", SimpleNamespace(session_state=session))
    map_of_page._chosen_on_map(conflict())
    assert (state.chosen().area, state.chosen().day) == (area, day)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the data that the page is told to show."""
    copied = tmp_path / "data"
    shutil.copytree(ROOT / "data", copied)
    monkeypatch.setenv("CONFLICT", str(copied))
    return copied


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small folder that the page is told to show."""
    folder = write_folder(tmp_path / "small")
    monkeypatch.setenv("CONFLICT", str(folder))
    return folder


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("control_reports.csv", None),
        ("districts.geojson", b"{"),
        ("control_reports.csv", b"\xff\xfe\x00"),
        ("sources.csv", b"a,b\n1,2\n"),
        ("conflict.toml", b"= ="),
    ],
    ids=["missing", "no GeoJSON", "no UTF-8", "columns missing", "no TOML"],
)
def test_a_broken_file_is_one_clear_error(folder: Path, name: str, content: bytes | None) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    app = page()
    assert not app.exception
    assert app.error[0].value.startswith("This folder cannot be shown. Fix the problems listed here")
    assert name in app.text[0].value


def test_a_broken_row_is_counted_and_all_others_still_show(folder: Path) -> None:
    path = folder / "control_reports.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    place = next(place for place, line in enumerate(lines) if line.startswith("tass-02"))
    lines[place] = lines[place].replace(",panjshir,", ",atlantis,")  # no key event rests on it
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    app = page(area="rokha")
    assert "1 row was set aside" in app.info[0].value
    assert "Sources disagree." in text(app)


def test_a_folder_that_breaks_keeps_its_last_good_state_with_a_banner(folder: Path) -> None:
    app = page(area="rokha")
    (folder / "control_reports.csv").write_bytes(b"\xff\xfe")
    app.run()
    assert not app.exception
    assert "last version that could" in app.warning[0].value
    assert "Sources disagree." in text(app)


@pytest.mark.parametrize("part", ["shapes_of", "states_of", "list_html", "notes_html", "changes_html"])
def test_an_edit_whose_drawing_fails_keeps_the_last_good_map_under_a_banner(
    small: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    app = page()
    module = loading if part in {"shapes_of", "states_of"} else first_view
    with monkeypatch.context() as broken:
        broken.setattr(module, part, lambda *_, **__: 1 / 0)
        reports = small / "control_reports.csv"
        reports.write_bytes(reports.read_bytes().replace(b"a spokesman", part.encode()))
        app.run()
        assert not app.exception
        assert "last version that could" in app.warning[0].value
        assert "cannot be drawn: ZeroDivisionError" in app.text[0].value
        assert "All areas on this day" in text(app)
    app.run()
    assert not app.exception


def test_a_folder_that_never_could_be_drawn_is_one_clear_error(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "districts.geojson").write_bytes((small / "districts.geojson").read_bytes() + b"\n")
    monkeypatch.setattr(loading, "shapes_of", lambda *_: 1 / 0)
    app = page()
    assert not app.exception
    assert app.error[0].value.startswith("This folder cannot be shown")
    assert "districts.geojson: passes every check, but its geometry cannot be drawn" in app.text[0].value


def test_an_area_that_was_copied_is_set_aside_and_all_others_still_show(small: Path) -> None:
    app = page()
    districts, settings = small / "districts.geojson", small / "conflict.toml"
    table = json.loads(districts.read_bytes())
    (west,) = (one for one in table["features"] if one["properties"]["area_id"] == "west")
    twin = west | {"properties": west["properties"] | {"area_id": "west2", "name": "West2"}}
    districts.write_text(json.dumps(table | {"features": [*table["features"], twin]}))
    settings.write_text(settings.read_text().replace('"west"', '"west", "west2"', 1))
    app.run()
    assert not app.exception
    assert "2 rows were set aside" in app.info[0].value
    assert text(app).count("<li><a href=") == 2


def test_one_sentence_says_what_both_clocks_are_set_to_and_stands_out_when_one_is_set() -> None:
    usual, earlier = text(page(date="2021-09-05")), text(page(date="2021-09-05", known="2021-09-04"))
    assert usual.count("whenever it was published") == 1
    assert 'geo-told"' in usual
    assert earlier.count("only what was certainly published by then") == 1
    assert 'geo-told set"' in earlier


def test_where_nothing_changed_the_last_change_is_named_with_what_it_was() -> None:
    changed, still = text(page(date="2021-09-05")), text(page(date="2021-09-02"))
    assert "Since 4 September<" in changed
    assert "The last change was" not in changed
    assert "Nothing on the map changed since 1 September. The last change was on 30 August:" in still


def test_a_choice_made_after_the_files_changed_counts(small: Path) -> None:
    app = page(date="2021-09-05")
    reports = small / "control_reports.csv"
    reports.write_bytes(reports.read_bytes().replace(b"says so", b"another basis"))
    app.session_state["choices"] = replace(app.session_state["choices"], area="west")
    app.session_state["chosen_since"] = True
    app.run()
    assert not app.exception
    assert address(app)["area"] == "west"
    assert "Red holds West" in text(app)


def test_a_choice_that_the_changed_files_no_longer_have_is_said(small: Path) -> None:
    app = page(date="2021-09-05")
    districts, settings = small / "districts.geojson", small / "conflict.toml"
    for file in (districts, settings):
        file.write_bytes(file.read_bytes().replace(b'"east"', b'"eest"'))
    app.session_state["choices"] = replace(app.session_state["choices"], area="east")
    app.session_state["chosen_since"] = True
    app.run()
    assert not app.exception
    assert "area=east in the address was ignored" in app.warning[0].value


def test_without_a_day_of_publication_only_an_address_sets_the_second_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICT", str(undated_folder(tmp_path)))
    app = page()
    assert not app.exception
    assert "known" not in [one.key for one in app.selectbox]
    assert "known on another day" not in app.selectbox(key="compare").options
    app = page(known="2021-09-04")
    assert "no source has a day of publication, so nothing is certainly known by then" in text(app)
    assert "Silent: nothing in these reports says" in text(app)
    app.button(key="known_all").click().run()
    assert address(app)["known"] == "all"
    assert "known" not in [one.key for one in app.selectbox]
