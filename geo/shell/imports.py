"""`geo import acled`, `geo import ucdp`: other people's tables become a conflict's folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from geo.importers import READERS, Imported, areas_of, import_events
from geo.importers.suggested import FILE as SUGGESTED
from geo.importers.unmatched import UNMATCHED
from geo.reading import NAMES, Problem, bytes_of
from geo.shell.grouped import counted, grouped
from geo.shell.import_options import (
    ActorsOption,
    AreasOption,
    IdOption,
    NameOption,
    NamesOption,
    OutOption,
    ParentOption,
    RepairOption,
)
from geo.shell.options import problems_printed
from geo.words import Words, load_words, one_line

MOST_LOST: Final = 32
MOST_NOTES: Final = 14
"""Lines; with the summary, the screen holds them."""

importing: Final = typer.Typer(help="Turn somebody's table into a conflict's folder.", no_args_is_help=True)


def events(  # noqa: PLR0913, PLR0917 (one argument per option)
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="the exported CSV file")],
    areas: AreasOption,
    out: OutOption,
    id_column: IdOption = None,
    name_column: NameOption = None,
    parent_column: ParentOption = None,
    names: NamesOption = None,
    actors: ActorsOption = None,
    *,
    repair: RepairOption = False,
) -> None:
    """Import an export; list what has no place on the map."""
    with problems_printed():
        read = READERS[str(context.info_name)](file.name, bytes_of(file))
        districts, notices = areas_of(
            areas,
            id_column=id_column,
            name_column=name_column,
            parent_column=parent_column,
            repair=repair,
        )
        spellings = bytes_of(names) if names else own_names(areas)
        imported = import_events(read, districts, out, names=spellings, actors=actors)
    typer.echo("\n".join(import_lines(imported, notices, out, load_words())))


def own_names(areas: Path) -> bytes | None:
    """Return the `names.csv` of a conflict's folder, None = it has none, or it is no folder."""
    own = areas / NAMES
    return bytes_of(own) if own.is_file() else None


def import_lines(imported: Imported, notices: list[Problem], out: Path, words: Words) -> Iterator[str]:
    """Yield what was written, what was skipped, what was lost, and what is odd about areas and names."""
    reports = counted("reports", imported.reports, words)
    yield words.say("shell.imported", reports=reports, folder=one_line(str(out)))
    counts = {"skipped": sum(imported.skipped.values()), "lost": imported.lost}
    said = {name: words.grouped(count) for name, count in counts.items()}
    read = counted("rows", imported.rows, words)
    yield words.say("shell.rows_read", read=read, reports=reports, **said)
    for kind, count in imported.skipped.items():
        yield counted("skipped", count, words, kind=one_line(kind))
    if imported.by_point:
        yield counted("by_point", imported.by_point, words, file=SUGGESTED)
    if imported.problems:
        yield unmatched(imported.lost, words)
        yield from grouped(imported.problems, words, most=MOST_LOST)
    yield from grouped([*notices, *imported.notices], words, most=MOST_NOTES)


def unmatched(lost: int, words: Words) -> str:
    """Return how many rows are lost, and where they are listed."""
    return counted("unmatched", lost, words, file=UNMATCHED)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for name in READERS:
        importing.command(name)(events)
    app.add_typer(importing, name="import")
