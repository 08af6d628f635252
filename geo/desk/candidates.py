"""What the reader proposes of a folder's articles, read once per text and names."""

import hashlib
from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from cachetools import LRUCache, cached

from geo.desk.ids import statement_of
from geo.reader import Candidate, Knowledge, knowledge_in, language_of, reader_with, record
from geo.reading import DISTRICTS, NAMES, SETTINGS

if TYPE_CHECKING:
    from geo.desk.folder import FolderState


def most_numbers(state: "FolderState", source_id: str) -> int:
    """Return how many statements an article's candidates make: numbers that are kept for them."""
    proposals = candidates_of(state, source_id) if source_id in state.articles else ()
    rows = ({**record(one), "source_id": source_id} for one in proposals)
    return len({statement_of(row) for row in rows})


def candidates_of(state: "FolderState", source_id: str) -> tuple[Candidate, ...]:
    """Return what the reader proposes of an article, read once per text and names."""
    outlet = str(state.conflict.sources.loc[source_id, "outlet"])
    return _read(state.text(source_id), _names(state.files), outlet, state.day(source_id))


def _names(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: files[name] for name in (SETTINGS, DISTRICTS, NAMES) if name in files}


def _digest(files: Mapping[str, bytes]) -> str:
    parts = (f"{name} {len(data)}\n".encode() + data for name, data in files.items())
    return hashlib.sha256(b"".join(parts)).hexdigest()


@cached(LRUCache(maxsize=4), key=_digest, lock=Lock())
def knowledge(files: Mapping[str, bytes]) -> Knowledge:
    """Return the names in a folder's files, read once per content."""
    return knowledge_in(files)[0]


@cached(LRUCache(maxsize=32), key=lambda text, files, *given: (text, _digest(files), *given), lock=Lock())
def _read(text: str, files: Mapping[str, bytes], outlet: str, day: date) -> tuple[Candidate, ...]:
    reader = reader_with(knowledge(files), outlet, day, language_of(text))
    return tuple(reader.candidates(text))
