"""How much a file would hold, told from the reports alone before anything is composed; what would fit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from geo.export.onefile.cut import Cut
from geo.reading import DataError, Problem, rule
from geo.sentences import area_name, narrator_name
from geo.timeline import admitted

if TYPE_CHECKING:
    from geo.reading import Conflict, Rule
    from geo.words import Words

MOST_TEXTS: Final = 400_000
"""Panels that are composed for one file at most, rows of lists among them: about two minutes."""

ROWS: Final = 4
"""Rows of a list that take as long as one panel (0.08 and 0.32 ms, `docs/benchmarks.md`)."""

LONG: Final = 60
"""Statements on a panel for which it counts once more."""

TURNS: Final = 3
"""Times that a statement may change a panel: when it begins, grows stale, and is replaced."""

NEVER: Final = np.iinfo(np.int64).max
Ints: TypeAlias = npt.NDArray[np.int64]
Choice = TypeVar("Choice")


class Ledger:
    """A conflict's reports as numbers, read once: their places, their days, and those of publication.

    Parameters
    ----------
    conflict
        Whose reports; those without a day change nothing and are left out.
    """

    def __init__(self, conflict: "Conflict") -> None:
        about = conflict.reports["date_to"].fillna(conflict.reports["date_from"])
        reports = conflict.reports[about.notna().to_numpy()]
        places = reports["area_id"].astype("category").cat
        self.names, self.place = [str(name) for name in places.categories], places.codes.to_numpy()
        self.about, self.published = _days(about.dropna()), _days(reports["published_to"])
        self.published[reports["published_to"].isna().to_numpy()] = NEVER
        self.told = {one: admitted(reports, one, None) for one in Cut(conflict).narrators}

    def texts(self, cut: Cut) -> int:
        """Return how many panels a file holds at most: a long one is several, four rows of a list are one."""
        days, areas = len(cut.days), len(cut.areas)
        total = 0
        for statements, dates in self._accounts(cut):
            panels = min(statements * TURNS, days * areas) + areas
            lists = min(dates * TURNS, days) * areas // ROWS
            total += panels * (1 + statements // areas // LONG) + lists
        return total

    def fits(self, cut: Cut) -> bool:
        """Return whether a file of a cut may be made."""
        return self.texts(cut) <= MOST_TEXTS

    def _accounts(self, cut: Cut) -> Iterator[tuple[int, int]]:
        """Yield statements on panels and days of change, of each account unlike its narrator's others.

        Of what is about the cut's days and areas; with more articles known an account only grows.
        """
        first, last = (int(np.datetime64(day, "D").astype(np.int64)) for day in cut.window)
        first -= cut.conflict.stale_days
        weight = self._weights(cut)[self.place]
        there = (weight > 0) & (self.about >= first) & (self.about <= last)
        known = _days(np.array(cut.knowledge[1:], dtype="datetime64[D]"))
        for narrator in cut.narrators:
            rows = np.flatnonzero(there & self.told[narrator])
            step = np.searchsorted(known, self.published[rows])
            counts = np.cumsum(np.bincount(step, weight[rows], len(known) + 1).astype(np.int64))
            begins = np.full(last - first + 1, len(known) + 1)
            np.minimum.at(begins, self.about[rows] - first, step)
            dates = np.cumsum(np.bincount(begins, minlength=len(known) + 2))
            _, differing = np.unique(counts, return_index=True)
            yield from ((int(counts[one]), int(dates[one])) for one in differing)

    def _weights(self, cut: Cut) -> Ints:
        """Return of each place how many areas of the cut a report about it is about."""
        areas, groups = set(cut.areas), cut.conflict.groups
        reach = [len(areas & set(groups[one].areas)) if one in groups else one in areas for one in self.names]
        return np.array(reach, dtype=np.int64)


def refuse_too_large(cut: Cut, words: "Words", *, times: int = 1) -> None:
    """Raise if a file of a cut would be too large, in so many languages.

    Raises
    ------
    DataError
        With the options that would make it fit.
    """
    ledger = Ledger(cut.conflict)
    count = ledger.texts(cut) * times
    if count > MOST_TEXTS:
        said = rule("one_file", count=f"{count:,}", most=f"{MOST_TEXTS:,}")
        raise DataError(Problem("map.html", None, None, "", one) for one in (said, *ways(ledger, cut, words)))


def ways(ledger: Ledger, cut: Cut, words: "Words") -> Sequence["Rule"]:
    """Return what would make a file fit: the narrator with most to tell, the last days, the largest group."""
    found = [*_narrators(ledger, cut, words), *_since(ledger, cut, words), *_groups(ledger, cut, words)]
    return found or [rule("one_file_cut")]


def _narrators(ledger: Ledger, cut: Cut, words: "Words") -> Iterator["Rule"]:
    parts = [replace(cut, told=(one,)) for one in cut.narrators if ledger.told[one].any()]
    fitting = [part for part in parts if len(cut.narrators) > 1 and ledger.fits(part)]
    for part in sorted(fitting, key=ledger.texts, reverse=True)[:1]:
        yield _way("--narrator", part.told[0], narrator_name(cut.conflict, part.told[0], words))


def _since(ledger: Ledger, cut: Cut, words: "Words") -> Iterator["Rule"]:
    day = _first(cut.days, lambda day: ledger.fits(replace(cut, first=day)))
    if isinstance(day, date):
        yield _way("--from", day.isoformat(), words.day(day))


def _groups(ledger: Ledger, cut: Cut, words: "Words") -> Iterator["Rule"]:
    smaller = [group for group in cut.conflict.groups.values() if len(group.areas) < len(cut.areas)]
    ids = [group.id for group in sorted(smaller, key=lambda group: -len(group.areas))]
    if one := _first(ids, lambda one: ledger.fits(replace(cut, asked=(one,)))):
        yield _way("--area", one, area_name(cut.conflict, one, words))


def _way(option: str, value: str, name: str) -> "Rule":
    return rule("one_file_fits", option=f"{option} {value}", name=name)


def _first(choices: Sequence[Choice], fits: Callable[[Choice], bool]) -> Choice | None:
    """Return the first choice that fits, by halving: they grow smaller; None = not even the last does."""
    if not choices or not fits(choices[-1]):
        return None
    low, high = 0, len(choices) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(choices[middle]) else (middle + 1, high)
    return choices[low]


def _days(dates: Any) -> Ints:  # noqa: ANN401 (a column of days, or an array)
    return np.asarray(dates, dtype="datetime64[D]").astype(np.int64)
