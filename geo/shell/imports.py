"""`geo import`: turns an export of ACLED or UCDP GED into a conflict's folder."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from geo.importers import READERS, Imported, import_events
from geo.importers.written import UNMATCHED
from geo.reading.folder import bytes_of
from geo.shell.check import grouped
from geo.words import Words, one_line


class Dataset(StrEnum):
    """The dataset that the table comes from."""

    ACLED = "acled"
    UCDP = "ucdp"


def import_file(dataset: Dataset, file: Path, areas: Path, out: Path) -> Imported:
    """Read an export and write the folder.

    Raises
    ------
    DataError
        If a file is broken, no event can be placed, or the folder is not empty.
    """
    return import_events(READERS[dataset](file.name, bytes_of(file)), bytes_of(areas), out)


def import_lines(imported: Imported, out: Path, words: Words) -> Iterator[str]:
    """Yield what was written, what was not placed, and what was skipped."""
    yield words.say("shell.imported", count=imported.reports, folder=one_line(str(out)))
    for kind, count in imported.skipped.items():
        yield words.say("shell.skipped", count=count, kind=one_line(kind))
    if imported.problems:
        yield words.say("shell.unmatched", count=len(imported.problems), file=UNMATCHED)
        yield from grouped(imported.problems)
