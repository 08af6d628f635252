"""The commands `export` and `verify`."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from geo.export.verify import verify as verified
from geo.reading import DataError, load_conflict, save_files
from geo.shell.options import DATA, DayOption, FolderOption, KnownOption, day
from geo.words import ENGLISH, languages, load_words

NAMES: Final = (
    "map.html",
    "map.png",
    "map.svg",
    "map.pdf",
    "sheet.png",
    "quote.png",
    "areas.geojson",
    "timeline.csv",
    "reports.csv",
    "conflict.zip",
)
"""The exports that the help lists; `geo.export.files.WHOLE` has them all."""

ReportOption = Annotated[
    str | None, typer.Option("--report", metavar="REPORT_ID", help="the report that quote.png shows")
]
LanguagesOption = Annotated[
    bool | None,
    typer.Option(
        "--all-languages/--one-language",
        help="map.html with a language switch; without either, with one if it is fit to be mailed",
    ),
]


def export(  # noqa: PLR0913, PLR0917 (one argument per option)
    file: Annotated[Path, typer.Argument(help=f"its name says what: {', '.join(NAMES)}")],
    folder: FolderOption = DATA,
    on: DayOption = None,
    narrator: Annotated[
        list[str] | None,
        typer.Option(help="everyone, others, or a side; for map.html several: the only ones"),
    ] = None,
    known: KnownOption = None,
    area: Annotated[
        list[str] | None, typer.Option(help="an area or group; for map.html several: the only ones in it")
    ] = None,
    first: Annotated[
        date | None, typer.Option("--from", parser=day, metavar="DAY", help="the first day in map.html")
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", parser=day, metavar="DAY", help="the last day in map.html")
    ] = None,
    report: ReportOption = None,
    language: Annotated[str, typer.Option(help="of the interface's words")] = ENGLISH,
    every: LanguagesOption = None,
) -> None:
    """Write the map, its pictures, tables or folder to a file; its name says which."""
    from geo.export.files import exported  # noqa: PLC0415 (a fifth of a second of Folium)
    from geo.export.onefile import Cut  # noqa: PLC0415 (as above)

    try:
        conflict = load_conflict(folder).in_language(language)
        cut = Cut(conflict, tuple(area or ()), tuple(narrator or ()), first, last)
        also = {None: None, True: languages(), False: ()}[every]
        view = replace(cut.view(on, known, language), report=report)
        files = exported(conflict, view, file.name, cut, also)
        save_files(file.parent, files)
    except (DataError, ValueError) as error:
        raise _failed(error) from error
    for name, data in files.items():
        typer.echo(load_words().say("export.written", file=file.with_name(name), size=f"{len(data):,}"))


def verify(file: Annotated[Path, typer.Argument(help="an export")], folder: FolderOption = DATA) -> None:
    """Say whether an export was made from a folder as it is now; exit 0 if it was, else 1."""
    words = load_words()
    try:
        verdict = verified(file, folder)
    except DataError as error:
        raise _failed(error) from error
    if verdict.belongs:
        typer.echo(words.say("export.belongs", file=file, folder=folder, count=len(verdict.record["inputs"])))
        return
    typer.echo(words.say("export.differs", file=file, folder=folder))
    typer.echo("\n".join(f"  {line}" for line in verdict.problems))
    raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(export)
    app.command()(verify)


def _failed(error: Exception) -> typer.Exit:
    typer.echo(str(error), err=True)
    return typer.Exit(1)
