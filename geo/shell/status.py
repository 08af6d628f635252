"""`geo status`: what the areas show on a day, as a plain table or as JSON."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from geo.reading import Conflict
from geo.sentences import Account, behind, why
from geo.timeline import control
from geo.words import Words, visible

LISTS: Final = {
    "voted": "reports",
    "outvoted": "outvoted",
    "history": "history",
    "denying": "denying",
    "denied_by": "denied_by",
    "against_since": "against_since",
}
"""Columns of `control` with report ids, and their names in the JSON."""

ACTORS: Final = ("holders", "denied_holders")
PLAIN: Final = ("status", "blank", "fighting", "alleged", "changing_hands", "contradicted", "denied", "scope")
MARKS: Final = ("fighting", "changing_hands", "contradicted", "denied")
COLUMNS: Final = ("area", "status", "holders", "marks", "scope", "age", "voted")


def states(account: Account, day: date, area: str | None) -> pd.DataFrame:
    """Return what each area, or the one given, shows on the day, as `geo.timeline.control` does."""
    return control(account.timeline, day, [area] if area else None)


def as_json(account: Account, day: date, shown: pd.DataFrame, words: Words) -> str:
    """Return one object per area; `age_days` is null when nobody says who holds it.

    `why` are the sentences of the area's panel, each with the reports that it stands on.
    """
    names = account.conflict.areas["name"]
    account.statements(one for area_id in shown.index for one in behind(account.area(area_id, day)))
    rows = [
        record(area_id, names[area_id], row)
        | {"why": [told._asdict() for told in why(account, area_id, day, words)]}
        for area_id, row in zip(shown.index, records(shown), strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def records(shown: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as mappings."""
    return [{str(key): value for key, value in row.items()} for row in shown.to_dict("records")]


def record(area_id: str, name: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return one area as a JSON object."""
    plain = {key: list(row[key]) for key in ACTORS} | {key: row[key] for key in PLAIN}
    age = None if pd.isna(row["age_days"]) else int(row["age_days"])
    ids = {shown: list(row[column]) for column, shown in LISTS.items()}
    return {"area_id": area_id, "name": name, **plain, "age_days": age, **ids}


def as_table(conflict: Conflict, shown: pd.DataFrame, words: Words) -> list[str]:
    """Return a header and one line per area, columns aligned."""
    names = conflict.areas["name"]
    rows = [[words.say(f"shell.{column}") for column in COLUMNS]]
    for area_id, row in zip(shown.index, records(shown), strict=True):
        age = "" if pd.isna(row["age_days"]) else words.say("shell.days", count=int(row["age_days"]))
        marks = ", ".join(words.say(f"shell.{mark}") for mark in MARKS if row[mark])
        holders = " / ".join(conflict.actors[actor].name for actor in row["holders"])
        cells = [names[area_id], row["status"], holders, marks, row["scope"], age, " ".join(row["voted"])]
        rows.append([visible(str(cell)) for cell in cells])
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows as lines, two spaces between the columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
