"""What one narrator, as known, says on every day: states for the map, panels, lists and notes in HTML."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

import pandas as pd

from geo.export.onefile.pool import Pool
from geo.paint.states import states
from geo.panel.areas import overview, overview_html
from geo.panel.html import rendered
from geo.panel.panel import ChangeLink, changes_html, panel, panel_html
from geo.reading.conflict import Conflict
from geo.reading.vocabulary import Status
from geo.sentences import Subject, area_control, changes, silence
from geo.sentences.statements import Statement, statements_about
from geo.timeline import admitted, control, timeline_of
from geo.words import Words

ONE_DAY: Final = timedelta(days=1)


def days_of(conflict: Conflict) -> list[date]:
    """Return every day of the map."""
    count = (conflict.last_day - conflict.first_day).days + 1
    return [conflict.first_day + number * ONE_DAY for number in range(count)]


def link(area: str) -> str:
    """Return the address of an area inside the file; the script keeps the other choices."""
    return f"#area={area}"


class Told:
    """A narrator's map on every day, as known.

    Parameters
    ----------
    conflict, words
        Of the map.
    narrator, known
        Whose words exist, and published by when (None = all).
    pool
        Where the HTML goes.
    """

    def __init__(
        self, conflict: Conflict, words: Words, narrator: str, known: date | None, pool: Pool
    ) -> None:
        self.conflict, self.words, self.pool = conflict, words, pool
        self.narrator, self.known = narrator, known
        self.timeline = timeline_of(conflict, narrator, known)

    @cached_property
    def existing(self) -> bytes:
        """Which reports exist for the narrator, as known: equal bytes, equal tellings."""
        return admitted(self.conflict.reports, self.narrator, self.known).tobytes()

    @cached_property
    def controls(self) -> dict[date, pd.DataFrame]:
        """The table of control of each day."""
        return {day: control(self.timeline, day) for day in days_of(self.conflict)}

    @cached_property
    def said(self) -> dict[str, tuple[Statement, ...]]:
        """Everything said about each area, up to the last day."""
        last = self.conflict.last_day
        return {
            area: statements_about(self.conflict, area, day=last, narrator=self.narrator, known=self.known)
            for area in self.timeline.areas
        }

    def said_by(self, area: str, day: date) -> tuple[Statement, ...]:
        """Return what was said about an area up to a day; undated words always count."""
        return tuple(one for one in self.said[area] if one.begins is None or one.begins <= day)

    def table(self) -> dict[str, Any]:
        """Return the states, and pages by number: `panels` (area, day), `lists` and `notes` (day)."""
        days = days_of(self.conflict)
        made = states(self.timeline, self.conflict, self.words, narrator=self.narrator, known=self.known)
        return {
            "states": made,
            "panels": [[self._panel(area, day) for day in days] for area in self.timeline.areas],
            "lists": [self.pool.add(self.list_html(day)) for day in days],
            "notes": [self.pool.add(self.note_html(day)) for day in days],
        }

    def _panel(self, area: str, day: date) -> int:
        return self.pool.add(self.panel_html(area, day))

    def panel_html(self, area: str, day: date) -> str:
        """Return the panel of an area on a day."""
        subject = Subject(self.conflict, area, day, self.words)
        made = panel(subject, area_control(self.controls[day], area), self.said_by(area, day))
        return panel_html(made, self.words, back="#area=")

    def list_html(self, day: date) -> str:
        """Return the list of all areas on a day."""
        return overview_html(overview(self.conflict, self.controls[day], self.words, link), self.words)

    def note_html(self, day: date) -> str:
        """Return what is said below the map on a day: silence, the end of the reports, what changed."""
        return "\n".join([*self._standing(day), *self._changes(day)])

    def _standing(self, day: date) -> Iterator[str]:
        if (self.controls[day]["status"] == Status.UNREPORTED).all():
            text = silence(self.conflict, self.narrator, self.words)
            yield rendered("silence.html.j2", self.words, text=text)
        if day == self.conflict.last_day and self.conflict.ends:
            yield rendered("silence.html.j2", self.words, text=self.conflict.ends)

    def _changes(self, day: date) -> Iterator[str]:
        days = self._days_before(day)
        for since in days:
            tables = self.controls[since], self.controls[day]
            found = list(changes(self.conflict, *tables, lambda area: self.said_by(area, day), self.words))
            if found or since == days[-1]:
                links = [ChangeLink(change, link(change.area_id)) for change in found]
                skipped = since < day - ONE_DAY
                yield changes_html(links, self.words.plain_day(since), self.words, skipped=skipped)
                return

    def _days_before(self, day: date) -> Sequence[date]:
        """Return the day before, and the last day before it that any report is about, if another."""
        if day <= self.conflict.first_day:
            return []
        eve, about = day - ONE_DAY, self.conflict.reports["date_to"]
        earlier = about[about < pd.Timestamp(day)].max()
        return [eve] if pd.isna(earlier) or earlier.date() == eve else [eve, earlier.date()]
