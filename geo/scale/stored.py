"""A conflict whose reports are not in memory, and where its timelines and statements are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from geo.reading import PARQUET, Conflict, Evidence, read_reports
from geo.scale.statements import parquet_of, statements_about
from geo.sentences import carried_like, named_like

if TYPE_CHECKING:
    from geo.reading import Known
    from geo.scale.page_files import Facts


@dataclass(frozen=True, eq=False)
class StoredConflict(Conflict):
    """A conflict without its reports, and where its timelines and statements are.

    Attributes
    ----------
    timelines
        Narrator to the folder of its timeline.
    facts
        Of each narrator's.
    buckets
        Area to the bucket of its statements, which are beside everyone's timeline.
    """

    timelines: Mapping[str, Path] = field(default_factory=dict)
    facts: Mapping[str, "Facts"] = field(default_factory=dict)
    buckets: Mapping[str, int] = field(default_factory=dict)
    known: "Known" = field(kw_only=True)

    @cached_property
    def has_days(self) -> bool:
        """True: without a day there is no timeline."""
        return True

    @cached_property
    def dated(self) -> bool:
        """False: what was known on a day is not stored."""
        return False

    @cached_property
    def last_day(self) -> date:
        """The last day of the map."""
        return self.whole.windows.last

    @cached_property
    def _ends(self) -> tuple[date, date]:
        return self.whole.windows.first, date.fromisoformat(self.whole.reported)

    @property
    def whole(self) -> "Facts":
        """The facts of everyone's timeline."""
        return next(iter(self.facts.values()))

    @cached_property
    def evidence(self) -> frozenset[str]:
        """Quotes: rows of tables have no stored timeline."""
        return frozenset({Evidence.QUOTE.value})

    @property
    def beside(self) -> Path:
        """The folder of everyone's timeline, beside which areas and statements stand."""
        return next(iter(self.timelines.values()))

    def of_areas(self, areas: Sequence[str]) -> Conflict:
        """Return the conflict of the statements about some areas, and of those told together with them."""
        rows = self._about(areas)
        named = set(rows["area_id"].to_pylist())
        known = replace(self.known, areas=tuple(one for one in self.known.areas if one in named))
        plain = {one.name: getattr(self, one.name) for one in fields(Conflict)}
        read = read_reports(parquet_of(rows), known, PARQUET)
        made = Conflict(**plain | {"reports": read.reports, "looked_up": ()})
        named_like(made, self)
        carried_like(made, self)
        return made

    def _about(self, areas: Sequence[str]) -> pa.Table:
        """Return the rows about some areas, each once, in the order of the reports."""
        inside: dict[int, list[str]] = {}
        for area in areas:
            inside.setdefault(self.buckets[area], []).append(area)
        found = [
            statements_about(self.beside, number, [*some, *self._groups_of(frozenset(some))])
            for number, some in inside.items()
        ]
        rows = pa.concat_tables(found)
        once = np.unique(rows["row"].to_numpy(), return_index=True)[1]
        return rows.take(pa.array(once))

    def _groups_of(self, areas: frozenset[str]) -> list[str]:
        return [group.id for group in self.groups.values() if not areas.isdisjoint(group.areas)]


def opened(
    base: Conflict,
    known: "Known",
    timelines: Mapping[str, tuple[Path, "Facts"]],
    buckets: Mapping[str, int],
) -> StoredConflict:
    """Return a conflict without reports as one whose map is looked up; `timelines` has everyone's first."""
    plain: dict[str, Any] = {one.name: getattr(base, one.name) for one in fields(Conflict)}
    plain["looked_up"] = tuple(timelines)
    places = {narrator: place for narrator, (place, _) in timelines.items()}
    facts = {narrator: told for narrator, (_, told) in timelines.items()}
    return StoredConflict(**plain, timelines=places, facts=facts, buckets=buckets, known=known)
