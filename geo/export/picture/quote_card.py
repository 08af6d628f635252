"""One report as a picture for social media: its speaker in the largest type, the words, where and when."""

from typing import TYPE_CHECKING, Final

import shapely

from geo.export.cite import address_of
from geo.export.picture import style
from geo.export.picture.credits import record_line, subtitle
from geo.export.picture.detail import Detail
from geo.export.picture.fitted import Fitted, Room, fitted, from_the_right
from geo.export.picture.fonts import BOLD, printed
from geo.export.picture.legend_box import LINE, draw_legend, legend_lines
from geo.export.picture.page import Page
from geo.export.picture.plan import Extent
from geo.export.picture.quoted_report import Told, told_report
from geo.export.picture.scene import scene
from geo.panel import DENIED, HELD, INK, Card, card
from geo.sentences import days_in_full, fitting
from geo.view import parameters_of, usual

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View

WIDTH, HEIGHT, DOTS = 600.0, 337.5, 144
"""Points, points, and dots an inch: 1200 x 675 in a PNG."""

MARGIN: Final = 24.0
INNER: Final = WIDTH - 2 * MARGIN
MAP_WIDTH: Final = 216.0
MAP_RATIO: Final = 1.3
"""Width / height of the map, at most as it will be."""

LETTERS: Final = 0.9
"""Size of the letters on the map."""

GAP: Final = 18.0
EDGE: Final = 4.0
SPEAKER: Final = (25.0, 16.0)
QUOTE: Final = (17.0, 9.5)
"""Largest and smallest letters, in points."""

QUOTE_SHARE: Final = 0.8
"""Letters of the quote are at most so large, in multiples of the speaker's: the speaker is read first."""

SMALL: Final = 8.8
SMALLEST: Final = 6.6


def quote_card(conflict: "Conflict", view: "View") -> Page:
    """Return the page of a view's report, beside the map of the view's day around its area."""
    one = told_report(conflict, view)
    told = Told(conflict, view, one, card(one, conflict, view.words))
    page, detail = Page(WIDTH, HEIGHT, dots=DOTS), Detail(scene(conflict, view), one.area_id, view.day)
    speaker, top = _head(page, told)
    bottom = _foot(page, told)
    keys = detail.keys(MAP_RATIO)
    high = LINE * len(legend_lines(keys, INNER))
    draw_legend(page, keys, (MARGIN, bottom + high + 6, INNER), rtl=told.rtl)
    bottom += high + 12
    left = MARGIN if told.rtl else WIDTH - MARGIN - MAP_WIDTH
    detail.draw(page, Extent(left, bottom, MAP_WIDTH, top - bottom, LETTERS))
    _body(page, told, (top, bottom), speaker.size)
    return page


def address_on(conflict: "Conflict", view: "View") -> str:
    """Return the public address of the card on the map, as short as it can be; "" = there is none."""
    if not conflict.address:
        return ""
    own, default = parameters_of(view, conflict), parameters_of(usual(conflict), conflict)
    said = "&".join(
        f"{name}={value}" for name, value in own.items() if name == "date" or value != default.get(name)
    )
    card_at = f"#q-{view.report}" if view.area and not conflict.address.endswith("#") else ""
    return address_of(conflict, "", said) + card_at


def _head(page: Page, told: Told) -> tuple[Fitted, float]:
    """Write that it is a claim, who speaks, and where; return the speaker's lines and where the head ends."""
    top = HEIGHT - MARGIN
    title = f"{told.say('export.card.claim')} · {printed(told.conflict.title)}"
    kicker = fitted(title, Room(INNER, 12, SMALL, SMALL - 2, BOLD))
    top = _write(page, kicker, (MARGIN, top), told, style.SOFT)
    room = Room(INNER, 2 * SPEAKER[0] * 1.3, *SPEAKER, BOLD)
    speaker = fitted(printed(told.card.speaker), room)
    top = _write(page, speaker, (MARGIN, top - 2), told)
    where = printed(told.card.carrier)
    if told.card.translation_note:
        words = told.view.words
        where += words.say("dates.list_comma") + words.say("panel.retranslated")
    return speaker, _write(page, fitted(where, Room(INNER, 15, 11, SMALL)), (MARGIN, top), told) - 7


def _foot(page: Page, told: Told) -> float:
    """Write the small lines at the bottom, and return where they begin."""
    words, conflict, view = told.view.words, told.conflict, told.view
    day = words.say("export.card.map", day=words.day(view.day), view=subtitle(conflict, view))
    lines = [
        f"{day} · {words.say(fitting(conflict, 'export.claims'))}",
        address_on(conflict, view),
        record_line(conflict, words),
    ]
    made = [fitted(printed(line), Room(INNER, 10, SMALLEST, SMALLEST - 2)) for line in lines if line]
    top = begin = MARGIN - 8 + sum(one.height for one in made)
    for one in made:
        top = _write(page, one, (MARGIN, top), told, style.SOFT)
    return begin


def _body(page: Page, told: Told, span: tuple[float, float], speaker: float) -> None:
    """Write the words, or the cell, and under them the days and how they are read."""
    top, bottom = span
    width = INNER - MAP_WIDTH - GAP - EDGE - 9
    left = MARGIN + EDGE + 9 if not told.rtl else MARGIN + MAP_WIDTH + GAP
    below = [fitted(line, Room(width, 24, SMALL, SMALL - 2)) for line in _about(told)]
    room = top - bottom - sum(one.height for one in below) - 6
    largest = min(QUOTE[0], speaker * QUOTE_SHARE)
    share = 0.55 if told.card.translation else 1.0
    quote, closing = (told.card.cell, "") if told.card.cell else (f"“{_quote(told.card)}", "”")
    words = fitted(printed(quote), Room(width, room * share, largest, QUOTE[1]), closing)
    words.draw(page, left, top, rtl=from_the_right(words.lines[0]))
    end = top - words.height
    if told.card.translation:
        ours = f"{told.view.words.say('panel.our_translation')} {printed(told.card.translation)}"
        made = fitted(ours, Room(width, room - words.height - 4, words.size * 0.9, QUOTE[1] * 0.9))
        end = _write(page, made, (left, end - 4), told)
    _edge(page, told, (top, end))
    end -= 6
    for one in below:
        end = _write(page, one, (left, end), told, style.SOFT)


def _quote(shown: Card) -> str:
    return "".join(shown.quote)


def _about(told: Told) -> list[str]:
    """Return the days, and how the words are read and weakened, as the page's card has them."""
    words, shown = told.view.words, told.card
    days = days_in_full(told.statement, words)
    read = [
        words.say("export.card.hedged", words=chip.text) if chip.kind == "hedge" else chip.text
        for chip in shown.chips
    ]
    return [printed(line) for line in (shown.repeated, days, " · ".join(read)) if line]


def _edge(page: Page, told: Told, span: tuple[float, float]) -> None:
    """Draw the edge that the card has on the page."""
    shown = told.card
    colours = {
        HELD: [shown.colour],
        DENIED: [shown.colour, style.PAPER],
        INK: [style.INK],
    }.get(shown.edge, [style.QUIET_EDGE])
    left = WIDTH - MARGIN - EDGE if told.rtl else MARGIN
    page.fill(shapely.box(left, span[1], left + EDGE, span[0]), colours, 3)


def _write(page: Page, made: Fitted, at: tuple[float, float], told: Told, color: str = style.INK) -> float:
    """Write lines from (left, top) down, at the side where the language begins, and return where they end."""
    made.draw(page, *at, rtl=told.rtl, color=color)
    return at[1] - made.height
