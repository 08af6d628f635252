"""One bucket: an Arrow table of reports in, the timeline of its areas out, by the same rule as everywhere."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from geo.scale.columns import frame_of, timeline_table
from geo.timeline import Timeline, timeline

if TYPE_CHECKING:
    from geo.scale.plan import Part


class Rule(NamedTuple):
    """What the rule needs to know beside areas and reports; see `geo.timeline.timeline`.

    `sides` are those of the whole conflict, whether or not they speak in a bucket.
    """

    own_side: Mapping[str, str]
    rivals: Mapping[str, frozenset[str]]
    sides: tuple[str, ...]
    narrator: str
    known: date | None
    window_days: int
    stale_days: int


def bucket_timeline(reports: pa.Table, part: "Part", rule: Rule) -> Timeline:
    """Return the timeline of a bucket's areas; `reports` (`columns.REPORTS`) may be in any order."""
    return timeline(frame_of(reports), areas=part.areas, groups=part.groups, **rule._asdict())


def bucket(reports: pa.Table, part: "Part", rule: Rule) -> pa.Table:
    """Return the timeline of a bucket's areas as a table of `geo.scale.columns.TIMELINE`."""
    return timeline_table(bucket_timeline(reports, part, rule))
