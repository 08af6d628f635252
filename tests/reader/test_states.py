"""Who is the state of the land, who its rebels are, and which of a side's actors speaks."""

from dataclasses import replace

import pytest
from invented import LAND, PUBLISHED

from geo.reader.aliases import actor_phrases
from geo.reader.cues import load_cues
from geo.reader.days import load_calendar
from geo.reader.phrases import phrase
from geo.reader.reading import Reader
from geo.reader.states import home_of
from geo.reading.settings_tables import ActorTable

CUES = load_cues("en")


def actor(key, name, long_name="", side=""):
    """Return an actor of a conflict file."""
    return ActorTable(id=key, name=name, long_name=long_name, side=side or key, colour="#E69F00")


MALI = [
    actor("army", "Malian army"),
    actor("csp", "CSP", "Azawad front"),
    actor("wagner", "Wagner", side="army"),
]
CONGO = [actor("fardc", "FARDC", "Congolese armed forces"), actor("m23", "M23"), actor("rdf", "Rwandan army")]
SHAN = [
    actor("junta", "Junta", "Myanmar military"),
    actor("mndaa", "MNDAA", "Myanmar National Democratic Alliance Army"),
]
TRIPOLI = [actor("gna", "GNA", "Government of National Accord"), actor("lna", "LNA", "Libyan National Army")]


@pytest.mark.parametrize(
    ("actors", "zone", "home"),
    [
        (MALI, "Africa/Bamako", "army"),
        (CONGO, "Africa/Kinshasa", "fardc"),
        (SHAN, "Asia/Yangon", "junta"),
        (TRIPOLI, "Africa/Tripoli", "gna"),
        (TRIPOLI[1:], "Africa/Tripoli", ""),
    ],
)
def test_the_state_of_the_land_is_called_after_it_or_is_the_only_government(actors, zone, home):
    assert home_of(actors, zone, CUES) == home


@pytest.mark.parametrize(
    ("actors", "zone", "words", "who"),
    [
        (MALI, "Africa/Bamako", "mali army", "army"),
        (MALI, "Africa/Bamako", "soldiers", "army"),
        (MALI, "Africa/Bamako", "rebels", "csp"),
        ([MALI[0], actor("star", "Red Star")], "Africa/Bamako", "rebels", "star"),
        (CONGO, "Africa/Kinshasa", "the army", "fardc"),
        (CONGO, "Africa/Kinshasa", "soldiers", None),
        (CONGO, "Africa/Kinshasa", "rebels", "m23"),
        (SHAN, "Asia/Yangon", "myanmar military", "junta"),
        (SHAN, "Asia/Yangon", "myanmar army", "junta"),
    ],
)
def test_common_words_for_the_state_and_its_rebels(actors, zone, words, who):
    _, plain = actor_phrases(actors, [], CUES, home_of(actors, zone, CUES))
    assert plain.get(phrase(words)) == who


def test_a_name_in_the_file_is_never_another_actors_army():
    named, plain = actor_phrases(SHAN, [], CUES, "junta")
    assert plain.get(phrase("Myanmar military"), named[phrase("Myanmar military")]) == "junta"


TWO_OF_A_SIDE = replace(
    LAND,
    actors=LAND.actors | {phrase("Greens"): "green"},
    sides=LAND.sides | {"green": "blues"},
    people={},
)


def told(text):
    """Return area, claim, party and side of the rows of a text about a side of two actors."""
    found = Reader(TWO_OF_A_SIDE, CUES, load_calendar("en"), "The Courier", PUBLISHED).candidates(text)
    return [(one.area_id, one.claim, one.party, one.claimant_side) for one in found if one.tier == "row"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Reds fled. The Greens said they had captured Zarnab.", "green"),
        ("The Reds fled. Commanders of the Greens said their men had captured Zarnab.", "green"),
        (
            "The Blue Front spoke. The Greens told The Courier on Monday that Zarnab had been captured.",
            "green",
        ),
        ("The Reds fled. The Blue Front said that its troops had captured Zarnab.", "blue"),
    ],
)
def test_of_a_side_with_two_actors_the_one_who_speaks_is_meant(text, party):
    assert told(text) == [("zarnab", "captured", party, "blues")]
