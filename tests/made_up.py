"""A made-up conflict for sentences: Red against Blue and its ally Green, over West, East and North."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd
from folders import REPORT, csv_of, feature, files, geojson, sources, square

from geo.reading.conflict import Conflict, conflict_of
from geo.reading.vocabulary import EVERYONE, REPORT_COLUMNS
from geo.sentences.account import Account
from geo.sentences.statements import Carrier, Statement
from geo.sentences.subject import AreaControl, Subject
from geo.words import load_words

CONFLICT = """
id = "made-up"
title = "Made up"
stale_days = 5
sides = [
  {id = "red", name = "Red", name_fa = "سرخ"},
  {id = "blue", name = "Blue", allies = ["green"]},
  {id = "green", name = "Green"},
]
actors = [
  {id = "red", name = "Reds", name_fa = "گروه سرخ", side = "red", colour = "#E69F00"},
  {id = "blue", name = "Blues", side = "blue", colour = "#0072B2"},
  {id = "green", name = "Greens", side = "green", colour = "#009E73"},
]
groups = [
  {id = "valley", name = "Valley", name_fa = "دره", kind = "province", members = ["east", "west"]},
  {id = "land", name = "Land", kind = "province", members = ["valley", "north"]},
]
"""

OUTLETS = {"paper": "The Paper", "radio": "The Radio", "agency": "The Agency"}

ROW = REPORT | {"claimant": "The Paper", "claimant_side": "outlet", "voice_id": "paper", "date_from": ""}
"""The Paper says in its own voice that Red holds West, on 5 September."""


@cache
def world() -> Conflict:
    """Return the conflict with the one report `ROW`."""
    return conflict({})


def conflict(*rows: Mapping[str, str]) -> Conflict:
    """Return the conflict with reports r1, r2, …; each row gives what differs from `ROW`."""
    full = [{**ROW, "report_id": f"r{n}", "origin_id": f"o{n}", **row} for n, row in enumerate(rows, start=1)]
    return conflict_of(
        files(
            conflict=CONFLICT.encode(),
            districts=geojson([feature("north", square(69, 36), name_fa="شمال")]),
            reports=csv_of(full, REPORT_COLUMNS),
            sources=sources(
                *(
                    {"source_id": name, "outlet": outlet}
                    for name, outlet in OUTLETS.items()
                    if name != "paper"
                ),
            ),
        )
    )


def account(*rows: Mapping[str, str], narrator: str = EVERYONE, known: date | None = None) -> Account:
    """Return the account of a conflict with these rows."""
    return Account(conflict(*rows), narrator, known)


def september(day: int) -> date:
    """Return a day of September 2021."""
    return date(2021, 9, day)


def carrier(source_id: str = "paper") -> Carrier:
    """Return the article of an outlet."""
    published = september(5), september(6)
    return Carrier(source_id, OUTLETS[source_id], "West is held", *published, "dateline", "", "en")


def statement(report_id: str = "r1", *, source: str = "paper", **different: Any) -> Statement:
    """Return The Paper's statement that Red holds West, but for what is different.

    Voice and origin are those of the claimant unless they are given.
    """
    usual = {name: ROW[name] for name in Statement._fields if name in ROW} | {
        "report_id": report_id,
        "date_from": None,
        "date_to": september(5),
        "carrier": carrier(source),
    }
    full = usual | different
    voice = {name: full["claimant"] for name in ("voice_id", "origin_id") if name not in different}
    return Statement(**(full | voice))


def control(**different: Any) -> AreaControl:
    """Return what an area shows: Red reported to hold it by the vote of r1, but for what is different."""
    lists = ("outvoted", "history", "denying", "blank_by", "denied_holders", "against_since")
    marks = ("fighting", "changing_hands", "contradicted", "denied")
    usual: dict[str, Any] = {"status": "reported", "holders": ("red",), "scope": "named", "voted": ("r1",)}
    usual |= dict.fromkeys(("blank", "wide", "stale", "alleged", *marks), False)
    usual |= dict.fromkeys((*lists, *(f"{mark}_by" for mark in marks)), ())
    usual |= {"age_days": 0}
    return cast("AreaControl", SimpleNamespace(**(usual | different)))


def silent() -> AreaControl:
    """Return what an area shows of which nothing is said."""
    return control(status="unreported", holders=(), scope="", voted=(), age_days=pd.NA)


def table(**areas: AreaControl) -> pd.DataFrame:
    """Return a table of control, one row per area."""
    rows: Sequence[dict[str, Any]] = [vars(one) for one in areas.values()]
    return pd.DataFrame(rows, index=pd.Index(list(areas), name="area_id"))


def subject(area_id: str = "west", language: str = "en") -> Subject:
    """Return an area on 5 September as what a sentence is about."""
    return Subject(world(), area_id, september(5), load_words(language))
