"""What a one-file map says, read from its data as its script does."""

import json
import re
from bisect import bisect_right
from html import escape
from typing import Any, NamedTuple

from geo.words import Words, load_words

SURE = {"claimed", "reported", "conceded"}
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
        whole = json.loads(found[1])
        if own := re.search(rf'id="data-{language}">(.*?)</script>', page, re.DOTALL):
            its = json.loads(own[1])
            whole |= {**its, "config": {**whole["config"], **its["config"]}}
        super().__init__(whole)
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
        shown = [words, *(self.html(table[part], table, at) for part in ("notes", "turned", "changes"))]
        around = self.clock(day, narrator, known), self.lead(day, narrator, known)
        return [*shown, *around, self.plain(table["events"])]


class Shown(NamedTuple):
    """What one of two maps shows: an ISO day, a narrator, a day of knowledge or "all"."""

    day: str
    narrator: str
    known: str


class Pair:
    """Two maps of a file side by side, which differ in a kind: `narrator`, `date` or `known`."""

    def __init__(self, file: File, kind: str, *both: Shown) -> None:
        self.file, self.kind, self.both = file, kind, both
        self.words = file.data["pairs"]

    def short(self, day: str) -> str:
        """Return a day as cards have it."""
        return str(self.file.data["days"][self.file.days.index(day)]["short"])

    def title(self, shown: Shown) -> str:
        """Return the title of a map."""
        if self.kind == "narrator":
            return str(self.file.data["narrators"][shown.narrator])
        if self.kind == "date":
            return self.short(shown.day)
        name = "compare_title_known_all" if shown.known == "all" else "compare_title_known"
        known = "" if shown.known == "all" else self.short(shown.known)
        return self.file.words.say(name, day=known)

    def lists(self) -> str:
        """Return both lists, each under its title."""
        said = self.words["lists"]
        for place, shown in zip(("\ue008\ue009", "\ue00a\ue00b"), self.both, strict=True):
            table, day = self.file.table(shown.narrator, shown.known), self.file.days.index(shown.day)
            said = said.replace(place[0], escape(self.title(shown)))
            said = said.replace(place[1], self.file.html(table["lists"], table, day))
        return said

    def teller(self, shown: Shown) -> str:
        """Return how what a map says is said."""
        tellers = self.words["tellers"]
        if self.kind == "narrator":
            return str(tellers[f"narrator:{shown.narrator}"])
        if self.kind == "date":
            return str(tellers["date"].replace("\ue003", self.short(shown.day)))
        if shown.known == "all":
            return str(tellers["known:all"])
        return str(tellers["known"].replace("\ue003", self.short(shown.known)))

    def look(self, shown: Shown, area: int) -> dict[str, Any]:
        """Return how an area looks on a map."""
        states = self.file.data["config"]["states"][self.file.table(shown.narrator, shown.known)["key"]]
        changes = states["changes"][area]
        row = bisect_right(changes[::2], self.file.days.index(shown.day)) - 1
        found: dict[str, Any] = states["looks"][changes[2 * row + 1] if row >= 0 else 0]
        return found

    def line(self, html: str, area: int) -> str:
        """Return what both say of an area."""
        looks = [self.look(shown, area) for shown in self.both]
        surely = looks[0]["of"] == looks[1]["of"]
        name = self.file.data["areas"][area]
        html = html.replace("\ue007", name["id"]).replace("\ue004", escape(name["name"]))
        for place, look, shown in zip("\ue005\ue006", looks, self.both, strict=True):
            said = self.words["states"][f"{look['told']}|{'|'.join(look['of'])}"][surely]
            html = html.replace(place, self.teller(shown).replace("\ue002", said))
        return html

    def partings(self) -> str:
        """Return where the two differ."""
        found: dict[bool, list[int]] = {False: [], True: []}
        for area in range(len(self.file.areas)):
            one, other = (self.look(shown, area) for shown in self.both)
            if (one["told"], one["of"]) != (other["told"], other["of"]):
                found[one["of"] == other["of"] and {one["told"], other["told"]} <= SURE].append(area)
        if not any(found.values()):
            return str(self.words["same"])
        room, html = self.words["most"], self.words["apart"]
        more = sum(map(len, found.values())) - room
        lists = re.findall("<ul>(.*?)</ul>", html)
        for line, areas in zip(lists, found.values(), strict=True):
            lines = [self.line(line, area) for area in areas[:room]]
            room -= len(lines)
            html = html.replace(line, "".join(lines), 1)
        html = re.sub("(<h3>[^<]*</h3>\\s*)?<ul></ul>", "", html)
        count = self.file.words.say("compare_more", count=more)
        return re.sub('<p class="quiet">.*?</p>', f"<p>{count}</p>" if more > 0 else "", html)
