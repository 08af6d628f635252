"""`geo timeline`: what every area shows, from each change on, as Parquet; for conflicts of any size."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from geo.reading import EVERYONE
from geo.scale import job_of, run_local, run_memory, run_spark, write_page_files
from geo.shell.options import FolderArgument, KnownOption, NarratorOption, problems_printed
from geo.words import load_words


class Engine(StrEnum):
    """What moves the data; the rule is the same."""

    MEMORY = "memory"
    LOCAL = "local"
    SPARK = "spark"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(timeline)


def timeline(  # noqa: PLR0913, PLR0917 (one argument per option)
    folder: FolderArgument,
    out: Annotated[Path, typer.Argument(help="FILE.parquet, or with --engine local or spark a folder")],
    narrator: NarratorOption = EVERYONE,
    known: KnownOption = None,
    engine: Annotated[Engine, typer.Option(help="in memory, on the disk, by a cluster")] = Engine.MEMORY,
    buckets: Annotated[int, typer.Option(min=0, help="0 = as many as fit into memory")] = 0,
    page: Annotated[bool, typer.Option("--page", help="and what the page needs to open it")] = False,
    master: Annotated[str, typer.Option(help="of spark; else that of spark-submit, else local[2]")] = "",
) -> None:
    """Write one row per area and change, with the ids of the reports behind it, as Parquet."""
    words = load_words()
    one = engine == Engine.MEMORY
    if one and out.suffix != ".parquet":
        raise typer.BadParameter(words.say("shell.one_parquet"))
    with problems_printed():
        try:
            job = job_of(folder, narrator, known, 1 if one else buckets)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        if engine == Engine.SPARK:
            rows = run_spark(job, out, master)
        else:
            rows = run_memory(job, out) if one else run_local(job, out, _progress)
        if page:
            write_page_files(job, out)
    typer.echo(words.say("shell.timeline_written", count=rows, number=words.number(rows), file=str(out)))


def _progress(done: int, every: int) -> None:
    """Say how far it is, on a line of its own, for people and logs alike."""
    typer.echo(load_words().say("shell.buckets", done=done, count=every), err=True)
