"""geo.export.provenance, embedded, verify: where an export comes from, and whether that still holds."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

import pytest

from geo.export.embedded import element_with, png_with
from geo.export.found_record import Found, record_of
from geo.export.provenance import BLANK, as_json, sealed
from geo.export.verify import differences
from geo.reading.errors import DataError
from geo.reading.vocabulary import RULE_VERSION

RECORD = {
    "provenance": "control-map-provenance/1",
    "title": "A (b) </script>",
    "rule": RULE_VERSION,
    "output": BLANK,
}


def a_png() -> bytes:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(13)
    return header + zlib.crc32(header[12:]).to_bytes(4, "big") + b"\0\0\0\0IEND\xaeB`\x82"


def an_export(ending: str, record: Mapping[str, Any] = RECORD) -> tuple[bytes, bytes | None]:
    if ending == ".png":
        return png_with(a_png(), record), None
    if ending == ".csv":
        table = b"a,b\n1,2\n"
        beside = {"provenance": {**record, "output": hashlib.sha256(table).hexdigest()}}
        return table, json.dumps(beside).encode()
    text = as_json(record)
    pdf = text.replace("\\", "\\\\")
    wrapped = {
        ".geojson": f'{{"type":"FeatureCollection","provenance":{text}}}',
        ".pdf": f"%PDF-1.4 << /Keywords ({pdf}) >>",
        ".svg": f"<svg>{element_with(record, '.svg') if ending == '.svg' else ''}</svg>",
        ".html": f"<html>{element_with(record, '.html') if ending == '.html' else ''}</html>",
    }
    return sealed(wrapped[ending].encode()), None


ENDINGS = [".png", ".svg", ".html", ".pdf", ".geojson", ".csv"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_record_is_read_back_from_its_format_and_the_export_is_untouched(ending: str) -> None:
    found = record_of(f"map{ending}", *an_export(ending))
    assert found.record["title"] == RECORD["title"]
    assert found.untouched


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_changed_byte_of_the_export_is_told(ending: str) -> None:
    export, beside = an_export(ending)
    changed = (
        export[:-1] + bytes([export[-1] ^ 1])
        if ending != ".geojson"
        else export.replace(b"Feature", b"Creature")
    )
    assert not record_of(f"map{ending}", changed, beside).untouched


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_without_a_record_is_refused(ending: str) -> None:
    with pytest.raises(DataError, match="provenance"):
        record_of(f"map{ending}", b"{}" if ending == ".geojson" else b"\x89PNG" * 20)


def test_a_file_of_another_kind_is_refused_with_the_kinds_there_are() -> None:
    with pytest.raises(DataError, match=r"should end in one of \.png, \.svg"):
        record_of("map.docx", b"")


@pytest.mark.parametrize("sign", ["<", ">", "&", "(", ")", "é", "پ"])
def test_a_record_has_no_character_that_a_format_would_read(sign: str) -> None:
    text = as_json({"title": f"a {sign} b"})
    assert sign not in text
    assert json.loads(text)["title"] == f"a {sign} b"


@pytest.mark.parametrize(
    ("inputs", "rule", "untouched", "said"),
    [
        ({"a.csv": "1" * 64}, RULE_VERSION, True, []),
        (
            {"a.csv": "2" * 64},
            RULE_VERSION,
            True,
            ["a.csv: changed since (was 111111111111…, is 222222222222…)"],
        ),
        ({}, RULE_VERSION, True, ["a.csv: was an input, is not in the folder"]),
        ({"a.csv": "1" * 64, "b.csv": ""}, RULE_VERSION, True, ["b.csv: is in the folder, was no input"]),
        ({"a.csv": "1" * 64}, "0.1", True, [f"rule: was version 0.1, is {RULE_VERSION}"]),
        ({"a.csv": "1" * 64}, RULE_VERSION, False, ["the export itself: changed since it was made"]),
    ],
    ids=["same", "changed", "gone", "new", "other rule", "edited export"],
)
def test_every_difference_is_one_line(
    inputs: dict[str, str], rule: str, untouched: bool, said: list[str]
) -> None:
    found = Found({"inputs": {"a.csv": "1" * 64}, "rule": rule}, untouched)
    assert list(differences(found, inputs)) == said
