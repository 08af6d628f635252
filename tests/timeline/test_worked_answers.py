"""The answers worked out by hand from the articles and the codebook (not by running the code).

Each cell is ``status holders scope age marks``: U unreported, C claimed, R reported, X conceded,
D disputed; T Taliban, N NRF, - blank; marks f fighting, h changing hands, c contradicted.
"""

from datetime import date
from pathlib import Path

import panjshir
import pytest

from geo.timeline import control, timeline_of

DATA = Path(__file__).parents[2] / "data"
ORDER = ("anaba", "bazarak", "dara", "khenj", "paryan", "rokha", "shutul", "andarab", "parwan", "kapisa")
STATUS = {"U": "unreported", "C": "claimed", "R": "reported", "X": "conceded", "D": "disputed"}
HOLDER = {"T": "taliban", "N": "nrf"}
SILENT = ["U"] * 10


def tass(age, changing=False):
    """What the one article of 30 August says, while nothing newer is known."""
    lost = f"R N all_of {age} h" if changing else f"R N all_of {age}"
    inside = {"anaba", "khenj", "paryan", "shutul"}
    valley = [lost if area in inside else f"R N all_of {age}" for area in ORDER[:7]]
    return valley + [f"R T only_outside {age}"] * 3


def everyone(age, fighting):
    f = "f" if fighting else ""
    return [
        f"R T named {age} c",  # anaba: SouthFront names it; CNN's own voice and the NRF's denial are wider
        f"X N named {age} {f}",  # bazarak: the Taliban's own spokesman
        f"D T- all_but {age} c",  # dara: by subtraction alone, and denied at that scope
        f"R T named {age} c",  # khenj
        f"D TN named {age} c",  # paryan: SouthFront and Fetrat against Dashti
        f"D TN named {age} c{f}",  # rokha: local media against the Taliban's own spokesman
        f"R T named {age} c",  # shutul
        f"R T only_outside {age} {f}",  # andarab: attacks, in the NRF's words
        f"R T only_outside {age}",
        f"R T only_outside {age}",
    ]


def taliban(age):
    won, kept = f"C T all_but {age}", f"X N named {age}"
    return [won, kept, won, won, won, kept, won, "U", "U", "U"]


def nrf(age, fighting):
    return ["U", "U", "U", "U", f"C N named {age}", "U", "U", "U f" if fighting else "U", "U", "U"]


def others(age, fighting):
    f = "f" if fighting else ""
    lost, kept, outside = f"R T named {age} c", f"R N all_of {age}", f"R T only_outside {age}"
    return [lost, f"{kept} {f}", kept, lost, lost, f"{lost}{f}", lost, outside, outside, outside]


WORKED = {
    ("everyone", 30): tass(0),
    ("everyone", 2): tass(3),
    ("everyone", 4): tass(5, changing=True),
    ("everyone", 5): everyone(0, fighting=True),
    ("everyone", 6): everyone(1, fighting=False),
    ("taliban", 30): SILENT,
    ("taliban", 2): SILENT,
    ("taliban", 4): SILENT,
    ("taliban", 5): taliban(0),
    ("taliban", 6): taliban(1),
    ("nrf", 30): SILENT,
    ("nrf", 2): SILENT,
    ("nrf", 4): SILENT,
    ("nrf", 5): nrf(0, fighting=True),
    ("nrf", 6): nrf(1, fighting=False),
    ("others", 30): tass(0),
    ("others", 2): tass(3),
    ("others", 4): tass(5, changing=True),
    ("others", 5): others(0, fighting=True),
    ("others", 6): others(1, fighting=False),
}


@pytest.fixture(scope="module")
def conflict():
    return panjshir.conflict()


def day_of(number):
    return date(2021, 8 if number > 6 else 9, number)


def cell(row):
    """The row of a control table in the notation of the tables above."""
    if row["status"] == "unreported":
        return ("U", "", "", None, marks(row))
    letter = {word: letter for letter, word in STATUS.items()}[row["status"]]
    holders = "".join({actor: short for short, actor in HOLDER.items()}[actor] for actor in row["holders"])
    return (letter, holders + ("-" if row["blank"] else ""), row["scope"], int(row["age_days"]), marks(row))


def marks(row):
    return {
        m for m, name in zip("fhc", ("fighting", "changing_hands", "contradicted"), strict=True) if row[name]
    }


def worked_cell(text):
    status, *rest = text.split()
    if status == "U":
        return ("U", "", "", None, set("".join(rest)))
    holders, scope, age, *mark = rest
    return (status, holders, scope, int(age), set("".join(mark)))


@pytest.mark.parametrize(("narrator", "day"), WORKED, ids=str)
def test_the_map_agrees_with_the_answers_worked_by_hand(conflict, narrator, day):
    table = control(timeline_of(conflict, narrator=narrator), day_of(day))
    shown = {area: cell(table.loc[area]) for area in ORDER}
    assert shown == dict(zip(ORDER, map(worked_cell, WORKED[narrator, day]), strict=True))


@pytest.mark.parametrize("known", [4, 5])
def test_a_reader_before_6_september_knows_only_the_article_of_30_august(conflict, known):
    table = control(timeline_of(conflict, known=day_of(known)), date(2021, 9, 5))
    shown = {area: cell(table.loc[area]) for area in ORDER}
    assert shown == dict(zip(ORDER, map(worked_cell, tass(6)), strict=True))


def test_everything_is_known_on_6_september(conflict):
    table = control(timeline_of(conflict, known=date(2021, 9, 6)), date(2021, 9, 5))
    assert cell(table.loc["rokha"]) == worked_cell("D TN named 0 cf")


@pytest.mark.parametrize("narrator", ["everyone", "taliban", "nrf", "others"])
def test_every_colour_on_every_day_leads_to_a_report_that_voted(conflict, narrator):
    lines = timeline_of(conflict, narrator=narrator)
    for offset in range((conflict.last_day - conflict.first_day).days + 1):
        day = date.fromordinal(conflict.first_day.toordinal() + offset)
        table = control(lines, day)
        coloured = table[table["status"] != "unreported"]
        assert coloured["voted"].map(len).gt(0).all()
        assert table.loc[table["status"] == "unreported", "voted"].map(len).eq(0).all()
