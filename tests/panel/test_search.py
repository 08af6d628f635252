"""geo.panel.search: what the script searches."""

from collections.abc import Callable
from typing import Any

from panjshir import conflict as panjshir

from geo.export.onefile import Cut
from geo.panel.search import searched
from geo.words import load_words

WORDS = load_words("en")
Made = Callable[..., Any]


def test_words_are_listed_once_with_each_place_in_the_order_of_the_days(world: Made) -> None:
    both = {"statement_id": "s", "origin_id": "o", "quote": "Red holds both"}
    found = searched(
        world(
            {"quote": "late", "date_to": "2021-09-07"},
            both,
            both | {"area_id": "east"},
            both | {"claim": "captured"},
            {"quote": "undated", "date_to": ""},
            {"quote": "early", "date_to": "2021-09-04", "area_id": "valley", "scope": "all_of"},
        ),
        WORDS,
    )
    texts = [found["texts"][row[0]][0] for row in found["said"]]
    assert texts == ["early", "Red holds both", "late", "undated"]
    ways = {text: row[5] for text, row in zip(texts, found["said"], strict=True)}
    assert ways["Red holds both"] == [[0, "2021-09-05", "r2"], [1, "2021-09-05", "r3"]]
    assert ways["undated"] == [[0, "", "r5"]]
    assert ways["early"] == [[0, "2021-09-04", "r6", 0]]
    assert found["groups"] == ["Valley"]
    assert found["speakers"] == [["a spokesman", ""]]
    assert found["outlets"] == [["The Paper", ""]]


def test_a_place_has_every_spelling_of_map_and_folder_but_not_its_id() -> None:
    found = {one[2]: one for one in searched(panjshir(), WORDS)["places"]}
    name, also, _, within = found["khenj"]
    assert {"Hisa-e-Awal Panjshir", name} <= {*also.split("\n")}
    assert "khenj" not in also.split("\n")
    assert within == "Panjshir"


def test_speakers_are_shown_in_the_readers_language_and_found_in_the_others() -> None:
    english, dari = (searched(panjshir(), load_words(one)) for one in ("en", "fa"))
    assert ["Fahim Dashti, NRF spokesman", "فهیم دشتی، سخنگوی جبهه مقاومت"] in english["speakers"]
    assert ["فهیم دشتی، سخنگوی جبهه مقاومت", "Fahim Dashti, NRF spokesman"] in dari["speakers"]


def test_what_a_file_does_not_show_cannot_be_found_in_it() -> None:
    cut = Cut(panjshir(), asked=("rokha",))
    found = searched(panjshir(), WORDS, cut.areas, cut.shows)
    assert [one[2] for one in found["places"]] == ["rokha"]
    assert found["said"]
    assert {way[0] for row in found["said"] for way in row[5]} == {0}
    silent = Cut(panjshir(), told=("nrf",))
    assert searched(panjshir(), WORDS, silent.areas, silent.shows)["said"] == []


def test_a_statement_is_a_row_of_numbers_into_the_lists(world: Made) -> None:
    cell = {
        "evidence": "table", "cell": "control=1", "cell_row": "7", "quote": "", "claimant": "The Paper",
        "claimant_side": "outlet", "voice_id": "paper", "date_to": "2021-09-06", "area_id": "east",
    }  # fmt: skip
    found = searched(world({"quote": "first"}, {"quote": "second", "claimant": "a minister"}, cell), WORDS)
    assert [text for text, _ in found["texts"]] == ["first", "second", "in the table: control = 1, row 7"]
    assert [name for name, _ in found["speakers"]] == ["a spokesman", "a minister", "The Paper"]
    assert found["abouts"] == ["about 5 Sep", "from 6 Sep on"]
    assert [row[:5] for row in found["said"]] == [[0, 0, 0, 0, 0], [1, 1, 0, 0, 0], [2, 2, 0, 1, 1]]


def test_words_about_a_group_lead_to_its_first_area_that_the_map_shows(world: Made) -> None:
    made = world({"area_id": "valley", "scope": "all_of", "quote": "all of it"})
    assert searched(made, WORDS)["said"][0][5] == [[0, "2021-09-05", "r1", 0]]
    assert searched(made, WORDS, ["east"])["said"][0][5] == [[0, "2021-09-05", "r1", 0]]
    only_east = searched(made, WORDS, reachable=lambda area, _: area == "east")
    assert only_east["said"][0][5] == [[1, "2021-09-05", "r1", 0]]


def test_whether_an_area_is_shown_is_asked_of_the_day_of_its_statement(world: Made) -> None:
    asked = []

    def reachable(area: str, day: Any) -> bool:
        asked.append((area, day and day.isoformat()))
        return False

    assert searched(world({}, {"date_to": "", "area_id": "east"}), WORDS, reachable=reachable)["said"] == []
    assert asked == [("west", "2021-09-05"), ("east", None)]


def test_a_place_without_a_province_lies_in_nothing(world: Made) -> None:
    found = {one[2]: one for one in searched(world({}, areas=1), WORDS)["places"]}
    assert found["a1"][0] == "Hill 1"
    assert found["a1"][3] == ""
