"""Quotes checked against their articles: verbatim, exactly once, in the file with the recorded hash."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from geo.reading.cells import of_table
from geo.reading.errors import DataError, Problem, rule
from geo.reading.parquet import file_of
from geo.reading.sources import ARTICLE_FILE, SOURCES
from geo.reading.text import text_of

if TYPE_CHECKING:
    from geo.reading.conflict import Conflict

LARGEST_ARTICLE_BYTES: Final = 20_000_000
CHECKED: Final = ["place_as_written", "quote", "quote_prefix", "sentence"]
"""What of a row is compared with its article; a hedge is part of its sentence (`geo.reading.reports`)."""


class Article(NamedTuple):
    """An article's file name, text, SHA-256 of its bytes, and its text with line breaks as one space."""

    file: str
    text: str
    sha256: str
    on_one_line: str


def article_problems(conflict: "Conflict", folder: Path, *, all_there: bool = True) -> list[Problem]:
    """Return every quote that is not in its article exactly once, and every article with another hash.

    Parameters
    ----------
    conflict
        A loaded conflict.
    folder
        The articles' folder. A source's article is the file that `article_file` names, else the one
        whose bytes have the source's `text_sha256`.
    all_there
        Whether a source without an article is a problem even if it names no `article_file`.

    Raises
    ------
    DataError
        If the folder is not a folder.
    """
    if not folder.is_dir():
        raise DataError.at(folder, rule("no_articles"))
    sources = conflict.sources
    tables = set(conflict.reports["source_id"][of_table(conflict.reports)].astype(str))
    found = articles_of(sources, folder)
    left_out = tables if all_there else {*tables, *without_article(conflict, folder)}
    problems = list(source_problems(sources.drop(index=list(left_out)), found))
    quoting, file = conflict.reports[~of_table(conflict.reports)], file_of(conflict.sha256)
    rows = quoting[["source_id", "row", *CHECKED]].itertuples(index=False)
    for source_id, row, *quoted in rows:
        if article := found.get(source_id):
            problems += [
                Problem(file, int(row), column, value, rule)
                for column, value, rule in quote_problems(article, *quoted)
            ]
    return problems


def without_article(conflict: "Conflict", folder: Path) -> list[str]:
    """Return the sources that quote an article that is not in the folder, and name no file that should be."""
    found = articles_of(conflict.sources, folder)
    quoting = conflict.reports["source_id"][~of_table(conflict.reports)].astype(str)
    named = conflict.sources[ARTICLE_FILE].ne("")
    return [one for one in dict.fromkeys(quoting) if one not in found and not named[one]]


def articles_of(sources: pd.DataFrame, folder: Path) -> dict[str, Article]:
    """Return the article of each source that has one in the folder."""
    by_name = {path.name: path for path in sorted(folder.iterdir()) if is_small_file(path)}
    digests = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in by_name.values()}
    named = zip(sources.index, sources[ARTICLE_FILE], sources["text_sha256"], strict=True)
    paths = {i: by_name.get(name) if name else digests.get(digest.lower()) for i, name, digest in named}
    return {source_id: article_at(path) for source_id, path in paths.items() if path}


def is_small_file(path: Path) -> bool:
    """Return whether the path is a file that may be an article."""
    return path.is_file() and path.stat().st_size <= LARGEST_ARTICLE_BYTES


def article_at(path: Path) -> Article:
    """Return the article of a file."""
    data = path.read_bytes()
    text = text_of(path.name, data).read()
    return Article(path.name, text, hashlib.sha256(data).hexdigest(), re.sub(r"\s*\n\s*", " ", text))


def source_problems(sources: pd.DataFrame, found: Mapping[str, Article]) -> Iterator[Problem]:
    """Yield the sources without an article, without a hash, and with another hash than their article's."""
    for source_id, row, digest, name in zip(
        sources.index, sources["row"], sources["text_sha256"], sources[ARTICLE_FILE], strict=True
    ):
        article = found.get(source_id)
        if article is None:
            yield Problem(SOURCES, int(row), ARTICLE_FILE, name, rule("no_article", source=source_id))
        elif not digest:
            yield Problem(
                SOURCES, int(row), "text_sha256", "", rule("empty"), f"{article.file} has {article.sha256}"
            )
        elif digest.lower() != article.sha256:
            yield Problem(
                SOURCES,
                int(row),
                "text_sha256",
                digest,
                rule("wrong_hash", file=article.file),
                article.sha256,
            )


def quote_problems(
    article: Article, place: str, quote: str, prefix: str, sentence: str
) -> Iterator[tuple[str, str, str]]:
    """Yield column, value and rule of everything a row quotes that is not in the article exactly once.

    A line break of the article is one space in what is quoted. A sentence may stand there twice (a caption
    does).
    """
    if place and place not in article.on_one_line:
        yield "place_as_written", place, rule("not_in_article", file=article.file)
    times = article.on_one_line.count(quote)
    if times == 0:
        yield "quote", quote, rule("not_verbatim", file=article.file)
    elif prefix:
        led = len(re.findall(rf"{re.escape(prefix)}\s*{re.escape(quote)}", article.on_one_line))
        if led != 1:
            yield "quote_prefix", prefix, rule("prefix_count", times=led, file=article.file)
    elif times > 1:
        yield "quote", quote, rule("quote_count", times=times, file=article.file)
    if sentence not in article.on_one_line:
        yield "sentence", sentence, rule("not_verbatim", file=article.file)
