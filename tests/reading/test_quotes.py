"""A quote is in its article, letter for letter, and once."""

import hashlib

import pytest
from folders import REPORT, SOURCE, csv_of, files, reports

from geo.reading.conflict import conflict_of
from geo.reading.errors import DataError
from geo.reading.quotes import article_problems
from geo.reading.vocabulary import SOURCE_COLUMNS

TEXT = "West news.\n\nRed holds West, they say. Blue says Red holds East. Red holds nothing."


@pytest.fixture
def told(tmp_path):
    """Return the function that checks a report and a source against the article TEXT."""
    (tmp_path / "paper.txt").write_text(TEXT, encoding="utf-8")

    def problems(report=None, **source):
        sha = hashlib.sha256(TEXT.encode()).hexdigest()
        row = SOURCE | {"article_file": "paper.txt", "text_sha256": sha} | source
        sources = csv_of([row], [*SOURCE_COLUMNS, "article_file"])
        written = files(sources=sources, reports=reports(report) if report else reports())
        return [str(p) for p in article_problems(conflict_of(written), tmp_path)]

    return problems


def test_a_verbatim_quote_passes(told):
    assert told() == []


def test_an_article_is_found_by_its_hash_alone(told):
    assert told(article_file="") == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"quote": "Red holds west"}, "is not in paper.txt, letter for letter"),
        ({"quote": "Red holds"}, "appears 3 times in paper.txt"),
        ({"quote": "Red holds", "quote_prefix": "Green says"}, "appears 0 times before the quote"),
        ({"place_as_written": "Wst"}, "place_as_written: 'Wst' is not in paper.txt"),
    ],
)
def test_a_quote_that_is_not_there_just_once_is_told(told, change, says):
    (line,) = told(change)
    assert "row 3" in line
    assert says in line


def test_the_words_before_make_a_quote_unique(told):
    assert told({"quote": "Red holds", "quote_prefix": "Blue says"}) == []


def test_a_line_break_in_a_prefix_is_written_as_one_space(told):
    assert told({"quote": "Red holds", "quote_prefix": "West news."}) == []
    assert told({"quote": "holds West", "quote_prefix": "West news. Red"}) == []


@pytest.mark.parametrize(
    "change",
    [{"quote": "West news. Red holds West"}, {"quote": "Red holds West", "quote_prefix": "West news."}],
    ids=["in the quote", "before it"],
)
def test_a_line_break_of_the_article_is_one_space(told, change):
    assert told(change) == []


@pytest.mark.parametrize(
    ("sentence", "problems"),
    [
        ("Red holds West, they say.", 0),
        ("West news. Red holds West, they say.", 0),
        ("West news.  Red holds West, they say.", 1),
        ("Red holds West, we say.", 1),
    ],
    ids=["verbatim", "a paragraph break is one space", "and not two", "other words"],
)
def test_a_sentence_is_in_its_article_letter_for_letter(told, sentence, problems):
    found = told({"sentence": sentence})
    assert len(found) == problems
    assert all("sentence: 'West news. " in one or "sentence: 'Red holds" in one for one in found)
    assert all("is not in paper.txt, letter for letter" in one for one in found)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ({"text_sha256": "0" * 64}, "is not the hash of paper.txt"),
        ({"text_sha256": ""}, "is empty"),
        ({"article_file": "../paper.txt"}, "has no article in the folder"),
        ({"article_file": "other.txt"}, "has no article in the folder"),
    ],
)
def test_an_article_that_is_not_the_one_is_told(told, source, says):
    (line,) = told(**source)
    assert says in line


def test_a_folder_of_articles_that_is_none_is_told(tmp_path):
    with pytest.raises(DataError, match="is not a folder of articles"):
        article_problems(conflict_of(files()), tmp_path / "nowhere")


def test_the_factory_is_good():
    assert REPORT["quote"] in TEXT
