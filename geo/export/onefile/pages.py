"""One account as HTML: a panel for each change of what it says, and lists, notes and changes likewise."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from geo import panel
from geo.export.onefile.moments import Days, changing, contents, grown_old, shown, spoken, turns
from geo.export.onefile.places import SINCE
from geo.export.onefile.telling import link, way
from geo.paint.states import Extent, states
from geo.reading import Status

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.export.onefile.places import Placed
    from geo.export.onefile.pool import Pool
    from geo.sentences import Account

DAY_PLACE: Final = "{day}"
KNOWN_PLACE: Final = "{known}"
"""Where the script puts the chosen days, in words that Python wrote."""


class Composer:
    """Composes the pages of a file, each once.

    Parameters
    ----------
    cut
        What the file shows.
    words
        With places for ages.
    pool
        Where the pages go.
    """

    def __init__(self, cut: "Cut", words: "Placed", pool: "Pool") -> None:
        self.cut, self.words, self.pool = cut, words, pool
        self._made: dict[tuple[Any, ...], int] = {}
        self._spans: dict[tuple[str, bytes, str], int] = {}
        self._leads: dict[tuple[str, bytes, bool], int] = {}

    def table(self, account: "Account") -> dict[str, Any]:
        """Return the states, and spans by number: `panels` (one per area), `lists`, `notes`, what changed."""
        words, cut, turned = self.words, self.cut, turns(account)
        any_area = [day for some in turned.values() for day in some]
        noted = [*any_area, *grown_old(account), account.conflict.last_day]
        return {
            "states": states(
                account.timeline,
                account.conflict,
                words,
                narrator=account.narrator,
                known=account.known,
                extent=Extent(*cut.window, cut.areas),
            ),
            "panels": [self._panels(account, area, turned.get(area, ())) for area in cut.areas],
            "lists": self._span(any_area, lambda day: panel.list_html(account, day, words, link)),
            "notes": self._span(noted, lambda day: panel.notes_html(account, day, words)),
            "turned": self.turned(account),
            "changes": self.changes(account),
        }

    def _span(self, moments: Iterable[date], compose: Callable[[date], str]) -> int:
        """Return the span of what is composed on each of the days that are shown."""
        first = self.cut.days[0]
        days = shown(self.cut.days, moments)
        return self.pool.add_span(((day - first).days, self.pool.add(compose(day))) for day in days)

    def _panels(self, account: "Account", area: str, turned: Days) -> int:
        """Return the span of an area's panels, the same for all who tell it by the same reports."""
        said = account.said(area, self.cut.days[-1])
        moments = shown(self.cut.days, [*turned, *spoken(said, account.conflict.window_days)])
        silent = any(account.area(area, day).status == Status.UNREPORTED for day in moments)
        key = (area, account.existing, account.narrator if silent else "")
        if key not in self._spans:
            first = self.cut.days[0]
            pages = (((day - first).days, self._panel(account, area, day)) for day in moments)
            self._spans[key] = self.pool.add_span(pages)
        return self._spans[key]

    def _panel(self, account: "Account", area: str, day: date) -> int:
        """Return the page of a panel; composed only if none says the same."""
        row, recent = account.area(area, day), day - timedelta(days=account.conflict.window_days)
        ruled = {report for name in panel.BY_RULE for report in getattr(row, name)}
        said = tuple(
            (one.report_id, one.report_id in ruled or not one.date_to or one.date_to >= recent)
            for one in account.said(area, day)
        )
        silent = account.narrator if row.status == Status.UNREPORTED else ""
        key = (area, silent, said, contents(row))
        if key not in self._made:
            self._made[key] = self.pool.add(panel.panel_html(account, area, day, self.words))
        return self._made[key]

    def changes(self, account: "Account") -> int:
        """Return the span of what changed, with places for the day before."""
        return self._span(changing(account, self.cut.days), lambda day: self._changes(account, day))

    def turned(self, account: "Account") -> int:
        """Return the span of the names of what changed."""
        days = changing(account, self.cut.days)
        return self._span(days, lambda day: panel.turned_html(account, day, self.words, link))

    def _changes(self, account: "Account", day: date) -> str:
        since = "" if day == self.cut.days[0] else SINCE
        return panel.changes_html(account, day, self.words, link, since=since)

    def lead(self, account: "Account") -> int:
        """Return the span of the sentence of the day, with places for the days; equal accounts share it."""
        told = account.known is not None
        key = (account.narrator, account.existing, told)
        if key not in self._leads:
            clock = panel.Clock(DAY_PLACE, KNOWN_PLACE if told else "")
            moments = [day for some in turns(account).values() for day in some]
            self._leads[key] = self._span(
                moments, lambda day: panel.lead_html(account, day, clock, self.words)
            )
        return self._leads[key]

    def events(self, account: "Account") -> int:
        """Return the page of the key events' marks."""
        made = panel.events_html(account, self.cut.days, self.words, partial(way, self.cut))
        return self.pool.add(made)

    def clock(self, account: "Account") -> int:
        """Return the page that says what both clocks are set to, with places for the days."""
        known = "" if account.known is None else KNOWN_PLACE
        return self.pool.add(panel.clocks_html(account, panel.Clock(DAY_PLACE, known), self.words))
