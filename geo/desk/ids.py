"""Ids that a person need not type: of statements, rows, utterances and voices."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from geo.importers.ids import slug
from geo.reading import OUTLET, fold

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row

STATEMENT: Final = ("source_id", "sentence", "claim", "polarity", "party", "claimant")
"""Rows that agree in these say one thing of several areas."""

NAME: Final = re.compile(r"(?:[^\W\d_a-z][\w’'-]+\s+){1,3}[^\W\d_a-z][\w’'-]+")
"""A name of two words or more, in a script that has capitals."""

UNNAMED: Final = re.compile(
    r"\b(?:unnamed|anonymous|sources?|accounts?|local media|residents?)\b|منبع|منابع", re.IGNORECASE
)


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


def voice_of(state: "FolderState", row: "Row", own: Sequence["Row"]) -> str:
    """Return whose voice a row is: its speaker's as it is known, the side's body, the outlet, or its own.

    The spokesmen and leaders of a side share the side's voice; an outlet has one in all of its articles;
    somebody without a name has one per article (codebook §1).
    """
    side, source_id, speaker = row["claimant_side"], row["source_id"], row["claimant"]
    unnamed = bool(UNNAMED.search(speaker)) or not (NAME.match(speaker) or side in state.conflict.sides)
    sources = state.conflict.sources
    outlets = dict(zip(map(str, sources.index), sources["outlet"], strict=True))
    for other in own:
        alike = fold(other["claimant"]) == fold(speaker) and other["claimant_side"] == side
        here = other["source_id"] == source_id
        if side == OUTLET:
            alike = other["claimant_side"] == side and outlets.get(other["source_id"]) == outlets.get(
                source_id
            )
        if alike and other["voice_id"] and (here or not unnamed or side == OUTLET):
            return other["voice_id"]
    if side == OUTLET:
        return slug(outlets.get(source_id, source_id))
    if unnamed:
        return f"{source_id}-{slug(speaker)}"
    return (
        side
        if side in state.conflict.sides
        else slug(match[0] if (match := NAME.match(speaker)) else speaker)
    )


def origin_of(row: "Row", own: Sequence["Row"]) -> str:
    """Return the utterance behind a row: that of its voice in its article, one unless a person parts it."""
    for other in own:
        same = all(other[name] == row[name] for name in ("source_id", "voice_id", "claimant"))
        if same and other["origin_id"]:
            return other["origin_id"]
    source, voice = row["source_id"], row["voice_id"]
    return (
        voice
        if voice.startswith(f"{source}-")
        else f"{source}-{voice}"
        if voice != source
        else f"{source}-own"
    )
