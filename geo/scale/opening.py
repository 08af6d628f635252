"""A folder with timelines beside its reports is opened without reading the reports."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from geo.reading import EVERYONE, FOLDER_FILES, MOST_ROWS, PARQUET, DataError, rule
from geo.scale.inventory import refuse_changed
from geo.scale.job import AROUND, key_without_reports, without_reports
from geo.scale.page_files import NOTE, Facts, read_facts
from geo.scale.prepared import read_prepared
from geo.scale.source import identity_of
from geo.scale.statements import FOLDER, INDEX
from geo.scale.stored import StoredConflict, opened

TIMELINE: Final = "timeline"
"""Folder of everyone's timeline; a narrator's is `timeline-NARRATOR`."""


def is_stored(folder: Path) -> bool:
    """Return whether a map is looked up: its folder has a timeline for the page, or too many reports."""
    reports = folder / PARQUET
    if not reports.is_file():
        return False
    return (folder / TIMELINE / NOTE).is_file() or _rows(reports) > MOST_ROWS


def _rows(reports: Path) -> int:
    """Return how many rows a file has, 0 = it is no Parquet, which its reader says."""
    try:
        return int(pq.read_metadata(reports).num_rows)
    except (OSError, ValueError):
        return 0


def names_of(folder: Path) -> tuple[str, ...]:
    """Return the files by whose change one sees that a folder changed."""
    notes = sorted(f"{place.parent.name}/{NOTE}" for place in folder.glob(f"{TIMELINE}*/{NOTE}"))
    return (*FOLDER_FILES, *notes)


def open_stored(files: Mapping[str, bytes], folder: Path) -> StoredConflict:
    """Return the conflict of a folder's files without its reports (`geo.scale.job.AROUND`).

    Raises
    ------
    DataError
        If a file is broken, or there is no timeline of these very files that is whole and of this program,
        with the command that makes it.
    """
    around = {name: data for name, data in files.items() if name in AROUND}
    identity = identity_of(folder / PARQUET, key_without_reports(around))
    found = {facts.narrator: (place, facts) for place, facts in _timelines(folder)}
    if EVERYONE not in found or not (folder / TIMELINE / FOLDER / INDEX).is_file():
        raise DataError.at(PARQUET, rule("no_timeline"))
    if any(facts.identity != identity for _, facts in found.values()):
        raise DataError.at(PARQUET, rule("timeline_older"))
    for place, facts in found.values():
        refuse_changed(place, facts.files)
    base, known = without_reports(around, folder, read_prepared(folder / TIMELINE))
    narrators = sorted(found, key=lambda one: (one != EVERYONE, one))
    told = hashlib.sha256("".join(str(found[one][1]) for one in narrators).encode()).hexdigest()
    return opened(
        replace(base, sha256={**base.sha256, PARQUET: told}),
        known,
        {one: found[one] for one in narrators},
        json.loads((folder / TIMELINE / FOLDER / INDEX).read_bytes()),
    )


def _timelines(folder: Path) -> list[tuple[Path, Facts]]:
    """Return the timelines beside the reports that the page can use."""
    places = sorted(place for place in folder.glob(f"{TIMELINE}*") if place.is_dir())
    return [(place, facts) for place in places if (facts := read_facts(place))]
