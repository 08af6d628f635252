"""Rows of `control_reports.parquet` as the rule reads them, each checked; by any engine, batch by batch."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from geo.reading import OTHER_SIDES, Claim, DataError, Polarity, Problem, Scope, rule
from geo.reading import PARQUET as FILE
from geo.scale.columns import REPORTS

if TYPE_CHECKING:
    from geo.reading import Conflict, Rule

NEEDED: Final = (
    "report_id", "area_id", "scope", "claim", "polarity", "party",
    "claimant_side", "voice_id", "date_from", "date_to", "source_id",
)  # fmt: skip
MOST_PROBLEMS: Final = 20

Ints = npt.NDArray[np.int64]


class Ground(NamedTuple):
    """What a row may refer to; `published_to` is that of each source, None = not known."""

    areas: tuple[str, ...]
    groups: tuple[str, ...]
    actors: tuple[str, ...]
    sides: tuple[str, ...]
    sources: tuple[str, ...]
    published_to: tuple[date | None, ...]


def ground_of(conflict: "Conflict") -> Ground:
    """Return what the rows of a conflict may refer to."""
    days = [None if day != day else day.date() for day in conflict.sources["published_to"]]  # noqa: PLR0124 (NaT)
    return Ground(
        areas=tuple(map(str, conflict.areas.index)),
        groups=tuple(conflict.groups),
        actors=tuple(conflict.actors),
        sides=tuple(conflict.sides),
        sources=tuple(map(str, conflict.sources.index)),
        published_to=tuple(days),
    )


def checked(batch: pa.RecordBatch, ground: Ground, row: Ints) -> pa.Table:
    """Return a batch with the columns `NEEDED` as a table of `REPORTS`.

    Parameters
    ----------
    row
        The place of each row in the file, from 0; told from 1.

    Raises
    ------
    DataError
        If a row breaks a rule, with the first of them.
    """
    filled = {name: _filled(batch, name) for name in NEEDED}
    _refuse_broken(filled, ground, row)
    source = pc.index_in(filled["source_id"], pa.array(ground.sources, pa.string()))
    size = batch.num_rows
    made = {
        **filled,
        "row": row,
        "published_to": pa.array(ground.published_to, pa.date32()).take(source),
        "until": pa.nulls(size, pa.date32()),
        "cell_days": np.zeros(size, dtype=np.int64),
        "cell_runs": pa.nulls(size, pa.list_(pa.int64())),
    }
    return pa.table({name: made[name] for name in REPORTS.names}, schema=REPORTS)


def _filled(batch: pa.RecordBatch, name: str) -> pa.Array:
    """Return a column as the rule reads it: a day, null = absent, or a word, "" = absent."""
    column = batch.column(batch.schema.names.index(name))
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if not name.startswith("date_"):
        return pc.fill_null(column.cast(pa.string()), "")
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = pc.if_else(pc.equal(column, ""), pa.scalar(None, column.type), column)
    try:
        return column.cast(pa.date32())
    except pa.ArrowInvalid as error:
        raise DataError([Problem(FILE, None, name, str(error), rule("no_day"))]) from error


Check = Callable[[Mapping[str, pa.Array]], pa.Array]


def _checks(ground: Ground) -> list[tuple[str, "Rule", Check]]:
    """Return column, rule and which rows break it, as `geo.reading.reports` has them."""
    of_group = pa.array(ground.groups, pa.string())
    wide = pa.array([Scope.ALL_OF.value, Scope.PART_OF.value])
    return [
        ("area_id", rule("unknown_area_or_group"), _outside("area_id", [*ground.areas, *ground.groups])),
        ("scope", rule("unknown_scope"), _outside("scope", Scope)),
        ("claim", rule("unknown_claim"), _outside("claim", Claim)),
        ("polarity", rule("unknown_polarity"), _outside("polarity", Polarity)),
        ("party", rule("unknown_actor"), _outside("party", [*ground.actors, ""])),
        ("claimant_side", rule("unknown_side"), _outside("claimant_side", [*ground.sides, *OTHER_SIDES])),
        ("source_id", rule("unknown_source"), _outside("source_id", ground.sources)),
        ("report_id", rule("empty"), lambda rows: pc.equal(rows["report_id"], "")),
        ("voice_id", rule("empty"), lambda rows: pc.equal(rows["voice_id"], "")),
        ("scope", rule("named_group"), lambda rows: _but(pc.is_in(rows["area_id"], of_group), rows, wide)),
        ("date_from", rule("after_date_to"), lambda rows: pc.greater(rows["date_from"], rows["date_to"])),
        ("date_from", rule("date_to_missing"), _without_end),
    ]


def _outside(name: str, allowed: Iterable[object]) -> Check:
    known = pa.array([str(one) for one in allowed], pa.string())
    return lambda rows: pc.invert(pc.is_in(rows[name], known))


def _but(chosen: pa.Array, rows: Mapping[str, pa.Array], scopes: pa.Array) -> pa.Array:
    return pc.and_not(chosen, pc.is_in(rows["scope"], scopes))


def _without_end(rows: Mapping[str, pa.Array]) -> pa.Array:
    return pc.and_(pc.is_valid(rows["date_from"]), pc.is_null(rows["date_to"]))


def _refuse_broken(rows: Mapping[str, pa.Array], ground: Ground, row: Ints) -> None:
    """Raise the first problems of a batch."""
    problems = [
        Problem(FILE, int(row[place]) + 1, name, str(rows[name][int(place)].as_py() or ""), broken)
        for name, broken, check in _checks(ground)
        for place in _places(check(rows))
    ]
    if problems:
        raise DataError(sorted(problems, key=lambda one: one.row or 0)[:MOST_PROBLEMS])


def _places(broken: pa.Array) -> Ints:
    """Return the first places at which a rule is broken."""
    return np.flatnonzero(pc.fill_null(broken, False).to_numpy(zero_copy_only=False))[:MOST_PROBLEMS]
