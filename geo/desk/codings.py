"""Codings by name: a coder's rows, the settled ones, or a file; and two of them compared."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.coders import texts_of
from geo.desk.coefficients import GRADES, VARIABLES, Agreement, agreement
from geo.desk.rows import rows_in
from geo.reading import DataError, articles_of, rule

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row

SETTLED: Final = "settled"
"""Name of the coding that `control_reports.csv` is."""


class Coding(NamedTuple):
    """A coding: what it is called, and its rows."""

    name: str
    rows: tuple["Row", ...]


class Compared(NamedTuple):
    """Two codings, the articles in which they are compared, and how far they agree."""

    first: Coding
    second: Coding
    articles: tuple[str, ...]
    found: Agreement


def coding_of(state: "FolderState", name: str) -> Coding | None:
    """Return a coder's rows, those of `SETTLED`, or those of a CSV file; None = there is none of the name.

    Raises
    ------
    DataError
        If the file is not a readable table.
    """
    if name in state.coded:
        return Coding(name, state.coded[name])
    if name == SETTLED:
        return Coding(name, state.settled)
    path = Path(name)
    if not path.is_file():
        return None
    try:
        return Coding(path.name, rows_in(path.name, path.read_bytes()))
    except OSError as error:
        raise DataError.at(path, rule("cannot_read", reason=error.strerror or str(error))) from error


def article_texts(state: "FolderState", articles: Path | None) -> Mapping[str, str]:
    """Return the text of each article: those of the folder, or of another place."""
    if articles is None:
        return texts_of(state)
    if not articles.is_dir():
        raise DataError.at(articles, rule("no_articles"))
    return {one: article.text for one, article in articles_of(state.conflict.sources, articles).items()}


def compared(
    first: Coding,
    second: Coding,
    texts: Mapping[str, str],
    articles: Iterable[str] = (),
    *,
    grades: bool = False,
) -> Compared:
    """Compare two codings in the articles that are named; () = those of which both have rows."""
    both = {row["source_id"] for row in first.rows} & {row["source_id"] for row in second.rows}
    wanted = tuple(articles) or tuple(one for one in texts if one in both)
    there = {one: texts[one] for one in wanted if one in texts}
    variables = (*VARIABLES, *GRADES) if grades else VARIABLES
    return Compared(first, second, tuple(there), agreement(first.rows, second.rows, there, variables))
