"""The text of a story: headings, addresses, sentences and what they cite."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

HEADING: Final = "## "
ADDRESS: Final = re.compile(
    r"\[[^\[\]]*\]\(\s*<?(?P<link>[^\s<>()]+)>?\s*\)|<?(?P<bare>(?:https?:|/?\?)[^\s<>]+)>?"
)
"""A line that holds an address alone: as a Markdown link, or bare."""

CITED: Final = re.compile(r"\s*\[(?P<ids>[^\[\]]*)\]")
CLAUSE: Final = re.compile(
    r"(?P<said>[^\[\]]*)(?P<cites>(?:\s*\[[^\[\]]*\])+)(?P<stop>\s*[.!?؟\u06d4…]*[”\"»’)]*)"
)
"""Words, what they cite, and the stop after it, if it does not stand before."""

STOP: Final = re.compile(
    r"(?:(?<=[^\W\d_]{4})\.|[!?؟\u06d4…])[”\"»’)]*(?P<gap>\s+)(?=[“\"«\u2018(]*[^\Wa-z_])"
)
"""Where a sentence ends among words; a full stop after fewer than four letters may be an abbreviation's."""


class Sentence(NamedTuple):
    """A sentence without its citations, and the ids of the reports that it cites."""

    text: str
    reports: tuple[str, ...]


def sections_of(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield each heading's line and title, and the lines below it; lines above the first are not told."""
    found: list[tuple[int, str, list[str]]] = []
    for row, line in enumerate(text.splitlines(), 1):
        if line.startswith(HEADING):
            found.append((row, line.removeprefix(HEADING).strip().rstrip("#").strip(), []))
        elif found and line.strip():
            found[-1][2].append(line.strip())
    yield from found


def parted(lines: list[str]) -> tuple[list[str], str]:
    """Return the addresses that have a line of their own, and all other lines as one text."""
    matched = [(line, ADDRESS.fullmatch(line)) for line in lines]
    addresses = [match["link"] or match["bare"] for _, match in matched if match]
    return addresses, " ".join(line for line, match in matched if not match)


def sentences_of(text: str) -> Iterator[Sentence]:
    """Yield each sentence with what is cited in it; nothing is cited by what cites nothing."""
    end = 0
    for match in CLAUSE.finditer(text):
        ids = [
            one
            for cites in CITED.finditer(match["cites"])
            for one in re.split(r"[\s,;،]+", cites["ids"])
            if one
        ]
        yield from _split(match["said"].rstrip() + match["stop"].strip(), tuple(ids))
        end = match.end()
    yield from _split(text[end:], ())


def _split(said: str, ids: tuple[str, ...]) -> Iterator[Sentence]:
    """Yield the sentences of some words; what is cited after them is cited by the last."""
    start = 0
    for stop in STOP.finditer(said):
        yield Sentence(said[start : stop.start("gap")].strip(), ())
        start = stop.end()
    if (last := said[start:].strip()) or ids:
        yield Sentence(last, ids)
