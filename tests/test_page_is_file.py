"""What the page says is, text for text, what the one-file map says: on every day, by every narrator."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import islice, product
from pathlib import Path
from typing import Any

import onefile_reader
import pytest
from how_many import QUICK
from onefile_reader import Pages, Pair, Shown
from shared import one_file
from streamlit.testing.v1 import AppTest

from geo.export.onefile.places import SINCE
from geo.page import ahead, layout, loading, panels, said, state, time_bar
from geo.reading.conflict import Conflict, load_conflict
from geo.sentences import ONE_DAY
from geo.view import Comparison, View
from geo.words import load_words

ROOT = Path(__file__).parents[1]
PANJSHIR, MARCHES = {"panjshir": ROOT / "data"}, {"marches": ROOT / "examples" / "marches"}
FOLDERS = PANJSHIR if QUICK else PANJSHIR | MARCHES
"""In a quick run one conflict; the example's one file takes longest to make."""

PARTS = ("panel", "list", "changes", "notes", "clocks", "lead", "turned", "events")
WORDS = load_words("en")
MOST_PANELS_ALIKE = 100
STRIDE = 37
"""Every so many views, the whole page is drawn; a prime, so that all days and narrators take turns."""

FEW = 7
"""In a quick run, every so many views are compared."""

VOID = {"br", "img", "hr", "input", "meta", "link"}


class Composed(HTMLParser):
    """Reads the text of each element that carries `data-part`."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        inside = self.open[-1] if self.open else ""
        self.open.append(dict(attrs).get("data-part") or inside)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1]:
            self.texts.setdefault(self.open[-1], []).append(data)


def parts_of(*pieces: str) -> dict[str, str]:
    """Return the text of each composed part, blanks folded; addresses aside, which may differ."""
    joined: dict[str, list[str]] = {}
    for piece in pieces:
        for part, text in _texts(re.sub(r' href="[^"]*"', "", piece)).items():
            joined.setdefault(part, []).append(text)
    return {part: " ".join(texts) for part, texts in joined.items()}


@cache
def _texts(html: str) -> dict[str, str]:
    """Read a piece, each once: whoever says the same in the same HTML need not be read again."""
    reader = Composed()
    reader.feed(html)
    assert not reader.open, "each piece is whole"
    return {part: " ".join(" ".join(texts).split()) for part, texts in reader.texts.items()}


class File(onefile_reader.File):
    """What the one-file map says, as texts."""

    def texts(self, day: str, narrator: str, known: str, area: str = "") -> dict[str, str]:
        """Return the parts of a view."""
        return parts_of(*self.says(day, narrator, known, area))


@cache
def conflict(name: str) -> Conflict:
    return load_conflict(FOLDERS[name])


@cache
def file(name: str) -> File:
    return File(one_file(FOLDERS[name]).read_text(encoding="utf-8"))


def views(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield every day x narrator x day of knowledge: the first day on which each state of knowledge held.

    In a quick run a few of them, spread over all.
    """
    made = file(name)
    first = dict(reversed(list(zip(made.data["known"], made.days, strict=True))))
    all_views = product(made.data["narrators"], ("all", *first.values()), made.days)
    for narrator, known, day in islice(all_views, 0, None, FEW if QUICK else 1):
        yield day, narrator, known


def page_says(app: AppTest, **parameters: str) -> dict[str, str]:
    """Return the parts of the page at an address."""
    app.query_params.clear()
    for key, value in parameters.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return parts_of(*(element.proto.body for element in app.get("html")))


class Recorder:
    """Stands in for Streamlit where the page draws words: keeps the HTML, draws nothing."""

    def __init__(self) -> None:
        self.session_state: dict[str, Any] = {}
        self.query_params: dict[str, str] = {}
        self.drawn: list[str] = []

    def html(self, body: str, **_: object) -> None:
        self.drawn.append(body)

    def button(self, *_: object, **__: object) -> None:
        """Draw no button."""

    def text_input(self, *_: object, **__: object) -> str:
        return ""


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    made = Recorder()
    for module in (panels, layout, said, state, time_bar):
        monkeypatch.setattr(module, "st", made)
    return made


def drawn(recorder: Recorder, name: str, view: View) -> dict[str, str]:
    """Return the parts that the page's own calls draw for a view, in the order of `dashboard.py`."""
    recorder.session_state[state.CHOICES] = view
    recorder.drawn.clear()
    layout.draw_lead(conflict(name), WORDS)
    time_bar.draw_events(conflict(name), WORDS)
    layout.draw_clocks(conflict(name), WORDS)
    panels.draw_notes(conflict(name), WORDS)
    panels.draw_changes(conflict(name), WORDS)
    panels.draw_panel(conflict(name), WORDS)
    return parts_of(*recorder.drawn)


@pytest.mark.parametrize("name", FOLDERS)
def test_lists_changes_notes_and_clocks_are_the_same_in_page_and_file(name: str, recorder: Recorder) -> None:
    for day, narrator, known in views(name):
        view = View(date.fromisoformat(day), narrator, None if known == "all" else date.fromisoformat(known))
        assert drawn(recorder, name, view) == file(name).texts(day, narrator, known), (day, narrator, known)


@cache
def ahead_of(name: str, narrator: str, known: date | None) -> Pages:
    """Return what the browser is given to say of every day before the server answers."""
    told = loading.account(conflict(name), View(conflict(name).first_day, narrator, known))
    return Pages(ahead.words_ahead(told, WORDS))


@pytest.mark.parametrize("name", FOLDERS)
def test_what_the_browser_says_before_the_server_answers_is_what_it_answers(
    name: str, recorder: Recorder
) -> None:
    for day, narrator, known in views(name):
        view = View(date.fromisoformat(day), narrator, None if known == "all" else date.fromisoformat(known))
        held, at = ahead_of(name, narrator, view.known), (view.day - conflict(name).first_day).days
        plain = [held.plain(held.at(held.data[part], at)) for part in ("lead", "turned", "changes")]
        said = " ".join(plain).replace("{day}", WORDS.plain_day(view.day))
        said, eve = said.replace("{known}", held.data["known"]), WORDS.plain_day(view.day - ONE_DAY)
        shown = drawn(recorder, name, view)
        answer = {part: shown[part] for part in ("lead", "turned", "changes") if part in shown}
        assert parts_of(said.replace(SINCE, eve)) == answer, (day, narrator, known)


def pairs(name: str) -> Iterator[tuple[Comparison, Shown, Shown]]:
    """Yield two maps: each narrator beside each, each day beside each, what was known beside what is."""
    made = file(name)
    one, *others = made.data["narrators"]
    for day, (first, second) in product(made.days, product((one, *others), repeat=2)):
        yield Comparison("narrator", second), Shown(day, first, "all"), Shown(day, second, "all")
    for day, other in product(made.days, repeat=2):
        yield Comparison("date", date.fromisoformat(other)), Shown(day, one, "all"), Shown(other, one, "all")
    for day, known in product(made.days, made.days[::3]):
        then = date.fromisoformat(known)
        yield Comparison("known", then), Shown(day, one, "all"), Shown(day, one, known)
        yield Comparison("known", None), Shown(day, one, known), Shown(day, one, "all")


@pytest.mark.parametrize("name", FOLDERS)
def test_two_maps_are_told_alike_in_page_and_file(name: str, recorder: Recorder) -> None:
    differing = 0
    for compare, first, second in islice(pairs(name), 0, None, FEW if QUICK else 2):
        known = None if first.known == "all" else date.fromisoformat(first.known)
        view = View(date.fromisoformat(first.day), first.narrator, known, compare)
        recorder.session_state[state.CHOICES] = view
        recorder.drawn.clear()
        panels.draw_partings(conflict(name), WORDS)
        panels.draw_panel(conflict(name), WORDS)
        pair = Pair(file(name), compare.kind, first, second)
        assert parts_of(*recorder.drawn) == parts_of(pair.partings(), pair.lists()), (compare, first)
        differing += "<li>" in pair.partings()
    assert differing > 10


@pytest.mark.parametrize("name", FOLDERS)
def test_the_clocks_are_the_same_on_every_day_of_knowledge(name: str, recorder: Recorder) -> None:
    days = file(name).days
    for narrator, known in product(file(name).data["narrators"], days):
        view = View(date.fromisoformat(days[0]), narrator, date.fromisoformat(known))
        recorder.session_state[state.CHOICES] = view
        recorder.drawn.clear()
        layout.draw_clocks(conflict(name), WORDS)
        assert parts_of(recorder.drawn[0])["clocks"] == file(name).texts(days[0], narrator, known)["clocks"]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_panel_is_the_same_in_page_and_file(name: str, recorder: Recorder) -> None:
    compared = set()
    for day, narrator, known in views(name):
        numbers = file(name).table(narrator, known)["panels"]
        for area, number in zip(conflict(name).areas.index, numbers, strict=True):
            at, table = file(name).days.index(day), file(name).table(narrator, known)
            said = file(name).html(number, table, at)
            if (said, narrator) in compared:
                continue
            compared.add((said, narrator))
            then = None if known == "all" else date.fromisoformat(known)
            recorder.session_state[state.CHOICES] = View(date.fromisoformat(day), narrator, then, area=area)
            recorder.drawn.clear()
            panels.draw_panel(conflict(name), WORDS)
            assert parts_of(recorder.drawn[0]) == parts_of(said), (
                day,
                narrator,
                known,
                area,
            )
    assert len(compared) > MOST_PANELS_ALIKE / (FEW if QUICK else 1)


@pytest.mark.parametrize("name", FOLDERS)
def test_the_page_as_it_is_served_says_what_the_file_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICT", str(FOLDERS[name]))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    areas = list(conflict(name).areas.index)
    for number, (day, narrator, known) in enumerate(views(name)):
        if number % (5 if QUICK else STRIDE):
            continue
        area = areas[number % len(areas)]
        asked = {"date": day, "narrator": narrator, "known": known}
        assert page_says(app, **asked) == file(name).texts(day, narrator, known), asked
        assert page_says(app, **asked, area=area) == file(name).texts(day, narrator, known, area), (
            asked,
            area,
        )


def test_the_story_is_the_same_in_page_and_file() -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    for number, step in enumerate(file("panjshir").data["story"]):
        app.button(key="story_next" if number else "story_start").click().run()
        told = parts_of(*(element.proto.body for element in app.get("html")))["story"]
        assert told == parts_of(step["html"])["story"]
        view = {**step["view"], "day": file("panjshir").days[step["view"]["day"]]}
        shown = {
            name: "".join(app.query_params.get(name, "")) for name in ("date", "area", "narrator", "known")
        }
        assert shown == {
            "date": view["day"],
            "area": view["area"] or "",
            "narrator": view["narrator"],
            "known": view["known"] or "all",
        }


def test_every_kind_of_part_is_compared() -> None:
    last, eve = file("panjshir").days[-1], file("panjshir").days[-2]
    found = {
        *file("panjshir").texts(last, "everyone", "all"),
        *file("panjshir").texts(eve, "nrf", eve, "rokha"),
    }
    assert found == set(PARTS)
