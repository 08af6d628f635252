"""One map of one day, ready to print: title, map, legend, sources, provenance."""

from typing import TYPE_CHECKING, Final

from geo.export.picture.annotated import annotate
from geo.export.picture.background import background
from geo.export.picture.fonts import SAFE, broken, font, printed
from geo.export.picture.margins import INNER, MARGIN, WIDTH, Foot, titles
from geo.export.picture.orientation import locator, scale_bar
from geo.export.picture.page import Page
from geo.export.picture.plan import Extent, Plan
from geo.export.picture.scene import scene
from geo.panel import Clock, lead_in_words
from geo.sentences import Account

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View

MAP_HEIGHT: Final = 500.0
TITLE_HEIGHT: Final = 66.0
LEAD_POINTS: Final = 12.0
LEAD_LINE: Final = 16.0


def one_map(conflict: "Conflict", view: "View") -> Page:
    """Return the page of a view's day."""
    words, rtl = view.words, view.words.direction == "rtl"
    story = scene(conflict, view)
    shown, keys = story.on(view.day), story.keys([view.day])
    foot = Foot(conflict, view, keys)
    said = broken(printed(_lead(conflict, view)), font(LEAD_POINTS), INNER * SAFE)
    head = TITLE_HEIGHT + LEAD_LINE * len(said)
    page = Page(WIDTH, 2 * MARGIN + head + MAP_HEIGHT + foot.height)
    bottom = page.height - MARGIN - head - MAP_HEIGHT
    titles(page, conflict, view)
    for number, line in enumerate(said):
        at = MARGIN + INNER if rtl else MARGIN, page.height - MARGIN - TITLE_HEIGHT - 4 - number * LEAD_LINE
        page.text(at, line, font(LEAD_POINTS), ha="right" if rtl else "left")
    extent = Extent(MARGIN, bottom, INNER, MAP_HEIGHT)
    plan = Plan(page, extent, background(conflict, words), rtl=rtl)
    plan.draw(shown)
    plan.outline(view.area)
    scale_bar(plan, words, MARGIN + INNER - 10, bottom + 12)
    locator(plan, plan.background, MARGIN + INNER - 10, bottom + 30)
    annotate(plan, story, shown, view.day, first=view.area)
    foot.draw(page, bottom - 4)
    return page


def _lead(conflict: "Conflict", view: "View") -> str:
    """Return the sentence of the view's day, as the page has it under its title."""
    words = view.words
    clock = Clock(words.plain_day(view.day), words.plain_day(view.known) if view.known else "")
    return lead_in_words(Account(conflict, view.narrator, view.known), view.day, clock, words)
