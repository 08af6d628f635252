"""What a folder knows by name, from two files or with `names.csv`."""

import shutil
from pathlib import Path

import pytest

from geo.reader.aliases import actor_phrases
from geo.reader.cues import load_cues
from geo.reader.names_read import knowledge_of
from geo.reader.phrases import phrase
from geo.reading import DataError
from geo.reading.settings_tables import ActorTable

MARCHES = Path(__file__).parents[2] / "examples" / "marches"


@pytest.fixture
def folder(tmp_path):
    """Return a folder with the two files that the reader needs."""
    for name in ("conflict.toml", "districts.geojson"):
        shutil.copy(MARCHES / name, tmp_path / name)
    return tmp_path


def test_two_files_are_enough(folder):
    known, problems = knowledge_of(folder)
    assert problems == []
    assert known.places["lala", "zan"] == ("lalezan",)
    assert known.actors["hill", "guard"] == "guard"
    assert known.under["marches"][:2] == ("zarnab", "kuhdar")


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(DataError, match=r"conflict.toml: is not in the folder"):
        knowledge_of(tmp_path)


def test_names_add_people_actors_and_places(folder):
    lines = ["spelling,area_id,kind,refers_to", "Tala Ardan,,person,guard", "the hillmen,,actor,guard"]
    lines += ["Old Port,sarin,,", "Radio Nine,,outlet,", "the capital,zarnab,area,"]
    (folder / "names.csv").write_text("\n".join(lines))
    known, problems = knowledge_of(folder)
    assert problems == []
    assert known.people == {("tala", "ardan"): "guard"}
    assert known.plain["the", "hillmen"] == "guard"
    assert known.places["old", "port"] == ("sarin",)
    assert known.outlets == {("radio", "nine")}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Ardan,,persn,guard", "kind: 'persn' is no kind of name"),
        ("Ardan,,person,gard", "refers_to: 'gard' is not what a name of its kind refers to"),
        (",,actor,guard", "spelling: is empty"),
        ("Old Port,sarn,,", "area_id: 'sarn' is not an area or group"),
    ],
)
def test_a_line_that_breaks_a_rule_is_set_aside(folder, line, says):
    (folder / "names.csv").write_text(f"spelling,area_id,kind,refers_to\n{line}\n")
    _, problems = knowledge_of(folder)
    assert says in "\n".join(map(str, problems))


def actor(name, long_name="", key="x"):
    """Return an actor of a conflict file."""
    return ActorTable(id=key, name=name, long_name=long_name, side=key, colour="#E69F00")


@pytest.mark.parametrize(
    ("name", "long_name", "called"),
    [
        ("Russia", "", "Moscow"),
        ("Ukraine", "", "Kyiv"),
        ("Islamic State", "", "Daesh"),
        ("SDF", "Syrian Democratic Forces", "YPG"),
        ("Army", "Sudanese Armed Forces", "SAF"),
        ("Federal government", "Ethiopian National Defence Force", "ENDF"),
    ],
)
def test_an_actor_of_today_is_known_by_what_the_world_calls_it(name, long_name, called):
    named, _ = actor_phrases([actor(name, long_name)], [], load_cues("en"))
    assert named[phrase(called)] == "x"


def test_the_army_of_a_state_is_its_own_whoever_else_has_its_name():
    actors = [actor("Syrian government", key="gov"), actor("SDF", "Syrian Democratic Forces", key="sdf")]
    _, plain = actor_phrases(actors, [], load_cues("en"))
    assert plain["syrian", "army"] == "gov"


def test_the_foe_among_several_is_the_one_spoken_of_last_and_no_ally(folder):
    known, _ = knowledge_of(folder)
    assert known.rival("guard") == ""
    assert known.foe("guard", ["council", "league"]) == "council"
    assert known.foe("guard", ["league"]) == ""
    assert known.foe("council", ["league", "guard", "council"]) == "guard"
