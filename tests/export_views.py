"""The real conflict and its view of 5 September, for the tests of exports."""

from datetime import date
from functools import cache
from pathlib import Path

from geo.reading.conflict import Conflict, load_conflict
from geo.view import View

DATA = Path(__file__).parents[1] / "data"
SUNDAY = View(date(2021, 9, 5))


@cache
def panjshir() -> Conflict:
    return load_conflict(DATA)
