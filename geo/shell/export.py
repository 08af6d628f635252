"""The commands `export` and `verify`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from geo.export.verify import verify as verified
from geo.reading import EVERYONE, DataError, load_conflict, save_files
from geo.shell.options import DATA, DayOption, FolderOption, KnownOption, NarratorOption
from geo.view import View, opening_day
from geo.words import ENGLISH, load_words

NAMES: Final = (
    "map.html",
    "map.png",
    "map.svg",
    "map.pdf",
    "sheet.png",
    "areas.geojson",
    "timeline.csv",
    "reports.csv",
    "conflict.zip",
)
"""The exports that the help lists; `geo.export.files.WHOLE` has them all."""


def export(  # noqa: PLR0913, PLR0917 (one argument per option)
    file: Annotated[Path, typer.Argument(help=f"its name says what: {', '.join(NAMES)}")],
    folder: FolderOption = DATA,
    on: DayOption = None,
    narrator: NarratorOption = EVERYONE,
    known: KnownOption = None,
    area: Annotated[str, typer.Option(help="an area or group")] = "",
    language: Annotated[str, typer.Option(help="of the interface's words")] = ENGLISH,
) -> None:
    """Write the map, its pictures, tables or folder to a file; its name says which."""
    from geo.export.files import exported  # noqa: PLC0415 (half a second of plotting library)

    try:
        conflict = load_conflict(folder).in_language(language)
        view = View(on or opening_day(conflict), narrator, known, area=area or None, language=language)
        files = exported(conflict, view, file.name)
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
