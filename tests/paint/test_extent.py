"""geo.paint.extent: the first view is the bulk of the places, whatever one wrong point says."""

import numpy as np
import pytest
import shapely

from geo.paint.extent import LEAST_DEGREES, MOST_FAR, extent, far_away, points

GRID = [(36 + x / 4, 33 + y / 4) for x in range(8) for y in range(5)]
"""Forty towns, 1.75 by 1 degrees."""


def places(*more: tuple[float, float]) -> np.ndarray:
    return shapely.points([*GRID, *more])


def every(shapes: np.ndarray) -> np.ndarray:
    return np.ones(len(shapes), dtype=bool)


def test_points_are_told_from_outlines() -> None:
    mixed = np.array(
        [shapely.Point(36, 33), shapely.box(36, 33, 37, 34), shapely.MultiPolygon([shapely.box(0, 0, 1, 1)])]
    )
    assert points(mixed).tolist() == [True, False, False]


@pytest.mark.parametrize("at", [(0, 0), (36, 80), (-36, 33), (36, -33)])
def test_a_place_far_from_the_bulk_is_left_out_of_the_view(at: tuple[float, float]) -> None:
    shapes = places(at)
    assert np.flatnonzero(far_away(shapes)).tolist() == [40]
    assert extent(shapes, every(shapes)) == (36, 33, 37.75, 34)


def test_of_a_few_places_one_can_be_far() -> None:
    shapes = shapely.points([*GRID[:12], (0, 0)])
    assert np.flatnonzero(far_away(shapes)).tolist() == [12]


@pytest.mark.parametrize("at", [(40, 33), (36, 36), (33, 33)])
def test_a_place_at_the_edge_of_the_country_is_in_view(at: tuple[float, float]) -> None:
    assert not far_away(places(at)).any()


def test_places_that_are_simply_spread_out_are_all_in_view() -> None:
    few = 1 + int(MOST_FAR * 44)
    shapes = places(*((0, n) for n in range(few + 1)))
    assert not far_away(shapes).any()


def test_an_outline_is_never_far() -> None:
    shapes = np.append(places(), shapely.box(0, 0, 1, 1))
    assert not far_away(shapes).any()
    assert extent(shapes, every(shapes))[:2] == (0, 0)


def test_a_focus_that_is_far_itself_is_shown() -> None:
    shapes = places((0, 0))
    assert extent(shapes, np.arange(41) == 40) == pytest.approx(
        (-LEAST_DEGREES / 2, -LEAST_DEGREES / 2, LEAST_DEGREES / 2, LEAST_DEGREES / 2)
    )


def test_one_place_alone_has_a_view_around_it() -> None:
    shapes = shapely.points([(36.0, 33.0)])
    west, south, east, north = extent(shapes, every(shapes))
    assert (east - west, north - south) == pytest.approx((LEAST_DEGREES, LEAST_DEGREES))
