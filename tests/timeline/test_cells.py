"""R1 for tables (codebook §7): a cell stands until the same table says otherwise, whatever its age."""

from datetime import date

import pandas as pd
import pytest
from rows import september, shown

from geo.timeline import cells_on

CELL = {"evidence": "table", "cell": "control=1", "source_id": "list", "voice_id": "list"}


def cell(day: int, party: str = "nrf", until: int | None = None, **more: str) -> dict[str, str]:
    """Return a cell about one day of September, or about days up to `until`."""
    last = f"2021-09-{until or day:02}"
    return CELL | {"party": party, "date_from": f"2021-09-{day:02}", "date_to": last} | more


@pytest.mark.parametrize(("day", "status"), [(1, "unreported"), (2, "reported"), (3, "reported")])
def test_a_cell_colours_from_its_day_on(day, status):
    assert shown(cell(2), day=day)["status"] == status


@pytest.mark.parametrize(("day", "status"), [(1, "unreported"), (2, "reported"), (3, "reported")])
def test_a_cell_with_two_days_colours_from_the_first(day, status):
    assert shown(cell(2, until=4), day=day)["status"] == status


@pytest.mark.parametrize(
    ("day", "holders"), [(7, ("nrf",)), (8, ("taliban",)), (9, ("taliban",))], ids=["eve", "day", "day after"]
)
def test_the_next_cell_replaces_it(day, holders):
    assert shown(cell(1), cell(8, "taliban"), day=day)["holders"] == holders


@pytest.mark.parametrize(
    ("day", "status"),
    [(7, "reported"), (8, "unreported"), (9, "unreported")],
    ids=["eve", "day", "day after"],
)
def test_a_cell_that_names_nobody_ends_it(day, status):
    assert shown(cell(1), cell(8, ""), day=day)["status"] == status


@pytest.mark.parametrize(
    ("day", "age"), [(1, 0), (2, 1), (7, 6), (8, 0), (10, 2), (14, 6), (15, 0), (16, 1), (25, 10)]
)
def test_the_age_counts_from_the_last_cell_that_said_so(day, age):
    seen = shown(cell(1), cell(8), cell(15), day=day)
    assert (seen["age_days"], seen["voted"], seen["stale"]) == (age, ("r1",), age > 7)


@pytest.mark.parametrize(("day", "age"), [(2, 0), (3, 0), (9, 0), (10, 0), (11, 1)])
def test_inside_the_days_of_a_cell_the_age_is_none(day, age):
    assert shown(cell(2, until=10), day=day)["age_days"] == age


def test_the_window_does_not_retire_a_cell():
    quote = {"party": "taliban", "voice_id": "cnn", "date_to": "2021-09-20"}
    seen = shown(cell(1), quote, day=25)
    assert (seen["status"], set(seen["voted"])) == ("disputed", {"r1", "r2"})


@pytest.mark.parametrize(
    ("day", "status"),
    [(4, "reported"), (5, "disputed"), (8, "disputed"), (9, "reported")],
    ids=["eve", "the quote's day", "last day of the window", "day after"],
)
def test_a_table_that_says_so_each_day_makes_a_quote_old(day, status):
    quote = {"party": "taliban", "voice_id": "cnn", "date_to": "2021-09-05"}
    seen = shown(cell(1, until=20), quote, day=day)
    assert seen["status"] == status
    assert (seen["history"] == ("r2",)) == (day == 9)


@pytest.mark.parametrize(("day", "blank"), [(4, False), (5, True), (8, True), (9, False)])
def test_a_denial_grows_old_beside_a_table_that_says_so_each_day(day, blank):
    denial = {"party": "nrf", "polarity": "denies", "claimant_side": "taliban", "date_to": "2021-09-05"}
    assert shown(cell(1, until=20), denial, day=day)["blank"] == blank


@pytest.mark.parametrize(("day", "told"), [(4, ()), (5, ("r2",)), (6, ())])
def test_newer_words_about_some_part_are_newer_for_a_day(day, told):
    part = {"area_id": "valley", "scope": "part_of", "party": "taliban", "voice_id": "cnn"}
    assert shown(cell(1, until=20), part, day=day)["against_since"] == told


def test_two_tables_stand_beside_each_other():
    other = cell(9, "taliban", source_id="ledger", voice_id="ledger")
    assert shown(cell(1), other, day=20)["status"] == "disputed"


def test_what_a_voice_says_elsewhere_does_not_replace_its_table():
    quote = {"party": "taliban", "voice_id": "list", "date_to": "2021-09-05"}
    assert shown(cell(4), quote, day=6)["status"] == "disputed"


@pytest.mark.parametrize(("day", "holders"), [(5, ("nrf",)), (6, ()), (9, ()), (10, ("nrf",))])
def test_left_ends_a_cell_until_the_table_says_so_again(day, holders):
    own = {"claimant_side": "nrf", "voice_id": "nrf-table"}
    left = {"claim": "left", "claimant_side": "nrf", "voice_id": "nrf", "date_to": "2021-09-06"}
    assert shown(cell(1, **own), cell(10, **own), left, day=day)["holders"] == holders


@pytest.mark.parametrize(("known", "holders"), [(1, ()), (2, ("nrf",))])
def test_a_table_is_known_when_it_is_published(known, holders):
    row = cell(1) | {"published_to": "2021-09-02"}
    assert shown(row, day=9, known=september(known))["holders"] == holders


def test_a_table_is_an_outlets_word_for_narrators():
    assert shown(cell(1), day=9, narrator="others")["status"] == "reported"
    assert shown(cell(1), day=9, narrator="taliban")["status"] == "unreported"


@pytest.mark.parametrize(("day", "voted"), [(5, 2), (8, 2), (9, 1)])
def test_other_claims_of_a_table_are_about_their_days(day, voted):
    took = CELL | {"claim": "captured", "date_to": "2021-09-05", "cell": "notes=took it"}
    newer = {"voice_id": "cnn", "date_to": f"2021-09-{day:02}"}
    assert len(shown(took, newer, day=day)["voted"]) == voted


def test_a_cell_about_a_group_reaches_its_areas_and_a_narrower_one_prevails():
    wide = cell(1, "taliban", area_id="valley", scope="all_of")
    assert shown(wide, cell(3), day=4)["holders"] == ("nrf",)
    assert shown(wide, cell(3), cell(6, ""), day=6)["holders"] == ("taliban",)


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        (4, 4, [0, 1, 0]),
        (1, 3, [1, 0, 0]),
        (5, 9, [0, 0, 1]),
        (1, 9, [1, 1, 1]),
        (1, 1, [0, 0, 0]),
        (8, 9, [0, 0, 0]),
    ],
    ids=["inside", "begins before", "ends after", "around", "long before", "long after"],
)
def test_a_run_of_cells_counts_on_those_of_its_days_that_are_shown(first, last, counted):
    since_1970 = date(1970, 1, 1).toordinal()
    run = [september(day).toordinal() - since_1970 for day in (first, last)]
    shown_days = (pd.Timestamp(september(day)) for day in (3, 5))
    assert cells_on(pd.Series([(), tuple(run)]), *shown_days).tolist() == counted
