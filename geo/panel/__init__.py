"""The text beside the map, as data and as HTML, composed once for page, file and print.

Each composed part carries ``data-part``: `panel`, `list`, `changes`, `notes`, `clocks`, `events`, `lead`,
`turned` or `story`.
"""

from geo.panel.areas import SEARCHED_FROM, Link, list_html
from geo.panel.article_list import articles
from geo.panel.article_statements import Way
from geo.panel.cards import DENIED, HELD, INK, Card, card
from geo.panel.changed import (
    MOST_PARTINGS,
    PartingLine,
    changes_html,
    pair_html,
    partings_html,
    partings_places,
    turned_html,
)
from geo.panel.chips import reading
from geo.panel.first_view import refuse_undrawable
from geo.panel.html import isolated, rendered, side_by_side
from geo.panel.key_events import events_html
from geo.panel.notes import Clock, clocks_html, lead_html, lead_in_words, notes_html
from geo.panel.panel import panel_html
from geo.panel.search import searched, searched_json
from geo.panel.second_map import first_other, kinds, map_title, narrators_beside
from geo.panel.sections import BY_RULE
from geo.panel.story import checked as checked_stories
from geo.panel.story import steps, story_html, view_of

__all__ = [
    "BY_RULE",
    "DENIED",
    "HELD",
    "INK",
    "MOST_PARTINGS",
    "SEARCHED_FROM",
    "Card",
    "Clock",
    "Link",
    "PartingLine",
    "Way",
    "articles",
    "card",
    "changes_html",
    "checked_stories",
    "clocks_html",
    "events_html",
    "first_other",
    "isolated",
    "kinds",
    "lead_html",
    "lead_in_words",
    "list_html",
    "map_title",
    "narrators_beside",
    "notes_html",
    "pair_html",
    "panel_html",
    "partings_html",
    "partings_places",
    "reading",
    "refuse_undrawable",
    "rendered",
    "searched",
    "searched_json",
    "side_by_side",
    "steps",
    "story_html",
    "turned_html",
    "view_of",
]
