"""A picture as a file: drawn by its page, with the record of where it comes from inside."""

from threading import Lock
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from geo.export.embedded import element_with, png_with
from geo.export.picture.credits import subtitle
from geo.export.picture.one_map import one_map
from geo.export.picture.quote_card import quote_card
from geo.export.picture.quoted_report import told_report
from geo.export.picture.sheet import sheet
from geo.export.provenance import PROGRAM, as_json, provenance, sealed
from geo.sentences import footnote

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View

PAGES: Final = {"map": one_map, "sheet": sheet, "quote": quote_card}
"""What a picture shows -> the function that draws its page."""

ONE_AT_A_TIME: Final = Lock()
"""The plotting library's fonts and settings are shared by all threads."""


def recorded(conflict: "Conflict", view: "View", name: str) -> bytes:
    """Return a picture as `geo.export.picture.picture` does."""
    what, kind = name.split(".")
    record = provenance(conflict, view, name, day=what != "sheet")
    title = conflict.title if what == "sheet" else f"{conflict.title} ({view.day.isoformat()})"
    said = subtitle(conflict, view) if what != "quote" else footnote(told_report(conflict, view), view.words)
    with ONE_AT_A_TIME:
        page = PAGES[what](conflict, view)
        if kind == "png":
            about = {"Title": title, "Description": said, "Software": PROGRAM}
            return png_with(page.saved("png", about), record)
        if kind == "pdf":
            about = {"Title": title, "Keywords": as_json(record), "Creator": PROGRAM}
            return sealed(page.saved("pdf", {**about, "Producer": None, "CreationDate": None}))
        drawn = page.saved("svg", {"Title": title, "Date": None, "Creator": None})
    described = f"<desc>{escape(said)}</desc>\n {element_with(record, '.svg')}\n "
    return sealed(drawn.replace(b"<metadata>", described.encode() + b"<metadata>", 1))
