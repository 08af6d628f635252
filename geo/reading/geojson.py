"""GeoJSON read strictly: bytes -> features whose structure is checked."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import from_json

from geo.reading.errors import DataError, Problem, Rule, rule
from geo.reading.names import MOST_SPELLINGS
from geo.reading.text import text_of

MOST_AREAS: Final = 50_000
MOST_VERTICES: Final = 1_000_000
"""Counted as opening brackets, before anything is parsed."""

MOST_VALUES: Final = 5_000_000
"""Counted as commas, before anything is parsed: coordinates and properties."""


class Bounds(NamedTuple):
    """How much a file may have; `advance`: whether it may have more if its map is made in advance."""

    areas: int = MOST_AREAS
    vertices: int = MOST_VERTICES
    values: int = MOST_VALUES
    spellings: int = MOST_SPELLINGS
    advance: bool = False


ANY: Final = Bounds()
"""Of any file, which somebody may have uploaded."""

LOADED: Final = ANY._replace(advance=True)
"""Of areas that are read whenever their folder is opened."""

ADVANCE: Final = Bounds(200_000, 10_000_000, 50_000_000, 2_000_000)
"""Of areas that are read once, by `geo timeline`."""


class Feature(BaseModel):
    """A feature of a GeoJSON file: its structure only."""

    type: str = Field(pattern="^Feature$")
    properties: dict[str, Any] | None
    geometry: dict[str, Any] | None


class Collection(BaseModel):
    """A GeoJSON file: a collection of features; `crs` is the obsolete member that names another system.

    `truths`: whether true or false may stand anywhere in it.
    """

    type: str = Field(pattern="^FeatureCollection$")
    crs: dict[str, Any] | None = None
    features: list[Feature] = Field(min_length=1)
    truths: bool = True


def read_collection(file: str, data: bytes, bounds: Bounds = ANY) -> Collection:
    """Read GeoJSON strictly: no NaN or Infinity, at most 200 levels deep."""
    refuse_large(file, data, bounds)
    text = text_of(file, data)
    try:
        document = from_json(text.body if text.encoding == "utf-8" else text.read(), allow_inf_nan=False)
        refuse_twice(file, text.read())
        refuse_other(file, document)
        truths = text.encoding != "utf-8" or b"true" in data or b"false" in data
        collection = Collection.model_validate(document).model_copy(update={"truths": truths})
    except ValidationError as error:
        raise DataError(
            structure_problem(file, detail) for detail in error.errors(include_url=False)[:50]
        ) from error
    except ValueError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DataError.at(
            file, rule("no_geojson", reason=str(error)), row=int(line[1]) if line else None
        ) from error
    if len(collection.features) > bounds.areas:
        raise too_many(file, rule("too_many_areas", most=f"{bounds.areas:,}"), bounds)
    return collection


def refuse_large(file: str, data: bytes, bounds: Bounds) -> None:
    """Raise `DataError` if there is more in a file than is read."""
    if data.count(b"[") > bounds.vertices:
        raise too_many(file, rule("too_many_vertices", most=f"{bounds.vertices:,}"), bounds)
    if data.count(b",") > bounds.values:
        raise too_many(file, rule("too_many_values", most=f"{bounds.values:,}"), bounds)


def too_many(file: str, broken: Rule, bounds: Bounds) -> DataError:
    """Return the error of a file that has too much of something, with the way that there may be."""
    told = [broken]
    if bounds.advance:
        told.append(rule("made_in_advance", areas=f"{ADVANCE.areas:,}", vertices=f"{ADVANCE.vertices:,}"))
    return DataError(Problem(file, None, None, "", one) for one in told)


def refuse_other(file: str, document: object) -> None:
    """Raise `DataError` if a JSON object is another one than a collection of features."""
    kind = str(document.get("type", "collection without a type")) if isinstance(document, dict) else ""
    if kind not in {"", "FeatureCollection"}:
        raise DataError.at(file, rule("no_collection", kind=kind))


def refuse_twice(file: str, text: str) -> None:
    """Raise `DataError` if an object has a key twice: of two values, one would be lost without a word."""

    def once(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            name, _ = Counter(key for key, _ in pairs).most_common(1)[0]
            raise DataError.at(file, rule("json_twice", name=name[:100]))

    json.loads(text, object_pairs_hook=once, parse_float=str)


def structure_problem(file: str, detail: Mapping[str, Any]) -> Problem:
    """Return pydantic's finding about the structure of the file."""
    path = " ".join(str(part + 1) if isinstance(part, int) else str(part) for part in detail["loc"])
    broken = (
        rule("geojson_structure", path=path, reason=detail["msg"].lower())
        if path
        else rule("no_geojson_object")
    )
    return Problem(file, None, path or None, "", broken)
