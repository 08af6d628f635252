"""A conflict's shapes as the bytes that a page serves."""

from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.paint import compact_json
from geo.paint.geometry import drawing

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict


NAMED_WHOLE: Final = 1_048_576
"""Bytes above which Streamlit names a file by its beginning, middle and end: such a one begins with a key."""


class Drawn(NamedTuple):
    """The geometry JSON, and of many areas the JSON of each sheet; else no sheets."""

    geometry: bytes
    sheets: tuple[bytes, ...]


def drawn(conflict: "Conflict") -> Drawn:
    """Return a conflict's shapes as JSON: nothing but its areas, groups, places and ground decide them."""
    made = drawing(conflict)
    shapes, sheets = compact_json(made.geometry), tuple(map(compact_json, made.sheets))
    if sheets or len(shapes) > NAMED_WHOLE:
        shapes = b'{"key":"%s",%s' % (sha256(shapes).hexdigest().encode(), shapes[1:])
    return Drawn(shapes, sheets)
