"""Realistic wars from a seed: a front that moves in offensives, sides that claim and deny, silence.

Nothing here knows the rule. `war()` gives the tables that `geo.timeline` reads; `benchmarks.terrain` draws
the areas and writes a whole conflict folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from benchmarks.reporters import statements

Ints = npt.NDArray[np.int64]

ACTORS: Final = {"north": "north", "south": "south", "hill": "hill"}
"""Actor -> side; the hill militia is an ally of the north."""

ALLIES: Final = {"north": ("hill",), "south": (), "hill": ("north",)}
PROVINCE_AREAS: Final = 8
REGION_PROVINCES: Final = 6
SILENT_DAYS: Final = 0.12


@dataclass(frozen=True)
class War:
    """A conflict's tables: `reports` and `sources` as those of `Conflict`, areas on a grid.

    `provinces` hold areas, `regions` hold provinces.
    """

    areas: tuple[str, ...]
    columns: int
    provinces: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    reports: pd.DataFrame
    sources: pd.DataFrame

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Every group and all the areas under it."""
        under = {
            region: tuple(area for province in provinces for area in self.provinces[province])
            for region, provinces in self.regions.items()
        }
        return {**self.provinces, **under}

    @property
    def inputs(self) -> dict[str, Any]:
        """What `geo.timeline.timeline` needs in addition to the reports."""
        rivals = {actor: frozenset({*ALLIES} - {side, *ALLIES[side]}) for actor, side in ACTORS.items()}
        return {"areas": self.areas, "groups": self.groups, "own_side": ACTORS, "rivals": rivals}


def war(
    n_areas: int, n_reports: int, *, days: int = 365, seed: int = 20210905, province: int = PROVINCE_AREAS
) -> War:
    """Return a war over `n_areas` areas in a grid; the same arguments give the same war."""
    dice = np.random.default_rng(seed)
    columns = max(1, round((1.5 * n_areas) ** 0.5))
    areas = tuple(f"a{number:04d}" for number in range(n_areas))
    provinces = blocks("p", areas, province)
    regions = blocks("g", tuple(provinces), REGION_PROVINCES)
    line = front(dice, columns, -(-n_areas // columns), days)
    day = busy_days(dice, days, n_reports)
    area = near_the_front(dice, line, day, columns, n_areas)
    holder = holders(line, columns, n_areas)
    places = (*areas, *provinces, *regions)
    reports, sources = statements(dice, holder, day, area, (places, province))
    return War(areas, columns, provinces, regions, reports, sources)


def blocks(letter: str, members: tuple[str, ...], size: int) -> dict[str, tuple[str, ...]]:
    """Return the members in blocks of `size`, named by a letter and a number."""
    starts = range(0, len(members), size)
    return {f"{letter}{start // size:03d}": members[start : start + size] for start in starts}


def front(dice: np.random.Generator, columns: int, rows: int, days: int) -> npt.NDArray[np.float64]:
    """Return the column that the front crosses, days × rows: a random walk, faster in offensives."""
    weeks = dice.gamma(0.5, 1.0, -(-days // 7))
    push = dice.normal(0.01, 0.03, (days, rows + 8)) * np.repeat(weeks, 7)[:days, None] * columns
    together = np.lib.stride_tricks.sliding_window_view(push, 9, axis=1).mean(axis=2) * 2
    return np.clip(columns * 0.4 + np.cumsum(together, axis=0), 0, columns)


def holders(line: npt.NDArray[np.float64], columns: int, n_areas: int) -> Ints:
    """Return who truly holds each area on each day, days × areas: 0 north, 1 south, 2 hill."""
    row, column = np.divmod(np.arange(n_areas), columns)
    behind = np.where((column > 0.8 * columns) & (row < line.shape[1] / 4), 2, 0)
    return np.where(column < line[:, row], 1, behind)


def busy_days(dice: np.random.Generator, days: int, size: int) -> Ints:
    """Return the day of each statement, in order: more in some weeks, none on silent days."""
    weight = np.repeat(dice.gamma(1.0, 1.0, -(-days // 7)), 7)[:days] * dice.gamma(2.0, 1.0, days)
    weight[dice.random(days) < SILENT_DAYS] = 0
    return np.sort(dice.choice(days, size, p=weight / weight.sum()))


def near_the_front(
    dice: np.random.Generator, line: npt.NDArray[np.float64], day: Ints, columns: int, n_areas: int
) -> Ints:
    """Return the area of each statement: four in five near the front of the day, others anywhere."""
    row = dice.integers(0, line.shape[1], day.size)
    column = np.rint(line[day, row] + dice.normal(0, 1 + columns / 10, day.size)).astype(np.int64)
    near = np.clip(row * columns + np.clip(column, 0, columns - 1), 0, n_areas - 1)
    return np.where(dice.random(day.size) < 0.8, near, dice.integers(0, n_areas, day.size))
