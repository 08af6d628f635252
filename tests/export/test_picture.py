"""geo.export.picture: maps to print. What they look like was looked at; here is what must hold."""

import io
import math
import re
from dataclasses import replace
from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
import pypdf
import pytest
import shapely
from export_views import SUNDAY, panjshir
from PIL import Image
from wide_world import wide

from geo.export.found_record import record_of
from geo.export.picture import PICTURES, picture
from geo.export.picture.credits import sources_line
from geo.export.picture.fonts import BOLD, broken, font, printed, width_of
from geo.export.picture.labels import Seats
from geo.export.picture.one_map import one_map
from geo.export.picture.page import Page
from geo.export.picture.scene import scene
from geo.export.picture.seat import Seat, boxed
from geo.export.picture.sheet import chosen_days
from geo.export.picture.stripes import path_of, strewn, stripes
from geo.paint.shapes import TEXTURES
from geo.sentences import Account, changes_on
from geo.view import View
from geo.words import load_words

SQUARE = shapely.box(0, 0, 100, 80)


@cache
def drawn(name: str) -> bytes:
    return picture(panjshir(), SUNDAY, name)


MAPS = [name for name in PICTURES if not name.startswith("quote")]


@pytest.mark.parametrize("name", ["map.gif", "front.png"])
def test_there_is_no_picture_of_another_name(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        picture(panjshir(), View(SUNDAY), name)


@pytest.mark.parametrize("name", MAPS)
def test_a_picture_carries_its_record(name: str) -> None:
    found = record_of(name, drawn(name))
    assert found.untouched
    assert found.record["kind"] == name
    assert (found.record["day"] is None) == name.startswith("sheet")


@pytest.mark.parametrize("name", ["map.svg", "map.pdf", "sheet.png"])
def test_the_same_view_gives_the_same_bytes(name: str) -> None:
    assert picture(panjshir(), SUNDAY, name) == drawn(name)


def test_a_png_is_fit_for_print() -> None:
    made = Image.open(io.BytesIO(drawn("map.png")))
    assert min(made.size) > 2500
    assert made.info["dpi"] == pytest.approx((300, 300), abs=1)
    assert made.info["Title"] == "Who is reported to hold Panjshir, day by day (2021-09-05)"


def test_a_name_has_the_age_of_its_colour_but_on_the_day_itself() -> None:
    story = scene(panjshir(), SUNDAY)
    days = (date(2021, 8, 30), date(2021, 8, 31), date(2021, 9, 4))
    assert [story.on(day)["dara"].word for day in days] == [
        "NRF · wider area", "NRF · wider area · 1 d", "NRF · wider area · 5 d"
    ]  # fmt: skip
    assert story.on(date(2021, 8, 29))["dara"].word == "no statement"


def test_a_pdf_is_one_page_whose_words_can_be_searched() -> None:
    made = pypdf.PdfReader(io.BytesIO(drawn("map.pdf")))
    assert len(made.pages) == 1
    assert "Sunday 5 September 2021" in made.pages[0].extract_text()


def test_an_svg_is_well_formed_and_has_a_title_and_a_description() -> None:
    root = ET.fromstring(drawn("map.svg"))  # noqa: S314 (our own)
    spaced = {"svg": "http://www.w3.org/2000/svg"}
    assert root.findtext("svg:title", namespaces=spaced).startswith("Who is reported")
    assert root.findtext("svg:desc", namespaces=spaced) == "Narrator: Everyone · all articles known"


def test_a_picture_has_the_colours_of_its_day() -> None:
    def colours(day: date) -> set[str]:
        made = picture(panjshir(), replace(SUNDAY, day=day), "map.svg").decode()
        return set(re.findall(r"fill: (#[0-9a-f]{6})", made))

    taliban, nrf = "#e69f00", "#0072b2"
    assert {taliban, nrf} <= colours(date(2021, 9, 5))
    assert not {taliban, nrf} & colours(date(2021, 8, 30))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_stripes_are_of_equal_width_and_leave_no_gap(count: int) -> None:
    colours = [f"#{n}{n}{n}" for n in range(count)]
    parts = stripes(shapely.box(0, 0, 600, 600), colours, 5)
    assert parts[0][1].area == 600 * 600
    for _, part in parts[1:]:
        assert part.area == pytest.approx(600 * 600 / count, rel=0.03)
    later = shapely.union_all([part for _, part in parts[1:]])
    assert later.area == pytest.approx(sum(part.area for _, part in parts[1:]))


def test_stripes_stay_inside_their_area_and_out_of_its_holes() -> None:
    ring = shapely.box(0, 0, 100, 100).difference(shapely.box(30, 30, 70, 70))
    assert all(ring.buffer(1e-6).contains(part) for _, part in stripes(ring, ["#111111", "#222222"], 7))
    drawn = [shapely.LinearRing(points) for points in path_of(ring).to_polygons()]
    assert [one.is_ccw for one in drawn] == [True, False]


def test_a_map_says_the_day_in_a_sentence_and_outlines_and_names_the_chosen_area_first() -> None:
    plain, chosen = (one_map(panjshir(), replace(SUNDAY, area=area)) for area in (None, "rokha"))
    said = " ".join(text.get_text() for text in chosen.axes.texts)
    assert "On 5 September, three of the seven districts of Panjshir are disputed" in said
    assert "as known on 4 September" in " ".join(
        text.get_text() for text in one_map(panjshir(), replace(SUNDAY, known=date(2021, 9, 4))).axes.texts
    )
    white = [
        sum(one.get_edgecolor()[:3] == (1, 1, 1) and one.get_linewidth() > 2 for one in page.axes.patches)
        for page in (plain, chosen)
    ]
    assert white[1] == white[0] + 1
    names = [text.get_text() for text in chosen.axes.texts if text.get_text() in {"Rokha", "Shutul"}]
    assert names[0] == "Rokha"


@pytest.mark.parametrize("name", TEXTURES)
def test_a_texture_stays_inside_its_area_and_lines_up_with_its_neighbours(name: str) -> None:
    texture, ring = TEXTURES[name], shapely.box(0, 0, 100, 100).difference(shapely.box(30, 30, 70, 70))
    discs = strewn(ring, texture, 7)
    share = math.pi * (texture.radius**2 - (texture.radius - texture.line) ** 2 * bool(texture.line))
    assert ring.buffer(1e-6).contains(discs)
    assert discs.area == pytest.approx(ring.area * share / texture.step**2, rel=0.1)
    beside = strewn(shapely.box(100, 0, 200, 100), texture, 7)
    whole = strewn(shapely.box(0, 0, 200, 100).difference(shapely.box(30, 30, 70, 70)), texture, 7)
    assert shapely.union_all([discs, beside]).area == pytest.approx(whole.area)


def seat(seats: Seats, area: shapely.Polygon, *sizes: tuple[float, float]) -> Seat | None:
    """Return where a label of an area goes, in the first of its sizes that fits."""
    site = seats.site(area)
    found = seats.seat(site, sizes) if site else None
    return found[1] if found else None


def test_labels_never_touch() -> None:
    areas = [shapely.box(x, y, x + 40, y + 40) for x in range(20, 160, 40) for y in range(20, 160, 40)]
    seats = Seats(shapely.box(0, 0, 200, 200), areas)
    found = [seat(seats, area, (36, 18)) for area in areas]
    boxes = [shapely.box(s.x - 18, s.y - 9, s.x + 18, s.y + 9) for s in found if s]
    assert len(boxes) == len(areas)
    assert shapely.union_all(boxes).area == pytest.approx(len(boxes) * 36 * 18)


def test_a_label_that_does_not_fit_stands_beside_with_a_line() -> None:
    area = shapely.box(95, 95, 105, 105)
    found = seat(Seats(shapely.box(0, 0, 200, 200), [area]), area, (60, 20))
    assert found is not None
    assert found.anchor == pytest.approx((100, 100), abs=1.5)
    assert found.line is not None
    assert found.line.length < 25


def test_a_label_that_would_reach_over_another_area_is_made_smaller() -> None:
    left, right = shapely.box(0, 0, 100, 200), shapely.box(100, 0, 200, 200)
    found = seat(Seats(shapely.box(0, 0, 200, 200), [left, right]), left, (120, 20), (80, 14))
    assert found is not None
    assert found.width == 80
    assert found.x + 40 <= 100.5


def test_a_label_may_reach_over_empty_ground() -> None:
    area = shapely.box(60, 80, 120, 120)
    found = seat(Seats(shapely.box(0, 0, 200, 200), [area]), area, (90, 20))
    assert found is not None
    assert found.anchor is None


def test_a_label_without_room_beside_others_is_left_out() -> None:
    areas = [shapely.box(x, y, x + 20, y + 20) for x in range(0, 200, 20) for y in range(0, 200, 20)]
    assert seat(Seats(shapely.box(0, 0, 200, 200), areas), areas[44], (60, 20)) is None


def test_a_line_crosses_no_other_area_and_no_name() -> None:
    area, around = shapely.box(95, 95, 105, 105), shapely.box(80, 80, 120, 120)
    ring = around.difference(area)
    assert seat(Seats(shapely.box(0, 0, 200, 200), [area, ring]), area, (60, 20)) is None
    seats = Seats(shapely.box(0, 0, 200, 200), [area])
    for box in (shapely.box(80, 107, 120, 109), shapely.box(80, 91, 120, 93), shapely.box(91, 80, 93, 120)):
        seats.take(box)
    found = seat(seats, area, (60, 20))
    assert found is None or found.x > 107


@pytest.mark.parametrize(
    "shape", [shapely.box(300, 300, 400, 400), shapely.Polygon()], ids=["out of sight", "empty"]
)
def test_an_area_that_is_not_seen_has_no_label(shape: shapely.Polygon) -> None:
    assert seat(Seats(shapely.box(0, 0, 200, 200), [shape]), shape, (40, 20)) is None


def test_a_taken_place_is_not_given_again() -> None:
    seats = Seats(shapely.box(0, 0, 100, 100), [SQUARE])
    seats.take(boxed(50, 50, 100, 100))
    assert seat(seats, SQUARE, (30, 10)) is None


def test_many_articles_are_counted_outlet_by_outlet() -> None:
    conflict = wide(62)
    line = sources_line(conflict, View(conflict.last_day))
    assert re.search(r"outlet \d+ \(\d+ articles, \d+ Jan – \d+ Feb\)", line)
    assert line.endswith("other outlets.")
    assert len(line) < 700


def test_the_sheet_shows_each_day_of_change() -> None:
    days = chosen_days(Account(panjshir()))
    assert days == [date(2021, 8, 30), date(2021, 9, 3), date(2021, 9, 5), date(2021, 9, 6)]


def test_the_sheet_counts_the_areas_that_change_as_the_page_does() -> None:
    text = pypdf.PdfReader(io.BytesIO(drawn("sheet.pdf"))).pages[0].extract_text()
    assert [
        count for count in ("10 areas", "4 areas", "8 areas", "3 areas") if f"{count} change" not in text
    ] == []
    changes = changes_on(Account(panjshir()), date(2021, 9, 5), load_words())
    assert len(changes.found) == 8


def test_a_day_before_any_statement_is_drawn_as_silence() -> None:
    story = scene(panjshir(), SUNDAY)
    assert {one.look.status for one in story.on(date(2021, 8, 1)).values()} == {"unreported"}


@pytest.mark.parametrize("text", ["پنجشیر", "Bazarak", "Москва", "ACLED ≠ ×"])
@pytest.mark.parametrize("weight", [400, BOLD])
def test_every_script_has_letters(text: str, weight: int, recwarn: pytest.WarningsRecorder) -> None:
    assert width_of(text, font(10, weight=weight)) > 10
    assert not [warning for warning in recwarn if "missing from font" in str(warning.message)]


@pytest.mark.parametrize("name", ["map.svg", "sheet.svg", "map.pdf"])
def test_a_picture_in_dari_has_a_letter_for_everything(name: str, recwarn: pytest.WarningsRecorder) -> None:
    assert (
        record_of(name, picture(panjshir(), replace(SUNDAY, language="fa"), name)).record["language"] == "fa"
    )
    assert not [warning for warning in recwarn if "missing from font" in str(warning.message)]


def test_dari_letters_are_joined() -> None:
    apart = sum(width_of(letter, font(40)) for letter in "پنجشیر")
    assert width_of("پنجشیر", font(40)) < 0.9 * apart


def test_long_lines_are_broken_between_words() -> None:
    lines = broken("one two three four five six seven eight", font(10), 60)
    assert " ".join(lines) == "one two three four five six seven eight"
    assert max(width_of(line, font(10)) for line in lines) <= 60


def test_a_word_that_is_wider_than_a_line_is_broken() -> None:
    lines = broken("so " + "w" * 60 + " on", font(10), 100)
    assert "".join(lines).replace(" ", "") == "so" + "w" * 60 + "on"
    assert max(width_of(line, font(10)) for line in lines) <= 100


@pytest.mark.parametrize("text", ["پنجشیر روز به روز " * 3, "day by day " * 4])
def test_a_line_at_the_right_ends_where_it_should(text: str) -> None:
    page = Page(400, 60, dots=144)
    page.text((390, 20), text.strip(), font(8.8, weight=BOLD), ha="right")
    inked = np.asarray(Image.open(io.BytesIO(page.saved("png", {}))).convert("L")) < 128
    assert np.flatnonzero(inked.any(axis=0)).max() / 2 == pytest.approx(390, abs=1.5)


def test_hidden_characters_of_the_data_are_printed_in_letters_that_exist() -> None:
    assert printed("a\u202eb") == "a[U+202E]b"


def test_nothing_is_drawn_outside_the_map() -> None:
    page = one_map(panjshir(), SUNDAY)
    for patch in page.axes.patches:
        corners = patch.get_path().vertices
        if len(corners):
            assert np.nanmin(corners) >= 0
            assert corners[:, 0].max() <= page.width
