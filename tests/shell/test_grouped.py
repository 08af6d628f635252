"""What is found often is said once, with a count and three examples; the screen holds the rest."""

import pytest
from folders import reports, write_folder
from typer.testing import CliRunner

from geo.__main__ import app
from geo.reading import Problem, rule
from geo.shell.grouped import LINES, grouped


def problem(row, value="hold", key="unknown_claim", file="control_reports.csv"):
    return Problem(file, row, "claim", value, rule(key))


def test_a_few_problems_are_told_in_the_order_of_their_lines():
    told = grouped([problem(4), problem(2, key="empty", value=""), problem(3)])
    assert told == [
        "control_reports.csv",
        "  row 2, claim: is empty",
        "  row 3, claim: 'hold' is not a claim",
        "  row 4, claim: 'hold' is not a claim",
    ]


def test_what_is_found_often_is_told_once_with_three_different_examples_and_a_count():
    many = [problem(row, value="kept" if row > 11_000 else "hold") for row in range(2, 11_546)]
    assert grouped([*many, problem(7, key="empty", value="")]) == [
        "control_reports.csv",
        "  row 2, claim: 'hold' is not a claim",
        "  row 11001, claim: 'kept' is not a claim",
        "  row 3, claim: 'hold' is not a claim",
        "    … and 11,541 more like these, 11,544 in all",
        "  row 7, claim: is empty",
    ]


def test_four_of_a_kind_are_told_one_by_one_and_five_are_not():
    assert len(grouped(problem(row) for row in range(4))) == 1 + 4
    assert len(grouped(problem(row) for row in range(5))) == 1 + 3 + 1


def test_more_kinds_than_the_screen_holds_are_cut_with_a_count():
    kinds = [problem(row, file=f"file {n}") for n in range(50) for row in (1, 2)]
    told = grouped(kinds)
    assert len(told) == LINES
    assert told[-1].strip() == f"… and {150 - LINES + 1} more lines"


def test_all_are_told_when_asked():
    assert len(grouped([problem(row) for row in range(500)], most=None)) == 501


@pytest.fixture
def broken(tmp_path):
    """Return a folder with many problems and many notices."""
    rows = [{"claim": f"x{n}"} for n in range(300)] + [{"area_id": "Westland"} for _ in range(300)]
    return write_folder(tmp_path, reports=reports(*rows))


def check(folder, *options):
    return CliRunner().invoke(app, ["check", str(folder), *options]).output.splitlines()


def test_check_is_told_in_sixty_lines_unless_all_are_asked_for(broken):
    told = check(broken)
    assert len(told) <= LINES
    assert "    … and 297 more like these, 300 in all" in told
    assert sum("is read as 'west'" in line for line in told) == 3
    assert "300 problems; the other rows are shown" in told
    assert told[-1] == "--all prints every problem on a line of its own"
    whole = check(broken, "--all")
    assert sum("is not a claim" in line for line in whole) == 300
    assert sum("is read as 'west'" in line for line in whole) == 300
    assert "--all" not in "".join(whole)


def test_a_file_that_is_broken_in_many_places_is_told_in_sixty_lines(tmp_path):
    actors = "".join(f'[[groups]]\nid = "{n} {n}"\nname = "x"\nmembers = ["west"]\n' for n in range(90))
    told = check(write_folder(tmp_path, conflict=actors.encode()))
    assert len(told) <= LINES
    assert told[-1].startswith("--all")
