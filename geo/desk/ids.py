"""Ids that a person need not type: of statements, rows, utterances and voices."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.desk.rows import Row

STATEMENT: Final = ("source_id", "sentence", "claim", "polarity", "party", "claimant")
"""Rows that agree in these say one thing of several areas."""


def numbered(rows: Iterable["Row"], own: Sequence["Row"], source_id: str) -> list[dict[str, str]]:
    """Return rows of an article, in its order, with statement and report ids that no own row has.

    A row of a statement that is there already shares its id; other statements are numbered by their place
    among all, so that an id stays when rows before it are accepted or refused.
    """
    listed = list(rows)
    ids = _statement_ids(listed, own, source_id)
    reports = {row["report_id"] for row in own}
    found = []
    for row in listed:
        statement = ids[statement_of(row)]
        report_id = _free(f"{statement}-{row['area_id'] or 'area'}", reports)
        reports.add(report_id)
        found.append({**row, "statement_id": statement, "report_id": report_id})
    return found


def _statement_ids(rows: Sequence["Row"], own: Sequence["Row"], source_id: str) -> dict[tuple[str, ...], str]:
    there = {statement_of(row): row["statement_id"] for row in own if row["source_id"] == source_id}
    keys = list(dict.fromkeys(map(statement_of, rows)))
    taken = {_number(one["statement_id"], source_id) for one in own}
    spare = (number for number in count(len(keys) + 1) if number not in taken)
    numbers = (place if place not in taken else next(spare) for place in range(1, len(keys) + 1))
    return {
        key: there.get(key) or f"{source_id}-{number:02d}" for key, number in zip(keys, numbers, strict=True)
    }


def next_ids(
    row: "Row", own: Sequence["Row"], others: Sequence["Row"] = (), *, after: int = 0
) -> dict[str, str]:
    """Return a row with ids that come after all of its article's.

    Parameters
    ----------
    own
        Rows whose statement it may share.
    others
        Rows whose ids are taken, too.
    after
        A number that is kept for others, with all before it.
    """
    source_id = row["source_id"]
    there = {statement_of(one): one["statement_id"] for one in own}
    most = max([after, *(_number(one["statement_id"], source_id) for one in (*own, *others))])
    statement = there.get(statement_of(row)) or f"{source_id}-{most + 1:02d}"
    taken = {one["report_id"] for one in (*own, *others)}
    return {
        **row,
        "statement_id": statement,
        "report_id": _free(f"{statement}-{row['area_id'] or 'area'}", taken),
    }


def statement_of(row: "Row") -> tuple[str, ...]:
    """Return what rows of one statement agree in."""
    return tuple(row[name] for name in STATEMENT)


def _number(statement_id: str, source_id: str) -> int:
    match = re.fullmatch(rf"{re.escape(source_id)}-(\d{{1,4}})", statement_id)
    return int(match[1]) if match else 0


def _free(report_id: str, taken: Iterable[str]) -> str:
    used, found, number = set(taken), report_id, 1
    while found in used:
        number += 1
        found = f"{report_id}-{number}"
    return found
