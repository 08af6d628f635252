"""`geo agreement`: two codings compared, printed."""

import json

import pytest
from coding_folder import ARTICLE, coded_folder, drafts, press, refuse_rest, select, take
from typer.testing import CliRunner

from geo.__main__ import app
from geo.desk import finish


def code(found):
    take(found, "ann", [0, 4])
    refuse_rest(found, "ann")
    first = drafts(found, "ann")[0].row
    cells = {name: first[name] for name in ("area_id", "claim", "party", "scope", "claimant", "date_to")}
    select(found, "bob", first["quote"], **cells, claimant_side="third_party")
    finish(found, "bob", press("unassisted"), ARTICLE)


@pytest.fixture
def folder(tmp_path):
    """Return a folder that ann coded with candidates and bob without."""
    return coded_folder(tmp_path, "coded-with-and-without-candidates", code)


def run(*args):
    return CliRunner().invoke(app, ["agreement", *map(str, args)])


def test_the_two_coders_are_compared_and_told_apart_by_their_help(folder):
    said = run(folder).stdout.splitlines()
    assert said[:4] == [
        "ann, with the reader’s proposals: 2 rows",
        "bob, without proposals: 1 row",
        "found by both: 1 statement (67 %)",
        f"articles: {ARTICLE}",
    ]
    (claim,) = [line for line in said if line.startswith("claim ")]
    assert claim.split()[1:] == ["100", "%", "-", "1"]
    assert "only ann found 1 row: gazette1-03-gulrud" in said
    assert any("claimant_side outlet / third_party" in line for line in said)
    assert "nan" not in "\n".join(said).lower()


def test_json_has_null_where_alpha_is_undefined(folder):
    told = json.loads(run(folder, "ann", "bob", "--json").stdout)
    figures = {one["variable"]: one for one in told["figures"]}
    assert figures["claim"] == {"variable": "claim", "agree": 1.0, "alpha": None, "n": 1}
    assert figures["claimant_side"]["agree"] == 0.0
    assert (told["found_by_both"], told["only_first"], told["only_second"]) == (1, ["gazette1-03-gulrud"], [])
    assert told["differences"][0]["fields"][0] == "claimant_side"


def test_a_coder_is_compared_with_the_settled_rows_or_a_file(folder):
    (folder / "control_reports.csv").write_bytes((folder / "coding" / "ann.csv").read_bytes())
    assert "found by both: 2 statements (100 %)" in run(folder, "ann", "settled").stdout
    assert "found by both: 1 statement" in run(folder, folder / "coding" / "bob.csv", "settled").stdout


def test_grades_are_compared_when_asked_for(folder):
    assert "reliability" not in run(folder).stdout
    assert "reliability" in run(folder, "--grades").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ann"], "Name two codings"),
        (["ann", "dora"], "neither a coder of this folder nor a file"),
        (["ann", "bob", "--article", "courier9"], "No article with a text"),
    ],
    ids=["one name", "no such coder", "no such article"],
)
def test_what_cannot_be_compared_is_said(folder, args, said):
    found = run(folder, *args)
    assert (found.exit_code, said in " ".join(found.stderr.split())) == (2, True)
