"""An account as a file tells it: its ages are places, its links lead inside the file."""

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from geo.export.onefile.places import Aged
from geo.reading import EVERYONE
from geo.sentences import Account, AreaControls

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.reading import Conflict


def link(area: str, _report: str = "") -> str:
    """Return the address of an area inside the file; the script keeps the other choices."""
    return f"#area={area}"


def way(cut: "Cut", area: str, day: date | None, _report: str) -> str:
    """Return the address in the file of an area on a day, told by everyone; "" = the cut leaves it out."""
    if not cut.shows(area, day):
        return ""
    shown = {"date": day.isoformat() if day else "", "area": area, "narrator": EVERYONE, "known": "all"}
    return "#" + urlencode({name: value for name, value in shown.items() if value})


class Telling(Account):
    """An account whose ages are places, and which keeps the rows of every day that it is asked for."""

    def __init__(self, conflict: "Conflict", narrator: str, known: date | None, cut: "Cut") -> None:
        super().__init__(conflict, narrator, known, areas=cut.areas)
        self.rows: dict[date, AreaControls] = {}

    def like(self, other: "Telling") -> None:
        """Take over what another account of the same reports has worked out."""
        vars(self)["timeline"], self.rows = other.timeline, other.rows

    def areas(self, day: date) -> AreaControls:
        """Return the areas' rows of control on a day."""
        if day not in self.rows:
            self.rows[day] = Aged(self.control(day))
        return self.rows[day]
