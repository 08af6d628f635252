"""Two conflicts and what a reader of each must meet in the browser, worked out by hand from the articles."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from geo.reading.conflict import load_conflict

ROOT = Path(__file__).parents[2]


class Place(NamedTuple):
    """An area, and what its tooltip must say on a day."""

    id: str
    name: str


class Fill(NamedTuple):
    """How many colours an area's fill has on a day: none, one, or a hatch of two."""

    day: str
    area: str
    colours: int
    why: str


class Walk(NamedTuple):
    """One conflict: its days, a day of quarrel, an area that both sides claim then, and their words."""

    folder: Path
    title: str
    areas: tuple[str, ...]
    first: date
    last: date
    day: date
    quarrel: Place
    label: str
    words: tuple[str, str]
    other: Place
    above: str
    plain: Place
    colour: str
    fought: date
    aged: tuple[date, Place, tuple[str, ...]]
    inferred: tuple[date, str]
    """A day of publication that is inferred, and what its bar says."""
    sides: tuple[str, str]
    titles: tuple[str, str]
    part: str
    breaks_silence: tuple[str, date]
    known: date
    known_option: str
    change: tuple[Place, str, str]
    still: date
    fills: tuple[Fill, ...]
    named: dict[int, int]
    always_named: tuple[str, ...]

    @property
    def eve(self) -> date:
        """The day before the day of quarrel."""
        return self.day - timedelta(days=1)

    @property
    def days(self) -> int:
        """Number of days on the slider."""
        return (self.last - self.first).days + 1

    def narrator_names(self) -> tuple[str, ...]:
        """Return what the narrators' control offers, in order."""
        return ("everyone", *self.sides)


PANJSHIR = Walk(
    folder=ROOT / "data",
    title="Panjshir",
    areas=(
        "anaba", "bazarak", "dara", "khenj", "paryan", "rokha", "shutul", "andarab", "parwan", "kapisa",
    ),
    first=date(2021, 8, 25),
    last=date(2021, 9, 6),
    day=date(2021, 9, 5),
    quarrel=Place("rokha", "Rokha"),
    label="Rokha, 5 September: disputed, Taliban / NRF",
    words=("which are still under the control of the NRF", "took control of"),
    other=Place("dara", "Dara"),
    above="paryan",
    plain=Place("bazarak", "Bazarak"),
    colour="#0072b2",
    fought=date(2021, 9, 5),
    aged=(date(2021, 9, 2), Place("andarab", "Andarab"), ("Taliban, reported", "3 days old")),
    inferred=(
        date(2021, 9, 6),
        "6 September: 44 statements published, 36 of them on a day that is inferred",
    ),
    sides=("taliban", "nrf"),
    titles=("Taliban", "NRF"),
    part="Paryan: Taliban say Taliban, NRF say NRF",
    breaks_silence=("taliban", date(2021, 9, 5)),
    known=date(2021, 9, 4),
    known_option="4 September",
    change=(Place("rokha", "Rokha"), "cnn-03-rokha", "Bazarak and Rokha"),
    still=date(2021, 9, 1),
    fills=(
        Fill("2021-08-29", "rokha", 0, "silence is white"),
        Fill("2021-08-30", "rokha", 1, "one holder is one colour"),
        Fill("2021-09-05", "rokha", 2, "a dispute is a hatch of both"),
        Fill("2021-09-05", "dara", 2, "a denied hold is a hatch with white"),
        Fill("2021-09-05", "bazarak", 1, "fighting is no hatch"),
    ),
    named={950: 10, 620: 10, 390: 7},
    always_named=("Rokha", "Anaba", "Shutul"),
)  # fmt: skip

MARCHES = Walk(
    folder=ROOT / "examples" / "marches",
    title="Marches",
    areas=(
        "zarnab", "kuhdar", "sangrud", "tirabad", "mirkuh", "lalezan",
        "navdasht", "pulzar", "gulrud", "bagharan", "sarin", "khushk",
    ),
    first=date(2031, 5, 1),
    last=date(2031, 5, 20),
    day=date(2031, 5, 20),
    quarrel=Place("kuhdar", "Kuhdar"),
    label="Kuhdar, 20 May: disputed, Council / Guard",
    words=("Kuhdar is held by the Guard", "a free town of the Council"),
    other=Place("pulzar", "Pulzar"),
    above="zarnab",
    plain=Place("navdasht", "Navdasht"),
    colour="#e69f00",
    fought=date(2031, 5, 9),
    aged=(date(2031, 5, 12), Place("pulzar", "Pulzar"), ("League, by their own word", "4 days old")),
    inferred=(date(2031, 5, 10), "10 May: 7 statements published, 7 of them on a day that is inferred"),
    sides=("council", "guard"),
    titles=("Council", "Guard"),
    part="Kuhdar: Council say Council, Guard say Guard",
    breaks_silence=("league", date(2031, 5, 8)),
    known=date(2031, 5, 15),
    known_option="15 May",
    change=(Place("navdasht", "Navdasht"), "gazette2-01-navdasht", "Navdasht and Gulrud"),
    still=date(2031, 5, 11),
    fills=(
        Fill("2031-05-01", "sarin", 0, "silence is white"),
        Fill("2031-05-02", "sarin", 1, "one holder is one colour"),
        Fill("2031-05-20", "kuhdar", 2, "a dispute is a hatch of both"),
        Fill("2031-05-09", "lalezan", 2, "a denied capture is a hatch with white"),
        Fill("2031-05-09", "navdasht", 1, "fighting is no hatch"),
    ),
    named={950: 12, 620: 10, 390: 7},
    always_named=("Kuhdar", "Pulzar"),
)  # fmt: skip

WALKS = (PANJSHIR, MARCHES)


def in_words(day: date) -> str:
    """Return a day as the page says it: ``Sunday 5 September 2021``."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def reports_that_name(walk: Walk, area_id: str) -> set[str]:
    """Return the ids of all reports that name an area."""
    reports = load_conflict(walk.folder).reports
    return set(reports.loc[reports["area_id"] == area_id, "report_id"])
