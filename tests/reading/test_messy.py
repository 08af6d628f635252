"""Messy and hostile files: each kind works or gets its one clear line, and no good row is lost."""

import re
from functools import cache

import pytest
from folders import files
from messy_cases import CASES, DOC, FILE, ROW, WORKS, table

from geo.reading.conflict import conflict_of
from geo.reading.errors import DataError, Rule


def outcome(case):
    """Return the conflict of a case's files, or its error; every problem has a rule to say it by."""
    told = read(CASES.index(case))
    problems = told.problems if isinstance(told, DataError) else told.rejected
    assert all(isinstance(problem.rule, Rule) for problem in problems)
    return told


@cache
def read(number):
    """Return what a case is read as: once for all that is asked of it."""
    try:
        return conflict_of(files(**CASES[number].files))
    except DataError as error:
        return error


def cases(*gets):
    return [pytest.param(case, id=case.kind) for case in CASES if case.gets in gets]


@pytest.mark.parametrize("case", cases(WORKS))
def test_what_people_really_save_works(case):
    conflict = outcome(case)
    assert not conflict.rejected
    assert conflict.reports["report_id"][0] == "r1"
    assert not case.line or any(case.line in str(notice) for notice in conflict.notices)


@pytest.mark.parametrize("case", cases(ROW))
def test_a_broken_row_is_set_aside_with_its_line_and_the_good_ones_show(case):
    conflict = outcome(case)
    assert any(case.line in str(problem) for problem in conflict.rejected), list(map(str, conflict.rejected))
    assert conflict.reports["report_id"][0] == "r1"
    assert {"west", "east"} <= {*conflict.areas.index}
    assert len({(p.file, p.row, p.column) for p in conflict.rejected}) == len(conflict.rejected)


@pytest.mark.parametrize("case", cases(FILE))
def test_a_broken_file_gets_one_clear_line(case):
    error = outcome(case)
    assert isinstance(error, DataError)
    assert re.match(r"[a-z_]+\.[a-z]+(,|:)", str(error))
    assert case.line in str(error.problems[0])
    assert len({problem.file for problem in error.problems}) == 1


def test_there_are_at_least_60_kinds():
    assert len({case.kind for case in CASES}) >= 60


def test_the_docs_show_the_table():
    assert table() in DOC.read_text(encoding="utf-8")
