"""Codings by name: a coder's rows, the settled ones, or a file; and two of them compared."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.agreement import GRADES, VARIABLES, Agreement, agreement
from geo.desk.coders import helped, texts_of
from geo.desk.rows import rows_in
from geo.desk.settled import differing
from geo.reading import DataError, articles_of, rule

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row
    from geo.words import Words

SETTLED: Final = "settled"
"""Name of the coding that `control_reports.csv` is."""

UNDEFINED: Final = "-"
BOTH: Final = "both"


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


def help_of(state: "FolderState", coder: str, articles: Iterable[str]) -> str:
    """Return how a coder worked: `assisted`, `unassisted`, `both`, or "" = nothing is known."""
    found = {mode for source_id in articles for mode in helped(state, coder, source_id)}
    return BOTH if len(found) > 1 else next(iter(found), "")


def called(state: "FolderState", coding: Coding, articles: Iterable[str], words: "Words") -> str:
    """Return what a coding is called, and whether its coder was shown candidates."""
    if coding.name == SETTLED:
        return words.say("agreement.settled_rows")
    known = help_of(state, coding.name, articles)
    shown = words.say(f"agreement.helped_{known}") if known else ""
    return words.say("agreement.with_help", who=coding.name, help=shown) if known else coding.name


def figure_rows(found: Agreement, words: "Words") -> list[tuple[str, str, str, str]]:
    """Return variable, share of equal values, alpha and n of each figure, as they are read."""
    return [
        (
            words.say(f"agreement.field.{one.variable}"),
            percent(one.agree, words),
            UNDEFINED if one.alpha is None else f"{one.alpha:.2f}",
            words.number(one.n),
        )
        for one in found.figures
    ]


def percent(share: float | None, words: "Words") -> str:
    """Return a share in per cent."""
    return UNDEFINED if share is None else words.say("agreement.percent", share=round(100 * share))


def as_record(told: Compared) -> dict[str, object]:
    """Return two codings compared as a JSON object; null = undefined."""
    rows = told.found.rows
    return {
        "first": told.first.name,
        "second": told.second.name,
        "articles": list(told.articles),
        "found_by_both": len(rows.pairs),
        "share_found_by_both": told.found.shared,
        "only_first": [row["report_id"] for row in rows.only_first],
        "only_second": [row["report_id"] for row in rows.only_second],
        "figures": [one._asdict() for one in told.found.figures],
        "differences": [
            {"first": one.first["report_id"], "second": one.second["report_id"], "fields": list(fields)}
            for one in rows.pairs
            if (fields := differing(*one))
        ],
    }
