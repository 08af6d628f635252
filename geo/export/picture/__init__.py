"""Pictures of the map, made by a plotting library without a browser: PNG, SVG and PDF."""

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

__all__ = ["PICTURES", "picture"]

PICTURES: Final = {
    "map.png": one_map,
    "map.svg": one_map,
    "map.pdf": one_map,
    "sheet.png": sheet,
    "sheet.svg": sheet,
    "sheet.pdf": sheet,
    "quote.png": quote_card,
    "quote.svg": quote_card,
    "quote.pdf": quote_card,
}
"""Name -> the function that draws its page."""

ONE_AT_A_TIME: Final = Lock()
"""The plotting library's fonts and settings are shared by all threads."""


def picture(conflict: "Conflict", view: "View", name: str) -> bytes:
    """Return a picture of a view by its name (`PICTURES`), its record inside; same view, same bytes.

    Raises
    ------
    KeyError
        If there is no picture of that name.
    ValueError
        If it shows a report, and the view names none that its narrator tells.
    """
    what, kind = name.split(".")
    record = provenance(conflict, view, name, day=what != "sheet")
    title = conflict.title if what == "sheet" else f"{conflict.title} ({view.day.isoformat()})"
    said = subtitle(conflict, view) if what != "quote" else footnote(told_report(conflict, view), view.words)
    with ONE_AT_A_TIME:
        page = PICTURES[name](conflict, view)
        if kind == "png":
            about = {"Title": title, "Description": said, "Software": PROGRAM}
            return png_with(page.saved("png", about), record)
        if kind == "pdf":
            about = {"Title": title, "Keywords": as_json(record), "Creator": PROGRAM}
            return sealed(page.saved("pdf", {**about, "Producer": None, "CreationDate": None}))
        drawn = page.saved("svg", {"Title": title, "Date": None, "Creator": None})
    described = f"<desc>{escape(said)}</desc>\n {element_with(record, '.svg')}\n "
    return sealed(drawn.replace(b"<metadata>", described.encode() + b"<metadata>", 1))
