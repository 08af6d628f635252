"""`names_suggested.csv`: what names that no area has may stand for; a person moves lines to `names.csv`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import pandas as pd
from rapidfuzz import fuzz

from geo.importers.ground import SUFFIXES, Map, labels
from geo.reading import Problem, area_spellings, fold, write_csv

if TYPE_CHECKING:
    from geo.importers.placing import Place

FILE: Final = "names_suggested.csv"
COLUMNS: Final = ("spelling", "area_id", "name", "parent", "score", "rows", "basis")
Line: TypeAlias = tuple[str, str, int, int, str]
"""Spelling, id of the area, score, rows, basis."""

COORDINATES: Final = "coordinates lie in it"
SIMILAR: Final = "similar name"
HINTED: Final = ("not_on_map", "no_province")
"""Rules for which areas of similar names are suggested."""


def suggested_file(places: Iterable["Place"], unplaced: Iterable[Problem], ground: Map) -> dict[str, bytes]:
    """Return `names_suggested.csv` by its name; {} if there is nothing to suggest."""
    found = suggested(places, unplaced, ground)
    return {} if found.empty else {FILE: write_csv(found)}


def suggested(places: Iterable["Place"], unplaced: Iterable[Problem], ground: Map) -> pd.DataFrame:
    """Return one row per spelling and area that it may stand for, the most frequent first.

    Where coordinates placed a row, the area that contains them; else the area of the most similar name.
    `score` is how similar the names are, in per cent; `rows` how many rows have the spelling.
    """
    by_point = Counter((place.unknown, place.area_id) for place in places if place.unknown)
    unknown = Counter(problem.value for problem in unplaced if _key(problem) in HINTED and problem.value)
    rows = [*_contained(by_point, ground), *_similar(unknown, ground)]
    areas = ground.areas.loc[[one for _, one, *_ in rows]]
    above = areas["province"].where(areas["province"] != "", areas["parent"])
    table = pd.DataFrame(rows, columns=["spelling", "area_id", "score", "rows", "basis"])
    table = table.assign(name=areas["name"].to_numpy(), parent=above.to_numpy())
    return table[list(COLUMNS)].sort_values(["rows", "spelling"], ascending=[False, True], kind="stable")


def _key(problem: Problem) -> str:
    return str(getattr(problem.rule, "key", ""))


def _contained(by_point: Mapping[tuple[str, str], int], ground: Map) -> Iterator[Line]:
    """Yield the area that contains the coordinates of a spelling's rows, as often as it does."""
    spelt: dict[str, list[str]] = {}
    for one, spelling in area_spellings(ground.areas):
        spelt.setdefault(one, []).append(fold(spelling))
    for (word, one), count in by_point.items():
        plain = fold(SUFFIXES.sub("", word))
        yield word, one, round(max(fuzz.ratio(plain, name) for name in spelt[one])), count, COORDINATES


def _similar(unknown: Mapping[str, int], ground: Map) -> Iterator[Line]:
    """Yield the area of the name most similar to a spelling, if any is similar."""
    for word, count in unknown.items():
        for one, score in list(ground.names.alike(SUFFIXES.sub("", word)).items())[:1]:
            yield word, one, round(score), count, SIMILAR


def with_hints(problems: Iterable[Problem], ground: Map) -> list[Problem]:
    """Return the problems, areas or provinces of similar names named where nothing has the name."""
    near: dict[tuple[str, str], str] = {}
    hinted = []
    for problem in problems:
        key = _key(problem)
        if key in HINTED and not problem.suggestion:
            names = ground.provinces if key == "no_province" else ground.names
            plain = SUFFIXES.sub("", problem.value)
            if (key, plain) not in near:
                near[key, plain] = labels(ground, names.near(plain))
            told = near[key, plain]
            hinted.append(problem._replace(suggestion=f"near: {told}" if told else ""))
        else:
            hinted.append(problem)
    return hinted
