"""The commands export and verify: what they write, and what they tell when it no longer holds."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from export_views import DATA, SUNDAY, panjshir
from faults import contents, left_over, mounted, refuse_after
from folders import write_folder
from onefile_reader import File
from typer.testing import CliRunner, Result

from geo.__main__ import app
from geo.export.files import WHOLE, exported, kind_of
from geo.export.found_record import READERS
from geo.reading.conflict import Conflict, conflict_of
from geo.reading.file_names import FILES
from geo.reading.folder import read_folder
from geo.shell import export as command
from geo.view import View, checked

QUICK = ["areas.geojson", "timeline.csv", "reports.csv", "conflict.zip", "map.svg"]


@cache
def made_of(*files: tuple[str, bytes]) -> Conflict:
    """Return the conflict that files make."""
    return conflict_of(dict(files))


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command read a folder once per content: most of these tests export the project's own."""

    def load(folder: Path) -> Conflict:
        return replace(made_of(*read_folder(folder).items()), folder=folder)

    monkeypatch.setattr(command, "load_conflict", load)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(DATA, folder / "data"))


@pytest.mark.parametrize("name", QUICK)
def test_an_export_belongs_to_its_folder_until_a_byte_of_it_changes(name: str, tmp_path: Path) -> None:
    folder, file = copied(tmp_path), tmp_path / name
    assert run("export", file, "--folder", folder).exit_code == 0
    assert run("verify", file, "--folder", folder).exit_code == 0
    reports = folder / "control_reports.csv"
    reports.write_bytes(reports.read_bytes().replace(b"nrf", b"nrF", 1))
    told = run("verify", file, "--folder", folder)
    assert told.exit_code == 1
    assert "control_reports.csv: changed since" in told.output


def test_the_map_has_a_language_switch_unless_one_is_not_wanted(tmp_path: Path) -> None:
    folder, file = write_folder(tmp_path / "small"), tmp_path / "map.html"
    for option, found in ((None, True), ("--all-languages", True), ("--one-language", False)):
        assert run("export", file, "--folder", folder, *filter(None, [option])).exit_code == 0
        assert ('name="language"' in file.read_text(encoding="utf-8")) is found


@pytest.mark.parametrize("name", FILES[:4])
def test_verify_names_the_input_that_differs(name: str, tmp_path: Path) -> None:
    folder, file = copied(tmp_path), tmp_path / "areas.geojson"
    run("export", file, "--folder", folder)
    changed = folder / name
    changed.write_bytes(changed.read_bytes() + b"\n")
    told = run("verify", file, "--folder", folder)
    assert [line.split(":")[0].strip() for line in told.output.splitlines()[1:]] == [name]


def test_an_edited_export_is_told(tmp_path: Path) -> None:
    file = tmp_path / "areas.geojson"
    run("export", file)
    file.write_text(file.read_text().replace('"taliban"', '"nrf"', 1))
    told = run("verify", file)
    assert told.exit_code == 1
    assert "the export itself: changed since it was made" in told.output


def test_a_csv_without_its_metadata_says_what_belongs_beside_it(tmp_path: Path) -> None:
    (tmp_path / "timeline.csv").write_text("a,b\n")
    told = run("verify", tmp_path / "timeline.csv")
    assert told.exit_code == 1
    assert "timeline.csv-metadata.json belongs next to it" in told.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["map.docx"], "is not an export; its name should be one of these"),
        (
            ["areas.geojson", "--narrator", "nobody"],
            "narrator 'nobody' is none of everyone, taliban, nrf, others",
        ),
        (["areas.geojson", "--area", "atlantis"], "area 'atlantis' is none of anaba"),
        (["areas.geojson", "--language", "xx"], "no words for language 'xx'"),
        (["areas.geojson", "--folder", "nowhere"], "is not a folder"),
        (["nowhere/areas.geojson"], "cannot be written"),
    ],
    ids=["ending", "narrator", "area", "language", "folder", "place"],
)
def test_what_cannot_be_exported_is_said_plainly(arguments: list[str], said: str, tmp_path: Path) -> None:
    told = run("export", tmp_path / arguments[0], *arguments[1:])
    assert told.exit_code == 1
    assert said in told.output


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    told = run("export", tmp_path / "map.png", "--date", "5/9/2021")
    assert told.exit_code == 2
    assert "YYYY-MM-DD" in told.output


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("map.png", "map.png"),
        ("rokha-map.png", "map.png"),
        ("2021_timeline.csv", "timeline.csv"),
        ("MAP.PDF", "map.pdf"),
    ],
)
def test_a_files_name_says_what_it_holds(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("name", ["roadmap.png", "map.jpeg", "csv", ""])
def test_a_name_that_promises_nothing_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not an export"):
        kind_of(name)


def test_a_file_of_another_name_keeps_it_with_its_metadata() -> None:
    assert list(exported(panjshir(), SUNDAY, "x/old-timeline.csv")) == [
        "old-timeline.csv",
        "old-timeline.csv-metadata.json",
    ]


@pytest.mark.parametrize("narrator", ["everyone", "taliban", "nrf", "others"])
def test_every_narrator_can_be_exported(narrator: str) -> None:
    view = View(SUNDAY.day, narrator)
    assert checked(view, panjshir()) == view


def test_every_export_has_an_ending_that_verify_reads() -> None:
    assert {f".{name.rsplit('.')[-1]}" for name in WHOLE} <= set(READERS)


def test_an_export_to_a_full_disk_leaves_the_old_one_and_says_why(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk:
        (disk / "map.html").write_bytes(b"the old map")
        told = run("export", disk / "map.html", "--folder", write_folder(tmp_path / "small"))
        assert told.exit_code == 1
        assert "map.html: cannot be written: No space left on device" in told.output
        assert contents(disk) == {"map.html": b"the old map"}
        assert left_over(disk) == []


@pytest.mark.parametrize("number", range(2))
def test_a_table_and_its_metadata_are_exported_together(tmp_path: Path, monkeypatch, number: int) -> None:
    assert run("export", tmp_path / "timeline.csv").exit_code == 0
    before = contents(tmp_path)
    with monkeypatch.context() as patched:
        refuse_after(patched, number)
        told = run("export", tmp_path / "timeline.csv", "--narrator", "nrf")
    assert told.exit_code == 1
    assert contents(tmp_path) == before
    assert left_over(tmp_path) == []


def test_a_map_can_be_cut_by_narrator_days_and_areas(tmp_path: Path) -> None:
    file = tmp_path / "part-map.html"
    cut = [
        "--narrator",
        "nrf",
        "--area",
        "rokha",
        "--area",
        "khenj",
        "--from",
        "2021-09-02",
        "--to",
        "2021-09-04",
    ]
    assert run("export", file, *cut).exit_code == 0
    made = File(file.read_text(encoding="utf-8"))
    assert set(made.areas) == {"rokha", "khenj"}
    assert made.days == ["2021-09-02", "2021-09-03", "2021-09-04"]
    assert list(made.data["told"]) == ["nrf"]
    assert run("verify", file).exit_code == 0


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("map.png", ["--from", "2021-09-02"], "only map.html takes --from"),
        ("reports.csv", ["--area", "rokha", "--area", "khenj"], "only map.html takes a second --area"),
        ("map.html", ["--from", "2030-01-01"], "no day is left"),
        ("map.html", ["--area", "atlantis"], "area 'atlantis' is none of"),
        ("map.html", ["--narrator", "nobody"], "narrator 'nobody' is none of"),
        ("quote.png", [], "shows one report: name it with --report"),
        ("quote.png", ["--report", "atlantis-1"], "report 'atlantis-1' is none of this conflict's"),
        (
            "map.png",
            ["--report", "tass-01-panjshir"],
            "only quote.png, quote.svg and quote.pdf take",
        ),
    ],
)
def test_a_cut_or_a_card_that_cannot_be_made_is_told(
    name: str, options: list[str], message: str, tmp_path: Path
) -> None:
    told = run("export", tmp_path / name, *options)
    assert told.exit_code == 1
    assert message in told.output
    assert not list(tmp_path.iterdir())


def test_one_report_is_exported_as_a_picture_that_belongs_to_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "clashes-quote.svg"
    told = run("export", file, "--report", "southfront-08-rokha", "--date", "2021-09-05")
    assert told.exit_code == 0, told.output
    assert run("verify", file).exit_code == 0
