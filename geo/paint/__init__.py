"""Looks -> a map: the JSON that the one script paints from, and the Folium map that starts it.

The script (`SCRIPTS`, served or inlined as one list, in this order) draws for page and one-file map
alike; how it is wired: ``docs/painting.md``.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import js_lib_leaflet

LEAFLET: Final = Path(js_lib_leaflet.__file__).parent / "static" / "js_lib_leaflet"
"""Folder of Leaflet, an installed package; served or inlined like `ASSETS`."""

ASSETS: Final = Path(__file__).parent / "assets"
"""Folder of the script and its style; a page serves it, a one-file map inlines it."""

SCRIPTS: Final = (
    "core.js",
    "words.js",
    "states.js",
    "inks.js",
    "typeface.js",
    "streamlit_inside.js",
    "leaflet_private.js",
    "signs.js",
    "lines.js",
    "seats.js",
    "points.js",
    "towns.js",
    "labels.js",
    "overlays.js",
    "clusters.js",
    "bare_marks.js",
    "events.js",
    "locator.js",
    "graticule.js",
    "way.js",
    "furniture.js",
    "pointer.js",
    "levels.js",
    "sheets.js",
    "sheets_in_view.js",
    "view.js",
    "compare.js",
    "moves.js",
    "layout.js",
    "parents.js",
    "totals.js",
    "tally.js",
    "counts.js",
    "strip_table.js",
    "strip.js",
    "time_labels.js",
    "turns.js",
    "ribbon.js",
    "list.js",
    "finding.js",
    "search.js",
    "play.js",
    "watch.js",
    "links.js",
    "copying.js",
    "pictures.js",
    "explaining.js",
    "full_screen.js",
    "story.js",
    "keys.js",
    "chosen.js",
    "announcer.js",
    "pages.js",
    "ahead.js",
    "share.js",
    "frame.js",
    "paint.js",
)
"""After Leaflet, in this order."""

FORCED_COLOURS: Final = "forced_colours.css"

STYLES: Final = ("map.css", FORCED_COLOURS)
"""After Leaflet's own style."""

AROUND: Final = ("panel.css", "sheet.css", "phone.css", "ribbon.css", "story.css", "full_screen.css")
"""Styles of what stands around the map: for the page and the one-file map."""


@cache
def bundle() -> bytes:
    """Return `SCRIPTS` as one file: a page asks for one address instead of two dozen."""
    return b"\n".join((ASSETS / name).read_bytes() for name in SCRIPTS)


@cache
def assets_version() -> str:
    """Return a short name of the assets' content, for addresses that a browser may keep."""
    digest = hashlib.sha256()
    for name in (*SCRIPTS, *STYLES):
        digest.update((ASSETS / name).read_bytes())
    return digest.hexdigest()[:10]


def compact_json(table: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Return JSON as it is served: UTF-8, no blanks."""
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
