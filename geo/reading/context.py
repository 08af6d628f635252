"""What a report may refer to: settings, areas, groups, sources, places and their names, checked together."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import pandas as pd

from geo.reading import aliases, districts, sources, spellings
from geo.reading.called import area_spellings, group_spellings, labels_of
from geo.reading.errors import DataError, Problem, rule
from geo.reading.geojson import LOADED, Bounds, too_many
from geo.reading.groups import areas_under
from geo.reading.known import Known
from geo.reading.misplaced import odd_places
from geo.reading.names import NameIndex, nearest
from geo.reading.settings import read_settings
from geo.reading.toml import FILE as SETTINGS
from geo.words import languages

if TYPE_CHECKING:
    from geo.reading.findings import Findings
    from geo.reading.settings_tables import Settings


class Context(NamedTuple):
    """What a report may refer to; `under` = group -> its areas."""

    settings: "Settings"
    areas: gpd.GeoDataFrame
    under: dict[str, tuple[str, ...]]
    sources: pd.DataFrame
    places: pd.DataFrame
    rejected: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    names: tuple[tuple[str, str], ...]
    """Pairs of id and spelling, those of `names.csv` last."""


def read_context(findings: "Findings") -> Context | None:
    """Return what the reports are checked against; None = one of its files is broken."""
    settings = findings.read(SETTINGS, read_settings)
    areas = findings.areas or findings.read(
        districts.FILE, lambda data: districts.read_areas(data, findings.bounds)
    )
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


def loose_words(settings: "Settings", named: Iterable[str]) -> Iterator[Problem]:
    """Yield the settings that match nothing and so have no effect."""
    if settings.focus and settings.focus not in set(named):
        yield Problem(SETTINGS, None, "focus", settings.focus, rule("unknown_focus"))
    if settings.language not in languages():
        there = rule("no_such_words", languages=", ".join(languages()))
        yield Problem(SETTINGS, None, "language", settings.language, there)


def known_of(context: Context, bounds: Bounds = LOADED) -> Known:
    """Return what a report may name."""
    settings, listed = context.settings, context.sources
    defaults = settings.defaults.filled()
    if (source := defaults.get("source_id", "")) and source not in listed.index:
        hint = " ".join(f"{near}?" for near in nearest(source, listed.index, most=1))
        raise DataError([Problem(SETTINGS, None, "defaults.source_id", source, rule("unknown_source"), hint)])
    if len(context.names) > bounds.spellings:
        raise too_many(districts.FILE, rule("too_many_spellings", most=f"{bounds.spellings:,}"), bounds)
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
