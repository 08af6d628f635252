"""An article is registered with its hash and days, and stays out of all that leaves the folder."""

import hashlib
import io
import json
import zipfile

import pytest

from geo.desk import Registration, accept, folder_state, proposed, register
from geo.export.zipped import conflict_zip
from geo.reading import DataError, data_package, load_conflict, load_upload, read_folder
from geo.reading.quotes import article_problems
from geo.view import usual

TEXT = "Monday. The Hill Guard captured Lalezan on Sunday, said its spokesman Berin Hosht."
ABOUT = Registration(
    outlet="Radio Nine", title="Lalezan", published_from="2031-05-12", published_to="2031-05-12"
)


def test_a_registered_article_is_in_the_sources_with_hash_and_days(folder, pressed):
    source = register(folder, pressed(), "ana", TEXT, ABOUT)
    state = folder_state(folder)
    row = state.conflict.sources.loc[source]
    assert (source, row["outlet"], row["language"]) == ("radio-nine", "Radio Nine", "en")
    assert row["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert str(row["article_day"].date()) == "2031-05-12"
    assert state.text(source) == TEXT
    (first,) = [one for one in proposed(state, source, "ana") if one.tier == "row"]
    assert (first.row["area_id"], first.row["party"], first.row["date_to"]) == (
        "lalezan",
        "guard",
        "2031-05-11",
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", TEXT.encode("utf-16")), ("a.html", f"<html><body><p>{TEXT}</p></body></html>".encode())],
    ids=["UTF-16", "a web page"],
)
def test_of_a_file_the_text_is_kept(folder, pressed, name, data):
    source = register(folder, pressed(), "ana", (name, data), ABOUT)
    assert TEXT in folder_state(folder).text(source)


def test_a_text_is_registered_once(folder, pressed):
    register(folder, pressed(), "ana", TEXT, ABOUT)
    with pytest.raises(DataError, match="is registered already, as radio-nine"):
        register(folder, pressed(), "ana", TEXT, ABOUT)


def test_a_second_article_of_an_outlet_has_an_id_and_a_file_of_its_own(folder, pressed):
    first = register(folder, pressed(), "ana", TEXT, ABOUT)
    second = register(folder, pressed(), "ana", TEXT + " More.", ABOUT)
    state = folder_state(folder)
    assert (first, second) == ("radio-nine", "radio-nine-2")
    assert state.text(second) == TEXT + " More."
    assert state.text(first) == TEXT


@pytest.mark.parametrize(
    ("change", "says"),
    [({"published_from": "12 May"}, "published_from"), ({"outlet": ""}, "outlet: is empty")],
)
def test_a_line_that_breaks_a_rule_registers_nothing(folder, pressed, change, says):
    with pytest.raises(DataError, match=says):
        register(folder, pressed(), "ana", TEXT, ABOUT._replace(**change))
    assert len(list((folder / "articles").iterdir())) == 4


def test_rows_that_were_coded_pass_the_check_of_their_quotes(folder, drafts, pressed):
    for draft in drafts[:5]:
        accept(folder, "ana", pressed(), draft, draft.row)
    conflict = load_conflict(folder)
    assert (len(conflict.reports), conflict.rejected) == (5, ())
    assert article_problems(conflict, folder / "articles") == []


def test_coding_log_and_articles_are_in_no_export_no_package_and_no_upload(folder, drafts, pressed):
    register(folder, pressed(), "ana", TEXT, ABOUT)
    accept(folder, "ana", pressed(), drafts[0], drafts[0].row)
    conflict, files = load_conflict(folder), read_folder(folder)
    packed = conflict_zip(conflict, usual(conflict))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
    paths = [one["path"] for one in json.loads(data_package(conflict, files))["resources"]]
    for name in (*names, *paths, *files):
        assert not name.startswith(("coding", "articles", ".coding"))
    whole = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in whole.items():
            archive.writestr(name, data)
    assert load_upload(made.getvalue()).sha256.keys() <= set(files)
