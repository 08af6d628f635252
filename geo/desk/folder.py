"""A conflict's folder as the desk sees it: its conflict, its articles, each coder's rows, the log."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final

from cachetools import LRUCache, cached

from geo.desk import log
from geo.desk.rows import Row, rows_in
from geo.reading import (
    FILES,
    PARQUET,
    REPORT_COLUMNS,
    REPORTS,
    SOURCE_COLUMNS,
    SOURCES,
    Around,
    Article,
    Conflict,
    DataError,
    Stamp,
    around_of,
    articles_of,
    conflict_from,
    parts_of,
    read_folder,
    read_reports,
    rule,
    signature,
)

ARTICLES: Final = "articles"
CODING: Final = "coding"
CODER: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")

EMPTY: Final = {
    REPORTS: (",".join(REPORT_COLUMNS) + "\n").encode(),
    SOURCES: (",".join((*SOURCE_COLUMNS, "article_file")) + "\n").encode(),
}
"""Files that the desk can begin without, and what stands for them."""

NEEDED: Final = ("conflict.toml", "districts.geojson")


@dataclass(frozen=True, eq=False)
class FolderState:
    """What a folder holds at one moment; nothing here changes, a new state is read instead.

    Attributes
    ----------
    files
        Path inside the folder -> bytes: the conflict's files, `coding/*.csv` and the log.
    around
        All of the conflict but its reports.
    conflict
        Of the settled rows, those that break a rule set aside; it may have no report at all.
    log
        Every line of the log.
    stamps
        Of the files that were read.
    """

    folder: Path
    files: Mapping[str, bytes]
    around: Around
    conflict: Conflict
    log: tuple[log.Line, ...]
    stamps: tuple[Stamp, ...]

    @cached_property
    def settled(self) -> tuple[Row, ...]:
        """The rows of `control_reports.csv` as they are written, each with all columns."""
        return rows_in(REPORTS, self.files[REPORTS])

    @cached_property
    def coded(self) -> Mapping[str, tuple[Row, ...]]:
        """Each coder's rows, by name, from `coding/`."""
        names = (name for name in self.files if name.startswith(f"{CODING}/"))
        return {Path(name).stem: rows_in(name, self.files[name]) for name in names}

    def own(self, coder: str) -> tuple[Row, ...]:
        """Return the rows that a coder has accepted; a coder who works alone has the settled ones, too."""
        own = self.coded.get(coder, ())
        if not self.alone(coder):
            return own
        ids = {row["report_id"] for row in own}
        return (*own, *(row for row in self.settled if row["report_id"] not in ids))

    @property
    def coders(self) -> tuple[str, ...]:
        """Everybody who has a file in `coding/` or a line in the log, sorted."""
        return tuple(sorted({*self.coded, *(one.coder for one in self.log)}))

    def alone(self, coder: str) -> bool:
        """Return whether nobody else codes this folder: then accepting settles."""
        return not set(self.coders) - {coder}

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The article of each source that has one in `articles/`."""
        place = self.folder / ARTICLES
        return articles_of(self.conflict.sources, place) if place.is_dir() else {}

    def text(self, source_id: str) -> str:
        """Return an article's text, whose lines end as on Unix.

        Raises
        ------
        DataError
            If the source has no article in the folder.
        """
        if source_id not in self.articles:
            raise DataError.at(ARTICLES, rule("no_article", source=source_id))
        return self.articles[source_id].text.replace("\r\n", "\n").replace("\r", "\n")

    def day(self, source_id: str) -> date:
        """Return the day that an article's “today” is: the day that it is about, else of its publication."""
        source = self.conflict.sources.loc[source_id]
        days = (source[name] for name in ("article_day", "published_from", "published_to"))
        found = next((day for day in days if day == day), None)  # noqa: PLR0124 (NaT is not itself)
        if found is None:
            raise DataError.at(SOURCES, rule("no_day_of_article", source=source_id))
        return found.date()  # type: ignore[no-any-return]


def folder_state(folder: Path) -> FolderState:
    """Read a folder; what did not change since the last call is not read anew.

    What this process has saved is whole for sure, and nobody waits for it.

    Raises
    ------
    DataError
        If the folder is broken in a way that lets nobody code in it.
    """
    folder = Path(folder).resolve()
    if (folder / PARQUET).exists():
        raise DataError.at(PARQUET, rule("desk_needs_csv", other=REPORTS))
    names = names_in(folder)
    with _LAST_LOCK:
        known, saved = _LAST.get(folder), _SAVED.get(folder, ())
    if known and known.stamps == signature(folder, names):
        return known
    files = EMPTY | read_folder(folder, names, required=NEEDED, whole=saved)
    state = state_of(folder, files)
    with _LAST_LOCK:
        _LAST[folder] = state
    return state


def remember_saved(folder: Path, names: Sequence[str]) -> None:
    """Remember that this process has just saved these files of a folder, each of them whole."""
    with _LAST_LOCK:
        _SAVED[folder] = signature(folder, names)


def state_of(folder: Path, files: Mapping[str, bytes]) -> FolderState:
    """Return the state that files make."""
    around, read = _conflict_in({name: data for name, data in files.items() if name in FILES})
    conflict = replace(read, folder=folder)
    lines = log.lines_in(files[log.FILE]) if log.FILE in files else ()
    return FolderState(folder, files, around, conflict, lines, signature(folder, names_in(folder)))


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the files that the desk reads, as paths inside the folder."""
    coding = sorted(
        f"{CODING}/{path.name}" for path in (folder / CODING).glob("*.csv") if path.name[0] != "."
    )
    return (*FILES, *coding, log.FILE)


_LAST: Final[LRUCache[Path, FolderState]] = LRUCache(maxsize=4)
_SAVED: Final[LRUCache[Path, tuple[Stamp, ...]]] = LRUCache(maxsize=64)
"""Stamps of what this process saved last in a folder."""
_LAST_LOCK: Final = Lock()
_AROUND_LOCK: Final = Lock()
_CONFLICT_LOCK: Final = Lock()


def _content(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


@cached(LRUCache(maxsize=8), key=_content, lock=_AROUND_LOCK)
def _around(files: Mapping[str, bytes]) -> Around:
    """Return all of a folder but its reports, read once per content."""
    return around_of(files)


@cached(LRUCache(maxsize=8), key=_content, lock=_CONFLICT_LOCK)
def _conflict_in(files: Mapping[str, bytes]) -> tuple[Around, Conflict]:
    """Return the conflict that the files of a folder make, read once per content.

    What a press would write is checked, saved and then read back: the same bytes three times over. A press
    that only the log tells of changes none of these files.
    """
    around = _around({name: data for name, data in files.items() if name != REPORTS})
    read = read_reports(files[REPORTS], around.known)
    return around, conflict_from(parts_of(around, read), files)
