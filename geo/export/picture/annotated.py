"""Names, words, marks and events written onto a map that is drawn."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from geo.export.picture import style
from geo.export.picture.events import draw_events, events_in_sight
from geo.export.picture.names import name_areas
from geo.export.picture.places import draw_places, take_places
from geo.export.picture.points import name_points
from geo.export.picture.style import Pen

if TYPE_CHECKING:
    from geo.export.picture.plan import Plan, Shown
    from geo.export.picture.scene import Scene


def annotate(
    plan: "Plan", story: "Scene", shown: Mapping[str, "Shown"], day: date, *, first: str | None = None
) -> None:
    """Write names, words and marks onto a map that is drawn, where there is room, and draw its frame.

    `first`: the area whose label is placed before all others.
    """
    places = take_places(plan)
    seen = events_in_sight(plan, story, day)
    name_areas(plan, shown, first=first)
    name_points(plan, shown)
    draw_places(plan, places)
    draw_events(plan, story, seen)
    plan.page.line(plan.box, Pen(0.7, style.EDGE))
