"""One map of one day, ready to print: title, map, legend, sources, provenance."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from geo.export.picture import style
from geo.export.picture.background import background
from geo.export.picture.credits import footer_lines, subtitle
from geo.export.picture.events import draw_events, events_in_sight
from geo.export.picture.fonts import BOLD, font
from geo.export.picture.legend_box import LINE, draw_legend, legend_lines
from geo.export.picture.names import name_areas
from geo.export.picture.orientation import locator, scale_bar
from geo.export.picture.page import SAFE, Page, Pen, broken, printed
from geo.export.picture.plan import Extent, Plan, Shown
from geo.export.picture.points import name_points
from geo.export.picture.scene import scene

if TYPE_CHECKING:
    from geo.export.picture.scene import Scene
    from geo.reading import Conflict
    from geo.view import View

WIDTH: Final = 720.0
MARGIN: Final = 30.0
MAP_HEIGHT: Final = 500.0
TITLE_HEIGHT: Final = 66.0
FOOT_POINTS: Final = 7.2
FOOT_LINE: Final = 10.4


def one_map(conflict: "Conflict", view: "View") -> Page:
    """Return the page of a view's day."""
    words, inner = view.words, WIDTH - 2 * MARGIN
    story, rtl = scene(conflict, view), words.direction == "rtl"
    shown, keys = story.on(view.day), story.keys([view.day])
    foot = [
        line
        for text in footer_lines(conflict, view)
        for line in broken(text, font(FOOT_POINTS), inner * SAFE)
    ]
    below = LINE * len(legend_lines(keys, inner)) + 14 + FOOT_LINE * len(foot)
    page = Page(WIDTH, 2 * MARGIN + TITLE_HEIGHT + MAP_HEIGHT + below)
    bottom = page.height - MARGIN - TITLE_HEIGHT - MAP_HEIGHT
    titles(page, conflict, view)
    extent = Extent(MARGIN, bottom, inner, MAP_HEIGHT)
    plan = Plan(page, extent, background(conflict, words), rtl=rtl)
    plan.draw(shown)
    scale_bar(plan, words, MARGIN + inner - 10, bottom + 12)
    locator(plan, plan.background, MARGIN + inner - 10, bottom + 30)
    annotate(plan, story, shown, view.day)
    end = draw_legend(page, keys, (MARGIN, bottom - 4, inner), rtl=rtl)
    footer(page, foot, end - 16, rtl=rtl)
    return page


def annotate(plan: Plan, story: "Scene", shown: Mapping[str, Shown], day: date) -> None:
    """Write names, words and marks onto a map that is drawn, where there is room, and draw its frame."""
    places = plan.take_places()
    seen = events_in_sight(plan, story, day)
    name_areas(plan, shown)
    name_points(plan, shown)
    plan.draw_places(places)
    draw_events(plan, story, seen)
    plan.page.line(plan.box, Pen(0.7, style.EDGE))


def titles(page: Page, conflict: "Conflict", view: "View", *, days: str = "") -> None:
    """Write the title, and under it the day (or a line about several), narrator and day of knowledge."""
    rtl = view.words.direction == "rtl"
    x, side = (page.width - MARGIN, "right") if rtl else (MARGIN, "left")
    top = page.height - MARGIN
    page.text((x, top - 17), printed(conflict.title), font(19, weight=BOLD), ha=side)
    page.text((x, top - 36), days or view.words.day(view.day), font(13, weight=BOLD), ha=side)
    page.text((x, top - 52), subtitle(conflict, view), font(9), ha=side, color=style.SOFT)


def footer(page: Page, lines: list[str], base: float, *, rtl: bool) -> None:
    """Write the small lines at the bottom, the first one's baseline at `base`."""
    x, side = (page.width - MARGIN, "right") if rtl else (MARGIN, "left")
    for number, line in enumerate(lines):
        page.text((x, base - number * FOOT_LINE), line, font(FOOT_POINTS), ha=side, color=style.SOFT)
