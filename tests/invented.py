"""An invented land of two sides for the tests of the reader: the Reds and the Blue Front in Upland."""

from datetime import date

from geo.reader.cues import load_cues
from geo.reader.days import load_calendar
from geo.reader.knowledge import Knowledge
from geo.reader.phrases import phrase
from geo.reader.reading import Reader

PUBLISHED = date(2031, 5, 14)
"""A Wednesday."""

NAMES = {
    "Zarnab": "zarnab",
    "Kuhdar": "kuhdar",
    "Tirabad": "tirabad",
    "Port Sarin": "sarin",
    "Upland": "upland",
}

LAND = Knowledge(
    places={phrase(name): (place,) for name, place in NAMES.items()},
    under={"upland": ("zarnab", "kuhdar", "tirabad")},
    areas=("zarnab", "kuhdar", "tirabad", "sarin"),
    kinds={"zarnab": "district", "kuhdar": "district", "upland": "province", "sarin": "city"},
    actors={
        phrase("Reds"): "red",
        phrase("Red"): "red",
        phrase("Blue Front"): "blue",
        phrase("Blues"): "blue",
    },
    sides={"red": "reds", "blue": "blues"},
    people={phrase("Ardan"): "reds"},
)


def read(text, outlet="The Courier", published=PUBLISHED):
    """Return the candidates of a text."""
    return Reader(LAND, load_cues("en"), load_calendar("en"), outlet, published).candidates(text)


def rows(text, *fields):
    """Return the rows of a text, as the fields that are asked for."""
    names = fields or ("area_id", "claim", "polarity", "party", "claimant_side")
    return [tuple(getattr(one, name) for name in names) for one in read(text) if one.tier == "row"]
