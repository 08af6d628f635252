"""geo.export.picture.quote_card: one report as a picture, in which the speaker is what is read first."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest
import shapely
from export_views import SUNDAY, panjshir
from folders import CONFLICT, files, geojson, place, reports
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image

from geo.export.found_record import record_of
from geo.export.picture import picture
from geo.export.picture.background import background
from geo.export.picture.detail import around
from geo.export.picture.fitted import Room, fitted, from_the_right
from geo.export.picture.quote_card import HEIGHT, WIDTH, address_on, quote_card
from geo.export.picture.quoted_report import told_report
from geo.reading.conflict import Conflict, conflict_of
from geo.view import View
from geo.words import load_words

REPORT = "southfront-08-rokha"
CLASHES = replace(SUNDAY, report=REPORT)
LONG = {"quote": "Red holds West " + "and much more of it " * 60 + "to the end"}
WIDE = {"quote": "x" * 300, "place_as_written": "", "claimant": "W" * 120}
CROWD = {"claimant": "a spokesman of the ministry of all that is said at great length, by letter, " * 3}
TABLE = {"evidence": "table", "quote": "", "cell": "control=1", "cell_row": "7"}
PICTURE = shapely.box(0, 0, WIDTH, HEIGHT)


class Line(NamedTuple):
    """A line of a card: its text, the size and room of its letters in points, whether it is on the map."""

    text: str
    size: float
    box: shapely.Polygon
    on_map: bool


@pytest.fixture
def small() -> Callable[..., tuple[Conflict, View]]:
    """Return what reads a small conflict whose second report is changed, and the view of that report."""

    def read(first: str = "", **changes: str) -> tuple[Conflict, View]:
        said = {"report_id": "r2", "statement_id": "s2", "origin_id": "o2", **changes}
        conflict = conflict_of(files(conflict=(first + CONFLICT).encode(), reports=reports(said)))
        assert not conflict.rejected
        return conflict, View(date(2021, 9, 5), area="west", report="r2")

    return read


def lines(conflict: Conflict, view: View) -> list[Line]:
    page = quote_card(conflict, view)
    to_points = page.axes.transData.inverted()
    found = [one for one in page.axes.texts if one.get_text()]
    boxes = [one.get_window_extent().transformed(to_points).padded(-0.6) for one in found]
    return [
        Line(one.get_text(), one.get_fontsize(), shapely.box(*box.extents), _has_halo(one))
        for one, box in zip(found, boxes, strict=True)
    ]


def _has_halo(text: Text) -> bool:
    return any(isinstance(effect, withStroke) for effect in text.get_path_effects() or ())


def said(conflict: Conflict, view: View) -> str:
    return " ".join(line.text for line in lines(conflict, view))


@pytest.mark.parametrize(
    ("kind", "language"), [("png", "en"), ("svg", "fa"), ("pdf", "fa")], ids=["png", "svg fa", "pdf fa"]
)
def test_a_card_carries_its_record_and_has_a_letter_for_everything(
    kind: str, language: str, recwarn: pytest.WarningsRecorder
) -> None:
    name, view = f"quote.{kind}", replace(CLASHES, language=language)
    made = picture(panjshir().in_language(language), view, name)
    found = record_of(name, made)
    assert found.untouched
    assert (found.record["report"], found.record["day"]) == (REPORT, "2021-09-05")
    assert not [warning for warning in recwarn if "missing from font" in str(warning.message)]


def test_a_png_is_as_large_as_social_media_show_it_and_says_in_words_what_it_shows() -> None:
    made = Image.open(io.BytesIO(picture(panjshir(), CLASHES, "quote.png")))
    assert made.size == (1200, 675)
    assert made.info["Description"].startswith("SouthFront, “heavy clashes between resistance forces")


@pytest.mark.parametrize(
    "changes",
    [{}, {"quote": "No"}, LONG, CROWD, {**LONG, **CROWD}, WIDE, TABLE],
    ids=["plain", "short", "long quote", "long speaker", "both", "one long word", "cell"],
)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_speaker_is_in_the_largest_letters_and_all_that_is_said_has_room(
    small: Callable[..., tuple[Conflict, View]], changes: dict[str, str], language: str
) -> None:
    conflict, view = small(**changes)
    drawn = lines(conflict.in_language(language), replace(view, language=language))
    largest = max(line.size for line in drawn)
    speaker = " ".join(line.text for line in drawn if line.size == largest)
    assert (
        changes.get("claimant", "a spokesman")
        .replace(" ", "")
        .startswith(speaker.replace(" ", "").rstrip("…"))
    )
    labels = shapely.union_all([line.box for line in drawn if line.on_map])
    around_map = [line for line in drawn if not line.on_map]
    assert [line.text for line in around_map if line.box.intersects(labels.envelope)] == []
    for one, other in combinations(around_map, 2):
        assert not one.box.intersects(other.box), (one.text, other.text)
    for line in drawn:
        assert PICTURE.contains(line.box), line.text


def test_a_quote_that_does_not_fit_is_cut_with_a_sign_and_stays_whole_in_the_record(
    small: Callable[..., tuple[Conflict, View]],
) -> None:
    conflict, view = small(**LONG)
    text = said(conflict, view)
    assert re.search(r"and much more of it .*…”", text)
    assert "to the end" not in text
    whole = Image.open(io.BytesIO(picture(conflict, view, "quote.png"))).info["Description"]
    assert f"“{LONG['quote']}”" in whole


def test_a_card_says_who_carries_the_words_how_they_are_read_and_what_weakens_them() -> None:
    text = said(panjshir(), CLASHES)
    for part in (
        "A claim, not a fact",
        "in its own voice",
        "“heavy clashes between resistance",
        "about 5 September 2021, published 5–6 September 2021 (inferred)",
        "read as: fighting · the article hedges: “were",
        "Map: Sunday 5 September 2021, Narrator: Everyone · all articles known",
        "every colour stands for statements",
    ):
        assert part in text


def test_a_tables_cell_is_shown_as_a_cell_and_not_as_somebodys_words(
    small: Callable[..., tuple[Conflict, View]],
) -> None:
    text = said(*small(**TABLE))
    assert "What a table says, not a fact" in text
    assert "in the table: control = 1, row 7" in text
    assert not set("“”") & set(text)


def test_a_translation_stands_beside_the_words_and_says_that_it_is_ours() -> None:
    text = said(panjshir().in_language("fa"), replace(CLASHES, language="fa"))
    assert "“heavy clashes" in text
    assert "ترجمه ما: درگیری‌های سنگین" in text


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (SUNDAY, "shows one report: name it with --report"),
        (replace(SUNDAY, report="nowhere"), "'nowhere' is none of this conflict's"),
        (replace(CLASHES, day=date(2021, 9, 4)), "not told by 'everyone' up to 2021-09-04$"),
        (replace(CLASHES, narrator="nrf"), "not told by 'nrf'"),
        (replace(CLASHES, known=date(2021, 9, 4)), "as known on 2021-09-04"),
    ],
    ids=["none", "unknown", "on the eve", "of another side", "not yet published"],
)
def test_a_report_that_the_view_does_not_have_is_refused(view: View, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        picture(panjshir(), view, "quote.svg")


def test_a_report_is_shown_from_its_day_on() -> None:
    assert told_report(panjshir(), CLASHES).report_id == REPORT


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", ""),
        ("https://map.example/", "https://map.example/?date=2021-09-05&area=west#q-r2"),
        ("https://map.example/map.html#", "https://map.example/map.html#date=2021-09-05&area=west"),
    ],
    ids=["none", "page", "file"],
)
def test_a_card_has_the_public_address_of_its_words(
    small: Callable[..., tuple[Conflict, View]], address: str, shown: str
) -> None:
    conflict, view = small(f'address = "{address}"\n' if address else "")
    assert address_on(conflict, view) == shown
    assert ("https://" in said(conflict, view)) == bool(shown)


def test_the_address_has_what_is_not_usual(small: Callable[..., tuple[Conflict, View]]) -> None:
    conflict, view = small('address = "https://map.example/"\n')
    assert "&narrator=red&lang=fa" in address_on(conflict, replace(view, narrator="red", language="fa"))


@pytest.mark.parametrize("areas", [["rokha"], ["anaba", "paryan"]], ids=["one", "several"])
def test_the_map_shows_the_area_and_what_is_around_it(areas: list[str]) -> None:
    land = background(panjshir(), load_words("en"))
    box, whole = shapely.box(*around(land, areas)), shapely.union_all([land.parts[one] for one in areas])
    assert box.contains(whole)
    assert box.centroid.distance(shapely.box(*whole.bounds).centroid) == pytest.approx(0, abs=1)


def test_a_place_at_a_point_has_surroundings() -> None:
    town = geojson([place("town", 69.5, 35.5)])
    conflict = conflict_of(files(districts=town, reports=reports({"area_id": "town"})))
    west, south, east, north = around(background(conflict, load_words("en")), ["town"])
    assert min(east - west, north - south) > 30_000
    assert "a spokesman" in said(conflict, View(date(2021, 9, 5), report="r2"))


@pytest.mark.parametrize(
    ("text", "right"),
    [("“به گفته", True), ("“Red says", False), ("1 - 2", False), ("5 غرب", True)],
)
def test_a_text_runs_as_its_first_letter_does(text: str, right: bool) -> None:
    assert from_the_right(text) is right


def test_a_text_is_as_large_as_there_is_room_for() -> None:
    room = Room(200, 60, 20, 10)
    sizes = [fitted("word " * count, room).size for count in (1, 12, 20, 400)]
    assert sizes[0] == 20
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 10
    cut = fitted("word " * 400, room, "”")
    assert cut.height <= 60
    assert cut.lines[-1].endswith("word…”")
