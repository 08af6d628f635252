"""What a one-file map says, read from its data as its script does."""

import json
import re
from bisect import bisect_right
from typing import Any

from geo.words import Words, load_words

AGED = re.compile("<(\\w+)[^<>]*>[^<>]*\ue000\\d+ (\\d+)\ue001[^<>]*</\\1>")
PLACE = re.compile("\ue000(\\d*) ?(\\d*)\ue001")


class Pages:
    """Pages of words, which share their lines, and the days from which each holds."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self._pages: dict[int, str] = {}

    def at(self, span: int, day: int) -> int:
        """Return the page that holds on a day."""
        pages = self.data["spans"][span]
        return pages[2 * bisect_right(pages[::2], day) - 1]

    def lines(self, page: int) -> list[str]:
        """Return the lines of a page, those of its parts in their place."""
        found = [
            self.lines(~one) if one < 0 else [self.data["lines"][one]] for one in self.data["pages"][page]
        ]
        return [line for lines in found for line in lines]

    def plain(self, page: int) -> str:
        """Return a page with its places."""
        if page not in self._pages:
            self._pages[page] = "\n".join(self.lines(page))
        return self._pages[page]


class File(Pages):
    """The data of a one-file map.

    Parameters
    ----------
    page
        Its HTML.
    language
        Of its words.
    """

    def __init__(self, page: str, language: str = "en") -> None:
        found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
        assert found
        super().__init__(json.loads(found[1]))
        self.days = [day["iso"] for day in self.data["days"]]
        self.areas = [area["id"] for area in self.data["areas"]]
        self.words = Words(language, {**load_words(language).entries, **self.data["words"]})

    def table(self, narrator: str, known: str) -> dict[str, Any]:
        """Return what a narrator tells, as known."""
        step = self.data["all"] if known == "all" else self.data["known"][self.days.index(known)]
        return self.data["told"][narrator][step]

    def html(self, span: int, table: dict[str, Any], day: int) -> str:
        """Return what a span says on a day."""

        def filled(place: re.Match[str]) -> str:
            if not place[1]:
                return self.data["days"][day - 1]["plain"]
            ages = [
                self.age(table, int(area), day)
                for area in ([place[2]] if place[2] else range(len(self.areas)))
            ]
            return self.words.say(place[1], count=min(age for age in ages if age is not None))

        def kept(element: re.Match[str]) -> str:
            return element[0] if self.age(table, int(element[2]), day) else ""

        return PLACE.sub(filled, AGED.sub(kept, self.plain(self.at(span, day))))

    def age(self, table: dict[str, Any], area: int, day: int) -> int | None:
        """Return the age of the newest vote about an area."""
        states = self.data["config"]["states"][table["key"]]
        row = bisect_right(states["changes"][area][::2], day) - 1
        look = states["looks"][states["changes"][area][2 * row + 1]] if row >= 0 else {"fills": []}
        return max(day - states["newest"][area][row], 0) if look["fills"] else None

    def clock(self, day: str, narrator: str, known: str) -> str:
        """Return what both clocks are set to."""
        at = self.days.index(day)
        clock = self.plain(self.table(narrator, known)["clock"]).replace(
            "{day}", self.data["days"][at]["long"]
        )
        if known != "all":
            clock = clock.replace("{known}", self.data["days"][self.days.index(known)]["plain"])
        return clock

    def lead(self, day: str, narrator: str, known: str) -> str:
        """Return the day in a sentence."""
        at = self.days.index(day)
        page = self.at(self.table(narrator, known)["lead"], at)
        said = self.plain(page).replace("{day}", self.data["days"][at]["plain"])
        if known != "all":
            said = said.replace("{known}", self.data["days"][self.days.index(known)]["plain"])
        return said

    def panel(self, day: str, narrator: str, known: str, area: str) -> str:
        """Return the HTML of an area's panel."""
        table = self.table(narrator, known)
        return self.html(table["panels"][self.areas.index(area)], table, self.days.index(day))

    def says(self, day: str, narrator: str, known: str, area: str = "") -> list[str]:
        """Return the HTML of the parts of a view: panel or list, notes, changes, clocks, lead, events."""
        at, table = self.days.index(day), self.table(narrator, known)
        words = self.panel(day, narrator, known, area) if area else self.html(table["lists"], table, at)
        shown = [words, *(self.html(table[part], table, at) for part in ("notes", "changes"))]
        around = self.clock(day, narrator, known), self.lead(day, narrator, known)
        return [*shown, *around, self.plain(table["events"])]
