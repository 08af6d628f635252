"""`geo import table`: somebody's table of who controls what becomes a conflict's folder."""

from pathlib import Path
from typing import Annotated

import typer

from geo.importers import areas_of
from geo.importers.table import Told, import_table
from geo.importers.table_file import Shape
from geo.reading import bytes_of, load_conflict, read_day
from geo.shell.import_options import (
    AreasOption,
    IdOption,
    NameOption,
    NamesOption,
    OutOption,
    ParentOption,
    RepairOption,
)
from geo.shell.imports import importing, own_names
from geo.shell.options import problems_printed
from geo.shell.table_told import table_lines
from geo.words import load_words


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
        reports = len(load_conflict(out).reports)
    told_too = imported._replace(notices=[*notices, *imported.notices])
    lines = table_lines(told_too, reports, out, load_words())
    typer.echo("\n".join(lines))


def mapping_of(text: str | None) -> dict[str, str] | None:
    """Return value -> actor; `typer.BadParameter` for a part without "="."""
    if text is None:
        return None
    parts = [part for part in text.split(",") if part.strip()]
    if bad := [part for part in parts if "=" not in part]:
        raise typer.BadParameter(load_words().say("shell.no_mapping", part=repr(bad[0])))
    return {value.strip(): name.strip() for value, _, name in (part.partition("=") for part in parts)}


def register() -> None:
    """Add the command to the other imports."""
    importing.command("table")(table)
