"""One narrator's account of a conflict: what the map shows on every day, and the statements behind it."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, cast

import numpy as np
import pandas as pd

from geo.looks import told_changes
from geo.reading import EVERYONE, Conflict
from geo.sentences.statements import Statement, statements_about, statements_of
from geo.sentences.subject import AreaControl, AreaControls
from geo.timeline import Timeline, admitted, control, timeline_of

MOST_DAYS: Final = 64
MOST_ROWS: Final = 20_000
MOST_AREAS: Final = 512
"""How many days' tables, with how many rows together, and how many areas' statements an account keeps."""


class Account:
    """What one narrator says of every day, as known on one day; asked once, kept for the next question.

    Parameters
    ----------
    conflict
        Whose reports it is made from.
    narrator, known
        The narrator, and the day by which articles must be published (None = all).
    areas
        The areas it is about, in map order; None = all.
    """

    def __init__(
        self,
        conflict: Conflict,
        narrator: str = EVERYONE,
        known: date | None = None,
        *,
        areas: Sequence[str] | None = None,
    ) -> None:
        self.conflict, self.narrator, self.known = conflict, narrator, known
        self._chosen = areas
        self._days: OrderedDict[date, pd.DataFrame] = OrderedDict()
        self._areas: OrderedDict[date, AreaControls] = OrderedDict()
        self._most_days = min(MOST_DAYS, max(MOST_ROWS // max(len(conflict.areas), 1), 2))
        self._said: OrderedDict[str, tuple[Statement, ...]] = OrderedDict()

    @cached_property
    def timeline(self) -> Timeline:
        """The rule's answer for every area and day."""
        return timeline_of(self.conflict, self.narrator, self.known)

    @property
    def size(self) -> int:
        """How many rows it is made from."""
        return len(self.conflict.reports)

    @cached_property
    def existing(self) -> bytes:
        """Which reports exist for the narrator, as known: equal bytes, equal accounts."""
        return admitted(self.conflict.reports, self.narrator, self.known).tobytes()

    @cached_property
    def changing(self) -> dict[date, list[str]]:
        """Each day on which areas change their look, in order, with those areas in map order."""
        rows = self.timeline.changes
        seen = told_changes(rows)
        if self._chosen is not None:
            seen &= rows["area_id"].isin(self._chosen).to_numpy()
        by_day = rows[seen].groupby("day")["area_id"]
        return {cast("pd.Timestamp", day).date(): [str(area) for area in areas] for day, areas in by_day}

    def admits(self, report_ids: Iterable[str]) -> bool:
        """Return whether all these reports exist for the narrator, as known."""
        return self._there.issuperset(report_ids)

    @cached_property
    def _there(self) -> frozenset[str]:
        exist = np.frombuffer(self.existing, dtype=np.bool_)
        return frozenset(self.conflict.reports["report_id"][exist])

    def control(self, day: date) -> pd.DataFrame:
        """Return control of its areas on a day (`geo.timeline.control`)."""
        table = self._days.get(day)
        if table is None:  # kept in a local name: another reader's thread may drop the day meanwhile
            table = self._days[day] = control(self.timeline, day, self._chosen)
            _shorten(self._days, self._most_days)
        return table

    def areas(self, day: date) -> AreaControls:
        """Return the areas' rows of control on a day, as plain values."""
        areas = self._areas.get(day)
        if areas is None:
            areas = self._areas[day] = self._controls(day)
            _shorten(self._areas, self._most_days)
        return areas

    def _controls(self, day: date) -> AreaControls:
        """Return the areas' rows of control, which `areas` keeps."""
        return AreaControls(self.control(day))

    def expect(self, areas: Sequence[str], *days: date) -> None:
        """Be told that some areas will be asked for on some days; who looks them up does so at once."""

    def area(self, area_id: str, day: date) -> AreaControl:
        """Return one area's row of control on a day."""
        return self.areas(day)[area_id]

    def shown(self, area_id: str, day: date) -> AreaControl:
        """Return what one area shows on a day; looked up, without the reports behind it."""
        return self.areas(day).shown(area_id)

    def statements(self, report_ids: Iterable[str]) -> list[Statement]:
        """Return the statements of some reports that exist, each once, in the order of the ids."""
        return statements_of(self.conflict, report_ids)

    def said(self, area_id: str, day: date) -> tuple[Statement, ...]:
        """Return what was said about an area up to a day; undated statements always count."""
        said = self._said.get(area_id)
        if said is None:
            exist = np.frombuffer(self.existing, dtype=np.bool_)
            said = self._said[area_id] = tuple(statements_about(self.conflict, area_id, exist))
            _shorten(self._said, MOST_AREAS)
        return tuple(one for one in said if one.begins is None or one.begins <= day)


def _shorten(kept: OrderedDict[Any, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
