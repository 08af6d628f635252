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
