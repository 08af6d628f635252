"""A folder becomes a conflict: areas, reports, sources, actors, and what was set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import geopandas as gpd
import pandas as pd

from geo.reading.folder import key_of, read_folder, sha256_of
from geo.reading.key_events import KeyEvent, key_events
from geo.reading.parties import Actor, Group, Side, groups_of, sides_of
from geo.reading.readers import Parts, read_parts
from geo.reading.story import Step, read_stories

if TYPE_CHECKING:
    from geo.reading.errors import Problem
    from geo.reading.relief import Relief
    from geo.reading.translations import Translations

__all__ = ["Actor", "Conflict", "Group", "Side", "conflict_of", "load_conflict"]

TABLES: Final = ("sides", "actors", "groups", "texts", "defaults", "events", "relief_bounds")
LISTS: Final = ("limits", "uncertain")
"""Texts of the settings that are several sentences."""


@dataclass(frozen=True, eq=False)
class Conflict:
    """Everything that the map of one conflict is made from; checked, and trusted from here on.

    Attributes
    ----------
    areas
        As `geo.reading.districts.read_areas` returns them.
    reports
        As `geo.reading.reports.read_reports` returns them.
    sources, places
        As `geo.reading.sources` returns them.
    river, country
        Lines, and a country's outline with its capital, as `geo.reading.lines` returns them;
        None = absent.
    rejected, notices
        What was set aside, with its reason; what was read, but differently from how it is written.
    looked_up
        Narrators whose maps are looked up in stored timelines; () = the reports are here.
    sha256
        File name to the SHA-256 of its bytes.
    address
        Where the map is published, "" = not said; one that ends in ``#`` is that of a one-file map.
    folder
        Where the files came from; None = not from a folder.
    texts
        Title, summary and the other texts by language, where the file has them.
    events, stories
        Key events in the order of their days; steps by language, "" = those of `story.md`.
    translations
        As `geo.reading.translations.read_translations` returns them.
    relief
        As `geo.reading.relief.read_relief` returns it; None = the folder brings none.
    names
        Pairs of the id of an area or group and a spelling: those of the map, then those of `names.csv`.
    """

    id: str
    title: str
    summary: str
    time_zone: str
    language: str
    window_days: int
    stale_days: int
    focus: str
    ends: str
    limits: tuple[str, ...]
    grades: str
    uncertain: tuple[str, ...]
    corrections: str
    licence: str
    address: str
    actors: Mapping[str, Actor]
    sides: Mapping[str, Side]
    groups: Mapping[str, Group]
    areas: gpd.GeoDataFrame
    reports: pd.DataFrame
    sources: pd.DataFrame
    places: pd.DataFrame
    river: gpd.GeoDataFrame | None
    country: gpd.GeoDataFrame | None
    rejected: tuple["Problem", ...]
    notices: tuple["Problem", ...]
    sha256: Mapping[str, str]
    folder: Path | None = None
    texts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    translations: "Translations" = field(default_factory=dict)
    names: tuple[tuple[str, str], ...] = ()
    events: tuple[KeyEvent, ...] = ()
    relief: "Relief | None" = None
    stories: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    looked_up: tuple[str, ...] = ()

    def in_language(self, language: str) -> "Conflict":
        """Return the conflict with those texts in a language that it has; its own come back the same way."""
        shown = {name: getattr(self, name) for texts in self.texts.values() for name in texts}
        own = {**shown, **self.texts.get(self.language, {})}
        found = {**own, **self.texts.get(language, {})}
        return self if found == shown else replace(self, **found, texts={**self.texts, self.language: own})

    def said(self, text: str, language: str) -> str:
        """Return what a text of the reports or sources says in a language, else the text itself."""
        return self.translations.get(language, {}).get(text, text)

    def reaching(self, places: Iterable[str]) -> set[str]:
        """Return the ids that reports about some areas or groups may have: theirs, and those around."""
        chosen = set(places)
        below = chosen | {area for one in chosen & self.groups.keys() for area in self.groups[one].areas}
        return below | {group.id for group in self.groups.values() if below & set(group.areas)}

    def rivals(self, side: str, actor: str) -> bool:
        """Return whether a side of the conflict is neither the actor's own nor allied with it."""
        own = self.actors[actor].side
        return side in self.sides and side != own and side not in self.sides[own].allies

    @property
    def set_aside(self) -> int:
        """How many rows, or keys of a file without rows, were set aside; one row may have many problems."""
        return len({(problem.file, problem.row or problem.column) for problem in self.rejected})

    @cached_property
    def dated(self) -> bool:
        """Whether any source has a day of publication; if none has, nothing is certainly known by any day."""
        return bool(self.sources["published_to"].notna().any())

    @cached_property
    def has_days(self) -> bool:
        """Whether any report has a day; without one the map has no day either."""
        return bool(self.reports["date_to"].notna().any())

    @property
    def first_day(self) -> date:
        """The first day that any report is about."""
        return self._ends[0]

    @property
    def last_reported_day(self) -> date:
        """The last day that any report is about."""
        return self._ends[1]

    @cached_property
    def last_day(self) -> date:
        """The last day of the map: that any report is about, or that any article was published on."""
        published = self.sources["published_to"].max()
        return self.last_reported_day if pd.isna(published) else max(self.last_reported_day, published.date())

    @cached_property
    def _ends(self) -> tuple[date, date]:
        """The first and last of the days that reports are about."""
        ends = self.reports[["date_from", "date_to"]].stack()  # noqa: PD013 (both columns as one)
        return ends.min().date(), ends.max().date()

    @cached_property
    def evidence(self) -> frozenset[str]:
        """What its reports rest on: quotes, cells of tables, or both (values of `Evidence`)."""
        return frozenset(self.reports["evidence"].astype(str).unique())

    @cached_property
    def key(self) -> str:
        """A short name for the content: equal keys mean equal files."""
        return key_of(self.sha256)


def load_conflict(folder: Path) -> Conflict:
    """Read and check a conflict's folder.

    Raises
    ------
    DataError
        With every problem of every broken file; broken rows are in `rejected` instead.
    """
    return conflict_of(read_folder(Path(folder)), folder=Path(folder))


def conflict_of(files: Mapping[str, bytes], *, folder: Path | None = None) -> Conflict:
    """Check the files of a folder, by name, and return the conflict that they make.

    Raises
    ------
    DataError
        With every problem of every broken file.
    """
    return conflict_from(read_parts(files), files, folder)


def conflict_from(parts: Parts, files: Mapping[str, bytes], folder: Path | None = None) -> Conflict:
    """Return the conflict of what was read from the files of a folder."""
    stated = parts.settings
    plain = stated.model_dump(exclude={*TABLES, *LISTS})
    made = Conflict(
        **plain,
        limits=tuple(stated.limits),
        uncertain=tuple(stated.uncertain),
        actors={table.id: Actor(**table.model_dump()) for table in stated.actors},
        sides=sides_of(stated.sides),
        groups=groups_of(stated.groups, parts.under),
        **{name: table for name, table in parts._asdict().items() if name not in {"settings", "under"}},
        sha256=sha256_of(dict(files)),
        folder=folder,
        texts={language: table.texts for language, table in stated.texts.items()},
    )
    if not made.has_days:
        return made  # a map that has no day yet has no event and no story either
    ids, days = frozenset(made.reports["report_id"]), (made.first_day, made.last_day)
    events, aside = key_events(stated.events, ids, days)
    stories, untold = read_stories(files, ids)
    return replace(made, events=events, stories=stories, rejected=(*made.rejected, *aside, *untold))
