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
from geo.panel import Clock
from geo.panel.notes import lead_in_words
from geo.sentences import Account

if TYPE_CHECKING:
    from geo.export.picture.scene import Scene
    from geo.reading import Conflict
    from geo.view import View

WIDTH: Final = 720.0
MARGIN: Final = 30.0
MAP_HEIGHT: Final = 500.0
TITLE_HEIGHT: Final = 66.0
LEAD_POINTS: Final = 12.0
LEAD_LINE: Final = 16.0
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
    said = broken(printed(_lead(conflict, view)), font(LEAD_POINTS), inner * SAFE)
    head = TITLE_HEIGHT + LEAD_LINE * len(said)
    below = LINE * len(legend_lines(keys, inner)) + 14 + FOOT_LINE * len(foot)
    page = Page(WIDTH, 2 * MARGIN + head + MAP_HEIGHT + below)
    bottom = page.height - MARGIN - head - MAP_HEIGHT
    titles(page, conflict, view)
    for number, line in enumerate(said):
        at = MARGIN + inner if rtl else MARGIN, page.height - MARGIN - TITLE_HEIGHT - 4 - number * LEAD_LINE
        page.text(at, line, font(LEAD_POINTS), ha="right" if rtl else "left")
    extent = Extent(MARGIN, bottom, inner, MAP_HEIGHT)
    plan = Plan(page, extent, background(conflict, words), rtl=rtl)
    plan.draw(shown)
    plan.outline(view.area)
    scale_bar(plan, words, MARGIN + inner - 10, bottom + 12)
    locator(plan, plan.background, MARGIN + inner - 10, bottom + 30)
    annotate(plan, story, shown, view.day, first=view.area)
    end = draw_legend(page, keys, (MARGIN, bottom - 4, inner), rtl=rtl)
    footer(page, foot, end - 16, rtl=rtl)
    return page


def annotate(
    plan: Plan, story: "Scene", shown: Mapping[str, Shown], day: date, *, first: str | None = None
) -> None:
    """Write names, words and marks onto a map that is drawn, where there is room, and draw its frame.

    `first`: the area whose label is placed before all others.
    """
    places = plan.take_places()
    seen = events_in_sight(plan, story, day)
    name_areas(plan, shown, first=first)
    name_points(plan, shown)
    plan.draw_places(places)
    draw_events(plan, story, seen)
    plan.page.line(plan.box, Pen(0.7, style.EDGE))


def _lead(conflict: "Conflict", view: "View") -> str:
    """Return the sentence of the view's day, as the page has it under its title."""
    words = view.words
    clock = Clock(words.plain_day(view.day), words.plain_day(view.known) if view.known else "")
    return lead_in_words(Account(conflict, view.narrator, view.known), view.day, clock, words)


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
