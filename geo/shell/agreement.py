"""`geo agreement`: how far two codings of the same articles agree, as a table or as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.desk import (
    Coding,
    Compared,
    FolderState,
    article_texts,
    as_record,
    called,
    coding_of,
    compared,
    differing,
    figure_rows,
    folder_state,
    percent,
)
from geo.shell.options import DATA, FolderArgument, problems_printed
from geo.shell.status import aligned
from geo.words import load_words, visible

if TYPE_CHECKING:
    from geo.words import Words

COLUMNS = ("variable", "agree", "alpha", "n")
CODING = "a coder of coding/, “settled” for control_reports.csv, or a CSV file"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("agreement")(print_agreement)


def print_agreement(  # noqa: PLR0913 (one argument per option)
    folder: FolderArgument = DATA,
    first: Annotated[str, typer.Argument(help=CODING)] = "",
    second: Annotated[str, typer.Argument(help=CODING)] = "",
    article: Annotated[
        list[str] | None, typer.Option(help="source_id; all that both coded unless given")
    ] = None,
    articles: Annotated[Path | None, typer.Option(help="folder of the articles")] = None,
    *,
    grades: Annotated[bool, typer.Option("--grades", help="reliability and credibility, too")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="a JSON object instead of a table")] = False,
) -> None:
    """Compare two codings: what both found, Krippendorff's alpha, what differs; the two coders if unnamed."""
    words = load_words()
    with problems_printed():
        state = folder_state(folder)
        texts = article_texts(state, articles)
        pair = _codings(state, first, second, words)
        told = compared(*pair, texts, article or (), grades=grades)
    if not told.articles:
        raise typer.BadParameter(words.say("agreement.no_article"))
    shown = json.dumps(as_record(told), indent=1) if as_json else "\n".join(lines(state, told, words))
    typer.echo(shown)


def _codings(state: FolderState, first: str, second: str, words: "Words") -> tuple[Coding, Coding]:
    names = (first, second) if first and second else tuple(state.coded)
    coders = words.list(list(state.coded)) or words.say("agreement.nobody")
    if bool(first) != bool(second) or len(names) != len((first, second)):
        raise typer.BadParameter(words.say("agreement.no_two", coders=coders))
    found = []
    for name in names:
        if (coding := coding_of(state, name)) is None:
            raise typer.BadParameter(words.say("agreement.no_coding", name=repr(name), coders=coders))
        found.append(coding)
    return found[0], found[1]


def lines(state: FolderState, told: Compared, words: "Words") -> Iterator[str]:
    """Yield the comparison line by line: the rows, the table of figures, what one found, what differs."""
    rows = told.found.rows
    sides = [(told.first, rows.only_first), (told.second, rows.only_second)]
    for coding, only in sides:
        who = called(state, coding, told.articles, words)
        count = len(rows.pairs) + len(only)
        yield visible(words.say("agreement.rows", count=count, number=count, who=who))
    both = len(rows.pairs)
    yield words.say("agreement.both", count=both, number=both, share=percent(told.found.shared, words))
    yield visible(words.say("agreement.articles", articles=words.list(list(told.articles))))
    yield ""
    head = [words.say(f"agreement.{name}") for name in COLUMNS]
    yield from aligned([head, *figure_rows(told.found, words)])
    for coding, only in sides:
        if only:
            ids = ", ".join(row["report_id"] for row in only)
            yield visible(
                words.say("agreement.only", count=len(only), number=len(only), who=coding.name, ids=ids)
            )
    yield from _differences(told, words)


def _differences(told: Compared, words: "Words") -> Iterator[str]:
    found = [(pair, fields) for pair in told.found.rows.pairs if (fields := differing(*pair))]
    if found:
        yield words.say("agreement.differing", count=len(found), number=len(found))
    for pair, fields in found:
        ids = " / ".join(dict.fromkeys(row["report_id"] for row in pair))
        values = ", ".join(
            f"{name} {pair.first[name] or '-'} / {pair.second[name] or '-'}" for name in fields
        )
        yield visible("  " + words.say("agreement.differs", ids=ids, fields=values))
