"""One narrator's account of a conflict: what the map shows on every day, and the statements behind it."""

from collections import OrderedDict
from datetime import date
from functools import cached_property
from typing import Any, Final

import pandas as pd

from geo.reading.conflict import Conflict
from geo.reading.vocabulary import EVERYONE
from geo.sentences.statements import Statement, statements_about
from geo.timeline import Timeline, admitted, control, timeline_of

MOST_DAYS: Final = 64
MOST_AREAS: Final = 512
"""How many days' tables, and how many areas' statements, an account keeps."""


class Account:
    """What one narrator says of every day, as known on one day; asked once, kept for the next question.

    Parameters
    ----------
    conflict
        Whose reports it is made from.
    narrator, known
        Whose words exist, and published by when (None = all).
    """

    def __init__(self, conflict: Conflict, narrator: str = EVERYONE, known: date | None = None) -> None:
        self.conflict, self.narrator, self.known = conflict, narrator, known
        self._days: OrderedDict[date, pd.DataFrame] = OrderedDict()
        self._said: OrderedDict[str, tuple[Statement, ...]] = OrderedDict()

    @cached_property
    def timeline(self) -> Timeline:
        """The rule's answer for every area and day."""
        return timeline_of(self.conflict, self.narrator, self.known)

    @cached_property
    def existing(self) -> bytes:
        """Which reports exist for the narrator, as known: equal bytes, equal accounts."""
        return admitted(self.conflict.reports, self.narrator, self.known).tobytes()

    def control(self, day: date) -> pd.DataFrame:
        """Return control of all areas on a day (`geo.timeline.control`)."""
        if day not in self._days:
            self._days[day] = control(self.timeline, day)
            _shorten(self._days, MOST_DAYS)
        return self._days[day]

    def said(self, area_id: str, day: date) -> tuple[Statement, ...]:
        """Return what was said about an area up to a day; undated words always count."""
        if area_id not in self._said:
            last = self.conflict.last_day
            self._said[area_id] = statements_about(
                self.conflict, area_id, day=last, narrator=self.narrator, known=self.known
            )
            _shorten(self._said, MOST_AREAS)
        return tuple(one for one in self._said[area_id] if one.begins is None or one.begins <= day)


def _shorten(kept: OrderedDict[Any, Any], most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
