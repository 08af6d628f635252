"""geo.paint.country: the outline behind the locator."""

from dataclasses import replace

import pytest
import shapely
from panjshir import conflict as panjshir
from wide_world import wide

from geo.paint.country import country_shapes
from geo.paint.geometry import geometry
from geo.reading.conflict import Conflict


def focused() -> Conflict:
    return replace(wide(62), focus="g000")


def test_a_folder_s_own_outline_is_taken_as_it_is() -> None:
    given = panjshir().country
    assert given is not None
    assert shapely.union_all(country_shapes(panjshir())).equals(
        shapely.union_all(given.geometry[given.geom_type != "Point"].to_numpy())
    )


def test_a_missing_outline_is_made_from_the_areas_once() -> None:
    conflict = focused()
    made = country_shapes(conflict)
    ground = shapely.union_all(conflict.areas.geometry.to_numpy())
    assert len(made) == 1
    assert shapely.area(shapely.symmetric_difference(made[0], ground)) < 0.03 * shapely.area(ground)
    assert shapely.get_num_coordinates(made).sum() < 0.5 * shapely.get_num_coordinates(ground)
    assert country_shapes(conflict) is made
    drawn = geometry(conflict)
    assert len(drawn["country"]) == 1
    assert drawn["capitals"] == []


@pytest.mark.parametrize("focus", ["", "all"], ids=["none", "every area"])
def test_where_the_map_shows_everything_there_is_nothing_to_locate(focus: str) -> None:
    conflict = replace(wide(62), focus=focus)
    assert len(country_shapes(conflict)) == 0
    assert "country" not in geometry(conflict)
