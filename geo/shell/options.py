"""Arguments and options that several commands share, and how a command fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from geo.reading import Conflict, DataError, load_conflict
from geo.shell.grouped import grouped
from geo.shell.serve import EXAMPLE
from geo.words import load_words

HERE: Final = Path("data")
DATA: Final = HERE if HERE.is_dir() else EXAMPLE
"""The folder that a command is about unless one is named: `data` where one is, else the example."""


def day(text: str) -> date:
    """Return the day given as an argument.

    Raises
    ------
    typer.BadParameter
        When it is not YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(load_words().say("shell.not_a_day", day=repr(text))) from error


FolderArgument = Annotated[Path, typer.Argument(help="the conflict's folder")]
FolderOption = Annotated[Path, typer.Option("--folder", help="the conflict's folder")]
DayArgument = Annotated[date, typer.Argument(parser=day, metavar="DAY", help="YYYY-MM-DD")]
DayOption = Annotated[
    date | None, typer.Option("--date", parser=day, metavar="DAY", help="the last reported day unless given")
]
KnownOption = Annotated[
    date | None,
    typer.Option("--known", parser=day, metavar="DAY", help="only what was certainly published by then"),
]
NarratorOption = Annotated[str, typer.Option(help="everyone, others, or a side of the conflict")]


def loaded(folder: Path) -> Conflict:
    """Return the folder's conflict, or print its problems and exit with 1."""
    with problems_printed():
        return load_conflict(folder)


@contextmanager
def problems_printed() -> Iterator[None]:
    """Print every problem of broken files on a line of its own, and exit with 1."""
    try:
        yield
    except DataError as error:
        typer.echo("\n".join(grouped(error.problems)), err=True)
        raise typer.Exit(1) from error
