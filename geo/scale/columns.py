"""The two tables of an engine: reports in, the timeline out, as Arrow schemas."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from geo.reading import RULE_VERSION
from geo.timeline import BEHIND, FLAGS, last_days

if TYPE_CHECKING:
    from geo.timeline import Ragged, Timeline

WORDS: Final = ("area_id", "scope", "claim", "polarity", "party", "claimant_side", "voice_id")
DAYS: Final = ("date_from", "date_to", "published_to", "until")

REPORTS: Final = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("report_id", pa.string(), nullable=False),
        *(pa.field(name, pa.string(), nullable=False) for name in WORDS),
        *(pa.field(name, pa.date32()) for name in DAYS),
        pa.field("cell_days", pa.int64(), nullable=False),
        pa.field("cell_runs", pa.list_(pa.int64())),
    ]
)
"""What the rule reads of a report. `row` is its place in the whole conflict, by which every bucket is sorted:
where the rule asks who spoke first, it asks for the row. Days are inclusive, null = absent; `until`,
`cell_days` and `cell_runs` are those of `geo.reading.intervals`."""

LISTS: Final = ("voted", "outvoted", "denying", *BEHIND)
"""Columns of report ids, as `Timeline` calls them."""

TIMELINE: Final = pa.schema(
    [
        pa.field("area_id", pa.string(), nullable=False),
        pa.field("day", pa.date32(), nullable=False),
        pa.field("until", pa.date32()),
        pa.field("status", pa.string(), nullable=False),
        pa.field("holders", pa.list_(pa.string()), nullable=False),
        *(pa.field(name, pa.bool_(), nullable=False) for name in FLAGS),
        pa.field("denied_holders", pa.list_(pa.string()), nullable=False),
        pa.field("scope", pa.string(), nullable=False),
        pa.field("wide", pa.bool_(), nullable=False),
        pa.field("newest_vote", pa.date32()),
        *(pa.field(name, pa.list_(pa.string()), nullable=False) for name in LISTS),
    ],
    metadata={"rule_version": RULE_VERSION},
)
"""One row per area and change, as `Timeline.changes`; `until` is the last day on which it holds, null = to
the end; `newest_vote` is null and `scope` empty where nobody votes; the last columns are the ids of the
reports behind it."""


def reports_table(reports: pd.DataFrame) -> pa.Table:
    """Return a conflict's reports as `REPORTS`, in their order."""
    made = {
        "row": np.arange(len(reports), dtype=np.int64),
        "report_id": _text(reports["report_id"]),
        **{name: _text(reports[name]) for name in WORDS},
        **{name: pa.array(reports[name], pa.timestamp("s")).cast(pa.date32()) for name in DAYS},
        "cell_days": pa.array(reports["cell_days"], pa.int64()),
        "cell_runs": pa.array([list(one) for one in reports["cell_runs"]], pa.list_(pa.int64())),
    }
    return pa.table(made, schema=REPORTS)


def frame_of(table: pa.Table) -> pd.DataFrame:
    """Return a table of `REPORTS` as the rule reads it, sorted by `row`."""
    table = table.sort_by("row")
    days = {name: table[name].cast(pa.timestamp("s")).to_pandas() for name in DAYS}
    words = {name: table[name].dictionary_encode().to_pandas().astype("category") for name in WORDS}
    return pd.DataFrame(
        {
            "report_id": table["report_id"].to_pandas(),
            **words,
            **days,
            "cell_days": table["cell_days"].to_pandas(),
            "cell_runs": [() if one is None else tuple(one) for one in table["cell_runs"].to_pylist()],
        }
    )


def timeline_table(told: "Timeline") -> pa.Table:
    """Return a timeline as `TIMELINE`."""
    changes = told.changes
    ids = _text(told.reports["report_id"])
    made = {
        "area_id": _text(changes["area_id"]),
        "day": _days(changes["day"]),
        "until": _days(last_days(changes)),
        "status": _text(changes["status"]),
        "holders": pa.array(changes["holders"].tolist(), pa.list_(pa.string())),
        **{name: pa.array(changes[name].to_numpy(), pa.bool_()) for name in FLAGS},
        "denied_holders": pa.array(changes["denied_holders"].tolist(), pa.list_(pa.string())),
        "scope": _text(changes["scope"].astype("object").fillna("")),
        "wide": pa.array(changes["wide"].to_numpy(), pa.bool_()),
        "newest_vote": _days(changes["newest"]),
        **{name: _ids(getattr(told, name), ids) for name in LISTS},
    }
    return pa.table(made, schema=TIMELINE)


def _text(words: "pd.Series[Any]") -> pa.Array:
    return pa.array(words.astype("str").to_numpy(dtype=object), pa.string())


def _days(days: "pd.Series[pd.Timestamp]") -> pa.Array:
    return pa.array(days.to_numpy().astype("datetime64[s]"), pa.timestamp("s")).cast(pa.date32())


def _ids(lists: "Ragged", ids: pa.Array) -> pa.Array:
    """Return lists of positions as lists of ids."""
    _, items = lists.flat()
    ends = np.append(0, np.cumsum(lists.sizes))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), ids.take(pa.array(items)))
