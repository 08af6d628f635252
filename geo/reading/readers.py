"""The files of a folder, each read by its reader; their problems are collected and reported together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import geopandas as gpd
import pandas as pd

from geo.reading import aliases, districts, lines, reports, sources, spellings, translations
from geo.reading.called import area_spellings, group_spellings, labels_of
from geo.reading.errors import DataError, Problem, rule
from geo.reading.folder import REQUIRED
from geo.reading.groups import areas_under
from geo.reading.known import Known
from geo.reading.misplaced import odd_places
from geo.reading.names import MOST_SPELLINGS, NameIndex, nearest
from geo.reading.parquet import file_of
from geo.reading.relief import Relief, read_relief
from geo.reading.settings import Settings, read_settings
from geo.reading.toml import FILE as SETTINGS
from geo.reading.toml import read_toml
from geo.reading.vocabulary import Evidence
from geo.words import languages

if TYPE_CHECKING:
    from geo.reading.translations import Translations

Part = TypeVar("Part")


class Parts(NamedTuple):
    """The content of the files; `under` = group -> its areas, `names` = pairs of id and spelling."""

    settings: Settings
    areas: gpd.GeoDataFrame
    under: dict[str, tuple[str, ...]]
    reports: pd.DataFrame
    sources: pd.DataFrame
    places: pd.DataFrame
    river: gpd.GeoDataFrame | None
    country: gpd.GeoDataFrame | None
    translations: "Translations"
    rejected: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    names: tuple[tuple[str, str], ...]
    relief: Relief | None = None


class Findings:
    """Calls readers and collects the problems they find.

    Parameters
    ----------
    files
        File name to bytes.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.broken: list[Problem] = []

    def read(self, name: str, reader: Callable[[bytes], Part], absent: Part | None = None) -> Part | None:
        """Return what the reader makes of the file, `absent` if it is not there; keep its problems."""
        if name not in self.files:
            if name in REQUIRED:
                self.broken.append(Problem(name, None, None, "", rule("file_missing")))
            return absent
        return self.call(lambda: reader(self.files[name]))

    def call(self, work: Callable[[], Part]) -> Part | None:
        """Return the function's result, or None if a file is broken; its problems are kept."""
        try:
            return work()
        except DataError as error:
            self.broken += error.problems
            return None


def read_parts(files: Mapping[str, bytes]) -> Parts:
    """Read every file.

    Raises
    ------
    DataError
        With every problem of every broken file.
    """
    findings = Findings(files)
    around = read_around(findings)
    if around is None:
        raise DataError(findings.broken)
    file = findings.call(lambda: file_of(findings.files)) or reports.FILE
    read = findings.read(file, lambda data: reports.read_reports(data, around.known, file))
    if findings.broken or read is None:
        raise DataError(findings.broken)
    if reason := reports.nothing_left(read):
        none = Problem(file, None, None, "", reason)
        raise DataError([none, *around.context.rejected, *read.rejected])
    return parts_of(around, read)


class Around(NamedTuple):
    """All of a folder but its reports, and what they may refer to; `untranslated` = lines set aside."""

    context: "Context"
    known: Known
    river: gpd.GeoDataFrame | None
    country: gpd.GeoDataFrame | None
    relief: Relief | None
    translations: "Translations"
    untranslated: list[Problem]


def read_around(findings: Findings) -> Around | None:
    """Return all but the reports; None = one of its files is broken."""
    river = findings.read(lines.RIVER, lambda data: lines.read_shapes(lines.RIVER, data, lines.LINES))
    country = findings.read(lines.OUTLINE, lambda data: lines.read_shapes(lines.OUTLINE, data, lines.COUNTRY))
    untranslated: tuple[Translations, list[Problem]] = ({}, [])
    translated = findings.read(translations.FILE, translations.read_translations, untranslated)
    context = read_context(findings)
    if context is None:
        defaults = stated_defaults(findings.files.get(SETTINGS, b""))
        findings.read(reports.FILE, lambda data: reports.read_cells(data, defaults))
        return None
    known = findings.call(lambda: known_of(context))
    bounds = context.settings.relief_bounds, context.areas.total_bounds
    relief = findings.call(lambda: read_relief(findings.files, *bounds))
    return Around(context, known, river, country, relief, *(translated or untranslated)) if known else None


def parts_of(around: Around, read: reports.Reports) -> Parts:
    """Return reports that were read, and all that is around them."""
    context = around.context
    rejected = (*context.rejected, *read.rejected, *around.untranslated)
    notices = (*context.notices, *read.notices)
    lands, said = (around.river, around.country), around.translations
    made = Parts(*context[:3], read.reports, *context[3:5], *lands, said, rejected, notices, context.names)
    return made._replace(relief=around.relief)


def stated_defaults(data: bytes) -> Mapping[str, str]:
    """Return the defaults as far as they tell which columns may be missing; nothing of broken ones."""
    try:
        return {"evidence": Evidence.TABLE} if "defaults" in read_toml(data) else {}
    except DataError:
        return {}


class Context(NamedTuple):
    """What a report may refer to; `under` = group -> its areas."""

    settings: Settings
    areas: gpd.GeoDataFrame
    under: dict[str, tuple[str, ...]]
    sources: pd.DataFrame
    places: pd.DataFrame
    rejected: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    names: tuple[tuple[str, str], ...]
    """Pairs of id and spelling, those of `names.csv` last."""


def read_context(findings: Findings) -> Context | None:
    """Return what the reports are checked against; None = one of its files is broken."""
    settings = findings.read(SETTINGS, read_settings)
    areas = findings.read(districts.FILE, districts.read_areas)
    listed = findings.read(sources.SOURCES, sources.read_sources)
    ids = tuple(areas[0].index) if areas else ()
    none: tuple[pd.DataFrame, list[Problem]] = (sources.empty_places(), [])
    places = findings.read(sources.PLACES, lambda data: sources.read_places(data, ids), none)
    if settings is None or areas is None:
        return None
    groups = findings.call(lambda: areas_under(settings.groups, ids))
    if listed is None or groups is None or places is None:
        return None
    called = [*area_spellings(areas[0]), *group_spellings(settings, groups[0])]
    known = (*ids, *groups[0])
    index, nothing = NameIndex.of(called), (list[tuple[str, str]](), list[Problem]())
    given = findings.read(spellings.FILE, lambda data: spellings.read_names(data, known, index), nothing)
    if given is None:
        return None
    actors, sides = ([one.id for one in some] for some in (settings.actors, settings.sides))
    others = findings.read(
        spellings.FILE, lambda data: aliases.read_aliases(data, actors, sides)[1], list[Problem]()
    )
    rejected = (*groups[1], *areas[1], *listed[1], *places[1], *given[1], *(others or ()))
    notices = (*listed[2], *loose_words(settings, known), *odd_places(areas[0]))
    tables = (areas[0], groups[0], listed[0], places[0])
    return Context(settings, *tables, rejected, notices, (*called, *given[0]))


def loose_words(settings: Settings, named: Iterable[str]) -> Iterator[Problem]:
    """Yield the settings that match nothing and so have no effect."""
    if settings.focus and settings.focus not in set(named):
        yield Problem(SETTINGS, None, "focus", settings.focus, rule("unknown_focus"))
    if settings.language not in languages():
        there = rule("no_such_words", languages=", ".join(languages()))
        yield Problem(SETTINGS, None, "language", settings.language, there)


def known_of(context: Context) -> Known:
    """Return what a report may name."""
    settings, listed = context.settings, context.sources
    defaults = settings.defaults.filled()
    if (source := defaults.get("source_id", "")) and source not in listed.index:
        hint = " ".join(f"{near}?" for near in nearest(source, listed.index, most=1))
        raise DataError([Problem(SETTINGS, None, "defaults.source_id", source, rule("unknown_source"), hint)])
    if len(context.names) > MOST_SPELLINGS:
        raise DataError.at(districts.FILE, rule("too_many_spellings", most=f"{MOST_SPELLINGS:,}"))
    groups = {group.id: group.name for group in settings.groups}
    return Known(
        areas=tuple(context.areas.index),
        groups=tuple(context.under),
        names=NameIndex.of(context.names),
        actors=tuple(actor.id for actor in settings.actors),
        sides=tuple(side.id for side in settings.sides),
        sources=listed,
        defaults=defaults,
        labels=labels_of(context.areas, groups),
    )
