"""Whether an export belongs to a folder: its record compared with the files, byte for byte."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geo.export.embedded import SIDECAR
from geo.export.found_record import Found, record_of
from geo.reading import RULE_VERSION, DataError, read_folder, sha256_of


class Verdict(NamedTuple):
    """Whether an export belongs to a folder.

    Attributes
    ----------
    belongs
        Every input is the same, byte for byte, the rule is the same, and the export is unchanged.
    problems
        What differs, one line each; empty when it belongs.
    record
        The record in the export.
    """

    belongs: bool
    problems: tuple[str, ...]
    record: Mapping[str, Any]


def verify(export: Path, folder: Path) -> Verdict:
    """Return whether the export at a path was made from a folder as it is now.

    Raises
    ------
    DataError
        If the export carries no record, or the folder cannot be read.
    """
    found = read_record(export)
    problems = tuple(differences(found, sha256_of(read_folder(folder))))
    return Verdict(not problems, problems, found.record)


def read_record(export: Path) -> Found:
    """Return the record inside an export, or in the file next to it if it is a CSV file.

    Raises
    ------
    DataError
        If the file cannot be read or has none.
    """
    beside = export.with_name(export.name + SIDECAR)
    try:
        sidecar = beside.read_bytes() if export.suffix.lower() == ".csv" and beside.exists() else None
        return record_of(export.name, export.read_bytes(), sidecar)
    except OSError as error:
        raise DataError.at(export, f"cannot be read: {error.strerror}") from error


def differences(found: Found, inputs: Mapping[str, str]) -> Iterator[str]:
    """Yield, one line each, how an export differs from inputs (file name -> SHA-256)."""
    made_from = found.record.get("inputs")
    if not isinstance(made_from, Mapping):
        made_from = {}
    for name in sorted({*made_from, *inputs}):
        if name not in inputs:
            yield f"{name}: was an input, is not in the folder"
        elif name not in made_from:
            yield f"{name}: is in the folder, was no input"
        elif made_from[name] != inputs[name]:
            yield f"{name}: changed since (was {str(made_from[name])[:12]}…, is {inputs[name][:12]}…)"
    if found.record.get("rule") != RULE_VERSION:
        yield f"rule: was version {found.record.get('rule')}, is {RULE_VERSION}"
    if not found.untouched:
        yield "the export itself: changed since it was made"
