"""An upload is read in memory, within limits, and no path of it is followed."""

import io
import os
import zipfile

import pytest
from folders import files

from geo.reading import upload
from geo.reading.errors import DataError
from geo.reading.upload import load_upload


def zipped(members, **options):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def good(folder=""):
    return [(folder + name, data) for name, data in files().items()]


@pytest.mark.parametrize("folder", ["", "panjshir/", "a/b/", "a\\b\\"])
def test_a_zip_of_a_folder_opens_wherever_the_folder_lies_in_it(folder):
    assert len(load_upload(zipped(good(folder))).reports) == 1


def test_a_set_of_files_opens():
    assert len(load_upload(files()).reports) == 1


def test_a_single_zip_in_a_set_of_files_opens():
    assert len(load_upload({"mine.ZIP": zipped(good())}).reports) == 1


def test_other_files_in_a_zip_are_left_alone():
    assert (
        len(load_upload(zipped([*good(), ("notes.txt", "x"), ("__MACOSX/conflict.toml", "x")])).reports) == 1
    )


def test_a_member_without_a_name_is_left_alone():
    nameless = zipped([*good(), ("@notes", "x")]).replace(b"@notes", b"\0notes")
    assert "" in zipfile.ZipFile(io.BytesIO(nameless)).namelist()
    assert len(load_upload(nameless).reports) == 1


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ([("../conflict.toml", "x")], "contains a path that leads outside it"),
        ([("/etc/passwd", "x")], "contains a path that leads outside it"),
        ([("a/../../x", "x")], "contains a path that leads outside it"),
        ([("C:\\conflict.toml", "x")], "contains a path that leads outside it"),
        ([("..\\x", "x")], "contains a path that leads outside it"),
        ([("a/sources.csv", "x"), ("b/sources.csv", "x")], "contains sources.csv twice"),
        ([(f"{n}.txt", "x") for n in range(101)], "contains 105 files"),
        ([("sources.csv", b"\0" * 10_000_000)], "unpacks to more than"),
    ],
    ids=["up", "absolute", "down-and-up", "drive", "backslash", "twice", "members", "ratio"],
)
def test_a_zip_past_a_limit_is_refused(members, says):
    others = [] if "sources.csv" in str(members) else good("c/")
    with pytest.raises(DataError, match=says):
        load_upload(zipped([*others, *members]))


def test_a_zip_is_refused_by_its_size_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_UPLOAD_BYTES", 10)
    with pytest.raises(DataError, match="is larger than"):
        load_upload(zipped(good()))


def test_the_sum_of_the_members_is_limited(monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_UNPACKED_BYTES", 1000)
    with pytest.raises(DataError, match="unpacks to more than"):
        load_upload(zipped(good()))


def test_a_size_that_a_zip_lies_about_is_not_believed():
    data = zipped([("sources.csv", os.urandom(50) * 200_000)])
    lying = data.replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(DataError, match=r"unpacks to more than|is not a readable zip"):
        load_upload(lying)


def test_a_link_is_refused():
    link = zipfile.ZipInfo("conflict.toml")
    link.external_attr = 0o120777 << 16
    with pytest.raises(DataError, match="contains a link"):
        load_upload(zipped([(link, "/etc/passwd")]))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", zipped(good())[:-30], zipped(good())[20:]])
def test_bytes_that_are_no_zip_are_refused(data):
    with pytest.raises(DataError, match=r"is not a readable zip|is empty|is not in the folder"):
        load_upload(data)


def test_an_upload_that_lacks_a_file_is_told():
    with pytest.raises(DataError, match=r"conflict\.toml: is not in the folder"):
        load_upload({"sources.csv": files()["sources.csv"]})
