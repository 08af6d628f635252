"""The invented example has what Panjshir does not, and says that it is invented."""

import re
from datetime import date
from pathlib import Path

import pytest

from geo.reading.conflict import load_conflict
from geo.reading.lines import COUNTRY, OUTLINE, read_shapes
from geo.reading.quotes import article_problems
from geo.reading.vocabulary import EQUAL_AREA_CRS, Claim, Polarity, Scope, Status
from geo.timeline import control, timeline_of

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "marches"


@pytest.fixture(scope="module")
def marches():
    return load_conflict(FOLDER)


def test_nothing_of_it_is_rejected_and_every_quote_is_in_its_article(marches):
    assert (marches.rejected, article_problems(marches, FOLDER / "articles")) == ((), [])


def test_it_says_that_it_is_invented(marches):
    assert marches.title.startswith("INVENTED")
    assert all(path.read_text().startswith("INVENTED") for path in (FOLDER / "articles").iterdir())


@pytest.mark.parametrize(("column", "words"), [("claim", Claim), ("scope", Scope), ("polarity", Polarity)])
def test_it_has_every_word(marches, column, words):
    assert set(marches.reports[column]) == set(words)


def test_a_region_reaches_the_areas_of_its_provinces(marches):
    assert marches.groups["marches"].members == ("upper", "lower")
    assert len(marches.groups["marches"].areas) == 10


def test_an_allys_word_is_no_admission_and_a_rivals_is(marches):
    last = control(timeline_of(marches), date(2031, 5, 20))
    assert last.loc["pulzar", "status"] == Status.CLAIMED
    assert last.loc["tirabad", "status"] == Status.CONCEDED


def test_every_status_is_seen_on_some_day(marches):
    timeline = timeline_of(marches)
    days = [date(2031, 5, day) for day in (2, 9, 15, 20)]
    assert {status for day in days for status in control(timeline, day)["status"]} == set(Status)


def test_its_areas_share_borders_without_gap_or_overlap(marches):
    areas = marches.areas.to_crs(EQUAL_AREA_CRS).geometry
    assert areas.union_all().area == pytest.approx(areas.area.sum(), rel=1e-9)
    assert not areas.union_all().interiors


def test_names_are_in_arabic_script_too(marches):
    assert marches.areas["name_fa"].str.contains("[\u0600-\u06ff]").all()


def test_the_outline_in_the_docs_is_a_country_and_a_capital():
    doc = (ROOT / "docs" / "file_format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", doc, re.DOTALL)
    shapes = read_shapes(OUTLINE, example.encode(), COUNTRY)
    assert list(shapes["name"]) == ["Lalaland", "Gulbar"]
    assert list(shapes.geom_type) == ["Polygon", "Point"]
