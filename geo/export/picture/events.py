"""Fights and attacks on a printed map, where they were; counted where they crowd."""

import math
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import shapely

from geo.export.picture.fonts import BOLD, font
from geo.export.picture.plan import Plan, marks

if TYPE_CHECKING:
    from geo.export.picture.scene import Scene

REACH: Final = 15.0
"""Points; signs that are closer together are drawn as one."""

NUMBER_POINTS: Final = 7.4
LEAST_SIZE: Final = 0.6


class Cluster(NamedTuple):
    """Events drawn as one sign, where the first of them is, in points."""

    x: float
    y: float
    events: int


def events_in_sight(plan: Plan, story: "Scene", day: date) -> list[tuple[float, ...]]:
    """Return where the events of a day inside the map are, in points, and note the areas that they show."""
    there = story.events_on(day)
    at = plan.placed(plan.background.in_metres(there["lon"], there["lat"]))
    inside = shapely.contains_xy(plan.box, at)
    plan.fought = frozenset(there["area_id"].to_numpy()[inside].tolist())
    return [tuple(point) for point in at[inside].tolist()]


def draw_events(plan: Plan, story: "Scene", seen: Iterable[tuple[float, ...]]) -> None:
    """Draw the sign of fighting where each event was, with the number of those around it."""
    size = max(plan.extent.letters, LEAST_SIZE)
    for x, y, count in clusters(seen, REACH * size):
        marks(plan.page, ["fighting"], (x - 5.9 * size, y - 3.1 * size), size)
        if count > 1:
            number, face = story.words.number(count), font(NUMBER_POINTS * size, weight=BOLD)
            plan.page.text((x + 5 * size, y - 2.6 * size), number, face, ha="left", halo=2 * size)


def clusters(points: Iterable[tuple[float, ...]], reach: float) -> list[Cluster]:
    """Return points less than `reach` apart together, each cluster where its first point is.

    A grid finds the neighbours: the work grows with the points alone. The script does the same
    (`clusters.js`).
    """
    grid: dict[tuple[int, int], list[int]] = {}
    found: list[Cluster] = []
    for x, y in points:
        column, row = math.floor(x / reach), math.floor(y / reach)
        near = [
            place
            for across in (-1, 0, 1)
            for up in (-1, 0, 1)
            for place in grid.get((column + across, row + up), [])
            if math.hypot(found[place].x - x, found[place].y - y) < reach
        ]
        if near:
            found[near[0]] = found[near[0]]._replace(events=found[near[0]].events + 1)
        else:
            grid.setdefault((column, row), []).append(len(found))
            found.append(Cluster(x, y, 1))
    return found
