"""The files of a folder, each read by its reader: what they hold together, or every problem of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import pandas as pd

from geo.reading import lines, reports, translations
from geo.reading.context import Context, known_of, read_context
from geo.reading.errors import DataError, Problem
from geo.reading.findings import Areas, Findings
from geo.reading.geojson import LOADED, Bounds
from geo.reading.parquet import file_of
from geo.reading.relief import Relief, read_relief
from geo.reading.toml import FILE as SETTINGS
from geo.reading.toml import read_toml
from geo.reading.vocabulary import Evidence

if TYPE_CHECKING:
    from geo.reading.known import Known
    from geo.reading.settings_tables import Settings
    from geo.reading.translations import Translations


class Parts(NamedTuple):
    """The content of the files; `under` = group -> its areas, `names` = pairs of id and spelling."""

    settings: "Settings"
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
    known: "Known"
    river: gpd.GeoDataFrame | None
    country: gpd.GeoDataFrame | None
    relief: Relief | None
    translations: "Translations"
    untranslated: list[Problem]


def around_of(files: Mapping[str, bytes], bounds: Bounds = LOADED, areas: Areas | None = None) -> Around:
    """Return all of a folder but its reports; `bounds` and `areas` are those of `Findings`.

    Raises
    ------
    DataError
        With every problem of every broken file.
    """
    findings = Findings(files, bounds, areas)
    around = read_around(findings)
    if around is None or findings.broken:
        raise DataError(findings.broken)
    return around


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
    known = findings.call(lambda: known_of(context, findings.bounds))
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
