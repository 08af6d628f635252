"""What was said about an area up to a day: rows of the reports' table as records, with their carrier."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading import EVERYONE, OUTLET, POSITION_CLAIMS, Conflict, Polarity
from geo.timeline import admitted


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

    @property
    def begins(self) -> date | None:
        """The first day that it is about, None = undated."""
        return self.date_from or self.date_to

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


def statements_about(
    conflict: Conflict, area_id: str, *, day: date, narrator: str = EVERYONE, known: date | None = None
) -> tuple[Statement, ...]:
    """Return every statement about an area, or about a group it is in, up to a day.

    A statement about a span of days counts from the span's first day; undated ones always count.
    Rows are in the order of the file.
    """
    reports = conflict.reports
    groups = [group.id for group in conflict.groups.values() if area_id in group.areas]
    rows = reports[reports["area_id"].isin([area_id, *groups]).to_numpy()]
    rows = rows[admitted(rows, narrator, known)]
    begins = rows["date_from"].fillna(rows["date_to"])
    begun = begins.isna() | (begins <= pd.Timestamp(day))
    return as_statements(conflict, rows[begun.to_numpy()])


def as_statements(conflict: Conflict, rows: pd.DataFrame) -> tuple[Statement, ...]:
    """Return rows of the reports' table as records."""
    carriers = carriers_of(conflict)
    records = rows[[*COLUMNS, "source_id"]].to_dict("records")
    return tuple(_statement(record, carriers) for record in records)


def carriers_of(conflict: Conflict) -> Mapping[str, Carrier]:
    """Return the articles by their id, read once per conflict."""
    if conflict not in _CARRIERS:
        names = list(Carrier._fields)
        _CARRIERS[conflict] = {
            record["source_id"]: Carrier(**{name: _plain(record[name]) for name in names})
            for record in conflict.sources.reset_index()[names].to_dict("records")
        }
    return _CARRIERS[conflict]


_CARRIERS: Final[WeakKeyDictionary[Conflict, Mapping[str, Carrier]]] = WeakKeyDictionary()


def _statement(record: Mapping[Any, Any], carriers: Mapping[str, Carrier]) -> Statement:
    values = {name: _plain(record[name]) for name in COLUMNS}
    return Statement(**values, carrier=carriers[record["source_id"]])


def _plain(value: Any) -> Any:  # noqa: ANN401 - a cell is text or a day
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, str):
        return value
    return None if value is pd.NaT else ""


def rows_of(conflict: Conflict, statement: Statement) -> pd.DataFrame:
    """Return the rows of the reports that share a statement: the areas that one sentence speaks of."""
    if conflict not in _PLACES:
        codes, ids = pd.factorize(conflict.reports["statement_id"])
        order = np.argsort(codes, kind="stable")
        _PLACES[conflict] = Places(
            pd.Index(ids), order, np.searchsorted(codes[order], np.arange(len(ids) + 1))
        )
    ids, order, starts = _PLACES[conflict]
    (code,) = ids.get_indexer(pd.Index([statement.statement_id]))
    return conflict.reports.iloc[order[starts[code] : starts[code + 1]] if code >= 0 else []]


class Places(NamedTuple):
    """The rows of each statement: those at `order[starts[i] : starts[i + 1]]` are of `ids[i]`."""

    ids: "pd.Index[str]"
    order: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]


_PLACES: Final[WeakKeyDictionary[Conflict, Places]] = WeakKeyDictionary()
"""Sorted once per conflict: a panel of a long war asks for many statements."""
