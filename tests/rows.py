"""Rows for tests: a report says only what the test is about, the rest is filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from geo.reading.intervals import with_intervals
from geo.reading.vocabulary import REPORT_COLUMNS
from geo.timeline import Timeline, control, timeline

AREAS = ["dara", "rokha", "khenj"]
GROUPS = {"valley": ["dara", "rokha"], "province": ["dara", "rokha", "khenj"]}
SIDES = {"taliban": "taliban", "nrf": "nrf", "militia": "nrf", "army": "army"}
RIVALS = {
    "taliban": frozenset({"nrf", "army"}),
    "nrf": frozenset({"taliban"}),  # the army is an ally
    "militia": frozenset({"taliban"}),
    "army": frozenset({"taliban"}),
}

CATEGORIES = (
    "scope",
    "claim",
    "polarity",
    "party",
    "claimant_side",
    "voice_id",
    "origin_id",
    "area_id",
    "source_id",
)
DATES = ("date_from", "date_to", "published_from", "published_to")

USUAL: dict[str, Any] = {
    "area_id": "rokha",
    "scope": "named",
    "claim": "holds",
    "polarity": "asserts",
    "party": "nrf",
    "claimant_side": "outlet",
    "source_id": "cnn",
    "date_from": "",
    "date_to": "2021-09-05",
    "evidence": "quote",
    "reliability": "F",
    "credibility": "6",
}


def reports(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """Return checked reports; each row gives what differs from an outlet saying that the NRF hold Rokha.

    Absent: `report_id`, `statement_id`, `origin_id` are numbered, `voice_id` follows
    `claimant_side`, publication follows `date_to`.
    """
    full = [_full(number, row) for number, row in enumerate(rows, start=1)]
    names = [*REPORT_COLUMNS, "published_from", "published_to", "row"]
    return with_intervals(
        pd.DataFrame({name: _column(name, [row.get(name) for row in full]) for name in names})
    )


def _column(name: str, values: list[Any]) -> "pd.Series[Any]":
    """Return a column with the type that a checked one has."""
    if name == "row":
        return pd.Series(values, dtype="int64")
    if name in DATES:
        return pd.Series(np.array([value or "NaT" for value in values], dtype="datetime64[s]"))
    if name in {"lon", "lat"}:
        return pd.Series(values, dtype="float64")
    text = pd.Series([value or "" for value in values], dtype="str")
    return text.astype("category") if name in CATEGORIES else text


def _full(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with every column."""
    full = {
        "report_id": f"r{number}",
        "statement_id": f"s{number}",
        "origin_id": f"o{number}",
        "row": number + 1,
    }
    full |= USUAL | dict(row)
    full.setdefault("voice_id", f"a-{full['claimant_side']}")
    for name in ("published_from", "published_to"):
        full.setdefault(name, full["date_to"] or "2021-09-05")
    return full


def told(*rows: Mapping[str, Any], **options: Any) -> Timeline:
    """Return the timeline of the rows in a small world: two sides, an ally, two groups."""
    world = {"areas": AREAS, "groups": GROUPS, "own_side": SIDES, "rivals": RIVALS}
    return timeline(reports(*rows), **world | options)


def september(day: int) -> date:
    """Return a day of September 2021; 0 is the last of August."""
    return date.fromordinal(date(2021, 8, 31).toordinal() + day)


def shown(*rows: Mapping[str, Any], day: int = 5, area: str = "rokha", **options: Any) -> dict[str, Any]:
    """Return what the rows make an area show on a day of September."""
    return control(told(*rows, **options), september(day)).loc[area].to_dict()
