"""The rule against a slow second telling of it, and what must hold for every table of reports."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import World, answer, existing
from rows import AREAS, GROUPS, RIVALS, SIDES, told

from geo.control import control

WORLD = World(GROUPS, SIDES, RIVALS)
FIRST = date(2021, 8, 28)
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
VOICES = {
    "taliban": ["t"],
    "nrf": ["n", "n2"],
    "army": ["a"],
    "outlet": ["cnn", "tass"],
    "third_party": ["x"],
}


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a row: every claim, side, scope and clock, often on the same area and day."""
    side = draw(st.sampled_from(sorted(VOICES)))
    last = draw(st.one_of(st.sampled_from(DAYS[1:-2]), st.none()))
    first = last and draw(
        st.one_of(st.none(), st.just(last), st.sampled_from([d for d in DAYS if d <= last]))
    )
    claim = draw(
        st.sampled_from(
            ["holds"] * 5 + ["captured", "captured", "repelled", "left", "left", "fighting", "attacked"]
        )
    )
    return {
        "area_id": draw(st.sampled_from(["dara"] * 3 + ["rokha", "valley", "province"])),
        "scope": draw(st.sampled_from(["named", "named", "all_but", "all_of", "only_outside", "part_of"])),
        "claim": claim,
        "polarity": draw(st.sampled_from(["asserts", "asserts", "asserts", "denies"])),
        "party": ""
        if claim == "fighting"
        else draw(st.sampled_from(["taliban", "taliban", "nrf", "nrf", *SIDES])),
        "claimant_side": side,
        "voice_id": draw(st.sampled_from(VOICES[side])),
        "date_from": first,
        "date_to": last,
        "published_to": draw(st.sampled_from(DAYS)),
    }


TABLES = st.lists(rows(), max_size=14)
NARRATORS = st.sampled_from(["everyone", "everyone", "taliban", "nrf", "army", "others"])
KNOWN = st.one_of(st.none(), st.none(), st.sampled_from(DAYS))


@settings(max_examples=120, deadline=None)
@given(TABLES, NARRATORS, KNOWN)
def test_the_timeline_says_what_the_codebook_says_of_every_area_and_day(
    table: list[dict[str, Any]], narrator: str, known: date | None
) -> None:
    made = told(*table, narrator=narrator, known=known)
    numbered = [row | {"report_id": f"r{number}"} for number, row in enumerate(table, start=1)]
    exist = existing(numbered, narrator, known)
    for day in DAYS:
        shown = control(made, day)
        for area in AREAS:
            expected = answer(exist, WORLD, area, day)
            assert plain(shown.loc[area]) == vars(expected), (area, day)


def plain(row: Any) -> dict[str, Any]:
    """Return an area's row as the second telling gives it: sets, and None for no age."""
    named = row.to_dict()
    lists = ("holders", "voted", "outvoted", "history", "denying")
    named |= {name: set(named[name]) for name in lists}
    return named | {"age_days": None if named["age_days"] is pd.NA else named["age_days"]}
