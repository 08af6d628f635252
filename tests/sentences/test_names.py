"""geo.sentences.names: what areas, actors and narrators are called in a language."""

import pytest
from made_up import world

from geo.sentences.names import actor_name, area_name, is_named, narrator_name, narrator_says
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
