"""A conflict's shapes as the bytes that a page serves."""

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from geo.paint import compact_json
from geo.paint.geometry import drawing

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict


class Drawn(NamedTuple):
    """The geometry JSON, and of many areas the JSON of each sheet; else no sheets."""

    geometry: bytes
    sheets: tuple[bytes, ...]


def drawn(conflict: "Conflict") -> Drawn:
    """Return a conflict's shapes as JSON: nothing but its areas, groups, places and ground decide them."""
    made = drawing(conflict)
    shapes, sheets = compact_json(made.geometry), tuple(map(compact_json, made.sheets))
    if sheets:  # Streamlit names large files by their beginning, middle and end alone
        shapes = b'{"key":"%s",%s' % (sha256(shapes).hexdigest().encode(), shapes[1:])
    return Drawn(shapes, sheets)
