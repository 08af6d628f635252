"""Every export by its file name: the name decides what the file contains."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from geo.export.onefile import Cut, map_html
from geo.export.picture import PICTURES, picture
from geo.export.tables import areas_geojson, reports_csv, timeline_csv
from geo.export.zipped import NO_TIME, conflict_zip
from geo.view import View, checked

if TYPE_CHECKING:
    from geo.reading import Conflict

WHOLE: Final[dict[str, Callable[["Conflict", View], dict[str, bytes]]]] = {
    "map.html": lambda conflict, view: {"map.html": map_html(conflict, view, also=None)},
    **{
        name: lambda conflict, view, name=name: {name: picture(conflict, view, name)}  # type: ignore[misc]
        for name in PICTURES
    },
    "areas.geojson": lambda conflict, view: {"areas.geojson": areas_geojson(conflict, view)},
    "timeline.csv": timeline_csv,
    "reports.csv": reports_csv,
    "conflict.zip": lambda conflict, view: {"conflict.zip": conflict_zip(conflict, view)},
}
"""Name of an export -> what makes it: the export first, then its companion files, by name."""


def kind_of(name: str) -> str:
    """Return the export that a file's name asks for: ``map.png``, ``rokha-map.png``.

    Raises
    ------
    ValueError
        If the name ends in none of them; the message lists them.
    """
    plain = PurePath(name).name.lower()
    for kind in WHOLE:
        if plain == kind or plain.endswith(("-" + kind, "_" + kind)):
            return kind
    raise ValueError(
        f"{plain!r} is not an export; its name should be one of these, or end in -{', -'.join(WHOLE)}"
    )


def exported(
    conflict: "Conflict",
    view: View,
    name: str,
    cut: Cut | None = None,
    also: Sequence[str] | None = None,
) -> dict[str, bytes]:
    """Return the files of an export by name, the requested one first; a CSV comes with its metadata.

    Parameters
    ----------
    view
        What is exported; `ValueError` if the conflict lacks its narrator or area.
    name
        Of the file, see `kind_of`.
    cut
        The part that the one-file map holds; None = all of it.
    also
        The languages that it holds beside the view's; None = all, if it stays fit to be mailed with them.

    Raises
    ------
    ValueError
        If there is no export of that name, no such narrator, area or language, or no such part of it.
    """
    kind, plain = kind_of(name), PurePath(name).name
    checked(view, conflict)
    if view.report and not kind.startswith("quote."):
        raise ValueError("only quote.png, quote.svg and quote.pdf take --report")
    if kind == "map.html":
        return {plain: map_html(conflict, view, cut, also)}
    if cut and cut.beyond:
        raise ValueError(f"only map.html takes {cut.beyond[0]}")
    made = WHOLE[kind](conflict, view)
    return {part.replace(kind, plain): data for part, data in made.items()}


def packed(conflict: "Conflict", view: View, name: str, also: Sequence[str] | None = None) -> bytes:
    """Return an export as one file: itself, or a ZIP with its companion files (`exported`)."""
    files = exported(conflict, view, name, also=also)
    if len(files) == 1:
        return files[name]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for part, data in files.items():
            made.writestr(zipfile.ZipInfo(part, date_time=NO_TIME), data)
    return archive.getvalue()
