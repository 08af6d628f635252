"""What an import of a table read, wrote and lost, line by line."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.importers.table import MOST_KINDS, ImportedTable
from geo.shell.grouped import counted, grouped
from geo.shell.imports import MOST_LOST, MOST_NOTES, unmatched
from geo.words import Words, one_line


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
