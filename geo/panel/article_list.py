"""The articles and what each contributed: plain data for the list of sources, in page and one-file map."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from geo.panel.article_statements import MOST_LISTED, lines
from geo.sentences import as_statements

if TYPE_CHECKING:
    from geo.panel.article_statements import Way
    from geo.reading import Conflict
    from geo.sentences import Statement
    from geo.words import Words


def articles(conflict: "Conflict", words: "Words", way: "Way") -> Iterator[dict[str, Any]]:
    """Yield each article as ``sources.html.j2`` reads it: its columns, days in words, counts, statements."""
    left = MOST_LISTED
    records: list[dict[Any, Any]] = conflict.sources.reset_index().to_dict("records")
    for record in records:
        rows = conflict.reports[conflict.reports["source_id"] == record["source_id"]]
        said = as_statements(conflict, rows)
        told, more = lines(said, conflict, words, way, left)
        left -= len(told)
        first, last = record["published_from"], record["published_to"]

        def here(text: str) -> str:
            return conflict.said(text, words.language)

        yield {
            **record,
            **{
                name: here(record[name])
                for name in ("outlet", "published_basis", "translation_note", "about")
            },
            "published": "" if pd.isna(first) or pd.isna(last) else words.days(first, last),
            "day": "" if pd.isna(record["article_day"]) else words.plain_day(record["article_day"]),
            "statements": int(rows["statement_id"].nunique()),
            "origins": len({one.origin_id for one in said}),
            "speakers": "; ".join(dict.fromkeys(here(one.claimant) for one in said)),
            "of_table": bool(said) and all(one.of_table for one in said),
            "cells": _cells(said),
            "said": told,
            "unlisted": more,
        }


def _cells(said: Iterable["Statement"]) -> int:
    """Return how many cells of a table stand behind statements: equal cells in a row are one statement."""
    return sum({one.statement_id: max(one.cell_days, 1) for one in said}.values())
