"""A sheet: one small map for each day on which anything changes, with one legend for all."""

import math
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.export.picture import style
from geo.export.picture.background import Background, background
from geo.export.picture.credits import footer_lines
from geo.export.picture.events import draw_events, events_in_sight
from geo.export.picture.fonts import BOLD, font
from geo.export.picture.legend_box import LINE, draw_legend, legend_lines
from geo.export.picture.names import Placed, arranged, write
from geo.export.picture.one_map import FOOT_LINE, FOOT_POINTS, MARGIN, WIDTH, footer, titles
from geo.export.picture.page import SAFE, Page, Pen, broken
from geo.export.picture.plan import Extent, Plan, Shown
from geo.export.picture.points import name_points
from geo.export.picture.scene import scene
from geo.sentences import Account, changes_on

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

MOST_MAPS: Final = 42
COLUMNS: Final = 3
GUTTER: Final = 14.0
HEADING: Final = 30.0
COLUMNS_OF: Final = {0: 1, 1: 1, 2: 2, 4: 2}
"""How many maps are side by side where it is not `COLUMNS`."""

TALLEST: Final = 460.0
RATIOS: Final = (0.7, 1.7)
"""Smallest and largest width / height of a small map."""


class Grid(NamedTuple):
    """Where the small maps stand: in points, row by row, from the right where words run that way."""

    columns: int
    rows: int
    wide: float
    high: float
    scale: float
    rtl: bool

    @classmethod
    def of(cls, count: int, inner: float, land: Background, *, rtl: bool) -> "Grid":
        """Return the grid of so many maps in a page of that width within its margins."""
        columns = COLUMNS_OF.get(count, COLUMNS)
        wide = (inner - GUTTER * (columns - 1)) / columns
        high = min(wide / _ratio(land), TALLEST)
        return cls(columns, math.ceil(count / columns), wide, high, min(0.35 + wide / inner, 1), rtl)

    @property
    def height(self) -> float:
        """The height of all rows, headings included."""
        return self.rows * (self.high + HEADING)

    def extent(self, number: int, top: float) -> Extent:
        """Return where the map of a number stands below `top`."""
        row, column = divmod(number, self.columns)
        place = self.columns - 1 - column if self.rtl else column
        left, bottom = MARGIN + place * (self.wide + GUTTER), top - (row + 1) * (self.high + HEADING)
        return Extent(left, bottom, self.wide, self.high, self.scale)


def sheet(conflict: "Conflict", view: "View") -> Page:
    """Return the page of every day of change of a view's narrator; the view's day does not matter."""
    story, words, inner = scene(conflict, view), view.words, WIDTH - 2 * MARGIN
    account = Account(conflict, view.narrator, view.known)
    days = chosen_days(account)
    changed = {day: changes_on(account, day, words).areas for day in days}
    keys = story.keys(days)
    land = background(conflict, words)
    rtl = words.direction == "rtl"
    grid = Grid.of(len(days), inner, land, rtl=rtl)
    foot = [
        line
        for text in footer_lines(conflict, view)
        for line in broken(text, font(FOOT_POINTS), inner * SAFE)
    ]
    below = LINE * len(legend_lines(keys, inner)) + 14 + FOOT_LINE * len(foot)
    page = Page(WIDTH, 2 * MARGIN + TITLE_HEIGHT + grid.height + below)
    titles(page, conflict, view, days=_heading(account, days, words))
    top = page.height - MARGIN - TITLE_HEIGHT
    shown = {day: story.on(day) for day in days}
    first: Laid | None = None
    room = {area: max(len(one[area].look.marks) for one in shown.values()) for area in story.areas}
    for number, day in enumerate(days):
        extent = grid.extent(number, top)
        plan = Plan(page, extent, land, rtl=rtl)
        if first is None:
            first = Laid(extent, arranged(plan, _wordless(shown[day]), room))
        seen = events_in_sight(plan, story, day)
        _small_map(plan, shown[day], first.moved(extent))
        name_points(plan, shown[day], room)
        draw_events(plan, story, seen)
        _day_title(page, extent, words, day, changed[day])
    end = draw_legend(page, keys, (MARGIN, top - grid.height - 6, inner), rtl=rtl)
    footer(page, foot, end - 16, rtl=rtl)
    return page


TITLE_HEIGHT: Final = 62.0


def chosen_days(account: Account) -> list[date]:
    """Return the days on which the map changes, at most `MOST_MAPS`: those with the most changes."""
    changed = {day: len(areas) for day, areas in account.changing.items() if day <= account.conflict.last_day}
    most = sorted(changed, key=lambda day: (-changed[day], day))[:MOST_MAPS]
    return sorted(most) or [account.conflict.last_day]


def _ratio(land: Background) -> float:
    west, south, east, north = land.view
    return min(max((east - west) / (north - south), RATIOS[0]), RATIOS[1])


def _heading(account: Account, days: list[date], words: "Words") -> str:
    there = sum(day <= account.conflict.last_day for day in account.changing)
    if there > len(days):
        return words.say("export.days_most_changed", shown=len(days), count=there)
    return words.say("export.days_of_change", count=there)


class Laid(NamedTuple):
    """The names of one map; every map of the sheet has them in the same positions."""

    extent: Extent
    placed: Mapping[str, Placed]

    def moved(self, extent: Extent) -> dict[str, Placed]:
        """Return the names on another map."""
        x, y = extent.left - self.extent.left, extent.bottom - self.extent.bottom
        return {area: one._replace(seat=one.seat.moved(x, y)) for area, one in self.placed.items()}


def _wordless(shown: Mapping[str, Shown]) -> dict[str, Shown]:
    return {area: Shown(one.look, "") for area, one in shown.items()}


def _small_map(plan: Plan, shown: Mapping[str, Shown], placed: Mapping[str, Placed]) -> None:
    plan.draw(shown)
    write(plan, shown, placed)
    plan.page.line(plan.box, Pen(0.6, style.EDGE))


def _day_title(page: Page, extent: Extent, words: "Words", day: date, changed: int) -> None:
    rtl = words.direction == "rtl"
    x, side = (extent.left + extent.width, "right") if rtl else (extent.left, "left")
    top = extent.bottom + extent.height
    page.text((x, top + 14), words.day(day), font(9, weight=BOLD), ha=side)
    page.text(
        (x, top + 4.5), words.say("export.areas_change", count=changed), font(7), ha=side, color=style.SOFT
    )
