"""The docs, the vocabulary, the readers and the data package name the same columns."""

import re
from pathlib import Path

import pytest

from geo.reading import geojson, report_checks, schema, settings_tables, upload
from geo.reading.vocabulary import PLACE_COLUMNS, REPORT_COLUMNS, SOURCE_COLUMNS, Claim, Polarity, Scope

DOC = (Path(__file__).parents[2] / "docs" / "file_format.md").read_text(encoding="utf-8")
TABLES = {
    "reports": schema.REPORTS,
    "sources": schema.SOURCES,
    "places": schema.PLACES,
    "names": schema.SPELLINGS,
}
TABLES |= {"translations": schema.TRANSLATIONS}


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (schema.REPORTS, REPORT_COLUMNS),
        (schema.SOURCES, (*SOURCE_COLUMNS, "article_file")),
        (schema.PLACES, PLACE_COLUMNS),
    ],
    ids=["reports", "sources", "places"],
)
def test_the_schema_has_the_columns_of_the_vocabulary(columns, names):
    assert schema.names(columns) == names


@pytest.mark.parametrize("name", TABLES)
def test_the_docs_show_the_schemas_table(name):
    assert f"<!-- {name} -->\n{schema.table(TABLES[name])}\n<!-- end -->" in DOC


@pytest.mark.parametrize(("column", "words"), [("scope", Scope), ("claim", Claim), ("polarity", Polarity)])
def test_closed_words_are_those_of_the_vocabulary(column, words):
    (found,) = [c for c in schema.REPORTS if c.name == column]
    assert found.words == tuple(words)


def test_every_column_that_must_be_filled_is_checked():
    must = set(schema.names(schema.REPORTS, schema.Need.FILLED, schema.Need.QUOTES))
    closed = {"report_id", "area_id", "scope", "claim", "polarity", "claimant_side", "source_id", "quote"}
    assert must == closed | set(report_checks.FILLED)


def test_the_docs_name_every_key_of_the_conflict_file():
    missing = [
        key for key in settings_tables.Settings.model_fields if not re.search(rf"`(\[*){key}(\]*)`", DOC)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "number",
    [
        f"{geojson.MOST_AREAS:,} areas",
        f"{geojson.MOST_VERTICES:,} vertices",
        f"{upload.LARGEST_UPLOAD_BYTES // 1_000_000} MB packed",
        f"{upload.LARGEST_UNPACKED_BYTES // 1_000_000} MB unpacked",
        f"{upload.MOST_MEMBERS} files",
        f"{upload.LARGEST_RATIO} times",
    ],
)
def test_the_docs_state_the_limits_of_the_code(number):
    assert number in DOC
