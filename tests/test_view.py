"""geo.view: views to parameters and back, and what means nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from folders import REPORT, csv_of, files
from panjshir import conflict

from geo.reading.conflict import conflict_of
from geo.reading.vocabulary import REPORT_COLUMNS
from geo.view import Comparison, View, days, narrators, parameters_of, read, usual

FIFTH = date(2021, 9, 5)
EVE = date(2021, 9, 4)


@pytest.mark.parametrize(
    "view",
    [
        View(FIFTH),
        View(date(2021, 8, 25), area="rokha"),
        View(date(2021, 9, 6), narrator="others", known=EVE),
        View(FIFTH, compare=Comparison("narrator", "nrf"), narrator="taliban"),
        View(FIFTH, compare=Comparison("date", EVE)),
        View(FIFTH, compare=Comparison("known", EVE)),
        View(FIFTH, known=EVE, compare=Comparison("known", None)),
        View(FIFTH, tab="sources"),
    ],
    ids=lambda view: "&".join(f"{k}={v}" for k, v in parameters_of(view, conflict()).items()),
)
def test_what_is_written_reads_back_the_same(view: View) -> None:
    parameters = {name: [value] for name, value in parameters_of(view, conflict()).items()}
    assert read(parameters, conflict()) == (view, ())


@pytest.mark.parametrize(
    ("day", "read_as"),
    [
        ("2021-08-24", FIFTH),
        ("2021-08-25", date(2021, 8, 25)),
        ("2021-09-06", date(2021, 9, 6)),
        ("2021-09-07", FIFTH),
    ],
    ids=["the eve of the first", "the first", "the last", "the day after the last"],
)
def test_a_day_outside_of_the_reports_is_no_day_of_the_map(day: str, read_as: date) -> None:
    choices, notices = read({"date": [day]}, conflict())
    assert choices.day == read_as
    assert bool(notices) == (choices.day.isoformat() != day)


def test_a_parameter_given_twice_with_two_values_means_nothing() -> None:
    choices, notices = read({"area": ["rokha", "dara"]}, conflict())
    assert choices == usual(conflict())
    assert len(notices) == 1


def test_one_wrong_part_leaves_the_others_as_they_are() -> None:
    choices, notices = read({"area": ["rokha"], "narrator": ["nobody"]}, conflict())
    assert (choices.area, choices.narrator) == ("rokha", "everyone")
    assert notices[0].startswith("narrator=nobody")


def test_a_long_piece_of_nonsense_is_cut_in_its_notice() -> None:
    _, (notice,) = read({"area": ["x" * 10_000]}, conflict())
    assert len(notice) < 200


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        (["fa"], "narrator=nobody در آدرس"),
        ([" fa ", "", "fa"], "narrator=nobody در آدرس"),
        (["en", "fa"], "narrator=nobody in"),
    ],
    ids=["named", "with blanks and repeated", "two languages: the conflict's own"],
)
def test_notices_are_in_the_language_of_the_view(lang: list[str], notice: str) -> None:
    _, notices = read({"narrator": ["nobody"], "lang": lang}, conflict())
    assert notices[0].startswith(notice)


def test_narrators_come_from_the_conflicts_sides() -> None:
    assert narrators(conflict()) == ("everyone", "taliban", "nrf", "others")


ADDRESSES = json.loads((Path(__file__).parent / "address_cases.json").read_text(encoding="utf-8"))


def test_the_table_of_addresses_is_about_the_projects_own_conflict() -> None:
    assert [day.isoformat() for day in days(conflict())] == ADDRESSES["days"]
    assert set(conflict().areas.index) == set(ADDRESSES["areas"])
    assert list(narrators(conflict())) == ADDRESSES["narrators"]


@pytest.mark.parametrize("case", ADDRESSES["cases"], ids=lambda case: case["name"])
def test_an_address_is_read_as_the_one_file_map_reads_it(case: dict[str, Any]) -> None:
    found = parse_qs(case["query"], keep_blank_values=True)
    view, notices = read(found, conflict())
    known = view.known.isoformat() if view.known else None
    chosen = {"date": view.day.isoformat(), "area": view.area, "narrator": view.narrator, "known": known}
    chosen["compare"] = parameters_of(view, conflict())["compare"] if view.compare else None
    chosen["lang"] = view.language
    assert chosen == {**ADDRESSES["usual"], **case["choices"]}
    assert [notice.partition("=")[0] for notice in notices] == case.get("notices", [])


def fought(*rows: dict[str, str]) -> Any:
    """Return a conflict whose first report is a fight in the west on 5 September, with further rows."""
    fight = REPORT | {"claim": "fighting", "party": ""}
    later = [fight | {"report_id": f"r{n}"} | row for n, row in enumerate(rows, start=2)]
    return conflict_of(files(reports=csv_of([fight, *later], REPORT_COLUMNS)))


SOMEWHERE = {"area_id": "valley", "scope": "part_of", "date_from": "2021-09-08", "date_to": "2021-09-08"}


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ([], FIFTH),
        ([SOMEWHERE], FIFTH),
        ([{"polarity": "denies", "date_to": "2021-09-07"}], FIFTH),
        ([{"claim": "attacked", "party": "red", "date_to": "2021-09-06"}, SOMEWHERE], date(2021, 9, 6)),
        ([{"claim": "holds", "party": "red"}, SOMEWHERE], date(2021, 9, 8)),
        ([{"claim": "holds", "party": "red", "scope": "part_of", "area_id": "valley"}, SOMEWHERE], FIFTH),
    ],
    ids=[
        "one fight",
        "later in its province",
        "later denied",
        "later attack",
        "somebody holds",
        "part of it",
    ],
)
def test_a_map_of_fighting_alone_opens_on_its_last_day_with_a_fight(rows: Any, day: date) -> None:
    assert usual(fought(*rows)).day == day
