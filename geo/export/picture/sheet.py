"""A sheet: one small map for each day on which anything changes, with one legend for all."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.export.picture import style
from geo.export.picture.background import background
from geo.export.picture.events import draw_events, events_in_sight
from geo.export.picture.fonts import BOLD, font
from geo.export.picture.grid import Grid
from geo.export.picture.margins import INNER, MARGIN, WIDTH, Foot, titles
from geo.export.picture.names import Placed, arranged, write
from geo.export.picture.page import Page
from geo.export.picture.plan import Extent, Plan, Shown
from geo.export.picture.points import name_points
from geo.export.picture.scene import scene
from geo.export.picture.style import Pen
from geo.sentences import Account, changes_on

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

MOST_MAPS: Final = 42


def sheet(conflict: "Conflict", view: "View") -> Page:
    """Return the page of every day of change of a view's narrator; the view's day does not matter."""
    story, words = scene(conflict, view), view.words
    account = Account(conflict, view.narrator, view.known)
    days = chosen_days(account)
    changed = {day: changes_on(account, day, words).areas for day in days}
    land = background(conflict, words)
    rtl = words.direction == "rtl"
    grid = Grid.of(len(days), INNER, land, rtl=rtl)
    foot = Foot(conflict, view, story.keys(days))
    page = Page(WIDTH, 2 * MARGIN + TITLE_HEIGHT + grid.height + foot.height)
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
    foot.draw(page, top - grid.height - 6)
    return page


TITLE_HEIGHT: Final = 62.0


def chosen_days(account: Account) -> list[date]:
    """Return the days on which the map changes, at most `MOST_MAPS`: those with the most changes."""
    changed = {day: len(areas) for day, areas in account.changing.items() if day <= account.conflict.last_day}
    most = sorted(changed, key=lambda day: (-changed[day], day))[:MOST_MAPS]
    return sorted(most) or [account.conflict.last_day]


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
