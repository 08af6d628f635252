"""`translations.csv`: what other files say, in another language; a broken row is set aside."""

from pathlib import Path

import pytest
from folders import files

from geo.reading.conflict import conflict_of, load_conflict
from geo.reading.errors import DataError
from geo.reading.translations import FILE, read_translations

HEADER = "text,language,translation\n"


def test_a_text_is_said_in_the_language_that_has_it_and_as_it_stands_elsewhere() -> None:
    translated = {FILE: f"{HEADER}The Paper,fa,روزنامه\n".encode()}
    conflict = conflict_of(files() | translated)
    assert conflict.said("The Paper", "fa") == "روزنامه"
    assert conflict.said("The Paper", "en") == "The Paper"
    assert conflict.said("The Radio", "fa") == "The Radio"
    assert FILE in conflict.sha256


def test_without_the_file_every_text_stands_as_it_is() -> None:
    assert conflict_of(files()).said("The Paper", "fa") == "The Paper"


def test_each_broken_row_is_set_aside_with_its_rule_and_the_others_count() -> None:
    rows = ["a,fa,سرخ", "a,fa,ب", ",fa,پ", "b,Dari,ت", "c,fa,", "a,de,A"]
    found, problems = read_translations((HEADER + "\n".join(rows)).encode())
    assert found == {"fa": {"a": "سرخ"}, "de": {"a": "A"}}
    assert [(one.row, one.column, one.value) for one in problems] == [
        (3, "text", "a"),
        (4, "text", ""),
        (5, "language", "Dari"),
        (6, "translation", ""),
    ]


def test_broken_rows_are_listed_with_those_of_the_other_files() -> None:
    conflict = conflict_of(files() | {FILE: f"{HEADER}x,fa,\n".encode()})
    assert [(one.file, one.row) for one in conflict.rejected] == [(FILE, 2)]


def test_a_file_that_cannot_be_read_is_an_error_of_its_own() -> None:
    with pytest.raises(DataError) as broken:
        conflict_of(files() | {FILE: b"text,translation\nx,y\n"})
    assert [(one.file, one.column) for one in broken.value.problems] == [(FILE, "language")]


@pytest.mark.parametrize("language", ["fa"])
def test_all_that_the_shipped_conflict_shows_of_its_articles_is_translated(language: str) -> None:
    shipped = load_conflict(Path(__file__).parents[2] / "data")
    shown = [shipped.reports[name] for name in ("claimant", "note", "hedge", "quote")]
    shown += [shipped.sources[name] for name in ("outlet", "about", "translation_note", "published_basis")]
    texts = {str(text) for column in shown for text in column.unique()} - {""}
    assert texts - shipped.translations[language].keys() == set()
