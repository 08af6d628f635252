"""An article's text, from a text file, a saved web page or a PDF."""

from io import BytesIO
from pathlib import Path
from typing import Final

from geo.reading import DataError, rule

LARGEST_BYTES: Final = 20_000_000
LONGEST_TEXT: Final = 500_000
"""Characters: a book's worth; more is no article."""

WEB: Final = (".html", ".htm", ".xhtml")
PRINTED: Final = b"%PDF-"


def article_text(path: Path) -> str:
    """Return the article's text; that of a text file unchanged, apart from its line ends.

    Raises
    ------
    DataError
        If the file cannot be read, is too large, or has no text in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError.at(path, rule("cannot_read", reason=error.strerror or str(error))) from error
    return text_in(path, data)


def text_in(path: Path, data: bytes) -> str:
    """Return the text in the bytes of an article's file, as `article_text` does; its name tells its kind."""
    if len(data) > LARGEST_BYTES:
        raise DataError.at(path, rule("too_large", size=LARGEST_BYTES // 1_000_000))
    text = _text(path, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DataError.at(path, rule("no_text"))
    if len(text) > LONGEST_TEXT:
        raise DataError.at(path, rule("too_long", most=f"{LONGEST_TEXT:,}"))
    return text


def _text(path: Path, data: bytes) -> str:
    if data.startswith(PRINTED):
        return _printed(path, data)
    text = _decoded(path, data)
    return _web(text) if path.suffix.lower() in WEB or _is_web(text) else text


def _is_web(text: str) -> bool:
    return text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))


def _decoded(path: Path, data: bytes) -> str:
    """Return UTF-8 or UTF-16 text; other encodings would be guesses, and quotes must be verbatim."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError.at(path, rule("no_article_text", reason=error.reason)) from error
    if "\x00" in text:
        raise DataError.at(path, rule("no_article_text", reason="NUL"))
    return text


def _web(html: str) -> str:
    """Return the main text of a web page, without menus and lists of other articles."""
    from trafilatura import extract  # noqa: PLC0415 (most articles are text, and the import is slow)

    return extract(html, include_comments=False, include_tables=False) or ""


def _printed(path: Path, data: bytes) -> str:
    """Return the text of a PDF, page after page."""
    from pypdf import PdfReader  # noqa: PLC0415 (as above)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DataError.at(path, rule("cannot_read", reason=str(error)[:200])) from error
    return "\n\n".join(pages)
