"""geo.paint.taper: a river drawn thinner towards its source."""

import pytest
from shapely.geometry import LineString, MultiLineString

from geo.paint.taper import PIECES, THINNEST, tapered


def test_a_river_is_wider_from_piece_to_piece_and_full_at_its_end() -> None:
    shares = [piece.share for piece in tapered([LineString([(0, 0), (0, 10)])])]
    assert shares == sorted(set(shares))
    assert len(shares) == PIECES
    assert shares[0] < THINNEST + 0.1
    assert shares[-1] == 1


def test_the_pieces_are_the_whole_line_in_its_order() -> None:
    line = LineString([(0, 0), (3, 4), (3, 10)])
    pieces = [piece.line for piece in tapered([line])]
    assert pieces[0].coords[0] == line.coords[0]
    assert pieces[-1].coords[-1] == line.coords[-1]
    assert sum(piece.length for piece in pieces) == pytest.approx(line.length)


def test_each_part_of_a_river_begins_thin() -> None:
    pieces = tapered([MultiLineString([[(0, 0), (1, 0)], [(5, 5), (6, 5)]])])
    assert [piece.share for piece in pieces[:PIECES]] == [piece.share for piece in pieces[PIECES:]]
