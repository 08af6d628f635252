"""The data package is made from the code's own schema, and other tools accept it."""

import json
from pathlib import Path

import pytest
from folders import files

from geo.reading.conflict import conflict_of, load_conflict
from geo.reading.datapackage import FILE, data_package
from geo.reading.folder import read_folder
from geo.reading.vocabulary import REPORT_COLUMNS

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "data", *sorted(path.parent for path in (ROOT / "examples").glob("*/conflict.toml"))]


@pytest.fixture(scope="module")
def package():
    return json.loads(data_package(conflict_of(files()), files()))


def test_fields_are_the_columns_of_the_file(package):
    fields = package["resources"][0]["schema"]["fields"]
    assert tuple(field["name"] for field in fields) == REPORT_COLUMNS


def test_parties_are_those_of_the_conflict(package):
    (party,) = [f for f in package["resources"][0]["schema"]["fields"] if f["name"] == "party"]
    assert party["constraints"]["enum"] == ["red", "blue"]


def test_reports_point_to_sources(package):
    (key,) = package["resources"][0]["schema"]["foreignKeys"]
    assert key["reference"] == {"resource": "sources", "fields": "source_id"}


def test_a_files_own_encoding_and_delimiter_are_said():
    odd = files(reports=files()["control_reports.csv"].replace(b",", b";").decode().encode("utf-16"))
    resource = json.loads(data_package(conflict_of(odd), odd))["resources"][0]
    assert (resource["encoding"], resource["dialect"]["delimiter"]) == ("utf-16-le", ";")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_committed_package_is_the_one_that_the_code_makes(folder):
    made = data_package(load_conflict(folder), read_folder(folder))
    assert made == (folder / FILE).read_bytes(), f"renew it: python -m geo package {folder.name}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_public_validator_accepts_the_package(folder):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(folder / FILE)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
