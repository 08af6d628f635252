"""What a folder knows by name, from two files or with `names.csv`."""

import shutil
from pathlib import Path

import pytest

from geo.reader.knowledge import knowledge_of
from geo.reading import DataError

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
