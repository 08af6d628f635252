"""Accounts that are looked up: the days around one, and areas told by their own statements."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from geo.paint.drawn import Drawn, drawn
from geo.paint.states import states
from geo.panel import searched_json
from geo.scale.day import told_again
from geo.scale.prepared import read_searched, read_shapes
from geo.scale.stored import StoredConflict
from geo.scale.windows import read_window
from geo.sentences import Account, AreaControl, AreaControls
from geo.timeline import Timeline, inputs_of, timeline

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.sentences import Statement
    from geo.words import Words

MOST_AREAS: Final = 256
"""Areas whose own accounts are kept."""


class Controls(AreaControls):
    """What areas show on a day; one whose hold is denied is told by its own account, with its hedges."""

    def __init__(self, account: "StoredAccount", day: date) -> None:
        super().__init__(account.control(day))
        self._account, self._day = account, day

    def __getitem__(self, area_id: str) -> AreaControl:
        """Return the area's row as plain values."""
        if self.hedged(area_id):
            return self._account.told(area_id).area(area_id, self._day)
        return self.shown(area_id)

    def hedged(self, area_id: str) -> bool:
        """Return whether words tell of a denial, and so of its hedges."""
        row = self.shown(area_id)
        return row.blank or row.denied


class OwnAccount(Account):
    """An account of a few areas: the rule, asked for these alone."""

    def __init__(self, conflict: "Conflict", narrator: str, areas: Sequence[str]) -> None:
        super().__init__(conflict, narrator, areas=areas)
        self._own = tuple(areas)

    @cached_property
    def timeline(self) -> Timeline:
        """The rule's answer for the areas; as of a bucket, it is that of all reports."""
        given, own = inputs_of(self.conflict), frozenset(self._own)
        inside = {name: [one for one in under if one in own] for name, under in given["groups"].items()}
        groups = {name: areas for name, areas in inside.items() if areas}
        only = given | {"areas": list(self._own), "groups": groups}
        return timeline(self.conflict.reports, **only, narrator=self.narrator)


class StoredAccount(Account):
    """A narrator's account of the days around one, looked up; areas are told by their own accounts."""

    def __init__(self, conflict: StoredConflict, narrator: str, day: date) -> None:
        super().__init__(conflict, narrator)
        self.stored = conflict
        self.number = conflict.facts[narrator].windows.number(day)
        self.ends = conflict.facts[narrator].windows.ends(self.number)
        self._own: OrderedDict[tuple[str, ...], OwnAccount] = OrderedDict()
        self._expected: dict[str, tuple[str, ...]] = {}
        self._areas_of: dict[str, tuple[str, ...]] = {}
        self._intervals = len(self.timeline.changes)  # read here: who keeps accounts asks for it under a lock

    @cached_property
    def timeline(self) -> Timeline:
        """What the areas show from the first to the last of `ends`, without the reports behind it."""
        rows = read_window(self.stored.timelines[self.narrator], self.number)
        return told_again(rows, tuple(map(str, self.stored.areas.index)), self.stored.stale_days)

    @property
    def size(self) -> int:
        """The intervals that are held."""
        return self._intervals

    @cached_property
    def existing(self) -> bytes:
        """Nothing: the reports are not in memory."""
        return b""

    @cached_property
    def changing(self) -> dict[date, list[str]]:
        """As of `Account`, within the days that were looked up."""
        first, last = self.ends
        return {day: areas for day, areas in super().changing.items() if first <= day <= last}

    def of_area(self, area_id: str) -> OwnAccount:
        """Return an area's own account, with its statements."""
        return self._of((area_id,))

    def told(self, area_id: str) -> OwnAccount:
        """Return an account of an area, perhaps that of others, too, which was made before (`expect`)."""
        return self._of(self._expected.get(area_id, (area_id,)))

    def expect(self, areas: Sequence[str], *days: date) -> None:
        """Read the statements of those areas whose denials words will tell of, all at once."""
        rows = [cast("Controls", self.areas(day)) for day in days]
        hedged = (one for one in areas if any(row.hedged(one) for row in rows))
        if new := tuple(one for one in hedged if one not in self._expected):
            self._expected.update(dict.fromkeys(new, new))

    def _of(self, areas: tuple[str, ...]) -> OwnAccount:
        own = self._own.get(areas)
        if own is None:  # kept in a local name: another reader's thread may drop it meanwhile
            own = self._own[areas] = OwnAccount(self.stored.of_areas(areas), self.narrator, areas)
            self._areas_of.update(dict.fromkeys(own.conflict.reports["report_id"], areas))
            while sum(map(len, list(self._own))) > MOST_AREAS:
                self._own.popitem(last=False)
        return own

    def _controls(self, day: date) -> AreaControls:
        """Return the areas' rows of control; only where a hold is denied with the reports behind them."""
        return Controls(self, day)

    def statements(self, report_ids: Iterable[str]) -> list["Statement"]:
        """Return those of the statements that were asked for with their area before."""
        wanted = dict.fromkeys(report_ids)
        areas = dict.fromkeys(self._areas_of[one] for one in wanted if one in self._areas_of)
        found = {one.report_id: one for some in areas for one in self._of(some).statements(wanted)}
        return [found[one] for one in wanted if one in found]

    def said(self, area_id: str, day: date) -> tuple["Statement", ...]:
        """Return what was said about an area up to a day."""
        return self.of_area(area_id).said(area_id, day)


def account_of(conflict: "Conflict", narrator: str, known: date | None, day: date) -> Account:
    """Return the account of a narrator that is right on a day: of all reports, else looked up."""
    if isinstance(conflict, StoredConflict):
        return StoredAccount(conflict, narrator, day)
    return Account(conflict, narrator, known)


def account_of_area(account: Account, area_id: str) -> Account:
    """Return the account that tells an area with the reports behind it."""
    return account.of_area(area_id) if isinstance(account, StoredAccount) else account


def shapes_of(conflict: "Conflict") -> Drawn:
    """Return a conflict's shapes as they are sent, drawn now or in advance."""
    return read_shapes(conflict.beside) if isinstance(conflict, StoredConflict) else drawn(conflict)


def searched_of(conflict: "Conflict", words: "Words") -> bytes:
    """Return what can be searched as JSON, made now or in advance."""
    if isinstance(conflict, StoredConflict):
        return read_searched(conflict.beside, words.language)
    return searched_json(conflict, words)


def window_of(conflict: "Conflict", narrator: str, day: date) -> str:
    """Return a name for the days that are looked up together with one, "" = the whole period."""
    return str(conflict.facts[narrator].windows.number(day)) if isinstance(conflict, StoredConflict) else ""


def states_of(account: Account, words: "Words") -> dict[str, Any]:
    """Return the states JSON of an account; looked up, `from` and `to` are the first and last day it has."""
    conflict, told = account.conflict, {"narrator": account.narrator, "known": account.known}
    made = states(account.timeline, conflict, words, **told)  # type: ignore[arg-type]
    if not isinstance(account, StoredAccount):
        return made
    facts = account.stored.facts[account.narrator]
    start, stop = ((day - facts.windows.first).days for day in account.ends)
    turns = zip(*made["turns"].values(), strict=True)
    kept = [pair for pair in turns if start <= pair[0] <= stop]
    return made | {
        "key": f"{made['key']}-{account.number}",
        "from": start,
        "to": stop,
        "turns": {"day": [day for day, _ in kept], "areas": [count for _, count in kept]},
        **{name: getattr(facts, name) for name in ("about", "published", "inferred")},
    }
