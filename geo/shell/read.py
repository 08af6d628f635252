"""`geo read`: an article -> candidate rows, printed; nothing is written."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from geo.reader import Candidate, article_text, language_of, reader_of, record
from geo.shell.grouped import grouped
from geo.shell.options import DATA, day, problems_printed
from geo.words import ENGLISH, Words, languages, load_words

Published = Annotated[date, typer.Option("--published", parser=day, metavar="DAY", help="YYYY-MM-DD")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(read)


def read(  # noqa: PLR0913 (one argument per option)
    article: Annotated[Path, typer.Argument(help="a text, a saved web page or a PDF")],
    published: Published,
    outlet: Annotated[str, typer.Option(help="who published it")],
    folder: Annotated[Path, typer.Option(help="the conflict's folder")] = DATA,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="a JSON list")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="a CSV table")] = False,
    language: Annotated[str, typer.Option(help=f"of the reasons: {', '.join(languages())}")] = ENGLISH,
) -> None:
    """Propose rows from an article: place, speaker, claim, days, and the words that say so."""
    words = _words(language)
    with problems_printed():
        text = article_text(article)
        reader = reader_of(folder, outlet, published, language_of(text))
    typer.echo("\n".join(grouped(reader.problems)), err=True, nl=bool(reader.problems))
    found = reader.candidates(text)
    records = [record(one, words) for one in found]
    if as_json:
        typer.echo(json.dumps(records, ensure_ascii=False, indent=1))
    elif as_csv:
        typer.echo(_csv(records), nl=False)
    else:
        typer.echo("\n".join(_lines(one, words) for one in found) or words.say("reader.none"))


def _csv(records: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    if records:
        writer = csv.DictWriter(out, list(records[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {**one, "reasons": json.dumps(one["reasons"], ensure_ascii=False)} for one in records
        )
    return out.getvalue()


def _words(language: str) -> Words:
    try:
        return load_words(language)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _lines(one: Candidate, words: Words) -> str:
    """Return a candidate for people: its fields, its quote, and a reason for each field that has one."""
    days = " to ".join(filter(None, (one.date_from, one.date_to)))
    fields = (
        words.say(f"reader.tier.{one.tier}"),
        one.area_id,
        one.polarity,
        one.claim,
        one.party,
        one.claimant_side,
        one.scope,
        days,
    )
    reasons = (
        f"    {words.say(f'reader.field.{field}')}: {reason.told(words)}"
        for field, reason in one.reasons.items()
    )
    return "\n".join([" · ".join(filter(None, fields)), f"  “{one.quote}”", *reasons])
