"""The commands: exit codes, and every problem on its line."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from folders import reports, sources, write_folder
from typer.testing import CliRunner

from geo.__main__ import app
from geo.panel import first_view, panel_html
from geo.reading.conflict import load_conflict
from geo.sentences import Account
from geo.words import load_words

DATA = Path(__file__).parents[2] / "data"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_check_counts_what_it_read(tmp_path):
    told = run("check", write_folder(tmp_path))
    assert told.exit_code == 0
    assert "1 report, 1 source, 2 areas, rejected 0" in told.output


def test_check_groups_every_problem_by_file_and_exits_with_1(tmp_path):
    rows = reports({"date_to": "5/9/2021"}, {"area_id": "Westlnd", "claim": "hold"})
    told = run("check", write_folder(tmp_path, reports=rows))
    assert told.exit_code == 1
    assert told.output.splitlines()[:4] == [
        "control_reports.csv",
        "  row 3, date_to: '5/9/2021' could be two days; write it YYYY-MM-DD (2021-09-05 or 2021-05-09?)",
        "  row 4, area_id: 'Westlnd' is not an area or group of the map (West, Valley (west)?)",
        "  row 4, claim: 'hold' is not a claim (holds?)",
    ]


def test_check_notes_a_name_that_was_matched(tmp_path):
    told = run("check", write_folder(tmp_path, reports=reports({"area_id": "westland"})))
    assert told.exit_code == 0
    assert "row 3, area_id: 'westland' is read as 'west'" in told.output


@pytest.mark.parametrize("command", [("check", "nowhere"), ("status", "2021-09-05", "--folder", "nowhere")])
def test_a_folder_that_is_none_is_one_line_and_no_traceback(command):
    told = run(*command)
    assert told.exit_code == 1
    assert "is not a folder" in told.output
    assert "Traceback" not in told.output


def test_status_has_a_line_an_area():
    told = run("status", "2021-09-05", "--folder", DATA)
    assert told.exit_code == 0
    assert len(told.output.splitlines()) == 11
    assert "cnn-03-rokha anadolu-07-rokha" in told.output


def test_status_as_json_has_the_fields_that_the_issue_names():
    told = run("status", "2021-09-05", "--folder", DATA, "--area", "rokha", "--json")
    (rokha,) = json.loads(told.output)
    assert rokha["reports"] == ["cnn-03-rokha", "anadolu-07-rokha"]
    assert {"area_id", "name", "status", "holders", "fighting", "changing_hands", "contradicted", "scope"} < {
        *rokha
    }
    assert rokha["age_days"] == 0


@pytest.mark.parametrize("narrator", ["everyone", "taliban", "nrf", "others"])
def test_status_as_json_says_why_in_the_sentences_of_the_panel(narrator):
    told = run("status", "2021-09-05", "--folder", DATA, "--narrator", narrator, "--json")
    account = Account(load_conflict(DATA), narrator)
    for area in json.loads(told.output):
        assert all(set(one) == {"text", "report_ids"} for one in area["why"])
        html = panel_html(account, area["area_id"], date(2021, 9, 5), load_words("en"))
        (shown,) = re.findall(r'<p class="why">(.*?)</p>', unescape(html))
        assert re.findall("<span>(.*?)</span>", shown) == [one["text"] for one in area["why"]]


@pytest.mark.parametrize(("known", "age"), [("2021-09-04", 6), ("2021-09-06", 0)])
def test_status_knows_only_what_was_published(known, age):
    told = run("status", "2021-09-05", "--folder", DATA, "--known", known, "--area", "rokha", "--json")
    assert json.loads(told.output)[0]["age_days"] == age


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["2021-9-5"], "is not a day"),
        (["2021-09-05", "--area", "x"], "is not an area"),
        (["2021-09-05", "--narrator", "x"], "is not a narrator"),
        (["2021-09-05", "--known", "soon"], "is not a day"),
    ],
)
def test_a_wrong_argument_is_told_with_what_there_is(arguments, says):
    told = run("status", *arguments, "--folder", DATA)
    assert told.exit_code == 2
    assert says in told.output


def test_check_compares_the_quotes_where_the_folder_has_its_articles(tmp_path):
    folder = write_folder(tmp_path)
    assert "the quotes were not compared" in run("check", folder).output
    (folder / "articles").mkdir()
    (folder / "articles" / "paper.txt").write_text("Nobody holds anything.")
    told = run("check", folder)
    assert told.exit_code == 0, "the desk brings articles one by one"
    assert "1 source has no text there: paper" in told.output
    assert run("check", folder, "--articles", folder / "articles").exit_code == 1
    named = folder_with_named_article(tmp_path / "named")
    told = run("check", named)
    assert told.exit_code == 1
    assert "sources.csv" in told.output


def folder_with_named_article(place: Path) -> Path:
    """Return a folder whose only source names a file that `articles/` lacks."""
    place.mkdir()
    folder = write_folder(place)
    (folder / "articles").mkdir()
    header, *rows = (folder / "sources.csv").read_text(encoding="utf-8").splitlines()
    lines = [f"{header},article_file", *(f"{row},gone.txt" for row in rows)]
    (folder / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_check_counts_rows_that_were_set_aside_not_their_problems(tmp_path):
    rows = reports({"date_from": "x", "date_to": "y", "claim": "z"})
    assert "rejected 1" in run("check", write_folder(tmp_path, reports=rows)).output


def test_a_value_that_was_refused_is_not_suggested(tmp_path):
    rows = reports({"area_id": "valley", "scope": "named"})
    told = run("check", write_folder(tmp_path, reports=rows)).output
    assert "'named' cannot be used with a group" in told
    assert "named?" not in told


def test_a_cause_is_told_before_what_follows_from_it_and_with_the_days_it_may_mean(tmp_path):
    broken = sources().replace(b"2021-09-06", b"10.04.2030")
    lines = run("check", write_folder(tmp_path, sources=broken)).output.splitlines()
    assert lines[0] == "sources.csv"
    assert "published_to: '10.04.2030'" in lines[1]
    assert "(2030-10-04 or 2030-04-10?)" in lines[1] or "(2030-04-10 or 2030-10-04?)" in lines[1]
    assert lines[2] == "control_reports.csv"


def test_check_draws_too_and_says_what_cannot_be_drawn(tmp_path, monkeypatch):
    monkeypatch.setattr(first_view, "drawn", lambda _: 1 / 0)
    told = run("check", write_folder(tmp_path))
    assert told.exit_code == 1
    assert "passes every check, but its geometry cannot be drawn: ZeroDivisionError" in told.output
    assert "districts.geojson" in told.output.splitlines()[0]
