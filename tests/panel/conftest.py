"""A made-up conflict for the panel's tests: each row says only what its test is about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from folders import CONFLICT, REPORT, SOURCE, csv_of, feature, files, geojson, sources, square

from geo.reading import EVERYONE, Conflict
from geo.reading.conflict import conflict_of
from geo.reading.vocabulary import REPORT_COLUMNS
from geo.sentences import Account, Carrier, Statement

SETTINGS = CONFLICT.replace('focus = "valley"', 'focus = "valley"\nends = "Here the reports end."')
"""`west` and `east` in the `valley`, sides and actors `red` and `blue`, windows of 3 and 7 days."""

PAPER = Carrier(
    source_id="paper",
    outlet="The Paper",
    title="West is held",
    published_from=date(2021, 9, 5),
    published_to=date(2021, 9, 6),
    published_basis="dateline",
    translation_note="",
    language="en",
)


def world(
    *rows: Mapping[str, str],
    articles: Sequence[Mapping[str, str]] = (),
    areas: int = 0,
    settings: str = SETTINGS,
) -> Conflict:
    """Return the conflict of some rows, each by what differs from `folders.REPORT`.

    Parameters
    ----------
    articles
        Articles beside `paper`, by what differs from it.
    areas
        How many further areas there are beside `west` and `east`: `a1`, `a2`, …
    """
    numbered = [
        REPORT
        | {"report_id": f"r{n}", "statement_id": f"s{n}", "origin_id": f"o{n}"}
        | ({"date_from": row["date_to"]} if "date_to" in row else {})
        | dict(row)
        for n, row in enumerate(rows, start=1)
    ]
    extra = [feature(f"a{n}", square(70 + n, 30), name=f"Hill {n}", parent="") for n in range(1, areas + 1)]
    made = files(
        conflict=settings.encode(),
        districts=geojson(extra),
        reports=csv_of(numbered, REPORT_COLUMNS),
        sources=sources(*articles) if articles else csv_of([SOURCE], list(SOURCE)),
    )
    return conflict_of(made)


def told(
    *rows: Mapping[str, str], narrator: str = EVERYONE, known: date | None = None, **options: Any
) -> Account:
    """Return an account of the conflict of some rows."""
    return Account(world(*rows, **options), narrator, known)


def said(**different: Any) -> Statement:
    """Return a statement of an outlet that Red holds West, but for what is different."""
    usual = Statement(
        report_id="r1",
        statement_id="s1",
        origin_id="o1",
        area_id="west",
        place_as_written="West",
        scope="named",
        claim="holds",
        polarity="asserts",
        party="red",
        claimant="a reporter",
        voice_id="reporter",
        claimant_side="outlet",
        date_from=date(2021, 9, 5),
        date_to=date(2021, 9, 5),
        date_basis="says so",
        quote="Red holds West",
        sentence="",
        hedge="",
        reliability="C",
        credibility="3",
        note="",
        carrier=PAPER,
    )
    return usual._replace(**different)


@pytest.fixture(name="world")
def world_factory() -> Callable[..., Conflict]:
    """Return the factory of conflicts."""
    return world


@pytest.fixture(name="told")
def account_factory() -> Callable[..., Account]:
    """Return the factory of accounts."""
    return told


@pytest.fixture(name="said")
def statement_factory() -> Callable[..., Statement]:
    """Return the factory of statements."""
    return said


@pytest.fixture
def settings() -> str:
    """Return the conflict file of the factories, to add to."""
    return SETTINGS
