"""geo.sentences.names: what areas, actors and narrators are called in a language."""

from dataclasses import replace

import pytest
from made_up import conflict, world

from geo.sentences.names import (
    actor_name,
    area_name,
    homonyms,
    is_named,
    named_like,
    narrator_name,
    narrator_says,
    parent_of,
    short_name,
)
from geo.words import Words, load_words

ENGLISH, DARI = load_words("en"), load_words("fa")
GERMAN = Words("de", ENGLISH.entries)


@pytest.mark.parametrize(
    ("area_id", "words", "name"),
    [
        ("north", ENGLISH, "North"),
        ("north", DARI, "شمال"),
        ("west", DARI, "West"),
        ("north", GERMAN, "North"),
        ("valley", ENGLISH, "Valley"),
        ("valley", DARI, "دره"),
        ("land", DARI, "Land"),
    ],
    ids=[
        "an area",
        "an area in Dari",
        "an area without a Dari name",
        "a language that the map lacks",
        "a group",
        "a group in Dari",
        "a group without a Dari name",
    ],
)
def test_an_area_is_called_by_the_name_of_the_language_else_by_its_plain_name(
    area_id: str, words: Words, name: str
) -> None:
    assert area_name(world(), area_id, words) == name


@pytest.mark.parametrize(
    ("actor", "words", "name"),
    [("red", ENGLISH, "Reds"), ("red", DARI, "گروه سرخ"), ("blue", DARI, "Blues")],
    ids=["in English", "in Dari", "without a Dari name"],
)
def test_an_actor_is_called_by_the_name_of_the_language_else_by_its_plain_name(
    actor: str, words: Words, name: str
) -> None:
    assert actor_name(world(), actor, words) == name


@pytest.mark.parametrize(
    ("narrator", "words", "name", "says"),
    [
        ("everyone", ENGLISH, "Everyone", "all sources together say"),
        ("others", ENGLISH, "Others", "outlets and third parties say"),
        ("red", ENGLISH, "Red", "the side “Red” says"),
        ("everyone", DARI, "همه", "همه منابع با هم می‌گویند"),
        ("red", DARI, "سرخ", "طرف «سرخ» می‌گوید"),
        ("blue", DARI, "Blue", "طرف «Blue» می‌گوید"),
    ],
    ids=["everyone", "others", "a side", "everyone in Dari", "a side in Dari", "a side without a Dari name"],
)
def test_a_narrator_has_a_name_and_a_verb(narrator: str, words: Words, name: str, says: str) -> None:
    assert narrator_name(world(), narrator, words) == name
    assert narrator_says(world(), narrator, words) == says


def test_a_text_names_a_place_by_any_of_its_names() -> None:
    texts = ["in the Valley", "در دره", "in the hills", "North", "شمال"]
    assert [is_named(world(), "valley", text) for text in texts] == [True, True, False, False, False]
    assert [is_named(world(), "north", text) for text in texts] == [False, False, False, True, True]


def test_areas_of_the_same_name_are_told_apart_by_what_they_lie_in() -> None:
    areas = world().areas
    made = replace(world(), areas=areas.assign(name="Kohistan", name_fa="", parent=["valley", "", "Kapisa"]))
    assert [area_name(made, area, ENGLISH) for area in areas.index] == [
        "Kohistan (Valley)", "Kohistan", "Kohistan (Kapisa)"
    ]  # fmt: skip
    assert area_name(made, areas.index[0], DARI) == "Kohistan (دره)"
    assert [short_name(made, area, ENGLISH) for area in areas.index] == ["Kohistan"] * 3
    assert homonyms(made) == set(areas.index)


def test_names_that_are_not_shared_stay_as_they_are() -> None:
    assert homonyms(world()) == frozenset()


@pytest.mark.parametrize(
    ("parent", "province", "name"),
    [("valley", "Else", "Valley"), ("", "Kapisa", "Kapisa"), ("", "", None)],
    ids=["a group", "a province", "unknown"],
)
def test_an_area_lies_in_its_parent_else_its_province(parent: str, province: str, name: str | None) -> None:
    made = replace(world(), areas=world().areas.assign(parent=parent, province=province))
    found = parent_of(made, "west")
    assert (found.name if found else None) == name


def test_a_conflict_can_have_the_names_of_another_of_the_same_areas() -> None:
    other = replace(world(), areas=world().areas.assign(name=["Westland", "Eastland", "Westland"]))
    made = conflict({})
    named_like(made, other)
    assert short_name(made, "west", ENGLISH) == "Westland"
    assert homonyms(made) == homonyms(other) != frozenset()
