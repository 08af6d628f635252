"""A conflict's shapes as the bytes that a page serves."""

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
    return Drawn(compact_json(made.geometry), tuple(map(compact_json, made.sheets)))
