"""The address of a quote in its article: a text fragment, by which a browser shows the words."""

from typing import TYPE_CHECKING, Final
from urllib.parse import quote as percent_encoded

if TYPE_CHECKING:
    from geo.sentences import Statement

FEW: Final = 4
"""Words at each end of a long quote, which may run over a paragraph's end; and words before and after a
short one, which may occur more than once in the page."""

LONG: Final = 3 * FEW
"""A quote of more words is given by its ends."""

MARK: Final = ":~:"
"""What parts the directive from the rest of a fragment (https://wicg.github.io/scroll-to-text-fragment)."""


def address_of_quote(url: str, one: "Statement") -> str:
    """Return the address with the quote as its text fragment; of a table's cell, the address alone.

    `url` is a web address (http, https) or "", which stays "".
    """
    words = one.quote.split()
    if not url or one.of_table or not words:
        return url
    page, _, place = url.partition("#")
    return f"{page}#{place.partition(MARK)[0]}{MARK}text={_directive(one, words)}"


def _directive(one: "Statement", words: list[str]) -> str:
    """Return ``prefix-,start,end,-suffix``; the first and the last only where the quote needs them."""
    before, after = _around(one, words)
    said = [words] if len(words) <= LONG else [words[:FEW], words[-FEW:]]
    parts = [f"{_encoded(before)}-"] if before else []
    parts += map(_encoded, said)
    return ",".join([*parts, *([f"-{_encoded(after)}"] if after else [])])


def _around(one: "Statement", words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words before the quote and after it, none where the quote is found without them."""
    before = one.quote_prefix.split()
    if len(words) > FEW or before:
        return before, []
    lead, found, rest = one.sentence.partition(one.quote)
    return (lead.split()[-FEW:], rest.split()[:FEW]) if found else ([], [])


def _encoded(words: list[str]) -> str:
    """Return words for a directive, in which hyphen, comma and ampersand have meanings of their own."""
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
