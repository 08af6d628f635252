"""geo.paint: the JSON that the script paints from, and the Folium map that starts it."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import made_up
import numpy as np
import pandas as pd
import panjshir
import pytest
import shapely
from folders import CONFLICT, files, geojson, place, reports

from geo.looks import Look
from geo.paint import ASSETS, SCRIPTS, STYLES, compact_json
from geo.paint import geometry as shapes
from geo.paint.folium_map import base_map, script_config, spoken, step
from geo.paint.geometry import geometry
from geo.paint.legend import legend
from geo.paint.snapped import snapped
from geo.paint.states import Extent, states, states_key
from geo.reading.conflict import Conflict, conflict_of
from geo.sentences import Account, turns
from geo.timeline import control, timeline_of
from geo.words import load_words

WORDS = load_words("en")
DATA = Path(__file__).parents[2] / "data"
NARRATORS = ["everyone", "taliban", "nrf", "others"]


@pytest.fixture(scope="module")
def conflict() -> Conflict:
    return panjshir.conflict()


@pytest.fixture(scope="module")
def shape_table(conflict: Conflict) -> dict[str, Any]:
    return geometry(conflict)


def told_by(conflict: Conflict, narrator: str) -> dict[str, Any]:
    return states(timeline_of(conflict, narrator), conflict, WORDS, narrator=narrator)


def look_at(table: dict[str, Any], area: int, day: int) -> dict[str, Any]:
    """Return what the script would look up: the last change on or before a day."""
    row = table["changes"][area]
    found = [row[i + 1] for i in range(0, len(row), 2) if row[i] <= day]
    return table["looks"][found[-1] if found else 0]


@pytest.mark.parametrize("narrator", NARRATORS)
def test_the_script_looks_up_what_the_rule_says_for_every_area_and_day(
    conflict: Conflict, narrator: str
) -> None:
    table = told_by(conflict, narrator)
    timeline = timeline_of(conflict, narrator)
    for day in range(table["days"]):
        answers = control(timeline, conflict.first_day + timedelta(days=day))
        for position, (_, answer) in enumerate(answers.iterrows()):
            look = look_at(table, position, day)
            assert look["status"] == answer["status"]
            assert len([fill for fill in look["fills"] if fill != "blank"]) == len(answer["holders"])
            assert ("fighting" in look["marks"]) == bool(answer["fighting"])


@pytest.mark.parametrize("narrator", NARRATORS)
def test_the_script_counts_the_age_of_a_colour_as_the_rule_does(conflict: Conflict, narrator: str) -> None:
    table, timeline, found = told_by(conflict, narrator), timeline_of(conflict, narrator), 0
    for day in range(table["days"]):
        ages = control(timeline, conflict.first_day + timedelta(days=day))["age_days"]
        for changes, newest, age in zip(table["changes"], table["newest"], ages, strict=True):
            at = sum(began <= day for began in changes[::2])
            if not pd.isna(age):
                assert day - newest[at - 1] == age
                found += 1
    assert found


def test_states_of_another_day_of_knowledge_have_another_key(conflict: Conflict) -> None:
    known = date(2021, 9, 4)
    keys = {
        states_key(conflict, WORDS),
        states_key(conflict, WORDS, known=known),
        states_key(conflict, WORDS, narrator="nrf"),
    }
    assert len(keys) == 3


def test_empty_days_are_counted_as_empty(conflict: Conflict) -> None:
    table = told_by(conflict, "everyone")
    assert len(table["about"]) == len(table["published"]) == table["days"]
    assert min(table["about"]) == 0
    assert sum(table["published"]) == conflict.reports["statement_id"].nunique()


@pytest.mark.parametrize(
    ("narrator", "marks"),
    [
        ("everyone", {"fighting", "contradicted"}),
        ("taliban", set()),
        ("nrf", {"fighting", "denied"}),
        ("others", {"fighting", "contradicted"}),
    ],
)
def test_the_legend_has_a_key_for_each_mark_and_colour_that_is_drawn_and_no_other(
    conflict: Conflict, narrator: str, marks: set[str]
) -> None:
    table = told_by(conflict, narrator)
    drawn = [tuple(look["colours"]) for look in table["looks"]]
    keys = [tuple(key["colours"]) for key in table["legend"] if "mark" not in key]
    assert {colours for colours in drawn if len(colours) == 1} <= set(keys)
    assert {len(colours) for colours in drawn} <= {len(colours) for colours in keys}
    assert [key["mark"] for key in table["legend"] if "mark" in key] == [
        mark for mark in ("fighting", "contradicted", "denied") if mark in marks
    ]
    assert {mark for look in table["looks"] for mark in look["marks"]} == marks


def test_every_key_of_the_legend_has_words_of_its_own(conflict: Conflict) -> None:
    texts = [key["text"] for key in told_by(conflict, "everyone")["legend"]]
    assert len(set(texts)) == len(texts)


def test_areas_stand_in_the_order_of_the_map(conflict: Conflict, shape_table: dict[str, Any]) -> None:
    assert [area["id"] for area in shape_table["areas"]] == list(conflict.areas.index)


def test_a_label_lies_in_its_area(conflict: Conflict, shape_table: dict[str, Any]) -> None:
    points = shapely.points([area["label"] for area in shape_table["areas"]])
    assert shapely.contains(conflict.areas.geometry.to_numpy(), points).all()


def test_a_wide_frame_shows_the_focus_and_a_small_neighbour_whole(shape_table: dict[str, Any]) -> None:
    focus, view = (shapely.box(*shape_table[name]) for name in ("focus", "view"))
    andarab = next(area for area in shape_table["areas"] if area["id"] == "andarab")
    assert shapely.contains(view.buffer(1e-9), focus)
    assert shapely.contains(view.buffer(1e-9), shapely.Polygon(andarab["rings"][0][0]))
    assert view.area < shapely.box(*shape_table["bounds"]).area


def test_the_focus_has_one_outline_around_all_of_it(conflict: Conflict, shape_table: dict[str, Any]) -> None:
    outlines = [group["outline"] for group in shape_table["groups"] if "outline" in group]
    assert [len(outline) for outline in outlines] == [1]
    around = shapely.Polygon(outlines[0][0][0])
    members = conflict.areas.loc[list(conflict.groups["panjshir"].areas)].geometry
    assert around.symmetric_difference(members.union_all()).area < 1e-9


def grid(side: int, steps: int) -> np.ndarray[Any, Any]:
    """Return side × side areas whose borders wave, shared ones alike on both sides."""
    marks = np.arange(side * steps + 1) / steps
    wave = np.sin(marks * 9) * 0.03 * (marks % 1 > 0)
    cells = []
    for row in range(side):
        for column in range(side):
            x = slice(column * steps, (column + 1) * steps + 1)
            y = slice(row * steps, (row + 1) * steps + 1)
            south = np.column_stack([marks[x], row + wave[x]])
            north = np.column_stack([marks[x], row + 1 + wave[x]])[::-1]
            east = np.column_stack([column + 1 + wave[y], marks[y]])
            west = np.column_stack([column + wave[y], marks[y]])[::-1]
            cells.append(shapely.Polygon(np.vstack([south, east[1:], north[1:], west[1:-1]])))
    return np.array(cells)


def test_borders_of_a_big_map_are_generalised_and_stay_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MOST_VERTICES", 600)
    before = grid(5, 20)
    after, simplified = shapes.generalised(before)
    assert simplified
    assert shapely.get_num_coordinates(after).sum() <= 600
    assert shapely.coverage_is_valid(after)
    assert abs(shapely.union_all(after).area - shapely.area(after).sum()) < 1e-9


def test_a_very_detailed_border_is_first_snapped_to_a_grid_and_stays_shared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    simplify = shapely.coverage_simplify
    monkeypatch.setattr(shapes, "MOST_VERTICES", 600)
    monkeypatch.setattr(shapes, "MANY_VERTICES", 10_000)
    monkeypatch.setattr(
        shapes.shapely, "coverage_simplify", lambda some, by: asked.append(some) or simplify(some, by)
    )
    y = np.linspace(0, 2, 40_000)
    border = np.column_stack([1 + np.sin(y * 9) * 0.1, y])
    before = np.array(
        [shapely.Polygon([*border, (0, 2), (0, 0)]), shapely.Polygon([*border, (2, 2), (2, 0)])]
    )
    after, _ = shapes.generalised(before)
    assert shapely.get_num_coordinates(asked[0]).sum() < shapely.get_num_coordinates(before).sum() / 3
    assert shapely.coverage_is_valid(after)
    assert shapely.area(shapely.symmetric_difference(before, after)).max() < 0.01


def test_a_shape_smaller_than_the_grid_is_not_lost_in_it() -> None:
    tiny = shapely.box(0, 0, 1e-4, 1e-4)
    assert snapped(tiny, 0.01).equals(tiny)
    assert snapped(shapely.box(0.001, 0, 2, 2), 0.01).equals(shapely.box(0, 0, 2, 2))


def test_borders_of_a_small_map_are_drawn_as_they_are(
    conflict: Conflict, shape_table: dict[str, Any]
) -> None:
    assert not shape_table["simplified"]
    drawn = [shapely.Polygon(area["rings"][0][0]) for area in shape_table["areas"]]
    assert shapely.equals(np.array(drawn), conflict.areas.geometry.to_numpy()).all()


def test_the_base_map_names_no_other_machine() -> None:
    made = base_map("../../media/g.json", WORDS, leaflet="../leaflet", assets="../paint")
    links = [address for _, address in (*made.default_js, *made.default_css)]
    assert links[0] == "../leaflet/leaflet.js"
    assert all(link.startswith("../") for link in links)
    assert not re.search(r"https?://", made.get_root().render())


def test_no_file_of_the_script_names_another_machine() -> None:
    for name in (*SCRIPTS, *STYLES):
        text = (ASSETS / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|//[a-z]+\.[a-z]{2,}/", text), name


@pytest.mark.parametrize("name", SCRIPTS)
def test_data_never_becomes_markup(name: str) -> None:
    text = (ASSETS / name).read_text(encoding="utf-8")
    if name == "ahead.js":  # words composed and escaped as those of the one-file map, in this one place
        text = text.replace("box.innerHTML = pages\n", "", 1)
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text
    )
    assert '"use strict";' in text


def script_of(element: Any) -> str:
    """Return what an element of Folium runs."""
    return str(element.get_root().render())


@pytest.mark.parametrize("url", ["../../media/a.json", "../../media/</script><b>.json"])
def test_a_step_is_a_small_message_that_cannot_leave_its_script(url: str) -> None:
    group = step("2021-09-05", states="k", url=url, area="rokha")
    child = next(iter(group._children.values()))
    text = child._template.module.script(child)
    assert len(text) < 600
    assert "</script>" not in text
    assert json.loads(re.search(r"show\((.*)\);", text)[1])["url"] == url  # type: ignore[index]


def test_the_script_gets_the_words_of_its_family_only() -> None:
    words = script_config("g.json", WORDS)["words"]
    assert words["play"] == "Play"
    assert not any(key.startswith(("panel.", "map.")) for key in words)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_words_served_as_a_file_do_not_go_along_with_every_step(language: str) -> None:
    words = load_words(language)
    config = script_config("g.json", words, said="words.json")
    assert list(config["words"]) == ["failed"]
    assert len(json.dumps(config)) < 500
    assert len(spoken(words)["words"]) > 20


def test_words_that_the_script_says_exist() -> None:
    words = script_config("g.json", WORDS)["words"]
    text = "".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    said = set(re.findall(r"""\.say\(\s*"(\w+)\"""", text))
    assert said
    assert said <= set(words)


def test_json_is_compact_and_keeps_every_letter() -> None:
    assert compact_json({"name": "رخه", "n": [1, 2]}) == '{"name":"رخه","n":[1,2]}'.encode()


def test_hidden_characters_in_a_name_are_written_out(conflict: Conflict) -> None:
    turned = conflict.areas.assign(name=conflict.areas["name"] + "\u202e")
    table = geometry(replace(conflict, areas=turned))
    assert table["areas"][0]["name"] == "Anaba⟨U+202E⟩"


def test_an_actor_that_stands_only_in_a_hatch_is_in_the_legend() -> None:
    words, conflict = load_words("en"), panjshir.conflict()
    one, other = (actor.colour for actor in conflict.actors.values())
    hatch = Look("disputed", (one, other), "firm", "solid", (), "disputed", "disputed")
    keys = {tuple(key["colours"]): key["text"] for key in legend([hatch], conflict, words)}
    assert keys[one,] == "Taliban"
    assert keys[other,] == "NRF"


def made_states(narrator: str = "everyone", known: date | None = None) -> tuple[dict[str, Any], Conflict]:
    """Return the states of a made-up war of four days: Red holds West, is fought there, Blue claims East."""
    blue = {"party": "blue", "claimant": "Blues", "claimant_side": "blue", "voice_id": "blue"}
    fight = {"claim": "fighting", "party": "", "date_to": "2021-09-07", "statement_id": "s2"}
    told = (
        {"statement_id": "s1"},
        {"statement_id": "s1", "area_id": "north", "claim": "present"},
        fight,
        blue | {"area_id": "east", "date_to": "2021-09-08", "statement_id": "s3", "source_id": "radio"},
    )
    conflict = made_up.conflict(*told)
    timeline = made_up.Account(conflict, narrator, known).timeline
    return states(timeline, conflict, WORDS, narrator=narrator, known=known), conflict


def test_states_say_from_which_day_on_each_area_shows_what() -> None:
    table, conflict = made_states()
    names = [str(area) for area in conflict.areas.index]
    words = [look["sentence"] for look in table["looks"]]
    changes = dict(zip(names, table["changes"], strict=True))
    said = {
        area: [(day, words[look]) for day, look in zip(row[::2], row[1::2], strict=True)]
        for area, row in changes.items()
    }
    assert (table["first"], table["days"]) == ("2021-09-05", 4)
    assert said["west"] == [
        (0, "Reds, reported"),
        (2, "Reds, reported, fighting reported"),
        (3, "Reds, reported"),
    ]
    assert said["east"] == [(3, "Blues, by their own word")]
    assert said["north"] == []
    assert dict(zip(names, table["newest"], strict=True)) == {"west": [0, 0, 0], "east": [3], "north": []}
    numbers = [number for rows in (table["changes"], table["newest"]) for row in rows for number in row]
    assert all(type(number) is int for number in numbers)


def test_statements_are_counted_once_on_the_day_that_they_are_about() -> None:
    assert made_states()[0]["about"] == [1, 0, 1, 1]


def test_a_tables_cell_is_counted_on_each_of_its_days() -> None:
    # beside the one quote of 5 September that `reports` begins with
    row = made_up.ROW | {"evidence": "table", "quote": "", "cell": "c=1", "date_from": "2021-09-04"}
    rows = [
        row | {"report_id": f"t{n}", "statement_id": f"t{n}", "date_from": first, "date_to": last} | more
        for n, (first, last, more) in enumerate(
            [
                ("2021-08-30", "2021-09-04", {}),
                ("2021-09-06", "2021-09-06", {}),
                ("2021-09-05", "2021-09-30", {"area_id": "east"}),
            ]
        )
    ]
    read = conflict_of(files(reports=reports(*rows)))
    days = Extent(date(2021, 9, 3), date(2021, 9, 7), tuple(read.areas.index))
    assert states(timeline_of(read), read, WORDS, extent=days)["about"] == [1, 1, 2, 2, 1]


@pytest.mark.parametrize(
    ("known", "published"),
    [
        (None, [0, 3, 0, 0]),
        (date(2021, 9, 5), [0, 0, 0, 0]),
        (date(2021, 9, 6), [0, 3, 0, 0]),
        (date(2021, 9, 7), [0, 3, 0, 0]),
    ],
    ids=["everything known", "the eve of publication", "its day", "the day after"],
)
def test_statements_are_counted_on_the_day_of_their_publication(
    known: date | None, published: list[int]
) -> None:
    assert made_states(known=known)[0]["published"] == published


def test_only_the_narrators_statements_are_counted() -> None:
    table, _ = made_states("blue")
    assert (table["about"], table["published"]) == ([0, 0, 0, 1], [0, 1, 0, 0])


@pytest.mark.parametrize(
    ("narrator", "known", "tail"),
    [
        ("everyone", None, "en-everyone-all"),
        ("blue", None, "en-blue-all"),
        ("everyone", date(2021, 9, 6), "en-everyone-2021-09-06"),
    ],
    ids=["everything", "a side", "a day of knowledge"],
)
def test_states_are_kept_under_what_they_are_made_of(narrator: str, known: date | None, tail: str) -> None:
    table, conflict = made_states(narrator, known)
    assert table["key"] == f"{conflict.key}-{tail}"


def test_the_legend_has_what_is_seen_and_silence() -> None:
    texts = [key["text"] for key in made_states()[0]["legend"]]
    assert texts == ["Reds", "Blues, by their own word", "no statement", "fighting or attacks reported"]
    assert [key["text"] for key in made_states("blue")[0]["legend"]] == [texts[1], "no statement"]


def test_a_mark_without_a_vote_has_no_newest_vote() -> None:
    conflict = made_up.conflict({}, {"claim": "fighting", "party": "", "area_id": "north"})
    table = states(made_up.Account(conflict).timeline, conflict, WORDS)
    north = [str(area) for area in conflict.areas.index].index("north")
    assert compact_json(table["newest"][north]) == b"[0,0]"


def test_statements_of_an_inferred_day_of_publication_are_counted(conflict: Conflict) -> None:
    table = told_by(conflict, "everyone")
    sources = conflict.sources[conflict.sources["published_basis"].str.startswith("inferred")].index
    once = conflict.reports.drop_duplicates("statement_id")
    assert sum(table["inferred"]) == int(once["source_id"].isin(sources).sum())
    assert table["inferred"][0] == 0
    assert all(some <= every for some, every in zip(table["inferred"], table["published"], strict=True))


@pytest.mark.parametrize(
    ("second", "area"),
    [
        (shapely.box(70, 35, 71, 35.5), 1.5),  # a corner of one on a side of the other
        (shapely.box(69.99, 35, 71, 36), 2.0),  # a sliver in both
        (shapely.box(69.2, 35.2, 69.4, 35.4), 1.0),
        (shapely.box(69, 35, 70, 36), 1.0),
        (shapely.box(75, 35, 76, 36), 2.0),
    ],
    ids=["corner", "sliver", "inside", "same", "apart"],
)
def test_the_focus_has_a_valid_outline_however_its_areas_were_drawn(
    second: shapely.Polygon, area: float
) -> None:
    made = shapes.outline(np.array([shapely.box(69, 35, 70, 36), second]))
    assert made.is_valid
    assert made.area == pytest.approx(area)


MIXED = geojson([place("town", 69.5, 35.5), place("port", 71, 35.2)])


def test_a_place_has_its_point_and_no_rings() -> None:
    table = geometry(conflict_of(files(districts=MIXED)))
    assert [len(area["rings"]) for area in table["areas"]] == [1, 1, 0, 0]
    assert [area["label"] for area in table["areas"][2:]] == [[69.5, 35.5], [71, 35.2]]
    assert table["far"] == []


def test_a_focus_of_places_alone_has_no_outline_and_is_named_as_the_focus() -> None:
    towns = CONFLICT.replace('["east", "west"]', '["town", "port"]')
    (group,) = geometry(conflict_of(files(districts=MIXED, conflict=towns.encode())))["groups"]
    assert group["focus"]
    assert "outline" not in group


def test_places_beside_a_generalised_map_stay_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MOST_VERTICES", 600)
    before = np.insert(grid(5, 20), 3, shapely.Point(2.2, 2.7))
    after, simplified = shapes.generalised(before)
    assert simplified
    assert after[3] == before[3]
    assert shapely.get_num_coordinates(after).sum() <= 601


def test_the_script_gets_each_event_once_with_its_place_and_its_days() -> None:
    fight = {"claim": "fighting", "party": "", "lon": "69.512345", "lat": "35.25"}
    made = made_up.conflict({}, fight | {"date_from": "2021-09-03"}, fight | {"area_id": "east"})
    table = states(timeline_of(made), made, WORDS)
    assert table["events"] == {
        "report": ["r2", "r3"],
        "area": [0, 1],
        "lon": [69.51234, 69.51234],
        "lat": [35.25, 35.25],
        "from": [0, 2],
        "to": [2, 2],
    }


def test_without_events_nothing_is_sent_of_them(conflict: Conflict) -> None:
    assert "events" not in told_by(conflict, "everyone")


def test_a_bay_narrower_than_the_grid_is_closed_and_the_shape_stays_valid() -> None:
    bay = [(0, 0), (1, 0), (1, 1), (0.501, 1), (0.501, 0.2), (0.5, 0.2), (0.5, 1), (0, 1)]
    made = snapped(shapely.Polygon(bay), 0.1)
    assert shapely.is_valid(made)
    assert made.area == pytest.approx(1)


def test_the_days_of_change_are_those_that_the_sentences_name(conflict: Conflict) -> None:
    # what is told as a change, and by which step buttons stop, is marked in the time bar
    for narrator in ("everyone", "taliban", "nrf"):
        account, table = Account(conflict, narrator), told_by(conflict, narrator)
        told = {day: len(areas) for day, areas in account.changing.items() if turns(account, day)}
        first = date.fromisoformat(table["first"])
        days = [first + timedelta(days=one) for one in table["turns"]["day"]]
        assert dict(zip(days, table["turns"]["areas"], strict=True)) == told


def test_a_part_of_the_map_has_its_own_days_of_change(conflict: Conflict) -> None:
    extent = Extent(date(2021, 9, 1), date(2021, 9, 5), ("rokha", "andarab"))
    table = states(timeline_of(conflict), conflict, WORDS, extent=extent)
    assert table["turns"] == {"day": [4], "areas": [2]}
    from_there = extent._replace(first=date(2021, 9, 5))  # what its first day shows is no change
    assert states(timeline_of(conflict), conflict, WORDS, extent=from_there)["turns"] == {
        "day": [],
        "areas": [],
    }


def test_on_a_part_of_the_map_only_the_narrators_own_statements_about_it_are_counted(
    conflict: Conflict,
) -> None:
    days = conflict.first_day, conflict.last_day
    part = Extent(*days, ("rokha",))
    table = states(timeline_of(conflict, "nrf"), conflict, WORDS, narrator="nrf", extent=part)
    there = conflict.reports["area_id"].isin(conflict.reaching(("rokha",)))
    own = conflict.reports["claimant_side"] == "nrf"
    assert sum(table["about"]) == conflict.reports[there & own]["statement_id"].nunique()
    assert 0 < sum(table["about"]) < conflict.reports[there]["statement_id"].nunique()
    assert sum(table["about"]) < conflict.reports[own]["statement_id"].nunique()


def test_a_part_of_the_map_shows_what_the_whole_map_shows_there_and_no_later_day(conflict: Conflict) -> None:
    areas = tuple(map(str, conflict.areas.index))
    timeline, days = timeline_of(conflict), (date(2021, 9, 1), date(2021, 9, 4))
    whole = states(timeline, conflict, WORDS)
    part = states(timeline, conflict, WORDS, extent=Extent(*days, ("rokha", "andarab")))
    offset = (days[0] - conflict.first_day).days
    assert (part["days"], len(part["changes"]), len(part["newest"])) == (4, 2, 2)
    for position, area in enumerate(("rokha", "andarab")):
        began = part["changes"][position][::2]
        assert began == sorted(set(began))
        assert all(0 <= day < part["days"] for day in began)
        for day in range(part["days"]):
            assert look_at(part, position, day) == look_at(whole, areas.index(area), day + offset)


def test_of_the_changes_before_the_first_day_shown_only_the_last_of_each_area_is_sent() -> None:
    other = {"voice_id": "radio", "claimant": "The Radio"}
    made = made_up.conflict(
        {"date_to": "2021-09-01"},
        {"date_to": "2021-09-02", "party": "blue"} | other,
        {"date_to": "2021-09-03"},
        {"date_to": "2021-09-05", "party": "blue"} | other,
        {"date_to": "2021-09-09"},
        {"date_to": "2021-09-02", "area_id": "east"},
        {"date_to": "2021-09-04", "area_id": "east", "party": "blue"} | other,
    )
    days = Extent(date(2021, 9, 4), date(2021, 9, 6), ("west", "east"))
    table = states(timeline_of(made), made, WORDS, extent=days)
    assert [row[::2] for row in table["changes"]] == [[0, 1], [0]]
    assert table["newest"] == [[-1, 1], [0]]
