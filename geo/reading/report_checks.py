"""The checks of each column of `control_reports.csv`, except the days."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import pandas as pd
import pandera.pandas as pa

from geo.reading.cells import (
    names_nobody,
    of_table,
)
from geo.reading.checks import (
    filled,
    holds,
    short,
    unique,
    within,
    word,
)
from geo.reading.errors import rule
from geo.reading.vocabulary import (
    CREDIBILITY,
    OTHER_SIDES,
    RELIABILITY,
    Claim,
    Evidence,
    Polarity,
    Scope,
)

if TYPE_CHECKING:
    from geo.reading.known import Known

MOST_WORDS: Final = 80
"""Of `sentence` (codebook §5): enough to check a quote by, not the article."""

FILLED: Final = ("statement_id", "origin_id", "claimant", "voice_id")
"""Columns that must be filled and have no other rule."""


def word_checks(cells: pd.DataFrame, known: "Known") -> dict[str, list[pa.Check]]:
    """Return the checks of each column, except the dates."""
    fights, nobody = cells["claim"] == Claim.FIGHTING, names_nobody(cells)
    group_named = cells["area_id"].isin(known.groups) & (cells["scope"] == Scope.NAMED)
    return {
        "report_id": [filled(), unique()],
        **{name: [filled()] for name in FILLED},
        "quote": [holds(of_table(cells) | (cells["quote"] != ""), rule("empty"))],
        "claimant": [filled(), short()],
        "place_as_written": [short()],
        "area_id": [word([*known.areas, *known.groups], rule("unknown_area_or_group"))],
        "scope": [
            word(list(Scope), rule("unknown_scope")),
            holds(~group_named, rule("named_group")),
        ],
        "claim": [word(list(Claim), rule("unknown_claim"))],
        "polarity": [word(list(Polarity), rule("unknown_polarity"))],
        "party": [
            word(known.actors, rule("unknown_actor"), empty=True),
            holds(fights | nobody | (cells["party"] != ""), rule("party_missing")),
        ],
        "claimant_side": [word([*known.sides, *OTHER_SIDES], rule("unknown_side"))],
        "evidence": [word(list(Evidence), rule("no_evidence"), empty=True)],
        "source_id": [word(list(known.sources.index), rule("unknown_source"))],
        "reliability": [word(RELIABILITY, rule("no_reliability"), empty=True)],
        "credibility": [word(CREDIBILITY, rule("no_credibility"), empty=True)],
    }


def together(*checks: Mapping[str, list[pa.Check]]) -> dict[str, list[pa.Check]]:
    """Return the checks of all, by column."""
    names = dict.fromkeys(name for each in checks for name in each)
    return {name: [one for each in checks for one in each.get(name, [])] for name in names}


def sentence_checks(cells: pd.DataFrame) -> dict[str, list[pa.Check]]:
    """Return the checks of `sentence` and `hedge`: what contains what, and how much may be quoted."""
    sentences = cells["sentence"]
    return {
        "sentence": [
            holds((sentences == "") | within(cells["quote"], sentences), rule("sentence_without_quote")),
            holds(sentences.str.count(r"\S+") <= MOST_WORDS, rule("sentence_length", most=MOST_WORDS)),
        ],
        "hedge": [holds(within(cells["hedge"], sentences), rule("hedge_elsewhere"))],
    }
