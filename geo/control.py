"""A day of the map: a look-up in the timeline."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.timeline import Timeline
from geo.timeline.steps import (
    Bools,
    Ints,
    Ragged,
    area_of,
    before,
    coded,
    day_number,
    gathered,
    keys,
    latest,
    spread,
)
from geo.vocabulary import Status

__all__ = ["control", "states"]

SILENCE: Final[dict[str, object]] = {
    "status": Status.UNREPORTED.value,
    "holders": (),
    "blank": False,
    "fighting": False,
    "changing_hands": False,
    "contradicted": False,
    "scope": "",
    "newest": np.datetime64("NaT", "s"),
}
"""What an area shows before its first report."""


def control(timeline: Timeline, day: date, areas: Sequence[str] | None = None) -> pd.DataFrame:
    """Return what each area shows on `day` and the reports behind it.

    Parameters
    ----------
    timeline
        Of one narrator and one day of knowledge.
    day
        A calendar day where the conflict is.
    areas
        The areas wanted; None: all of them.

    Returns
    -------
    DataFrame
        As `states`, and tuples of report ids: `voted`, `outvoted`, `history` (all other positions
        up to the day: too old, replaced by the same voice, or given up) and `denying` (rivals'
        denials, first heard first); all but `denying` in the order of the reports.

    Raises
    ------
    ValueError
        If a wanted area is not on the map.
    """
    wanted = _keys(timeline, areas, day)
    at = latest(timeline.keys, wanted)
    voted, outvoted = timeline.voted.taken(at), timeline.outvoted.taken(at)
    frame = states(timeline, day, areas)
    frame["voted"] = _ids(timeline, voted)
    frame["outvoted"] = _ids(timeline, outvoted)
    frame["history"] = _ids(timeline, _history(timeline, wanted, voted, outvoted))
    frame["denying"] = _ids(timeline, timeline.denying.taken(at))
    return frame


def states(timeline: Timeline, day: date, areas: Sequence[str] | None = None) -> pd.DataFrame:
    """Return what each area shows on `day`, without the reports behind it.

    Returns
    -------
    DataFrame
        One row per area, in map order (or as in `areas`), index `area_id`; columns `status`,
        `holders` (tuple of actor ids), `blank`, `fighting`, `changing_hands`, `contradicted`,
        `scope` ("" when nobody votes), `age_days` (since the newest vote; NA when nobody votes).
    """
    wanted = _keys(timeline, areas, day)
    at = latest(timeline.keys, wanted)
    rows = timeline.changes.take(at[at >= 0])
    shown: dict[str, Any] = {name: _placed(rows[name], at >= 0, silence) for name, silence in SILENCE.items()}
    age = np.datetime64(day, "D") - shown.pop("newest").astype("datetime64[D]")
    shown["age_days"] = pd.arrays.IntegerArray(age.astype(np.int64), np.isnat(age))
    ids = np.array(timeline.areas, dtype=object)[area_of(wanted)]
    return pd.DataFrame(shown, index=pd.Index(ids, name="area_id", dtype="str"))


def _keys(timeline: Timeline, areas: Sequence[str] | None, day: date) -> Ints:
    """Return each wanted area and the day in one number."""
    code = np.arange(len(timeline.areas))
    if areas is not None:
        code = coded(pd.Series(areas, dtype="str"), timeline.areas)
        if unknown := [area for area, place in zip(areas, code, strict=True) if place < 0]:
            raise ValueError(f"{unknown[0]!r} is not an area of the map")
    return keys(code, np.full_like(code, day_number(day)))


def _placed(column: "pd.Series[Any]", some: Bools, silence: object) -> npt.NDArray[Any]:
    """Return the column's values where there are `some`, `silence` elsewhere and where it is empty."""
    values: npt.NDArray[Any] = column.to_numpy(copy=True)
    values[column.isna().to_numpy()] = silence
    one = np.empty(1, dtype=values.dtype)
    one[0] = silence
    answer = np.repeat(one, some.size)
    answer[some] = values
    return answer


def _history(timeline: Timeline, wanted: Ints, voted: Ragged, outvoted: Ragged) -> Ragged:
    """Return the positions taken on each area up to the day that neither vote nor are outvoted."""
    starts = np.searchsorted(timeline.position_keys, before(area_of(wanted)))
    stops = np.searchsorted(timeline.position_keys, wanted, side="right")
    owner, index = spread(starts, stops)
    rows = timeline.position_reports[index]
    size = len(timeline.reports)
    shown = [owned * size + row for owned, row in (voted.flat(), outvoted.flat())]
    old = ~np.isin(owner * size + rows, np.concatenate(shown))
    return gathered(owner[old], rows[old], wanted.size)


def _ids(timeline: Timeline, lists: Ragged) -> npt.NDArray[np.object_]:
    """Return the report ids of each list as a tuple."""
    _, rows = lists.flat()
    ids = timeline.reports["report_id"].array.take(rows).tolist()
    stops = np.cumsum(lists.stops - lists.starts).tolist()
    answer = np.empty(len(stops), dtype=object)
    answer[:] = [tuple(ids[start:stop]) for start, stop in zip([0, *stops], stops, strict=False)]
    return answer
