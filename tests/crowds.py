"""Made-up conflicts as large as a country: many districts or towns, held, fought over, or both."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from folders import CONFLICT, REPORT, csv_of, files, square

from geo.reading.conflict import Conflict, conflict_of
from geo.reading.vocabulary import REPORT_COLUMNS

SEED = 20110315
WEST, SOUTH, WIDE, HIGH = 36.0, 32.5, 6.0, 4.5
"""Degrees: a country somewhere."""

SETTINGS = CONFLICT.split("[[groups]]", maxsplit=1)[0].replace('focus = "valley"\n', "")
NAMES = ("Al Bab", "Deir Hafir", "Kafr Nabl", "Tell Rifaat", "Maarrat Misrin", "Qamishli", "Hama", "Ariha")


def district(number: int, count: int) -> dict[str, object]:
    """Return one of `count` equal districts as a feature."""
    columns = math.ceil(math.sqrt(count * 4 / 3))
    row, column = divmod(number, columns)
    side = WIDE / columns
    rings = square(WEST + column * side, SOUTH + row * side, side)
    return feature(number, {"type": "Polygon", "coordinates": rings})


def towns(count: int, *, seed: int = SEED) -> list[dict[str, object]]:
    """Return towns as points: most of them in a few crowded regions, the others anywhere."""
    dice = np.random.default_rng(seed)
    centres = dice.uniform((WEST, SOUTH), (WEST + WIDE, SOUTH + HIGH), (6, 2))
    near = centres[dice.integers(0, 6, count)] + dice.normal(0, 0.35, (count, 2))
    anywhere = dice.uniform((WEST, SOUTH), (WEST + WIDE, SOUTH + HIGH), (count, 2))
    at = np.where(dice.uniform(size=(count, 1)) < 0.6, near, anywhere).round(5)
    return [
        feature(number, {"type": "Point", "coordinates": point}) for number, point in enumerate(at.tolist())
    ]


def feature(number: int, geometry: object) -> dict[str, object]:
    """Return an area as a feature, named after its number."""
    properties = {"area_id": f"a{number}", "name": f"{NAMES[number % len(NAMES)]} {number}"}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def folder(
    features: Sequence[Mapping[str, object]], rows: Iterator[dict[str, str]] | Sequence[dict[str, str]]
) -> dict[str, bytes]:
    """Return the files of a conflict of these areas and reports; a row gives what differs from `REPORT`."""
    full = [
        REPORT | {"report_id": f"r{n}", "statement_id": f"s{n}", "origin_id": f"o{n}"} | row
        for n, row in enumerate(rows)
    ]
    return files(
        conflict=SETTINGS.encode(),
        districts=json.dumps({"type": "FeatureCollection", "features": features}).encode(),
        reports=csv_of(full, REPORT_COLUMNS),
    )


def held(count: int) -> Iterator[dict[str, str]]:
    """Yield who holds each area on two days, by their own word; every ninth is disputed."""
    for number in range(count):
        party = "red" if number % 3 else "blue"
        yield held_by(party, number, "2021-09-05")
        yield held_by("blue" if number % 5 else party, number, "2021-09-15")
        if number % 9 == 0:
            yield held_by("red" if party == "blue" else "blue", number, "2021-09-05")


def held_by(party: str, number: int, day: str) -> dict[str, str]:
    """Return the report that a party holds an area on a day."""
    said = {"party": party, "voice_id": party, "claimant_side": party, "date_from": day, "date_to": day}
    return {"area_id": f"a{number}", **said}


def fought(count: int, *, every: int = 1) -> Iterator[dict[str, str]]:
    """Yield fighting in each area, or each so many-th, on one day."""
    for number in range(0, count, every):
        yield {"area_id": f"a{number}", "claim": "fighting", "party": ""}


def districts(count: int, rows: Iterator[dict[str, str]] | Sequence[dict[str, str]]) -> Conflict:
    """Return a conflict of equal districts."""
    return conflict_of(folder([district(number, count) for number in range(count)], rows))


def events(count: int, areas: int, days: int, *, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield fights at their places, crowded as battles are, on so many days from 1 September 2021 on."""
    dice = np.random.default_rng(seed)
    centres = dice.uniform((WEST, SOUTH), (WEST + WIDE, SOUTH + HIGH), (12, 2))
    at = centres[dice.integers(0, 12, count)] + dice.normal(0, 0.4, (count, 2))
    when = np.datetime64("2021-09-01") + np.sort(dice.integers(0, days, count))
    for (lon, lat), day, area in zip(
        at.round(4), when.astype(str), dice.integers(0, areas, count), strict=True
    ):
        place = {"lon": str(lon), "lat": str(lat), "date_from": str(day), "date_to": str(day)}
        yield {"area_id": f"a{area}", "claim": "fighting", "party": "", **place}
