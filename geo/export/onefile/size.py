"""How much a file would hold, told from the reports alone before anything is composed; what would fit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from geo.reading import DataError, rule
from geo.sentences import area_name, narrator_name
from geo.timeline import admitted
from geo.view import narrators

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.words import Words

MOST_TEXTS: Final = 400_000
"""Panels and rows of lists that are composed for one file at most: about two minutes."""

TURNS: Final = 3
"""Times that a statement may change a panel: when it begins, grows stale, and is replaced."""


def refuse_too_large(cut: "Cut", words: "Words") -> None:
    """Raise if a file of a cut would be too large.

    Raises
    ------
    DataError
        With the options that would make it fit.
    """
    count = texts(cut)
    if count > MOST_TEXTS:
        fitting = "; ".join(ways(cut, words)) or words.say("export.onefile.cut.both")
        raise DataError.at(
            "map.html", rule("one_file", count=f"{count:,}", most=f"{MOST_TEXTS:,}", fitting=fitting)
        )


def texts(cut: "Cut") -> int:
    """Return how many panels and rows of lists a file holds at most."""
    days = len(cut.days)
    total = 0
    for panels, dates in _accounts(cut):
        lists = min(days, TURNS * dates) * len(cut.areas)
        total += min(panels * TURNS, days * len(cut.areas)) + len(cut.areas) + lists
    return total


def ways(cut: "Cut", words: "Words") -> Iterator[str]:
    """Yield options that make a file fit: a narrator, the last days, the largest group."""
    conflict = cut.conflict
    for narrator in narrators(conflict):
        if len(cut.narrators) > 1 and _fits(replace(cut, told=(narrator,))):
            yield _way(words, f"--narrator {narrator}", narrator_name(conflict, narrator, words))
            break
    if since := _since(cut):
        yield _way(words, f"--from {since}", words.day(since))
    groups = sorted(conflict.groups.values(), key=lambda group: -len(group.areas))
    for group in groups:
        if len(group.areas) < len(cut.areas) and _fits(replace(cut, asked=(group.id,))):
            yield _way(words, f"--area {group.id}", area_name(conflict, group.id, words))
            break


def _way(words: "Words", option: str, name: str) -> str:
    return words.say("export.onefile.cut.way", option=option, name=name)


def _fits(cut: "Cut") -> bool:
    return texts(cut) <= MOST_TEXTS


def _since(cut: "Cut") -> date | None:
    """Return the first day from which on the file fits, by halving; None = not even its last day does."""
    days = cut.days
    low, high = 0, len(days) - 1
    if not _fits(replace(cut, first=days[high])):
        return None
    while low < high:
        middle = (low + high) // 2
        if _fits(replace(cut, first=days[middle])):
            high = middle
        else:
            low = middle + 1
    return days[low]


def _accounts(cut: "Cut") -> Iterator[tuple[int, int]]:
    """Yield statements on panels and days of change, of each account that differs from its narrator's others.

    Both count what is about the cut's days; with more articles known an account only grows.
    """
    conflict, reach = cut.conflict, _reach(cut)
    reports = conflict.reports
    weight = reports["area_id"].astype(str).map(reach).fillna(0).to_numpy(dtype=np.int64)
    first, last = map(pd.Timestamp, cut.window)
    about = reports["date_to"].between(first - pd.Timedelta(days=conflict.stale_days), last).to_numpy()
    published = reports["published_to"].fillna(pd.Timestamp.max).to_numpy()
    known = [pd.Timestamp.max if step is None else pd.Timestamp(step) for step in cut.knowledge]
    for narrator in cut.narrators:
        there = about & (weight > 0) & admitted(reports, narrator, None)
        yield from _grown(published[there], weight[there], reports["date_to"].to_numpy()[there], known)


def _grown(
    published: np.ndarray, weight: np.ndarray, days: np.ndarray, known: Sequence[pd.Timestamp]
) -> Iterator[tuple[int, int]]:
    order = np.argsort(published, kind="stable")
    sums = np.append(0, np.cumsum(weight[order]))
    _, begins = np.unique(days[order], return_index=True)
    begins.sort()
    counts = np.searchsorted(published[order], np.array(known, dtype="datetime64[us]"), side="right")
    for count in np.unique(counts):
        yield int(sums[count]), int(np.searchsorted(begins, count))


def _reach(cut: "Cut") -> dict[str, int]:
    """Return how many areas of the cut a report about an area or group is about."""
    areas = set(cut.areas)
    groups = {group.id: len(areas & set(group.areas)) for group in cut.conflict.groups.values()}
    return {**dict.fromkeys(areas, 1), **groups}
