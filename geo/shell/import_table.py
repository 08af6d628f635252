"""`geo import table`: somebody's table of who controls what becomes a conflict's folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from geo.importers import areas_of
from geo.importers.table import MOST_KINDS, ImportedTable, Told, import_table
from geo.importers.table_file import Shape
from geo.importers.written import UNMATCHED
from geo.reading import read_day
from geo.reading.folder import bytes_of
from geo.shell.grouped import grouped
from geo.shell.imports import (
    MOST_LOST,
    MOST_NOTES,
    AreasOption,
    IdOption,
    NameOption,
    NamesOption,
    OutOption,
    ParentOption,
    RepairOption,
    importing,
    own_names,
)
from geo.shell.options import problems_printed
from geo.words import Words, load_words, one_line


def table(  # noqa: PLR0913, PLR0917 (one argument per option)
    file: Annotated[Path, typer.Argument(help="the table: CSV, Parquet or Excel")],
    areas: AreasOption,
    outlet: Annotated[str, typer.Option(help="who published the table")],
    out: OutOption,
    place: Annotated[str, typer.Option(help="column with the places, by id or name")] = "",
    date: Annotated[str, typer.Option(help="column with the days")] = "",
    holder: Annotated[
        str, typer.Option(help="column with who holds; none = a column a day, or a place")
    ] = "",
    mapping: Annotated[
        str | None, typer.Option("--map", help="who each value names: 1=taliban,0= (nobody)")
    ] = None,
    until: Annotated[str, typer.Option(help="column with the last day, inclusive")] = "",
    place_parent: Annotated[
        str, typer.Option(help="column with the unit above, for places of one name")
    ] = "",
    published: Annotated[str, typer.Option(help="the day on which the table was published")] = "",
    id_column: IdOption = None,
    name_column: NameOption = None,
    parent_column: ParentOption = None,
    names: NamesOption = None,
    *,
    repair: RepairOption = False,
) -> None:
    """Import a table of who controls what; list what has no place or day on the map."""
    shape = Shape(place, date, holder, until, place_parent)
    told = Told(shape, mapping_of(mapping), outlet, read_day(published).day)
    if not outlet.strip() or (published and not told.published):
        raise typer.BadParameter(load_words().say("shell.no_such_day", day=repr(published or outlet)))
    with problems_printed():
        districts, notices = areas_of(
            areas, id_column=id_column, name_column=name_column, parent_column=parent_column, repair=repair
        )
        spellings = bytes_of(names) if names else own_names(areas)
        told = told._replace(base=areas if areas.is_dir() else None, names=spellings)
        imported = import_table(file, told, districts, out)
    lines = table_lines(imported._replace(notices=[*notices, *imported.notices]), out, load_words())
    typer.echo("\n".join(lines))


def mapping_of(text: str | None) -> dict[str, str] | None:
    """Return value -> actor; `typer.BadParameter` for a part without "="."""
    if text is None:
        return None
    parts = [part for part in text.split(",") if part.strip()]
    if bad := [part for part in parts if "=" not in part]:
        raise typer.BadParameter(load_words().say("shell.no_mapping", part=repr(bad[0])))
    return {value.strip(): name.strip() for value, _, name in (part.partition("=") for part in parts)}


def table_lines(imported: ImportedTable, out: Path, words: Words) -> Iterator[str]:
    """Yield what was written, which values name nobody, what was lost, and what is odd about the areas."""
    yield words.say("shell.imported", count=imported.reports, folder=one_line(str(out)))
    silent, lost = sum(imported.silent.values()), len(imported.problems)
    counts = {"cells": imported.cells, "kept": imported.kept, "silent": silent, "lost": lost}
    yield words.say("shell.cells_read", **{name: f"{count:,}" for name, count in counts.items()})
    kinds = sorted(imported.silent.items(), key=lambda kind: -kind[1])
    for value, count in kinds[:MOST_KINDS]:
        yield words.say("shell.silent", count=count, value=one_line(value) or words.say("shell.empty_cell"))
    if more := len(kinds) - MOST_KINDS:
        yield from [words.say("shell.silent_more", count=more)] if more > 0 else []
    if lost:
        yield words.say("shell.unmatched", count=lost, file=UNMATCHED)
        yield from grouped(imported.problems, words, most=MOST_LOST)
    yield from grouped(imported.notices, words, most=MOST_NOTES)


def register() -> None:
    """Add the command to the other imports."""
    importing.command("table")(table)
