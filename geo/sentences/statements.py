"""What was said about an area up to a day: rows of the reports' table as records, with their carrier."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading import OUTLET, POSITION_CLAIMS, Conflict, Evidence, Polarity


class Carrier(NamedTuple):
    """The article that carries a statement; not its speaker."""

    source_id: str
    outlet: str
    title: str
    published_from: date | None
    published_to: date | None
    published_basis: str
    translation_note: str
    language: str = ""
    about: str = ""
    url: str = ""
    archive_url: str = ""

    @property
    def inferred(self) -> bool:
        """Whether the days of publication are not in the article."""
        return "inferred" in self.published_basis.casefold()


class Statement(NamedTuple):
    """One row of the reports: one statement and one area, or group, that it speaks of."""

    report_id: str
    statement_id: str
    origin_id: str
    area_id: str
    place_as_written: str
    scope: str
    claim: str
    polarity: str
    party: str
    claimant: str
    voice_id: str
    claimant_side: str
    date_from: date | None
    date_to: date | None
    date_basis: str
    quote: str
    sentence: str
    hedge: str
    reliability: str
    credibility: str
    note: str
    carrier: Carrier
    evidence: str = Evidence.QUOTE.value
    cell: str = ""
    cell_row: str = ""
    cell_days: int = 0
    until: date | None = None
    last_row: str = ""
    end_cell: str = ""
    end_row: str = ""
    quote_prefix: str = ""

    @property
    def begins(self) -> date | None:
        """The first day that it is about, None = undated."""
        return self.date_from or self.date_to

    @property
    def of_table(self) -> bool:
        """Whether it rests on a table's cell: then nobody said its words, and none are quoted."""
        return self.evidence == Evidence.TABLE

    @property
    def takes_position(self) -> bool:
        """Whether its claim is one that says who holds (R1), asserted or denied."""
        return self.claim in POSITION_CLAIMS

    @property
    def in_own_voice(self) -> bool:
        """Whether the carrier itself speaks, and is named as the speaker."""
        return self.claimant_side == OUTLET and self.carrier.outlet.casefold() in self.claimant.casefold()

    @property
    def asserts(self) -> bool:
        """Whether it says so rather than denies it."""
        return self.polarity == Polarity.ASSERTS


COLUMNS: Final = [name for name in Statement._fields if name != "carrier"]
READ: Final = [*COLUMNS, "source_id"]

NOWHERE: Final = np.array([], dtype=np.intp)

MOST_READ: Final = 50_000
"""Records that are kept of a conflict; with more, all are let go and read again when asked for."""


def statements_about(conflict: Conflict, area_id: str, exist: npt.NDArray[np.bool_]) -> list[Statement]:
    """Return the statements about an area, or about a group it is in, in the order of the file.

    `exist` says of each of the conflict's reports whether it counts (`geo.timeline.admitted`).
    """
    kept = _kept(conflict)
    groups = [group.id for group in conflict.groups.values() if area_id in group.areas]
    rows = np.sort(np.concatenate([kept.places.get(one, NOWHERE) for one in (area_id, *groups)]))
    return statements_of(conflict, kept.ids[rows[exist[rows]]])


def as_statements(conflict: Conflict, rows: pd.DataFrame) -> tuple[Statement, ...]:
    """Return rows of the conflict's reports as records."""
    return tuple(statements_of(conflict, rows["report_id"].tolist()))


def statements_of(conflict: Conflict, report_ids: Iterable[str]) -> list[Statement]:
    """Return reports as records, each once, in the order of the ids; read once per conflict."""
    wanted, read = dict.fromkeys(report_ids), _kept(conflict).read
    found = {one: read.get(one) for one in wanted}
    if missing := [one for one, kept in found.items() if kept is None]:
        rows = conflict.reports[conflict.reports["report_id"].isin(missing).to_numpy()]
        carriers = carriers_of(conflict)
        new = {row["report_id"]: _statement(row, carriers) for row in rows[READ].to_dict("records")}
        if len(read) + len(new) > MOST_READ:
            read.clear()
        read |= new
        found |= new
    return [one for one in found.values() if one is not None]


def carriers_of(conflict: Conflict) -> Mapping[str, Carrier]:
    """Return the articles by their id, read once per conflict."""
    return _kept(conflict).carriers


def rows_of(conflict: Conflict, statement: Statement) -> list[Statement]:
    """Return the rows of the reports that share a statement: the areas that one sentence speaks of."""
    return statements_of(conflict, _kept(conflict).rows.get(statement.statement_id, ()))


def _statement(record: Mapping[Any, Any], carriers: Mapping[str, Carrier]) -> Statement:
    values = {name: _plain(record[name]) for name in COLUMNS}
    return Statement(**values, carrier=carriers[record["source_id"]])


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell is text, a number or a day
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, (str, int)):
        return value
    return None if value is pd.NaT else ""


class Kept:
    """What has been read of a conflict: its articles, the places of its rows, and rows as records."""

    def __init__(self, conflict: Conflict, carriers: Mapping[str, Carrier] | None = None) -> None:
        self.read: dict[str, Statement] = {}
        self.carriers = carriers or _carriers(conflict)
        self.rows: dict[str, list[str]] = {}
        reports = conflict.reports
        self.ids = reports["report_id"].to_numpy(dtype=object)
        self.places = {str(area): rows for area, rows in reports.groupby("area_id").indices.items()}
        for report_id, statement_id in zip(reports["report_id"], reports["statement_id"], strict=True):
            self.rows.setdefault(statement_id, []).append(report_id)


def _carriers(conflict: Conflict) -> dict[str, Carrier]:
    names = list(Carrier._fields)
    return {
        record["source_id"]: Carrier(**{name: _plain(record[name]) for name in names})
        for record in conflict.sources.reset_index()[names].to_dict("records")
    }


def carried_like(conflict: Conflict, other: Conflict) -> None:
    """Let a conflict have the articles of another of the same sources, which are read once."""
    _KEPT[conflict] = Kept(conflict, carriers_of(other))


def _kept(conflict: Conflict) -> Kept:
    if conflict not in _KEPT:
        _KEPT[conflict] = Kept(conflict)
    return _KEPT[conflict]


_KEPT: Final[WeakKeyDictionary[Conflict, Kept]] = WeakKeyDictionary()
