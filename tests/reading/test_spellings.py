"""`names.csv` adds spellings of areas and groups; one that stands for two is of neither."""

import pytest
from folders import files, reports

from geo.reading import conflict_of
from geo.reading.errors import DataError

HEADER = "spelling,area_id,rows\n"


def read(lines, area="Gate of the West"):
    """Return the conflict of the good folder with such spellings and a report about a place."""
    return conflict_of(files(reports=reports({"area_id": area}), names=(HEADER + lines).encode()))


def test_a_spelling_matches_reports_whatever_its_case_and_accents():
    conflict = read("Gaté of the west,west,12\n")
    assert (conflict.rejected, [*conflict.reports["area_id"]]) == ((), ["west", "west"])
    assert "is read as 'west', which has that name" in str(conflict.notices[0])


def test_a_spelling_may_be_of_a_group():
    conflict = conflict_of(
        files(
            reports=reports({"area_id": "Five Lions", "scope": "all_of"}),
            names=(HEADER + "Five Lions,valley,\n").encode(),
        )
    )
    assert [*conflict.reports["area_id"]] == ["west", "valley"]


def test_a_spelling_that_stands_twice_for_one_area_counts_once():
    assert read("Gate of the West,west,1\nGATE OF THE WEST,west,2\n").rejected == ()


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("Gate,west,\nGate,east,\n", "names.csv, row 2, spelling: 'Gate' stands for more than one area"),
        (
            "Gharb,east,\n",
            "row 2, spelling: 'Gharb' stands for more than one area (it stands for west and east)",
        ),
        ("Gate,wset,\n", "area_id: 'wset' is not an area or group of the map (near: west"),
        (",west,\n", "spelling: is empty"),
        ("Gate,,\n", "area_id: is empty"),
    ],
    ids=["two areas", "another area's name", "no area", "no spelling", "no id"],
)
def test_a_line_that_breaks_a_rule_is_set_aside(lines, says):
    conflict = read(lines, area="east")
    assert says in "\n".join(map(str, conflict.rejected))
    assert len(conflict.reports) == 2


def test_a_spelling_of_two_areas_matches_neither():
    conflict = read("Gate,west,\nGate,east,\n", area="Gate")
    assert len(conflict.reports) == 1
    assert "area_id: 'Gate' is not an area" in str(conflict.rejected[-1])


def test_a_file_without_its_columns_is_broken():
    with pytest.raises(DataError, match=r"names.csv.*area_id: is a required column"):
        conflict_of(files(names=b"spelling,place\nGate,west\n"))
