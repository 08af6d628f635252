"""A timeline from its own changes, as an engine has stored them: for its look-ups, not by the rule."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Final

import numpy as np
import pandas as pd

from geo.timeline.steps import Ragged, days_since_1970, keys
from geo.timeline.whole import STALE_DAYS, Timeline

LISTS: Final = tuple(one.name for one in fields(Timeline) if one.type == "Ragged" or one.type is Ragged)


def timeline_again(
    changes: pd.DataFrame,
    areas: Sequence[str],
    lists: Mapping[str, Ragged] | None = None,
    report_ids: Sequence[str] = (),
    *,
    stale_days: int = STALE_DAYS,
) -> Timeline:
    """Return the timeline of some of its changes: `geo.timeline.control` finds a day in it, but no history.

    Parameters
    ----------
    changes
        As `Timeline.changes`, sorted by area in map order and day, RangeIndex.
    lists
        The reports behind each change by the names of `Timeline`, positions in `report_ids`; one that is
        absent is empty.
    """
    size = len(changes)
    none = Ragged(*(np.zeros(length, dtype=np.int64) for length in (0, size, size)))
    day = days_since_1970(changes["day"])
    key = keys(changes["area_id"].cat.codes.to_numpy().astype(np.int64), day)
    nothing = np.zeros(0, dtype=np.int64)
    behind = {name: (lists or {}).get(name, none) for name in LISTS}
    reports = _unknown(report_ids)
    return Timeline(
        changes,
        tuple(areas),
        reports,
        **behind,
        keys=key,
        position_keys=nothing,
        position_reports=nothing,
        stale_days=stale_days,
    )


def _unknown(report_ids: Sequence[str]) -> pd.DataFrame:
    """Return reports of which nothing but the id is known."""
    day = pd.Series(np.full(len(report_ids), np.datetime64("NaT", "s")))
    return pd.DataFrame(
        {
            "report_id": pd.Series(list(report_ids), dtype="str"),
            "area_id": pd.Series("", index=day.index, dtype="str"),
            **dict.fromkeys(("lon", "lat"), np.nan),
            **dict.fromkeys(("date_from", "date_to"), day),
        }
    )
