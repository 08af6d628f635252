"""`geo read` prints candidates and writes nothing; the scorer's own figures."""

import csv
import importlib.util
import io
import json
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geo.__main__ import app
from geo.reader import reader_of, record
from geo.reading import REPORT_COLUMNS

ROOT = Path(__file__).parents[2]
MARCHES = ROOT / "examples" / "marches"
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_reader.py"


def run(article, *options, folder=MARCHES):
    args = [
        "read",
        str(article),
        "--folder",
        str(folder),
        "--outlet",
        "The Courier",
        "--published",
        "2031-05-14",
    ]
    return CliRunner().invoke(app, [*args, *options])


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The Hill Guard captured Zarnab on Monday, residents said. Nothing else happened.")
    return file


def test_json_has_the_columns_of_a_report_and_the_place_of_the_quote(article):
    (one,) = json.loads(run(article, "--json").stdout)
    assert one.keys() >= {*REPORT_COLUMNS, "start", "end", "tier", "question", "reasons"}
    assert (one["area_id"], one["claim"], one["party"], one["date_to"]) == (
        "zarnab",
        "captured",
        "guard",
        "2031-05-12",
    )
    assert article.read_text()[one["start"] : one["end"]] == one["quote"] == "The Hill Guard captured Zarnab"
    assert one["reasons"]["claimant"] == "“said” + “residents”"


def test_csv_has_the_same(article):
    (one,) = csv.DictReader(io.StringIO(run(article, "--csv").stdout))
    assert (one["area_id"], one["claimant_side"]) == ("zarnab", "third_party")
    assert json.loads(one["reasons"])["claim"] == "“captured”"


def test_plain_lines_are_for_people(article):
    assert run(article).stdout.splitlines()[1] == "  “The Hill Guard captured Zarnab”"


def test_each_field_has_its_reason_in_the_language_asked_for(article):
    english = run(article).stdout
    assert "    speaker: “said” + “residents”" in english
    assert "    days: “on Monday”" in english
    dari = run(article, "--language", "fa").stdout
    assert "    گوینده: «said» + «residents»" in dari
    assert (
        json.loads(run(article, "--json", "--language", "fa").stdout)[0]["reasons"]["area_id"] == "«Zarnab»"
    )


def test_an_unknown_language_is_refused(article):
    found = run(article, "--language", "xx")
    assert (found.exit_code, "no words for language 'xx'" in found.stderr) == (2, True)


def test_an_article_without_a_claim_says_so(article):
    article.write_text("Nothing happened.")
    assert run(article).stdout == "nothing found\n"


def test_a_broken_article_or_folder_is_one_line_and_exit_1(article, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    found = run(tmp_path / "empty.txt")
    assert (found.exit_code, "has no text in it" in found.stderr) == (1, True)
    article.write_text("The Hill Guard captured Zarnab.")
    found = run(article, folder=tmp_path)
    assert (found.exit_code, "conflict.toml" in found.stderr) == (1, True)


def test_a_line_of_names_that_is_set_aside_is_told(article, tmp_path):
    for name in ("conflict.toml", "districts.geojson"):
        (tmp_path / name).write_bytes((MARCHES / name).read_bytes())
    (tmp_path / "names.csv").write_text("spelling,area_id,kind,refers_to\nArdan,,person,nobody\n")
    found = run(article, "--json", folder=tmp_path)
    assert "'nobody' is not what a name of its kind refers to" in found.stderr
    assert len(json.loads(found.stdout)) == 1


def test_a_thousand_words_take_at_most_a_second():
    text = (
        "The Hill Guard said on Monday that it had captured Zarnab, but the Council denied the claim. " * 60
    )
    reader = reader_of(MARCHES, "The Courier", date(2031, 5, 14))
    start = time.process_time()
    assert reader.candidates(text)
    assert time.process_time() - start < 1.5 * len(text.split()) / 1000


def pages_of_the_marches(file):
    """Write the example's articles as the scorer's pages: each sentence with the rows quoted from it."""
    from geo.reader.sentence import sentences  # noqa: PLC0415

    with (MARCHES / "sources.csv").open(encoding="utf-8") as sources, file.open("w", encoding="utf-8") as out:
        for source in csv.DictReader(sources):
            text = (MARCHES / "articles" / source["article_file"]).read_text(encoding="utf-8")
            with (MARCHES / "control_reports.csv").open(encoding="utf-8") as reports:
                rows = [row for row in csv.DictReader(reports) if row["source_id"] == source["source_id"]]
            told = [
                {"text": one.text, "rows": [row for row in rows if row["quote"] in one.text]}
                for one in sentences(text)
            ]
            page = {"id": source["source_id"], "outlet": source["outlet"].removesuffix(" (invented)")}
            out.write(json.dumps(page | {"day": source["article_day"], "sentences": told}) + "\n")


def scorer():
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_reader", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(module, pages, folder):
    """Return the scorer's figures: level -> recall and precision."""
    lines = pages.read_text(encoding="utf-8").splitlines()
    return module.score([json.loads(line) for line in lines], str(folder), sys.executable)


def in_process(page, folder, _python):
    """Read a page as the scorer does, without starting the program for each."""
    text, spans = "", []
    for one in page["sentences"]:
        spans.append((len(text), len(text) + len(one["text"])))
        text += one["text"] + " "
    reader = reader_of(Path(folder), page["outlet"], date.fromisoformat(page["day"]))
    found = [record(one) for one in reader.candidates(text)]
    for one in found:
        assert one["quote"] == text[one["start"] : one["end"]]
        one["sent"] = max(
            range(len(spans)), key=lambda i: min(spans[i][1], one["end"]) - max(spans[i][0], one["start"])
        )
    return found


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer lies beside the project")
def test_the_example_conflict_is_read(tmp_path):
    pages_of_the_marches(tmp_path / "pages.jsonl")
    module = scorer()
    module.read = in_process
    found = figures(module, tmp_path / "pages.jsonl", MARCHES)
    assert min(found["party"]) >= 0.75


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer lies beside the project")
def test_the_program_reads_a_page_as_the_reader_does(tmp_path, monkeypatch):
    pages_of_the_marches(tmp_path / "pages.jsonl")
    page = json.loads((tmp_path / "pages.jsonl").read_text(encoding="utf-8").splitlines()[0])
    monkeypatch.chdir(ROOT)
    columns = ("quote", "area_id", "claim", "party", "sent")
    by_program, here = (
        [[str(one[column]) for column in columns] for one in read(page, str(MARCHES), sys.executable)]
        for read in (scorer().read, in_process)
    )
    assert by_program == here != []


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer and its pages lie beside the project")
@pytest.mark.parametrize("name", ["practice_1.jsonl", "practice_2.jsonl"])
def test_the_practice_pages_are_read_as_before(name):
    module = scorer()
    module.read = in_process
    found = figures(module, SHARED / "desk" / name, ROOT / "data")
    assert found["both tiers"][0] >= 0.95
    assert found["both tiers"][1] >= 0.75
    assert min(found["party"]) >= 0.95
    assert min(found["whole row"]) >= 0.93
