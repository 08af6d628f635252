"""A stand-in for a public table of a whole country: 329 districts, 37 dates in a year, 11,951 rows.

Of 323 districts in the table 312 have a holder on every date, and 137 times in all it is another one than
on the date before; the rest say nothing about control. Nothing here happened.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.worlds import geojson, write_table
from geo.reading.vocabulary import REPORT_COLUMNS, SOURCE_COLUMNS

AREAS: Final = 329
HELD: Final = 312
LISTED: Final = 323
DATES: Final = 37
CHANGES: Final = 137
PROVINCE: Final = 10
"""Districts in a province."""

FIRST: Final = dt.date(2021, 1, 1)
APART: Final = 10
"""Days from one date of the table to the next."""

SEED: Final = 20210815
ACTORS: Final = {"gov": "Government", "taliban": "Taliban"}

SETTINGS: Final = """
id = "big-table"
title = "A country, district by district"
summary = "Nothing here happened: a table as large as a public one."
ends = "The table ends here."

[[sides]]
id = "gov"
name = "Government"

[[sides]]
id = "taliban"
name = "Taliban"

[[actors]]
id = "gov"
name = "Government"
side = "gov"
colour = "#0072B2"

[[actors]]
id = "taliban"
name = "Taliban"
side = "taliban"
colour = "#E69F00"
"""


def held(areas: int = HELD, dates: int = DATES, changes: int = CHANGES) -> np.ndarray[Any, Any]:
    """Return the holder (0 or 1), dates by areas, with so many changes in all."""
    dice = np.random.default_rng(SEED)
    table = np.repeat(dice.integers(0, 2, areas)[None], dates, axis=0)
    for place in dice.choice((dates - 1) * areas, changes, replace=False):
        table[place // areas + 1 :, place % areas] ^= 1
    return table


def day(date: int) -> str:
    """Return a date of the table as YYYY-MM-DD."""
    return (FIRST + dt.timedelta(days=APART * date)).isoformat()


def row(area: int, date: int, holder: int | None) -> list[str]:
    """Return one row of the reports; None = the table says nothing about control."""
    party, number = "" if holder is None else list(ACTORS)[holder], f"{date}-{area}"
    given = {
        **dict.fromkeys(("report_id", "statement_id"), f"r{number}"),
        "origin_id": f"o{number}",
        "area_id": f"a{area:04d}",
        "place_as_written": f"Area {area}",
        "scope": "named",
        "claim": "present" if holder is None else "holds",
        "polarity": "asserts",
        "party": party or "gov",
        "claimant": "The Table",
        "voice_id": "table",
        "claimant_side": "outlet",
        "source_id": "table",
        **dict.fromkeys(("date_from", "date_to"), day(date)),
        "quote": f"Area {area}: {ACTORS.get(party, 'contested')}",
        "reliability": "C",
        "credibility": "3",
    }
    return [given.get(column, "") for column in REPORT_COLUMNS]


def rows() -> list[list[str]]:
    """Return the rows of all dates, those without a holder among them."""
    holders = held()
    return [
        row(area, date, int(holders[date, area]) if area < HELD else None)
        for date in range(DATES)
        for area in range(LISTED)
    ]


def groups() -> str:
    """Return the provinces, as `conflict.toml` has them."""
    said = []
    for first in range(0, AREAS, PROVINCE):
        members = [f"a{area:04d}" for area in range(first, min(first + PROVINCE, AREAS))]
        number = first // PROVINCE
        said.append(
            f'[[groups]]\nid = "p{number:02d}"\nname = "Province {number}"\nkind = "province"\n'
            f"members = {json.dumps(members)}\n"
        )
    return "\n".join(said)


def write_big_table(folder: Path) -> Path:
    """Write the conflict folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conflict.toml").write_text(SETTINGS + groups(), encoding="utf-8")
    (folder / "districts.geojson").write_text(json.dumps(geojson(AREAS)), encoding="utf-8")
    write_table(folder / "control_reports.csv", REPORT_COLUMNS, rows())
    published = dict.fromkeys(("article_day", "published_from", "published_to"), day(DATES - 1))
    carrier = {"source_id": "table", "outlet": "The Table", "title": "Districts", "language": "en"}
    carrier |= {"published_basis": "as the table says", **published}
    write_table(
        folder / "sources.csv", SOURCE_COLUMNS, [[carrier.get(column, "") for column in SOURCE_COLUMNS]]
    )
    return folder
