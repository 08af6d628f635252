"""geo.reading.misplaced: areas that are valid, and lie where they hardly can."""

import pytest
from folders import feature, files, geojson, place, square

from geo.reading.conflict import conflict_of


def said(*features: object) -> list[tuple[str, str]]:
    """Return what is noted of a map of west, east and these features: the area, and the rule."""
    notices = conflict_of(files(districts=geojson(features))).notices
    return [(one.value, one.rule) for one in notices if one.file == "districts.geojson"]


@pytest.mark.parametrize(
    ("rings", "words"),
    [
        (square(69, 36), None),
        (square(68, 35), None),
        (square(80, 35), None),
        ([[[y, x] for x, y in square(70, 34)[0]]], "longitude and latitude are swapped"),
        (square(69.5, 35), "feature 3 overlaps west"),
        (square(69.995, 36), None),
    ],
    ids=["beside", "beside too", "far, but nowhere else", "exchanged", "over another", "at a corner"],
)
def test_an_area_out_of_place_is_noted_and_kept(rings: list[object], words: str | None) -> None:
    found = [rule for area, rule in said(feature("north", rings)) if area == "north"]
    assert bool(found) == bool(words)
    assert all(words in rule for rule in found[:1] if words)


def test_the_good_map_has_no_note() -> None:
    assert said() == []


def test_a_place_in_an_area_covers_nothing_and_a_later_overlap_is_still_numbered_right() -> None:
    found = said(place("town", 69.5, 35.5), feature("north", square(69.5, 35)))
    assert [(area, rule.split(":")[0]) for area, rule in found] == [
        ("north", "feature 4 overlaps west"),
        ("north", "feature 4 overlaps east"),
    ]


def test_a_place_with_exchanged_coordinates_is_noted() -> None:
    assert ["swapped" in rule for area, rule in said(place("town", 35.5, 69.5)) if area == "town"] == [True]
