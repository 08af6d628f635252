"""The days on which an account's words can change; between two of them only ages and dates go on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pandas as pd

from geo.sentences import ONE_DAY, Account
from geo.timeline import with_staleness

if TYPE_CHECKING:
    from geo.sentences import Statement

Days: TypeAlias = Sequence[date]
AGE: Final = "age_days"
PAST: Final = "history"


def turns(account: Account) -> Mapping[str, Days]:
    """Return for each area the days on which its row of control changes, that of turning stale included.

    Areas without a row are left out; days outside the map's period may be among them.
    """
    rows = with_staleness(account.timeline, account.conflict.last_day)
    by_area = rows["day"].groupby(rows["area_id"], observed=True)
    return {str(area): [day.date() for day in days] for area, days in by_area}


def grown_old(account: Account) -> Days:
    """Return the days on which the newest vote about some area is a day old."""
    newest = account.timeline.changes["newest"].dropna().unique()
    return [day.date() + ONE_DAY for day in pd.DatetimeIndex(newest)]


def spoken(statements: Iterable["Statement"], window_days: int) -> Iterable[date]:
    """Yield the days on which a statement begins, ends, or has been over for longer than the window."""
    for one in statements:
        if one.begins:
            yield one.begins
        if one.date_to:
            yield from (one.date_to, one.date_to + timedelta(days=window_days + 1))


def changing(account: Account, days: Days) -> Days:
    """Return the days on which what changed is said anew: those of a change, the ones after, the second."""
    after = (day + ONE_DAY for day in account.changing)
    return shown(days, [days[0] + ONE_DAY, *account.changing, *after])


def shown(days: Days, moments: Iterable[date]) -> Days:
    """Return the moments that are shown, in order, and the first day, when whatever came before holds."""
    return sorted({days[0], *(day for day in moments if days[0] < day <= days[-1])})


def contents(row: Any) -> tuple[Any, ...]:  # noqa: ANN401 (a row of control)
    """Return what a row of control says, apart from the age: equal contents, equal words."""
    said = vars(row)
    return tuple(tuple(value) if name == PAST else value for name, value in said.items() if name != AGE)
