"""`translations.csv`: speakers, outlets, notes and quotes in other languages, beside the words themselves."""

from collections.abc import Mapping
from typing import Final, TypeAlias

import pandera.pandas as pa

from geo.reading import schema
from geo.reading.checks import column, filled, holds, no_hint, row_problems
from geo.reading.errors import Problem, rule
from geo.reading.sources import matches, rows_of
from geo.reading.tables import read_table

FILE: Final = "translations.csv"

Translations: TypeAlias = Mapping[str, Mapping[str, str]]
"""Language -> a text of the other files, whole and as it stands there -> what it says in that language."""


def read_translations(data: bytes) -> tuple[Translations, list[Problem]]:
    """Read the translations; a row that breaks a rule is set aside and listed.

    Returns
    -------
    translations, problems
        A text may be translated once into a language; what nothing refers to is passed over.
    """
    table = read_table(FILE, data, schema.names(schema.TRANSLATIONS))
    cells = table.cells
    model = pa.DataFrameSchema(
        {
            "text": column(filled(), holds(~cells.duplicated(["text", "language"]), rule("twice"))),
            "language": column(matches(r"[a-z]{2,3}", rule("no_language"))),
            "translation": column(filled()),
        }
    )
    problems = row_problems(FILE, cells, model, no_hint)
    kept = cells.drop(index=rows_of(problems))
    found = {
        str(language): dict(zip(rows["text"], rows["translation"], strict=True))
        for language, rows in kept.groupby("language")
    }
    return found, table.problems + problems
