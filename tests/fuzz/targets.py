"""What the fuzzers do with bytes: put them where a file's bytes, a row, a geometry or a zip would be.

`check` says what must hold: only `DataError` is raised, each problem is one line, the good row is never lost.
"""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Final, cast

from folders import CONFLICT, feature, files, geojson, reports, sources

from geo.importers import read_acled
from geo.reading.context import Context, known_of, read_context
from geo.reading.dates import read_day
from geo.reading.districts import read_areas
from geo.reading.errors import DataError, Problem
from geo.reading.findings import Findings
from geo.reading.lines import LINES, read_shapes
from geo.reading.names import fold
from geo.reading.reports import Reports, read_reports
from geo.reading.settings import read_settings
from geo.reading.sources import read_places, read_sources
from geo.reading.spellings import read_names
from geo.reading.upload import load_upload
from geo.words.hidden import visible

GOOD_ROW: Final = reports()
KNOWN: Final = known_of(cast("Context", read_context(Findings(files()))))
MARK: Final = b'"@@"'
PLACES: Final = b"name,name_fa,lon,lat,kind,area_id\n"
NAMES: Final = b"spelling,area_id\nGate,west\n"


def feature_with(data: bytes, key: str) -> bytes:
    """Return the good map with a third feature that has the bytes as one of its members."""
    bad = feature("north", []) | {key: "@@"}
    return geojson([bad]).replace(MARK, data)


def zip_of(data: bytes) -> bytes:
    """Return a zip of the good folder whose reports are the bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(reports=data).items():
            archive.writestr(name, content)
    return packed.getvalue()


WHOLE: Final[Mapping[str, Callable[[bytes], object]]] = {
    "reports": lambda data: read_reports(data, KNOWN),
    "sources": read_sources,
    "districts": read_areas,
    "conflict": read_settings,
    "places": lambda data: read_places(data, ["west"]),
    "river": lambda data: read_shapes("river.geojson", data, LINES),
    "names": lambda data: read_names(data, KNOWN.areas, KNOWN.names),
    "acled": lambda data: read_acled("acled.csv", data),
    "upload": load_upload,
}
"""Targets that may lose everything with one error."""

PARTS: Final[Mapping[str, Callable[[bytes], object]]] = {
    "rows": lambda data: kept(read_reports(GOOD_ROW + data, KNOWN)),
    "source_rows": lambda data: read_sources(sources() + data),
    "place_rows": lambda data: read_places(PLACES + data, ["west"]),
    "name_rows": lambda data: read_names(NAMES + data, KNOWN.areas, KNOWN.names),
    "geometry": lambda data: read_areas(feature_with(data, "geometry")),
    "properties": lambda data: read_areas(feature_with(data, "properties")),
    "crs": lambda data: read_areas(geojson(crs="@@").replace(MARK, data)),
    "settings": lambda data: read_settings(CONFLICT.encode() + data),
    "texts": lambda data: texts(data.decode("utf-8", "replace")),
    "zipped": lambda data: load_upload(zip_of(data)),
    "flipped_zip": lambda data: load_upload(flipped(zip_of(GOOD_ROW), data)),
    "cell": lambda data: kept(read_reports(reports(json_cells(data)), KNOWN)),
}
"""Targets that start from good files."""

TARGETS: Final = {**WHOLE, **PARTS}


def kept(read: Reports) -> Reports:
    """Return the reports if the good row is in them; raise if it was lost."""
    if read.reports["report_id"][0] != "r1":
        raise AssertionError("the good row was lost")
    promise(tuple(read.rejected), some=False)
    return read


def texts(text: str) -> object:
    """Read a text as a day, fold it, make it visible."""
    problem = Problem(text, 1, text, text, text, text)
    return read_day(text), fold(text), visible(text), str(problem)


def flipped(good: bytes, data: bytes) -> bytes:
    """Return good bytes with some changed: pairs of place and value."""
    changed = bytearray(good)
    for place, value in zip(data[::3], data[1::3], strict=False):
        changed[(place * 7) % len(changed)] = value
    return bytes(changed)


def json_cells(data: bytes) -> dict[str, str]:
    """Return a row's changes: a column chosen by the first byte, its cell by the rest."""
    columns = [
        "area_id",
        "scope",
        "claim",
        "party",
        "claimant_side",
        "source_id",
        "date_from",
        "date_to",
        "quote",
    ]
    cell = data[1:].decode("utf-8", "replace").replace("\0", "")
    return {columns[data[0] % len(columns)] if data else "note": cell}


def check(name: str, data: bytes) -> None:
    """Run a target; raise if it breaks a promise."""
    try:
        TARGETS[name](data)
    except DataError as error:
        promise(error.problems, some=True)


def promise(problems: tuple[Problem, ...], *, some: bool) -> None:
    """Raise if the problems are not each one line, or there is none."""
    lines = [str(problem) for problem in problems]
    if (some and not lines) or any(len(line.splitlines()) != 1 for line in lines):
        raise AssertionError(json.dumps(lines)[:1000])
