"""The rule against a slow second telling of it, and what must hold for every table of reports."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import panjshir
import pytest
from how_many import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import World, answer, existing
from rows import AREAS, GROUPS, RIVALS, SIDES, told

from geo.sentences.statements import as_statements
from geo.sentences.witnesses import witnesses
from geo.timeline import BEHIND, Timeline, control

WORLD = World(GROUPS, SIDES, RIVALS)
FIRST = date(2021, 8, 28)
DAYS = [FIRST + timedelta(days=number) for number in range(9)]
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


@st.composite
def cells(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a cell of a table: days that touch, overlap or lie apart; now and then it names nobody."""
    side = draw(st.sampled_from(["outlet", "outlet", "taliban", "nrf"]))
    last = draw(st.sampled_from(DAYS[:-1]))
    source = draw(st.sampled_from(["list", "ledger"]))
    return {
        "area_id": draw(st.sampled_from(["dara"] * 4 + ["rokha", "valley"])),
        "scope": draw(st.sampled_from(["named"] * 4 + ["all_of"])),
        "claim": "holds",
        "polarity": "asserts",
        "evidence": "table",
        "cell": "control=1",
        "party": draw(st.sampled_from(["taliban", "taliban", "nrf", "nrf", ""])),
        "claimant_side": side,
        "voice_id": f"a-{side}",
        "source_id": source,
        "date_from": draw(st.one_of(st.none(), st.sampled_from([d for d in DAYS if d <= last]))),
        "date_to": last,
        "published_to": {"list": DAYS[2], "ledger": DAYS[0]}[source],
    }


def says(cell: dict[str, Any]) -> tuple[Any, ...]:
    """Return what tells a cell from one that repeats it on the same day."""
    day = cell["date_from"] or cell["date_to"]
    return day, *(cell[name] for name in ("area_id", "scope", "party", "claimant_side", "source_id"))


CELLS = st.lists(cells(), max_size=9, unique_by=says)
TABLES = st.builds(lambda said, told: [*said, *told], st.lists(rows(), max_size=14), CELLS)
NARRATORS = st.sampled_from(["everyone", "everyone", "taliban", "nrf", "army", "others"])
KNOWN = st.one_of(st.none(), st.none(), st.sampled_from(DAYS))


ONCE = settings(max_examples=examples(12), deadline=None)
RANK = {"named": 0, "all_but": 1, "all_of": 2, "only_outside": 3}
COLOUR = ("status", "holders", "blank", "scope", "age_days")


LISTS = ("holders", "denied_holders", "voted", "outvoted", "history", "denying", *BEHIND)


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return an area's row as the second telling gives it: sets, and None for no age."""
    sets = {name: set(row[name]) for name in LISTS}
    assert all(len(row[name]) == len(sets[name]) for name in LISTS), "a report is listed once"
    return row | sets | {"age_days": None if row["age_days"] is pd.NA else row["age_days"]}


def numbered(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with the ids that they have wherever they stand."""
    return [row | {"report_id": f"r{number}"} for number, row in enumerate(table)]


def every_day(made: Timeline, names: tuple[str, ...] | None = None) -> dict[Any, Any]:
    """Return what each area shows on each day, or some of it."""
    tables = {day: control(made, day).to_dict("records") for day in DAYS}
    rows = {(day, area): plain(row) for day in DAYS for area, row in zip(AREAS, tables[day], strict=True)}
    return {key: {name: row[name] for name in names or row} for key, row in rows.items()}


@settings(max_examples=examples(60), deadline=None)
@given(TABLES, NARRATORS, KNOWN)
def test_the_timeline_says_what_the_codebook_says_of_every_area_and_day(table, narrator, known):
    made = every_day(told(*numbered(table), narrator=narrator, known=known))
    exist = existing(numbered(table), narrator, known)
    for (day, area), row in made.items():
        assert row == vars(answer(exist, WORLD, area, day)), (area, day)


@ONCE
@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_never_matters(table, dice):
    shuffled = dice.sample(numbered(table), len(table))
    assert every_day(told(*numbered(table))) == every_day(told(*shuffled))


@ONCE
@given(TABLES, rows())
def test_a_statement_about_some_part_never_changes_a_colour(table, row):
    vague = row | {"scope": "part_of"}
    assert every_day(told(*table, vague), COLOUR) == every_day(told(*table), COLOUR)


@ONCE
@given(TABLES, rows())
def test_an_undated_statement_changes_nothing(table, row):
    undated = row | {"date_from": None, "date_to": None, "published_to": FIRST}
    assert every_day(told(*table, undated)) == every_day(told(*table))


@ONCE
@given(TABLES, st.sampled_from(DAYS))
def test_what_is_published_after_the_known_day_never_matters(table, known):
    published = [row for row in numbered(table) if row["published_to"] <= known]
    assert every_day(told(*numbered(table), known=known)) == every_day(told(*published))


@ONCE
@given(TABLES, st.sampled_from(["taliban", "nrf", "army", "others"]))
def test_a_narrators_map_is_made_of_that_sides_rows_alone(table, narrator):
    sides = ("outlet", "third_party") if narrator == "others" else (narrator,)
    own = [row for row in numbered(table) if row["claimant_side"] in sides]
    assert every_day(told(*numbered(table), narrator=narrator)) == every_day(told(*own))


@ONCE
@given(TABLES, st.sampled_from([(n, w) for n in RANK for w in RANK if RANK[n] < RANK[w]]), st.booleans())
def test_on_one_day_the_narrower_never_loses_to_the_wider(table, scopes, one_voice):
    both = {"area_id": "dara", "claimant_side": "outlet", "date_to": DAYS[-1]}
    narrow = both | {"party": "nrf", "scope": scopes[0], "voice_id": "new", "report_id": "narrow"}
    wide = both | {"party": "taliban", "scope": scopes[1], "report_id": "wide"}
    wide |= {"voice_id": "new" if one_voice else "newer"}
    row = control(told(*numbered(table), wide, narrow), DAYS[-1]).loc["dara"]
    assert RANK[row["scope"]] <= RANK[scopes[0]]
    assert "wide" not in row["voted"]


@ONCE
@given(TABLES, NARRATORS)
def test_an_outvoted_or_denied_hold_is_always_marked_contradicted_and_nothing_else_is(table, narrator):
    party = {row["report_id"]: row["party"] for row in numbered(table)}
    for row in every_day(told(*numbered(table), narrator=narrator)).values():
        against = any(party[report] not in row["holders"] for report in row["outvoted"])
        assert row["contradicted"] == (against or bool(row["denying"]))


@ONCE
@given(TABLES, NARRATORS)
def test_every_colour_leads_to_a_report_that_voted_for_each_holder(table, narrator):
    party = {row["report_id"]: row["party"] for row in numbered(table)}
    for row in every_day(told(*numbered(table), narrator=narrator)).values():
        assert {party[report] for report in row["voted"]} == row["holders"]
        assert (row["status"] == "unreported") == (not row["voted"])


@ONCE
@given(TABLES)
def test_the_same_statement_in_another_article_changes_no_colour(table):
    carried = [row | {"report_id": f"copy{n}", "source_id": "bbc"} for n, row in enumerate(table)]
    assert every_day(told(*table, *carried), COLOUR) == every_day(told(*table), COLOUR)


@ONCE
@given(TABLES)
def test_every_row_of_the_timeline_is_a_change(table):
    made = told(*table)
    for area, rows_of_area in made.changes.groupby("area_id", observed=True):
        for day in rows_of_area["day"].dt.date:
            eve, after = (control(made, one, [area]).iloc[0] for one in (day - timedelta(days=1), day))
            aged = str(after["age_days"]) == str(eve["age_days"] + 1)  # NA + 1 is NA
            gone = ["age_days", "stale", "history"]
            assert not (aged and eve.drop(gone).equals(after.drop(gone))), (area, day)


def test_a_denial_that_nothing_rests_on_changes_nothing_when_the_window_passes_it():
    said = {"area_id": "rokha", "claim": "holds", "published_to": date(2021, 8, 30)}
    table = said | {"evidence": "table", "cell": "control=1", "claimant_side": "outlet", "source_id": "list"}
    denial = said | {"polarity": "denies", "party": "taliban", "claimant_side": "army"}
    made = told(
        denial | {"voice_id": "a", "date_to": date(2021, 8, 29)},
        table | {"party": "nrf", "voice_id": "list", "date_to": date(2021, 8, 28)},
        table
        | {"party": "taliban", "voice_id": "list", "scope": "all_of"}
        | {"date_from": date(2021, 8, 28), "date_to": date(2021, 9, 2)},
    )
    days = made.changes.loc[made.changes["area_id"] == "rokha", "day"]
    assert [day.date() for day in days] == [date(2021, 8, 28)]


@pytest.fixture(scope="module")
def conflict():
    return panjshir.conflict()


@ONCE
@given(data=st.data())
def test_two_carriers_of_one_origin_never_count_as_two_witnesses(conflict, data):
    statements = as_statements(conflict, conflict.reports)
    carriers = [statement.carrier for statement in statements]
    voters = data.draw(st.lists(st.sampled_from(statements), min_size=1, max_size=6))
    echoes = [voter._replace(carrier=data.draw(st.sampled_from(carriers))) for voter in voters]
    once, twice = witnesses(voters, conflict), witnesses([*voters, *echoes], conflict)
    assert (once.origins, once.voices) == (twice.origins, twice.voices)
    assert len(once.origins) == len({voter.origin_id for voter in voters})
