"""A day of the map: a look-up in the timeline."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading import Status
from geo.timeline.history import histories
from geo.timeline.steps import (
    Ints,
    Ragged,
    area_of,
    coded,
    day_number,
    keys,
    latest,
)

if TYPE_CHECKING:
    from geo.timeline.whole import Timeline

SILENCE: Final[dict[str, object]] = {
    "status": Status.UNREPORTED.value,
    "holders": (),
    "blank": False,
    "fighting": False,
    "alleged": False,
    "changing_hands": False,
    "contradicted": False,
    "denied": False,
    "denied_holders": (),
    "scope": "",
    "wide": False,
    "newest": np.datetime64("NaT", "s"),
}
"""What an area shows before its first report."""

FLAGS: Final = ("blank", "fighting", "alleged", "changing_hands", "contradicted", "denied")
"""Columns of a timeline's changes that are true or false, in the order in which tables show them."""

BEHIND: Final = (
    "fighting_by",
    "changing_hands_by",
    "contradicted_by",
    "denied_by",
    "blank_by",
    "against_since",
)
"""Lists of a timeline: the reports behind each mark, and the newer ones that no vote answers."""


def control(timeline: "Timeline", day: date, areas: Sequence[str] | None = None) -> pd.DataFrame:
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
        As `states`, and report ids: tuples `voted`, `outvoted` and `denying` (rivals' denials),
        and `history`, a sequence that is read when asked for (all other positions up to the day:
        too old, replaced by the same voice, or ended by `left`). Then the reports behind each mark, empty
        where it is not shown: `fighting_by`, `changing_hands_by`, `contradicted_by` (the outvoted
        who name another holder, and `denying`), `denied_by` (denials where nobody votes) and
        `blank_by` (of `denying`, those at the votes' scope or narrower); and `against_since` (holds for
        another in some part of a wider place, as new as the newest vote or newer; they mark nothing).
        `denying`, `denied_by`, `blank_by` and `against_since` are first heard first, the others in the
        order of the reports.

    Raises
    ------
    ValueError
        If a wanted area is not on the map.
    """
    wanted = _keys(timeline, areas, day)
    at = latest(timeline.keys, wanted)
    behind = {name: _ids(timeline, getattr(timeline, name).taken(at)) for name in ("voted", "outvoted")}
    behind["history"] = histories(timeline, wanted, behind["voted"] + behind["outvoted"])
    behind |= {name: _ids(timeline, getattr(timeline, name).taken(at)) for name in ("denying", *BEHIND)}
    return _table(timeline, wanted, _shown(timeline, wanted, day) | behind)


def last_days(changes: pd.DataFrame) -> "pd.Series[Any]":
    """Return the last day on which each row of a timeline's changes holds; NaT = to the end."""
    same = changes["area_id"].eq(changes["area_id"].shift(-1))
    return changes["day"].shift(-1).where(same) - pd.Timedelta(days=1)


def states(timeline: "Timeline", day: date, areas: Sequence[str] | None = None) -> pd.DataFrame:
    """Return what each area shows on `day`, without the reports behind it.

    Returns
    -------
    DataFrame
        One row per area, in map order (or as in `areas`), index `area_id`; columns `status`,
        `holders` (tuple of actor ids), `blank`, `fighting`, `alleged` (the fighting is an attack of
        which only a party speaks), `changing_hands`, `contradicted`, `denied`, `denied_holders` (tuple
        of actor ids), `scope` ("" when nobody votes), `wide` (there are votes, or denials where nobody
        votes, and none names the area), `age_days` (since the newest vote; NA when nobody votes),
        `stale` (somebody votes, and `age_days` is more than the timeline's `stale_days`).
    """
    wanted = _keys(timeline, areas, day)
    return _table(timeline, wanted, _shown(timeline, wanted, day))


def _shown(timeline: "Timeline", wanted: Ints, day: date) -> dict[str, Any]:
    """Return the columns of `states` by their names."""
    at = latest(timeline.keys, wanted)
    shown: dict[str, Any] = {name: column[at] for name, column in timeline.columns.items()}
    age = np.datetime64(day, "D") - shown.pop("newest").astype("datetime64[D]")
    days, silent = age.astype(np.int64), np.isnat(age)
    days = np.maximum(days, 0)  # a table may say so anew each day, `newest` being the last
    shown["age_days"] = pd.arrays.IntegerArray(days, silent)
    shown["stale"] = ~silent & (days > timeline.stale_days)
    return shown


def _table(timeline: "Timeline", wanted: Ints, columns: dict[str, Any]) -> pd.DataFrame:
    """Return columns as a table, a row for each wanted area."""
    ids = np.array(timeline.areas, dtype=object)[area_of(wanted)]
    index = pd.Index(ids, name="area_id", dtype="str")
    return pd.DataFrame({name: _series(values, index) for name, values in columns.items()}, index=index)


def _series(values: Any, index: "pd.Index[str]") -> "pd.Series[Any]":  # noqa: ANN401 - any array
    """Return values as a column; words stay Python's own, for pandas' are slow to make and to read."""
    made: pd.Series[Any] = pd.Series(values, index=index, dtype=values.dtype)
    return made


def _keys(timeline: "Timeline", areas: Sequence[str] | None, day: date) -> Ints:
    """Return one key per wanted area and the day."""
    code = np.arange(len(timeline.areas))
    if areas is not None:
        code = coded(pd.Series(areas, dtype="str"), timeline.areas)
        if unknown := [area for area, place in zip(areas, code, strict=True) if place < 0]:
            raise ValueError(f"{unknown[0]!r} is not an area of the map")
    return keys(code, np.full_like(code, day_number(day)))


def columns(changes: pd.DataFrame) -> dict[str, npt.NDArray[Any]]:
    """Return what a timeline's changes show, by the names of `SILENCE`.

    Each column has one value more than there are changes: silence, which `latest` finds at -1.
    """
    return {name: _column(changes[name], silence) for name, silence in SILENCE.items()}


def _column(column: "pd.Series[Any]", silence: object) -> npt.NDArray[Any]:
    """Return the column's values, `silence` where it is empty, and `silence` once more behind them."""
    values: npt.NDArray[Any] = column.to_numpy(copy=True)
    values[column.isna().to_numpy()] = silence
    last = np.empty(1, dtype=values.dtype)
    last[0] = silence
    return np.concatenate([values, last])


def _ids(timeline: "Timeline", lists: Ragged) -> npt.NDArray[np.object_]:
    """Return the report ids of each list as a tuple."""
    _, rows = lists.flat()
    ids = timeline.reports["report_id"].array.take(rows).tolist() if rows.size else []
    sizes = lists.stops - lists.starts
    stops = np.cumsum(sizes)
    some = np.flatnonzero(sizes)
    answer = np.empty(sizes.size, dtype=object)
    answer[:] = [()] * sizes.size
    ranges = zip((stops - sizes)[some].tolist(), stops[some].tolist(), strict=True)
    answer[some] = [tuple(ids[start:stop]) for start, stop in ranges]
    return answer
