"""An upload is read in memory, within limits, and no path of it is followed."""

import io
import os
import random
import re
import zipfile

import pytest
from folders import files

from geo.reading import upload
from geo.reading.errors import DataError, rule
from geo.reading.upload import load_upload, unzipped

MEGABYTE = 1_000_000


def zipped(members, **options):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def refused(key, **values):
    """Expect the one line that an upload gets, whole: the rule of a key with its values."""
    return pytest.raises(DataError, match=f"^upload: {re.escape(rule(key, **values))}$")


def packed_size(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.infolist()[0].compress_size


def flagged(data, bits):
    """Return a zip whose first member has these bits of its flags set in the directory."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + bytes([data[at] | bits]) + data[at + 1 :]


def good(folder=""):
    return [(folder + name, data) for name, data in files().items()]


@pytest.mark.parametrize(
    "folder", ["", "panjshir/", "a/b/", "a\\b\\"], ids=["top", "folder", "deep", "backslash"]
)
def test_a_zip_of_a_folder_opens_wherever_the_folder_lies_in_it(folder):
    assert len(load_upload(zipped(good(folder))).reports) == 1


def test_a_set_of_files_opens():
    assert len(load_upload(files()).reports) == 1


def test_a_single_zip_in_a_set_of_files_opens():
    assert len(load_upload({"mine.ZIP": zipped(good())}).reports) == 1


OTHERS = [("notes.txt", "x"), ("__MACOSX/conflict.toml", "x")]


@pytest.mark.parametrize("members", [[*good(), *OTHERS], [*OTHERS, *good()]], ids=["after", "before"])
def test_other_files_in_a_zip_are_left_alone(members):
    assert len(load_upload(zipped(members)).reports) == 1


def test_a_zip_beside_files_of_a_set_is_one_of_the_others():
    assert len(load_upload({"old.zip": b"no zip", **files()}).reports) == 1


def test_a_member_without_a_name_is_left_alone():
    nameless = zipped([*good(), ("@notes", "x")]).replace(b"@notes", b"\0notes")
    assert "" in zipfile.ZipFile(io.BytesIO(nameless)).namelist()
    assert len(load_upload(nameless).reports) == 1


@pytest.mark.parametrize(
    ("members", "key", "values"),
    [
        ([("../conflict.toml", "x")], "zip_path", {"name": "../conflict.toml"}),
        ([("/etc/passwd", "x")], "zip_path", {"name": "/etc/passwd"}),
        ([("a/../../x", "x")], "zip_path", {"name": "a/../../x"}),
        ([("C:\\conflict.toml", "x")], "zip_path", {"name": "C:\\conflict.toml"}),
        ([("..\\x", "x")], "zip_path", {"name": "..\\x"}),
        ([("a/sources.csv", "x"), ("b/sources.csv", "x")], "zip_twice", {"name": "sources.csv"}),
        (
            [("sources.csv", b"\0" * 10 * MEGABYTE)],
            "unpacks_too_large",
            {"most": 200, "name": "sources.csv"},
        ),
    ],
    ids=["up", "absolute", "down-and-up", "drive", "backslash", "twice", "ratio"],
)
def test_a_zip_past_a_limit_is_refused(members, key, values):
    others = [] if "sources.csv" in str(members) else good("c/")
    with refused(key, **values):
        load_upload(zipped([*others, *members]))


def of_files(count):
    """Return a zip of so many files, in folders that are members too."""
    others = [(f"notes/{number}.txt", "x") for number in range(count - len(good()))]
    return zipped([("notes/", ""), ("empty/", ""), *good(), *others])


@pytest.mark.parametrize("count", [99, 100])
def test_a_zip_of_a_hundred_files_opens_and_its_folders_are_not_counted(count):
    assert len(load_upload(of_files(count)).reports) == 1


def test_a_zip_of_more_than_a_hundred_files_is_refused():
    with refused("too_many_files", count=101, most=100):
        load_upload(of_files(101))


def of_bytes(size):
    """Return a good zip of so many bytes: what stands before a zip is no part of it."""
    data = zipped(good())
    return b"\0" * (size - len(data)) + data


@pytest.mark.parametrize("size", [50 * MEGABYTE - 1, 50 * MEGABYTE], ids=["eve", "limit"])
def test_a_zip_of_fifty_megabytes_opens(size):
    assert len(load_upload(of_bytes(size)).reports) == 1


def test_a_zip_of_more_than_fifty_megabytes_is_refused():
    with refused("too_large", size=50):
        load_upload(of_bytes(50 * MEGABYTE + 1))


def test_a_zip_is_refused_by_its_size_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(upload.zipfile, "ZipFile", None)
    with refused("too_large", size=50):
        load_upload(b"\0" * (50 * MEGABYTE + 1))


def set_of_bytes(size):
    """Return a good set of files with so many bytes in all."""
    return {**files(), "notes.bin": bytes(size - sum(map(len, files().values())))}


@pytest.mark.parametrize("size", [200 * MEGABYTE - 1, 200 * MEGABYTE], ids=["eve", "limit"])
def test_a_set_of_two_hundred_megabytes_opens(size):
    assert len(load_upload(set_of_bytes(size)).reports) == 1


def test_a_set_of_more_than_two_hundred_megabytes_is_refused():
    with refused("too_large", size=200):
        load_upload(set_of_bytes(200 * MEGABYTE + 1))


@pytest.mark.parametrize("left", [1, 0], ids=["eve", "limit"])
def test_members_that_unpack_to_the_limit_together_are_read(monkeypatch, left):
    monkeypatch.setattr(upload, "LARGEST_UNPACKED_BYTES", sum(map(len, files().values())) + left)
    assert unzipped(zipped(good())) == files()


def test_members_that_unpack_to_more_than_the_limit_together_are_refused(monkeypatch):
    monkeypatch.setattr(upload, "LARGEST_UNPACKED_BYTES", sum(map(len, files().values())) - 1)
    with refused("unpacks_too_large", most=200, name="sources.csv"):
        load_upload(zipped(good()))


@pytest.mark.parametrize("size", [MEGABYTE - 1, MEGABYTE], ids=["eve", "limit"])
def test_a_member_of_one_megabyte_may_be_packed_ever_so_small(size):
    assert len(unzipped(zipped([("sources.csv", bytes(size))]))["sources.csv"]) == size


def test_a_larger_member_packed_ever_so_small_is_refused():
    with refused("unpacks_too_large", most=200, name="sources.csv"):
        unzipped(zipped([("sources.csv", bytes(MEGABYTE + 1))]))


def dense(size):
    """Return so many bytes: the first cannot be packed smaller, the others are packed to nearly nothing."""
    return random.Random(1).randbytes(10_000) + bytes(size - 10_000)  # noqa: S311 (no secret)


def of_ratio(more):
    """Return a zip of one file: 200 times its packed size and some bytes more."""
    size = 2 * MEGABYTE
    while (wanted := 200 * packed_size(zipped([("sources.csv", dense(size))]))) != size:
        size = wanted
    made = zipped([("sources.csv", dense(size + more))])
    assert packed_size(made) * 200 == size
    return made


@pytest.mark.parametrize("more", [-1, 0], ids=["eve", "limit"])
def test_a_large_member_of_two_hundred_times_its_packed_size_is_read(more):
    assert len(unzipped(of_ratio(more))["sources.csv"]) > 2 * MEGABYTE


def test_a_large_member_of_more_than_two_hundred_times_its_packed_size_is_refused():
    with refused("unpacks_too_large", most=200, name="sources.csv"):
        unzipped(of_ratio(1))


def test_no_more_is_unpacked_than_shows_that_a_limit_is_passed(monkeypatch):
    asked, read = [], zipfile.ZipExtFile.read
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda self, n=-1: (asked.append(n), read(self, n))[1])
    with refused("unpacks_too_large", most=200, name="sources.csv"):
        unzipped(zipped([("sources.csv", bytes(3 * MEGABYTE))]))
    assert asked == [MEGABYTE + 1]


def test_a_size_that_a_zip_lies_about_is_not_believed():
    data = zipped([("sources.csv", os.urandom(50) * 200_000)])
    lying = data.replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(DataError, match=r"unpacks to more than|is not a readable zip"):
        load_upload(lying)


def test_a_link_is_refused():
    link = zipfile.ZipInfo("conflict.toml")
    link.external_attr = 0o120777 << 16
    with refused("zip_link", name="conflict.toml"):
        load_upload(zipped([(link, "/etc/passwd")]))


def test_a_member_with_a_password_is_refused():
    with refused("zip_locked", name="conflict.toml"):
        load_upload(flagged(zipped(good()), 1))


@pytest.mark.parametrize("bits", [2, 4, 6])
def test_a_member_packed_harder_or_faster_is_not_locked(bits):
    assert len(load_upload(flagged(zipped(good()), bits)).reports) == 1


def test_a_zip_that_is_none_is_refused_with_the_reason():
    with refused("broken_zip", reason="File is not a zip file"):
        load_upload(b"no zip")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no zip", zipped(good())[:-30], zipped(good())[20:]],
    ids=["nothing", "four-bytes", "text", "end-cut-off", "start-cut-off"],
)
def test_bytes_that_are_no_zip_are_refused(data):
    with pytest.raises(DataError, match=r"is not a readable zip|is empty|is not in the folder"):
        load_upload(data)


def test_an_upload_that_lacks_a_file_is_told():
    with pytest.raises(DataError, match=r"conflict\.toml: is not in the folder"):
        load_upload({"sources.csv": files()["sources.csv"]})
