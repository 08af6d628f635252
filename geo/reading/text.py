"""Bytes of a file that should be text: their encoding, or the reason why they are not text."""

import codecs
import io
import re
from typing import Final, NamedTuple

from geo.reading.errors import DataError, rule

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHER_FORMATS: Final = (
    (b"PK\x03\x04", rule("zip_not_text")),
    (b"\xd0\xcf\x11\xe0", rule("xls_not_text")),
    (b"%PDF", rule("pdf_not_text")),
    (b"\x1f\x8b", rule("gzip_not_text")),
    (b"\x89PNG", rule("picture_not_text")),
    (b"SQLite format 3", rule("database_not_text")),
)
MERGE_MARKER: Final = re.compile(rb"^(?:<{7}|\|{7}|>{7}) |^={7}\r?$", re.MULTILINE)
NOT_BLANK: Final = re.compile(rb"[^\0 \t\r\n\xef\xbb\xbf\xff\xfe]")
CHUNK_BYTES: Final = 1 << 20
MOST_LINES: Final = 3_000_000


class Text(NamedTuple):
    """A file's text as bytes without a byte-order mark, checked to decode, and their encoding."""

    encoding: str
    body: bytes

    def stream(self) -> io.TextIOWrapper:
        """Return the text as a stream of lines, line ends as they are."""
        return io.TextIOWrapper(io.BytesIO(self.body), encoding=self.encoding, newline="")

    def read(self) -> str:
        """Return the whole text."""
        return self.body.decode(self.encoding)


def text_of(file: str, data: bytes) -> Text:
    """Return the file's text.

    Raises
    ------
    DataError
        If the bytes are empty, another format, not in a recognisable encoding, or contain NUL
        characters or the conflict markers of an unfinished merge.
    """
    if not NOT_BLANK.search(data):
        raise DataError.at(file, rule("empty"))
    for start, format_rule in OTHER_FORMATS:
        if data.startswith(start):
            raise DataError.at(file, format_rule)
    if data.count(b"\n") + data.count(b"\r") > 2 * MOST_LINES or data.count(b"\n") > MOST_LINES:
        raise DataError.at(file, rule("too_many_lines", most=f"{MOST_LINES:,}"))
    encoding, body = encoding_of(data)
    check_decodes(file, body, encoding)
    check_text(file, body, encoding)
    return Text(encoding, body)


def encoding_of(data: bytes) -> tuple[str, bytes]:
    """Return the encoding and the bytes after the byte-order mark; UTF-8 unless the bytes say UTF-16."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    start = data[:200]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le", data
    if start[::2].count(0) > len(start) // 4:
        return "utf-16-be", data
    return "utf-8", data


def check_decodes(file: str, body: bytes, encoding: str) -> None:
    """Raise `DataError` with the line of the first byte that is not in the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    for start in range(0, len(body) + 1, CHUNK_BYTES):
        chunk = body[start : start + CHUNK_BYTES]
        try:
            decoder.decode(chunk, final=start + CHUNK_BYTES > len(body))
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, start + error.start) + 1
            broken = rule("wrong_encoding", encoding=encoding.upper())
            raise DataError.at(file, broken, row=line) from error


def check_text(file: str, body: bytes, encoding: str) -> None:
    """Raise `DataError` with the line of a NUL character or of an unfinished merge."""
    if encoding != "utf-8":
        body = body.decode(encoding).encode("utf-8", "replace")
    if (at := body.find(b"\0")) >= 0:
        raise DataError.at(file, rule("nul"), row=body.count(b"\n", 0, at) + 1)
    if match := MERGE_MARKER.search(body):
        line = body.count(b"\n", 0, match.start()) + 1
        raise DataError.at(file, rule("merge"), row=line)
