"""Pictures of the map, made by a plotting library without a browser: PNG, SVG and PDF."""

from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View

PICTURES: Final = tuple(
    f"{what}.{kind}" for what, kind in product(("map", "sheet", "quote"), ("png", "svg", "pdf"))
)
"""The names of pictures."""


def picture(conflict: "Conflict", view: "View", name: str) -> bytes:
    """Return a picture of a view by its name (`PICTURES`), its record inside; same view, same bytes.

    Raises
    ------
    KeyError
        If there is no picture of that name.
    ValueError
        If it shows a report, and the view names none that its narrator tells.
    """
    from geo.export.picture.recorded import recorded  # noqa: PLC0415 (a second of plotting library)

    if name not in PICTURES:
        raise KeyError(name)
    return recorded(conflict, view, name)
