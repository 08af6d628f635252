"""`geo import table`: somebody's table of who controls what becomes a conflict's folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from geo.importers import areas_of
from geo.importers.table import MOST_KINDS, ImportedTable, Told, import_table
from geo.importers.table_file import Shape
from geo.reading import bytes_of, load_conflict, read_day
from geo.shell.grouped import counted, grouped
from geo.shell.import_options import (
    AreasOption,
    IdOption,
    NameOption,
    NamesOption,
    OutOption,
    ParentOption,
    RepairOption,
)
from geo.shell.imports import MOST_LOST, MOST_NOTES, importing, own_names, unmatched
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


def table_lines(imported: ImportedTable, reports: int, out: Path, words: Words) -> Iterator[str]:
    """Yield what was read and written, what the map leaves out, and what is odd about the areas.

    Parameters
    ----------
    reports
        How many the folder has: a run of equal cells is one.
    """
    unmapped = sum(value.cells for value in imported.unmapped.values())
    counts = {"cells": imported.cells, "kept": imported.kept, "silent": sum(imported.silent.values())}
    counts |= {"unmapped": unmapped} if unmapped else {}
    counts |= {"lost": len(imported.problems)}
    read, *rest = (counted(name, count, words) for name, count in counts.items())
    rest[1] += _kinds(imported.silent, words)
    yield words.say("shell.cells_read", read=read, rest=", ".join(rest))
    folder = one_line(str(out))
    kept, made = words.grouped(imported.kept), counted("reports", reports, words)
    joined = "imported" if reports == imported.kept else "imported_joined"
    yield words.say(f"shell.{joined}", cells=kept, reports=made, folder=folder)
    yield from _values(imported, words)
    if imported.problems:
        yield unmatched(len(imported.problems), words)
        yield from grouped(imported.problems, words, most=MOST_LOST)
    yield from grouped(imported.notices, words, most=MOST_NOTES)


def _kinds(silent: Mapping[str, int], words: Words) -> str:
    """Return the values that name nobody, with how many cells have each, in brackets; "" = there is none."""
    kinds = sorted(silent.items(), key=lambda kind: -kind[1])
    empty = words.say("shell.empty_cell")
    told = [f"{one_line(value) or empty}: {words.grouped(count)}" for value, count in kinds]
    more = len(told) - MOST_KINDS
    shown = told[:MOST_KINDS] + ([counted("more_values", more, words)] if more > 0 else [])
    return f" ({'; '.join(shown)})" if shown else ""


def _values(imported: ImportedTable, words: Words) -> Iterator[str]:
    """Yield the values that are not mapped, and those that are read as another one."""
    for value, (cells, near) in list(imported.unmapped.items())[:MOST_KINDS]:
        hint = words.say("shell.near", value=one_line(near)) if near else ""
        count = counted("cells_of", cells, words)
        yield words.say("shell.not_in_map", value=one_line(value), cells=count, near=hint)
    for value, other in list(imported.joined.items())[:MOST_KINDS]:
        yield words.say("shell.read_as", value=one_line(value), other=one_line(other))
    cut = (max(len(listed) - MOST_KINDS, 0) for listed in (imported.unmapped, imported.joined))
    if more := sum(cut):
        yield counted("more_values", more, words)


def register() -> None:
    """Add the command to the other imports."""
    importing.command("table")(table)
