"""Names on pictures, measured by their letters' outlines: on their own area, never on one another."""

import sys
from functools import cache
from itertools import combinations

import numpy as np
import pytest
import shapely
from export_views import SUNDAY, panjshir
from how_many import QUICK
from matplotlib.textpath import text_to_path
from wide_world import SIZES, wide

from geo.export.picture.fonts import BOLD
from geo.export.picture.label_forms import LEAST_POINTS
from geo.export.picture.labels import Seats
from geo.export.picture.one_map import one_map
from geo.export.picture.page import Page
from geo.export.picture.plan import Plan
from geo.export.picture.seat import Seat
from geo.export.picture.sheet import sheet
from geo.reading.conflict import Conflict
from geo.view import View

WORLDS = (0, 10, 62) if QUICK else (0, *SIZES)
"""0: Panjshir."""

TOLERANCE = 0.3
"""Points: letters may reach over a border by as much as its line is wide."""


class Drawn:
    """A page and the maps on it."""

    def __init__(self, page: Page, plans: list[Plan], seats: list[Seat]) -> None:
        self.page, self.plans, self.seats = page, plans, seats
        boxes = shapely.union_all([plan.box for plan in plans])
        self.texts = [text for text in page.axes.texts if boxes.contains(shapely.Point(text.get_position()))]
        self.inks = [ink(text) for text in self.texts]


def ink(text: object) -> shapely.Geometry:
    """Return the box of a text's letters, in points."""
    face, (x, y) = text.get_fontproperties(), text.get_position()
    vertices, _ = text_to_path.get_text_path(face, text.get_text())
    corners = np.asarray(vertices) * face.get_size_in_points() / text_to_path.FONT_SCALE
    width, _, _ = text_to_path.get_text_width_height_descent(text.get_text(), face, ismath=False)
    start = x - {"left": 0, "center": width / 2, "right": width}[text.get_ha()]
    (west, south), (east, north) = corners.min(axis=0), corners.max(axis=0)
    return shapely.box(start + west, y + south, start + east, y + north)


def world(areas: int) -> Conflict:
    return wide(areas) if areas else panjshir()


@cache
def drawn(kind: str, areas: int) -> Drawn:
    plans: list[Plan] = []
    seats: list[Seat] = []
    before, hold = Plan.draw, Seats.hold
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plan, "draw", lambda plan, shown: (plans.append(plan), before(plan, shown)))
        patch.setattr(Seats, "hold", lambda these, seat: (seats.append(seat), hold(these, seat)))
        patch.setattr(sys.modules[sheet.__module__], "MOST_MAPS", 4)
        view = View(world(areas).last_day) if areas else SUNDAY
        make = {"map": one_map, "sheet": sheet}[kind]
        return Drawn(make(world(areas), view), plans, seats)


CASES = pytest.mark.parametrize(("kind", "areas"), [(kind, n) for kind in ("map", "sheet") for n in WORLDS])


@CASES
def test_no_two_texts_touch(kind: str, areas: int) -> None:
    inks = drawn(kind, areas).inks
    touching = [(a, b) for a, b in combinations(range(len(inks)), 2) if inks[a].intersects(inks[b])]
    assert touching == []


@CASES
def test_a_name_lies_on_its_own_area_or_on_none(kind: str, areas: int) -> None:
    made = drawn(kind, areas)
    for text, box in zip(made.texts, made.inks, strict=True):
        if text.get_style() == "italic":
            continue
        plan = next(plan for plan in made.plans if plan.box.intersects(box))
        under = [area for area, shape in plan.areas.items() if shape.intersects(box.buffer(-TOLERANCE))]
        assert len(under) <= 1, text.get_text()
        if under and text.get_fontproperties().get_weight() == BOLD:
            place = plan.background.ids.index(under[0])
            assert text.get_text() in plan.background.names[place]


@CASES
def test_no_letter_is_too_small_for_print(kind: str, areas: int) -> None:
    names = drawn(kind, areas).texts
    assert min(text.get_fontproperties().get_size_in_points() for text in names) >= LEAST_POINTS - 0.3


@pytest.mark.parametrize("areas", [n for n in WORLDS if n])
def test_a_line_crosses_no_name_and_no_other_area(areas: int) -> None:
    made = drawn("map", areas)
    lines = [seat.line for seat in made.seats if seat.line]
    assert not [(line, box) for line in lines for box in made.inks if line.intersects(box.buffer(-0.1))]
    for line in lines:
        crossed = [shape for shape in made.plans[0].areas.values() if shape.intersects(line)]
        assert len(crossed) == 1


@pytest.mark.parametrize("areas", [n for n in WORLDS if 0 < n <= 62])
def test_with_room_nearly_every_area_has_its_name(areas: int) -> None:
    made = drawn("map", areas)
    written = " ".join(text.get_text() for text in made.texts)
    missing = [
        name for name in made.plans[0].background.names if not all(part in written for part in name.split())
    ]
    assert len(missing) <= areas * 0.05
