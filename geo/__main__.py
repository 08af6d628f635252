"""The command line: `python -m geo check FOLDER`, `python -m geo status DAY`."""

from pathlib import Path
from typing import Annotated

import typer

from geo.reading import EVERYONE
from geo.sentences import Account
from geo.shell import agreement, export, import_table, imports, read, timeline
from geo.shell.check import check_folder
from geo.shell.new import new_folder, write_package
from geo.shell.options import (
    DATA,
    DayArgument,
    FolderArgument,
    FolderOption,
    KnownOption,
    NarratorOption,
    loaded,
    problems_printed,
)
from geo.shell.serve import EXAMPLE, desk_command, replace_by, serve_command
from geo.shell.status import as_json, as_table, states
from geo.view import narrators
from geo.words import load_words

app = typer.Typer(
    help="Who is reported to hold each district on each date, who says so, and the exact words.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


@app.command()
def check(
    folder: FolderArgument = DATA,
    articles: Annotated[Path | None, typer.Option(help="folder of the articles that were quoted")] = None,
    *,
    whole: Annotated[bool, typer.Option("--all", help="every problem on a line of its own")] = False,
) -> None:
    """List every problem of a folder; exit 0 if there is none, else 1."""
    finding = check_folder(folder, articles, load_words(), whole=whole)
    typer.echo("\n".join(finding.lines))
    raise typer.Exit(int(finding.broken))


@app.command()
def status(  # noqa: PLR0913 (one argument per option)
    on: DayArgument,
    folder: FolderOption = DATA,
    narrator: NarratorOption = EVERYONE,
    known: KnownOption = None,
    area: Annotated[str | None, typer.Option(help="only this area")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="a JSON list instead of a table")] = False,
) -> None:
    """Show who is reported to hold each area on a day."""
    conflict, words = loaded(folder), load_words()
    if narrator not in narrators(conflict):
        known_ones = words.list(list(narrators(conflict)))
        raise typer.BadParameter(
            words.say("shell.unknown_narrator", narrator=repr(narrator), narrators=known_ones)
        )
    if area is not None and area not in conflict.areas.index:
        raise typer.BadParameter(
            words.say("shell.unknown_area", area=repr(area), areas=words.list(list(conflict.areas.index)))
        )
    account = Account(conflict, narrator, known)
    shown = states(account, on, area)
    told = as_json(account, on, shown, words) if json else "\n".join(as_table(conflict, shown, words))
    typer.echo(told)


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="a folder that does not exist yet")]) -> None:
    """Write a small example folder, with comments, that runs at once."""
    with problems_printed():
        new_folder(folder)
    typer.echo(load_words().say("shell.made", folder=folder))


@app.command()
def serve(
    folder: FolderArgument = EXAMPLE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="of this machine")] = 8501,
) -> None:
    """Open the dashboard of a folder, the example unless one is named, until Ctrl-C."""
    with problems_printed():
        command = serve_command(folder, port)
    replace_by(command)


@app.command()
def desk(
    folder: FolderArgument = EXAMPLE,
    coder: Annotated[str, typer.Option(help="who codes: letters, digits, - and _; the system's user")] = "",
    port: Annotated[int, typer.Option(min=1, max=65535, help="of this machine")] = 8502,
    *,
    unassisted: Annotated[bool, typer.Option(help="the article alone, without candidates")] = False,
) -> None:
    """Code articles in a browser on this machine, until Ctrl-C."""
    with problems_printed():
        command = desk_command(folder, port, coder, unassisted=unassisted)
    replace_by(command)


@app.command()
def package(folder: FolderArgument = DATA) -> None:
    """Write the folder's datapackage.json, made from the code's own schema."""
    with problems_printed():
        path = write_package(folder)
    typer.echo(str(path))


import_table.register()
imports.register(app)
export.register(app)
read.register(app)
timeline.register(app)
agreement.register(app)


if __name__ == "__main__":
    app()
