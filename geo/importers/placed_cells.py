"""Cells of a table with their area, days and holder, or the reason why a row is lost."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from geo.importers.cell_values import day_of
from geo.importers.ground import candidates, labels
from geo.reading import Problem, fold, read_day, rule

if TYPE_CHECKING:
    from geo.importers.ground import Map

WHOLE: Final = re.compile(r"(-?\d+)\.0+")
"""A whole number as a spreadsheet may have saved it."""


class Placed(NamedTuple):
    """Cells that have a place and a day, and why the others have none.

    Attributes
    ----------
    cells
        Those of the table, and `area_id`, `first` and `last` (days since 1970, inclusive).
    problems
        One for each row that is lost.
    """

    cells: pd.DataFrame
    problems: list[Problem]


def plain(value: str) -> str:
    """Return a value without the point that a spreadsheet added to a whole number."""
    found = WHOLE.fullmatch(value)
    return found[1] if found else value


def placed(cells: pd.DataFrame, ground: "Map", file: str) -> Placed:
    """Return the cells with their areas and days."""
    first, why_first = _days(cells, "date", file)
    last, why_last = _days(cells, "until", file)
    last = np.where((cells["until"] == "").to_numpy(), first, last)
    area, why_area = _areas(cells, ground, file)
    lost: dict[int, Problem] = {}
    backwards = {
        int(place): Problem(
            file, int(cells["row"].iloc[place]), "until", cells["until"].iloc[place], rule("ends_before")
        )
        for place in np.flatnonzero((last < first) & ~np.isin(np.arange(len(cells)), [*why_first, *why_last]))
    }
    for found in (why_area, why_first, why_last, backwards):
        lost |= {place: problem for place, problem in found.items() if place not in lost}
    kept = np.ones(len(cells), dtype=np.bool_)
    kept[list(lost)] = False
    made = cells.assign(area_id=area, first=first, last=last)[kept]
    return Placed(made, [lost[place] for place in sorted(lost)])


def _days(cells: pd.DataFrame, name: str, file: str) -> tuple["np.ndarray[Any, Any]", dict[int, Problem]]:
    """Return a column of days as counts since 1970, and the problem of each cell that is none."""
    codes, words = pd.factorize(cells[name])
    days = [day_of(word) for word in words]
    counts = np.array([_count(day) for day in days], dtype=np.int64)
    empty = name == "until"
    bad = [day is None and not (empty and word == "") for day, word in zip(days, words, strict=True)]
    found = {}
    for place in np.flatnonzero(np.array(bad, dtype=np.bool_)[codes]).tolist():
        word = words[codes[place]]
        hint = read_day(word).suggestion
        found[place] = Problem(file, int(cells["row"].iloc[place]), name, word, rule("no_event_day"), hint)
    return counts[codes], found


def _count(day: date | None) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal() if day else 0


def _areas(
    cells: pd.DataFrame, ground: "Map", file: str
) -> tuple["np.ndarray[Any, Any]", dict[int, Problem]]:
    """Return the area of each cell, "" = none, and the problem of each cell that has none."""
    written = cells["place"] + "\0" + cells["above"]
    codes, words = pd.factorize(written)
    pairs = [word.partition("\0") for word in words]
    found = [area_named(name, above, ground) for name, _, above in pairs]
    ids = np.array([ids[0] if len(ids) == 1 else "" for ids in found], dtype=object)
    problems = {}
    for place in np.flatnonzero((ids == "")[codes]).tolist():
        several = found[codes[place]]
        broken = rule("homonym") if several else rule("not_on_map")
        how = "it names" if pairs[codes[place]][2] else "--place-parent tells apart"
        hint = f"{how} {labels(ground, several)}" if several else ""
        row = int(cells["row"].iloc[place])
        problems[place] = Problem(file, row, "place", cells["place"].iloc[place], broken, hint)
    return ids[codes], problems


def area_named(written: str, above: str, ground: "Map") -> tuple[str, ...]:
    """Return the areas that a place may be, by id or name; or a province. The unit above tells them apart."""
    for name in dict.fromkeys((written, plain(written))):
        if name in ground.areas.index:
            return (name,)
        found = candidates(ground.given, name) or candidates(ground.names, name)
        if len(found) > 1 and above:
            found = tuple(one for one in found if fold(above) in fold(ground.labels[one])) or found
        if found:
            return found
    return candidates(ground.provinces, written)


def holders(values: "pd.Series[str]", chosen: Mapping[str, str]) -> "pd.Series[str]":
    """Return the actor of each value; "" = the value names nobody."""
    return values.map(lambda value: chosen.get(value, chosen.get(plain(value), ""))).astype("str")
