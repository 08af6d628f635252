"""A map of a table alone speaks of its table and cells: no articles, quotes, grades or silent narrators."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from importers.test_table import DISTRICTS, LONG
from panjshir import conflict as panjshir
from streamlit.testing.v1 import AppTest

from geo.export.cite import citation
from geo.export.onefile import map_html
from geo.export.picture.credits import footer_lines, subtitle
from geo.importers.table import Told, import_table
from geo.reading.conflict import Conflict, load_conflict
from geo.view import narrators, offered, read, usual

ROOT = Path(__file__).parents[2]
OF_ARTICLES = re.compile(
    r"\barticles?\b|\bquotes?\b|the words behind|read the words|where the words|original statement"
    r"|coder’s grade|Admiralty|all sources together|every colour stands for statements"
    r"|مقاله|نقل‌قول|درجه کدگذار"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a table in which two sides hold one area after the other."""
    told = tmp_path_factory.mktemp("table")
    days = [("2021-05-01", "red"), ("2021-05-08", "red"), ("2021-05-15", "blue")]
    pd.DataFrame([{"place": "west", "day": day, "who": who} for day, who in days]).to_csv(
        told / "control.csv", index=False
    )
    import_table(told / "control.csv", Told(LONG, None, "The List"), DISTRICTS, told / "out")
    return told / "out"


@pytest.fixture(scope="module")
def conflict(folder: Path) -> Conflict:
    """Return that folder's conflict."""
    return load_conflict(folder)


@pytest.fixture
def page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Return a function that opens the page of that folder at an address."""
    monkeypatch.setenv("CONFLICT", str(folder))

    def opened(**address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return opened


def html(app: AppTest) -> str:
    """Return what the page says in HTML, and under its controls."""
    said = [*(one.proto.body for one in app.get("html")), *(str(one.value) for one in app.caption)]
    return "".join([*said, *(one.proto.popover.label for one in app.get("popover"))])


def words_of(text: str) -> str:
    """Return what a reader sees of HTML, and the tips of its attributes."""
    seen = re.sub(
        r"(?s)<!--.*?-->|<style.*?</style>|<script(?! type=.application/json. id=.data).*?</script>", "", text
    )
    return re.sub(r"</?article\b|</?blockquote\b|\\u003c/?article\b", "", seen)


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("address", [{}, {"area": "west"}, {"view": "sources"}, {"view": "data"}], ids=str)
def test_a_page_of_a_table_says_nothing_of_articles_quotes_or_grades(
    page: Callable[..., AppTest], address: dict[str, str], language: str
) -> None:
    assert not OF_ARTICLES.findall(words_of(html(page(lang=language, **address))))


def test_sources_say_what_is_true_of_a_table(page: Callable[..., AppTest], conflict: Conflict) -> None:
    said = html(page(view="sources"))
    assert "Where the cells come from" in said
    assert "Day of publication: not given." in said
    assert "3 cells" in said
    assert "2 statements: equal cells in a row are one" in said
    digest = conflict.sources["text_sha256"].item()
    assert f"No address. SHA-256 of the table’s file: <code>{digest}</code>" in said
    assert "Speakers" not in said


def test_one_table_is_named_as_the_one_who_says_so(page: Callable[..., AppTest]) -> None:
    assert "What the table of The List says of the time up to" in html(page())


def test_a_table_in_its_own_voice_is_one_step_from_its_cell(page: Callable[..., AppTest]) -> None:
    (chains,) = re.findall(r'<ol class="chains">.*?</ol>', html(page(area="west")), re.DOTALL)
    assert chains.count("The List") == chains.count('<span class="origin"') > 0


def test_a_side_that_says_nothing_is_no_narrator_but_an_address_may_name_it(
    page: Callable[..., AppTest], conflict: Conflict
) -> None:
    assert narrators(conflict) == ("everyone", "red", "blue", "others")
    assert offered(conflict) == ("everyone", "others")
    assert read({"narrator": ["red"]}, conflict)[0].narrator == "red"
    assert page().segmented_control(key="narrator").options == ["Everyone", "Others"]
    named = page(narrator="red")
    assert named.segmented_control(key="narrator").options == ["Everyone", "red", "Others"]
    assert "Silent: in these reports" in html(named)
    file = map_html(conflict, usual(conflict)).decode()
    assert re.findall(r'name="narrator" value="(\w+)"', file) == ["everyone", "others"]
    assert offered(panjshir()) == narrators(panjshir())


@pytest.mark.parametrize("language", ["en", "fa"])
def test_file_picture_and_citation_of_a_table_say_nothing_of_articles(
    conflict: Conflict, language: str
) -> None:
    view = replace(usual(conflict), language=language)
    assert not OF_ARTICLES.findall(words_of(map_html(conflict, view).decode()))
    cited = citation(conflict, view, accessed=date(2026, 1, 1))
    told = [subtitle(conflict, view), *footer_lines(conflict, view), *cited]
    assert not OF_ARTICLES.findall(" ".join(told))
    assert "conflict the-list, " in cited.sentence


def test_nobody_grades_a_table(conflict: Conflict) -> None:
    assert set(conflict.reports["reliability"].astype(str)) <= {"", "nan"}
    assert set(conflict.reports["credibility"].astype(str)) <= {"", "nan"}


def test_a_cell_without_a_value_is_shown_empty(page: Callable[..., AppTest]) -> None:
    (table,) = page(view="data").dataframe
    assert table.proto.placeholder == ""
    assert table.proto.HasField("placeholder")


def test_the_data_view_offers_the_columns_of_the_file_that_any_row_fills(
    page: Callable[..., AppTest],
) -> None:
    app = page(view="data")
    assert list(app.dataframe[0].value) == ["Day", "Place", "Claim", "Speaker", "Cell"]
    added = app.multiselect(key="data_columns")
    shown = added.set_value(added.options).run().dataframe[0].value
    assert {"report_id", "area_id", "party", "cell", "cell_row", "date_to"} <= set(shown)
    assert not {"cell_runs", "cell_days", "row", "quote", "lon", "lat"} & set(shown)
    assert all(((column.notna()) & (column.astype(str) != "")).any() for _, column in shown.items())
